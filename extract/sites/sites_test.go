package sites

import (
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func overlay(name, data string) fstest.MapFS {
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(data)}}
}

func TestEmbeddedProfilesLoad(t *testing.T) {
	if _, err := Load(nil); err != nil {
		t.Fatal(err)
	}
}

func TestLookup(t *testing.T) {
	s, err := Load(overlay("bao.example.vn.toml", "hosts = ['bao.example.vn', 'baocu.example.vn']\n"))
	if err != nil {
		t.Fatal(err)
	}
	for host, want := range map[string]string{
		"bao.example.vn": "bao.example.vn", "WWW.bao.example.vn:443": "bao.example.vn", "m.baocu.example.vn": "bao.example.vn",
		"thethao.bao.example.vn": "bao.example.vn", "example.vn": "", "khac.example.vn": "", "vn": "", "": "",
	} {
		got := ""
		if p := s.Lookup(host); p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("Lookup(%q) = %q, want %q", host, got, want)
		}
	}
}

// TestWrongProfiles: each fault names file and key and says what to write.
func TestWrongProfiles(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"unknown key":          {"a.vn.toml", "hots = ['a.vn']", "sites/a.vn.toml: hots: unknown key: remove it or correct"},
		"unknown key inside":   {"a.vn.toml", "[[layout]]\nbodi = 'p'", "a.vn.toml: layout.bodi: unknown key"},
		"selector":             {"a.vn.toml", "[[layout]]\nbody = 'div['", "a.vn.toml: layout[0].body: selector \"div[\" does not compile"},
		"empty selector":       {"a.vn.toml", "[[layout]]\ndrop = ['']", "a.vn.toml: layout[0].drop: empty selector: write a CSS selector"},
		"pattern":              {"a.vn.toml", "[crawl]\narticle = '('", "a.vn.toml: crawl.article: pattern \"(\" does not compile"},
		"unknown family":       {"a.vn.toml", "family = 'vcorp'", "a.vn.toml: family: unknown family \"vcorp\": write one of "},
		"duplicate host":       {"a.vn.toml", "hosts = ['tuoitre.vn']", "\"tuoitre.vn\" belongs to sites/"},
		"host with scheme":     {"a.vn.toml", "hosts = ['https://a.vn/']", "is not a host: write it in lower case"},
		"host twice":           {"a.vn.toml", "hosts = ['a.vn', 'a.vn']", "stands twice: remove one"},
		"delay":                {"a.vn.toml", "[crawl]\ndelay = '2'", "crawl.delay: \"2\" is not a delay: write seconds such as"},
		"paging":               {"a.vn.toml", "[crawl]\npaging = '/trang-2'", "crawl.paging: \"/trang-2\" has no {n}"},
		"feed":                 {"a.vn.toml", "[crawl]\nfeeds = ['rss']", "\"rss\" is neither a path nor a URL"},
		"unreachable layout":   {"a.vn.toml", "[[layout]]\nbody = 'p'\n[[layout]]\nbody = 'div'", "layout[0].if: a layout without `if` fits every page"},
		"not NFC":              {"a.vn.toml", "note = 'ha\u0300'", "a.vn.toml: text is not NFC: save it"},
		"broken TOML":          {"a.vn.toml", "hosts = [", "sites/a.vn.toml: toml: error"},
		"wrong type":           {"a.vn.toml", "[[layout]]\nbody = 3", "a string or a list of strings is wanted"},
		"family with no looks": {"families/x.toml", "mark = '#x'", "sites/families/x.toml: layout: the family has no layout"},
	} {
		_, err := Load(overlay(c.file, c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is\n  %v\nwithout\n  %s", name, err, c.want)
		}
	}
}

func TestFamilyFillsWhatTheSiteLeavesOut(t *testing.T) {
	s, err := Load(fstest.MapFS{
		"families/cms.toml": &fstest.MapFile{Data: []byte("[crawl]\narticle = '-d+'\nskip = ['/tag/']\n[[layout]]\nname = 'new'\nif = '#new'\ntitle = 'h1'\nbody = '.b'\ndrop = '.ad'\n[[layout]]\nbody = '.old'\n")},
		"a.vn.toml":         &fstest.MapFile{Data: []byte("family = 'cms'\n[crawl]\nskip = ['/video/']\n[[layout]]\ntitle = 'h2'\ndrop = '.poll'\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	p := s.Lookup("a.vn")
	first := p.Layouts[0]
	if first.Title[0].Source != "h2" || first.Body[0].Source != ".b" || len(first.Drop) != 2 || len(first.If) != 1 || first.Name != "new" {
		t.Errorf("first layout: %+v", first)
	}
	if len(p.Crawl.Skip) != 2 || p.Crawl.Article == nil {
		t.Errorf("crawl: %+v", p.Crawl)
	}
	if second := p.Layouts[1]; second.Body[0].Source != ".old" || len(second.If) != 0 {
		t.Errorf("second layout: %+v", second)
	}
}

func TestSelectorKey(t *testing.T) {
	for source, want := range map[string]string{
		"div.a.b": ".a", ".detail-content.x": ".detail-content", "#__n .t-c": ".t-c", "ul li#x": "#x", "[data-role=sapo]": "[data-role", "article > p": "p", "*": "",
		`a[href="x.y#z"]`: "[href", "p:not(.a)": "p", ".a .b:first-child": ".b", "div[class*='a b']": "[class",
	} {
		s, err := compile([]string{source})
		if err != nil || s[0].Key != want {
			t.Errorf("key of %s is %q, want %q (%v)", source, s[0].Key, want, err)
		}
	}
}

// TestWholeSelectors tells selectors that their key says all of.
func TestWholeSelectors(t *testing.T) {
	for source, want := range map[string]bool{".detail-content": true, "#a": true, "h1": true, "*": false,
		".a.b": false, "div.a": false, ".a .b": false, "[data-x]": false, ".a:first-child": false} {
		s, err := compile([]string{source})
		if err != nil || s[0].Whole != want {
			t.Errorf("%s is whole: %v, want %v (%v)", source, s[0].Whole, want, err)
		}
	}
}

func TestCrawlPatterns(t *testing.T) {
	s, err := Load(overlay("a.vn.toml", "[crawl]\narticle = '-\\d{5,}\\.html$'\nskip = ['^/video/']\npaging = '{stem}/trang-{n}{ext}'\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := s.Lookup("a.vn").Crawl
	for path, want := range map[string]bool{"/x-12345.html": true, "/video/x-12345.html": false, "/chuyen-muc": false} {
		u, _ := url.Parse("https://a.vn" + path)
		if yes, known := c.IsArticle(u); yes != want || !known {
			t.Errorf("IsArticle(%s) = %v, %v", path, yes, known)
		}
	}
	for section, want := range map[string]string{"/xa-hoi.htm": "/xa-hoi/trang-3.htm", "/xa-hoi": "/xa-hoi/trang-3", "/xa-hoi/": "/xa-hoi/trang-3"} {
		if got := c.SectionPage(section, 3); got != want {
			t.Errorf("page 3 of %s is %s, want %s", section, got, want)
		}
	}
}

// TestPagesOfProfiles: a page that a profile names is in testdata.
func TestPagesOfProfiles(t *testing.T) {
	s, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.All()); n < 40 {
		t.Errorf("%d sites, want at least 40", n)
	}
	for _, p := range s.All() {
		if p.Page == "" {
			continue
		}
		if _, err := os.Stat("../../testdata/" + p.Page); err != nil {
			t.Errorf("sites/%s.toml: page: %v: save the page there or remove the key", p.Name, err)
		}
	}
}
