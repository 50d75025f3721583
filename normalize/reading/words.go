package reading

import (
	"fmt"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Words is every word that the finders know: one vocabulary and one trie. The
// finders register theirs while they are built; afterwards it is read-only and
// safe to share between goroutines.
type Words struct {
	*viet.Vocabulary
	trie       *viet.Trie // the first of the senses of a phrase
	senses     []sense    // those of one phrase in a row; the first stands for none
	entries    []Entry
	kinds      []string // their names
	properties []Bits   // by viet.ID
	lex        *lexicon.Lexicon
	places     [][]int32
	regions    []lexicon.Region
}

// sense is what a phrase is to one kind.
type sense struct {
	kind  Kind
	more  bool // of the same phrase
	value int32
	entry int32
}

// Entry names an entry of the lexicon: the file, and the key or word in it.
type Entry struct{ File, Key string }

// New gives the words of the lexicon that more than one finder asks for.
func New(lex *lexicon.Lexicon) *Words {
	w := &Words{
		Vocabulary: viet.NewVocabulary(), trie: viet.NewTrie(), senses: make([]sense, 1), entries: make([]Entry, 1),
		kinds: make([]string, lastShared), lex: lex,
	}
	w.gather()
	return w
}

// Kind gives a kind for the phrases of one finder; a program has mostKinds at most.
func (w *Words) Kind(name string) Kind {
	if len(w.kinds) == mostKinds {
		panic("no room for the kind " + name)
	}
	w.kinds = append(w.kinds, name)
	return Kind(len(w.kinds) - 1)
}

// Register keeps a phrase with a value under a kind, in the place of the value
// that the kind had for it. An empty phrase is not kept.
func (w *Words) Register(kind Kind, phrase string, value int, from Entry) {
	ids := w.Add(phrase)
	if at := w.find(kind, ids); at != 0 {
		w.senses[at].value, w.senses[at].entry = int32(value), w.entry(from)
		return
	}
	old := w.trie.Get(ids)
	w.trie.Add(ids, len(w.senses))
	w.senses = append(w.senses, sense{kind, old != 0, int32(value), w.entry(from)})
	for more := old != 0; more; old++ {
		w.senses, more = append(w.senses, w.senses[old]), w.senses[old].more
	}
}

// Registered gives the value of a phrase under a kind.
func (w *Words) Registered(kind Kind, phrase string) (value int, ok bool) {
	at := w.find(kind, w.Add(phrase))
	return int(w.senses[at].value), at != 0
}

// find gives the sense of a phrase under a kind, 0 if it has none.
func (w *Words) find(kind Kind, ids []viet.ID) int {
	at := w.trie.Get(ids)
	for w.senses[at].kind != kind {
		if !w.senses[at].more {
			return 0
		}
		at++
	}
	return at
}

// entry numbers an entry of the lexicon; its phrases come one after the other.
func (w *Words) entry(e Entry) int32 {
	if last := len(w.entries) - 1; w.entries[last] != e {
		w.entries = append(w.entries, e)
	}
	return int32(len(w.entries) - 1)
}

// Entry gives the entry of the lexicon behind a mark.
func (w *Words) Entry(m Mark) Entry { return w.entries[w.senses[m.sense].entry] }

// Mark gives properties to every syllable of a phrase.
func (w *Words) Mark(phrase string, properties Bits) {
	for _, id := range w.Add(phrase) {
		for int(id) >= len(w.properties) {
			w.properties = append(w.properties, make([]Bits, int(id)+256)...)
		}
		w.properties[id] |= properties
	}
}

func (w *Words) bits(id viet.ID) Bits {
	if id == 0 || int(id) >= len(w.properties) {
		return 0
	}
	return w.properties[id]
}

// Lexicon gives the lexicon behind the words.
func (w *Words) Lexicon() *lexicon.Lexicon { return w.lex }

// Places gives the places that a mark may mean, as indexes in Lexicon.Places.
func (w *Words) Places(m Mark) []int32 { return w.places[m.Value] }

// Region gives the region abroad that a mark means.
func (w *Words) Region(m Mark) *lexicon.Region { return &w.regions[m.Value] }

// Post gives the post behind a mark of a title, and whether it is its deputy's.
func (w *Words) Post(m Mark) (post *lexicon.Post, deputy bool) {
	return &w.lex.Posts.List[m.Value>>1], m.Value&1 != 0
}

// Describe names the kind and the entry behind a mark, for people.
func (w *Words) Describe(m Mark) string {
	e := w.Entry(m)
	return fmt.Sprintf("%s: %s", e.File, e.Key)
}
