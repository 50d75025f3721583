package main

import (
	"strings"
	"testing"
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"Công an\txã\n": "Công an\txã\n", "a\u009b31mb": `a\u009b31mb`, "\u202eabc\u2069": `\u202eabc\u2069`, "a\x1b[2Jb": `a\u001b[2Jb`, "\x7f": `\u007f`,
	} {
		if got := harmless(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestHarmlessWriterKeepsCharactersWhole(t *testing.T) {
	const text = "Đại tá Trần Văn Mẫu \u202e và \u009b1m 😀"
	var b strings.Builder
	w := &harmlessWriter{to: &b}
	for i := range len(text) {
		if n, err := w.Write([]byte{text[i]}); n != 1 || err != nil {
			t.Fatal(n, err)
		}
	}
	if b.String() != harmless(text) {
		t.Errorf("%q", b.String())
	}
}

func TestStatusLineFits(t *testing.T) {
	line := "3112 pages, 250 a second, 12 failed, 38 %, 2m10s left"
	for _, width := range []int{1, 10, 40, 60, 200} {
		if got := fit(line, width); len([]rune(got)) > width-1 || width > 60 && got != line {
			t.Errorf("%d: %q", width, got)
		}
	}
}
