package trim

import (
	"strings"
	"testing"
)

// TestNames holds which names are in a set.
func TestNames(t *testing.T) {
	s := &Names{}
	for _, name := range []string{"href", "href", "hide", strings.Repeat("a", longestName+1)} {
		s.Add(name)
	}
	for name, want := range map[string]bool{"href": true, "hide": true, "hrez": false, "": false, strings.Repeat("a", longestName+1): false} {
		if s.has([]byte(name)) != want {
			t.Errorf("%q is in the set: %v", name, !want)
		}
	}
	if n := len(s.byLength[4]); n != 2 {
		t.Errorf("%d names of four letters", n)
	}
}

// TestAsks holds which attributes are looked at for the values that selectors test.
func TestAsks(t *testing.T) {
	s := &Names{}
	s.AddValue("href", "/tac-gia/")
	s.AddValue("href", "/author/")
	s.AddValue("href", "/vi/author/")
	s.AddValue("type", "Vote")
	s.AddValue("type", "")
	s.AddValue("class", "")
	s.AddValue("class", "a")
	for attr, want := range map[string]bool{
		`href="//tac-gia/an"`: true, `href="/a/b/author/"`: true, `href="/author"`: false, `href="/t"`: false, `href=/`: false, `href`: false,
		`href="/tac-gia/an"`: true, `href=/author/an`: true, `href="/an"`: false, `href="/tac&#45;gia/an"`: true,
		`type=Vote`: true, `type=b`: true, `class=b`: true, `id=b`: false,
	} {
		name, _, _ := strings.Cut(attr, "=")
		if s.asks([]byte(name), []byte(attr)) != want {
			t.Errorf("%s is looked at: %v", attr, !want)
		}
	}
	if n := len(s.find([]byte("href")).values); n != 2 {
		t.Errorf("%d texts are looked for in an address", n)
	}
}
