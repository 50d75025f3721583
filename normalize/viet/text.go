package viet

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells words, numbers and punctuation apart.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters; digits may follow a capital, as in C06
	Number             // digits
	Punct              // one rune of anything else that is not white space
)

// Shape is the case of a word.
type Shape uint8

// The shapes of a word. A single capital letter is Title.
const (
	Lower Shape = iota
	Title
	Upper
	Mixed
)

// Gap is what lies before a token.
type Gap uint8

// The gaps, the widest last.
const (
	Joined    Gap = iota // nothing
	Space                // white space on one line
	Line                 // one line break
	Paragraph            // an empty line, or the start of the text
)

// Token is one syllable, number or punctuation mark. Start and End are bytes.
type Token struct {
	Start, End int
	ID         ID
	Sentence   int // counted from 0 within the text
	Kind       Kind
	Shape      Shape
	Gap        Gap
}

// Text is one field of an article, cut into tokens. It is read-only.
type Text struct {
	Field  string
	Src    string
	Tokens []Token
}

// Word gives the bytes of token i.
func (t *Text) Word(i int) string { return t.Src[t.Tokens[i].Start:t.Tokens[i].End] }

// Slice gives the source from the start of token i to the end of token j-1.
func (t *Text) Slice(i, j int) string { return t.Src[t.Tokens[i].Start:t.Tokens[j-1].End] }

// Parse cuts the source into tokens and sentences.
func (v *Vocabulary) Parse(field, src string) *Text {
	t := &Text{Field: field, Src: src, Tokens: make([]Token, 0, len(src)/4)}
	s := scanner{src: src}
	var buf keyBuffer
	sentence := 0
	for tok, ok := s.next(); ok; tok, ok = s.next() {
		tok.ID = v.find(&buf, AppendKey(buf[:0], src[tok.Start:tok.End]))
		if n := len(t.Tokens); n > 0 && t.endsBefore(n, tok) {
			sentence++
		}
		tok.Sentence = sentence
		t.Tokens = append(t.Tokens, tok)
	}
	return t
}

// endsBefore tells whether a sentence ends between token n-1 and the next one.
func (t *Text) endsBefore(n int, next Token) bool {
	if next.Gap == Paragraph {
		return true
	}
	if next.Gap == Joined || next.Kind == Punct && !opens(t.Src[next.Start:next.End]) {
		return false
	}
	if next.Kind == Word && next.Shape == Lower {
		return false
	}
	end := n - 1
	for end > 0 && t.Tokens[end].Kind == Punct && closes(t.Word(end)) {
		end--
	}
	switch t.Word(end) {
	case "!", "?", "…":
		return true
	case ".":
		return !t.abbreviates(end)
	}
	return false
}

// abbreviates tells whether the full stop at i belongs to an abbreviation: an
// initial, or a short title such as TP. Th. PGS. that no space separates from it.
func (t *Text) abbreviates(i int) bool {
	if i == 0 || t.Tokens[i].Gap != Joined {
		return false
	}
	prev := t.Tokens[i-1]
	if prev.Kind != Word || prev.Shape == Lower {
		return false
	}
	switch word := t.Word(i - 1); Key(word) {
	case "tp", "tx", "tt", "th", "ths", "ts", "pgs", "gs", "bs", "ks", "cn", "q", "p", "h", "x", "đ", "mr", "mrs", "ms", "dr", "st", "no":
		return true
	default:
		return utf8.RuneCountInString(word) == 1
	}
}

func opens(s string) bool {
	switch s {
	case "“", "\"", "‘", "'", "(", "[", "«", "-", "–", "—", "*", "•":
		return true
	}
	return false
}

func closes(s string) bool {
	switch s {
	case "”", "\"", "’", "'", ")", "]", "»":
		return true
	}
	return false
}

// scanner cuts a string into tokens without allocating.
type scanner struct {
	src string
	pos int
}

func (s *scanner) next() (Token, bool) {
	gap := s.skipSpace()
	if s.pos >= len(s.src) {
		return Token{}, false
	}
	tok := Token{Start: s.pos, Gap: gap}
	r, n := s.rune(s.pos)
	s.pos += n
	switch {
	case isDigit(r):
		tok.Kind = Number
		s.digits()
	case isLetter(r):
		tok.Kind = Word
		tok.Shape = s.word(r)
	default:
		tok.Kind = Punct
	}
	tok.End = s.pos
	return tok, true
}

func (s *scanner) rune(i int) (rune, int) {
	if c := s.src[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.src[i:])
}

func (s *scanner) skipSpace() Gap {
	gap := Joined
	if s.pos == 0 {
		gap = Paragraph
	}
	lines := 0
	for s.pos < len(s.src) {
		r, n := s.rune(s.pos)
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			break
		}
		if r == '\n' {
			lines++
		}
		gap = max(gap, Space)
		s.pos += n
	}
	switch {
	case lines == 1:
		return max(gap, Line)
	case lines > 1:
		return Paragraph
	}
	return gap
}

func (s *scanner) digits() {
	for s.pos < len(s.src) && '0' <= s.src[s.pos] && s.src[s.pos] <= '9' {
		s.pos++
	}
}

// word runs to the end of the letters, and of digits after a capital one.
func (s *scanner) word(first rune) Shape {
	upper, lower, letters := 0, 0, 1
	firstUpper := isUpper(first)
	for s.pos < len(s.src) {
		r, n := s.rune(s.pos)
		if isDigit(r) && firstUpper && lower == 0 {
			s.pos += n
			s.digits()
			break
		}
		if !isLetter(r) && !isMark(r) {
			break
		}
		letters++
		if isUpper(r) {
			upper++
		} else {
			lower++
		}
		s.pos += n
	}
	switch {
	case !firstUpper && upper == 0:
		return Lower
	case firstUpper && upper == 0:
		return Title
	case firstUpper && lower == 0:
		return Upper
	}
	return Mixed
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
