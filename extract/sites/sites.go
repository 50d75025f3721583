// Package sites loads what is known of news sites: where a page keeps its
// parts, and how the site is crawled. A site is one TOML file of some ten
// lines; what many sites share stands in the file of their CMS family.
package sites

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"
)

// Sites is every known site. It is read-only once loaded and safe to share.
type Sites struct {
	profiles []*Profile
	families map[string]*Family
	byHost   map[string]*Profile
	words    *Words
}

// Profile is one site.
type Profile struct {
	Name       string   // the file's stem, the site's main host
	Hosts      []string // main host first, lower case, without www., m. and amp.
	Family     string   // name of the CMS family, "" if the site shares none
	Unverified bool     // written from public selectors, no page was seen
	Page       string   // the saved page that tests it, "" if there is none
	Note       string   // a line for the next contributor
	Crawl      Crawl
	Layouts    []*Layout // newest first, the family's filled in
}

// Family is what the sites of one content management system share.
type Family struct {
	Name    string
	Mark    Selector // shows the family on a page of a host that nobody described
	Crawl   Crawl
	Layouts []*Layout
}

// Crawl says how a site is crawled. Feeds, Sitemaps and Sections are paths or
// whole URLs.
type Crawl struct {
	Feeds    []string
	Sitemaps []string
	Sections []string
	Article  *regexp.Regexp   // searched in path and query of a URL; nil: not known
	Skip     []*regexp.Regexp // URLs never worth a fetch
	Paging   string           // appended to a section's URL, {n} is the page's number; "" if there is none
	First    int              // number of the second page of a section, 2 if not said
	Delay    time.Duration    // between two requests to the host, 0 if not said
	Listing  Selector         // links to articles on a section page
}

// Layout is one look of a site's pages. A part that is left out is found by the
// generic reader. Of a list the first selector that finds anything is taken;
// Caption, Drop and Keep take all that they find.
type Layout struct {
	Name    string
	If      []Selector // each must be on the page; none: fits every page
	Title   Selector
	Lead    Selector
	Body    Selector
	Author  Selector
	Date    Selector
	Section Selector
	Tags    Selector
	Caption Selector
	Drop    Selector
	Keep    Selector
}

// All lists the known sites by name.
func (s *Sites) All() []*Profile { return s.profiles }

// Families lists the known families by name.
func (s *Sites) Families() []*Family {
	var all []*Family
	for _, f := range s.families {
		all = append(all, f)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Words are the words that the generic reader knows.
func (s *Sites) Words() *Words { return s.words }

// mirrors are first labels of a host that show the same articles.
var mirrors = []string{"www.", "m.", "amp.", "mobile.", "wap."}

// Lookup finds the site of a host, which may carry a port, www., m. or amp.; a
// subdomain nobody described belongs to the site it stands under. It is nil if
// the host is not known.
func (s *Sites) Lookup(host string) *Profile {
	if s == nil {
		return nil
	}
	for h := Host(host); h != ""; _, h, _ = strings.Cut(h, ".") {
		if p := s.byHost[h]; p != nil {
			return p
		}
	}
	return nil
}

// Covers tells whether a host, which may carry a port, www., m. or amp., is one
// of the profile's or stands under one.
func (p *Profile) Covers(host string) bool {
	for h := Host(host); h != ""; _, h, _ = strings.Cut(h, ".") {
		if slices.Contains(p.Hosts, h) {
			return true
		}
	}
	return false
}

// Find finds the site of a URL, nil if it is not known.
func (s *Sites) Find(rawURL string) *Profile {
	u, err := url.Parse(strings.TrimSpace(rawURL))
	if err != nil {
		return nil
	}
	return s.Lookup(u.Host)
}

// Host brings a host to the form it is listed under: lower case, without port
// and without www., m. or amp.
func Host(host string) string {
	h := strings.ToLower(strings.TrimSuffix(strings.TrimSpace(host), "."))
	if i := strings.LastIndexByte(h, ':'); i >= 0 && !strings.HasSuffix(h, "]") {
		h = h[:i]
	}
	for _, m := range mirrors {
		if rest, ok := strings.CutPrefix(h, m); ok && strings.Contains(rest, ".") {
			return rest
		}
	}
	return h
}

// IsArticle tells whether a URL looks like an article of the site. known is
// false where the profile has no pattern.
func (c *Crawl) IsArticle(u *url.URL) (yes, known bool) {
	path := u.RequestURI()
	if c.Skips(u) {
		return false, true
	}
	if c.Article == nil {
		return false, false
	}
	return c.Article.MatchString(path), true
}

// Skips tells whether a URL is never worth a fetch.
func (c *Crawl) Skips(u *url.URL) bool {
	path := u.RequestURI()
	for _, re := range c.Skip {
		if re.MatchString(path) {
			return true
		}
	}
	return false
}

// SectionPage is the URL of page n, from 1, of a section; "" beyond the first
// where the site has no pages to turn.
func (c *Crawl) SectionPage(section string, n int) string {
	if n <= 1 {
		return section
	}
	if c.Paging == "" {
		return ""
	}
	number := fmt.Sprint(c.First + n - 2)
	stem, ext := section, ""
	if i := strings.LastIndexByte(section, '.'); i > strings.LastIndexByte(section, '/') && strings.HasPrefix(c.Paging, "{stem}") {
		stem, ext = section[:i], section[i:]
	}
	turn := strings.NewReplacer("{stem}", "", "{ext}", ext, "{n}", number).Replace(c.Paging)
	return strings.TrimSuffix(stem, "/") + turn
}
