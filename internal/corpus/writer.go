package corpus

import (
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
)

// writer writes into one transaction. It prepares a statement once.
type writer struct {
	tx      *store.Tx
	lexicon string
	indexed []text // that are still to be put into the full-text index
	rows    *pack.Rows

	numbers  *register.Numbers
	blocks   *persons.Blocks
	wordings *stories.Wordings
	names    map[writing]int // ways in which agencies are written that are still to be counted
}

func (c *Corpus) Writer(tx *store.Tx, lexicon string) *writer {
	w := newWriter(tx, lexicon)
	w.blocks.Who = c.Resolvers.Resolver()
	return w
}

func newWriter(tx *store.Tx, lexicon string) *writer {
	w := &writer{tx: tx, lexicon: lexicon, rows: pack.In(tx),
		numbers: register.New(tx), names: map[writing]int{}}
	w.blocks = persons.In(tx, w.numbers, nil)
	w.wordings = stories.In(tx)
	return w
}
