package official

import (
	"strconv"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
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
	gapIs
	gapAlso // kiêm
	gapAll  // đều là
)

// item is one piece of a phrase about persons.
type item struct {
	kind      itemKind
	from, to  int
	rank      *lexicon.Rank
	honor     *lexicon.Honorific
	office    office
	name      name
	gap       gap
	left      bool // the post that follows was given up: thôi giữ chức
	conferred bool // by what the sentence tells: bầu … đối với ông A
	shared    bool // the names that follow share it
	tally     bool // a figure says so: 7 ủy viên
	count     int  // so many of them, 0 for all
	country   string
}

// readItem reads the rank, honorific or post at token i; its last token is
// item.to. Words such as nguyên and các before it are taken in.
func (p *page) readItem(i int) (item, bool) {
	it := item{from: i}
	former, acting := false, false
	const most = 12 // tokens of marks before a title
	for k := i; k-i < most && p.has(k) && (k == i || p.follows(k)); {
		if !p.is(p.tok(k).ID, startsWord) {
			return item{}, false
		}
		w, n := p.words.Longest(p.text, k)
		if w.kind == honorificWord && n > 1 && p.surnameStart(k+n-1) {
			w, n = p.shorter(k, n) // Ông | Hoàng Văn A is no prince
		}
		switch w.kind {
		case formerWord:
			former = true
		case actingWord:
			acting = true
		case manyWord:
			it.shared, it.count = true, w.index
		case rankWord:
			return p.rankItem(it, k, n, w)
		case honorificWord:
			return p.honorItem(it, k, n, w)
		case postWord:
			if p.inside(k) {
				return item{}, false
			}
			w, n = p.beforeSpot(k, n, w)
			if n := p.counted(k); n > 0 && k == i {
				it.shared, it.count, it.tally = true, n, true
			}
			it.kind, it.office = officeItem, p.readPost(k, n, w)
			it.office.former, it.office.acting = former, acting
			if acting {
				it.office.title = "Quyền " + it.office.title
			}
			it.office.from, it.to = i, it.office.to
			return it, true
		default:
			return item{}, false
		}
		k += n
	}
	return item{}, false
}

// inside tells whether the post at token i is the end of another word: Ban Bí
// thư; chức vụ Phó Chủ tịch.
func (p *page) inside(i int) bool {
	const longest = 3 // tokens of the phrase before i
	if !p.follows(i) || !p.is(p.tok(i-1).ID, isInside) {
		return false
	}
	for n := 1; n <= longest && i-n >= 0; n++ {
		if _, k := p.tables.inside.Longest(p.text, i-n); k > n {
			return true
		}
	}
	return false
}

// beforeSpot gives the shorter title where the last words of a weak one begin the
// name of an agency: cán bộ | Công an xã A.
func (p *page) beforeSpot(i, n int, w word) (word, int) {
	entry := &p.lex.Posts.List[w.index]
	if !entry.Weak || entry.Unit != "" || entry.Agency != "" {
		return w, n
	}
	if _, ok := p.spotOver(i, i+n); !ok {
		return w, n
	}
	if short, k := p.shorter(i, n); k > 0 && short.kind == postWord {
		if _, ok := p.spotAt(i + k); ok {
			return short, k
		}
	}
	return w, n
}

// counted gives the figure before a post in small letters, 0 if none stands
// there: gồm 7 ủy viên.
func (p *page) counted(i int) int {
	if !p.follows(i) || p.tok(i).Shape != viet.Lower || p.tok(i-1).Kind != viet.Number || p.tok(i).Gap == viet.Joined {
		return 0
	}
	if i > 1 && p.tok(i-2).Kind == viet.Punct {
		return 0 // 25/8 chủ tịch
	}
	n, err := strconv.Atoi(p.text.Word(i - 1))
	if err != nil || n > 99 {
		return 0
	}
	return n
}

// shorter gives the longest phrase at token i of fewer than n tokens.
func (p *page) shorter(i, n int) (best word, length int) {
	p.words.Each(p.text, i, func(w word, k int) {
		if k < n {
			best, length = w, k
		}
	})
	return best, length
}

func (p *page) rankItem(it item, k, n int, w word) (item, bool) {
	it.kind, it.rank, it.to = rankItem, &p.lex.Ranks[w.index], k+n
	it.country = it.rank.Country
	if code, m := p.stateAt(it.to); m > 0 && p.capital(it.to) && p.capital(it.to+m) && !p.is(p.tok(it.to).ID, isSurname) {
		it.country, it.to = code, it.to+m
	}
	return it, true
}

