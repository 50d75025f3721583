// Package reading reads every text of an article once: its syllables and
// sentences, and for each stretch of them the marks that the lexicon gives it.
// The finders ask the reading; none of them goes over the lexicon again.
package reading

import (
	"iter"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// Mark is a phrase of the lexicon that a text holds.
type Mark struct {
	Kind  Kind
	Len   uint16 // tokens
	Value int32  // what the phrase was registered with: mostly an index
	entry int32
}

// Text is one field of an article with the marks of its words. It is read-only.
type Text struct {
	viet.Text
	words  *Words
	bits   []Bits // of the tokens
	starts []start
}

// start says which marks begin at a token: those of a phrase and of what it begins with.
type start struct {
	kinds  Kinds
	phrase int32
}

// Reading is the texts of one article, title and body first.
type Reading struct {
	Texts []*Text
	Host  string  // of the page, "" if unknown
	kept  []*Text // those of earlier articles too
}

// Of reads the fields of an article that findings may lie in, in reading order.
func (w *Words) Of(a *boctin.Article) *Reading {
	r := &Reading{}
	w.Into(r, a)
	return r
}

// Into is Of into the memory of a reading that nobody uses any more.
func (w *Words) Into(r *Reading, a *boctin.Article) {
	n := 2 + len(a.Images)
	for len(r.kept) < n {
		r.kept = append(r.kept, &Text{})
	}
	r.Texts = r.kept[:n]
	r.Host = host(a)
	w.readInto(r.Texts[0], "title", a.Title)
	w.readInto(r.Texts[1], "body", a.Body)
	for i, image := range a.Images {
		w.readInto(r.Texts[2+i], boctin.CaptionField(i), image.Caption)
	}
}

// host gives the host of an article's page.
func host(a *boctin.Article) string {
	if _, rest, found := strings.Cut(a.URL, "://"); found {
		name, _, _ := strings.Cut(rest, "/")
		return name
	}
	return a.Site
}

// Read reads one text.
func (w *Words) Read(field, src string) *Text {
	t := &Text{}
	w.readInto(t, field, src)
	return t
}

func (w *Words) readInto(t *Text, field, src string) {
	w.ParseInto(&t.Text, field, src)
	w.annotate(t)
}

// Cut reads tokens from to to of a text again without those from i to j, as if
// these did not stand there: a name around its short form in brackets.
func (t *Text) Cut(from, i, j, to int) *Text {
	cut := &Text{}
	t.CutInto(cut, from, i, j, to)
	return cut
}

// CutInto is Cut into the memory of a text that nobody uses any more.
func (t *Text) CutInto(cut *Text, from, i, j, to int) {
	cut.Field, cut.Src = t.Field, t.Src
	cut.Tokens = append(append(slices.Grow(cut.Tokens[:0], to-from), t.Tokens[from:i]...), t.Tokens[j:to]...)
	t.words.annotate(cut)
}

// annotate goes over the tokens once and notes the phrases that start at each.
func (w *Words) annotate(t *Text) {
	w.ready()
	n, sentence := len(t.Tokens), nowhere.Sentence
	t.words, t.starts, t.bits = w, slices.Grow(t.starts[:0], n)[:n], slices.Grow(t.bits[:0], n)[:n]
	for i := range t.Tokens {
		tok, s := &t.Tokens[i], &t.starts[i]
		s.phrase = w.trie.Longest(&t.Text, i)
		x := &w.laid[s.phrase]
		s.kinds = x.kinds
		b := w.bits(tok.ID) | x.groups | looks[tok.Kind&3][tok.Shape&3][tok.Gap&3]
		if tok.Sentence == sentence {
			b |= Following
		}
		if tok.Kind == viet.Punct {
			b |= t.parts(i, b)
		}
		t.bits[i], sentence = b, tok.Sentence
	}
}

// At gives every mark that starts at token i, the shortest first.
func (t *Text) At(i int) []Mark {
	if uint(i) >= uint(len(t.starts)) {
		return nil
	}
	return t.words.starting(t.starts[i].phrase)
}

// Longest gives the longest mark of the kind that starts at token i; ok is
// false, and the mark empty, where there is none.
func (t *Text) Longest(i int, kind Kind) (m Mark, ok bool) {
	if !t.Has(i, kind) {
		return m, false
	}
	list := t.At(i)
	for k := len(list) - 1; k >= 0; k-- {
		if list[k].Kind == kind {
			return list[k], true
		}
	}
	return m, false
}

// Has tells whether a mark of the kind starts at token i.
func (t *Text) Has(i int, kind Kind) bool {
	return uint(i) < uint(len(t.starts)) && t.starts[i].kinds.has(kind)
}

// With goes over the tokens that have one of the properties.
func (t *Text) With(any Bits) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, bits := range t.bits {
			if bits&any != 0 && !yield(i) {
				return
			}
		}
	}
}

// Each calls found for every mark of the kind that starts at token i, the
// shortest first.
func (t *Text) Each(i int, kind Kind, found func(Mark)) {
	if uint(i) >= uint(len(t.starts)) || !t.starts[i].kinds.has(kind) {
		return
	}
	for _, m := range t.At(i) {
		if m.Kind == kind {
			found(m)
		}
	}
}

// Entry gives the entry of the lexicon behind a mark.
func (t *Text) Entry(m Mark) Entry { return t.words.Entry(m) }

// nowhere stands for a token before the first and behind the last.
var nowhere = viet.Token{Kind: viet.Punct, Gap: viet.Paragraph, Sentence: -1}

// Tok gives token i; where there is none, one that is of no sentence, begins a
// paragraph and bears no mark.
func (t *Text) Tok(i int) *viet.Token {
	if uint(i) >= uint(len(t.Tokens)) {
		return &nowhere
	}
	return &t.Tokens[i]
}

// Word gives the bytes of token i, none where there is no token.
func (t *Text) Word(i int) string {
	if uint(i) >= uint(len(t.Tokens)) {
		return ""
	}
	return t.Text.Word(i)
}
