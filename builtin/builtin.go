// Package builtin gives the stages with the site profiles and the lexicon that
// the program has built in, for use as a library.
package builtin

import (
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// New gives an extractor (page to article) and a normalizer (article to record).
// Both are safe to share between goroutines; building them takes a tenth of a
// second, so build them once. It fails only where the built-in data is broken.
func New() (*extract.Extractor, *normalize.Normalizer, error) {
	known, err := sites.Load(nil)
	if err != nil {
		return nil, nil, err
	}
	words, err := lexicon.Load(nil)
	if err != nil {
		return nil, nil, err
	}
	return extract.New(known), normalize.New(words), nil
}
