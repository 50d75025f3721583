package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// longestBody is how many tokens the name of a body may have that the
// gazetteer does not hold.
const longestBody = 16

// readHead reads a body that the gazetteer does not hold by its first word:
// Vụ Kinh tế ngành, Công ty Gang thép Thái Nguyên.
func (p *page) readHead(o *office, i int) bool {
	if !p.has(i) || !p.is(p.tok(i).ID, startsBody) {
		return false
	}
	state, n := p.bodies.Longest(p.text, i)
	if n == 0 || !p.capital(i) && !p.follows(i) {
		return false
	}
	end, spotted := p.bodyEnd(i + n)
	if spotted >= 0 && end == i+n {
		// "Ban Thường vụ" + "Tỉnh ủy X": the whole is one body.
		state = true
	}
	if !state {
		if _, n := p.stateAt(end); n > 0 && p.follows(end) && p.capital(end) {
			end += n // the state is part of a company's name
		}
	}
	o.body, o.to, o.state, o.private = p.written(i, end), end, state, !state
	if unit := o.entry.Unit; unit != "" && i == o.from+len(strings.Fields(o.entry.Title)) && p.is(p.tok(i).ID, isFunction) {
		o.body = unit + " " + o.body // Trưởng phòng [Phòng] Cảnh sát kinh tế
	}
	return true
}

// bodyEnd gives where the name of a body ends and the agency it ends with, or -1.
func (p *page) bodyEnd(i int) (end, agency int) {
	end, agency = i, -1
	for k := i; p.follows(k) && k-i < longestBody; {
		if s, ok := p.spotAt(k); ok && k > i-1 {
			return s.to, s.agency
		}
		next, lasts := p.bodyStep(i, k)
		if next == 0 || end > i && next == k+1 && p.tok(k).Shape == viet.Lower && p.placeStep(end-2) == 2 {
			break
		}
		k = next
		if lasts {
			end = k
		}
	}
	return end, agency
}

// bodyStep takes one word of a body's name: where it goes on, 0 at its end, and
// whether the name may end there.
func (p *page) bodyStep(start, k int) (next int, lasts bool) {
	t := p.tok(k)
	if t.Kind == viet.Punct {
		if p.punct(k, ",") && k > start && viet.Key(p.text.Word(k-1)) == "phòng" && p.has(k+1) && p.text.Word(k+1) == "chống" {
			return k + 1, false
		}
		if p.punct(k, "(") && p.has(k+1) && p.loud(k+1) && p.punct(k+2, ")") {
			return k + 3, true // (PCTT)
		}
		if _, n := p.fields.Longest(p.text, k+1); n > 0 && k > start && p.dash(k) && p.follows(k+1) {
			return k + 1 + n, true // Ban Kinh tế - Ngân sách
		}
		if t.Gap == viet.Joined && p.punct(k, "-") && p.has(k+1) && p.tok(k+1).Gap == viet.Joined || p.punct(k, "&") {
			return k + 1, false
		}
		return 0, false
	}
	if _, n := p.regions.Longest(p.text, k); n > 0 && p.capital(k+n-1) {
		return k + n, true
	}
	if _, n := p.stateAt(k); n > 0 && p.capital(k+n-1) && (n > 1 || !p.capital(k+1) || p.foreign(k+1)) {
		return 0, false
	}
	if n := p.placeStep(k); n > 0 {
		return k + n, true
	}
	if n := p.typedPlace(k); n > 1 || n == 1 && p.capital(k+1) {
		return k + n, true
	}
	if _, n := p.keeps.Longest(p.text, k); n > 0 {
		return k + n, p.closesBody(k + n - 1)
	}
	if _, n := p.stops.Longest(p.text, k); n > 0 && t.Shape == viet.Lower {
		return 0, false
	}
	if w, n := p.words.Longest(p.text, k); n > 1 && (w.kind == rankWord || w.kind == honorificWord && t.Shape == viet.Lower || w.kind == postWord && k > start && (t.Shape != viet.Lower || !p.lex.Posts.List[w.index].Weak)) {
		return 0, false
	}
	if w, n := p.words.Longest(p.text, k); n == 1 && w.kind == honorificWord && t.Shape == viet.Lower && p.capital(k+1) {
		return 0, false
	}
	if p.bareLevel(k) {
		return k + 1, true
	}
	if t.Shape == viet.Lower && k > start && p.bareLevel(k-1) {
		return 0, false
	}
	if t.Shape != viet.Lower {
		if (k > start || p.seatless(k-1)) && p.surnameStart(k) && p.nameRun(k) || k > start && p.foreign(k) && p.capital(k+1) {
			return 0, false
		}
		return k + 1, true
	}
	return k + 1, p.closesBody(k)
}

