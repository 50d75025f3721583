package event

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// line is the items of one sentence.
type line struct {
	*page
	index int // among the lines of the page
	items []item
}

// nobody stands where no item is.
var nobody = item{word: &nothing}

// at gives item k.
func (l *line) at(k int) *item {
	if uint(k) >= uint(len(l.items)) {
		return &nobody
	}
	return &l.items[k]
}

// has tells whether item k is there and is one of the classes.
func (l *line) has(k int, c classes) bool { return l.at(k).is(c) }

// runs tells whether the items from k on are each one of the classes in turn.
func (l *line) runs(k int, each ...classes) bool {
	for i, c := range each {
		if !l.has(k+i, c) {
			return false
		}
	}
	return true
}

// word gives the first token of item k, as written.
func (l *line) word(k int) string {
	if uint(k) >= uint(len(l.items)) {
		return ""
	}
	return l.text.Word(l.items[k].from)
}

// written gives the text of items lo to hi-1.
func (l *line) written(lo, hi int) string { return l.text.Slice(l.items[lo].from, l.items[hi-1].to) }

// until gives the first of the n items from k on that is one of the classes, -1 if
// none is.
func (l *line) until(k, n int, c classes) int {
	for j := k; j < min(len(l.items), k+n); j++ {
		if l.items[j].is(c) {
			return j
		}
	}
	return -1
}

// pass gives the first of the n items from k on that is none of the classes.
func (l *line) pass(k, n int, c classes) int {
	for end := min(len(l.items), k+n); k < end && l.items[k].is(c); k++ {
	}
	return k
}

// passBack gives the first of the items right before item k that are all of the classes.
func (l *line) passBack(k int, c classes) int {
	for l.has(k-1, c) {
		k--
	}
	return k
}

// only tells whether all items before k are of the classes.
func (l *line) only(k int, c classes) bool {
	return !slices.ContainsFunc(l.items[:max(k, 0)], func(x item) bool { return !x.is(c) })
}

// opens tells whether nothing but days and places stands before item k, and "sau" right before it.
func (l *line) opens(k int) bool {
	if l.at(k-1).frame&upon != 0 {
		k--
	}
	return l.only(k, isDate|isComma|isAt|isPlace|isPlaceHead|isName|isBody|isMark|isAux)
}

// headline tells whether the line is one of the title.
func (l *line) headline() bool { return l.number == 0 }

// begins tells whether a headline begins with the verb at item k, or any sentence with a place
// that acts: Ngày 3/6, An Giang bầu A làm Chủ tịch tỉnh; or with words of decision before it:
// Trao quyết định điều động.
func (l *line) begins(k int) bool {
	if p := l.passBack(k, isAux); l.has(p-1, isPlace) && l.only(p, isPlace|isPlaceHead|isDate|isComma) {
		return true
	}
	if l.headline() && l.only(k, isPlace|isPlaceHead|isAnd|isVerb|isAux) {
		return true
	}
	return l.decisionAt(0) && l.only(k, isDecision|isVerb|isAux|isAnd|isComma)
}

// decisionAt tells whether item k tells of a decision in so many words: "trao quyết định",
// where "về" alone may stand for much else.
func (l *line) decisionAt(k int) bool {
	const wordy = 3 // tokens
	x := l.at(k)
	return x.is(isDecision) && x.to-x.from >= wordy
}

// finite tells whether somebody stands before the verb at item k.
func (l *line) finite(k int) bool {
	for k--; l.has(k, isAux|isPlanned|isComma); k-- {
	}
	return l.has(k, isPerson|isOffice|isBody|isBoth|isGroup|isDecision)
}

// speaker gives the person with whom a main clause begins behind item k, within n
// items: Tiếp B, A đề nghị; -1 if none does.
func (l *line) speaker(k, n int, verbs classes) int {
	for j := k; j < min(len(l.items), k+n); j++ {
		if l.runs(j, isComma, isPerson, verbs) {
			return j + 1
		}
	}
	return -1
}

// opensBracket tells whether a bracket opens at item k.
func (l *line) opensBracket(k int) bool {
	return l.has(k, isMark) && l.text.Is(l.items[k].from, reading.Opening)
}

// withAfter gives the preposition behind the verb at item k, at most a few small
// words off, -1 if there is none.
func (l *line) withAfter(k int) int {
	j := l.until(k+1, 6, isWith)
	if j < 0 || l.pass(k+1, j-k-1, isLower|isAux|isVerb|isDate|isNoun|isNumber) < j {
		return -1
	}
	return j
}

