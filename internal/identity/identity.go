// Package identity tells which of the persons named in different articles are
// one: the rule of boctin.db and of jobs that ask the same of files alone.
package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Seen is one person in one article, with what tells him from namesakes.
type Seen struct {
	Article   string   // URL
	Published string   // EDTF, or empty
	Local     string   // id in the article's record
	Places    []string // that his agencies serve, see Places
	Group     int      // set by Group
}

// Base is the id that all namesakes share: that of the article without the
// number by which it tells them apart.
func Base(o *boctin.Official) string {
	id := o.ID
	if i := strings.LastIndexByte(id, '-'); i > 0 && strings.Trim(id[i+1:], "0123456789") == "" {
		return id[:i]
	}
	return id
}

// PersonID is the id of a group of those who share a base.
func PersonID(base string, group int) string {
	if group == 0 {
		return base
	}
	return fmt.Sprintf("%s-%d", base, group+1)
}

const national = "national"

// placeWords begin the name of a place.
var placeWords = [...]string{"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"}

// Places gives the places that an agency and the one above it serve, or national.
func Places(own, above string) (keys []string) {
	for _, name := range []string{own, above} {
		lower := " " + strings.ReplaceAll(strings.ToLower(name), "xã hội", "xã-hội")
		for _, w := range placeWords {
			if i := strings.LastIndex(lower, " "+w+" "); i >= 0 {
				keys = append(keys, strings.TrimSpace(lower[i:]))
			}
		}
	}
	if len(keys) == 0 && own != "" {
		keys = append(keys, national)
	}
	return keys
}

// Compare puts the earliest article first, and what bears no day last.
func (s *Seen) Compare(o *Seen) int {
	if (s.Published == "") != (o.Published == "") {
		return cmp.Compare(o.Published, s.Published)
	}
	return cmp.Or(cmp.Compare(s.Published, o.Published), cmp.Compare(s.Article, o.Article), cmp.Compare(s.Local, o.Local))
}

// Group parts the appearances of one base, in the order of Compare, into
// persons. Two of one article are two persons. Otherwise those who served one
// place, or the state as a whole, are one; whoever is named without an agency
// is the first of the name.
func Group(all []*Seen) {
	var groups []map[string]bool
	inArticle := map[string][]int{}
	for _, s := range all {
		s.Group = -1
		for g, keys := range groups {
			if slices.Contains(inArticle[s.Article], g) {
				continue
			}
			if len(s.Places) == 0 || len(keys) == 0 || slices.ContainsFunc(s.Places, func(k string) bool { return keys[k] }) {
				s.Group = g
				break
			}
		}
		if s.Group < 0 {
			s.Group = len(groups)
			groups = append(groups, map[string]bool{})
		}
		for _, k := range s.Places {
			groups[s.Group][k] = true
		}
		inArticle[s.Article] = append(inArticle[s.Article], s.Group)
	}
}
