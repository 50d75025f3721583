package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"time"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/gauge"
	"github.com/boctin/boctin/internal/web"
)

// screens times the screens of boctin serve, each the fastest of three visits, about who
// and what is named most: on the clock and in processor time, which other programs on
// the machine change less.
func screens(dir string) error {
	c, err := corpus.Open(dir)
	if err != nil {
		return err
	}
	defer c.Close()
	token := web.NewToken()
	s, err := web.New(c, web.Options{Token: token})
	if err != nil {
		return err
	}
	people, err := c.Prominent(context.Background(), 1)
	if err != nil || len(people) == 0 {
		return err
	}
	bodies, err := c.ProminentAgencies(context.Background(), 1)
	if err != nil || len(bodies) == 0 {
		return err
	}
	latest, err := c.Latest(context.Background(), "", 1)
	if err != nil || len(latest) == 0 {
		return err
	}
	person, agency, article := url.QueryEscape(people[0].ID), url.QueryEscape(bodies[0].ID), url.QueryEscape(latest[0].URL)
	fmt.Print("\n| screen | ms | processor ms |\n|---|---|---|\n")
	for _, address := range []string{"/", "/search?q=cong+an", "/search?q=le+van+thu", "/article?url=" + article, "/saved?url=" + article, "/person", "/person?id=" + person, "/agency", "/agency?id=" + agency,
		"/events", "/events?official=" + person, "/events?agency=" + agency, "/network", "/network?of=agencies", "/network?id=" + person, "/network?of=agencies&id=" + agency, "/sites"} {
		took, worked, err := visit(s, token, address)
		if err != nil {
			return err
		}
		fmt.Printf("| `%s` | %.0f | %.0f |\n", address, took.Seconds()*1e3, worked.Seconds()*1e3)
	}
	return nil
}

// visit times the fastest of three visits. A page that was not kept is none.
func visit(s *web.Server, token, address string) (best, least time.Duration, err error) {
	for range 3 {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Host = "127.0.0.1"
		r.AddCookie(&http.Cookie{Name: "boctin", Value: token})
		w := httptest.NewRecorder()
		begun, before := time.Now(), gauge.Processor()
		s.ServeHTTP(w, r)
		took, worked := time.Since(begun), gauge.Processor()-before
		if w.Code != http.StatusOK && w.Code != http.StatusNotFound {
			return 0, 0, fmt.Errorf("%s: %d: %.300s", address, w.Code, w.Body)
		}
		if best == 0 || took < best {
			best = took
		}
		if least == 0 || worked < least {
			least = worked
		}
	}
	return best, least, nil
}
