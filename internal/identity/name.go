package identity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/viet"
)

// name is a name taken apart.
type name struct {
	written string   // marks kept, lower case, tone marks in one place
	tokens  []string // without marks, initials and small words; hyphens part them
	sounds  []string // of the tokens, see sound
	initial string   // first letters that stand for names: D. Trump
	younger bool     // Jr., II: not the one without it
	son     bool     // bin, ibn: the first word is what the person is called by
	aloud   bool     // its words stand in syllables, as they are read aloud
}

// small are words of foreign names that some writers leave out.
var small = map[string]bool{
	"bin": true, "ibn": true, "al": true, "el": true, "bint": true, "van": true, "von": true, "de": true, "da": true, "der": true, "den": true, "la": true, "le": true, "abdul": true, "abd": true,
}

var youngerWords = map[string]bool{"jr": true, "ii": true, "iii": true, "junior": true}

// parseName takes a name apart; foreign tells that its syllables are no Vietnamese ones.
func parseName(s string, foreign bool) name {
	n := name{written: viet.PhraseKey(s), aloud: foreign && transcribed(s)}
	if !foreign {
		n.written = oneVowel(n.written)
	}
	if n.aloud {
		s = joinSyllables(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -.‑’'\u2013", r) })
	for _, part := range parts {
		t := viet.Fold(part)
		switch {
		case foreign && utf8.RuneCountInString(t) == 1 && t != "u":
			n.initial += t
		case foreign && youngerWords[t]:
			n.younger = true
		case foreign && small[t] && len(parts) > 1:
			n.son = n.son || t == "bin" || t == "ibn"
		default:
			if rest, ok := strings.CutPrefix(t, "abdul"); ok && foreign && len(rest) > 2 {
				t = rest
			}
			n.tokens = append(n.tokens, t)
		}
	}
	for _, t := range n.tokens {
		n.sounds = append(n.sounds, sound(t))
	}
	return n
}

// iOfY are the letters that some write for y where a syllable ends in it: Quý and Quí.
var iOfY = map[rune]string{'y': "i", 'ý': "í", 'ỳ': "ì", 'ỷ': "ỉ", 'ỹ': "ĩ", 'ỵ': "ị"}

// oneVowel writes a Vietnamese name in small letters with i where either may be written: behind
// h, k, l, m, s, t and qu.
func oneVowel(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		last, size := utf8.DecodeLastRuneInString(word)
		head := word[:len(word)-size]
		if vowel := iOfY[last]; vowel != "" && (len(head) == 1 && strings.Contains("hklmst", head) || head == "qu") {
			words[i] = head + vowel
		}
	}
	return strings.Join(words, " ")
}

// foldings are the ways in which a syllable of a Vietnamese name may be folded: quy and qui.
func foldings(syllable string) [2]string {
	folded := viet.Fold(syllable)
	return [2]string{folded, oneVowel(folded)}
}

// alikeLetters are letters that writers of foreign names take for one another.
var alikeLetters = strings.NewReplacer("ph", "f", "kh", "k", "th", "t", "sh", "s", "ch", "c", "gh", "g", "q", "k", "x", "s", "z", "s", "w", "v", "dj", "j", "iy", "i", "ii", "i", "y", "i", "ae", "e", "ea", "e")

// letters are those of a foreign word, one for all that are taken for one another, and a single
// one for what is doubled.
func letters(token string) string { return single(alikeLetters.Replace(token)) }

// sound is how a foreign word sounds: its letters with one sign for the vowels inside.
func sound(token string) string {
	token = alikeLetters.Replace(token)
	_, first := utf8.DecodeRuneInString(token)
	inside := strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return '_'
		}
		return r
	}, token[first:])
	return strings.TrimRight(single(token[:first]+inside), "_h")
}

