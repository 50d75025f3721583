package phrase

import (
	"cmp"
	"slices"
	"sort"

	"github.com/boctin/boctin/normalize/finding"
)

// Spot is one mention of a body, in tokens.
type Spot struct {
	From, To int
	Body     int // index of the bodies of the article
}

// spots are the mentions of one text, those that begin first before the others,
// the longest first.
type spots []Spot

// lay gives the mentions of bodies, one list a text.
func (m *Memory) lay(texts int, bodies []*finding.Body) []spots {
	for len(m.spots) < texts {
		m.spots = append(m.spots, nil)
	}
	lists := m.spots[:texts]
	for i := range lists {
		lists[i] = lists[i][:0]
	}
	for i, b := range bodies {
		for _, m := range b.Mentions {
			lists[m.Text] = append(lists[m.Text], Spot{From: m.From, To: m.To, Body: i})
		}
	}
	for _, list := range lists {
		slices.SortStableFunc(list, func(a, b Spot) int {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
		})
	}
	return lists
}

// at gives the longest mention that starts at token i.
func (s spots) at(i int) (Spot, bool) {
	k := sort.Search(len(s), func(k int) bool { return s[k].From >= i })
	if k < len(s) && s[k].From == i {
		return s[k], true
	}
	return Spot{}, false
}

// over gives the longest mention that starts behind token i, before token j, and
// reaches j or beyond.
func (s spots) over(i, j int) (Spot, bool) {
	for k := i + 1; k < j; k++ {
		if x, _ := s.at(k); x.To >= j {
			return x, true
		}
	}
	return Spot{}, false
}

// cover tells whether token i lies inside a mention.
func (s spots) cover(i int) bool { return s.hold(i+1, i+1) }

// hold tells whether a mention that begins before token i reaches token j;
// longest is how many tokens a mention may have before i.
func (s spots) hold(i, j int) bool {
	const longest = 24
	k := sort.Search(len(s), func(k int) bool { return s[k].From >= i })
	for k--; k >= 0 && s[k].From >= i-longest; k-- {
		if s[k].To >= j {
			return true
		}
	}
	return false
}
