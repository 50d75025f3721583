package trim

import "strings"

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

// element is one that was met on a page.
type element struct {
	name string
	kind
	open    int  // tags that are counted in the depth
	lost    int  // tags that were left out for their depth
	endless bool // no end tag stands further on
}

// unknown is what any other element is: its tag counts as one level.
var unknown = kind{weight: 1}

// kinds are the elements that are known.
var kinds = func() map[string]kind {
	all := map[string]kind{}
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
			k, known := all[name]
			if !known {
				k = unknown
			}
			list.set(&k)
			all[name] = k
		}
	}
	return all
}()

// usualNames is how many names of elements a page has.
const usualNames = 48

// named gives the element of a name; a tag mostly has a name that was met before.
func (t *trimmer) named(name []byte) *element {
	n := len(name)
	if n == 0 {
		return t.known(name)
	}
	last := &t.last[(n*5+int(name[0])+int(name[n-1])*3)%len(t.last)]
	if *last == nil || (*last).name != string(name) {
		*last = t.known(name)
	}
	return *last
}

func (t *trimmer) known(name []byte) *element {
	if e := t.names[string(name)]; e != nil {
		return e
	}
	return t.meet(string(name))
}

// meet notes the first tag of a name.
func (t *trimmer) meet(name string) *element {
	k, known := kinds[name]
	if !known {
		k = unknown
	}
	if len(t.fresh) == 0 {
		t.fresh = make([]element, usualNames)
	}
	e := &t.fresh[0]
	t.fresh = t.fresh[1:]
	e.name, e.kind = name, k
	t.names[name] = e
	return e
}
