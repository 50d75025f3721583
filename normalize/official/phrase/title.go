package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// titleStep takes more words of a title in or passes over them, and tells whether it did.
type titleStep = func(r posts, o *Office) bool

// titleSteps are tried in this order until none applies.
var titleSteps = []titleStep{posts.branch, func(r posts, o *Office) bool { return r.suffix(o, nil) }, posts.service, posts.region, posts.zone, posts.praise}

// suffix takes a word such as Thường trực into the title, if it is one of those
// that may stand there.
func (r posts) suffix(o *Office, only []string) bool {
	s, n := r.suffixes.Longest(r.Text.Text, o.To)
	_, state := r.State(o.To)
	switch {
	case r.Capital(o.To) && state > n: // Tổng thống | Liên bang Nga
		return false
	case n == 0, !r.Follows(o.To), only != nil && !slices.Contains(only, s), r.Is(o.To, reading.AllLarge) && !r.shortSuffix(o, n):
		return false
	}
	o.Title, o.To = o.Title+" "+s, o.To+n
	return true
}

// shortSuffix tells whether a short word in capitals belongs to a deputy's title, and
// is not that of a level: Phó Chủ tịch TT HĐND tỉnh, not Phó Chủ tịch TT Sa Pa.
func (r posts) shortSuffix(o *Office, n int) bool {
	i := o.To + n
	_, body := r.Body(i)
	_, head := r.bodies.Longest(r.Text.Text, i)
	return (o.Deputy || o.Entry.Many) && (body || head > 0 || r.surnameStart(i) || !r.Capital(i))
}

// longestField is how many syllables a bare word of what a deputy is for has at most:
// with phụ trách it has more.
const longestField = 2

// branch passes over what a deputy of a unit is for, where no body goes on with it:
// Phó Đồn trưởng Nghiệp vụ, Phó Đồn trưởng Trinh sát | Đồn Biên phòng A.
func (r posts) branch(o *Office) bool {
	n := r.phrase(o.To, branchOf)
	switch {
	case n == 0, !o.Deputy, o.Entry.Unit == "" && n <= longestField, r.Capital(o.To+n) && !r.unitAt(o, o.To+n), !r.Follows(o.To):
		return false
	}
	o.To += n
	return true
}

// unitAt tells whether the unit that the title names begins at token i.
func (r posts) unitAt(o *Office, i int) bool {
	return o.Entry.Unit != "" && r.Key(i) == viet.Key(o.Entry.Unit)
}

// service takes what one who serves an office-holder is for into the title: Cố vấn kinh
// tế Nhà Trắng.
func (r posts) service(o *Office) bool {
	n := r.phrase(o.To, field)
	if n == 0 || !o.Entry.Personal || !r.Follows(o.To) || r.Capital(o.To) {
		return false
	}
	o.Title, o.To = o.Title+" "+r.Written(o.To, o.To+n), o.To+n
	return true
}

// region passes over the part of the world for which somebody is sent: Đặc phái viên
// Trung Đông A.
func (r posts) region(o *Office) bool {
	n := r.phrase(o.To, holding)
	if n == 0 || !o.Entry.Personal || !r.Capital(o.To+n) {
		return false
	}
	o.To += n
	return true
}

// zone passes over the part of the world for which somebody works, before the body whose
// he is: Giám đốc khu vực Tây Thái Bình Dương | của WHO.
func (r posts) zone(o *Office) bool {
	i := o.To + r.phrase(o.To, about)
	n := r.phrase(i, holding)
	if i == o.To || n == 0 || r.link(i+n, linkOf) == 0 {
		return false
	}
	o.To = i + n
	return true
}

// praise passes over the age of an office-holder, and what he is among others, before the state
// whose he is: Thủ tướng đầu tiên | của Nhật Bản, tổng thống 77 tuổi | của Brazil.
func (r posts) praise(o *Office) bool {
	n := max((items{r}).age(o.To), r.phrase(o.To, epithet))
	i := o.To + n
	of := r.link(i, linkOf)
	if _, state := r.State(i + of); n == 0 || of == 0 || state == 0 {
		return false
	}
	o.To = i
	return true
}

// portfolio passes over what the holder of a post is for, behind its body, where his name
// follows: Thứ trưởng Quốc phòng Mỹ phụ trách chính sách | A.
func (r posts) portfolio(o *Office) {
	if !r.Is(o.From-1, reading.Of) {
		o.To = r.pastSubjects(o.To)
	}
}

// pastSubjects gives the token of a name behind what its bearer is for at token i, i where
// nothing of the kind stands there.
func (r posts) pastSubjects(i int) int {
	const most = 12 // tokens
	any := r.phrase(i, inCharge)
	first := i + max(any, r.phrase(i, about))
	for k := first; k > i && r.Follows(k) && k-first < most; {
		n := r.subject(k)
		if n == 0 && k > first {
			if _, named := r.names.read(k, listed); named {
				return k
			}
		}
		if n == 0 && any > 0 && r.Small(k) && !r.is(k, stop) {
			n = 1
		}
		if n == 0 || r.titleAt(k) {
			return i
		}
		k += n
	}
	return i
}

// subject gives the tokens of what somebody may be for at token i, or of what joins two such
// things.
func (r posts) subject(i int) int {
	_, state := r.State(i)
	_, region := r.Region(i)
	if n := max(state, region, r.phrase(i, holding), r.phrase(i, field)); n > 0 {
		return n
	}
	if r.Is(i, reading.Comma|reading.And|reading.LongDash|reading.Hyphen) {
		return 1
	}
	return 0
}
