package reading

import "github.com/boctin/boctin/normalize/viet"

// Looks tells whether the tokens from token i on have all of the properties given
// for each, one after the other: Looks(i, Stop|Joined, Large) is a full stop that
// touches the word before it, and a word with a capital behind it.
func (t *Text) Looks(i int, all ...Bits) bool {
	for k, want := range all {
		if t.properties(i+k)&want != want {
			return false
		}
	}
	return true
}

// Is tells whether token i has one of the properties.
func (t *Text) Is(i int, any Bits) bool { return t.properties(i)&any != 0 }

// properties gives those of token i; where there is none, those of a mark that
// begins a paragraph.
func (t *Text) properties(i int) Bits {
	if uint(i) >= uint(len(t.bits)) {
		return Sign | Halt | Break
	}
	return t.bits[i]
}

// Follows tells whether token i stands in the sentence of the token before it.
func (t *Text) Follows(i int) bool { return t.Is(i, Following) }

// Opens tells whether token i is the first of its sentence.
func (t *Text) Opens(i int) bool { return t.Tok(i).Sentence != t.Tok(i-1).Sentence }

// Capital tells whether token i is a word with a capital.
func (t *Text) Capital(i int) bool { return t.Is(i, Large) }

// Small tells whether token i is a word without a capital.
func (t *Text) Small(i int) bool { return t.Is(i, Small) }

// looks are the properties of a token by what it is, how it is written, and what lies before.
var looks = func() (table [4][4][4]Bits) {
	ofKind := [...]Bits{viet.Word: Letters, viet.Number: Figures, viet.Punct: Sign}
	ofShape := [...]Bits{viet.Lower: Small, viet.Title: Large | FirstLarge, viet.Upper: Large | AllLarge, viet.Mixed: Large}
	ofGap := [...]Bits{viet.Joined: Joined, viet.Space: Spaced, viet.Line: Newline, viet.Paragraph: Break}
	for kind, is := range ofKind {
		for shape, written := range ofShape {
			for gap, stands := range ofGap {
				table[kind][shape][gap] = is | stands
				if viet.Kind(kind) == viet.Word {
					table[kind][shape][gap] |= written
				}
			}
		}
	}
	return table
}()

// parts gives the properties of a punctuation mark by how it parts what stands around it.
func (t *Text) parts(i int, b Bits) (p Bits) {
	if b&(Comma|Hyphen) == 0 {
		p = Halt
	}
	touches := b&Joined != 0 && t.Tok(i+1).Gap == viet.Joined
	if b&Dash != 0 && (b&Hyphen == 0 || !touches) {
		p |= LongDash
	}
	return p
}
