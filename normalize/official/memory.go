package official

import (
	"github.com/boctin/boctin/normalize/arena"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
)

// memory is what one article leaves to the next. Only one goroutine may use it.
type memory struct {
	phrases  phrase.Memory
	people   arena.Arena[person]
	holdings arena.Arena[holding]
	names    phrase.BareNames[*person]
	covered  []bool // tokens of a text, by mentions
	tables
}

// tables are those of one article, empty.
type tables struct {
	byKey, byWord map[string][]*person
	taken         map[[2]string]bool
	fit           map[*lexicon.Post][]int
}

func newTables() tables {
	return tables{byKey: map[string][]*person{}, byWord: map[string][]*person{}, taken: map[[2]string]bool{}, fit: map[*lexicon.Post][]int{}}
}

func newMemory() any { return &memory{tables: newTables()} }

// keptPeople is how many persons an article may have whose tables the next one uses.
const keptPeople = 1 << 9

// keptTokens is how many tokens a text may have whose memory the next one uses.
const keptTokens = 1 << 18

// clear takes back all that was made for an article.
func (m *memory) clear() {
	m.phrases.Clear()
	m.people.Clear()
	m.holdings.Clear()
	m.names.Clear()
	if len(m.covered) > keptTokens {
		m.covered = nil
	}
	if max(len(m.byKey), len(m.byWord), len(m.taken)) > keptPeople {
		m.tables = newTables()
		return
	}
	clear(m.byKey)
	clear(m.byWord)
	clear(m.taken)
	clear(m.fit)
}
