package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// aboveRule passes over more of what the body of a post is, or is part of: Cục A,
// Bộ B; Cục A thuộc Bộ B. It gives the token behind it, 0 for none.
type aboveRule = func(r posts, o *Office) int

func aboveRules() rule.Table[aboveRule] {
	return rule.Table[aboveRule]{
		// Cục Cảnh sát hình sự (C50), Phòng Cảnh sát giao thông (PC08, Công an tỉnh A),
		// Tỉnh ủy A (cũ), Công an xã A (tỉnh B)
		rule.Of("above/code", posts.code),
		// Thành ủy Vũng Tàu cũ
		rule.Of("above/renamed", func(r posts, o *Office) int {
			n := r.phrase(o.To, renamed)
			if n == 0 || r.Small(o.To+n) {
				return 0 // Thẩm phán Tòa án A | mới được bổ nhiệm
			}
			return o.To + n
		}),
		// đại biểu Quốc hội tỉnh Lai Châu A
		rule.Of("above/elected-at", func(r posts, o *Office) int {
			if !o.Entry.Elected {
				return 0
			}
			if seat, to := delegationAt(r.Text, o.To); seat != nil && r.Capital(to) {
				return to // đại biểu Quốc hội đoàn An Giang A
			}
			n := r.typedPlace(o.To)
			if n == 0 {
				return 0
			}
			return o.To + n
		}),
		// Trung ương Đảng [Cộng sản Việt Nam]
		rule.Of("above/rest-of-name", posts.restOfName),
		// UNICEF tại Việt Nam, Campuchia và Lào
		rule.Of("above/served-at", posts.servedAt),
		// Cục A, Bộ B; Cục A thuộc Bộ B
		rule.Of("above/body", posts.bodyAbove),
		// Đội A, huyện Mỹ Xuyên
		rule.Of("above/place", func(r posts, o *Office) int {
			i := r.pastSeparator(o.To)
			n := r.typedPlace(i)
			if n == 0 || i == o.To {
				return 0
			}
			return i + n
		}),
	}
}

// above passes over what the body of a post is part of.
func (r posts) above(o *Office) {
	for !o.Bare() {
		end := r.passAbove(o)
		if end == 0 {
			return
		}
		o.To = end
	}
}

// passAbove gives where the first rule that applies leads, 0 for nowhere.
func (r posts) passAbove(o *Office) int {
	if !r.Follows(o.To) {
		return 0
	}
	for _, row := range r.rules.above {
		if end := row.Do(r, o); end > 0 {
			return end
		}
	}
	return 0
}

// bodyAbove passes over a body that may be above that of the post: Cục A, Bộ B; but not Bí thư Huyện ủy A, | Ban Bí thư
// quyết định.
func (r posts) bodyAbove(o *Office) int {
	s, ok := r.Body(r.pastSeparator(o.To))
	if !ok || o.Agency >= 0 && r.Is(o.To, reading.Comma) && decidesBehind(r.Bodies[o.Agency], r.Bodies[s.Body]) {
		return 0
	}
	return s.To
}

// decidesBehind tells whether a body behind a comma is no part of the post in another before it, which is no part of
// it: an organ of the whole state that decides on persons, or police and courts behind those who govern.
func decidesBehind(of, next *finding.Body) bool {
	if of.Owner == next || of.Parent == next.ID {
		return false
	}
	switch {
	case lexicon.Decides(next.Kind):
		return next.Own && next.Place.Name == "" && (of.Place.Name != "" || of.Kind != "department" && of.Kind != next.Kind)
	case slices.Contains(judging, next.Kind):
		return slices.Contains(governing, of.Kind)
	}
	return false
}

// judging are the kinds of bodies that take a case against somebody.
var judging = []string{"police", "procuracy", "court"}

// governing are the kinds of bodies that are no part of police and courts.
var governing = []string{"party", "party-organ", "legislature", "council", "government", "executive"}

// servedAt passes over the states where somebody represents a body.
func (r posts) servedAt(o *Office) int {
	n := r.link(o.To, linkAt)
	if n == 0 {
		return 0
	}
	end := 0
	for i := o.To + n; ; i++ {
		_, m := r.State(i)
		if m == 0 {
			m = r.hostCity(i)
		}
		if m == 0 {
			return end
		}
		i += m
		if end = i; !r.Is(i, reading.Comma|reading.And) {
			return end
		}
	}
}

// pastSeparator gives the token behind the comma, dash or "thuộc" at token i.
func (r posts) pastSeparator(i int) int {
	if r.Is(i, reading.Comma|reading.Hyphen|reading.LongDash) {
		return i + 1
	}
	return i + r.link(i, linkOf)
}

// code passes over the code of a body, and the place behind it: (C50), (PC02, Bộ
// Công an), (PC08) tỉnh A.
func (r posts) code(o *Office) int {
	const most = 12
	i := o.To
	_, body := r.Body(i + 1)
	if !r.Is(i, reading.Opening) || !body && !r.Is(i+1, reading.AllLarge) && !r.is(i+1, renamed) && r.typedPlace(i+1) == 0 {
		return 0
	}
	for k := range r.ahead(i+1, most) {
		if r.Is(k, reading.Closing) {
			return k + 1 + r.typedPlace(k+1)
		}
		if w, _ := r.word(k); w.kind == postWord && k > i+1 {
			return 0 // Bí thư Tỉnh ủy A (nay là Bí thư Tỉnh ủy B)
		}
	}
	return 0
}

// restOfName passes over the words behind a body that are part of its name.
func (r posts) restOfName(o *Office) int {
	i := o.To
	if !r.Capital(i) || r.likely(i) || (states{r.Text}).foreignBefore(i) {
		return 0 // Bộ Quốc phòng Lào | Khăm Phết
	}
	end := r.end(i)
	if end == i {
		return 0
	}
	o.To = end
	r.state(o)
	return o.To
}
