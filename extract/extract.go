// Package extract turns a page into an article: it copies what the page prints
// and leaves the boilerplate behind. HTML ends here.
package extract

import (
	"errors"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/plain"
	"github.com/boctin/boctin/extract/sites"
)

// ErrNoArticle says that a page was read and holds no article.
var ErrNoArticle = errors.New("no article on this page")

// Extractor reads articles. It is built once, then read-only and safe to share
// between goroutines; nothing of one page is kept for the next.
type Extractor struct {
	sites    *sites.Sites
	hints    *hinter
	phrases  *phrases
	matchers map[*sites.Profile]*matcher
	families *matcher // the marks of all families
	family   []*matcher
	attrs    map[string]bool // attributes that some part looks at
	limits   Limits
	buffers  *sync.Pool // of *[]byte: memory only, emptied between pages
	stores   *sync.Pool // of *tree: likewise
	plain    *plain.Reader
}

// New builds an extractor from site profiles; nil leaves the generic reader alone.
func New(s *sites.Sites) *Extractor {
	words := s
	if words == nil {
		words = sites.Generic()
	}
	x := &Extractor{sites: s, hints: newHinter(words.Words()), phrases: newPhrases(words.Words()), matchers: map[*sites.Profile]*matcher{}, attrs: map[string]bool{}, buffers: &sync.Pool{New: func() any { return new([]byte) }}, stores: &sync.Pool{New: func() any { return new(tree) }}, limits: DefaultLimits(), plain: plain.New(words.Words())}
	for _, a := range keptAttrs {
		x.attrs[a] = true
	}
	if s != nil {
		x.file(s)
	}
	return x
}

func (x *Extractor) file(s *sites.Sites) {
	for _, p := range s.All() {
		x.matchers[p] = newMatcher(p.Name, p, p.Layouts)
	}
	var marks []*sites.Layout
	for _, f := range s.Families() {
		if f.Mark == nil {
			continue
		}
		marks = append(marks, &sites.Layout{Name: f.Name, If: []sites.Selector{f.Mark}})
		x.family = append(x.family, newMatcher(f.Name, nil, f.Layouts))
	}
	x.families = newMatcher("", nil, marks)
	for _, m := range append(x.family, x.families) {
		m.attributes(x.attrs)
	}
	for _, m := range x.matchers {
		m.attributes(x.attrs)
	}
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
	return x.article(page, false)
}

// Explain reads the article and fills its Evidence: the node and the rule
// behind each paragraph kept and each piece cut.
func (x *Extractor) Explain(page *boctin.Page) (boctin.Article, error) {
	return x.article(page, true)
}
