package beam

import (
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/boctin/boctin/internal/neardup"
)

// The steps below are neardup.Groups over many machines: wordings, then pairs
// that are to be compared by their keys, then those of them that are alike, then
// what hangs together.

// Member is an article of a story.
type Member struct {
	ID        string `json:"id"` // of the record
	Article   string `json:"url"`
	Published string `json:"published,omitempty"` // EDTF
}

// Worded is an article under its wording.
type Worded struct {
	Member
	Sketch   []byte
	Shard    int
	Document int
}

// WordedFn puts articles under their wording.
type WordedFn struct{}

// ProcessElement takes one article; one without words has no story.
func (WordedFn) ProcessElement(article string, p Page, emit func(string, Worded)) {
	if p.Sketch != nil {
		emit(hex.EncodeToString(p.Wording), Worded{Member{p.ID, article, p.Published}, p.Sketch, p.Shard, p.Document})
	}
}

// WordingsFn hands on each wording once: its sketch, its members, its keys.
type WordingsFn struct{}

// ProcessElement takes the articles of one wording; the sketch is that of the first.
func (WordingsFn) ProcessElement(wording string, next func(*Worded) bool, sketch func(string, []byte), member func(string, Member), key func(string, string)) error {
	var first Worded
	some := false
	for w := (Worded{}); next(&w); w = (Worded{}) {
		member(wording, w.Member)
		if !some || w.Shard < first.Shard || w.Shard == first.Shard && w.Document < first.Document {
			first, some = w, true
		}
	}
	var s neardup.Sketch
	if err := s.UnmarshalBinary(first.Sketch); err != nil {
		return err
	}
	if len(s.Keys) == 0 {
		return nil
	}
	sketch(wording, first.Sketch)
	for _, k := range s.Keys {
		key(strconv.FormatUint(k, 36), wording)
	}
	return nil
}

// PairsFn pairs the wordings that share a key.
type PairsFn struct{}

// ProcessElement takes the wordings of one key, and says of each pair how many they
// are; those of a crowd say nothing.
func (PairsFn) ProcessElement(_ string, next func(*string) bool, emit func(string, int)) {
	var list []string
	for w := ""; next(&w); {
		if list = append(list, w); len(list) > neardup.Crowd {
			return
		}
	}
	slices.Sort(list)
	for i, a := range list {
		for _, b := range list[i+1:] {
			emit(a+b, len(list))
		}
	}
}

// SplitFn takes a pair apart again that is to be compared.
type SplitFn struct{}

// ProcessElement takes one pair, and how many wordings carry each key of both.
func (SplitFn) ProcessElement(pair string, carriers func(*int) bool, emit func(string, string)) {
	var both neardup.Shared
	for n := 0; carriers(&n); {
		both.Add(n)
	}
	if both.Compared() {
		emit(pair[:len(pair)/2], pair[len(pair)/2:])
	}
}

// Other is a wording with its sketch, under the wording that it is compared to.
type Other struct {
	Wording string
	Sketch  []byte
}

// CarryFn carries the sketch of the first of a pair to the second.
type CarryFn struct{}

// ProcessElement takes one wording, its sketch and those it is paired with.
func (CarryFn) ProcessElement(wording string, sketch func(*[]byte) bool, others func(*string) bool, emit func(string, Other)) {
	var own []byte
	if !sketch(&own) {
		return
	}
	own = slices.Clone(own)
	for o := ""; others(&o); {
		emit(o, Other{wording, own})
	}
}

// Edge joins two wordings of one story.
type Edge struct{ A, B string }

// AlikeFn keeps the pairs that are alike.
type AlikeFn struct{}

