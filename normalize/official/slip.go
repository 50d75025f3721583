package official

import "strings"

// mostPeople bounds the pairs that are looked at for slips of the pen.
const mostPeople = 150

// joinSlips unites Quách Thành Côn with Quách Thanh Côn.
func (c *crowd) joinSlips() {
	if len(c.people) > mostPeople {
		return
	}
	for i := 0; i < len(c.people); i++ {
		for j := i + 1; j < len(c.people); j++ {
			if c.slip(c.people[i], c.people[j]) {
				c.unite(i, j)
				j--
			}
		}
	}
}

func (c *crowd) unite(i, j int) {
	a, b := c.people[i], c.people[j]
	keep, gone := a, b
	if len(b.words) > len(a.words) || len(b.words) == len(a.words) && len(b.mentions) > len(a.mentions) {
		keep, gone = b, a
	}
	c.doubt("official/slip", gone.mentions[0], "read as a slip of "+keep.name)
	keep.aliases = append(append(keep.aliases, gone.name), gone.aliases...)
	keep.mentions = append(keep.mentions, gone.mentions...)
	sortMentions(keep.mentions)
	c.people[i] = keep
	c.people = append(c.people[:j], c.people[j+1:]...)
}

// slip tells whether two names are one with a wrong letter: nobody bears two
// different posts or ranks, and no sentence names both.
func (c *crowd) slip(a, b *person) bool {
	if shortened(a.words, b.words) || shortened(b.words, a.words) {
		return common(a, b, shareRank) || common(a, b, shareOffice)
	}
	if len(a.words) != len(b.words) || len(a.words) < 2 || !oneLetter(a.words, b.words) {
		return false
	}
	x, y := a.evidence(), b.evidence()
	if x.accused != y.accused || x.listed || y.listed || together(a, b) {
		return false
	}
	if x.ranks > 0 && y.ranks > 0 && !common(a, b, shareRank) {
		return false
	}
	return x.offices == 0 || y.offices == 0 || common(a, b, shareOffice)
}

// shortened tells whether b is a without its middle name: Phan Vĩnh for Phan Văn
// Vĩnh.
func shortened(a, b []string) bool {
	return len(a) == 3 && len(b) == 2 && a[0] == b[0] && a[2] == b[1]
}

type evidence struct {
	ranks, offices  int
	accused, listed bool
}

func (p *person) evidence() (e evidence) {
	e.listed = true
	for _, m := range p.mentions {
		e.ranks += len(m.ranks)
		e.offices += len(m.offices)
		e.accused = e.accused || m.accused || m.private
		e.listed = e.listed && m.weakName
	}
	return e
}

func shareOffice(a, b *mention) bool {
	for _, x := range a.offices {
		for _, y := range b.offices {
			if x.title == y.title && (x.agency == y.agency || x.bare() || y.bare() || x.abridges(&y)) {
				return true
			}
		}
	}
	return false
}

// abridges tells whether one post names its agency by the first words of the
// other's, so that it may be the same: Công an tỉnh, Công an tỉnh Thanh Hóa.
func (o *office) abridges(other *office) bool {
	a, b := o.said, other.said
	if a == "" || b == "" {
		return false
	}
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

func common(a, b *person, share func(x, y *mention) bool) bool {
	for _, x := range a.mentions {
		for _, y := range b.mentions {
			if share(x, y) {
				return true
			}
		}
	}
	return false
}

// together tells whether one sentence names both.
func together(a, b *person) bool {
	return common(a, b, func(x, y *mention) bool {
		return x.page == y.page && x.page.tok(x.name.from).Sentence == y.page.tok(y.name.from).Sentence
	})
}

// oneLetter tells whether two names differ in one letter of one syllable.
func oneLetter(a, b []string) bool {
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

// near tells whether two words are one substitution, insertion or deletion apart.
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
		return string(a[i+1:]) == string(b[i+1:])
	}
	return string(a[i:]) == string(b[i+1:])
}
