package charset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// legacy is one encoding that Vietnamese was written in before Unicode.
type legacy struct {
	label  string
	decode func(dst, src []byte) []byte // appends, in any normal form
}

// legacies lists them, the most common first.
var legacies = []*legacy{
	{windows1258, decode1258},
	{TCVN3, tcvn3.decode},
	{VNI, decodeVNI},
	{VISCII, viscii.decode},
	{VPS, vps.decode},
}

func decode1258(dst, src []byte) []byte {
	text, _ := charmap.Windows1258.NewDecoder().Bytes(src)
	return append(dst, norm.NFC.Bytes(text)...)
}

// sampleSize is how many bytes of words are judged, enough for some 1000.
const sampleSize = 8 << 10

// guess gives the Vietnamese encoding in which the words of body are Vietnamese
// syllables, or nil. The label claimed breaks a tie and makes up for few words.
func guess(body []byte, declared string) *legacy {
	words := sample(body)
	var best *legacy
	var score tally
	for _, l := range legacies {
		t := judge(l.decode(nil, words))
		t.hinted = l.label == declared
		if t.convincing() && t.merit() > score.merit() {
			best, score = l, t
		}
	}
	return best
}

// sample gathers the words of body that hold a byte outside of ASCII.
func sample(body []byte) []byte {
	var out []byte
	for i := 0; i < len(body) && len(out) < sampleSize; {
		start := i
		high := false
		for ; i < len(body) && inWord(body[i]) && i-start < 64; i++ {
			high = high || body[i] >= 0x80
		}
		if high {
			out = append(append(out, body[start:i]...), ' ')
		}
		if i == start {
			i++
		}
	}
	return out
}

// inWord takes the control bytes that VISCII and VPS use for letters as such.
func inWord(c byte) bool { return wordBytes[c] }

var wordBytes = func() (t [256]bool) {
	for c := 0x80; c < 0x100; c++ {
		t[c] = true
	}
	for _, r := range [][2]byte{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {1, '\t' - 1}, {'\r' + 1, 0x1F}} {
		for c := r[0]; c <= r[1]; c++ {
			t[c] = true
		}
	}
	return t
}()

// tally counts the words outside of ASCII that are Vietnamese syllables.
type tally struct {
	good, bad int
	distinct  int
	hinted    bool
}

func (t tally) ratio() float64 { return float64(t.good) / float64(max(1, t.good+t.bad)) }

// merit is the share of good words, a trifle more where the label says the same.
func (t tally) merit() float64 {
	if t.hinted {
		return t.ratio() + 1e-9
	}
	return t.ratio()
}

// convincing asks for many distinct syllables or hardly any miss.
func (t tally) convincing() bool {
	switch r := t.ratio(); {
	case t.distinct >= 8:
		return r >= 0.75
	case t.distinct >= 3:
		return r >= 0.9
	default:
		return t.hinted && r == 1
	}
}

// judge tells how Vietnamese the words outside of ASCII are. A word is a run of
// letters; a sign that no sentence has inside a word makes it a bad one.
func judge(text []byte) tally {
	var t tally
	seen := map[string]bool{}
	word := make([]rune, 0, 64)
	high := false
	flush := func() {
		if high && vietnamese.valid(word) {
			t.good++
			if key := string(word); !seen[key] {
				seen[key] = true
				t.distinct++
			}
		} else if high {
			t.bad++
		}
		word, high = word[:0], false
	}
	for len(text) > 0 && t.good+t.bad < 4096 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		if r < utf8.RuneSelf && !unicode.IsLetter(r) || between(r) {
			flush()
		} else if len(word) < cap(word) {
			word = append(word, r)
			high = high || r >= utf8.RuneSelf
		}
	}
	flush()
	return t
}

// between tells the signs outside of ASCII that stand between words.
func between(r rune) bool {
	switch r {
	case 0xA0, 0xA7, '©', '«', '»', '®', '°', '·', '™', '€', 0xAD:
		return true
	}
	return 0x2000 <= r && r <= 0x206F
}
