package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// harmless keeps what pages print from steering a terminal: control characters
// and what turns the direction of text are written as \u escapes, which JSON
// reads back as what they were.
func harmless(s string) string {
	if strings.IndexFunc(s, steers) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if steers(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// steers tells control characters (C0 but for the ends of lines and tabs, DEL,
// C1) and the marks, embeddings, overrides and isolates of direction.
func steers(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	}
	return r == 0x061c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// harmlessWriter writes text harmless; a character cut by the end of a write is
// held back.
type harmlessWriter struct {
	to   io.Writer
	held []byte
}

func (w *harmlessWriter) Write(p []byte) (int, error) {
	text := append(w.held, p...)
	cut := wholeRunes(text)
	w.held = append([]byte(nil), text[cut:]...)
	if _, err := io.WriteString(w.to, harmless(string(text[:cut]))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// wholeRunes is how many bytes of text end with a whole character.
func wholeRunes(text []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if at := len(text) - back; utf8.RuneStart(text[at]) {
			if !utf8.FullRune(text[at:]) {
				return at
			}
			break
		}
	}
	return len(text)
}
