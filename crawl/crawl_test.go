package crawl

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/warc"
)

// crawlOnce opens, runs and closes.
func crawlOnce(t *testing.T, o Options) *Report {
	t.Helper()
	o.AllowPrivate = true
	if o.Delay == 0 {
		o.Delay = time.Millisecond
	}
	if o.Retry == 0 {
		o.Retry = 5 * time.Millisecond
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute // the machine may be busy
	}
	if o.Patience == 0 {
		o.Patience = 3 * time.Second
	}
	c, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return r
}

// archived counts the records of a corpus by type and URI, and fails on damage.
func archived(t *testing.T, dir string) map[string]int {
	t.Helper()
	out := map[string]int{}
	files, _ := filepath.Glob(filepath.Join(dir, Archive, "*.warc.gz"))
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		r := warc.NewReader(f)
		for {
			rec, err := r.Next()
			if err != nil {
				if err.Error() != "EOF" {
					t.Fatalf("%s: %v", name, err)
				}
				break
			}
			out[rec.Type+" "+rec.URI]++
			out[rec.Type]++
		}
		f.Close()
	}
	return out
}

func count(log []asked, path string) (n int) {
	for _, a := range log {
		if a.path == path {
			n++
		}
	}
	return n
}

func TestSiteIsCrawledAndRefreshed(t *testing.T) {
	s := newsSite(50)
	defer s.Close()
	s.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /kin\nSitemap: "+s.URL+"/sitemap.xml\n")
	s.text("/sitemap.xml", "application/xml", fmt.Sprintf("<urlset><url><loc>%s%s</loc></url><url><loc>%s/kin/cong-an-hop-giao-ban-200.htm</loc></url></urlset>", s.URL, articlePath(700), s.URL))
	s.html(articlePath(700), articleBody(700))
	var pages []*boctin.Page
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, OnPage: func(p *boctin.Page) { pages = append(pages, p) }}
	r := crawlOnce(t, o)
	site := r.Sites[0]
	if site.Articles != 51 || site.Failed != 0 || site.Blocked != 1 || site.Left != 0 || len(pages) != 51 {
		t.Fatalf("first run: %+v, %d pages", site, len(pages))
	}
	log := s.requests()
	if count(log, "/robots.txt") != 1 || len(log) != 51+4+1+1 {
		t.Errorf("%d requests, %d of robots.txt", len(log), count(log, "/robots.txt"))
	}
	stored := archived(t, o.Dir)
	if stored["response"] != len(log) || stored["request"] != len(log) {
		t.Errorf("archive: %v", stored)
	}
	if p := pages[0]; p.Record == "" || p.Path == "" || !strings.Contains(string(p.Body), "Công an xã") || p.Fetched.IsZero() {
		t.Errorf("page handed on: %+v", p)
	}

	// everything again: conditional requests alone, and nothing stored
	o.Mode = All
	site = crawlOnce(t, o).Sites[0]
	log = s.requests()
	for _, a := range log {
		if !a.conditional && a.path != "/sitemap.xml" {
			t.Errorf("%s was asked for without a condition", a.path)
		}
	}
	again := archived(t, o.Dir)
	if site.New+site.Changed != 0 || len(pages) != 51 || again["response"] != stored["response"] || again["revisit"] != len(log) {
		t.Errorf("second run: %+v, %d responses, %d revisits for %d requests", site, again["response"], again["revisit"], len(log))
	}

	// one article changes, another is new, a third goes
	s.html(articlePath(3), articleBody(3)+"<p>Tin cập nhật lúc 15 giờ: cuộc họp đã kết thúc.</p>")
	s.html(articlePath(800), articleBody(800))
	s.html("/tin.htm", listBody("/tin/trang-2.htm", 800, 0, 1, 2))
	s.set(articlePath(5), http.NotFound)
	site = crawlOnce(t, o).Sites[0]
	if site.New != 1 || site.Changed != 2 || site.Gone != 1 || site.Articles != 2 {
		t.Errorf("third run: %+v", site)
	}
	if got := archived(t, o.Dir); got["response "+s.URL+articlePath(3)] != 2 {
		t.Error("the changed article is not kept as a second version")
	}

	// a fresh run asks the front page, and leaves what is not due
	s.requests()
	o.Mode = Fresh
	crawlOnce(t, o)
	if log := s.requests(); len(log) != 1 || log[0].path != "/" {
		t.Errorf("a run right after asks %v", log)
	}
}

