// Package layout tests the selectors of a site in the one walk over a page.
package layout

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/extract/sites"
)

// Matcher tests the selectors of a site in the one walk over a page: each is
// filed under a mark that its matches must bear. Read-only once built.
type Matcher struct {
	name    string
	Profile *sites.Profile
	Layouts []*sites.Layout
	all     []sites.Choice
	after   []int // of each the selector that sees something before it does, -1 for none
	ids     shelf // by the mark without its sign
	classes shelf
	attrs   shelf
	tags    shelf
	loose   []int // selectors without a plain mark
	index   map[string]int
}

// New files the selectors of a site's or a family's layouts; p is nil for a
// family.
func New(name string, p *sites.Profile, layouts []*sites.Layout) *Matcher {
	m := &Matcher{name: name, Profile: p, Layouts: layouts, index: map[string]int{}}
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
		Title: l.Title, Lead: l.Lead, Body: l.Body, Author: l.Author, Date: l.Date, Section: l.Section,
		Tags: l.Tags, Caption: l.Caption, Drop: l.Drop, Keep: l.Keep,
	}
}

func (m *Matcher) file(s sites.Selector) {
	for _, c := range s {
		m.put(c)
	}
}

// put files a selector, once, and gives its place.
func (m *Matcher) put(c sites.Choice) int {
	if n, ok := m.index[c.Source]; ok {
		return n
	}
	after := -1
	if c.After != "" {
		after = m.put(sites.Choice{Source: c.After, Key: c.After, Whole: true})
	}
	n := len(m.all)
	m.index[c.Source] = n
	m.all, m.after = append(m.all, c), append(m.after, after)
	if c.Key == "" {
		m.loose = append(m.loose, n)
		return n
	}
	shelf, key := &m.tags, c.Key
	switch c.Key[0] {
	case '[':
		shelf, key = &m.attrs, c.Key[1:]
	case '#':
		shelf, key = &m.ids, c.Key[1:]
	case '.':
		shelf, key = &m.classes, c.Key[1:]
	}
	shelf.put(key, n)
	return n
}

// EachAttribute calls f with the name of every attribute that the selectors test and what
// its value has to hold, "" for whatever it may be; some more than once.
func (m *Matcher) EachAttribute(f func(name, value string)) {
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
			f(strings.ToLower(after[:end]), tested(after[end:]))
			rest = after[end:]
		}
	}
}

// EachClass calls f with every class that a selector names; some more than once.
func (m *Matcher) EachClass(f func(string)) {
	for _, c := range m.all {
		for _, named := range classes.FindAllStringSubmatch(c.Source, -1) {
			f(strings.ReplaceAll(named[1], `\`, ""))
		}
	}
}

// classes finds the classes in a selector, in which a backslash stands before what is no letter.
var classes = regexp.MustCompile(`\.((?:[^\s\\.#\[\]():>+~,*"'=]|\\.)+)`)

// tested gives the value behind the name of an attribute in a selector, as *="a"], "" where
// it is none that the attribute holds letter for letter.
func tested(test string) string {
	before, value, ok := strings.Cut(test, `="`)
	if !ok || !strings.Contains("~|^$*", before) {
		return ""
	}
	value, after, ok := strings.Cut(value, `"`)
	if !ok || strings.Contains(value, `\`) || !strings.HasPrefix(after, "]") {
		return ""
	}
	return value
}

// Asks tells whether a selector asks for elements of a name whatever their class or id.
func (m *Matcher) Asks(element string) bool {
	return slices.ContainsFunc(m.all, func(c sites.Choice) bool {
		for word := range strings.FieldsFuncSeq(strings.ToLower(c.Source), combines) {
			if rest, ok := strings.CutPrefix(word, element); ok && (rest == "" || rest[0] == '[' || rest[0] == ':') {
				return true
			}
		}
		return false
	})
}

// combines tells what parts the simple selectors of a selector.
func combines(c rune) bool { return strings.ContainsRune(" \t\n>+~,()", c) }

// Sighting is what a Matcher saw on one page: elements by selector.
type Sighting struct {
	*Matcher
	hits [][]int
}

// Watch begins the walk over one page.
func (m *Matcher) Watch() *Sighting { return &Sighting{m, make([][]int, len(m.all))} }

// Visit tests an element against the selectors that it may match.
func (s *Sighting) Visit(at int, n *html.Node) {
	s.try(s.tags.get(n.Data), at, n)
	s.try(s.loose, at, n)
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class":
			s.eachClass(a.Val, at, n)
		case "id":
			s.try(s.ids.get(a.Val), at, n)
		}
		s.try(s.attrs.get(a.Key), at, n)
	}
}

func (s *Sighting) eachClass(v string, at int, n *html.Node) {
	for i := 0; i < len(v); {
		if v[i] <= ' ' {
			i++
			continue
		}
		end := i
		for end < len(v) && v[end] > ' ' {
			end++
		}
		s.try(s.classes.get(v[i:end]), at, n)
		i = end
	}
}

func (s *Sighting) try(choices []int, at int, n *html.Node) {
	for _, c := range choices {
		if after := s.after[c]; after >= 0 && len(s.hits[after]) == 0 {
			continue
		}
		if h := s.hits[c]; (len(h) == 0 || h[len(h)-1] != at) && (s.all[c].Whole || s.all[c].Sel.Match(n)) {
			s.hits[c] = append(h, at)
		}
	}
}

// seen gives what a selector found: for a part that has one place, what the
// first choice that Found anything found.
func (s *Sighting) seen(sel sites.Selector, every bool) []int {
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

// Choose takes the first layout whose marks are all on the page; nil if none.
func (s *Sighting) Choose() *Found {
	for _, l := range s.Layouts {
		if s.Fits(l) {
			return s.take(l)
		}
	}
	return nil
}

// Fits tells whether all marks of a layout are on the page.
func (s *Sighting) Fits(l *sites.Layout) bool {
	for _, mark := range l.If {
		if len(s.seen(mark, false)) == 0 {
			return false
		}
	}
	return true
}

func (s *Sighting) take(l *sites.Layout) *Found {
	f := &Found{Layout: s.name, Profile: s.Profile}
	if l.Name != "" {
		f.Layout += "#" + l.Name
	}
	for p, sel := range selectors(l) {
		f.Parts[p] = s.seen(sel, Part(p) == Drop || Part(p) == Keep || Part(p) == Caption || Part(p) == Tags)
		slices.Sort(f.Parts[p])
	}
	return f
}

// Found is what the selectors of a layout pointed at: elements, in document
// order, by part.
type Found struct {
	Layout  string
	Parts   [partCount][]int
	Profile *sites.Profile
}

// Part is what a selector of a layout points at.
type Part int

// The parts of a page.
const (
	Title Part = iota
	Lead
	Body
	Author
	Date
	Section
	Tags
	Caption
	Drop
	Keep
	partCount
)

// Points tells whether a selector of one of the parts pointed at the element.
func (f *Found) Points(e int, parts ...Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return f.Has(p, e) })
}

// Has tells whether a selector pointed at the element.
func (f *Found) Has(p Part, e int) bool {
	_, ok := slices.BinarySearch(f.Parts[p], e)
	return ok
}