// nounAfter gives the occasion behind item k, -1.
func (l *line) nounAfter(k int) int {
	return l.sooner(k, 4, isNoun, isComma|isPerson|isReport|isWish|isBy)
}

// documentAfter gives the item of a treaty or memorandum behind the verb, -1.
func documentAfter(l *line, k int) int {
	return l.sooner(k, 6, isDocument, isComma|isReport|isDecision)
}

// sooner gives the first of the n items behind item k that is wanted, -1 if one that
// ends the search stands before it.
func (l *line) sooner(k, n int, wanted, ends classes) int {
	j := l.until(k+1, n, wanted|ends)
	if !l.has(j, wanted) {
		return -1
	}
	return j
}

// phraseEnd gives the item behind the noun phrase that begins at item k.
func (l *line) phraseEnd(k int) int {
	j := k + 1
	for j < len(l.items) && !endsPhrase(l, k, j) {
		j++
	}
	for l.has(j-1, isAt|isAnd|isAux|isBy) {
		j--
	}
	return j
}

// endsPhrase tells whether item j is behind the noun phrase that begins at item k.
func endsPhrase(l *line, k, j int) bool {
	x := l.at(j)
	switch {
	case l.runs(j, isUnder|isLower, isNominal) && l.at(j+2).frame&chairs != 0:
		return true // phiên họp thứ 44 | dưới sự chủ trì của A
	case x.is(isComma|isAnd) && l.at(j+1).frame&agenda != 0:
		return false // Hội nghị tổng kết năm 2024, triển khai nhiệm vụ
	case len(l.valueOf(x)) == len("2006"), joins(l, j):
		return false
	case x.is(isComma | isMark | isBy | isHappens | isReport | isPassive | isAt | isAlongside | isDate | isPerson | isDenied | isPlanned | isLight):
		return true
	case x.is(isAnd) && l.has(j+1, isVerb):
		return l.items[j+1].verb.Kind != "ceremony" // Lễ thượng cờ và khánh thành cột cờ
	case x.is(isAnd):
		return l.has(j+1, isPart|isSpeech)
	case j == k+1, x.is(isLower | isUnder | isWish):
		return false
	}
	return x.is(isPart | isAux)
}

// joins tells a dash in a word or between two places, and a comma in a figure: Đối thoại Shangri-la, Diễn
// đàn Việt Nam - Lào, trị giá 1,8 tỷ đồng.
func joins(l *line, j int) bool {
	at := l.at(j).from
	joined := l.text.Tokens[at].Gap == viet.Joined
	if l.text.Is(at, reading.Dash) {
		return joined || l.has(j-1, isPlace) && l.has(j+1, isPlace)
	}
	next := at + 1
	return joined && l.has(j, isComma) && next < len(l.text.Tokens) && l.text.Tokens[next].Gap == viet.Joined
}

// nameFrom gives the name that begins at item k: to the end of its phrase.
func (l *line) nameFrom(k int) string { return l.name(k, l.phraseEnd(k)) }

// name gives the name of items lo to hi, without words at its end whose object was cut off: phiên họp
// toàn thể về | sắp xếp, tinh gọn. It is none where nothing but the noun is left.
func (l *line) name(lo, hi int) string {
	whole := l.written(lo, hi)
	name := whole
	for i := 0; i < len(l.words.hangs); i++ {
		if rest, ok := strings.CutSuffix(name, l.words.hangs[i]); ok {
			name, i = rest, -1
		}
	}
	if name != whole && name == l.written(lo, lo+1) {
		return ""
	}
	return name
}

// skipsTo gives the item from which the place of a visit is read: small words
// such as "và làm việc tại" before it are passed over.
func (l *line) skipsTo(k int) int {
	j := l.pass(k, 5, isAt|isAnd|isMove|isVerb|isAux|isWith)
	if l.has(j, isPlace|isPlaceHead) || l.has(j, isBody|isName) && !l.has(j-1, isWith) {
		return j
	}
	return k
}

// undergoes tells whether the person at item k is the object of a verb: bãi nhiệm tư cách đại
// biểu đối với A | tại kỳ họp.
func undergoes(l *line, k int) bool {
	const most = 5
	if !l.has(k, isPerson) {
		return false
	}
	for j := k - 1; j >= max(0, k-most) && !l.has(j, isComma|isMark|isPerson); j-- {
		if l.has(j, isVerb) {
			return true
		}
	}
	return false
}
