package trim

import (
	"slices"
	"strings"
)

// kind is what is known of an element before the parse.
type kind struct {
	cut     bool // left out with all inside
	left    bool // its tags are left out
	drawing bool // its tag may close itself
	block   bool // its text stands on lines of its own
	head    bool // it says something of the page: left out where nobody asks for it
	alone   bool // its class and rel are asked for by what they say, and compared with no other
	dated   bool // it may show a date, and its title the hour of it
	weight  int  // how deep it nests with the rows or items that it needs; 0 where it has no end, or one that may be left out
	format  int  // 1 for <b>, <font>: reopened by the parser in every block they are left open in
}

// element is one of a name on the page under way.
type element struct {
	name string
	kind
	open    int  // tags that are counted in the depth
	lost    int  // tags that were left out for their depth
	endless bool // no end tag stands further on
}

// unknown is what any other element is: its tag counts as one level.
var unknown = kind{weight: 1}

// kinds are the elements that are known, each once, as a page begins with them.
var kinds = func() (all [80]element) {
	n := 0
	for _, list := range []struct { // a row sets over what those before have set
		names string
		set   func(*kind)
	}{
		{"table", func(k *kind) { k.weight = 4 }},
		{"ul ol dl", func(k *kind) { k.weight = 2 }},
		{"a b big code em font i s small strike strong tt u nobr", func(k *kind) { k.format = 1 }},
		{"p li td th tr tbody thead tfoot dt dd option html head body", func(k *kind) { k.weight = 0 }},
		{"area base br col embed hr img input link meta param source track wbr", func(k *kind) { k.weight = 0 }},
		{"script style svg math noscript template iframe object select textarea canvas noembed noframes", func(k *kind) { k.cut, k.left = true, true }},
		{"svg math", func(k *kind) { k.drawing = true }},
		{"input", func(k *kind) { k.left = true }},
		{"meta link", func(k *kind) { k.head = true }},
		{"a img i", func(k *kind) { k.alone = true }},
		{"abbr span small strong td th time", func(k *kind) { k.dated = true }},
		{"html head body meta link div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table thead tbody tr td th section article header footer nav aside main figure figcaption form blockquote hr br", func(k *kind) { k.block = true }},
	} {
		for name := range strings.FieldsSeq(list.names) {
			at := slices.IndexFunc(all[:n], func(e element) bool { return e.name == name })
			if at < 0 {
				at = n
				n++
				all[at] = element{name: name, kind: unknown}
			}
			list.set(&all[at].kind)
		}
	}
	return all
}()

// shelf finds the elements that are known by a mark of their names: in the place of it or, where that is
// taken, in one behind.
var shelf = func() (t [256]uint8) {
	for i, e := range kinds {
		at := markOf([]byte(e.name))
		for t[at] != 0 {
			at++
		}
		t[at] = uint8(i + 1)
	}
	return t
}()

// markOf is made of the length and the ends of a name, so that few of the known ones have the same.
func markOf(name []byte) uint8 {
	n := len(name)
	return uint8(n) + name[0]*3 + name[n-1]*23
}

// known gives the place of a name among kinds, -1 for any other.
func known(name []byte) int {
	if len(name) == 0 {
		return -1
	}
	for at := markOf(name); shelf[at] != 0; at++ {
		if i := int(shelf[at]) - 1; kinds[i].name == string(name) {
			return i
		}
	}
	return -1
}

// named gives the element of a name.
func (t *trimmer) named(name []byte) *element {
	if i := known(name); i >= 0 {
		return &t.known[i]
	}
	e := t.others[string(name)]
	if e == nil {
		e = &element{name: string(name), kind: unknown}
		if t.others == nil {
			t.others = map[string]*element{}
		}
		t.others[e.name] = e
	}
	return e
}
