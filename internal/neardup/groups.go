package neardup

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin/normalize/edtf"
)

// Article is one that may print the text of others.
type Article struct {
	ID        string
	Published string // EDTF, or empty
	Sketch    *Sketch
}

// Compare puts what was published earlier first, and what bears no day last;
// at one time the smaller id is first.
func (a Article) Compare(b Article) int {
	t, known := When(a.Published)
	u, knows := When(b.Published)
	switch {
	case known != knows && known:
		return -1
	case known != knows:
		return 1
	}
	return cmp.Or(t.Compare(u), strings.Compare(a.ID, b.ID))
}

// When is the moment at which a time of publication begins, a day at midnight
// of Việt Nam. False where the year, month or day is not known.
func When(published string) (time.Time, bool) {
	v, err := edtf.Parse(published)
	if err != nil || v.Interval {
		return time.Time{}, false
	}
	return v.Time()
}

// Groups gives the stories that more than one of the articles print: the
// earliest article of a story first, and the story with the earliest article
// first. Articles with a nil sketch are alone.
func Groups(articles []Article) [][]Article {
	number := map[[16]byte]int{}
	var wordings []Wording
	for _, a := range articles {
		if a.Sketch == nil {
			continue
		}
		n, known := number[a.Sketch.Wording]
		switch {
		case !known:
			number[a.Sketch.Wording] = len(wordings)
			wordings = append(wordings, Wording{a.Sketch, a})
		case a.Compare(wordings[n].First) < 0:
			wordings[n].First = a
		}
	}
	story := parted(wordings)
	groups := map[int][]Article{}
	for _, a := range articles {
		if a.Sketch != nil {
			s := story[number[a.Sketch.Wording]]
			groups[s] = append(groups[s], a)
		}
	}
	var out [][]Article
	for _, g := range groups {
		if len(g) > 1 {
			slices.SortFunc(g, Article.Compare)
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b []Article) int { return a[0].Compare(b[0]) })
	return out
}

// parted gives for each wording the number of the earliest of its story.
func parted(wordings []Wording) []int {
	sketches := make([]*Sketch, len(wordings))
	for i, w := range wordings {
		sketches[i] = w.Sketch
	}
	together := join(sketches)
	components := map[int][]int{}
	for i := range wordings {
		components[together(i)] = append(components[together(i)], i)
	}
	story := make([]int, len(wordings))
	for _, members := range components {
		some := make([]Wording, len(members))
		for n, i := range members {
			some[n] = wordings[i]
		}
		for n, head := range Stories(some) {
			story[members[n]] = members[head]
		}
	}
	return story
}

// join puts together the sketches of different wordings that are alike, and
// gives what names those that hang together.
func join(sketches []*Sketch) func(int) int {
	parent := make([]int, len(sketches))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i, j := range candidates(sketches) {
		if a, b := find(i), find(j); a != b && Alike(sketches[i], sketches[j]) {
			parent[a] = b
		}
	}
	return find
}

// candidates gives the pairs that are to be compared: of n sketches, less than
// n × sketchKeys × Crowd.
func candidates(sketches []*Sketch) iter.Seq2[int, int] {
	carriers := map[uint64][]int{}
	for i, s := range sketches {
		for _, key := range s.Keys {
			carriers[key] = append(carriers[key], i)
		}
	}
	return func(yield func(int, int) bool) {
		for i, s := range sketches {
			for j, both := range sharing(i, s, carriers) {
				if both.Compared() && !yield(i, j) {
					return
				}
			}
		}
	}
}

// sharing gives what a sketch has in common with those before it.
func sharing(i int, s *Sketch, carriers map[uint64][]int) map[int]Shared {
	out := map[int]Shared{}
	for _, key := range s.Keys {
		list := carriers[key]
		if len(list) > Crowd {
			continue
		}
		for _, j := range list {
			if j >= i {
				break
			}
			both := out[j]
			both.Add(len(list))
			out[j] = both
		}
	}
	return out
}
