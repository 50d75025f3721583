package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// fullJoints is how many joints of a name are written every way; those behind them
// stay as the lexicon writes them.
const fullJoints = 3

// spelling is how papers write what joins the words of a name, in tokens.
type spelling struct {
	and     []string    // the words that join, a blank on both sides
	joining [][]viet.ID // for one of those or &
	apart   [][]viet.ID // for a comma or a dash
	as      [][]viet.ID // for none
}

func (t *words) newSpelling() spelling {
	comma, and, ampersand, hyphen, dash, none := t.Add(","), t.Add(t.forms.Small.And[0]), t.Add("&"), t.Add("-"), t.Add("–"), []viet.ID(nil)
	s := spelling{joining: [][]viet.ID{and, ampersand, hyphen, dash, none}, apart: [][]viet.ID{comma, hyphen, dash, none}, as: [][]viet.ID{none}}
	for _, word := range t.forms.Small.And {
		s.and = append(s.and, " "+word+" ")
	}
	return s
}

// spellings gives the other ways of writing what joins the words of a name, which
// papers choose freely: phòng, chống and phòng chống, Kế hoạch và Đầu tư and Kế hoạch -
// Đầu tư.
func (t *words) spellings(name string) [][]viet.ID {
	out, last := t.spelling.as, 0
	for range fullJoints {
		at, length, ways := t.spelling.joint(name[last:])
		if ways == nil {
			break
		}
		out, last = extended(out, t.Add(name[last:last+at]), ways), last+at+length
	}
	if last == 0 {
		return nil
	}
	return extended(out, t.Add(name[last:]), t.spelling.as)
}

// joint finds the first joint of a name, with the blanks around it, and the ways of
// writing it; none where it has no joint.
func (s *spelling) joint(name string) (at, length int, ways [][]viet.ID) {
	for at = range len(name) {
		if length, ways = s.begins(name[at:]); ways != nil {
			return at, length, ways
		}
	}
	return 0, 0, nil
}

// begins reads a joint that a text begins with.
func (s *spelling) begins(text string) (length int, ways [][]viet.ID) {
	switch bare := strings.TrimLeft(text, " "); {
	case strings.HasPrefix(bare, ","), strings.HasPrefix(bare, "-"):
		return len(text) - len(strings.TrimLeft(bare[1:], " ")), s.apart
	case strings.HasPrefix(bare, "&"):
		return len(text) - len(strings.TrimLeft(bare[1:], " ")), s.joining
	}
	for _, word := range s.and {
		if strings.HasPrefix(text, word) {
			return len(word), s.joining
		}
	}
	return 0, nil
}

// extended puts a piece and each ending behind each of the beginnings.
func extended(beginnings [][]viet.ID, piece []viet.ID, endings [][]viet.ID) [][]viet.ID {
	out := make([][]viet.ID, 0, len(beginnings)*len(endings))
	for _, b := range beginnings {
		for _, e := range endings {
			out = append(out, slices.Concat(b, piece, e))
		}
	}
	return out
}
