package sites

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestFaultsOfFiles holds what is refused, and that no other fault is told beside it.
func TestFaultsOfFiles(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want, lacks string }{
		"list of figures":         {"a.vn.toml", "[[layout]]\nbody = ['p', 3]", "a list of strings is wanted", "does not compile"},
		"empty list":              {"a.vn.toml", "[[layout]]\nbody = []", "a.vn.toml: layout[0].body: the list is empty", "does not compile"},
		"hosts of another kind":   {"a.vn.toml", "hosts = 3", "a.vn.toml: ", "unknown key"},
		"delay in words":          {"a.vn.toml", "[crawl]\ndelay = 'x'", "is not a delay", ""},
		"no delay":                {"a.vn.toml", "[crawl]\ndelay = '0s'", "is not a delay", ""},
		"delay of hours":          {"a.vn.toml", "[crawl]\ndelay = '2h'", "is not a delay", ""},
		"host without a dot":      {"a.vn.toml", "hosts = ['avn']", "is not a host", ""},
		"host with a path":        {"a.vn.toml", "hosts = ['a.vn/x']", "is not a host", ""},
		"host in capitals":        {"a.vn.toml", "hosts = ['A.vn']", "is not a host", ""},
		"host of a mirror":        {"a.vn.toml", "hosts = ['www.a.vn']", "is not a host", ""},
		"folder":                  {"a.vn.toml/x", "", "a.vn.toml: cannot be read", ""},
		"family, unknown key":     {"families/x.toml", "marc = 'p'", "families/x.toml: marc: unknown key", "no layout"},
		"generic, unknown key":    {"generic.toml", "junc = ['p']", "generic.toml: junc: unknown key", ""},
		"generic, not NFC":        {"generic.toml", "junk = ['ha\u0300']", "generic.toml: text is not NFC", ""},
		"family, unreachable":     {"families/x.toml", "[[layout]]\nbody = 'p'\n[[layout]]\nbody = 'div'", "layout[0].if: a layout without `if`", ""},
		"section of no path":      {"a.vn.toml", "[crawl]\nsections = ['x']", "is neither a path nor a URL", ""},
		"pattern of what to skip": {"a.vn.toml", "[crawl]\nskip = ['/', '(']", "crawl.skip[1]: pattern", ""},
	} {
		_, err := Load(overlay(c.file, c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) || c.lacks != "" && strings.Contains(err.Error(), c.lacks) {
			t.Errorf("%s: error is\n  %v\nwant %q, not %q", name, err, c.want, c.lacks)
		}
	}
}

