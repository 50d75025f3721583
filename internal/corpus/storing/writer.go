package storing

import (
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
)

// Writer writes into one transaction. It prepares a statement once.
type Writer struct {
	tx      *store.Tx
	Lexicon string
	Indexed []Text // that are still to be put into the full-text index
	Rows    *pack.Rows

	numbers  *register.Numbers
	Blocks   *persons.Blocks
	Wordings *stories.Wordings
	names    map[writing]int // ways in which agencies are written that are still to be counted

	documents []runs.Entry // that were imported and are still to be kept
}

// In gives what writes into a transaction; what it finds was read with a lexicon of some version.
func (c *Storing) In(tx *store.Tx, lexicon string) *Writer {
	w := NewWriter(tx, lexicon)
	w.Blocks.Who = c.resolvers.Resolver()
	return w
}

// NewWriter is In where nobody is told apart.
func NewWriter(tx *store.Tx, lexicon string) *Writer {
	w := &Writer{tx: tx, Lexicon: lexicon, Rows: pack.In(tx),
		numbers: register.New(tx), names: map[writing]int{}}
	w.Blocks = persons.In(tx, w.numbers, nil)
	w.Wordings = stories.In(tx)
	return w
}
