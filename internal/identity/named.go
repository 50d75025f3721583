package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// streets are the words behind which a name is that of a street, a school or a prize.
type streets struct {
	words, not map[string]bool
	sexes      sexes // of honorifics, which are no part of a name
}

func newStreets(names *lexicon.Names, sexes sexes) streets {
	s := streets{map[string]bool{}, map[string]bool{}, sexes}
	for _, w := range slices.Concat(names.After, names.BareAfter) {
		s.words[viet.PhraseKey(w)] = true
	}
	for _, w := range names.NoStreet {
		s.not[viet.PhraseKey(w)] = true
	}
	return s
}

// Prints tells whether a text, in NFC, prints a whole name with its marks as that of a
// person: no part of a longer name, nor that of a street, a school or a prize.
func (r *Resolver) Prints(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		before, behind := text[:at+i], text[at+i+len(name):]
		if endsName(behind) && r.streets.beginsName(before) {
			return true
		}
		at += i + len(name)
	}
}

// endsName tells whether a name ends before these words.
func endsName(behind string) bool {
	next, _ := utf8.DecodeRuneInString(behind)
	further, _ := utf8.DecodeRuneInString(strings.TrimPrefix(behind, " "))
	return !unicode.IsLetter(next) && !unicode.IsUpper(further)
}

// beginsName tells whether a person's name begins behind these words.
func (s *streets) beginsName(before string) bool {
	const most = 4 // words before a name that make a street of it
	last, _ := utf8.DecodeLastRuneInString(before)
	if last != ' ' {
		return !unicode.IsLetter(last)
	}
	words := strings.Fields(before[max(0, strings.LastIndexAny(before, ".,;:!?()\n\"“”")+1):])
	words = words[max(0, len(words)-most):]
	if len(words) > 0 && s.ofName(words[len(words)-1]) {
		return false
	}
	return !s.end(words)
}

// ofName tells whether a word may be a part of a name: bin, or one with a capital that is
// no Ông.
func (s *streets) ofName(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return small[word]
	}
	return s.sexes[strings.ToLower(word)] == 0
}

// end tells whether some words end with those of a street.
func (s *streets) end(words []string) bool {
	street := false
	for i := range words {
		phrase := viet.PhraseKey(strings.Join(words[i:], " "))
		if s.not[phrase] {
			return false
		}
		street = street || s.words[phrase]
	}
	return street
}
