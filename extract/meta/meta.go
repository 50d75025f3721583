// Package meta reads what a page says of itself outside the text that a reader
// sees: meta tags, links, the title, JSON-LD.
package meta

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// Data is what a page says of itself outside the text a reader sees.
type Data struct {
	Titles       []string // the most trusted first; <title> last
	PageTitle    string
	Descriptions []string
	Canonical    string
	OgURL        string
	Site         string
	Authors      []string
	Published    []string
	Modified     []string
	Page         []string // when a page of no said kind was published
	Section      string
	Tags         []string
	Keywords     []string
	Images       []string
	Body         string // articleBody of JSON-LD
	Lang         string
	Written      map[string]string // what scripts write into elements, by their id
}

// Read collects meta, link, title and JSON-LD, and of scripts what they write
// into the page.
func Read(t *dom.Tree, data, scripts [][]byte) *Data {
	m := &Data{Written: written(scripts)}
	for _, body := range data {
		m.readJSONLD(body)
	}
	for i := range t.Elems {
		switch e := &t.Elems[i]; e.Tag {
		case atom.Meta:
			m.meta(e.Node)
		case atom.Link:
			m.address(e.Node)
		case atom.Title:
			if m.PageTitle == "" && e.Node.FirstChild != nil {
				m.PageTitle = lines.Squeeze(e.Node.FirstChild.Data)
			}
		case atom.Html:
			m.Lang = dom.Attr(e.Node, "lang")
		}
	}
	if m.PageTitle != "" {
		m.Titles = append(m.Titles, m.PageTitle)
	}
	return m
}

// mostSaid bounds the values of one kind that a page's head is heard for.
const mostSaid = 100

// keep adds values that say something and are not yet in a list.
func keep(list *[]string, values ...string) {
	for _, v := range values {
		if v != "" && len(*list) < mostSaid && !slices.Contains(*list, v) {
			*list = append(*list, v)
		}
	}
}

// Address is the address that a page gives for itself in its head, "" if it
// gives none: canonical, else og:url.
func Address(doc *html.Node) string {
	m := &Data{}
	for page := range doc.ChildNodes() {
		for head := range page.ChildNodes() {
			if head.DataAtom != atom.Head {
				continue
			}
			for n := range head.ChildNodes() {
				m.address(n)
			}
		}
	}
	return m.Own()
}

// Own is the address that the page gives for itself, "" if it gives none.
func (m *Data) Own() string {
	for _, u := range []string{m.Canonical, m.OgURL} {
		if strings.HasPrefix(u, "http") {
			return u
		}
	}
	return ""
}

// address reads canonical and og:url.
func (m *Data) address(n *html.Node) {
	switch n.DataAtom {
	case atom.Link:
		if strings.EqualFold(dom.Attr(n, "rel"), canonical) && m.Canonical == "" {
			m.Canonical = strings.TrimSpace(dom.Attr(n, "href"))
		}
	case atom.Meta:
		if strings.EqualFold(dom.Attr(n, "property"), "og:url") {
			m.OgURL = lines.Squeeze(dom.Attr(n, "content"))
		}
	}
}

