// Package agency finds the bodies of state and party that a text names, under
// their canonical name and with the country they serve.
package agency

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds agencies. It is read-only and safe to share between goroutines.
type Finder struct {
	explain bool
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
func New(lex *lexicon.Lexicon, words *viet.Vocabulary, explain bool) *Finder {
	return &Finder{explain: explain}
}

// Find gives the agencies of the texts, the first named first, and its doubts.
func (f *Finder) Find(texts []*viet.Text) ([]boctin.Agency, []boctin.Issue) {
	return nil, nil
}
