package official

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/rule"
)

// apartRule tells whether two mentions of one name are of two persons.
type apartRule = func(a, b *phrase.Mention) bool

func apartRules() rule.Table[apartRule] {
	return rule.Table[apartRule]{
		rule.Of("apart/two-states", func(a, b *phrase.Mention) bool { return phrase.Differ(a.Said(), b.Said()) }),
		// Giám đốc Sở Y tế, Giám đốc Sở Tư pháp
		rule.Of("apart/rivals", func(a, b *phrase.Mention) bool { return anyPair(a, b, rival) && !shareRank(a, b) && placed(b) }),
	}
}

// apart tells whether a mention of the same name is of somebody else, though no
// mention gives both a post in one body.
func (g *gathering) apart(p *person, m *phrase.Mention) bool {
	if p.any(func(other *phrase.Mention) bool { return anyPair(other, m, sameHome) }) {
		return false
	}
	return slices.ContainsFunc(g.rules.apart, func(r rule.Row[apartRule]) bool {
		return p.any(func(other *phrase.Mention) bool { return r.Do(other, m) })
	})
}

// placed tells whether a post of a person is told in the sentence that names him, not only of whom a pronoun means
// behind: Ông A quê ở B. Ông từng làm X.
func placed(m *phrase.Mention) bool {
	return slices.ContainsFunc(m.Offices, func(o phrase.Office) bool {
		return o.Text.Tok(o.From).Sentence == m.Text.Tok(m.Name.From).Sentence
	})
}

// sameHome tells whether two posts are in one body.
func sameHome(a, b *phrase.Office) bool {
	return a.Agency >= 0 && a.Agency == b.Agency
}

// rival tells whether two posts are held by two persons: one title in two bodies of
// one kind.
func rival(a, b *phrase.Office) bool {
	switch {
	case a.Agency < 0, b.Agency < 0, a.Title != b.Title, b.Former, abridged(a, b), a.Entry.Member:
		return false
	}
	x, y := a.Text.Bodies[a.Agency], b.Text.Bodies[b.Agency]
	return kindOf(x.Name) == kindOf(y.Name) && !namesOwner(x, y) && !namesOwner(y, x)
}

// namesOwner tells whether the name of a body is that of another with the body of the place between
// that it is a unit of: Chi cục Thú y Sở Nông nghiệp A, Chi cục Thú y A.
func namesOwner(x, y *finding.Body) bool {
	if x.Owner == nil {
		return false
	}
	unit, ok := strings.CutSuffix(x.Name, " "+x.Owner.Name)
	place, of := strings.CutPrefix(y.Name, unit+" ")
	return ok && of && strings.HasSuffix(x.Owner.Name, " "+place)
}

// abridged tells whether another post names its body by the first words of this one's,
// so that it may be the same: Sở Y tế Hà Nội, Sở Y tế.
func abridged(o, other *phrase.Office) bool {
	a, b := o.Said, other.Said
	return b != "" && strings.HasPrefix(a+" ", b+" ")
}

// mostPeople bounds the pairs that are looked at for slips of the pen.
const mostPeople = 150

// joinSlips unites Quách Thành Côn with Quách Thanh Côn.
func (g *gathering) joinSlips() {
	if len(g.people) > mostPeople {
		return
	}
	for i := 0; i < len(g.people); i++ {
		for j := i + 1; j < len(g.people); j++ {
			if g.slip(g.people[i], g.people[j]) {
				g.unite(i, j)
				j--
			}
		}
	}
}

func (g *gathering) unite(i, j int) {
	keep, gone := g.people[i], g.people[j]
	if cmp.Or(cmp.Compare(len(gone.words), len(keep.words)), cmp.Compare(len(gone.mentions), len(keep.mentions))) > 0 {
		keep, gone = gone, keep
	}
	g.doubts = append(g.doubts, doubt{"official/slip", "read as a slip of " + keep.name, gone.mentions[0]})
	keep.aliases = append(append(keep.aliases, gone.name), gone.aliases...)
	keep.mentions = append(keep.mentions, gone.mentions...)
	sortMentions(keep.mentions)
	g.people[i] = keep
	g.people = append(g.people[:j], g.people[j+1:]...)
}

