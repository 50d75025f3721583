package phrase

import "github.com/boctin/boctin/normalize/reading"

// glue looks for where a name ends that no mark parts from what follows.
type glue struct{ names }

// glued tells whether the word behind a full name of ours is none of a name, and begins what is
// written there without a mark: Thứ trưởng Lê Văn A | Kết luận hội nghị.
func (r glue) glued(n Name) bool {
	const full = 3 // words
	return n.Words() >= full && r.ourStart(n) && r.opensClause(n.To) && !r.actsBehind(n.To+1)
}

// actsBehind tells whether what somebody does, or another, is told from token i on, so that the word before it is the end of
// a name that nobody knows: Trần Thị Hải Nghệnh | và, Trần Thị Hải Nghệnh | phát biểu.
func (r glue) actsBehind(i int) bool {
	w, _ := r.word(i)
	return r.phrase(i, stop) > 0 || w.isLink(linkAnd) || w.isLink(linkIs) || w.isLink(linkWith)
}

// calls tells whether the word behind a name begins what somebody is called who is named next: Trần Văn A | Ông Lê Văn B,
// Moon Jae-in | Tân Tổng thống.
func (r glue) calls(n Name) bool {
	const enough = 2 // words of a name
	w, k := r.word(n.To)
	switch {
	case n.Words() < enough, !r.Capital(n.To + k):
		return false
	case w.kind == honorificWord:
		return r.lex.Honorifics[w.Value].Sex != "" && !r.Is(n.To, reading.GivenName)
	case !n.Foreign, !w.isLink(linkThen):
		return false
	}
	return r.titleAt(n.To + k)
}

// ourStart tells whether what is read of a name begins as one of ours does.
func (r glue) ourStart(n Name) bool { return !n.Foreign && r.Is(n.From, reading.Surname) }

// opensClause tells whether token i is a word with a capital that goes into no name, before one in
// small letters: Kết luận, Người cộng sản.
func (r glue) opensClause(i int) bool {
	const ofName = reading.GivenName | reading.MiddleName | reading.Surname | reading.RareSurname
	if r.Foreign(i) || !r.Looks(i, reading.FirstLarge, reading.Small|reading.Following) {
		return false
	}
	return !r.Is(i, ofName) || r.phrase(i, stop) > 1
}

// setOff tells whether the hyphen behind two syllables of a name of ours is a dash: ông Trần Văn
// A-Phó Chủ tịch.
func (r glue) setOff(n Name) bool {
	const enough = 2 // syllables
	i := n.To + 1
	if n.Words() < enough || !r.ourStart(n) || r.Foreign(i) {
		return false
	}
	return r.titleAt(i) || r.is(i, whom) || r.Is(i, reading.NeverName) || r.opensClause(i)
}

// ownApostrophe tells whether an apostrophe stands at token i as in K'Sor.
func (r names) ownApostrophe(i int) bool {
	return r.Looks(i, reading.Apostrophe, reading.Joined) && !r.is(i-1, elided)
}

// ofApostrophe tells whether a name of the highlands begins at token i: H'Yim Kđoh; not a place
// before a name of the plains, xã H'Bông | Nguyễn Văn A.
func ofApostrophe(r names, i int) bool {
	return r.ownApostrophe(i+1) && !r.Looks(i+3, reading.Surname, reading.MiddleName)
}