// single writes a letter once where it stands twice or more.
func single(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// relation says how two names may be names of one person.
type relation int

const (
	unrelated relation = iota
	surname            // one is a single word of the other
	part               // one leaves words out
	readaloud          // one is the other as it is read aloud
	alike              // each word sounds like one of the other
	same               // but for case, hyphens, tone place
)

// relate compares two foreign names. Whatever a transcription has of a name is less sure.
func relate(a, b *name) relation {
	found := compareNames(a, b)
	if a.aloud != b.aloud && found > surname {
		return readaloud
	}
	return found
}

func compareNames(a, b *name) relation {
	if a.younger != b.younger {
		return unrelated
	}
	if a.joined() == b.joined() && (len(a.tokens) > 1 || bothFit(a, b)) {
		return same // an initial more is a middle name that others leave out: Donald J. Trump
	}
	if len(a.tokens) > len(b.tokens) {
		a, b = b, a
	}
	switch {
	case len(a.tokens) == 0:
		return unrelated
	case len(a.tokens) == len(b.tokens) && len(a.tokens) > 1:
		return relateWhole(a, b)
	case len(a.tokens) == 1:
		return relateOne(a, b)
	}
	return relatePart(a, b)
}

// relateWhole compares names of as many words: each sounds alike, in this order
// or with the last word first.
func relateWhole(a, b *name) relation {
	turned := append(slices.Clone(b.tokens[len(b.tokens)-1:]), b.tokens[:len(b.tokens)-1]...)
	switch {
	case allAlike(a.tokens, b.tokens), slices.Equal(a.tokens, turned):
		return alike
	case a.aloud != b.aloud && (slices.EqualFunc(a.tokens, b.tokens, readAlike) || slices.EqualFunc(a.tokens, turned, readAlike)):
		return alike
	}
	return unrelated
}

// allAlike holds where each pair of words sounds alike and at least one is spelt
// alike or the whole is long enough to be no accident.
func allAlike(a, b []string) bool {
	equal := 0
	for i := range a {
		if a[i] == b[i] {
			equal++
		} else if !soundsAlike(a[i], b[i]) {
			return false
		}
	}
	return equal > 0 || len(strings.Join(a, "")) > 10
}

// means tells whether a word of a name may stand for one of another name.
func (n *name) means(o *name, word, other string) bool {
	return soundsAlike(word, other) || n.aloud != o.aloud && readAlike(word, other)
}

// soundsAlike takes a word for another spelling: the same sounds, or one letter of
// a long word left out, added or changed.
func soundsAlike(a, b string) bool {
	if a == b || turned(a, b) {
		return true
	}
	if x := sound(a); len(x) > 1 && x == sound(b) {
		return true
	}
	return min(len(a), len(b)) >= 5 && a[0] == b[0] && within1(a, b)
}

// turned tells whether two neighbouring letters changed places.
func turned(a, b string) bool {
	if len(a) != len(b) || len(a) < 3 {
		return false
	}
	i := common(a, b)
	return i+1 < len(a) && a[i:i+2]+a[i+2:] == b[i+1:i+2]+b[i:i+1]+b[i+2:]
}

// common gives how many letters two words begin with alike.
func common(a, b string) int {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i
}

// within1 tells whether one letter makes one word of the other.
func within1(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := common(a, b)
	switch len(b) - len(a) {
	case 0:
		return i == len(a) || a[i+1:] == b[i+1:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// relateOne compares a single word, perhaps with initials, with a whole name.
func relateOne(a, b *name) relation {
	if len(b.tokens) == 1 {
		if a.means(b, a.tokens[0], b.tokens[0]) && bothFit(a, b) {
			return alike
		}
		return unrelated
	}
	for i, t := range b.tokens {
		end := i == 0 || i == len(b.tokens)-1 && !b.son
		if end && a.means(b, a.tokens[0], t) && fits(a.initial, b) {
			if a.initial != "" {
				return part
			}
			return surname
		}
	}
	return unrelated
}

// relatePart compares a name with a longer one: its words stand in the longer one
// in their order, and the first is the first, or the last the last.
func relatePart(a, b *name) relation {
	j := 0
	for _, t := range a.tokens {
		for j < len(b.tokens) && !a.means(b, t, b.tokens[j]) {
			j++
		}
		if j == len(b.tokens) {
			return unrelated
		}
		j++
	}
	if a.means(b, a.tokens[0], b.tokens[0]) {
		return part
	}
	return unrelated
}

// joined gives the words of a name as one.
func (n *name) joined() string { return strings.Join(n.tokens, "") }

// bothFit tells whether the initials of each name are those of the other.
func bothFit(a, b *name) bool { return fits(a.initial, b) && fits(b.initial, a) }

// fits tells whether initials are those of words of a name.
func fits(initials string, n *name) bool {
	for _, i := range initials {
		if !slices.ContainsFunc(n.tokens, func(t string) bool { return strings.HasPrefix(t, string(i)) }) && !strings.ContainsRune(n.initial, i) {
			return false
		}
	}
	return true
}
