// Package fold compares names and words as people type them: without marks, whatever the
// case, and with the tone mark in any of its places.
package fold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/normalize/viet"
)

// Name is a name as somebody asks for it.
type Name struct {
	Text   string // NFC, white space folded
	Folded string // words without marks
	Key    string // words with the marks of Vietnamese, whatever their case and tone place
	bare   bool   // typed without these, which stands for any
}

// NameOf reads a name as somebody typed it.
func NameOf(text string) Name {
	text = viet.FoldSpace(norm.NFC.String(text))
	n := Name{Text: text, Folded: Plain(text), Key: Key(text)}
	n.bare = n.Folded == n.Key
	return n
}

// Fits tells whether a way of writing is the name.
func (n *Name) Fits(written string) bool { return n.bare || Key(written) == n.Key }

// Plain is how names are compared that were typed without marks: the words, in
// lower case and without marks, a blank between them.
func Plain(s string) string { return strings.Join(Words(viet.Fold(norm.NFC.String(s))), " ") }

// OfID is a name as its id has it, which lacks the letters that Vietnamese has not: Plenković
// is plenkovi.
func OfID(name string) string { return strings.ReplaceAll(viet.Slug(name), "-", " ") }

// Marked gives those words of a text that bear marks, as Key does; words of other
// scripts are among them.
func Marked(text string) string {
	return keys(slices.DeleteFunc(Words(viet.Latin(norm.NFC.String(text))), func(w string) bool {
		return strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
	}))
}

// Key gives the words of a text with the marks of Vietnamese, in lower case and with the
// tone mark in one place. Those of other languages are left out: Plenković or Plenkovic,
// papers print both.
func Key(s string) string { return keys(Words(viet.Latin(norm.NFC.String(s)))) }

func keys(words []string) string {
	for i, w := range words {
		words[i] = viet.Key(w)
	}
	return strings.Join(words, " ")
}

// Words takes a text apart as the full-text index does.
func Words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !IsWord(r) })
}

// IsWord tells whether a character is of a word, as the full-text index takes words apart.
func IsWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
