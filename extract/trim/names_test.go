package trim

import (
	"strings"
	"testing"
)

// TestNames holds which names are in a set.
func TestNames(t *testing.T) {
	s := &Names{}
	for _, name := range []string{"href", "href", "hide", strings.Repeat("a", longestAttr+1)} {
		s.Add(name)
	}
	for name, want := range map[string]bool{"href": true, "hide": true, "hrez": false, "": false, strings.Repeat("a", longestAttr+1): false} {
		if s.has([]byte(name)) != want {
			t.Errorf("%q is in the set: %v", name, !want)
		}
	}
	if n := len(s.byLength[4]); n != 2 {
		t.Errorf("%d names of four letters", n)
	}
}
