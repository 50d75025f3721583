package crawl

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/crawl/frontier"
)

func zeros(n int) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(make([]byte, n))
	w.Close()
	return b.Bytes()
}

// hostile is a site on which everything goes wrong, and what each page ends in.
func hostile(s *testSite) (want map[string]string) {
	var links strings.Builder
	page := func(path, reason string, h http.HandlerFunc) {
		want[path] = reason
		s.set(path, h)
		fmt.Fprintf(&links, `<a href="%s">Liên kết số một</a>`, path)
	}
	want = map[string]string{}
	kind := func(w http.ResponseWriter, t string) { w.Header().Set("Content-Type", t) }
	page("/bom.htm", "body is too large: more than 1 MiB after decompression", func(w http.ResponseWriter, r *http.Request) {
		kind(w, "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(zeros(30 << 20))
	})
	page("/to.htm", "body is too large: more than 1 MiB", func(w http.ResponseWriter, r *http.Request) {
		kind(w, "text/html")
		w.Write(make([]byte, 2<<20))
	})
	page("/cham.htm", "no whole answer within 2.5s (3 tries)", func(w http.ResponseWriter, r *http.Request) {
		kind(w, "text/html")
		for r.Context().Err() == nil {
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
			time.Sleep(100 * time.Millisecond)
		}
	})
	page("/anh.htm", "not a page: Content-Type is image/jpeg", func(w http.ResponseWriter, r *http.Request) { kind(w, "image/jpeg") })
	page("/hong.htm", "status 500 (3 tries)", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) })
	page("/cam.htm", "status 403", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(403) })
	page("/rong.htm", "the page is empty", func(w http.ResponseWriter, r *http.Request) { kind(w, "text/html") })
	page("/thu-thach.htm", challenge, func(w http.ResponseWriter, r *http.Request) {
		kind(w, "text/html")
		fmt.Fprint(w, `<script>document.cookie="D1N=ab;path=/";window.location.reload(true)</script>`)
	})
	page("/quay-lai.htm", "redirects to itself: "+challenge, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/quay-lai.htm", http.StatusFound) })
	page("/noi-khac.htm", "redirects to another site, example.org", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://example.org/", http.StatusMovedPermanently)
	})
	page("/dut.htm", "body broke off after 4 bytes: unexpected EOF (3 tries)", func(w http.ResponseWriter, r *http.Request) {
		kind(w, "text/html")
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "half")
	})
	for i := range 15 {
		s.set(fmt.Sprintf("/vong-%c.htm", 'a'+i), func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, fmt.Sprintf("/vong-%c.htm", 'a'+i+1), http.StatusFound)
		})
	}
	fmt.Fprint(&links, `<a href="/vong-a.htm">Vòng quanh</a>`)
	for from, to := range map[string]string{"/tron-a.htm": "/tron-b.htm", "/tron-b.htm": "/tron-c.htm", "/tron-c.htm": "/tron-a.htm"} {
		s.set(from, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
	}
	fmt.Fprint(&links, `<a href="/tron-a.htm">Vòng tròn</a>`)
	want["/tron-c.htm"] = "redirects lead in a circle"
	want["/vong-k.htm"] = "more than 10 redirects in a row"
	s.html("/", links.String())
	return want
}

func TestHostileSite(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	bad, good := newSite(), newsSite(60)
	defer bad.Close()
	defer good.Close()
	want := hostile(bad)
	failed := map[string]string{}
	var lastGood, lastSlow time.Time
	r := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{bad.URL, good.URL}, MaxBody: 1 << 20, Timeout: 2500 * time.Millisecond, Patience: time.Minute,
		OnEvent: func(e Event) {
			if e.Final {
				failed[strings.TrimPrefix(e.URL, bad.URL)] += e.Note
			}
			if e.URL == bad.URL+"/cham.htm" && lastSlow.IsZero() {
				lastSlow = time.Now()
			}
			if strings.HasPrefix(e.URL, good.URL) {
				lastGood = time.Now()
			}
		}})
	for path, reason := range want {
		if failed[path] != reason {
			t.Errorf("%s: %q, want %q", path, failed[path], reason)
		}
		delete(failed, path)
	}
	if len(failed) > 0 {
		t.Errorf("failed as well: %v", failed)
	}
	all := r.Sites[0].Articles + r.Sites[1].Articles
	if all != 60 || lastGood.After(lastSlow) {
		t.Errorf("the other host had %d articles %v after the first slow answer: %+v", all, lastGood.Sub(lastSlow), r.Sites)
	}
	for _, s := range r.Sites {
		for _, why := range s.Why {
			if why.Count < 1 || why.Example == "" || strings.Contains(why.Why, "\n") {
				t.Errorf("%+v", why)
			}
		}
	}
}

// TestCalendar crawls a site whose every page leads to another day.
func TestCalendar(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked++
		w.Header().Set("Content-Type", "text/html")
		for i := range 40 {
			fmt.Fprintf(w, `<a href="/lich/%d/%d">Ngày khác trong lịch</a>`, asked, i)
		}
		fmt.Fprintf(w, `<link rel="next" href="/lich/%d/next">`, asked)
	}))
	defer s.Close()
	site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Depth: 1000}).Sites[0]
	if asked > 310 || site.Trapped == 0 || len(site.Warnings) != 1 || !strings.Contains(site.Warnings[0], "endless kind") {
		t.Errorf("%d requests, %+v", asked, site)
	}
}

func TestDeadHost(t *testing.T) {
	s := newsSite(20)
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Depth: 3}
	dying := 0
	o.OnEvent = func(Event) {
		if dying++; dying == 3 {
			s.CloseClientConnections()
			s.Listener.Close()
		}
	}
	r := crawlOnce(t, o).Sites[0]
	s.Close()
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "it does not answer: ") || r.Left == 0 {
		t.Errorf("%+v", r)
	}
}

func TestInvalidCertificateIsAnError(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = discardLog()
	s.StartTLS()
	defer s.Close()
	r := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}}).Sites[0]
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "invalid certificate") || r.New != 0 {
		t.Errorf("%+v", r)
	}
}

// TestPanicIsOneFailure takes the fetcher away, so that a visit panics.
func TestPanicIsOneFailure(t *testing.T) {
	c := &Crawl{o: Options{}.filled()}
	c.asker.o = &c.o
	it := c.visit(&host{Host: &frontier.Host{}}, &frontier.URL{ID: 7}, nil)
	if it.result.State != frontier.Failed || it.result.ID != 7 || !strings.Contains(it.result.Visit.Note, "broke the reader") {
		t.Errorf("%+v", it.result)
	}
}
