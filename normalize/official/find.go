// Package official finds the persons to whom a text gives a rank, post or
// honorific of office, one entry a person, with the country they serve.
package official

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds officials. It is read-only and safe to share between goroutines.
type Finder struct {
	explain bool
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
func New(lex *lexicon.Lexicon, words *viet.Vocabulary, explain bool) *Finder {
	return &Finder{explain: explain}
}

// Find gives the officials of the texts, the first named first, and its doubts.
func (f *Finder) Find(texts []*viet.Text, agencies []boctin.Agency) ([]boctin.Official, []boctin.Issue) {
	return nil, nil
}