func TestLimitSinceDepthSection(t *testing.T) {
	s := newsSite(60)
	defer s.Close()
	if site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Limit: 7}).Sites[0]; site.Articles != 6 || site.Left == 0 {
		t.Errorf("limit 7, one of them the section: %+v", site) // /tin.htm is not known to be a listing yet
	}
	if site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Depth: 1}).Sites[0]; site.Articles != 0 || site.New != 2 {
		t.Errorf("depth 1: %+v", site)
	}
	s.html("/", `<a href="/tin.htm">Tin tức</a><a href="/phap-luat.htm">Pháp luật</a><a href="/xa-hoi.htm">Xã hội</a>`)
	s.html("/phap-luat.htm", `<a href="/hai-vu-an-duoc-dua-ra-xet-xu-20250301101112.htm">Hai vụ án được đưa ra xét xử</a>
		<a href="/mot-vu-an-duoc-dua-ra-xet-xu-20240301101112.htm">Một vụ án được đưa ra xét xử</a><a href="/xa-hoi.htm">Xã hội</a><a href="/phap-luat/toa-an.htm">Tòa án</a>`)
	s.html("/hai-vu-an-duoc-dua-ra-xet-xu-20250301101112.htm", articleBody(1))
	s.html("/mot-vu-an-duoc-dua-ra-xet-xu-20240301101112.htm", articleBody(2))
	s.html("/phap-luat/toa-an.htm", listBody(""))
	s.requests()
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Sections: []string{"phap-luat.htm"}, Since: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}
	site := crawlOnce(t, o).Sites[0]
	log := s.requests()
	if site.Articles != 1 || count(log, "/xa-hoi.htm")+count(log, "/tin.htm")+count(log, "/") != 0 || count(log, "/phap-luat/toa-an.htm") != 1 {
		t.Errorf("section since 2025: %+v, %v", site, log)
	}
}

func TestPoliteness(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	s := newsSite(10)
	defer s.Close()
	s.text("/robots.txt", "text/plain", "User-agent: boctin\nCrawl-delay: 0.15\nDisallow: /cong-an-xa-hop-giao-ban-thang-100003\n")
	waited := false
	article := s.pages[articlePath(4)]
	s.set(articlePath(4), func(w http.ResponseWriter, r *http.Request) {
		if !waited {
			waited = true
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		article(w, r)
	})
	site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Delay: 20 * time.Millisecond}).Sites[0]
	log := s.requests()
	if site.Articles != 9 || site.Blocked != 1 || count(log, "/robots.txt") != 1 || count(log, articlePath(3)) != 0 || count(log, articlePath(4)) != 2 {
		t.Errorf("%+v\n%v", site, log)
	}
	for i := 1; i < len(log); i++ {
		least := 150 * time.Millisecond
		if log[i-1].path == "/robots.txt" {
			least = 20 * time.Millisecond
		} else if count(log[:i], articlePath(4)) == 1 && log[i-1].path == articlePath(4) {
			least = time.Second
		}
		if gap := log[i].at.Sub(log[i-1].at); gap < least {
			t.Errorf("%s came %v after %s, want %v", log[i].path, gap, log[i-1].path, least)
		}
	}
}

func TestServerThatFailsRobots(t *testing.T) {
	s := newsSite(3)
	defer s.Close()
	s.set("/robots.txt", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	dir := t.TempDir()
	site := crawlOnce(t, Options{Dir: dir, Seeds: []string{s.URL}}).Sites[0]
	if log := s.requests(); len(log) != 1 || site.Left != 1 || len(site.Warnings) != 1 || !strings.Contains(site.Warnings[0], "robots.txt cannot be had (status 502): 1 URL left for a later run") {
		t.Errorf("%v %+v", log, site)
	}
	// the wait is kept from run to run
	crawlOnce(t, Options{Dir: dir, Seeds: []string{s.URL}})
	if log := s.requests(); len(log) != 0 {
		t.Errorf("asked again at once: %v", log)
	}
}

func TestRobotsRedirect(t *testing.T) {
	s, other := newsSite(3), newSite()
	defer s.Close()
	defer other.Close()
	other.text("/rules.txt", "text/plain", "User-agent: *\nDisallow: /tin")
	s.set("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+"/rules.txt", http.StatusMovedPermanently)
	})
	site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}}).Sites[0]
	if site.Blocked != 1 || site.New != 1 {
		t.Errorf("%+v", site)
	}
}