// honorItem reads an honorific: a polite one only where a name may follow.
func (p *page) honorItem(it item, k, n int, w word) (item, bool) {
	it.kind, it.honor, it.to = honorificItem, &p.lex.Honorifics[w.index], k+n
	if it.shared && p.punct(it.to, ":") {
		return it, true
	}
	if code, m := p.stateAt(it.to); it.honor.State && m > 0 && p.capital(it.to) && p.capital(it.to+m) {
		it.country, it.to = code, it.to+m
	}
	if !p.follows(it.to) || p.tok(it.to).Kind != viet.Word {
		return item{}, false
	}
	if p.capital(it.to) || it.honor.Kind == lexicon.OfficeHonorific || it.honor.Kind == lexicon.AcademicHonorific {
		return it, true
	}
	w, m := p.words.Longest(p.text, it.to)
	ok := m > 0 && (w.kind == postWord || w.kind == rankWord || w.kind == honorificWord || w.kind == formerWord)
	return it, ok
}

// readGap reads the punctuation or connective at token i.
func (p *page) readGap(i int) (item, bool) {
	it := item{kind: gapItem, from: i, to: i + 1}
	if p.tok(i).Kind == viet.Punct {
		switch p.text.Word(i) {
		case ",":
			it.gap = gapComma
		case "(":
			it.gap = gapOpen
		case ")":
			it.gap = gapClose
		case ";":
			it.gap = gapSemi
		case ":":
			it.gap = gapColon
		default:
			if !p.dash(i) && !(p.punct(i, "-") && p.capital(i+1)) {
				return item{}, false
			}
			it.gap = gapDash
		}
		return it, true
	}
	w, n := p.words.Longest(p.text, i)
	it.to = i + n
	switch {
	case w.kind == alsoWord:
		it.gap = gapAlso
	case w.kind != linkWord:
		return item{}, false
	default:
		it.gap, it.left = linkGaps[link(w.index)], link(w.index) == linkLeft
	}
	if link(w.index) == linkThen && w.kind == linkWord {
		return p.readThen(it)
	}
	if it.gap == gapAll && n == 1 {
		return p.readAll(it)
	}
	return it, it.gap != gapNone
}

var linkGaps = map[link]gap{linkAnd: gapAnd, linkWith: gapWith, linkSuch: gapSuch, linkIs: gapIs, linkAll: gapAll, linkLeft: gapIs}

// readThen reads "ngày đó là" between a post and the name of its holder, and
// passes over "đương nhiệm" by itself.
func (p *page) readThen(it item) (item, bool) {
	if w, n := p.words.Longest(p.text, it.to); p.follows(it.to) && w.kind == linkWord && link(w.index) == linkIs {
		it.to, it.gap = it.to+n, gapIs
	}
	return it, true
}

// readAll reads "trúng cử chức vụ" or a clause of appointment behind đều.
func (p *page) readAll(it item) (item, bool) {
	if !p.follows(it.to) {
		return item{}, false
	}
	if w, n := p.words.Longest(p.text, it.to); w.kind == linkWord && link(w.index) == linkIs {
		it.to += n
		return it, true
	}
	n := p.appointed(it.to)
	it.to += n
	return it, n > 0
}

// filler gives the tokens of what may stand between a name and its post and
// says neither: 45 tuổi; SN 1970; sinh năm 1970; quê Nghệ An.
func (p *page) filler(i int) int {
	if !p.follows(i) {
		return 0
	}
	if p.tok(i).Kind == viet.Number {
		if p.has(i+1) && p.text.Word(i+1) == "tuổi" {
			return 2
		}
		return 0
	}
	switch id := p.tok(i).ID; {
	case p.is(id, startsBirth):
	case p.is(id, startsAside):
		return p.upToMark(i)
	default:
		return 0
	}
	k := i + 1
	for p.follows(k) && k-i < 9 && (p.tok(k).Kind == viet.Number || p.punct(k, "/") || p.punct(k, "-") || p.text.Word(k) == "năm" || p.text.Word(k) == "ngày" || p.text.Word(k) == ".") {
		k++
	}
	return k - i
}

// upToMark gives the tokens of an address, or of another aside up to the next
// comma: capitals, numbers and the words of levels, no verb.
func (p *page) upToMark(i int) int {
	const most = 30
	last := 0
	for k := i + 1; p.follows(k) && k-i < most; k++ {
		word := p.text.Word(k)
		switch {
		case word == ")" || word == ";":
			return k - i
		case word == ",":
			if last == 0 {
				last = k - i
			}
			if p.postAt(k + 1) {
				return k - i
			}
		case last > 0 && !p.addressWord(k):
			return last
		case p.is(p.tok(k).ID, startsWord) && p.titleAt(k):
			return last
		}
	}
	return last
}

// postAt tells whether a post, with nguyên or là before it, starts at token i.
func (p *page) postAt(i int) bool {
	if !p.has(i) {
		return false
	}
	w, _ := p.words.Longest(p.text, i)
	return w.kind == postWord || w.kind == formerWord || w.kind == rankWord || w.kind == linkWord && link(w.index) == linkIs
}

// addressWord tells whether token i may stand in an address.
func (p *page) addressWord(i int) bool {
	t := p.tok(i)
	if t.Kind != viet.Word || t.Shape != viet.Lower {
		return true
	}
	return p.is(t.ID, isLevel)
}