// slip tells whether two names are one with a wrong letter, or without its middle.
func (g *gathering) slip(a, b *person) bool {
	switch {
	case a.key == b.key:
		return false // two of one name, who were told apart
	case a.foreign && sameButInitials(a.words, b.words):
		return true
	}
	if shortened(a.words, b.words) || shortened(b.words, a.words) || a.foreign && b.foreign && turned(a.words, b.words) {
		return common(a, b, shareRank) || common(a, b, shareOffice)
	}
	if !oneLetter(a.words, b.words) {
		return false
	}
	return !slices.ContainsFunc(g.rules.slips, func(r rule.Row[slipRule]) bool { return r.Do(a, b) })
}

// slipRule tells whether two names that differ in a letter are two persons.
type slipRule = func(a, b *person) bool

func slipRules() rule.Table[slipRule] {
	return rule.Table[slipRule]{
		rule.Of("slip/one-accused", func(a, b *person) bool { return a.any(inDock) != b.any(inDock) }),
		rule.Of("slip/listed", func(a, b *person) bool { return !a.any(strong) || !b.any(strong) }),
		rule.Of("slip/one-sentence", func(a, b *person) bool { return common(a, b, together) && !common(a, b, shareThrone) }),
		rule.Of("slip/two-ranks", func(a, b *person) bool { return common(a, b, bothRanked) && !common(a, b, shareRank) }),
		rule.Of("slip/two-posts", func(a, b *person) bool { return common(a, b, bothPosted) && !common(a, b, shareOffice) }),
	}
}

func inDock(m *phrase.Mention) bool { return m.Accused || m.Private }

func strong(m *phrase.Mention) bool { return !m.Weak }

func bothRanked(a, b *phrase.Mention) bool { return min(len(a.Ranks), len(b.Ranks)) > 0 }

func bothPosted(a, b *phrase.Mention) bool { return min(len(a.Offices), len(b.Offices)) > 0 }

// sameButInitials tells whether two names of two words or more are one but for the
// initials between them: Michelle Friedland, Michelle T. Friedland.
func sameButInitials(a, b []string) bool {
	a, b = spelledOut(a), spelledOut(b)
	return len(a) > 1 && slices.Equal(a, b)
}

// spelledOut leaves out the initials of a name.
func spelledOut(words []string) (out []string) {
	for _, w := range words {
		if len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}

// turned tells whether two names of two words are one with the family name first and last: Koji
// Yamada, Yamada Koji.
func turned(a, b []string) bool {
	return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// shortened tells whether b is a without its middle name: Phan Vĩnh for Phan Văn
// Vĩnh.
func shortened(a, b []string) bool {
	return len(a) == 3 && len(b) == 2 && a[0] == b[0] && a[2] == b[1]
}

// shareOffice tells whether two mentions may give one post.
func shareOffice(a, b *phrase.Mention) bool {
	return anyPair(a, b, func(x, y *phrase.Office) bool {
		return x.Title == y.Title && (x.Agency == y.Agency || x.Bare() || y.Bare() || abridged(x, y))
	})
}

// shareThrone tells whether two mentions give the post of a head of state, which no two
// hold: Tổng thống Donal Trump, Tổng thống Donald Trump.
func shareThrone(a, b *phrase.Mention) bool {
	return anyPair(a, b, func(x, y *phrase.Office) bool { return x.Title == y.Title && x.Entry.Throne })
}

// together tells whether one sentence names both.
func together(x, y *phrase.Mention) bool {
	return x.Text == y.Text && x.Text.Tok(x.Name.From).Sentence == y.Text.Tok(y.Name.From).Sentence
}

// oneLetter tells whether two names of two words or more differ in one letter of
// one syllable.
func oneLetter(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	differ := 0
	for i := range a {
		if a[i] != b[i] {
			differ++
			if !near([]rune(a[i]), []rune(b[i])) {
				return false
			}
		}
	}
	return differ == 1
}

// near tells whether two words are one substitution, insertion or deletion apart, or have
// two letters the wrong way round: Jae, Jea.
func near(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return string(a[i+1:]) == string(b[i+1:]) || swapped(a[i:], b[i:])
	}
	return string(a[i:]) == string(b[i+1:])
}

// swapped tells whether two words of one length differ in the order of their first two
// letters alone.
func swapped(a, b []rune) bool {
	return len(a) > 1 && a[0] == b[1] && a[1] == b[0] && string(a[2:]) == string(b[2:])
}
