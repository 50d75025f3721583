package identity

import "slices"

// articles are those that name a group, in the order in which they came. Most groups are
// named by one or a few, among which one is found without a map.
type articles struct {
	list []string
	at   map[string]bool // of more than searched
}

// searched is how many articles are looked through one by one.
const searched = 8

func (s *articles) has(article string) bool {
	if s.at == nil {
		return slices.Contains(s.list, article)
	}
	return s.at[article]
}

func (s *articles) add(article string) {
	if s.has(article) {
		return
	}
	s.list = append(s.list, article)
	switch {
	case s.at != nil:
		s.at[article] = true
	case len(s.list) > searched:
		s.at = map[string]bool{}
		for _, a := range s.list {
			s.at[a] = true
		}
	}
}
