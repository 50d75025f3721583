// Package event finds what happened: who met, visited, appointed, promoted,
// disciplined or arrested whom, when and where.
package event

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds events. It is read-only and safe to share between goroutines.
type Finder struct {
	*words
	rules  []rule
	guards []guard
	on     classes    // what any rule begins at
	kept   *sync.Pool // of *memory
}

// memory is what one article leaves to the next, by the number of the text.
type memory struct {
	marks [][]mark
	items [][]item
	lines [][]line
}

// New builds a finder; it registers its words with the reading.
func New(known *reading.Words) *Finder {
	f := &Finder{words: newWords(known), rules: rules(), guards: guards(), kept: new(sync.Pool)}
	for i := range f.rules {
		f.on |= f.rules[i].on
	}
	f.kept.New = func() any { return new(memory) }
	return f
}

// Find gives the events of the texts in the order in which they are first told.
// With explain, each says the rules behind it.
func (f *Finder) Find(in Input, explain bool) []boctin.Event {
	if len(in.Officials)+len(in.Agencies) == 0 {
		return nil
	}
	a := &article{Finder: f, in: in, holders: in.holders()}
	kept := f.kept.Get().(*memory)
	defer f.kept.Put(kept)
	a.read(kept)
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
	tried   int      // rules
}

// read cuts the texts into lines of items.
func (a *article) read(kept *memory) {
	kept.marks = a.in.marks(kept.marks)
	for i, text := range a.in.Texts {
		if i == len(kept.items) {
			kept.items, kept.lines = append(kept.items, nil), append(kept.lines, nil)
		}
		p := &page{article: a, number: i, text: text}
		kept.items[i] = a.cut(kept.items[i][:0], text, kept.marks[i])
		kept.lines[i] = p.cutLines(kept.lines[i][:0], kept.items[i])
		p.lines = kept.lines[i]
		a.pages = append(a.pages, p)
	}
}

// page is one text of the article, cut into lines.
type page struct {
	*article
	number int
	text   *reading.Text
	lines  []line
}

// mostTold is how many events a text may tell: what tells more was not written by a
// person.
const mostTold = 500

// tell tries the rules in every sentence.
func (p *page) tell() {
	for i := range p.lines {
		if len(p.told) >= mostTold {
			return
		}
		s := &sentence{office{setting{sides{p.lines[i]}}}}
		s.tell()
	}
}

// sentence reads the events of one line.
type sentence struct{ office }

// tell tries the rules at each trigger of the sentence; the first that fits
// gives the event, unless a guard speaks against it.
func (s *sentence) tell() {
	for k := range s.items {
		if !s.items[k].is(s.on) {
			continue
		}
		for i := range s.rules {
			if s.try(&s.rules[i], k) {
				break
			}
		}
	}
}

// try tells whether a rule gives events at item k, and keeps them.
func (s *sentence) try(r *rule, k int) bool {
	if !r.fits(&s.items[k]) {
		return false
	}
	s.tried++
	list := r.match(s, k)
	s.keep(r, list)
	return len(list) > 0
}

// foretells tells whether a draft that a guard is against may yet date what is told elsewhere:
// a plan that somebody is said to have, or talks of which somebody is said to have told the day.
func (s *sentence) foretells(d *draft, reason string) bool {
	said := reason == "event/said"
	d.said = said && d.status == planned
	return d.said || d.dates
}

// keep completes drafts by the setting of their sentence.
func (s *sentence) keep(r *rule, list []*draft) {
	for _, d := range list {
		d.rule, d.page, d.line = r.name, s.number, s.index
		if reason := s.against(d); reason != "" && !s.foretells(d, reason) {
			continue
		}
		s.settle(d)
		if s.ofVisit(d) {
			d.day = ""
		}
		s.told = append(s.told, d)
	}
}
