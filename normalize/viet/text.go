package viet

import (
	"slices"
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
	Sentence   int32 // counted from 0 within the text
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

// TokenAt gives the first token that begins at a byte of the source or behind it.
func (t *Text) TokenAt(start int) int {
	low, high := 0, len(t.Tokens)
	for low < high {
		if middle := int(uint(low+high) >> 1); t.Tokens[middle].Start < start {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// Parse cuts the source into tokens and sentences.
func (v *Vocabulary) Parse(field, src string) *Text {
	t := &Text{}
	v.ParseInto(t, field, src)
	return t
}

// Tokens cuts a source into tokens without numbers.
func Tokens(src string) *Text { return unnumbered.Parse("", src) }

// unnumbered holds no syllable.
var unnumbered = &Vocabulary{slots: make([]slot, 1)}

// ParseInto is Parse into the memory of a text that nobody reads any more.
func (v *Vocabulary) ParseInto(t *Text, field, src string) {
	t.Field, t.Src, t.Tokens = field, src, slices.Grow(t.Tokens[:0], tokensOf(src))
	s := scanner{src: src}
	var buf keyBuffer
	sentence := int32(0)
	for gap := s.space(); s.pos < len(src); gap = s.gap() {
		n := len(t.Tokens)
		t.Tokens = append(t.Tokens, Token{Start: s.pos, Gap: gap})
		tok := &t.Tokens[n]
		if known, length := v.spelled(src[s.pos:]); length > 0 {
			s.pos += length
			tok.End, tok.ID, tok.Shape = s.pos, known.id, known.shape
		} else {
			tok.ID = v.find(&buf, s.read(tok, buf[:0]))
		}
		if (tok.Kind != Word || tok.Shape != Lower || gap == Paragraph) && t.endsBefore(n) {
			sentence++
		}
		tok.Sentence = sentence
		if tok.ID == 0 {
			t.part(v, n)
		}
	}
}

// part makes two tokens of the last one, the n-th, where it is two words that lost their space.
func (t *Text) part(v *Vocabulary, n int) {
	tok := t.Tokens[n]
	if left, right, ok := v.parted(tok, t.Word(n)); ok {
		t.Tokens[n] = left
		t.Tokens = append(t.Tokens, right)
	}
}

// read goes over a token and says what it is, with its number and, where that is
// not known by the bytes, its lookup key.
func (v *Vocabulary) read(s *scanner, tok *Token, buf *keyBuffer) (key []byte) {
	if known, length := v.spelled(s.src[s.pos:]); length > 0 {
		s.pos += length
		tok.End, tok.ID, tok.Shape = s.pos, known.id, known.shape
		return nil
	}
	key = s.read(tok, buf[:0])
	tok.ID = v.find(buf, key)
	return key
}

// tokensOf guesses how many tokens a text has: nineteen articles of twenty have
// fewer than one in four and a half bytes.
func tokensOf(src string) int { return len(src)*2/9 + 8 }

// endsBefore tells whether a sentence ends between token n-1 and token n, the last.
func (t *Text) endsBefore(n int) bool {
	next := &t.Tokens[n]
	switch {
	case n == 0:
		return false
	case next.Gap == Paragraph:
		return true
	case next.Gap == Joined, next.Kind == Word && next.Shape == Lower:
		return false
	case next.Kind == Punct && !opens(t.Src[next.Start:next.End]):
		return false
	}
	end := n - 1
	for end > 0 && closes(t.Word(end)) {
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

// read goes over a token, says what it is and appends its lookup key.
func (s *scanner) read(tok *Token, key []byte) []byte {
	switch r, n := s.rune(); {
	case isDigit(r):
		tok.Kind = Number
		key = s.digits(key)
	case isLetter(r):
		tok.Kind = Word
		tok.Shape, key = s.word(r, n, key)
	default:
		tok.Kind = Punct
		s.pos += n
		key = appendLower(key, r)
	}
	tok.End = s.pos
	return key
}

// rune gives the next rune and its bytes, 0 of them at the end.
func (s *scanner) rune() (r rune, n int) {
	if s.pos >= len(s.src) {
		return 0, 0
	}
	if c := s.src[s.pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.src[s.pos:])
}

// gap is space behind a token, mostly one blank before a letter.
func (s *scanner) gap() Gap {
	if rest := s.src[s.pos:]; len(rest) > 1 && rest[0] == ' ' && noSpace(rest[1]) {
		s.pos++
		return Space
	}
	return s.space()
}

// space goes on to the next token and tells what lies before it.
func (s *scanner) space() (gap Gap) {
	if s.pos == 0 {
		gap = Paragraph
	}
	lines := 0
	for ; s.pos < len(s.src); gap = max(gap, Space) {
		c := s.src[s.pos]
		if c == ' ' {
			s.pos++
			continue
		}
		if noSpace(c) {
			break
		}
		r, n := s.rune()
		if !isSpace(r) {
			break
		}
		if r == '\n' {
			lines++
		}
		s.pos += n
	}
	switch {
	case lines == 1:
		gap = max(gap, Line)
	case lines > 1:
		gap = Paragraph
	}
	return gap
}

// noSpace tells a byte that begins no white space: of ASCII, or of the letters from
// U+00C0 to U+083F.
func noSpace(c byte) bool { return c > ' ' && c < utf8.RuneSelf || c >= 0xc3 && c < 0xe1 }

func (s *scanner) digits(key []byte) []byte {
	start := s.pos
	for s.pos < len(s.src) && isDigit(rune(s.src[s.pos])) {
		s.pos++
	}
	return append(key, s.src[start:s.pos]...)
}

// word runs from its first letter to the end of the letters, and of digits after
// a capital one.
func (s *scanner) word(r rune, n int, key []byte) (Shape, []byte) {
	upper, lower := 0, 0
	firstUpper, ascii := isUpper(r), r < utf8.RuneSelf
	s.pos, key = s.pos+n, appendLower(key, r)
	for r, n = s.rune(); n > 0; r, n = s.rune() {
		if isDigit(r) && firstUpper && lower == 0 {
			key = s.digits(key)
			break
		}
		if !isLetter(r) && !isMark(r) {
			break
		}
		if isUpper(r) {
			upper++
		} else {
			lower++
		}
		ascii = ascii && r < utf8.RuneSelf
		s.pos, key = s.pos+n, appendLower(key, r)
	}
	if !ascii {
		key = placeTone(key, 0)
	}
	switch {
	case !firstUpper && upper == 0:
		return Lower, key
	case upper == 0:
		return Title, key
	case firstUpper && lower == 0:
		return Upper, key
	}
	return Mixed, key
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
