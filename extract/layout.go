package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/extract/sites"
)

// matcher tests the selectors of a site in the one walk over a page: each is
// filed under a mark that its matches must bear. Read-only once built.
type matcher struct {
	name    string
	profile *sites.Profile
	layouts []*sites.Layout
	all     []sites.Choice
	ids     map[string][]int // indices into all, by the mark without its sign
	classes map[string][]int
	attrs   map[string][]int
	tags    map[string][]int
	loose   []int // selectors without a plain mark
	index   map[string]int
}

func newMatcher(name string, p *sites.Profile, layouts []*sites.Layout) *matcher {
	m := &matcher{name: name, profile: p, layouts: layouts, ids: map[string][]int{}, classes: map[string][]int{}, attrs: map[string][]int{}, tags: map[string][]int{}, index: map[string]int{}}
	for _, l := range layouts {
		for _, mark := range l.If {
			m.file(mark)
		}
		for _, s := range selectors(l) {
			m.file(s)
		}
	}
	return m
}

func selectors(l *sites.Layout) [partCount]sites.Selector {
	return [partCount]sites.Selector{
		partTitle: l.Title, partLead: l.Lead, partBody: l.Body, partAuthor: l.Author, partDate: l.Date, partSection: l.Section,
		partTags: l.Tags, partCaption: l.Caption, partDrop: l.Drop, partKeep: l.Keep,
	}
}

func (m *matcher) file(s sites.Selector) {
	for _, c := range s {
		if _, ok := m.index[c.Source]; ok {
			continue
		}
		n := len(m.all)
		m.index[c.Source] = n
		m.all = append(m.all, c)
		if c.Key == "" {
			m.loose = append(m.loose, n)
			continue
		}
		shelf, key := m.tags, c.Key
		switch c.Key[0] {
		case '[':
			shelf, key = m.attrs, c.Key[1:]
		case '#':
			shelf, key = m.ids, c.Key[1:]
		case '.':
			shelf, key = m.classes, c.Key[1:]
		}
		shelf[key] = append(shelf[key], n)
	}
}

// attributes adds the names of the attributes that the selectors test.
func (m *matcher) attributes(into map[string]bool) {
	for _, c := range m.all {
		for rest := c.Source; ; {
			_, after, ok := strings.Cut(rest, "[")
			if !ok {
				break
			}
			end := strings.IndexAny(after, "]=~|^$*! ")
			if end < 0 {
				break
			}
			name := strings.ToLower(after[:end])
			into[name] = true
			if name == "style" {
				into[anyStyle] = true
			}
			rest = after[end:]
		}
	}
}

// sighting is what a matcher saw on one page: elements by selector.
type sighting struct {
	*matcher
	hits [][]int
}

func (m *matcher) watch() *sighting { return &sighting{m, make([][]int, len(m.all))} }

// visit tests an element against the selectors that it may match.
func (s *sighting) visit(at int, n *html.Node) {
	s.try(s.tags[n.Data], at, n)
	s.try(s.loose, at, n)
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class":
			s.eachClass(a.Val, at, n)
		case "id":
			s.try(s.ids[a.Val], at, n)
		}
		if len(s.attrs) > 0 {
			s.try(s.attrs[a.Key], at, n)
		}
	}
}

func (s *sighting) eachClass(v string, at int, n *html.Node) {
	for i := 0; i < len(v); {
		if v[i] <= ' ' {
			i++
			continue
		}
		end := i
		for end < len(v) && v[end] > ' ' {
			end++
		}
		s.try(s.classes[v[i:end]], at, n)
		i = end
	}
}

func (s *sighting) try(choices []int, at int, n *html.Node) {
	for _, c := range choices {
		if h := s.hits[c]; (len(h) == 0 || h[len(h)-1] != at) && (s.all[c].Whole || s.all[c].Sel.Match(n)) {
			s.hits[c] = append(h, at)
		}
	}
}

// seen gives what a selector found: for a part that has one place, what the
// first choice that found anything found.
func (s *sighting) seen(sel sites.Selector, every bool) []int {
	var all []int
	for _, c := range sel {
		hits := s.hits[s.index[c.Source]]
		if len(hits) > 0 && !every {
			return hits
		}
		all = append(all, hits...)
	}
	return all
}

// choose takes the first layout whose marks are all on the page; nil if none.
func (s *sighting) choose() *found {
	for _, l := range s.layouts {
		if s.fits(l) {
			return s.take(l)
		}
	}
	return nil
}

func (s *sighting) fits(l *sites.Layout) bool {
	for _, mark := range l.If {
		if len(s.seen(mark, false)) == 0 {
			return false
		}
	}
	return true
}

func (s *sighting) take(l *sites.Layout) *found {
	f := &found{layout: s.name, profile: s.profile}
	if l.Name != "" {
		f.layout += "#" + l.Name
	}
	for p, sel := range selectors(l) {
		f.parts[p] = s.seen(sel, part(p) == partDrop || part(p) == partKeep || part(p) == partCaption || part(p) == partTags)
		slices.Sort(f.parts[p])
	}
	return f
}
