package crawl

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// linked is what became of the links on a site's listings: which were followed,
// and why others were not. It is guarded by the mutex of the site.
type linked struct {
	seen map[uint64]bool // by the hash of the URL; false: left
	left map[string]int  // by reason
}

// maxLinked bounds the links that are told apart.
const maxLinked = 1 << 20

func hashOf(u *url.URL) uint64 {
	h := fnv.New64a()
	h.Write([]byte(u.String()))
	return h.Sum64()
}

// follow notes that a link is followed.
func (s *site) follow(u *url.URL) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.links.seen) < maxLinked {
		s.links.seen[hashOf(u)] = true
	}
}

// leave notes why a link is not followed.
func (s *site) leave(u *url.URL, why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.links.seen[hashOf(u)]; known || len(s.links.seen) >= maxLinked {
		return
	}
	s.links.seen[hashOf(u)] = false
	s.links.left[why]++
}

// Unfetched is a number of links that were not fetched, and why.
type Unfetched struct {
	Why   string `json:"why"`
	Count int    `json:"count"`
}

// cover sums up what became of the links of a site.
func (t *Tally) cover(l *linked) {
	t.Links = len(l.seen)
	add := func(why string, n int) {
		if n > 0 {
			t.Unfetched = append(t.Unfetched, Unfetched{why, n})
		}
	}
	for _, why := range slices.Sorted(maps.Keys(l.left)) {
		add(why, l.left[why])
	}
	add("left for a later run", int(t.Left))
	add("of an endless kind", t.Trapped)
	add("forbidden by robots.txt", t.Blocked)
	slices.SortStableFunc(t.Unfetched, func(a, b Unfetched) int { return cmp.Compare(b.Count, a.Count) })
}

// Coverage says what share of the links was never fetched, and why; empty where
// all were.
func (t *Tally) Coverage() string {
	n := 0
	var why []string
	for _, u := range t.Unfetched {
		n += u.Count
		why = append(why, fmt.Sprintf("%d %s", u.Count, u.Why))
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d links on its listings were not fetched: %s", n, max(t.Links, n), strings.Join(why, ", "))
}
