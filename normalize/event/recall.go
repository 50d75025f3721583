package event

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
)

// fronting are what may stand before whoever acts in a sentence: a day, a place, "sau đó".
const fronting = isDate | isComma | isAt | isPlace | isPlaceHead | isGoesOn | isVague

// recall makes a person of the pronoun or of the given name alone with which a line begins, where
// the line before speaks of one official only: Tổng thống A thăm Lào. Ngày 5/6, ông hội đàm với B.
func recall(l *line, before []line) {
	if len(before) == 0 {
		return
	}
	k := pronoun(l)
	if k < 0 {
		return
	}
	of := spokenOf(&before[len(before)-1])
	if x := &l.items[k]; means(l, k, of) {
		*x = item{word: &nothing, classes: isPerson, from: x.from, to: x.to, of: of}
	}
}

// pronoun gives the item at which a line says who of the line before is meant, -1 where none does.
func pronoun(l *line) int {
	if k := subjectPronoun(l); k >= 0 {
		return k
	}
	return objectPronoun(l)
}

// subjectPronoun gives the pronoun or given name that acts in the main clause of a line, behind what is told of when or
// where: Trước khi rời Bắc Kinh, | ông đã gặp B; -1 where none does.
func subjectPronoun(l *line) int {
	const most = 8
	k := l.pass(0, most, fronting)
	if earlier(l) && l.has(2, isComma) {
		k = 3 // Trước đó, | ông đã gặp B
	}
	if l.has(k, isWhen|isAfter|isUnder) {
		comma := l.until(k+1, most, isComma|isPerson|isMark|isReport|isBody)
		k = comma + 1
		if !l.has(comma, isComma) {
			return -1
		}
	}
	x := l.at(k)
	switch {
	case !l.has(k+1, actsNext):
	case x.frame&himself != 0, x.is(isName) && x.to == x.from+1:
		return k
	}
	return -1
}

// earlier tells whether a line opens with a word of before, so that it tells of another time than the line before: Trước đó.
func earlier(l *line) bool { return l.runs(0, isLower|isName, isVague) }

// objectPronoun gives the pronoun of whom the verb before it strikes: TAND tỉnh X tuyên phạt | ông 13 năm tù; -1 where none is.
func objectPronoun(l *line) int {
	for k := 1; k < len(l.items); k++ {
		switch {
		case l.items[k].frame&himself == 0, l.has(k+1, isName|isPerson), l.at(k+1).classes == isLower && l.at(k+1).frame == 0: // bắt ông hàng xóm
		case strikes(l.at(l.passBack(k, isOn) - 1)):
			return k
		}
	}
	return -1
}

// strikes tells whether an item is a verb of what is done to whoever stands behind it in a case, an office or a rank.
func strikes(x *item) bool {
	if x.frame&(endured|hasObject) != hasObject {
		return false
	}
	return x.frame&(takesCase|takesPost|takesMeasure|takesAward|takesRank) != 0
}

// means tells whether the pronoun or name at item k may be that of an official.
func means(l *line, k, of int) bool {
	if of < 0 {
		return false
	}
	o, word := &l.in.Officials[of], l.word(k)
	if l.has(k, isName) {
		return strings.HasSuffix(o.Name, " "+word)
	}
	sex := l.sexes[strings.ToLower(word)]
	for _, h := range o.Honorifics {
		if other := l.sexes[h]; other != "" && other != sex {
			return false
		}
	}
	return true
}

// spokenOf gives the only official of whom a line speaks, -1 where it names others too, or
// somebody whom nothing knows.
func spokenOf(l *line) int {
	of := -1
	for k := range l.items {
		x := &l.items[k]
		switch {
		case x.is(isPerson) && (of < 0 && subjectAt(l, k) || x.of == of):
			of = x.of
		case x.is(isPerson | isPeer | isLeaders | isGroup), x.is(isOffice) && !l.has(k-1, isPost), strangerAt(l, k):
			return -1
		}
	}
	return of
}

// subjectAt tells whether the person at item k acts in the line, or suffers what it tells.
func subjectAt(l *line, k int) bool {
	if l.has(k-1, isComma) && l.until(0, k, isVerb|isPart|isReport|isPerson) < 0 {
		return true // Trong cuộc họp nội các, | A giao
	}
	return l.only(k, fronting|isMark) || l.has(k-1, isVerb|isOn)
}

// strangerAt tells whether the name of somebody whom nothing knows begins at item k: more than
// one capital, and behind no word of a place or body.
func strangerAt(l *line, k int) bool {
	if !l.has(k, isName) || l.has(k-1, isName|isPlaceHead|isPlace|isBody|isOffice) {
		return false
	}
	return l.has(k+1, isName) || l.at(k-1).frame&himself != 0
}

// sexesOf gives the sex of those who bear an honorific, where one alone does.
func sexesOf(lex *lexicon.Lexicon) map[string]lexicon.Sex {
	all := map[string]lexicon.Sex{}
	for i := range lex.Honorifics {
		h := &lex.Honorifics[i]
		all[strings.ToLower(h.Name)] = h.Sex
	}
	return all
}
