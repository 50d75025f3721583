package official

import (
	"slices"
	"sort"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/viet"
)

// bodies are the bodies of one article.
type bodies struct {
	list   []*finding.Body
	keys   []string       // lookup keys of their names, "" where none was asked for
	places map[int][]int  // where each is named
	above  map[int]string // what those that were moved are part of, if it is listed
}

func newBodies(list []*finding.Body) *bodies {
	return &bodies{list: slices.Clone(list), keys: make([]string, len(list)), places: map[int][]int{}, above: map[int]string{}}
}

// key is the lookup key of the name of a body.
func (b *bodies) key(body int) string {
	if b.keys[body] == "" {
		b.keys[body] = viet.PhraseKey(b.list[body].Name)
	}
	return b.keys[body]
}

// called gives the body of that name, of the state where there is a choice, -1 for
// none.
func (b *bodies) called(name, country string) int {
	key := viet.PhraseKey(name)
	for i := len(b.keys) - 1; i >= 0; i-- {
		if b.serves(i, country) && b.key(i) == key {
			return i
		}
	}
	return -1
}

// named gives the bodies of a kind.
func (b *bodies) named(kind string) (list []int) {
	for i := range b.list {
		if b.list[i].Kind == kind {
			list = append(list, i)
		}
	}
	return list
}

// inSentence tells whether a body is named in the sentence of a post.
func (b *bodies) inSentence(body int, o *phrase.Office) bool {
	return slices.ContainsFunc(b.list[body].Mentions, func(m finding.Mention) bool {
		return m.Text == o.Text.Number && o.Text.Tok(m.From).Sentence == o.Text.Tok(o.From).Sentence
	})
}

// state gives the state of a body, "" for none.
func (b *bodies) state(body int) string {
	if body < 0 {
		return ""
	}
	return b.list[body].Country
}

// parent gives the body that one is part of, -1 for none.
func (b *bodies) parent(body int) int {
	up := b.list[body].Parent
	if up == b.list[body].ID {
		return -1
	}
	for i := range b.list {
		if b.list[i].ID == up {
			return i
		}
	}
	return -1
}

// serves tells whether a body is one of the state, or of any if none is known.
func (b *bodies) serves(body int, country string) bool {
	return country == "" || b.list[body].Country == country
}

// distance is how far before a place a body was named last; those named only behind
// are farther than any before.
func (b *bodies) distance(body, at int) int {
	const behind = 1 << 40
	places := b.places[body]
	if places == nil {
		for _, m := range b.list[body].Mentions {
			places = append(places, position(m.Text, m.From))
		}
		sort.Ints(places)
		b.places[body] = places
	}
	if i := sort.SearchInts(places, at+1); i > 0 {
		return at - places[i-1]
	}
	return behind
}

// at is the place of a mention in the article.
func (b *bodies) at(m *phrase.Mention) int { return position(m.Text.Number, m.From) }

// position orders tokens of all texts: texts are far from one another.
func position(text, token int) int { return text<<32 + token }