// seatless tells whether token i ends the name of a body to which a place
// belongs, so that what follows and is none is a person: Huyện ủy | Giàng Páo Mỷ,
// UBKT | Trần Cẩm Tú.
func (p *page) seatless(i int) bool { return p.loud(i) || viet.Key(p.text.Word(i)) == "ủy" }

// placeStep gives the tokens of a place that a name may follow.
func (p *page) placeStep(k int) int {
	if !p.capital(k) {
		return 0
	}
	_, n := p.places.Longest(p.text, k)
	if n < 2 {
		return 0
	}
	if run := p.run(k); run == n || p.surnameStart(k+n) {
		return n
	}
	return 0
}

// nameRun tells whether the run of capitals at token k is as long as a name.
func (p *page) nameRun(k int) bool {
	n := p.run(k)
	return n >= 2 && n <= 5
}

// closesBody tells whether a body may end behind the lower-case word k: only
// where the text sets it off, before a mark, a name or a state.
func (p *page) closesBody(k int) bool {
	if p.text.Word(k) == "và" {
		return false
	}
	if !p.follows(k + 1) {
		return true
	}
	t := p.tok(k + 1)
	if p.text.Word(k+1) == "và" && p.follows(k+2) && p.is(p.tok(k+2).ID, startsWord) {
		w, n := p.words.Longest(p.text, k+2)
		return n > 0 && (w.kind == rankWord || w.kind == honorificWord || w.kind == postWord || w.kind == formerWord)
	}
	if t.Kind == viet.Punct {
		return true
	}
	if p.surnameStart(k+1) || p.capital(k+1) && p.foreign(k+1) {
		return true
	}
	_, n := p.stateAt(k + 1)
	_, stop := p.stops.Longest(p.text, k+1)
	w, m := p.words.Longest(p.text, k+1)
	return n > 0 && p.capital(k+1) || stop > 0 && t.Shape == viet.Lower || m > 0 && (w.kind == rankWord || w.kind == honorificWord || w.kind == alsoWord)
}

// written gives the source of tokens i to j with its line breaks folded.
func (p *page) written(i, j int) string {
	return viet.FoldSpace(p.text.Slice(i, j))
}

// readElided reads an agency whose first word the title has swallowed: Bộ
// trưởng Ngoại giao, Viện trưởng Kiểm sát nhân dân tối cao.
func (p *page) readElided(o *office) {
	unit := o.entry.Unit
	if unit == "" || !p.follows(o.to) {
		return
	}
	if p.numbered(o) {
		o.body, o.to, o.state = unit+" "+p.text.Word(o.to), o.to+1, true
		return
	}
	if p.tok(o.to).Kind != viet.Word {
		return
	}
	if !p.capital(o.to) && (!o.entry.Weak || unit == "Đoàn" || unit == "Ban") || p.capital(o.to) && p.foreign(o.to) {
		return
	}
	if p.loud(o.to) && !p.shouted(o.to) {
		o.body, o.state = unit+" "+p.text.Word(o.to), true
		o.to++
		return
	}
	if n, ok := p.readName(o.to, listed); ok && n.words() > 1 {
		return
	}
	end, _ := p.bodyEnd(o.to)
	if end == o.to || !p.mixed(o.to, end) {
		return
	}
	o.body, o.to, o.state = unit+" "+p.written(o.to, end), end, true
}

// numbered tells whether a number, and then the body above, follows the title:
// Trưởng phòng 5, Cơ quan An ninh điều tra.
func (p *page) numbered(o *office) bool {
	i := o.to
	if p.tok(i).Kind != viet.Number || !p.follows(i+1) || !p.follows(i+2) {
		return false
	}
	next := i + 1
	if p.punct(next, ",") || p.punct(next, "-") || p.dash(next) || p.text.Word(next) == "thuộc" {
		next++
	}
	_, ok := p.spotAt(next)
	return ok
}

// mixed tells whether a lower-case word stands among tokens i to j: a name of a
// person has none, "Ngoại giao" has.
func (p *page) mixed(i, j int) bool {
	for ; i < j; i++ {
		if p.tok(i).Kind == viet.Word && p.tok(i).Shape == viet.Lower {
			return true
		}
	}
	return false
}
