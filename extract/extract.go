// Package extract turns a page into an article: it copies what the page prints
// and leaves the boilerplate behind. HTML ends here.
package extract

import (
	"errors"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/limits"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
	"github.com/boctin/boctin/extract/plain"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/extract/trim"
)

// ErrNoArticle says that a page was read and holds no article.
var ErrNoArticle = errors.New("no article on this page")

// Limits bound what one page may cost. A page is hostile input until read.
type Limits = limits.Limits

// LimitError says which bound a page broke.
type LimitError = limits.Error

// DamagedError says that too much of an article's text could not be read.
type DamagedError = limits.DamagedError

// DefaultLimits admit every page of the press.
func DefaultLimits() Limits { return limits.Default() }

// Extractor reads articles. It is built once, then read-only and safe to share
// between goroutines; nothing of one page is kept for the next.
type Extractor struct {
	sites    *sites.Sites
	names    *dom.Namer
	words    *lines.Words
	matchers map[*sites.Profile]*layout.Matcher
	families *layout.Matcher // the marks of all families
	family   []*layout.Matcher
	asked    *trim.Asked // what some part looks at
	limits   Limits
	buffers  *sync.Pool // of *[]byte: memory only, emptied between pages
	stores   *sync.Pool // of *dom.Tree: likewise
	plain    *plain.Reader
}

// New builds an extractor from site profiles; nil leaves the generic reader alone.
func New(s *sites.Sites) *Extractor {
	known := s
	if known == nil {
		known = sites.Generic()
	}
	words := lines.New(known.Words())
	x := &Extractor{
		sites: s, names: dom.NewNamer(known.Words()), words: words, plain: plain.New(known.Words(), words),
		matchers: map[*sites.Profile]*layout.Matcher{}, asked: &trim.Asked{}, limits: DefaultLimits(),
		buffers: &sync.Pool{New: func() any { return new([]byte) }}, stores: &sync.Pool{New: func() any { return new(dom.Tree) }},
	}
	for _, a := range trim.KeptAttrs {
		x.asked.Attributes.Add(a)
	}
	for _, path := range known.Words().AuthorPath {
		x.asked.Attributes.AddValue("href", path)
	}
	meta.EachAsked(x.asked.Said.Add)
	x.asked.Tells = x.names.Tells
	if s != nil {
		x.file(s)
	}
	return x
}

func (x *Extractor) file(s *sites.Sites) {
	for _, p := range s.All() {
		x.matchers[p] = layout.New(p.Name, p, p.Layouts)
	}
	var marks []*sites.Layout
	for _, f := range s.Families() {
		marks = append(marks, &sites.Layout{Name: f.Name, If: []sites.Selector{f.Mark}})
		x.family = append(x.family, layout.New(f.Name, nil, f.Layouts))
	}
	x.families = layout.New("", nil, marks)
	for _, m := range append(x.family, x.families) {
		x.ask(m)
	}
	for _, m := range x.matchers {
		x.ask(m)
	}
}

// ask has what the selectors test be kept.
func (x *Extractor) ask(m *layout.Matcher) {
	m.EachAttribute(x.asked.Attributes.AddValue)
	m.EachClass(x.asked.Classes.Add)
	x.asked.Heads = x.asked.Heads || m.Asks("meta") || m.Asks("link")
}

// WithLimits gives an extractor with other bounds on what a page may cost.
func (x *Extractor) WithLimits(l Limits) *Extractor {
	y := *x
	y.limits = l
	return &y
}

// Article reads the article that a page prints. The error is a *NoArticleError
// where there is none, a *LimitError where the page is larger than allowed.
func (x *Extractor) Article(page *boctin.Page) (boctin.Article, error) {
	return x.reading(page, false)
}

// Explain reads the article and fills its Evidence: the node and the rule
// behind each paragraph kept and each piece cut.
func (x *Extractor) Explain(page *boctin.Page) (boctin.Article, error) {
	return x.reading(page, true)
}
