package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of itself outside the text a reader sees.
type metadata struct {
	titles       []string // the most trusted first; <title> last
	pageTitle    string
	descriptions []string
	canonical    string
	ogURL        string
	site         string
	authors      []string
	published    []string
	modified     []string
	section      string
	tags         []string
	keywords     []string
	images       []string
	body         string // articleBody of JSON-LD
	lang         string
}

// readMetadata collects meta, link, title and JSON-LD.
func readMetadata(t *tree, data [][]byte) *metadata {
	m := &metadata{}
	for _, body := range data {
		m.readJSONLD(body)
	}
	for i := range t.elems {
		switch e := &t.elems[i]; e.tag {
		case atom.Meta:
			m.meta(e.node)
		case atom.Link:
			if strings.EqualFold(attr(e.node, "rel"), "canonical") && m.canonical == "" {
				m.canonical = strings.TrimSpace(attr(e.node, "href"))
			}
		case atom.Title:
			if m.pageTitle == "" && e.node.FirstChild != nil {
				m.pageTitle = squeeze(e.node.FirstChild.Data)
			}
		case atom.Html:
			m.lang = attr(e.node, "lang")
		}
	}
	if m.pageTitle != "" {
		m.titles = append(m.titles, m.pageTitle)
	}
	return m
}

// metaKeys sorts the names of meta tags by what they hold.
var metaKeys = map[string]func(*metadata, string){
	"og:title":                 func(m *metadata, v string) { m.titles = append([]string{v}, m.titles...) },
	"twitter:title":            func(m *metadata, v string) { m.titles = append(m.titles, v) },
	"headline":                 func(m *metadata, v string) { m.titles = append(m.titles, v) },
	"dc.title":                 func(m *metadata, v string) { m.titles = append(m.titles, v) },
	"og:description":           func(m *metadata, v string) { m.descriptions = append(m.descriptions, v) },
	"description":              func(m *metadata, v string) { m.descriptions = append(m.descriptions, v) },
	"twitter:description":      func(m *metadata, v string) { m.descriptions = append(m.descriptions, v) },
	"og:url":                   func(m *metadata, v string) { m.ogURL = v },
	"og:site_name":             func(m *metadata, v string) { m.site = v },
	"author":                   func(m *metadata, v string) { m.authors = append(m.authors, v) },
	"article:author":           func(m *metadata, v string) { m.authors = append(m.authors, v) },
	"dc.creator":               func(m *metadata, v string) { m.authors = append(m.authors, v) },
	"article:section":          func(m *metadata, v string) { m.section = v },
	"articlesection":           func(m *metadata, v string) { m.section = v },
	"article:tag":              func(m *metadata, v string) { m.tags = append(m.tags, splitTags(v)...) },
	"keywords":                 func(m *metadata, v string) { m.keywords = splitTags(v) },
	"news_keywords":            func(m *metadata, v string) { m.keywords = splitTags(v) },
	"og:image":                 func(m *metadata, v string) { m.images = append(m.images, v) },
	"article:published_time":   func(m *metadata, v string) { m.published = append(m.published, v) },
	"article:published":        func(m *metadata, v string) { m.published = append(m.published, v) },
	"datepublished":            func(m *metadata, v string) { m.published = append(m.published, v) },
	"pubdate":                  func(m *metadata, v string) { m.published = append(m.published, v) },
	"publishdate":              func(m *metadata, v string) { m.published = append(m.published, v) },
	"dc.date.issued":           func(m *metadata, v string) { m.published = append(m.published, v) },
	"dc.date":                  func(m *metadata, v string) { m.published = append(m.published, v) },
	"dc.created":               func(m *metadata, v string) { m.published = append(m.published, v) },
	"datecreated":              func(m *metadata, v string) { m.published = append(m.published, v) },
	"article:modified_time":    func(m *metadata, v string) { m.modified = append(m.modified, v) },
	"og:updated_time":          func(m *metadata, v string) { m.modified = append(m.modified, v) },
	"datemodified":             func(m *metadata, v string) { m.modified = append(m.modified, v) },
	"dcterms.modified":         func(m *metadata, v string) { m.modified = append(m.modified, v) },
	"lastmod":                  func(m *metadata, v string) { m.modified = append(m.modified, v) },
	"publish-date":             func(m *metadata, v string) { m.published = append(m.published, v) },
	"article:publication_time": func(m *metadata, v string) { m.published = append(m.published, v) },
}

func (m *metadata) meta(n *html.Node) {
	content := squeeze(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if put := metaKeys[strings.ToLower(attr(n, key))]; put != nil {
			put(m, content)
			return
		}
	}
	// mCMS writes the time of publication as <meta class="cms-date">.
	if strings.Contains(attr(n, "class"), "cms-date") {
		m.published = append(m.published, content)
	}
}

func splitTags(v string) []string {
	var tags []string
	for _, tag := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' }) {
		if tag = squeeze(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}