// ProcessElement takes one wording, its sketch and those that are compared to it.
func (AlikeFn) ProcessElement(wording string, sketch func(*[]byte) bool, others func(*Other) bool, emit func(int, Edge)) error {
	var raw []byte
	if !sketch(&raw) {
		return nil
	}
	var own, other neardup.Sketch
	if err := own.UnmarshalBinary(raw); err != nil {
		return err
	}
	for o := (Other{}); others(&o); o = (Other{}) {
		if err := other.UnmarshalBinary(o.Sketch); err != nil {
			return err
		}
		if neardup.Alike(&own, &other) {
			emit(0, Edge{o.Wording, wording})
		}
	}
	return nil
}

// JoinFn gives every wording that is like another the name of what hangs together
// with it: the smallest wording of that. All edges go through one
// process, 64 bytes each; most wordings have none.
type JoinFn struct{}

// ProcessElement takes all edges.
func (JoinFn) ProcessElement(_ int, next func(*Edge) bool, emit func(string, string)) {
	parent := map[string]string{}
	find := func(w string) string {
		for parent[w] != "" && parent[w] != w {
			if above := parent[parent[w]]; above != "" {
				parent[w] = above
			}
			w = parent[w]
		}
		return w
	}
	for e := (Edge{}); next(&e); {
		a, b := find(e.A), find(e.B)
		parent[max(a, b)], parent[min(a, b)] = min(a, b), min(a, b)
	}
	for w := range parent {
		emit(w, find(w))
	}
}

// Told is an article under what its wording hangs together with.
type Told struct {
	Member
	Wording string
	Sketch  []byte // of the wording, with one article of it; nil where nothing is like it
}

// TellFn puts the articles of a wording under what it hangs together with.
type TellFn struct{}

// ProcessElement takes one wording, its articles, the name of what it hangs together
// with, and its sketch; one that is like no other hangs together with itself.
func (TellFn) ProcessElement(wording string, members func(*Member) bool, together func(*string) bool, sketch func(*[]byte) bool, emit func(string, Told)) {
	name := wording
	var raw []byte
	if together(&name) {
		sketch(&raw)
		raw = slices.Clone(raw)
	}
	for m := (Member{}); members(&m); m = (Member{}) {
		emit(name, Told{m, wording, raw})
		raw = nil
	}
}

// StoryFn writes the stories that more than one article prints.
type StoryFn struct{ Parts int }

// Story is one of them, its earliest article first.
type Story struct {
	Articles []Member `json:"articles"`
}

// ProcessElement takes the articles that hang together, and parts them as
// neardup.Stories does.
func (f StoryFn) ProcessElement(_ string, next func(*Told) bool, emit func(int, string)) error {
	articles := map[string][]Member{} // of a wording
	sketches := map[string][]byte{}
	for t := (Told{}); next(&t); t = (Told{}) {
		articles[t.Wording] = append(articles[t.Wording], t.Member)
		if t.Sketch != nil {
			sketches[t.Wording] = slices.Clone(t.Sketch)
		}
	}
	var names []string
	var wordings []neardup.Wording
	for name, members := range articles {
		slices.SortFunc(members, Member.compare)
		w := neardup.Wording{First: members[0].article(), Sketch: &neardup.Sketch{}}
		if len(articles) > 1 {
			if err := w.Sketch.UnmarshalBinary(sketches[name]); err != nil {
				return err
			}
		}
		names, wordings = append(names, name), append(wordings, w)
	}
	stories := map[int][]Member{}
	for i, head := range neardup.Stories(wordings) {
		stories[head] = append(stories[head], articles[names[i]]...)
	}
	for _, members := range stories {
		if err := f.write(members, emit); err != nil {
			return err
		}
	}
	return nil
}

func (f StoryFn) write(members []Member, emit func(int, string)) error {
	if len(members) < 2 {
		return nil
	}
	slices.SortFunc(members, Member.compare)
	line, err := jsonLine(Story{members})
	if err == nil {
		emit(partOf(members[0].ID, f.Parts), line)
	}
	return err
}

func (m Member) article() neardup.Article { return neardup.Article{ID: m.ID, Published: m.Published} }

func (m Member) compare(o Member) int { return m.article().Compare(o.article()) }
