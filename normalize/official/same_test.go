package official

import (
	"slices"
	"testing"
)

// TestOneLetter holds which names are taken for slips of one another.
func TestOneLetter(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want bool
	}{
		{[]string{"quách", "thành", "côn"}, []string{"quách", "thanh", "côn"}, true},
		{[]string{"donal", "trump"}, []string{"donald", "trump"}, true}, // left out
		{[]string{"donald", "trump"}, []string{"donal", "trump"}, true},
		{[]string{"moon", "jae"}, []string{"moon", "jea"}, true}, // the wrong way round
		{[]string{"moon", "jae"}, []string{"moon", "jeo"}, false},
		{[]string{"moon", "jaein"}, []string{"moon", "jeain"}, true},
		{[]string{"moon", "jaein"}, []string{"moon", "jeaon"}, false},
		{[]string{"moon", "ab"}, []string{"moon", "cd"}, false},
		{[]string{"moon", "ax"}, []string{"moon", "xb"}, false},
		{[]string{"moon", "xa"}, []string{"moon", "bx"}, false},
		{[]string{"moon", "a"}, []string{"moon", "b"}, true},
		{[]string{"lê", "hai"}, []string{"lê", "haivâ"}, false}, // two letters
		{[]string{"lê", "hai"}, []string{"lê", "hai"}, false},   // the same
		{[]string{"lê", "hai"}, []string{"lâ", "hoi"}, false},   // two words
		{[]string{"hai"}, []string{"hoi"}, false},               // of one word
		{[]string{"lê", "hai"}, []string{"lê", "văn", "hai"}, false},
	} {
		if got := oneLetter(c.a, c.b); got != c.want {
			t.Errorf("%v, %v: %v", c.a, c.b, got)
		}
	}
}

// TestSameButInitials holds which names of other states are one.
func TestSameButInitials(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want bool
	}{
		{[]string{"michelle", "friedland"}, []string{"michelle", "t", "friedland"}, true},
		{[]string{"michelle", "friedland"}, []string{"michel", "t", "friedland"}, false},
		{[]string{"a", "friedland"}, []string{"t", "friedland"}, false}, // one word is left
	} {
		if got := sameButInitials(c.a, c.b); got != c.want {
			t.Errorf("%v, %v: %v", c.a, c.b, got)
		}
	}
}

// TestShortened holds which name is another without its middle.
func TestShortened(t *testing.T) {
	long := []string{"phan", "văn", "vĩnh"}
	for _, c := range []struct {
		short []string
		want  bool
	}{
		{[]string{"phan", "vĩnh"}, true}, {[]string{"phạm", "vĩnh"}, false}, {[]string{"phan", "văn"}, false},
		{[]string{"phan"}, false}, {[]string{"phan", "vĩnh", "an"}, false},
	} {
		if got := shortened(long, c.short); got != c.want {
			t.Errorf("%v: %v", c.short, got)
		}
	}
	if shortened(slices.Concat(long, []string{"an"}), []string{"phan", "vĩnh"}) {
		t.Error("a name of four words is shortened to two")
	}
}
