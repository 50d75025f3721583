package lines

import (
	"strings"
	"unicode/utf8"
)

// Phrases is a set of phrases, found at word boundaries of a line that was
// folded as they were. Read-only once built.
type Phrases struct {
	has     map[string]bool
	first   map[string]int // words of the longest phrase that begins with a word
	longest int            // words
	heads   [16]uint64     // by the first two bytes of a phrase, a bit each
	letters uint64         // by the first letter of a phrase, a bit each
	lengths uint64         // by the length of a phrase in bytes, a bit each, the last for all longer ones
}

// mayHold tells whether a phrase begins with the first two bytes of a line, which most lines settles
// without a look at the words.
func (p *Phrases) mayHold(folded string) bool {
	if folded == "" {
		return false
	}
	at, bit := headOf(folded)
	return p.heads[at]&bit != 0
}

// lengthOf gives the bit of a length in lengths.
func lengthOf(folded string) uint64 { return 1 << min(len(folded), 63) }

// initialBit gives the bit of a letter in letters.
func initialBit(first rune) uint64 { return 1 << (first % 64) }

// headOf gives the place of the first two bytes of a line in heads.
func headOf(folded string) (at int, bit uint64) {
	first, second := folded[0], byte(' ')
	if len(folded) > 1 {
		second = folded[1]
	}
	n := int(first)*37 + int(second)
	return n / 64 % 16, 1 << (n % 64)
}

// NewPhrases builds a set; fold is Fold or Lower.
func NewPhrases(fold func(string) string, lists ...[]string) Phrases {
	p := Phrases{has: map[string]bool{}, first: map[string]int{}}
	for _, list := range lists {
		for _, phrase := range list {
			f := fold(phrase)
			n := Count(f)
			p.has[f] = true
			word, _, _ := strings.Cut(f, " ")
			p.first[word] = max(p.first[word], n)
			p.longest = max(p.longest, n)
			if f != "" {
				at, bit := headOf(f)
				p.heads[at] |= bit
				p.lengths |= lengthOf(f)
				first, _ := utf8.DecodeRuneInString(f)
				p.letters |= initialBit(first)
			}
		}
	}
	return p
}

// Each calls f with every phrase of the set.
func (p *Phrases) Each(f func(string)) {
	for phrase := range p.has {
		f(phrase)
	}
}

// Is tells whether a folded line is one of the phrases.
func (p *Phrases) Is(folded string) bool {
	return p.lengths&lengthOf(folded) != 0 && p.mayHold(folded) && p.has[folded]
}

// Begins gives the length in bytes of the longest phrase that a folded line
// begins with, 0 for none.
func (p *Phrases) Begins(folded string) int {
	if !p.mayHold(folded) {
		return 0
	}
	end := wordEnd(folded, 0)
	best := 0
	for n := p.first[folded[:end]]; n > 0; n-- {
		if p.has[folded[:end]] {
			best = end
		}
		if end == len(folded) {
			break
		}
		end = wordEnd(folded, end+1)
	}
	return best
}

// Equals tells whether a line that was not folded is one of the phrases of a set folded by Lower.
func (p *Phrases) Equals(line string) bool { return p.mayBegin(line) && p.Is(Lower(line)) }

// Opens tells whether a line that was not folded begins with one of the phrases of a set folded
// by Lower.
func (p *Phrases) Opens(line string) bool { return p.mayBegin(line) && p.Begins(Lower(line)) > 0 }

// opensFolded is Opens of a set folded by Fold.
func (p *Phrases) opensFolded(line string) bool {
	for _, r := range line {
		if c := plainLetter(r); c != ' ' {
			return p.letters&initialBit(rune(c)) != 0 && p.Begins(Fold(line)) > 0
		}
	}
	return false
}

// mayBegin tells whether a phrase begins with the first word of a line.
func (p *Phrases) mayBegin(line string) bool {
	if p.letters&initialBit(firstSmall(line)) == 0 {
		return false
	}
	var buffer [longestFirst]byte
	word, whole := lowerWord(buffer[:0], line)
	first := string(word)
	return !whole || p.mayHold(first) && p.first[first] > 0
}

// firstSmall is the first letter of Lower(line), 0 where it has none.
func firstSmall(line string) rune {
	for _, r := range line {
		if small := smallOf(r); small != 0 {
			return small
		}
	}
	return 0
}

func wordEnd(s string, from int) int {
	if n := strings.IndexByte(s[from:], ' '); n >= 0 {
		return from + n
	}
	return len(s)
}

// Find gives the range of the first phrase in a folded line, the longest there;
// end is 0 if there is none.
func (p *Phrases) Find(folded string) (start, end int) {
	for i := 0; i < len(folded); i++ {
		if i > 0 && folded[i-1] != ' ' {
			continue
		}
		if n := p.Begins(folded[i:]); n > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

// Within tells whether a phrase stands anywhere in a folded line.
func (p *Phrases) Within(folded string) bool {
	_, end := p.Find(folded)
	return end > 0
}

// Ends tells whether a folded line ends in a phrase.
func (p *Phrases) Ends(folded string) bool {
	for n, i := 0, len(folded); n < p.longest; n++ {
		i = max(strings.LastIndexByte(folded[:i], ' '), 0)
		if p.has[strings.TrimPrefix(folded[i:], " ")] {
			return true
		}
	}
	return false
}

// Covers tells whether a folded line is made of phrases of the set alone,
// figures between them allowed.
func (p *Phrases) Covers(folded string) bool {
	found := false
	for folded != "" {
		n := p.Begins(folded)
		if n > 0 {
			found = true
		} else if n = wordEnd(folded, 0); strings.Trim(folded[:n], "0123456789") != "" {
			return false
		}
		folded = strings.TrimPrefix(folded[n:], " ")
	}
	return found
}
