package official

import (
	"slices"

	"github.com/boctin/boctin/normalize/official/phrase"
)

// findAgain adds the places where the full name of an official stands alone.
func (m *memory) findAgain(texts []*phrase.Text, officials []*person) {
	for _, o := range officials {
		if len(o.words) < 2 {
			continue
		}
		last := "" // mentions begin with the same word mostly
		for _, x := range o.mentions {
			if first := x.Text.Word(x.Name.From); first != last {
				m.names.Add(first, o.words[1:], o)
				last = first
			}
		}
	}
	for _, t := range texts {
		findNames(t.Around(), &m.names, m.coverOf(t, officials))
	}
	for _, o := range officials {
		sortMentions(o.mentions)
	}
}

// coverOf marks the tokens that a mention covers; it is good until the next call.
func (m *memory) coverOf(t *phrase.Text, officials []*person) []bool {
	taken := slices.Grow(m.covered[:0], len(t.Tokens))[:len(t.Tokens)]
	m.covered = taken
	clear(taken)
	for _, o := range officials {
		for _, m := range o.mentions {
			for k := m.Name.From; m.Text == t && k < m.Name.To; k++ {
				taken[k] = true
			}
		}
	}
	return taken
}

// findNames adds the mentions of one text whose name is known.
func findNames(t phrase.Around, names *phrase.BareNames[*person], taken []bool) {
	for i := range t.Tokens {
		if taken[i] || !t.Capital(i) {
			continue
		}
		if o, n := names.At(t, i); n > 0 && !t.NamesPlace(i, false) && !t.InBody(i) {
			m := phrase.Keep(phrase.Mention{Text: t.Text, From: i, To: i + n, Name: phrase.Name{From: i, To: i + n}, Alone: true})
			o.mentions = append(o.mentions, m)
		}
	}
}
