package crawl

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

// asked is one request that a test site got.
type asked struct {
	path        string
	at          time.Time
	conditional bool
}

// testSite is a news site that records who asks for what.
type testSite struct {
	*httptest.Server
	mu    sync.Mutex
	log   []asked
	pages map[string]http.HandlerFunc
}

func newSite() *testSite {
	s := &testSite{pages: map[string]http.HandlerFunc{}}
	s.Server = httptest.NewServer(s)
	return s
}

func (s *testSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.log = append(s.log, asked{r.URL.RequestURI(), time.Now(), r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != ""})
	page := s.pages[r.URL.RequestURI()]
	s.mu.Unlock()
	if page == nil {
		http.NotFound(w, r)
		return
	}
	page(w, r)
}

// requests gives what was asked since the last call.
func (s *testSite) requests() []asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	log := s.log
	s.log = nil
	return log
}

func (s *testSite) set(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

// html serves a page with an ETag that follows its content.
func (s *testSite) html(path, body string) {
	tag := fmt.Sprintf(`"%d-%d"`, len(body), checksum(body))
	s.set(path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, body)
	})
}

func (s *testSite) text(path, kind, body string) {
	s.set(path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, body)
	})
}

func checksum(s string) (n uint32) {
	for _, b := range []byte(s) {
		n = n*31 + uint32(b)
	}
	return n
}

func articlePath(i int) string { return fmt.Sprintf("/cong-an-xa-hop-giao-ban-thang-%d.htm", 100000+i) }

func articleBody(i int) string {
	return fmt.Sprintf("<title>Bài %d</title><h1>Công an xã họp giao ban, bài %d</h1>", i, i) +
		strings.Repeat(fmt.Sprintf("<p>Sáng 3/2/2025, Công an xã số %d họp giao ban tại trụ sở, nghe báo cáo và bàn việc tháng tới.</p>", i), 12)
}

func listBody(next string, articles ...int) string {
	var b strings.Builder
	for _, i := range articles {
		fmt.Fprintf(&b, `<h3><a href="%s">Công an xã họp giao ban tháng, bài số %d</a></h3>`, articlePath(i), i)
	}
	if next != "" {
		fmt.Fprintf(&b, `<a href="%s">Trang sau</a>`, next)
	}
	return b.String()
}

// newsSite is a site of n articles: a front page, sections of 20 articles a page.
func newsSite(n int) *testSite {
	s := newSite()
	s.html("/", `<a href="/tin.htm">Tin tức</a>`)
	for page := 1; (page-1)*20 < n; page++ {
		var list []int
		for i := (page - 1) * 20; i < min(page*20, n); i++ {
			list = append(list, i)
			s.html(articlePath(i), articleBody(i))
		}
		path, next := fmt.Sprintf("/tin/trang-%d.htm", page), fmt.Sprintf("/tin/trang-%d.htm", page+1)
		if page == 1 {
			path = "/tin.htm"
		}
		if page*20 >= n {
			next = ""
		}
		s.html(path, listBody(next, list...))
	}
	return s
}

func discardLog() *log.Logger { return log.New(io.Discard, "", 0) }
