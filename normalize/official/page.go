package official

import (
	"cmp"
	"slices"
	"sort"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// spot is one mention of an agency, in tokens.
type spot struct {
	from, to int
	agency   int // index of the agencies that were given
}

// page is one text with the agencies laid over it.
type page struct {
	*tables
	text     *viet.Text
	number   int   // of the text
	head     *page // the first text, the headline
	spots    []spot
	agencies []boctin.Agency
	loose    []office // posts that stand without a person
	scratch  *scratch
}

// scratch is memory that one phrase leaves to the next.
type scratch struct {
	items   []item
	pending []piece
}

// layAgencies finds the tokens of every agency mention, one list a text.
func layAgencies(texts []*viet.Text, agencies []boctin.Agency) [][]spot {
	fields := map[string]int{}
	for i, t := range texts {
		fields[t.Field] = i
	}
	spots := make([][]spot, len(texts))
	for a := range agencies {
		for _, m := range agencies[a].Mentions {
			if i, ok := fields[m.Field]; ok {
				if s := tokensOf(texts[i], m.Start, m.End); s.to > s.from {
					s.agency = a
					spots[i] = append(spots[i], s)
				}
			}
		}
	}
	for _, list := range spots {
		slices.SortStableFunc(list, func(a, b spot) int {
			return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
		})
	}
	return spots
}

// tokensOf gives the tokens that lie wholly within the bytes.
func tokensOf(t *viet.Text, start, end int) spot {
	from := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= start })
	to := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].End > end })
	return spot{from: from, to: to}
}

// spotAt gives the longest agency mention that starts at token i.
func (p *page) spotAt(i int) (spot, bool) {
	k := sort.Search(len(p.spots), func(k int) bool { return p.spots[k].from >= i })
	if k < len(p.spots) && p.spots[k].from == i {
		return p.spots[k], true
	}
	return spot{}, false
}

// spotOver gives the longest mention that starts behind token i, before token
// j, and reaches j or beyond.
func (p *page) spotOver(i, j int) (spot, bool) {
	for k := i + 1; k < j; k++ {
		if s, ok := p.spotAt(k); ok && s.to >= j {
			return s, true
		}
	}
	return spot{}, false
}

// spotCovers tells whether token i lies inside an agency mention; longest is
// how many tokens a mention may have before i.
func (p *page) spotCovers(i int) bool {
	const longest = 24
	k := sort.Search(len(p.spots), func(k int) bool { return p.spots[k].from > i })
	for k--; k >= 0 && p.spots[k].from > i-longest; k-- {
		if p.spots[k].to > i {
			return true
		}
	}
	return false
}

func (p *page) tok(i int) *viet.Token { return &p.text.Tokens[i] }

func (p *page) has(i int) bool { return i >= 0 && i < len(p.text.Tokens) }

// punct tells whether token i is that punctuation mark.
func (p *page) punct(i int, mark string) bool {
	return p.has(i) && p.tok(i).Kind == viet.Punct && p.text.Word(i) == mark
}

// capital tells whether token i is a word that begins with a capital.
func (p *page) capital(i int) bool {
	return p.has(i) && p.tok(i).Kind == viet.Word && p.tok(i).Shape != viet.Lower
}

// follows tells whether token i belongs to the same sentence as the one before.
func (p *page) follows(i int) bool {
	return p.has(i) && i > 0 && p.tok(i).Gap != viet.Paragraph && p.tok(i).Sentence == p.tok(i-1).Sentence
}

// dash tells whether token i is a dash with space around it, or a long one.
func (p *page) dash(i int) bool {
	if !p.has(i) || p.tok(i).Kind != viet.Punct {
		return false
	}
	switch p.text.Word(i) {
	case "–", "—":
		return true
	case "-":
		return p.tok(i).Gap != viet.Joined || p.has(i+1) && p.tok(i+1).Gap != viet.Joined
	}
	return false
}
