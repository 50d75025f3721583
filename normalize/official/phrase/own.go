package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// ownRule gives how many of the pieces before a name, of which there are two or
// more, are not that person's. Every rule is asked, one behind the other.
type ownRule struct {
	name  string
	drops func(t *Text, own []piece) int
}

func ownRules() []ownRule {
	return []ownRule{
		// thẩm phán hỏi, bị cáo A: the judge who asks is not the man in the dock
		{"own/accused", func(_ *Text, own []piece) int {
			for i := range own {
				if own[i].before == gapComma && own[i].honorsAccused() {
					return i
				}
			}
			return 0
		}},
		// gồm 7 ủy viên, ông A: they are only counted
		{"own/tally", func(_ *Text, own []piece) int { return one(own[0].tally) }},
		// Theo quyết định của Thủ tướng, Bộ trưởng Bộ Y tế A
		{"own/authority", func(t *Text, own []piece) int {
			return one(superior(own) && t.ended(authority, own[0].office.From) && own[1].ofBody())
		}},
		// theo đề nghị của Thủ tướng, ông A
		{"own/possessor", func(t *Text, own []piece) int {
			return one(superior(own) && own[1].kind != officeItem && own[0].office.ours() && t.Is(own[0].office.From-1, reading.Of))
		}},
		// Báo cáo với Thủ tướng, Chủ tịch UBND tỉnh Hà Giang A
		{"own/central", func(t *Text, own []piece) int {
			return one(superior(own) && own[0].office.Entry.Central && own[1].ofCouncil(t))
		}},
	}
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// superior tells whether a bare post stands first, and a comma behind it.
func superior(own []piece) bool { return own[0].bare() && own[1].before == gapComma }

// ofBody tells whether the piece is a post that belongs to a body.
func (x *piece) ofBody() bool {
	return x.kind == officeItem && (!x.office.Bare() || len(x.office.Entry.Of) > 0)
}

// ofCouncil tells whether the piece is a post in the People's Committee or Council
// of a place.
func (x *piece) ofCouncil(t *Text) bool {
	if x.kind != officeItem || x.office.Agency < 0 {
		return false
	}
	for _, council := range t.lex.Clauses.Councils {
		if strings.HasPrefix(t.Bodies[x.office.Agency].Name, council) {
			return true
		}
	}
	return false
}

// otherRule tells whether a piece behind a name is somebody else's.
type otherRule struct {
	name  string
	holds func(t *Text, m *Mention, x *piece) bool
}

func otherRules() []otherRule {
	return []otherRule{
		// A, các lãnh đạo Bộ
		{"other/many", func(_ *Text, _ *Mention, x *piece) bool { return x.shared }},
		// Ngoài ông A, Thủ tướng cũng …
		{"other/acts-beside", func(t *Text, m *Mention, x *piece) bool {
			return t.ended(fronting, m.From) && x.before == gapComma && x.actsAlone(t)
		}},
	}
}

// actsAlone tells whether a bare head of state or government stands before a word
// in small letters, as who acts does.
func (x *piece) actsAlone(t *Text) bool {
	switch {
	case !x.bare(), len(x.office.Entry.Of) > 0, x.office.Entry.Weak, !x.office.ours():
		return false
	}
	return t.Small(x.to)
}
