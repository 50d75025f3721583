package reading

import "testing"

// TestWithoutShortForms holds what is left of a name: tokens 2 and 7 begin short forms.
func TestWithoutShortForms(t *testing.T) {
	short := func(k int) bool { return k == 2 || k == 7 }
	words := func(i, j int) string { return "abcdefghijklm"[i:j] }
	for _, c := range []struct {
		from, to int
		want     string
	}{{0, 2, "ab"}, {0, 5, "ab"}, {0, 7, "ab fg"}, {0, 10, "ab fg"}, {0, 12, "ab fg kl"}, {3, 3, ""}} {
		if got := WithoutShortForms(c.from, c.to, short, words); got != c.want {
			t.Errorf("[%d,%d) is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