// metaKeys sorts the names of meta tags by what they hold.
var metaKeys = map[string]func(*Data, string){
	"og:title":                  func(m *Data, v string) { m.Titles = slices.Insert(m.Titles, 0, v)[:min(len(m.Titles)+1, mostSaid)] },
	"twitter:title":             func(m *Data, v string) { keep(&m.Titles, v) },
	"headline":                  func(m *Data, v string) { keep(&m.Titles, v) },
	"dc.title":                  func(m *Data, v string) { keep(&m.Titles, v) },
	"og:description":            func(m *Data, v string) { keep(&m.Descriptions, v) },
	"description":               func(m *Data, v string) { keep(&m.Descriptions, v) },
	"twitter:description":       func(m *Data, v string) { keep(&m.Descriptions, v) },
	"og:url":                    func(m *Data, v string) { m.OgURL = v },
	"og:site_name":              func(m *Data, v string) { m.Site = v },
	"author":                    func(m *Data, v string) { keep(&m.Authors, v) },
	"article:author":            func(m *Data, v string) { keep(&m.Authors, v) },
	"citation_author":           func(m *Data, v string) { keep(&m.Authors, v) },
	"citation_authors":          func(m *Data, v string) { keep(&m.Authors, v) },
	"dc.creator":                func(m *Data, v string) { keep(&m.Authors, v) },
	"dcterms.creator":           func(m *Data, v string) { keep(&m.Authors, v) },
	"parsely-author":            func(m *Data, v string) { keep(&m.Authors, v) },
	"sailthru.author":           func(m *Data, v string) { keep(&m.Authors, v) },
	"dable:author":              func(m *Data, v string) { keep(&m.Authors, v) },
	"cxenseparse:author":        func(m *Data, v string) { keep(&m.Authors, v) },
	"article_author":            func(m *Data, v string) { keep(&m.Authors, v) },
	"article:section":           func(m *Data, v string) { m.Section = v },
	"articlesection":            func(m *Data, v string) { m.Section = v },
	"article:tag":               func(m *Data, v string) { keep(&m.Tags, splitTags(v)...) },
	"keywords":                  func(m *Data, v string) { m.Keywords = splitTags(v) },
	"news_keywords":             func(m *Data, v string) { m.Keywords = splitTags(v) },
	"og:image":                  func(m *Data, v string) { keep(&m.Images, v) },
	"article:published_time":    func(m *Data, v string) { keep(&m.Published, v) },
	"article:published":         func(m *Data, v string) { keep(&m.Published, v) },
	"datepublished":             func(m *Data, v string) { keep(&m.Published, v) },
	"pubdate":                   func(m *Data, v string) { keep(&m.Published, v) },
	"publishdate":               func(m *Data, v string) { keep(&m.Published, v) },
	"dc.date.issued":            func(m *Data, v string) { keep(&m.Published, v) },
	"dc.date":                   func(m *Data, v string) { keep(&m.Published, v) },
	"dc.created":                func(m *Data, v string) { keep(&m.Published, v) },
	"datecreated":               func(m *Data, v string) { keep(&m.Published, v) },
	"article:modified_time":     func(m *Data, v string) { keep(&m.Modified, v) },
	"og:updated_time":           func(m *Data, v string) { keep(&m.Modified, v) },
	"datemodified":              func(m *Data, v string) { keep(&m.Modified, v) },
	"dcterms.modified":          func(m *Data, v string) { keep(&m.Modified, v) },
	"lastmod":                   func(m *Data, v string) { keep(&m.Modified, v) },
	"citation_publication_date": func(m *Data, v string) { keep(&m.Published, v) },
	"citation_date":             func(m *Data, v string) { keep(&m.Published, v) },
	"parsely-pub-date":          func(m *Data, v string) { keep(&m.Published, v) },
	"sailthru.date":             func(m *Data, v string) { keep(&m.Published, v) },
	"dcterms.date":              func(m *Data, v string) { keep(&m.Published, v) },
	"publication_date":          func(m *Data, v string) { keep(&m.Published, v) },
	"publish-date":              func(m *Data, v string) { keep(&m.Published, v) },
	"article:publication_time":  func(m *Data, v string) { keep(&m.Published, v) },
	"dcterms.created":           func(m *Data, v string) { keep(&m.Published, v) },
	"dcterms.issued":            func(m *Data, v string) { keep(&m.Published, v) },
	"date":                      func(m *Data, v string) { keep(&m.Page, v) },
	"dc.date.created":           func(m *Data, v string) { keep(&m.Published, v) },
	"published_time":            func(m *Data, v string) { keep(&m.Published, v) },
	"publish_date":              func(m *Data, v string) { keep(&m.Published, v) },
	"article_date_original":     func(m *Data, v string) { keep(&m.Published, v) },
}

// EachAsked calls f with everything that is looked for in the name, property or itemprop of
// <meta> and the rel of <link>, in small letters.
func EachAsked(f func(said string)) {
	for name := range metaKeys {
		f(name)
	}
	f(canonical)
	f("name") // of the author that the element about it is
}

// canonical is the rel of the address that a page calls its own.
const canonical = "canonical"

func (m *Data) meta(n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(dom.Attr(n, key))
		if rest := strings.TrimPrefix(name, "og:"); strings.HasPrefix(rest, "article:") {
			name = rest // og:article:published_time, which is none of the protocol's
		}
		if put := metaKeys[name]; put != nil {
			m.put(put, n)
			return
		}
	}
	if dom.Attr(n, "itemprop") == "name" && n.Parent != nil && dom.Attr(n.Parent, "itemprop") == "author" {
		m.put(metaKeys["author"], n)
	}
	// mCMS writes the time of publication as <meta class="cms-date">.
	if strings.Contains(dom.Attr(n, "class"), "cms-date") {
		m.put(metaKeys["pubdate"], n)
	}
}

func (m *Data) put(into func(*Data, string), n *html.Node) {
	if content := lines.Squeeze(dom.Attr(n, "content")); content != "" {
		into(m, content)
	}
}

func splitTags(v string) []string {
	var tags []string
	for _, tag := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' }) {
		if tag = lines.Squeeze(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}
