package official

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// addClauses adds the connectives, and the words of appointments and asides.
func (t *tables) addClauses() {
	c := t.lex.Clauses
	for l, phrases := range links(c.Links) {
		for _, p := range phrases {
			t.add(p, word{kind: linkWord, index: int(l)})
		}
	}
	for trie, phrases := range map[*viet.Trie[bool]][]string{
		t.passive: c.Appointment.Passive, t.conferred: c.Appointment.Office, t.concerned: c.Appointment.On, t.promoted: c.Appointment.Rank, t.authority: c.Appointment.Authority, t.inside: c.Asides.Inside,
		t.fronting: c.Asides.Fronting, t.regions: c.Asides.Regions,
	} {
		for _, p := range phrases {
			trie.Add(t.vocab.Add(p), true)
		}
	}
	for bit, words := range map[uint32][]string{
		isAppointed: c.Appointment.Verbs, isEnding: c.Appointment.Ending,
		startsAside: c.Asides.Address, startsBirth: c.Asides.Born, isLed: c.Asides.Leaders, isReason: c.Appointment.Reasons, isLevel: c.Asides.Levels,
	} {
		for _, w := range words {
			for _, id := range t.vocab.Add(w) {
				t.mark(id, bit)
			}
		}
	}
	for _, p := range c.Asides.Inside {
		ids := t.vocab.Add(p)
		for _, id := range ids[:max(len(ids)-1, 0)] {
			t.mark(id, isInside)
		}
	}
}

// links gives the phrases of each kind of connective.
func links(l lexicon.Links) map[link][]string {
	return map[link][]string{
		linkAnd: l.And, linkWith: l.With, linkSuch: l.Such, linkIs: l.Is, linkOf: l.Of,
		linkAt: l.At, linkAll: l.All, linkThen: l.Then, linkLeft: l.Left,
	}
}

// ended tells whether a phrase of the trie, of at most four tokens, ends before
// token i.
func (p *page) ended(trie *viet.Trie[bool], i int) bool {
	const longest = 4
	for n := 1; n <= longest && i-n >= 0; n++ {
		if _, k := trie.Longest(p.text, i-n); k == n {
			return true
		}
	}
	return false
}
