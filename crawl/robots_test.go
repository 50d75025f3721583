package crawl

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for name, c := range map[string]struct {
		robots          string
		allowed, denied string // paths by space
	}{
		"by product token":       {"User-agent: boctin\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b /", "/a /a/x /abc"},
		"version and case":       {"USER-AGENT: BocTin/2.0\nDisallow: /a", "/b", "/a"},
		"another bot":            {"User-agent: Googlebot\nDisallow: /", "/a", ""},
		"token is a prefix":      {"User-agent: boc\nDisallow: /\nUser-agent: bot\nDisallow: /", "/a", ""},
		"star":                   {"User-agent: *\nDisallow: /tim-kiem\nDisallow: /*?s=\nDisallow: /*.pdf$", "/ /a.pdf?x /tim", "/tim-kiem?q=1 /x?s=1 /b.pdf"},
		"longest wins":           {"User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b /a/bc", "/a /a/c"},
		"equal: allow wins":      {"User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", ""},
		"two groups are one":     {"User-agent: boctin\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: boctin\nDisallow: /b", "/c", "/a /b"},
		"two agents, one group":  {"User-agent: x\nUser-agent: boctin\nDisallow: /a", "/b", "/a"},
		"empty disallow":         {"User-agent: *\nDisallow:", "/a", ""},
		"junk and rules first":   {"\ufeffDisallow: /z\nhello\nFoo: bar\nUser-agent: *\nCrawl-delay: soon\nDisallow: /a # note\n", "/b /z", "/a"},
		"escapes":                {"User-agent: *\nDisallow: /t%c3%a0i\nDisallow: /b%41i", "/c", "/t%C3%A0i/x /bAi"},
		"old line ends":          {"User-agent: *\rDisallow: /a\r", "/b", "/a"},
		"html instead":           {"<!DOCTYPE html><html><body>404: not here</body>", "/a", ""},
		"rule without its slash": {"User-agent: *\nDisallow: a/", "/b", "/a/x"},
	} {
		r := parseRobots(200, []byte(c.robots))
		for _, p := range strings.Fields(c.allowed) {
			if u, _ := url.Parse("https://a.vn" + p); !r.allows(u) {
				t.Errorf("%s: %s is denied", name, p)
			}
		}
		for _, p := range strings.Fields(c.denied) {
			if u, _ := url.Parse("https://a.vn" + p); r.allows(u) {
				t.Errorf("%s: %s is allowed", name, p)
			}
		}
	}
	r := parseRobots(200, []byte("Sitemap: https://a.vn/s.xml\nUser-agent: *\nCrawl-delay: 2.5\n"))
	if r.delay != 2500*time.Millisecond || len(r.sitemaps) != 1 {
		t.Errorf("%+v", r)
	}
	if u, _ := url.Parse("https://a.vn/x"); !parseRobots(404, []byte("User-agent: *\nDisallow: /")).allows(u) {
		t.Error("a robots.txt that is not there denies")
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: boctin\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 1e9\nSitemap: x")
	u, _ := url.Parse("https://a.vn/bai-1.htm?x=y")
	f.Fuzz(func(t *testing.T, s string) {
		r := parseRobots(200, []byte(s))
		r.allows(u)
		if r.delay < 0 {
			t.Fatalf("delay %v", r.delay)
		}
	})
}
