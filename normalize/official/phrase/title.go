package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// titleStep takes more words of a title in or passes over them, and tells whether it did.
type titleStep = func(r posts, o *Office) bool

// titleSteps are tried in this order until none applies.
var titleSteps = []titleStep{
	posts.branch,
	func(r posts, o *Office) bool { return r.suffix(o, nil) },
	func(r posts, o *Office) bool { return charge{r}.service(o) },
	func(r posts, o *Office) bool { return charge{r}.region(o) },
	func(r posts, o *Office) bool { return charge{r}.delegate(o) },
	func(r posts, o *Office) bool { return charge{r}.zone(o) },
	func(r posts, o *Office) bool { return charge{r}.praise(o) },
}

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
	case n == 0, !o.Deputy, o.Entry.Unit == "" && n <= longestField, r.Capital(o.To+n) && !r.unitAt(o, o.To+n):
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
// tế Nhà Trắng, Trợ lý chính sách đối ngoại của Tổng thống A, Cố vấn về thương mại.
func (r charge) service(o *Office) bool {
	if !o.Entry.Personal || !r.Follows(o.To) {
		return false
	}
	i := o.To + r.phrase(o.To, about)
	n := max(r.phrase(i, field), r.phrase(i, serves))
	if n == 0 || r.Capital(o.To) && r.link(i+n, linkOf) == 0 {
		return false
	}
	o.Title, o.To = o.Title+" "+r.Written(o.To, i+n), i+n
	return true
}

// delegate passes over the delegation of the place that elected somebody: ĐBQH đoàn Hà Nội | A.
func (r charge) delegate(o *Office) bool {
	if !o.Entry.Elected || o.Seat != nil {
		return false
	}
	seat, to := delegationAt(r.Text, o.To)
	if seat == nil {
		return false
	}
	o.Seat, o.To = seat, to
	return true
}

// delegationAt gives the place whose delegation is named at token i, and the token behind; nil for
// none, or where it is a body of the article.
func delegationAt(r *Text, i int) (*lexicon.Place, int) {
	n := r.phrase(i, delegation)
	if _, body := r.Body(i); n == 0 || body || !r.Follows(i) {
		return nil, 0
	}
	k := i + n
	k += r.level(k)
	p, m := r.place(k)
	return p, k + m
}

// region passes over the part of the world for which somebody is sent, or of which he is in charge: Đặc phái viên
// Trung Đông A.
func (r charge) region(o *Office) bool {
	n := r.phrase(o.To, holding)
	sent := o.Entry.Personal || r.ended(inCharge, o.To) // Quốc vụ khanh phụ trách | châu Á A
	if n == 0 || !sent || !r.Capital(o.To+n) {
		return false
	}
	o.To += n
	return true
}

// headsPerson tells whether a sentence begins with a post at token i, and who holds it is named behind: Phụ trách Sở X |
// A, Phụ trách Sở X, ông A.
func (r items) headsPerson(o *Office, i int) bool {
	if !r.Opens(i) {
		return false
	}
	next, _ := r.behindComma(o.To)
	_, named := r.names.read(o.To, behindBody)
	return named || next.of(honorificWord, rankWord)
}
