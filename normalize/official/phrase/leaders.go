package phrase

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// leaders are persons whom everybody knows, by the lookup key of their name.
type leaders map[string]leader

// leader is the state of one, and the titles under which he is known.
type leader struct {
	country string
	titles  []string
	serves  bool // another leader
}

func newLeaders(persons []lexicon.Person) leaders {
	l := leaders{}
	for _, p := range persons {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			l[NameKey(name)] = leader{p.Country, p.Titles, p.Serves}
		}
		l.addLast(p)
	}
	return l
}

// addLast lets Putin alone tell the state, unless leaders of two states bear the
// name.
func (l leaders) addLast(p lexicon.Person) {
	words := strings.Fields(NameKey(p.Name))
	last := words[len(words)-1]
	if Syllable(last) || roman(strings.ToUpper(last)) {
		return // Charles III
	}
	country := p.Country
	if old, known := l[last]; known && old.country != country {
		country = ""
	}
	l[last] = leader{country: country, serves: p.Serves}
}

// LeaderState gives the state of a leader by the lookup key of his name, or of his
// last name alone.
func (g *Grammar) LeaderState(key string) string { return g.leaders[key].country }

// leads gives the state of a leader as [Grammar.LeaderState] does, but of nobody who serves
// another.
func (g *Grammar) leads(key string) string {
	l := g.leaders[key]
	if l.serves {
		return ""
	}
	return l.country
}

// InOffice gives the state of a leader, by the lookup key of his whole name, who is
// known under that title.
func (g *Grammar) InOffice(key, title string) string {
	l := g.leaders[key]
	if !slices.ContainsFunc(l.titles, func(known string) bool { return strings.EqualFold(known, title) }) {
		return ""
	}
	return l.country
}

// NameKey is the lookup key of a name as it is written, its apostrophes being one: K'Sor
// for K’Sor and K`Sor.
func NameKey(s string) string {
	var buf [128]byte // most names are shorter
	key := buf[:0]
	if strings.IndexByte(s, '`') >= 0 || strings.IndexByte(s, "’"[0]) >= 0 { // most names have none
		s = oneApostrophe.Replace(s)
	}
	for word := range strings.FieldsFuncSeq(s, partsName) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = viet.AppendKey(key, word)
	}
	return string(key)
}

// partsName tells what stands between the words of a name.
func partsName(r rune) bool {
	switch r {
	case ' ', '-', '.', '–', '—', '\u00a0', '\n', '\t':
		return true
	}
	return false
}

var oneApostrophe = strings.NewReplacer("’", "'", "‘", "'", "`", "'")
