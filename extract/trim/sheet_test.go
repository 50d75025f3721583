package trim

import (
	"strings"
	"testing"
)

// TestSheet holds which classes and ids a style sheet inside a page leaves undrawn.
func TestSheet(t *testing.T) {
	long := strings.Repeat(".b{color:red}", longestSheet/len(".b{color:red}"))
	for _, c := range []struct{ name, css, want string }{
		{"a class and an id", ".a{display:none} #b { color:red; display : none }", ".a #b"},
		{"several selectors of a rule", ".a, p.c, .d e,\n.f{display:none}", ".a .f"},
		{"drawn", ".a{display:block}", ""},
		{"drawn where it stands with another", ".a{display:none}.a.open{display:block}", ""},
		{"drawn inside another", ".js .a{display:flex}.a{display:none}", ""},
		{"a longer name is drawn", ".a{display:none}.ab{display:block}", ".a"},
		{"drawn at the end of a selector", ".a{display:none}.c .a,.d{display:block}", ""},
		{"not drawn in print", "@media print{.a{display:none}}.b{display:none}", ".b"},
		{"at-rule without a block", "@import url(x);.b{display:none}", ".b"},
		{"nested blocks", "@supports(x){@media y{.a{display:none}}.c{display:none}}.b{display:none}", ".b"},
		{"comments", "<!-- /* .a{display:none} */ .b{display:none} -->", ".b"},
		{"comment without end", ".b{display:none}/* .a{display:none}", ".b"},
		{"rule without end", ".b{display:none}.a{display:none", ".b"},
		{"at-rule without end", ".b{display:none}@media x{.a{display:none}", ".b"},
		{"no name", ".{display:none}p{display:none}.a:hover{display:none}", ""},
		{"another value", ".a{float:none}", ""},
		{"long", ".a{display:none}" + long, ""},
	} {
		var s sheet
		s.read([]byte(c.css))
		if got := strings.Join(s.hidden(), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSheetBounds holds that no more is kept of a style sheet than its bounds say.
func TestSheetBounds(t *testing.T) {
	var s sheet
	s.read([]byte(strings.Repeat(".a{display:none}.b{display:block}", mostDrawn+mostHidden)))
	if len(s.none) != mostHidden || len(s.drawn) != mostDrawn {
		t.Error(len(s.none), len(s.drawn))
	}
}

// TestSheets holds that a style sheet may draw what one before it leaves out, and that too much of
// them says nothing.
func TestSheets(t *testing.T) {
	var s sheet
	s.read([]byte(".a{display:none}.b{display:none}"))
	s.read([]byte(".a{display:block}"))
	if got := strings.Join(s.hidden(), " "); got != ".b" {
		t.Error(got)
	}
	s.read([]byte(strings.Repeat(" ", mostSheets)))
	if got := s.hidden(); got != nil {
		t.Error(got)
	}
}
