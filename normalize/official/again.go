package official

import (
	"slices"

	"github.com/boctin/boctin/normalize/official/phrase"
)

// findAgain adds the places where the full name of an official stands alone.
func findAgain(texts []*phrase.Text, officials []*person) {
	var names phrase.BareNames[*person]
	for _, o := range officials {
		if len(o.words) < 2 {
			continue
		}
		for _, spelling := range o.spellings() {
			names.Add(spelling, o.words[1:], o)
		}
	}
	if names.Empty() {
		return
	}
	for _, t := range texts {
		findNames(t.Around(), &names, taken(t, officials))
	}
	for _, o := range officials {
		sortMentions(o.mentions)
	}
}

// spellings gives the first words of the name as the text writes them.
func (p *person) spellings() (list []string) {
	for _, m := range p.mentions {
		w := m.Text.Word(m.Name.From)
		if m.Text.Key(m.Name.From) == p.words[0] && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// taken marks the tokens that a mention covers.
func taken(t *phrase.Text, officials []*person) []bool {
	taken := make([]bool, len(t.Tokens))
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
		if taken[i] || !t.Capital(i) || !names.Begins(t.Word(i)) || t.NamesPlace(i, false) || t.InBody(i) {
			continue
		}
		if o, n := names.At(t, i); n > 0 {
			m := &phrase.Mention{Text: t.Text, From: i, To: i + n, Name: phrase.Name{From: i, To: i + n}, Alone: true}
			o.mentions = append(o.mentions, m)
		}
	}
}