func TestRedirectIntoForbiddenPath(t *testing.T) {
	s := newSite()
	defer s.Close()
	s.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /kin")
	s.html("/", `<a href="/tin.htm">Tin</a>`)
	s.set("/tin.htm", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/kin/tin.htm", http.StatusFound) })
	s.html("/kin/tin.htm", listBody("", 1))
	site := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}}).Sites[0]
	if log := s.requests(); count(log, "/kin/tin.htm") != 0 || site.Blocked != 1 {
		t.Errorf("%+v %v", site, log)
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	s := newsSite(3)
	defer s.Close()
	c, err := Open(Options{Dir: t.TempDir(), Seeds: []string{s.URL}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	r, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if log := s.requests(); len(log) != 0 || len(r.Sites[0].Warnings) != 1 || !strings.Contains(r.Sites[0].Warnings[0], "--allow-private") {
		t.Errorf("%v %+v", log, r.Sites[0])
	}
}

func TestTwoCrawlsOfOneCorpus(t *testing.T) {
	dir := t.TempDir()
	c, err := Open(Options{Dir: dir, Seeds: []string{"a.vn"}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := Open(Options{Dir: dir, Seeds: []string{"a.vn"}}); err == nil || !strings.Contains(err.Error(), "another crawl") {
		t.Errorf("second: %v", err)
	}
	if _, err := Open(Options{Dir: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "name a site") {
		t.Errorf("without a seed: %v", err)
	}
	if _, err := Open(Options{Dir: t.TempDir(), Seeds: []string{"tuoitre"}}); err == nil {
		t.Error("a word is taken for a site")
	}
}

func TestInterrupt(t *testing.T) {
	s := newsSite(40)
	defer s.Close()
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, AllowPrivate: true, Delay: time.Millisecond,
		OnEvent: func(Event) {
			if n++; n == 10 {
				cancel()
			}
		}}
	c, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Run(ctx)
	if err != nil || !r.Interrupted || r.Sites[0].Left == 0 {
		t.Errorf("%v %+v", err, r)
	}
	if counts, _ := c.frontier.Counts(); counts[frontier.Leased] != 0 {
		t.Errorf("leases left: %v", counts)
	}
	c.Close()
	o.OnEvent = nil
	if r := crawlOnce(t, o); r.Sites[0].Left != 0 || archived(t, o.Dir)["response"] != 40+3+1 {
		t.Errorf("going on: %+v", r.Sites[0])
	}
}

func TestRedesignIsNoticed(t *testing.T) {
	s := newsSite(30)
	defer s.Close()
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Mode: All}
	if r := crawlOnce(t, o); len(r.Sites[0].Warnings) != 0 {
		t.Fatalf("first run: %v", r.Sites[0].Warnings)
	}
	s.html("/tin.htm", `<a href="/n/1">Tin một của trang mới làm lại hôm nay</a>`)
	s.html("/tin/trang-2.htm", `<a href="/n/2">Tin hai của trang mới làm lại hôm nay</a>`)
	if r := crawlOnce(t, o); len(r.Sites[0].Warnings) != 1 || !strings.Contains(r.Sites[0].Warnings[0], "redesigned") {
		t.Errorf("after the redesign: %v", r.Sites[0].Warnings)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{"120": 2 * time.Minute, "Sun, 01 Nov 2026 08:01:00 GMT": time.Minute, "9999999999": maxRetryAfter,
		"Sun, 01 Nov 2020 08:01:00 GMT": 0, "soon": -1, "": -1, "-5": -1} {
		got, ok := retryAfter(in, now)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

func TestQuietHours(t *testing.T) {
	h, err := ParseHours("22:00-06:30")
	if err != nil {
		t.Fatal(err)
	}
	for clock, want := range map[string]time.Duration{"21:59": 0, "22:00": 8*time.Hour + 30*time.Minute, "06:00": 30 * time.Minute, "06:30": 0} {
		now, _ := time.Parse("15:04", clock)
		if got := h.left(now); got != want {
			t.Errorf("%s: %v, want %v", clock, got, want)
		}
	}
	for _, bad := range []string{"", "22-6", "25:00-06:00", "a"} {
		if _, err := ParseHours(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestInterval(t *testing.T) {
	hour := time.Hour
	known := func(d time.Duration) *frontier.Known { return &frontier.Known{Interval: d} }
	for _, c := range []struct {
		kind    frontier.Kind
		old     *frontier.Known
		changed bool
		want    time.Duration
	}{
		{frontier.Article, nil, false, 20 * hour}, {frontier.Article, known(40 * hour), true, 20 * hour}, {frontier.Article, known(8 * hour), true, 6 * hour},
		{frontier.Article, known(20 * hour), false, 40 * hour}, {frontier.Article, known(50 * day), false, 60 * day},
		{frontier.Feed, nil, false, hour}, {frontier.List, known(hour), true, 30 * time.Minute}, {frontier.List, known(20 * hour), false, day},
	} {
		if got := interval(c.kind, c.old, c.changed); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestSameTextOtherBytes visits an article whose page differs on every visit
// while its text does not.
func TestSameTextOtherBytes(t *testing.T) {
	s := newSite()
	defer s.Close()
	s.html("/", listBody("", 1, 2, 3))
	s.html(articlePath(2), articleBody(2))
	s.html(articlePath(3), articleBody(3))
	n := 0
	s.set(articlePath(1), func(w http.ResponseWriter, r *http.Request) {
		n++
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, "%s<script>var visit=%d</script>", articleBody(1), n)
	})
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Mode: All}
	crawlOnce(t, o)
	site := crawlOnce(t, o).Sites[0]
	if n != 2 || site.Changed != 0 || site.Unchanged != 4 || archived(t, o.Dir)["response "+s.URL+articlePath(1)] != 1 {
		t.Errorf("fetched %d times: %+v", n, site)
	}
}

// TestCanonical fetches a page under another address that names its own.
func TestCanonical(t *testing.T) {
	s := newSite()
	defer s.Close()
	s.html("/", fmt.Sprintf(`<a href="/tin%s">Công an xã họp giao ban tháng</a>`, articlePath(1)))
	s.html("/tin"+articlePath(1), `<link rel="canonical" href="`+articlePath(1)+`">`+articleBody(1)+fmt.Sprintf(`<a href="%s">x</a>`, articlePath(1)))
	s.html(articlePath(1), articleBody(1))
	var urls []string
	crawlOnce(t, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, OnPage: func(p *boctin.Page) { urls = append(urls, p.URL) }})
	if len(urls) != 1 || urls[0] != s.URL+articlePath(1) || count(s.requests(), articlePath(1)) != 0 {
		t.Errorf("pages %v", urls)
	}
}

// TestFeed takes articles and their change from a feed.
func TestFeed(t *testing.T) {
	s := newSite()
	defer s.Close()
	feed := func(date string) string {
		return fmt.Sprintf(`<rss><channel><item><link>%s%s</link><pubDate>%s</pubDate></item></channel></rss>`, s.URL, articlePath(1), date)
	}
	s.html("/", `<link rel="alternate" type="application/rss+xml" href="/moi.rss">`)
	s.text("/moi.rss", "text/xml", feed("Mon, 06 Oct 2025 08:00:00 +0700"))
	s.html(articlePath(1), articleBody(1))
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}}
	if site := crawlOnce(t, o).Sites[0]; site.Articles != 1 {
		t.Fatalf("%+v", site)
	}
	s.requests()
	o.Since = time.Date(2025, 11, 1, 0, 0, 0, 0, time.UTC)
	o.Dir = t.TempDir()
	if site := crawlOnce(t, o).Sites[0]; site.Articles != 0 || count(s.requests(), articlePath(1)) != 0 {
		t.Errorf("older than wanted: %+v", site)
	}
}
