package neardup

import (
	"cmp"
	"slices"
)

// Wording is one text with its earliest article.
type Wording struct {
	Sketch *Sketch
	First  Article
}

// Stories parts the wordings that hang together into stories, and gives for each
// the index of the earliest of its story. A story is what shares most of its text
// with its earliest member: in the order of time, a text joins the earliest that
// it is alike to and does not merely hold; where there is none, it begins a story.
// A round-up, which holds two texts that have nothing to do with one another, is
// no copy of either.
func Stories(all []Wording) []int {
	alike := make([][]bool, len(all))
	for i := range all {
		alike[i] = make([]bool, len(all))
		for j := range i {
			alike[i][j] = Alike(all[i].Sketch, all[j].Sketch)
			alike[j][i] = alike[i][j]
		}
	}
	gathers := make([]bool, len(all))
	for i := range all {
		gathers[i] = roundUp(all, alike, i)
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(all[i].First.Compare(all[j].First), slices.Compare(all[i].Sketch.Wording[:], all[j].Sketch.Wording[:]))
	})
	story := make([]int, len(all))
	var heads []int
	for _, i := range order {
		n := slices.IndexFunc(heads, func(h int) bool {
			return alike[i][h] && gathers[i] == gathers[h] && told(all[i].Sketch, all[h].Sketch) && (!gathers[i] || Nearly(all[i].Sketch, all[h].Sketch))
		})
		if n < 0 {
			story[i], heads = i, append(heads, i)
			continue
		}
		story[i] = heads[n]
	}
	return story
}

// told tells whether most of a later text stands in the earlier one.
func told(later, earlier *Sketch) bool {
	return later.size <= earlier.size || contained(later.runs, earlier.runs, leastTold) >= leastTold
}

// Nearly tells whether two texts are one but for slips and a few words: two round-ups
// that share some of their parts are not. Sketches that are nil are of no text.
func Nearly(a, b *Sketch) bool {
	if a == nil || b == nil {
		return false
	}
	l := Compare(a, b)
	return l.Ratio >= leastNearly && l.Similar() >= leastNearly
}

// roundUp tells whether a text holds two that are parts of it and have next to
// nothing in common; what is cut from one text at two places has its beginning in
// common.
func roundUp(all []Wording, alike [][]bool, i int) bool {
	var parts []*Sketch
	for j := range all {
		if alike[i][j] && float64(all[j].Sketch.size) < shorterPart*float64(all[i].Sketch.size) {
			parts = append(parts, all[j].Sketch)
		}
	}
	for n, a := range parts {
		for _, b := range parts[:n] {
			if a, b := shorter(a, b); contained(a.runs, b.runs, 0) <= mostInCommon {
				return true
			}
		}
	}
	return false
}
