package date

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// tokens are the words, numbers and marks of a text, and how they stand together.
type tokens struct{ *reading.Text }

// isMark tells whether token i is one of the ASCII marks.
func (x tokens) isMark(i int, marks string) bool {
	tok := x.Tok(i)
	return tok.End-tok.Start == 1 && strings.IndexByte(marks, x.Src[tok.Start]) >= 0
}

func (x tokens) isWord(i int, key string) bool { return viet.Key(x.Word(i)) == key }

// near tells whether token i stands on the line of the token before it, or on
// the next.
func (x tokens) near(i int) bool { return x.Tok(i).Gap <= viet.Line }

// joined tells whether nothing stands between token i and the one before it.
func (x tokens) joined(i int) bool { return x.Tok(i).Gap == viet.Joined }

// length gives the bytes of token i.
func (x tokens) length(i int) int { return x.Tok(i).End - x.Tok(i).Start }

// letters tells whether token i is a word in capitals or of few letters with
// one, such as stand in codes.
func (x tokens) letters(i int) bool {
	tok := x.Tok(i)
	if tok.Kind != viet.Word {
		return false
	}
	return tok.Shape == viet.Upper || tok.Shape == viet.Title && tok.End-tok.Start <= 3
}

// glued tells whether the token at i goes on the number before it: a decimal,
// a code, a fraction.
func (x tokens) glued(i int) bool {
	if !x.joined(i) {
		return false
	}
	if x.Tokens[i].Kind == viet.Word || x.isMark(i, "%°$") {
		return true
	}
	if !x.isMark(i, "/.,:") || !x.joined(i+1) {
		return false
	}
	next := x.Tokens[i+1].Kind
	return next == viet.Number || next == viet.Word && x.isMark(i, "/")
}

// joinedBefore tells whether token i goes on something before it that makes
// it part of a code: a number, a sign, a letter.
func (x tokens) joinedBefore(i int) bool {
	if i <= 0 || !x.joined(i) {
		return false
	}
	if x.Tokens[i-1].Kind == viet.Number || x.letters(i-1) || x.isMark(i-1, "$#@_+=") {
		return true
	}
	if i == 1 || !x.isMark(i-1, "/.,:-") || !x.joined(i-1) {
		return false
	}
	return i > 1 && (x.Tokens[i-2].Kind == viet.Number || x.isMark(i-1, "/-.") && x.letters(i-2))
}

// separator reads / - or . between day and month. Only a slash may have white
// space beside it.
func (x tokens) separator(i int) (sign byte, next int) {
	if !x.isMark(i, "/-.") || i+1 >= len(x.Tokens) {
		return 0, fail
	}
	sign = x.Src[x.Tokens[i].Start]
	widest := max(x.Tokens[i].Gap, x.Tokens[i+1].Gap)
	if widest > viet.Space || widest == viet.Space && sign != '/' {
		return 0, fail
	}
	return sign, i + 1
}
