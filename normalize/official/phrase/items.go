package phrase

import (
	"strconv"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// itemKind says what a piece of a phrase about persons is.
type itemKind uint8

const (
	rankItem itemKind = iota
	honorificItem
	officeItem
	nameItem
	gapItem // punctuation or a connective
)

// gap is what stands between two pieces.
type gap uint8

const (
	gapNone gap = iota
	gapComma
	gapDash
	gapOpen  // (
	gapClose // )
	gapSemi
	gapColon
	gapAnd
	gapWith
	gapSuch // như, gồm
	gapEach // lần lượt là
	gapIs
	gapAlso // kiêm
	gapAll  // đều là
)

// of tells whether the gap is one of these.
func (g gap) of(list ...gap) bool {
	for _, x := range list {
		if g == x {
			return true
		}
	}
	return false
}

// item is one piece of a phrase about persons.
type item struct {
	kind      itemKind
	from, to  int
	rank      *lexicon.Rank
	honor     *lexicon.Honorific
	office    Office
	name      Name
	gap       gap
	left      bool // the post that follows was given up: thôi giữ chức
	replaces  bool // who is named next held the post before: thay ông A
	during    bool // a clause that it opens tells what was held: trong thời gian giữ chức
	earlier   bool // a post beside it was held at the time told of: Bộ trưởng khi đó là A
	onward    bool // the post before it came first: từng là X, rồi Y
	conferred bool // by what the sentence tells: bầu … đối với ông A
	shared    bool // the names that follow share it
	one       bool // một: it is one's of several
	tally     bool // a figure says so: 7 ủy viên
	count     int  // so many of them, 0 for all
	country   string
}

// honors tells whether the item is an honorific of that kind.
func (it *item) honors(kind lexicon.HonorificKind) bool {
	return it.kind == honorificItem && it.honor.Kind == kind
}

// items reads the pieces of phrases about persons.
type items struct{ posts }

// read reads the rank, honorific or post at token i; its last token is item.to.
// Words such as nguyên and các before it are taken in.
func (r items) read(i int) (item, bool) {
	const most = 12 // tokens of marks before a title
	it := item{from: i}
	former, acting := false, false
	from := i // of the marks of the post
	if n := r.phrase(i, counterpart); n > 0 {
		return peer{r}.read(i, n)
	}
	for k := i; k-i < most; {
		w, n := r.titleWord(k)
		if r.insideWord(k, n) || r.phrase(k, doing) > n || r.spots.hold(k, k+n) || r.sought(w, k) {
			return item{}, false // Văn phòng Thủ tướng, chủ tọa cuộc họp, ứng cử viên Tổng thống
		}
		switch w.kind {
		case formerWord:
			former, it.during = true, w.Value != 0
		case actingWord:
			acting = true
		case oneWord:
			it.one, from = true, k+n
		case manyWord:
			if it.shared, it.count = !it.one, int(w.Value); it.one {
				from = k + n // một trong những
			}
		case rankWord:
			return r.rank(it, k, n, w)
		case honorificWord:
			return r.honorific(it, k, n, w)
		case postWord:
			it.office.Former, it.office.Acting = former, acting
			return r.office(it, from, k, n, w)
		default:
			return item{}, false
		}
		if k += n; !r.Follows(k) {
			break
		}
	}
	return item{}, false
}

// titleWord gives the phrase at token k, a shorter one where a longer honorific
// ends with a surname: Ông | Hoàng Văn A is no prince.
func (r items) titleWord(k int) (word, int) {
	w, n := r.word(k)
	if w.kind == honorificWord && n > 1 && r.surnameStart(k+n-1) {
		return r.wordUnder(k, n)
	}
	return w, n
}

// office reads the post at token k, before which its marks may stand from a token on.
func (r items) office(it item, from, k, n int, w word) (item, bool) {
	if tally := r.tally(k); tally > 0 && k == it.from {
		it.shared, it.count, it.tally = true, tally, true
	}
	former, acting := it.office.Former, it.office.Acting
	w, n = r.beforeBody(k, n, w)
	it.kind, it.office = officeItem, r.posts.read(k, n, w)
	it.office.Former, it.office.Acting = former, acting
	switch e := it.office.Entry; {
	case e.Collective && r.is(it.office.To, manages): // cán bộ thuộc Ban Thường vụ Tỉnh ủy quản lý
		return item{}, false
	case e.SetOff && !r.setOff(&it.office, from):
		return item{}, false
	}
	if afterYears(r, from) {
		it.during, it.office.Former = true, true
	}
	if acting {
		it.office.Title = r.acting + " " + it.office.Title
	}
	if more := len(it.office.others); more > 0 {
		it.shared, it.count = true, 1+more
	}
	it.office.From, it.to = from, it.office.To
	r.last = it.office
	if r.ended(conferring, from) {
		r.told = it.office
	}
	return it, true
}

// setOff tells whether a word that is a verb, too, is a post at token i: a mark stands before it, or it begins the
// sentence, its body behind, and nothing is entrusted: A, phụ trách Sở X; Phụ trách Sở X, ông A; not giao A, Phó Giám
// đốc, phụ trách Sở X.
func (r items) setOff(o *Office, i int) bool {
	const most = 40 // tokens up to the verb
	if !r.Is(i-1, reading.Comma|reading.LongDash|reading.Hyphen|reading.Opening) && !r.headsPerson(o, i) {
		return false
	}
	return o.Agency >= 0 && !precededBy(r.Text, appoints, i, most)
}

// insideWord tells whether the phrase of that length at token i is the end of another
// word, or begins with it: Ban Bí thư; chức vụ Phó Chủ tịch; chính quyền; kiện tướng; GĐ&TE. A
// capital begins a longer title: chức | Vụ trưởng.
func (r items) insideWord(i, length int) bool {
	const longest = 3 // tokens of the phrase before i
	if r.Looks(i+length, reading.Sign|reading.Joined) && r.Word(i+length) == "&" {
		return true
	}
	for n := 1; n <= longest; n++ {
		if r.is(i-n, inside) && r.phrase(i-n, inside) > n {
			return !r.Capital(i) || !r.Small(i-1)
		}
	}
	return false
}

// sought tells whether the word at token k is a title that somebody would have or plays, or the end of
// one that is a rank, too: vào vai thiếu tá A; ứng cử viên Thủ | tướng.
func (r items) sought(w word, k int) bool {
	switch w.kind {
	case postWord:
		return r.ended(sought, k)
	case rankWord:
		return r.ended(sought, k) || r.ended(sought, k-1)
	}
	return false
}

// beforeBody gives the shorter title where the last words of a weak one begin the
// name of a body: cán bộ | Công an xã A.
func (r items) beforeBody(i, n int, w word) (word, int) {
	entry, _ := r.Post(w.Mark)
	short, k := r.wordUnder(i, n)
	_, body := r.Body(i + k)
	switch {
	case !entry.Weak, !body, k == 0:
		return w, n
	}
	return short, k
}

// tally gives the figure before a post in small letters, 0 if none stands there:
// gồm 7 ủy viên, not 25/8 chủ tịch.
func (r items) tally(i int) int {
	const most = 99
	switch {
	case !r.Small(i), !r.Is(i-1, reading.Figures), r.Is(i-2, reading.Sign):
		return 0
	}
	n, _ := strconv.Atoi(r.Word(i - 1))
	if n > most {
		return 0
	}
	return n
}

// rank reads a rank, and the state behind it before a name, or the force of a state:
// Thiếu tướng Hải quân Mỹ A.
func (r items) rank(it item, k, n int, w word) (item, bool) {
	it.kind, it.rank, it.to = rankItem, &r.lex.Ranks[w.Value], k+n
	it.country = it.rank.Country
	s, body := r.Body(it.to)
	switch end := s.To + r.arm(s.To); {
	case !body:
		it.to += r.arm(it.to)
	case r.Looks(end, reading.Large|reading.Following):
		it.country, it.to = r.Bodies[s.Body].Country, end
	}
	if code, m := r.stateBeforeName(it.to); m > 0 {
		it.country, it.to = code, it.to+m
	}
	return it, true
}

// arm gives the tokens of the arm that a rank is one of, of its stars, or that its bearer serves by
// profession: Tướng Lục quân | A, Tướng 4 sao | A, Trung úy chuyên nghiệp | A.
func (r items) arm(i int) int {
	n := r.phrase(i, arms)
	return n + r.phrase(i+n, arms)
}

// stateBeforeName gives the state named at token i before a capital, and its tokens.
func (r posts) stateBeforeName(i int) (code string, n int) {
	if code, n = r.State(i); !r.Capital(i + n) {
		return "", 0
	}
	return code, n
}

// longestHonorific is the tokens of an honorific before a surname that is one itself.
const longestHonorific = 3

// honorific reads an honorific: a polite one only where a name may follow.
func (r items) honorific(it item, k, n int, w word) (item, bool) {
	if _, before := r.wordBefore(k, longestHonorific, honorificWord); before > 0 && r.Capital(k) && r.surname(k) {
		return item{}, false // đồng chí | Ông Thị Nga
	}
	it.kind, it.honor, it.to, it.tally = honorificItem, &r.lex.Honorifics[w.Value], k+n, r.tally(k) > 0
	if r.Is(it.to, reading.Colon) {
		return it, true
	}
	code, m := r.stateBeforeName(it.to)
	if it.honor.State || it.honor.OfState {
		it.country, it.to = code, it.to+m
	}
	switch {
	case it.honor.OfState && it.country == "" && !r.leaderAt(it.to):
		return item{}, false
	case r.Capital(it.to), it.honors(lexicon.OfficeHonorific):
		return it, true
	}
	next, _ := r.word(it.to)
	if next.kind == honorificWord && r.ended(kin, it.to) {
		return item{}, false // cháu | ông Trần Văn A
	}
	return it, next.titles()
}

// leaderAt tells whether a leader whom everybody knows is named at token i.
func (r items) leaderAt(i int) bool {
	n, ok := r.names.read(i, expected)
	return ok && r.leader(n) != ""
}

// filler gives the tokens of what may stand between a name and its post and says
// neither: 45 tuổi; SN 1970; sinh năm 1970; quê Nghệ An.
func (r items) filler(i int) int {
	age := r.age(i)
	switch {
	case age > 0:
		return age
	case r.is(i, aside):
		return r.upToMark(i)
	case r.is(i, calling):
		return r.called(i)
	case !r.is(i, born):
		return 0
	}
	k := i + 1
	for r.Is(k, reading.Figures|reading.Slash) || r.is(k, inFigures) {
		k++
	}
	return k - i
}

// called gives the tokens of what somebody learnt or does besides, up to the next mark: kỹ sư nông nghiệp.
func (r items) called(i int) int {
	const most = 9
	return clauses{r}.upTo(i, calling, most, func(k int) bool { return r.Is(k, reading.Sign) })
}

// learnt tells whether what begins like a title at token i is what somebody learnt, set off by marks: Tiến sĩ Kinh tế,.
func (r items) learnt(i int) bool {
	_, title := r.word(i)
	n := r.phrase(i, calling)
	return n > title && r.Is(i+n, reading.Sign)
}

// age gives the tokens of an age: 45 tuổi, năm nay 45 tuổi.
func (r items) age(i int) int {
	k := i + r.phrase(i, thisYear)
	if r.Is(k, reading.Figures) && r.is(k+1, years) {
		return k + 2 - i
	}
	return 0
}

// ordinal gives the tokens of what number somebody is among those who held a post: thứ 19.
func (r items) ordinal(i int) int {
	if n := r.phrase(i, ordinals); n > 0 && r.Is(i+n, reading.Figures) {
		return n + 1
	}
	return 0
}

// votes gives the tokens of how somebody was elected, up to a comma: với số phiếu 83/83.
func (r items) votes(i int) int {
	const most = 12
	n := r.phrase(i, votes)
	if n == 0 {
		return 0
	}
	for k := range r.ahead(i+n, most) {
		switch {
		case r.Is(k, reading.Comma):
			return k - i
		case r.Capital(k):
			return 0
		}
	}
	return 0
}

// otherAt tells whether somebody else is named at token i, behind an honorific in small letters: A và
// đoàn gặp ông | B, Giám đốc.
func (r items) otherAt(i int) bool {
	return r.Capital(i) && r.Small(i-1) && Around{r.names}.addressed(i)
}
