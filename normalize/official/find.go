// Package official finds the persons to whom a text gives a rank, post or
// honorific of office, one entry a person, with the country they serve.
package official

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds officials. It is read-only and safe to share between goroutines.
type Finder struct {
	tables *tables
	kept   sync.Pool // of *scratch
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
func New(lex *lexicon.Lexicon, words *viet.Vocabulary) *Finder {
	f := &Finder{tables: newTables(lex, words)}
	f.kept.New = func() any { return new(scratch) }
	return f
}

// Find gives the officials of the texts, the first named first, and its doubts.
// With explain, each mention says the rules and entries behind it.
func (f *Finder) Find(texts []*viet.Text, agencies []boctin.Agency, explain bool) ([]boctin.Official, []boctin.Issue) {
	kept := f.kept.Get().(*scratch)
	defer f.kept.Put(kept)
	pages, found, loose := f.read(texts, agencies, kept)
	if len(found) == 0 {
		return nil, nil
	}
	c := gather(f.tables, found)
	h := newHouse(f.tables, agencies, loose)
	for i, t := range texts {
		h.where[t.Field] = i
	}
	for _, m := range found {
		for i := range m.offices {
			if m.offices[i].private {
				h.private = append(h.private, &m.offices[i])
			}
		}
	}
	var officials []*person
	for _, p := range c.people {
		sortMentions(p.mentions)
		h.settleCountry(f.tables, p)
		h.settle(p)
	}
	for _, p := range c.people {
		h.finish(p)
		if p.official(h) || p.leads(f.tables) {
			officials = append(officials, p)
		}
	}
	findAgain(pages, officials)
	return f.officials(officials, explain), issues(append(c.doubts, h.doubts...), officials)
}

// read scans every text.
func (f *Finder) read(texts []*viet.Text, agencies []boctin.Agency, kept *scratch) (pages []*page, found []*mention, loose []*office) {
	spots := layAgencies(texts, agencies)
	for i, t := range texts {
		p := &page{tables: f.tables, text: t, number: i, spots: spots[i], agencies: agencies, scratch: kept}
		p.head = p
		if i > 0 {
			p.head = pages[0]
		}
		list := p.scan()
		for k := range list {
			if !p.namesPlace(list[k].from, len(list[k].offices)+len(list[k].ranks)+len(list[k].honors) > 0) {
				found = append(found, &list[k])
			}
		}
		for k := range p.loose {
			loose = append(loose, &p.loose[k])
		}
		pages = append(pages, p)
	}
	return pages, found, loose
}

// official tells whether the article makes an official of the person.
func (p *person) official(h *house) bool {
	for _, m := range p.mentions {
		if len(m.ranks) > 0 || m.leadsAbroad() {
			return true
		}
		for _, h := range m.honors {
			if h.Kind == lexicon.OfficeHonorific && !m.private {
				return true
			}
		}
	}
	for _, x := range p.posts {
		if h.counts(x) {
			return true
		}
	}
	return false
}

// leads tells whether a post by itself makes an official of the person because
// everybody knows which one is meant: Chủ tịch Hồ Chí Minh.
func (p *person) leads(t *tables) bool {
	return len(p.words) > 1 && len(p.posts) > 0 && t.persons[p.key] != "" && !p.posts[0].office.private
}

// counts tells whether a post makes its holder an official.
func (h *house) counts(x *holding) bool {
	o := x.office
	switch {
	case o.private:
		return false
	case !o.entry.Weak:
		return true
	case o.state, o.country != "" && x.name == "":
		return true
	}
	return x.agency >= 0 && (!x.guessed || o.entry.Title == "đại biểu" || h.likely(x))
}

// likely tells whether the nearest agency that fits a title, named before, is
// that of its holder: the title names its kind (Đội trưởng), or touches the name
// in an article that knows no private directors.
func (h *house) likely(x *holding) bool {
	at := h.position(x.at.page.text.Field, x.at.page.tok(x.at.from).Start)
	if h.distance(x.agency, at) > at {
		return false
	}
	unit := x.office.entry.Unit
	return unit != "" && starts(x.name, unit) || len(h.private) == 0 && x.office.to == x.at.name.from
}

// leadsAbroad tells whether a person with a post leads a delegation of another
// state.
func (m *mention) leadsAbroad() bool {
	if len(m.offices) == 0 || m.private || m.offices[0].private {
		return false
	}
	c := m.page.delegation(m.from)
	return c != "" && c != home
}
