package automaton

import "testing"

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
