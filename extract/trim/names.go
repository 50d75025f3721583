package trim

import "bytes"

// Asked is what somebody looks at of the elements that are kept.
type Asked struct {
	Attributes Names
	Said       Names                  // the name, property, itemprop or rel of <meta> and <link>
	Heads      bool                   // a selector tests <meta> or <link>: all of them are kept
	Classes    Names                  // that selectors name
	Tells      func(name []byte) bool // whether a class or a rel says something to anybody else; nil keeps all
}

// Names is a set of names in small letters, as those of attributes and of what <meta> says, each of at most
// longestName bytes. Most names of a page are in no set, which mostly their length and
// their first byte tell.
type Names struct {
	byLength [longestName + 1][]named
}

// named is a name with the values of which one is looked at, none for every value.
type named struct {
	name   string
	values [][]byte
	first  byte      // of all values, 0 if they begin with different ones or one of them is shorter than two
	second [4]uint64 // bytes that stand second, a bit each
}

// seek notes how the values begin.
func (n *named) seek() {
	n.first, n.second = n.values[0][0], [4]uint64{}
	for _, v := range n.values {
		if len(v) < 2 || v[0] != n.first {
			n.first = 0
			return
		}
		n.second[v[1]/64] |= 1 << (v[1] % 64)
	}
}

// within tells whether one of the values stands in an attribute.
func (n *named) within(attr []byte) bool {
	if n.first == 0 {
		return containsAny(attr, n.values)
	}
	for at := bytes.IndexByte(attr, n.first); at >= 0 && at+1 < len(attr); {
		next := attr[at+1]
		if n.second[next/64]>>(next%64)&1 != 0 && beginsAny(attr[at:], n.values) {
			return true
		}
		step := bytes.IndexByte(attr[at+1:], n.first)
		if step < 0 {
			return false
		}
		at += 1 + step
	}
	return false
}

// beginsAny tells whether a text begins with one of the values.
func beginsAny(s []byte, values [][]byte) bool {
	for _, v := range values {
		if bytes.HasPrefix(s, v) {
			return true
		}
	}
	return false
}

// longestName is the longest name that anyone looks at, in bytes.
const longestName = 31

// Add puts a name into the set; a longer one than any that is looked at is left out.
func (s *Names) Add(name string) { s.AddValue(name, "") }

// AddValue puts a name into the set of which only those values are looked at that hold a text,
// letter for letter; "" stands for every value.
func (s *Names) AddValue(name, value string) {
	n := len(name)
	if n == 0 || n > longestName {
		return
	}
	known := s.find([]byte(name))
	switch {
	case known == nil && value == "":
		s.byLength[n] = append(s.byLength[n], named{name: name})
	case known == nil:
		one := named{name: name, values: texts(value)}
		one.seek()
		s.byLength[n] = append(s.byLength[n], one)
	case value == "":
		known.values = nil
	case known.values != nil && !containsAny([]byte(value), known.values): // what holds one is looked at already
		known.values = append(known.values, []byte(value))
		known.seek()
	}
}

func (s *Names) find(name []byte) *named {
	if len(name) > longestName {
		return nil
	}
	list := s.byLength[len(name)]
	for i := range list {
		if known := &list[i]; known.name[0] == name[0] && known.name == string(name) {
			return known
		}
	}
	return nil
}

func (s *Names) has(name []byte) bool { return s.find(name) != nil }

// asks tells whether an attribute of a name is looked at; an entity in it may stand for any
// letter.
func (s *Names) asks(name, attr []byte) bool {
	n := s.find(name)
	return n != nil && (n.values == nil || bytes.IndexByte(attr, '&') >= 0 || n.within(attr))
}
