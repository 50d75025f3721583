package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// joined joins the drafts that tell one event; a gathering that only frames a decision,
// with nobody named who held it, is told with the decision.
func (a *article) joined() []*draft {
	var list, early []*draft
	for _, d := range a.told {
		e := a.same(list, d)
		switch {
		case e != nil:
			e.join(d)
		case d.said:
		case d.loose && !d.founds:
			early = append(early, d)
		default:
			list = append(list, d)
		}
	}
	for _, d := range early {
		if e := beside(list, d); e != nil {
			e.join(d)
		}
	}
	if slices.ContainsFunc(list, (*draft).isDecided) {
		lendDays(list)
		list = slices.DeleteFunc(list, func(d *draft) bool { return d.frames && len(d.args) == 0 })
	}
	return slices.DeleteFunc(list, func(d *draft) bool { return d.mass && len(d.args) == 0 })
}

// isDecided tells whether a draft is of what is decided about somebody.
func (d *draft) isDecided() bool { return announces(d.kind) || d.kind == "promotion" }

// lendDays gives what is decided the day of the gathering at which that was announced shortly
// before: Chiều 21/6, Văn phòng tổ chức Lễ trao quyết định. A đã trao Quyết định bổ nhiệm B.
func lendDays(list []*draft) {
	const soon = 4 // sentences
	var from *draft
	for _, d := range list {
		switch {
		case d.frames && d.day != "":
			from = d
		case from == nil || d.day != "" || !d.isDecided() || d.page != from.page:
		case from.line < d.line && d.line <= from.line+soon:
			d.day = from.day
		}
	}
}

// same gives the event that the draft tells again.
func (a *article) same(list []*draft, d *draft) *draft {
	if d.loose {
		return looseEnd(list, d)
	}
	for i := len(list) - 1; i >= 0; i-- {
		if e := list[i]; e.tells(d) && (!d.said || e.page == 0) {
			return e
		}
	}
	return nil
}

// looseEnd gives the gathering that a draft goes on about: the last before it. A speech is of
// the last of its kind, if there is one, and of no call.
func looseEnd(list []*draft, d *draft) *draft {
	var last *draft
	for i := len(list) - 1; i >= 0; i-- {
		switch e := list[i]; {
		case !gathers(e.kind) && !e.ceremonial(d), !d.goesOnAbout(e):
		case !d.speech, e.kind == d.kind:
			return e
		case last == nil && e.kind != "call" && !d.founds:
			last = e
		}
	}
	return last
}

// ceremonial tells whether an award was told as a ceremony, or a visit as work, which another draft may go on about.
func (d *draft) ceremonial(e *draft) bool {
	if d.work {
		return e.kind == "meeting" // A làm việc tại X. Buổi làm việc diễn ra chiều 5/6
	}
	return d.held && e.kind == "ceremony"
}

// goesOnAbout tells whether a draft that tells of no gathering by itself may be of that one.
func (d *draft) goesOnAbout(e *draft) bool {
	return agree(e.day, d.day) && (!d.pair || e.shares(d) > 0) && (!d.dates || e.wants(d))
}

// wants tells whether an event lacks the day that a draft tells of just those who met, or of
// the two.
func (d *draft) wants(e *draft) bool {
	met := max(len(d.args), len(e.args))
	return d.kind == e.kind && d.day == "" && (d.shares(e) == met || len(e.args) == 0 && met == 2)
}

// beside gives the gathering of the same sentence that a draft goes before: A dự hội nghị | do
// B chủ trì.
func beside(list []*draft, d *draft) *draft {
	i := slices.IndexFunc(list, func(e *draft) bool {
		return d.held && e.held && e.page == d.page && e.line == d.line
	})
	if i < 0 {
		return nil
	}
	return list[i]
}

func gathers(kind string) bool {
	switch kind {
	case "meeting", "call", "conference", "ceremony":
		return true
	}
	return false
}

// tells tells whether two drafts are one event: of one kind, on no other day, and
// nobody in the one contradicts the other.
func (d *draft) tells(e *draft) bool {
	switch {
	case d.kind != e.kind && !d.outcome(e) && !(e.work && d.kind == "meeting"), !agree(d.day, e.day) && !d.endsWith(e):
		return false
	case d.land != "" && e.land != "" && d.land != e.land, !alike(d.measure, e.measure), d.otherPost(e), d.swaps(e):
		return false
	}
	if o := d.occasion(); o.name != "" && o == e.occasion() {
		return true // A dự Hội nghị do B chủ trì
	}
	if d.half && twoWords(strings.ToLower(d.name)) == twoWords(strings.ToLower(e.name)) {
		return true
	}
	if policing(d.kind) || len(d.args) == 0 || len(e.args) == 0 {
		return d.near(e)
	}
	shared := d.shares(e)
	return shared == len(d.args) || shared == len(e.args)
}

// endsWith tells whether one of two drafts of a visit tells on another day that it is over: A đến Lào ngày 5/6; A rời Lào,
// kết thúc chuyến thăm, ngày 7/6.
func (d *draft) endsWith(e *draft) bool { return d.over != e.over && d.land == e.land && d.land != "" }

