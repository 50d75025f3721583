package reading

import (
	"fmt"
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Words is every word that the finders know: one vocabulary and one trie. The
// finders register theirs while they are built; afterwards it is read-only and
// safe to share between goroutines.
type Words struct {
	*viet.Vocabulary
	trie    *viet.Trie // the phrases by their number
	phrases []phrase   // the first stands for none
	marks   []Mark     // of the phrases, those of one in a row
	entries []Entry
	layout
	kinds      []string // their names
	properties []Bits   // by viet.ID
	lex        *lexicon.Lexicon
	ids        []viet.ID // of the phrase being registered
	places     [][]int32
	regions    []lexicon.Region
}

// phrase is what a phrase is to all kinds: n of Words.marks from at on.
type phrase struct {
	kinds Kinds
	at, n int32
}

// Entry names an entry of the lexicon: the file, and the key or word in it.
type Entry struct{ File, Key string }

// New gives the words of the lexicon that more than one finder asks for.
func New(lex *lexicon.Lexicon) *Words {
	room := len(lex.Places) // as many phrases again are names of bodies
	w := &Words{
		Vocabulary: viet.NewVocabulary(room), trie: viet.NewTrie(2 * room), phrases: make([]phrase, 1, 2*room+1), marks: make([]Mark, 0, 3*room), entries: make([]Entry, 1, 3*room/2+1),
		kinds: make([]string, lastShared), lex: lex,
	}
	w.work = func() { w.layout.lay(w) }
	w.outdate()
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
func (w *Words) Register(kind Kind, text string, value int, from Entry) {
	m, _ := w.mark(kind, w.numbers(text))
	m.Value, m.entry = int32(value), w.entry(from)
}

// mark gives the mark of a phrase under a kind, to be filled where it is fresh.
func (w *Words) mark(kind Kind, ids []viet.ID) (m *Mark, fresh bool) {
	at := w.trie.At(ids)
	if *at == 0 {
		*at = int32(len(w.phrases))
		w.phrases = append(w.phrases, phrase{})
	}
	p := &w.phrases[*at]
	if old := p.find(w, kind); old != nil {
		return old, false
	}
	w.outdate()
	w.marks = append(append(w.marks, Mark{Kind: kind, Len: uint16(len(ids))}), w.marksOf(p)...)
	p.at, p.n = int32(len(w.marks))-p.n-1, p.n+1
	p.kinds.Add(kind)
	return &w.marks[p.at], true
}

// Registered gives the value of a phrase under a kind.
func (w *Words) Registered(kind Kind, text string) (value int, ok bool) {
	return w.registered(kind, w.numbers(text))
}

func (w *Words) registered(kind Kind, ids []viet.ID) (value int, ok bool) {
	if m := w.phrases[w.trie.Get(ids)].find(w, kind); m != nil {
		return int(m.Value), true
	}
	return 0, false
}

// numbers gives those of the tokens of a phrase, until it is called again.
func (w *Words) numbers(text string) []viet.ID {
	w.ids = w.Append(w.ids[:0], text)
	return w.ids
}

// find gives the mark under a kind, nil if there is none.
func (p *phrase) find(w *Words, kind Kind) *Mark {
	if !p.kinds.has(kind) {
		return nil
	}
	marks := w.marksOf(p)
	return &marks[slices.IndexFunc(marks, func(m Mark) bool { return m.Kind == kind })]
}

func (w *Words) marksOf(p *phrase) []Mark { return w.marks[p.at : p.at+p.n] }

// entry numbers an entry of the lexicon; its phrases come one after the other.
func (w *Words) entry(e Entry) int32 {
	if last := len(w.entries) - 1; w.entries[last] != e {
		w.entries = append(w.entries, e)
	}
	return int32(len(w.entries) - 1)
}

// Entry gives the entry of the lexicon behind a mark.
func (w *Words) Entry(m Mark) Entry { return w.entries[m.entry] }

// Mark gives properties to every syllable of a phrase.
func (w *Words) Mark(phrase string, properties Bits) {
	for _, id := range w.numbers(phrase) {
		for int(id) >= len(w.properties) {
			w.properties = append(w.properties, make([]Bits, int(id)+256)...)
		}
		w.properties[id] |= properties
	}
}

func (w *Words) bits(id viet.ID) Bits {
	if int(id) >= len(w.properties) {
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
