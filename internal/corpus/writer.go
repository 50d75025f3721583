package corpus

import (
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/neardup"
)

// writer writes into one transaction. It prepares a statement once.
type writer struct {
	tx       *store.Tx
	lexicon  string
	sketches map[int64]*neardup.Sketch // of wordings that were read
	glimpses map[int64]neardup.Glimpse // of wordings that were asked for
	indexed  []text                    // that are still to be put into the full-text index
	packs    map[int64]*pack.Row       // of packed.n, what is still to be packed
	carriers carriers                  // of keys of wordings
	touched  map[int64]bool            // wordings whose stories are still to be told
	Who      *identity.Resolver

	numbers    *register.Numbers
	blocks     *persons.Blocks
	postsKnown map[int64]identity.Post
	names      map[writing]int // ways in which agencies are written that are still to be counted
}

func (c *Corpus) Writer(tx *store.Tx, lexicon string) *writer {
	w := newWriter(tx, lexicon)
	w.blocks.Who = c.Resolvers.Resolver()
	return w
}

func newWriter(tx *store.Tx, lexicon string) *writer {
	w := &writer{tx: tx, lexicon: lexicon, sketches: map[int64]*neardup.Sketch{}, glimpses: map[int64]neardup.Glimpse{}, touched: map[int64]bool{}, packs: map[int64]*pack.Row{},
		numbers: register.New(tx), names: map[writing]int{}}
	w.blocks = persons.In(tx, w.numbers, nil)
	w.carriers = carriers{w, map[int64][]int64{}}
	return w
}