// TestInherit holds what a site has from its family, and what it says for itself.
func TestInherit(t *testing.T) {
	const crawl = "[crawl]\nfeeds = ['https://a.vn/rss']\nsitemaps = ['http://a.vn/map']\nsections = ['/x']\narticle = '-d+'\npaging = '/trang-{n}'\nfirst = 3\ndelay = '2s'\nlisting = 'h3 a'\n"
	s, err := Load(fstest.MapFS{
		"families/cms.toml": {Data: []byte(crawl + "[[layout]]\nname = 'cu'\nif = '#old'\nbody = '.b'\n[[layout]]\nbody = '.c'\n")},
		"a.vn.toml":         {Data: []byte("family = 'cms'\n")},
		"b.vn.toml":         {Data: []byte("family = 'cms'\n[crawl]\nfeeds = ['/f']\nsitemaps = ['/m']\narticle = 'z'\npaging = '?p={n}'\ndelay = '5s'\nlisting = 'h2 a'\n[[layout]]\nname = 'moi'\nif = '#new'\ntitle = 'h2'\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	a, b := s.Lookup("a.vn"), s.Lookup("b.vn")
	if c := a.Crawl; !slices.Equal(c.Feeds, []string{"https://a.vn/rss"}) || !slices.Equal(c.Sitemaps, []string{"http://a.vn/map"}) || c.Sections != nil || c.Article.String() != "-d+" ||
		c.Paging != "/trang-{n}" || c.First != 3 || c.Delay != 2*time.Second || !strings.HasPrefix(c.Listing[0].Source, "h3") {
		t.Errorf("a site that says nothing: %+v", c)
	}
	if c := b.Crawl; !slices.Equal(c.Feeds, []string{"/f"}) || !slices.Equal(c.Sitemaps, []string{"/m"}) || c.Article.String() != "z" || c.Paging != "?p={n}" || c.First != 2 || c.Delay != 5*time.Second || !strings.HasPrefix(c.Listing[0].Source, "h2") {
		t.Errorf("a site that says all: %+v", c)
	}
	names := func(p *Profile) (all []string) {
		for _, l := range p.Layouts {
			all = append(all, l.Name+" "+strings.Repeat("i", len(l.If)))
		}
		return all
	}
	if got := names(a); !slices.Equal(got, []string{"cu i", "cms "}) {
		t.Errorf("layouts of a site without any: %q", got)
	}
	if got := names(b); !slices.Equal(got, []string{"moi ii", "moi i", "moi i", "cu i", "cms "}) {
		t.Errorf("layouts of both: %q", got)
	}
	var none *Sites
	if none.Lookup("a.vn") != nil || s.Find("http://[::1") != nil || s.Find("a.vn") != nil || s.Find(" https://www.a.vn/x ") != a || Source("no.toml") != "" {
		t.Error("what is found of a.vn")
	}
}

// TestHosts holds the form in which hosts are listed, and which are a profile's.
func TestHosts(t *testing.T) {
	for host, want := range map[string]string{
		" WWW.A.vn. ": "a.vn", "a.vn:443": "a.vn", "[::1]": "[::1]", "[::1]:80": "[::1]", "m.vn": "m.vn", "m.a.vn": "a.vn", "amp.a.vn": "a.vn", "tin.a.vn": "tin.a.vn", "": "",
	} {
		if got := Host(host); got != want {
			t.Errorf("Host(%q) = %q, want %q", host, got, want)
		}
	}
	p := &Profile{Hosts: []string{"a.vn"}}
	for host, want := range map[string]bool{"a.vn": true, "m.a.vn:80": true, "tin.a.vn": true, "ba.vn": false, "vn": false, "": false} {
		if p.Covers(host) != want {
			t.Errorf("Covers(%q) = %v", host, !want)
		}
	}
}

// TestKeys holds the plain mark of selectors.
func TestKeys(t *testing.T) {
	for source, want := range map[string]string{
		"p:not(.a) .b": ".b", "div[a=b] .c": ".c", "div[a=b].c": ".c", `.a\:b`: "", `div.a_b`: ".a_b", "div.aB-9": ".aB-9", "div.chợ": ".chợ", "a+b": "b", "a~b.c": ".c", "a>#x": "#x", ":first-child": "",
		"div:first-child.a": "div", "[a][b]": "[a",
	} {
		s, err := compile([]string{source})
		if err != nil || s[0].Key != want {
			t.Errorf("key of %s is %q, want %q (%v)", source, s[0].Key, want, err)
		}
	}
}

// TestPaging holds the addresses of further pages of a section.
func TestPaging(t *testing.T) {
	for _, c := range []struct {
		paging, section string
		n               int
		want            string
	}{
		{"{stem}/trang-{n}{ext}", "/x.htm", 1, "/x.htm"}, {"{stem}/trang-{n}{ext}", "/x.htm", 2, "/x/trang-2.htm"}, {"", "/x", 2, ""}, {"", "/x", 1, "/x"},
		{"?p={n}", "/x.htm", 2, "/x.htm?p=2"}, {"/{n}", "/x/", 3, "/x/3"}, {"{stem}-{n}{ext}", "/a.b/x", 2, "/a.b/x-2"},
	} {
		if got := (&Crawl{Paging: c.paging, First: 2}).SectionPage(c.section, c.n); got != c.want {
			t.Errorf("page %d of %s by %q: %q, want %q", c.n, c.section, c.paging, got, c.want)
		}
	}
	u, _ := url.Parse("https://a.vn/x-1")
	if yes, known := new(Crawl).IsArticle(u); yes || known {
		t.Error("a site without a pattern tells articles")
	}
}
