package agency

import (
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// maxName bounds the words of a name that its short form in brackets ends.
const maxName = 14

// bracketed reads a name that no list holds by the short form behind it: Văn
// phòng Điều tra Tham nhũng đối với Quan chức Cấp cao (CIO).
func (r *reader) bracketed(i, n int, head *lexicon.Head) *node {
	if head.Unit || !capitalised(r.x, i) || !r.bracketAhead(i+n) {
		return nil
	}
	end := r.wordsOfName(i+n, true)
	if end < i+n+2 || !r.shortBehind(end) {
		return nil
	}
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: head.Kind, abroad: !head.Home, rule: "short form in brackets behind " + head.Word}
	if code, m := r.lastCountry(i+n, end); m > 0 {
		d.country = code
		end -= m
	}
	d.made = r.x.Slice(i, end)
	d.to += 3
	if d.country == "" {
		r.country(d)
	}
	return d
}

// bracketAhead tells whether a bracket opens within a name's length.
func (r *reader) bracketAhead(i int) bool {
	for end := min(len(r.x.Tokens), i+maxName+1); i < end; i++ {
		if r.x.Tokens[i].ID == r.w.open {
			return true
		}
	}
	return false
}

// lastCountry gives the country that tokens i to end close with, and its length.
func (r *reader) lastCountry(i, end int) (code string, n int) {
	for j := max(i+1, end-3); j < end; j++ {
		if code, n := r.countryAt(j, true); n > 0 && j+n == end {
			return code, n
		}
	}
	return "", 0
}

// shortBehind tells whether "(CIO)" follows: one word of capitals.
func (r *reader) shortBehind(i int) bool {
	toks := r.x.Tokens
	if i+2 >= len(toks) || toks[i].ID != r.w.open || toks[i].Gap != viet.Space || toks[i+2].ID != r.w.close {
		return false
	}
	n := utf8.RuneCountInString(r.x.Word(i + 1))
	return toks[i+1].Shape == viet.Upper && n >= 2 && n <= 10
}

// wordsOfName gives the end of a run of words with a capital on each, of two
// syllables at most, and small joining words between them, commas if wanted.
func (r *reader) wordsOfName(i int, commas bool) int {
	small := 9 // small syllables since the last capital; the first word has one
	j := i
	for ; j < len(r.x.Tokens) && j < i+maxName; j++ {
		tok := &r.x.Tokens[j]
		if _, n := r.fields.Longest(r.x, j); n > 1 && j > i && small < 2 {
			j, small = j+n-1, 1
			continue
		}
		if tok.Gap != viet.Space && r.x.Tokens[j].Kind == viet.Word {
			break
		}
		switch {
		case tok.Kind == viet.Word && tok.Shape != viet.Lower:
			if j > i && r.headAt(j) {
				return i
			}
			small = 0
		case tok.ID == r.w.comma && j > i && j+1 < len(r.x.Tokens) && r.x.Tokens[j+1].Shape != viet.Lower && commas, r.joinsName(j) && small < 9:
			small = 0
		case tok.Kind != viet.Word || small > 0 || j > i && r.closes(j):
			return r.withoutJoin(i, j)
		default:
			small++
		}
	}
	return r.withoutJoin(i, j)
}

// withoutJoin steps back over joining words that end a run.
func (r *reader) withoutJoin(i, end int) int {
	for end > i && (r.x.Tokens[end-1].Kind != viet.Word || r.joinsName(end-1)) {
		end--
	}
	return end
}

// headAt tells whether another name begins at token i.
func (r *reader) headAt(i int) bool {
	_, n := r.heads.Longest(r.x, i)
	return n > 0 && r.x.Tokens[i].Shape != viet.Lower
}

// joinsName tells whether a joining word stands at token i: và, của, đối với.
func (r *reader) joinsName(i int) bool {
	_, n := r.joining.Longest(r.x, i)
	return n == 1
}
