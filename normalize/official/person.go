package official

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
)

// person is everybody the text names in one way or another.
type person struct {
	name     string
	key      string   // lookup key of the name
	words    []string // those of its syllables
	foreign  bool
	aliases  []string
	mentions []*phrase.Mention
	country  string
	posts    []*holding
}

func (p *person) add(m *phrase.Mention) { p.mentions = append(p.mentions, m) }

// offices gives how many posts the mentions of a person tell.
func (p *person) offices() (n int) {
	for _, m := range p.mentions {
		n += len(m.Offices)
	}
	return n
}

func (p *person) last() string { return p.words[len(p.words)-1] }

// any tells whether something holds of one of the person's mentions.
func (p *person) any(holds func(m *phrase.Mention) bool) bool {
	return slices.ContainsFunc(p.mentions, holds)
}

// ranked tells whether a mention gives a rank.
func ranked(m *phrase.Mention) bool { return len(m.Ranks) > 0 }

// calledAbroad tells whether a mention calls a person as those of other states are
// called: ngài.
func calledAbroad(m *phrase.Mention) bool {
	return slices.ContainsFunc(m.Honors, func(h *lexicon.Honorific) bool { return h.Abroad })
}

// heldAbroad tells whether a mention gives a person a post that nobody of ours holds: Thị trưởng.
func heldAbroad(m *phrase.Mention) bool {
	return slices.ContainsFunc(m.Offices, func(o phrase.Office) bool { return o.Entry.Abroad })
}

// calledOfficial tells whether a mention has an honorific of office: đồng chí.
func calledOfficial(m *phrase.Mention) bool {
	return slices.ContainsFunc(m.Honors, func(h *lexicon.Honorific) bool { return h.Kind == lexicon.OfficeHonorific })
}

// shareRank tells whether two mentions give one rank.
func shareRank(a, b *phrase.Mention) bool {
	return slices.ContainsFunc(a.Ranks, func(r *lexicon.Rank) bool { return slices.Contains(b.Ranks, r) })
}

// shareTitle tells whether two mentions give one title.
func shareTitle(a, b *phrase.Mention) bool {
	return anyPair(a, b, func(x, y *phrase.Office) bool { return x.Title == y.Title })
}

// anyPair tells whether something holds of a post of one mention and one of the other.
func anyPair(a, b *phrase.Mention, holds func(x, y *phrase.Office) bool) bool {
	for i := range a.Offices {
		for j := range b.Offices {
			if holds(&a.Offices[i], &b.Offices[j]) {
				return true
			}
		}
	}
	return false
}

// common tells whether something holds of a mention of one person and one of the
// other.
func common(a, b *person, share func(x, y *phrase.Mention) bool) bool {
	return a.any(func(x *phrase.Mention) bool {
		return b.any(func(y *phrase.Mention) bool { return share(x, y) })
	})
}

// sortMentions puts mentions in reading order.
func sortMentions(list []*phrase.Mention) { slices.SortStableFunc(list, inReadingOrder) }

func inReadingOrder(a, b *phrase.Mention) int {
	return cmp.Or(cmp.Compare(a.Text.Number, b.Text.Number), cmp.Compare(a.From, b.From))
}

// titled writes a name in capitals as names are written.
func titled(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r := []rune(w)
		words[i] = string(r[:1]) + strings.ToLower(string(r[1:]))
	}
	return strings.Join(words, " ")
}
