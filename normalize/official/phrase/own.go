package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// ownRule gives how many of the pieces before a name, of which there are two or
// more, are not that person's. Every rule is asked, one behind the other.
type ownRule struct {
	name  string
	drops func(t *Text, own []piece, n Name) int
}

func ownRules() []ownRule {
	return []ownRule{
		// thẩm phán hỏi, bị cáo A: the judge who asks is not the man in the dock
		{"own/accused", func(_ *Text, own []piece, _ Name) int {
			for i := range own {
				if own[i].before == gapComma && own[i].honorsAccused() {
					return i
				}
			}
			return 0
		}},
		// về tổ chức, cán bộ, đồng chí A
		{"own/list", func(t *Text, own []piece, _ Name) int { return one(own[0].inList(t)) }},
		// gồm 7 ủy viên, ông A: they are only counted
		{"own/tally", func(_ *Text, own []piece, _ Name) int { return one(own[0].tally) }},
		// Theo quyết định của Thủ tướng, Bộ trưởng Bộ Y tế A
		// Thừa ủy quyền Giám đốc Công an tỉnh, Đại tá A, Phó Giám đốc
		{"own/authority", func(t *Text, own []piece, _ Name) int {
			if own[0].kind != officeItem || !t.ended(authority, own[0].office.From) {
				return 0
			}
			return apposed(own)
		}},
		// Tại cuộc tiếp Tổng Thư ký Liên hợp quốc, Chủ tịch nước A
		{"own/met", func(t *Text, own []piece, n Name) int {
			if own[0].kind != officeItem || !t.ended(meets, own[0].office.From) || !t.opening(own[0].office.From) {
				return 0
			}
			cut := apposed(own)
			return cut * one(cut > 0 && own[0].other(&own[cut], n))
		}},
		// … tới Nhà vua Nhật Bản, Thủ tướng A: nobody there is called so
		{"own/another-state", func(t *Text, own []piece, n Name) int {
			cut := apposed(own)
			return cut * one(cut > 0 && own[cut].kind == officeItem && own[cut].office.ours() && own[0].alien(t, n))
		}},
		// con trai của Tổng thống, ông A
		{"own/possessor", func(t *Text, own []piece, _ Name) int {
			return one(superior(own) && own[1].kind != officeItem && t.Is(own[0].office.From-1, reading.Of))
		}},
		// Báo cáo với Thủ tướng, Chủ tịch UBND tỉnh Hà Giang A
		{"own/central", func(t *Text, own []piece, _ Name) int {
			return one(superior(own) && own[0].office.Entry.Central && own[1].ofCouncil(t))
		}},
	}
}

// apposed gives the first of the pieces behind the last comma, 0 if there is none.
func apposed(own []piece) int {
	for i := len(own) - 1; i > 0; i-- {
		if own[i].before == gapComma {
			return i
		}
	}
	return 0
}

// other tells whether the post of whom somebody meets cannot be that of the next
// piece: it is of another state, or of a body between states, or one of two posts
// that nobody holds together.
func (x *piece) other(next *piece, n Name) bool {
	abroad := !x.office.ours() || x.office.Agency >= 0 && x.office.Text.Bodies[x.office.Agency].Country != Home
	switch next.kind {
	case honorificItem: // tiếp Đại sứ Nhật Bản, ông A: it is he
		return abroad && !n.Foreign && !x.office.Text.lex.NamesLikeOurs(x.office.Country)
	case rankItem:
		return abroad && !n.Foreign
	}
	if next.office.Country == "" && x.office.Text.namedAs(n, x.office.Country) {
		return false
	}
	return abroad && x.office.Country != next.office.Country || next.bare() && len(next.office.Entry.Of) == 0 && !next.office.Entry.Weak
}

// opening tells whether no other person or body is named in the sentence before
// token i, so that what stands there leads up to its subject.
func (t *Text) opening(i int) bool {
	const most = 10
	for k := range t.back(i, most+1) {
		if i-k > most || t.InBody(k) || t.Capital(k) && t.Follows(k) {
			return false
		}
	}
	return true
}

// alien tells whether a post is one of another state, whose people have no names such
// as that one.
func (x *piece) alien(t *Text, n Name) bool {
	if x.kind != officeItem || x.office.ours() {
		return false
	}
	return !n.Foreign && t.surname(n.From) && !t.namedAs(n, x.office.Country)
}

// namedAs tells whether a name that is written as ours are may be one of another
// state's people: Lý Hiển Long of Singapore, no Nguyễn.
func (t *Text) namedAs(n Name, state string) bool {
	c := t.lex.Country(state)
	return c != nil && c.LikeOurs && !n.Foreign && !t.Is(n.From, reading.OwnSurname)
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// superior tells whether a bare post stands first, and a comma behind it.
func superior(own []piece) bool { return own[0].bare() && own[1].before == gapComma }

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

// inList tells whether a piece is a word for many that stands between two commas,
// or before "và": cán bộ, nhân viên.
func (x *piece) inList(t *Text) bool {
	if !x.bare() || !x.office.Entry.Collective {
		return false
	}
	return x.before == gapComma || t.Is(x.from-1, reading.Comma|reading.And) && t.Is(x.to, reading.Comma|reading.And)
}

// otherRule tells whether a piece behind a name is somebody else's.
type otherRule struct {
	name  string
	holds func(t *Text, m *Mention, x *piece) bool
}

func otherRules() []otherRule {
	return []otherRule{
		// A, cán bộ, đảng viên: a list goes on
		{"other/list", func(t *Text, _ *Mention, x *piece) bool { return x.inList(t) }},
		// A, các lãnh đạo Bộ
		{"other/many", func(_ *Text, _ *Mention, x *piece) bool { return x.shared }},
		// Tiếp Đại sứ Nhật Bản, ông A, Thủ tướng nhấn mạnh …
		{"other/receives", func(t *Text, m *Mention, x *piece) bool {
			return m.postBefore() && t.ended(meets, m.From) && x.before == gapComma && x.actsAlone(t)
		}},
		// Tại cuộc gặp Thủ tướng A, Thủ tướng Vatican …
		{"other/another-state", func(t *Text, m *Mention, x *piece) bool {
			return x.before == gapComma && m.postBefore() && m.Said() == "" && x.alien(t, m.Name) && !x.office.Entry.Envoy
		}},
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
