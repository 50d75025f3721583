// Package date finds the calendar expressions of a text and says which day,
// month, year or interval each one means (EDTF).
package date

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds dates. It is read-only and safe to share between goroutines.
type Finder struct {
	explain bool
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
// With explain, each date says the rule and the anchor behind its value.
func New(lex *lexicon.Lexicon, words *viet.Vocabulary, explain bool) *Finder {
	return &Finder{explain: explain}
}

// Moments resolves the times of publication and change from what the page,
// its metadata, its URL and its text print; nil where nothing says so.
func (f *Finder) Moments(a *boctin.Article) (published, modified *boctin.Moment) {
	return nil, nil
}

// Find gives the dates of the texts in order, and its doubts. Published, which
// may be nil, anchors what the text leaves out.
func (f *Finder) Find(texts []*viet.Text, published *boctin.Moment) ([]boctin.Date, []boctin.Issue) {
	return nil, nil
}