// otherPost tells whether two drafts of one text are of posts in different bodies: A được bổ nhiệm
// làm X, rồi Y.
func (d *draft) otherPost(e *draft) bool {
	switch {
	case d.page != e.page, d.post == nil, e.post == nil, d.post.Title == e.post.Title, d.shares(e) == 0, d.post.Agency == "", e.post.Agency == "":
		return false
	}
	return d.post.Agency != e.post.Agency
}

// swaps tells whether somebody gets in one draft what he gives somebody else in the other: A được bầu
// làm Chủ tịch và bổ nhiệm B làm Thủ tướng.
func (d *draft) swaps(e *draft) bool {
	var gave, got bool
	for _, x := range e.args {
		switch i := slices.IndexFunc(d.args, func(y arg) bool { return y.of == x.of }); {
		case i < 0:
			got = got || !gives(x.role)
		case gives(x.role):
			gave = gave || !gives(d.args[i].role)
		}
	}
	return gave && got
}

// gives tells whether who has the role does what another suffers.
func gives(role string) bool {
	switch role {
	case "appointer", "by":
		return true
	}
	return false
}

// occasion is one that bears a name, in the sentence that tells it.
type occasion struct {
	page, line int
	name       string
}

// occasion gives the occasion that a draft is of; one without a name is none.
func (d *draft) occasion() (o occasion) {
	if d.held {
		o = occasion{d.page, d.line, d.name}
	}
	return o
}

// outcome tells whether one draft is a trial and the other how it ended: the headline may
// tell the one and the text the other, else both name one of the accused or the court.
func (d *draft) outcome(e *draft) bool {
	if d.kind != "trial" && e.kind != "trial" || d.kind != "sentence" && e.kind != "sentence" {
		return false
	}
	return d.page != e.page || d.shares(e) > 0 || d.sameBody(e)
}

// sameBody tells whether two drafts name one body.
func (d *draft) sameBody(e *draft) bool {
	return slices.ContainsFunc(e.bodies, func(b int) bool { return slices.Contains(d.bodies, b) })
}

// alike tells whether two measures may be one: either is missing, or a part of the other,
// or both begin with the same two words: khai trừ Đảng, khai trừ ra khỏi Đảng.
func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a) || twoWords(a) == twoWords(b)
}

func twoWords(measure string) string {
	list := strings.Fields(measure)
	return strings.Join(list[:min(2, len(list))], " ")
}

// shares is the number of officials that two drafts have in common.
func (d *draft) shares(e *draft) (n int) {
	for _, x := range e.args {
		if d.has(x.of) {
			n++
		}
	}
	return n
}

// near tells whether drafts of which one has no officials may be one event.
func (d *draft) near(e *draft) bool {
	if d.page != e.page || policing(d.kind) || e.size() == 0 {
		return true
	}
	return d.sameBody(e) || len(d.args)+len(e.args) > 0 && d.kind != "meeting"
}

// agree tells whether two days may be one: either is missing, or one lies in the
// other.
func agree(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	alo, ahi := bounds(a)
	blo, bhi := bounds(b)
	return alo <= bhi && blo <= ahi
}

func bounds(value string) (lo, hi string) {
	lo, hi, ok := strings.Cut(value, "/")
	if !ok {
		hi = lo
	}
	return day(lo), day(hi)
}

func day(value string) string { return value[:min(len(value), len("2006-01-02"))] }

// fuller gives one of two posts that are told of one event: the first, or that which also says in
// which body it is: thôi giữ chức Giám đốc in a headline, Giám đốc Công an tỉnh A in the text.
func fuller(a, b *boctin.Post) *boctin.Post {
	switch {
	case a == nil:
		return b
	case b != nil && a.AgencyName == "" && b.AgencyName != "" && a.Title == b.Title:
		return b
	}
	return a
}

// takesDay tells whether the day of an event is the one that another draft of it tells: it has none, or that of a part of it.
func (d *draft) takesDay(e *draft) bool {
	switch {
	case d.day == "", e.day == "":
		return d.day == ""
	case d.over:
		return true
	}
	return d.reach && !e.over
}

// join adds to an event what another draft tells of it.
func (d *draft) join(e *draft) {
	d.half, d.mass = d.half && e.half, d.mass && e.mass
	d.gather(e)
	if d.outcome(e) {
		d.kind = "sentence"
	}
	if e.status == planned && d.status == done {
		if d.page > 0 || d.reach {
			return // a plan tells nothing of what was done
		}
		d.status = planned // a headline leaves out "sẽ"
	}
	if d.takesDay(e) {
		d.day = e.day
	}
	d.over = d.over && e.over
	if d.kind == "ceremony" && d.page < min(e.page, 1) {
		d.place = cmp.Or(e.place, d.place) // a headline names what lies around it
	}
	if d.reach && e.place != "" {
		d.place, d.from, d.to, d.page, d.reach, d.rule = e.place, e.from, e.to, e.page, e.reach, e.rule
	}
	for _, x := range []struct{ into, from *string }{
		{&d.place, &e.place}, {&d.name, &e.name}, {&d.rank, &e.rank}, {&d.fromRank, &e.fromRank}, {&d.measure, &e.measure},
	} {
		*x.into = cmp.Or(*x.into, *x.from)
	}
	d.post, d.fromPost = fuller(d.post, e.post), fuller(d.fromPost, e.fromPost)
	if d.status == planned && e.status == done {
		d.status = done
	}
	if d.page == 0 && e.page > 0 && !e.loose {
		d.page, d.from, d.to = e.page, e.from, e.to
	}
}
