package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// readAbove passes over what an agency is part of: Cục A, Bộ B; Cục A thuộc Bộ B.
func (p *page) readAbove(o *office) {
	for o.agency >= 0 || o.body != "" {
		coded := p.readCode(o)
		i := o.to
		if !p.follows(i) {
			return
		}
		if p.bareLevel(i) {
			o.to++
			continue
		}
		if p.dash(i) && p.has(i+1) && !p.titleAt(i+1) {
			if end, _ := p.bodyEnd(i + 1); end > i+1 && p.surnameStart(end) {
				if _, n := p.regions.Longest(p.text, i+1); n == end-i-1 && o.said != "" {
					o.body, o.agency, o.said = o.said+" - "+p.written(i+1, end), -1, ""
				}
				o.to = end // Bộ Lao động – thương binh và xã hội
				return
			}
		}
		if o.agency >= 0 && p.capital(i) && !p.namedAt(i) && !p.titleAt(i) && p.tok(i).Gap != viet.Joined {
			if _, ok := p.spotAt(i); !ok {
				if end, _ := p.bodyEnd(i); end > i {
					o.to = end // Trung ương Đảng [Cộng sản Việt Nam]
					p.readCountry(o)
					continue
				}
			}
		}
		if p.punct(i, ",") || p.punct(i, "-") || p.punct(i, "–") {
			i++
		} else if w, n := p.words.Longest(p.text, i); w.kind == linkWord && link(w.index) == linkOf {
			i += n
		}
		s, ok := p.spotAt(i)
		if !ok {
			if n := p.typedPlace(i); n > 0 && (i > o.to || coded) {
				o.to = i + n
				continue
			}
			if end := p.aboveBody(o, i); end > 0 && (i > o.to || o.agency >= 0) {
				o.to = end
				continue
			}
			return
		}
		if o.agency < 0 && !o.state && !o.private {
			o.state = true
		}
		o.to = s.to
	}
}

// readCode passes over the code of an agency: (C50), (PC02, Bộ Công an).
func (p *page) readCode(o *office) bool {
	const most = 12
	if !p.follows(o.to) || !p.punct(o.to, "(") || !p.has(o.to+1) {
		return false
	}
	if _, ok := p.spotAt(o.to + 1); !ok && p.tok(o.to+1).Shape != viet.Upper && p.text.Word(o.to+1) != "thuộc" {
		return false
	}
	for k := o.to + 1; p.follows(k) && k-o.to < most; k++ {
		if p.punct(k, ")") {
			o.to = k + 1
			return true
		}
		if p.titleAt(k) {
			return false
		}
	}
	return false
}

// bareLevel tells whether token i is the word of a level without its name: Bí
// thư Tỉnh ủy, Trưởng đoàn ĐBQH [tỉnh].
func (p *page) bareLevel(i int) bool {
	switch viet.Key(p.text.Word(i)) {
	case "tỉnh", "huyện", "quận", "xã", "phường":
		return p.tok(i).Shape == viet.Lower && !p.capital(i+1) && !(p.has(i+1) && p.tok(i+1).Kind == viet.Number)
	}
	return false
}

// aboveBody gives the end of a body of state at token i that the gazetteer does
// not hold, if the text sets it off behind.
func (p *page) aboveBody(o *office, i int) int {
	if !p.capital(i) || !p.is(p.tok(i).ID, startsBody) || p.titleAt(i) {
		return 0
	}
	state, n := p.bodies.Longest(p.text, i)
	if n == 0 || !state {
		return 0
	}
	end, _ := p.bodyEnd(i + n)
	if end == i+n {
		return 0
	}
	if code, n := p.stateAt(end); n > 0 && p.follows(end) {
		o.country, end = code, end+n
	}
	if !p.follows(end) || p.tok(end).Kind == viet.Punct {
		return end
	}
	return 0
}

// typedPlace gives the tokens of "huyện Mỹ Xuyên", "TP Thủ Dầu Một" at token i.
func (p *page) typedPlace(i int) int {
	if !p.has(i) {
		return 0
	}
	k := i
	switch viet.Key(p.text.Word(i)) {
	case "tỉnh", "huyện", "quận", "xã", "phường":
		k++
	case "tp":
		k++
		if p.punct(k, ".") {
			k++
		}
	case "thành", "thị":
		k += 2
	default:
		return 0
	}
	if !p.has(k) || p.tok(k).Sentence != p.tok(i).Sentence {
		return 0
	}
	if p.tok(k).Kind == viet.Number {
		return k + 1 - i
	}
	if !p.capital(k) {
		return 0
	}
	if _, n := p.places.Longest(p.text, k); n > 0 {
		return k + n - i
	}
	if _, n := p.lands.Longest(p.text, k); n > 0 {
		return k + n - i
	}
	for e := k + 1; e < k+4 && p.capital(e); e++ {
		if p.surnameStart(e) && !p.is(p.tok(e).ID, isRare) && p.nameRun(e) && p.run(e) < 5 {
			return e - i
		}
	}
	if p.run(k) == 1 && p.foreign(k) {
		return k + 1 - i // tỉnh Nagano
	}
	if viet.Key(p.text.Word(i)) == "tỉnh" || p.surnameStart(k) && p.run(k) > 2 {
		return k - i // the province is not named, a person follows
	}
	end := k
	for p.capital(end) && end-k < 3 && (end == k || p.tok(end).Gap == viet.Space && !p.surnameStart(end)) {
		end++
	}
	if end == k {
		return 0
	}
	return end - i
}

// readTerm passes over khóa XIII, nhiệm kỳ 2020-2025, (giai đoạn 2007 - 2016).
func (p *page) readTerm(o *office) {
	for n := p.term(o.to); n > 0; n = p.term(o.to) {
		o.to += n
	}
}

func (p *page) term(i int) int {
	if !p.follows(i) {
		return 0
	}
	k := i
	open := p.punct(k, "(")
	if open || p.punct(k, ",") || p.text.Word(k) == "và" {
		k++
	}
	if !p.has(k) {
		return 0
	}
	switch viet.Key(p.text.Word(k)) {
	case "khóa":
		k++
	case "nhiệm", "giai", "thời", "từ":
		if !p.has(k + 1) {
			return 0
		}
		switch viet.Key(p.text.Word(k + 1)) {
		case "kỳ", "kì", "đoạn", "năm":
			k += 2
		default:
			return 0
		}
	default:
		if !open || p.tok(k).Kind != viet.Number || len(p.text.Word(k)) != 4 {
			return 0
		}
	}
	return p.termEnd(i, k, open)
}

// termEnd passes over numerals, dashes and commas between them.
func (p *page) termEnd(i, k int, open bool) int {
	start := k
	for p.follows(k) && k-start < 12 {
		word := p.text.Word(k)
		numeral := p.tok(k).Kind == viet.Number || roman(word) || word == "đến" || word == "năm" || word == "nay" || word == "tháng"
		if !numeral && !(p.tok(k).Kind == viet.Punct && strings.Contains("-–/,", word) && p.has(k+1) && (p.tok(k+1).Kind == viet.Number || roman(p.text.Word(k+1)))) {
			break
		}
		k++
	}
	switch {
	case k == start:
		return 0
	case open && p.punct(k, ")"):
		return k + 1 - i
	case open:
		return 0
	}
	return k - i
}
