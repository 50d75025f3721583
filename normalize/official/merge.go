package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// mergeRule tells whether two posts of one person are one, and which of them says
// more.
type mergeRule struct {
	name   string
	holds  func(x, y *holding) bool
	fuller func(x, y *holding) bool // the later one, y, is written fuller
}

func mergeRules() []mergeRule {
	return []mergeRule{
		{"merge/same", func(x, y *holding) bool { return sameTitle(x, y) && sameBody(x, y) }, never},
		// Giám đốc Công an tỉnh, Giám đốc Công an tỉnh Thanh Hóa
		{"merge/abridged", func(x, y *holding) bool { return sameTitle(x, y) && abridges(x.office, y.office) }, func(x, y *holding) bool {
			return len(y.office.Said) > len(x.office.Said)
		}},
		// Bộ trưởng, Bộ trưởng Bộ Y tế
		{"merge/bare-behind", func(x, y *holding) bool { return y.name == "" && strings.HasPrefix(x.title, y.title) }, bareTwice},
		{"merge/bare-before", func(x, y *holding) bool { return x.name == "" && strings.HasPrefix(y.title, x.title) }, always},
	}
}

func never(_, _ *holding) bool     { return false }
func always(_, _ *holding) bool    { return true }
func bareTwice(x, _ *holding) bool { return x.name == "" }

// merged unites posts of one title and body; a bare title goes into the fuller one.
func (s *settling) merged(posts []*holding) (out []*holding) {
	for _, y := range posts {
		if !s.absorbed(out, y) {
			out = append(out, y)
		}
	}
	return out
}

func (s *settling) absorbed(out []*holding, y *holding) bool {
	for _, x := range out {
		for i := range s.rules.merges {
			if r := &s.rules.merges[i]; r.holds(x, y) {
				x.merge(y, r.fuller(x, y))
				return true
			}
		}
	}
	return false
}

// merge makes one post of two, as the second writes it or the first.
func (x *holding) merge(y *holding, asSecond bool) {
	if asSecond {
		x.title, x.held, x.text, x.office, x.where = y.title, y.held, y.text, y.office, y.where
	}
	x.former = x.former || y.former
	x.acting = x.acting || y.acting
	x.guessed = x.guessed && y.guessed
}

func sameBody(x, y *holding) bool {
	if x.id != "" && x.id == y.id {
		return true
	}
	return viet.PhraseKey(x.name) == viet.PhraseKey(y.name)
}

func sameTitle(x, y *holding) bool { return strings.EqualFold(x.title, y.title) }
