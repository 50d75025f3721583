package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"time"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/gauge"
	"github.com/boctin/boctin/internal/web"
)

// screens times the screens of boctin serve, the first and the fastest of three visits,
// about who and what is named most: on the clock and in processor time, which other
// programs on the machine change less.
func screens(dir string) error {
	c, err := corpus.Open(dir)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.DB.Bound(web.CacheKiB); err != nil {
		return err
	}
	token := web.NewToken()
	s, err := web.New(c, web.Options{Token: token})
	if err != nil {
		return err
	}
	addresses, err := addresses(c)
	if err != nil {
		return err
	}
	fmt.Print("\n| screen | first ms | fastest ms | first processor ms | fastest processor ms |\n|---|---|---|---|---|\n")
	for _, address := range addresses {
		all, err := visits(s, token, address)
		if err != nil {
			return err
		}
		least := func(of func(cost) time.Duration) float64 {
			return min(of(all[0]), of(all[1]), of(all[2])).Seconds() * 1e3
		}
		fmt.Printf("| `%s` | %.0f | %.0f | %.0f | %.0f |\n", address, all[0].took.Seconds()*1e3, least(func(c cost) time.Duration { return c.took }),
			all[0].worked.Seconds()*1e3, least(func(c cost) time.Duration { return c.worked }))
	}
	return nil
}

// addresses are those of the screens, about the official, the agency and the article of late,
// and over half a year and all years.
func addresses(c *corpus.Corpus) ([]string, error) {
	ctx := context.Background()
	people, err := c.Officials.Prominent(ctx, 1)
	bodies, err2 := c.Agencies.ProminentAgencies(ctx, 1)
	latest, err3 := c.Articles.Latest(ctx, "", 1)
	first, last, err4 := c.Events.LastEvents(ctx, 1<<40)
	if err := errors.Join(err, err2, err3, err4); err != nil || len(people)*len(bodies)*len(latest) == 0 {
		return nil, err
	}
	end, err := time.Parse(time.DateOnly, last)
	if err != nil {
		return nil, err
	}
	half := "from=" + end.AddDate(0, -6, 0).Format(time.DateOnly) + "&to=" + last
	all := "from=" + first + "&to=" + last
	person, agency, article, site := url.QueryEscape(people[0].ID), url.QueryEscape(bodies[0].ID), url.QueryEscape(latest[0].URL), url.QueryEscape(latest[0].Site)
	return []string{"/", "/search?q=cong+an", "/search?q=le+van+thu", "/search?q=hop+dan+ma+tuy", "/search?q=cong+an&sort=newest", "/search?q=cong+an&agency=" + agency,
		"/search?q=cong+an&official=" + person + "&" + half, "/search?q=ma+tuy&kind=ministry&site=" + site, "/article?url=" + article, "/saved?url=" + article,
		"/person", "/person?id=" + person, "/person?format=json&id=" + person, "/agency", "/agency?id=" + agency, "/agency?format=json&id=" + agency,
		"/events", "/events?format=csv", "/events?official=" + person, "/events?agency=" + agency, "/events?" + half,
		"/network", "/network?of=agencies", "/network?id=" + person, "/network?of=agencies&id=" + agency, "/network?" + half, "/network?id=" + person + "&" + half,
		"/network?id=" + person + "&" + all, "/network?of=agencies&id=" + agency + "&" + half, "/sites", "/doubts"}, nil
}

// cost is what a visit took: on the clock, and of the processor.
type cost struct{ took, worked time.Duration }

// visits times three visits. A page that was not kept is none.
func visits(s *web.Server, token, address string) (all [3]cost, err error) {
	for i := range all {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Host = "127.0.0.1"
		r.AddCookie(&http.Cookie{Name: "boctin", Value: token})
		w := httptest.NewRecorder()
		begun, before := time.Now(), gauge.Processor()
		s.ServeHTTP(w, r)
		all[i] = cost{time.Since(begun), gauge.Processor() - before}
		if w.Code != http.StatusOK && w.Code != http.StatusNotFound {
			return all, fmt.Errorf("%s: %d: %.300s", address, w.Code, w.Body)
		}
	}
	return all, nil
}
