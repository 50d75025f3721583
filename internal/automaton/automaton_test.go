package automaton

import (
	"strings"
	"testing"
)

// TestAccepts holds an automaton of as many states as there may be: it counts letters.
func TestAccepts(t *testing.T) {
	r := New(Most, func(state int, c byte) int {
		if c == 'a' {
			return (state + 1) % Most
		}
		return state
	})
	for s, want := range map[string]bool{"": true, "b": true, "a": false, "aaaaa-aaaaa": true, "aaaaaaaaa": false, "aaaaaaaaaa\xff": true} {
		if Accepts(r, s) != want || Accepts(r, []byte(s)) != want {
			t.Errorf("%q is accepted: %v", s, !want)
		}
	}
}

// TestHalves holds that a longer text, of which halves are gone over at once, is told as a whole.
func TestHalves(t *testing.T) {
	for _, text := range []string{strings.Repeat("Đường về ", 9), strings.Repeat("ườề", 12) + "a", strings.Repeat("– ", 30), strings.Repeat("ế", 22) + "b"} {
		if !Accepts(Composed, text) {
			t.Errorf("%s is not accepted", text)
		}
		for i := range len(text) + 1 {
			for _, part := range []string{"\u0301", "\xe1", "\x80"} {
				if s := text[:i] + part + text[i:]; Accepts(Composed, s) || Accepts(Composed, []byte(s)) {
					t.Fatalf("%q is accepted", s)
				}
			}
		}
	}
}
