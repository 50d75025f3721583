package trim

import "slices"

// Names is a set of names in small letters, as those of attributes, each of at most
// longestAttr bytes. Most names of a page are in no set, which mostly their length and
// their first byte tell.
type Names struct {
	byLength [longestAttr + 1][]string
}

// longestAttr is the longest name of an attribute that anyone looks at, in bytes.
const longestAttr = 31

// Add puts a name into the set; a longer one than any that is looked at is left out.
func (s *Names) Add(name string) {
	if n := len(name); n > 0 && n <= longestAttr && !slices.Contains(s.byLength[n], name) {
		s.byLength[n] = append(s.byLength[n], name)
	}
}

func (s *Names) has(name []byte) bool {
	if len(name) > longestAttr {
		return false
	}
	for _, known := range s.byLength[len(name)] {
		if known == string(name) {
			return true
		}
	}
	return false
}
