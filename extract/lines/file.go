package lines

import (
	"strings"
	"unicode/utf8"
)

// TitlesFile tells the name of the file that a page was made from where its headline should
// stand: bao-cao_ban3.docx, or words in small letters without a mark.
func TitlesFile(s string) bool {
	switch {
	case s == "" || Marked([]byte(s)):
		return false
	case NamesFile(s):
		return true
	}
	return !UpperFirst(s) && (strings.Contains(s, "_") || Count(s) > 1)
}

// Marked tells a text with letters that have marks, as nearly all lines in Vietnamese have.
func Marked(s []byte) bool {
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
