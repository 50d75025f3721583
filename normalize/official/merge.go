package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/rule"
	"github.com/boctin/boctin/normalize/viet"
)

// mergeRule tells whether two posts of one person are one, and whether the later
// one, y, says more.
type mergeRule = func(x, y *holding) (fuller, one bool)

func mergeRules() rule.Table[mergeRule] {
	return rule.Table[mergeRule]{
		rule.Of("merge/same", func(x, y *holding) (bool, bool) { return false, sameTitle(x, y) && sameBody(x, y) }),
		// Giám đốc Công an tỉnh Thanh Hóa, Giám đốc Công an tỉnh
		rule.Of("merge/abridged", func(x, y *holding) (bool, bool) { return false, sameTitle(x, y) && abridged(x.office, y.office) }),
		// Chi cục trưởng Chi cục Thú y Sở Nông nghiệp A, Chi cục trưởng Chi cục Thú y A
		rule.Of("merge/owner-behind", func(x, y *holding) (bool, bool) { return false, sameTitle(x, y) && x.namesOwner(y) }),
		rule.Of("merge/owner-before", func(x, y *holding) (bool, bool) { return true, sameTitle(x, y) && y.namesOwner(x) }),
		// Bộ trưởng, Bộ trưởng Bộ Y tế
		rule.Of("merge/bare-behind", func(x, y *holding) (bool, bool) { return false, y.abridges(x) }),
		rule.Of("merge/bare-before", func(x, y *holding) (bool, bool) { return true, x.abridges(y) }),
	}
}

// abridges tells whether a bare title is that of another post, or its beginning.
func (x *holding) abridges(y *holding) bool {
	return x.name == "" && strings.HasPrefix(y.titleKey(), x.titleKey())
}

// namesOwner tells whether a post names the body of another, and with it the one that has that.
func (x *holding) namesOwner(y *holding) bool {
	a, b := x.office, y.office
	return a.Agency >= 0 && b.Agency >= 0 && namesOwner(a.Text.Bodies[a.Agency], b.Text.Bodies[b.Agency])
}

// titleKey is the lookup key of the title.
func (x *holding) titleKey() string {
	if x.keyed != x.title {
		x.keyed, x.key = x.title, viet.PhraseKey(x.title)
	}
	return x.key
}

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
		for _, r := range s.rules.merges {
			if fuller, one := r.Do(x, y); one {
				x.merge(y, fuller)
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
}

func sameBody(x, y *holding) bool {
	if x.id != "" && x.id == y.id {
		return true
	}
	return viet.PhraseKey(x.name) == viet.PhraseKey(y.name)
}

func sameTitle(x, y *holding) bool { return strings.EqualFold(x.title, y.title) }
