package phrase

import (
	"cmp"

	"github.com/boctin/boctin/normalize/reading"
)

// assistant reads the posts of those who serve somebody else.
type assistant struct{ posts }

// superior reads whom an assistant serves. Where the assistant's own name stands
// elsewhere, the other is a person too: Trợ lý của Tổng thống A, ông B; else the
// name is the assistant's: Người phát ngôn Tổng thống Nga B.
func (r assistant) superior(o *Office) bool {
	i := o.To + r.link(o.To, linkOf)
	w, n := r.word(i)
	if w.kind != postWord {
		r.aide(o, i, n, w)
		return false
	}
	code, m := r.served(i + n)
	at := i + n + m
	if own := charge(r).pastSubjects(at); own > at { // Đặc phái viên của Tổng Thư ký Liên hợp quốc về Syria | A
		o.State, o.Country, o.To = true, code, own
		return true
	}
	of, ok := r.names.read(at, expected)
	if !ok {
		if m == 0 {
			at = r.read(i, n, w).To // Thư ký Chủ tịch UBND tỉnh, ông A
		}
		return i == o.To && r.nameBehindComma(o, at, code)
	}
	leader := r.leader(of)
	o.State, o.Country, o.To = true, code, at
	if leader != "" && !Differ(code, leader) || r.apposed(o, of) {
		r.keepSuperior(i, n, w, of)
		o.Title += " " + r.Written(i, i+n)
		o.To, o.Country = of.To, cmp.Or(code, leader)
	}
	return true
}

// aide takes note that an assistant whose own name or post stands before serves the person named
// behind an honorific at token i: A, Vụ trưởng, Trợ lý | đồng chí B.
func (r assistant) aide(o *Office, i, n int, w word) {
	if w.kind != honorificWord || !o.Entry.Weak || !r.goesBefore(r.beforeMarks(o.From)) {
		return
	}
	if _, ok := r.names.read(i+n, expected); ok {
		o.State, o.To = true, i
	}
}

// goesBefore tells whether a full name or a post ends before the comma or dash before token i, or
// a word that somebody holds what follows: giữ chức | Trợ lý đồng chí B.
func (r assistant) goesBefore(i int) bool {
	const longest = 4 // tokens of the title
	if w, _ := r.wordBefore(i, longest, linkWord); w.isLink(linkIs) {
		return true
	}
	_, n := r.wordBefore(i-1, longest, postWord)
	return n > 0 && r.Is(i-1, reading.Comma|reading.LongDash) || backward{r.names}.named(i)
}

// withinTitle keeps the leader whom an assistant serves as a person of his own, where the
// assistant's title ends with the leader's: A, Trợ lý Tổng thống Nga B, …. Where nobody knows the
// leader, the name is the assistant's unless his own stands before his title, and a comma behind.
func (r assistant) withinTitle(o *Office) bool {
	const longest = 3 // tokens of the leader's title
	w, n := r.wordBefore(o.To, longest, postWord)
	code, m := r.served(o.To)
	of, ok := r.names.read(o.To+m, expected)
	if n == 0 || o.To-n <= o.From || !ok {
		return false
	}
	leader := r.leader(of)
	if leader == "" && !(backward{r.names}.named(r.beforeMarks(o.From)) && r.Is(of.To, reading.Comma|reading.LongDash|reading.Closing)) || Differ(code, leader) {
		return false
	}
	r.keepSuperior(o.To-n, n, w, of)
	o.To, o.Country, o.State = of.To, cmp.Or(code, leader), true
	return true
}

// served gives the state at token i, or that of the body there, of whom an assistant
// serves: Người phát ngôn của Tổng Thư ký | Liên hợp quốc.
func (r posts) served(i int) (code string, n int) {
	if s, ok := r.Body(i); ok {
		return r.Bodies[s.Body].Country, s.To - i
	}
	return r.State(i)
}

// nameBehindComma reads an assistant whose own name stands behind a comma and an
// honorific, where the title before token i is of whom he serves: Người phát ngôn Tổng
// thống, ông A.
func (r assistant) nameBehindComma(o *Office, i int, code string) bool {
	if w, _ := r.behindComma(i); w.kind != honorificWord {
		return false
	}
	o.State, o.Country, o.To = true, code, i
	return true
}

// leader gives the state of a leader whose name that is, or ends so.
func (r posts) leader(n Name) string {
	return cmp.Or(r.leads(NameKey(r.Written(n.From, n.To))), r.leads(NameKey(r.Word(n.To-1))))
}

// apposed tells whether the assistant's own name stands before his title or behind
// the name of whom he serves.
func (r assistant) apposed(o *Office, of Name) bool {
	if r.Is(r.beforeMarks(o.From)-1, reading.Comma|reading.LongDash) {
		return true
	}
	next, _ := r.behindComma(of.To)
	return next.titles()
}

// keepSuperior keeps the one whom an assistant serves as a person of his own.
func (r posts) keepSuperior(i, n int, w word, of Name) {
	m, o := Keep(Mention{Text: r.Text, From: i, To: of.To, Name: of}), r.read(i, n, w)
	m.hold(&o)
	r.aside = append(r.aside, m)
}

// beforeMarks goes back from the title at token i over cựu, quyền and một.
func (r posts) beforeMarks(i int) int {
	const longest = 4
	for _, kind := range [...]wordKind{actingWord, formerWord, oneWord} {
		_, n := r.wordBefore(i, longest, kind)
		i -= n
	}
	return i
}

// servedBehind reads whom an assistant serves behind the assistant's name.
func (r phrases) servedBehind(list []item, it *item) bool {
	k, i := len(list)-2, it.from
	if k < 0 || list[k+1].kind != nameItem || list[k].kind != officeItem || !list[k].office.Entry.Personal {
		return false
	}
	of := list[k].office
	if !(bodyReader{posts: r.posts, o: &of, at: i + r.link(i, linkOf), title: i}).ofSuperior() {
		return false
	}
	list[k].office.Country, list[k].office.State = of.Country, true
	return it.pass(of.To-i, gapNone)
}

// missionBehind reads the mission of diplomats, whose bare titles stand before their names, behind "của".
func (r posts) missionBehind(list []item, it *item) bool {
	n := r.link(it.from, linkOf)
	if n == 0 || list[len(list)-1].kind != nameItem {
		return false
	}
	s, ok := r.Body(it.from + n)
	if !ok || r.Bodies[s.Body].Kind != "embassy" {
		return false
	}
	held := false
	for k := range list {
		held = list[k].sentBy(s) || held
	}
	return held && it.pass(s.To-it.from, gapNone)
}

// sentBy gives the bare title of a diplomat the mission of a spot.
func (it *item) sentBy(s Spot) bool {
	o := &it.office
	switch {
	case it.kind != officeItem, !o.Entry.Envoy, !o.Bare(), !o.ours():
		return false
	}
	o.Agency, o.State, o.BodyFrom, o.BodyTo = s.Body, true, s.From, s.To
	return true
}
