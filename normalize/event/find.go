// Package event finds what happened: who met, visited, appointed, promoted,
// disciplined or arrested whom, when and where.
package event

import (
	"math/bits"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/arena"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds events. It is read-only and safe to share between goroutines.
type Finder struct {
	*words
	rules  []rule
	guards []guard
	on     classes    // what any rule begins at
	by     [64]uint64 // the rules that begin at a class, a bit each
	kept   *sync.Pool // of *memory
}

// memory is what one article leaves to the next, by the number of the text.
type memory struct {
	marks [][]mark
	items [][]item
	lines [][]line

	drafts  arena.Arena[draft]
	holders map[string][]int // officials by the title of a post
}

// leave leaves the memory of an article to the next.
func (f *Finder) leave(kept *memory) {
	kept.drafts.Clear()
	if len(kept.holders) > keptTitles {
		kept.holders = map[string][]int{}
	}
	clear(kept.holders)
	f.kept.Put(kept)
}

// keptTitles is how many posts an article may have whose table the next one uses.
const keptTitles = 1 << 9

// New builds a finder; it registers its words with the reading.
func New(known *reading.Words) *Finder {
	f := &Finder{words: newWords(known), rules: rules(), guards: guards(), kept: new(sync.Pool)}
	f.index()
	f.kept.New = func() any { return &memory{holders: map[string][]int{}} }
	return f
}

// index notes at which classes the rules begin.
func (f *Finder) index() {
	if len(f.rules) > len(f.by) {
		panic("no room for so many rules of events")
	}
	f.on, f.by = 0, [64]uint64{}
	for i := range f.rules {
		f.on |= f.rules[i].on
		for on := f.rules[i].on; on != 0; on &= on - 1 {
			f.by[bits.TrailingZeros64(uint64(on))] |= 1 << i
		}
	}
}

// Find gives the events of the texts in the order in which they are first told.
// With explain, each says the rules behind it.
func (f *Finder) Find(in Input, explain bool) []boctin.Event {
	if len(in.Officials)+len(in.Agencies) == 0 {
		return nil
	}
	kept := f.kept.Get().(*memory)
	defer f.leave(kept)
	in.hold(kept.holders)
	a := &article{Finder: f, memory: kept, in: in}
	a.read(kept)
	for _, p := range a.pages {
		p.tell()
	}
	return a.events(explain)
}

// article is one run over the texts of an article.
type article struct {
	*Finder
	memory *memory
	in     Input
	pages  []*page
	told   []*draft // in the order of the texts
	tried  int      // rules
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
	var s sentence
	for i := range p.lines {
		if len(p.told) >= mostTold {
			return
		}
		s = sentence{office{setting{sides{p.lines[i]}}}}
		s.tell()
	}
}

// sentence reads the events of one line.
type sentence struct{ office }

// tell tries the rules at each trigger of the sentence; the first that fits
// gives the event, unless a guard speaks against it.
func (s *sentence) tell() {
	settleBack(s)
	for k := range s.items {
		for rest := s.beginning(s.items[k].classes & s.on); rest != 0; rest &= rest - 1 {
			if s.try(&s.rules[bits.TrailingZeros64(rest)], k) {
				break
			}
		}
	}
}

// beginning gives the rules that begin at one of some classes, a bit each, in their order.
func (f *Finder) beginning(at classes) (rules uint64) {
	for ; at != 0; at &= at - 1 {
		rules |= f.by[bits.TrailingZeros64(uint64(at))]
	}
	return rules
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
		if earlier(&s.line) && s.has(2, isComma) {
			d.work = false // Trước đó, A kiểm tra X: not the meeting that was told
		}
		if vaguePlan(s, d) {
			continue
		}
		if ofVisit(s, d) {
			d.day = ""
		}
		s.told = append(s.told, d)
	}
}

// vaguePlan tells whether a draft is of talks to come, below the headline, with somebody whom nobody names and on a day that
// nobody tells: Nhà vua sẽ tiếp Tổng thống Pháp.
func vaguePlan(s *sentence, d *draft) bool {
	switch {
	case d.status != planned, d.day != "", s.headline(), talksOf(d.kind) == 0:
		return false
	}
	return d.strangers
}
