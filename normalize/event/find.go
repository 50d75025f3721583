// Package event finds what happened: who met, visited, appointed, promoted,
// disciplined or arrested whom, when and where.
package event

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds events. It is read-only and safe to share between goroutines.
type Finder struct {
	*words
	rules  []rule
	guards []guard
	on     classes    // what any rule begins at
	kept   *sync.Pool // of *[][]item: items of earlier articles, for their memory
}

// New builds a finder from the lexicon; it registers its words with the reading.
func New(lex *lexicon.Lexicon, known *reading.Words) *Finder {
	f := &Finder{words: newWords(lex, known), rules: rules(), guards: guards(), kept: new(sync.Pool)}
	for i := range f.rules {
		f.on |= f.rules[i].on
	}
	f.kept.New = func() any { return new([][]item) }
	return f
}

// Find gives the events of the texts in the order in which they are first told.
// With explain, each says the rules behind it.
func (f *Finder) Find(in Input, explain bool) []boctin.Event {
	if len(in.Officials)+len(in.Agencies) == 0 {
		return nil
	}
	a := &article{Finder: f, in: in, holders: in.holders()}
	marks := in.marks()
	kept := f.kept.Get().(*[][]item)
	defer f.kept.Put(kept)
	for len(*kept) < len(in.Texts) {
		*kept = append(*kept, nil)
	}
	for i, text := range in.Texts {
		p := &page{article: a, number: i, text: text, items: (*kept)[i][:0]}
		p.read(marks[i])
		(*kept)[i] = p.items
		a.pages = append(a.pages, p)
	}
	for _, p := range a.pages {
		p.tell()
	}
	return a.events(explain)
}

// article is one run over the texts of an article.
type article struct {
	*Finder
	in      Input
	holders map[string][]int // officials by the title of a post
	pages   []*page
	told    []*draft // in the order of the texts
}

// page is one text of the article, cut into items.
type page struct {
	*article
	number int
	text   *reading.Text
	items  []item
}

// A text tells at most so many events, and a sentence is read in pieces of at most so
// many items: what is longer was not written by a person.
const (
	mostTold  = 500
	mostItems = 400
)

// tell tries the rules in every sentence.
func (p *page) tell() {
	for lo := 0; lo < len(p.items) && len(p.told) < mostTold; {
		hi := lo + 1
		for hi < min(len(p.items), lo+mostItems) && p.sentenceOf(hi) == p.sentenceOf(lo) {
			hi++
		}
		s := &sentence{page: p, first: lo, items: p.items[lo:hi]}
		s.tell()
		lo = hi
	}
}

func (p *page) sentenceOf(i int) int32 { return p.text.Tokens[p.items[i].from].Sentence }

// tell tries the rules at each trigger of the sentence; the first that fits
// gives the event, unless a guard speaks against it.
func (s *sentence) tell() {
	for k := range s.items {
		if !s.items[k].is(s.on) {
			continue
		}
		for i := range s.rules {
			r := &s.rules[i]
			if !s.items[k].is(r.on) {
				continue
			}
			if list := r.match(s, k); len(list) > 0 {
				s.keep(r, list)
				break
			}
		}
	}
}

// keep completes drafts by the setting of their sentence.
func (s *sentence) keep(r *rule, list []*draft) {
	for _, d := range list {
		d.rule, d.page = r.name, s.number
		if guard := s.against(d); guard != "" {
			continue
		}
		s.settle(d)
		s.told = append(s.told, d)
	}
}
