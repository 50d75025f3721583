package identity

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// Happening is an event as one article tells it, with what says whether two
// articles tell one.
type Happening struct {
	Kind      string
	Name      string   // of the occasion, as printed
	Day       string   // the first, 2025-08-17; empty where none is known
	Officials []string // ids of persons
	Agencies  []string // ids
	Group     int      // set by GroupEvents, counted from 0

	called string // the name of a gathering of one official, folded
}

// GroupEvents tells which are one event of the world: of one kind, on one day, where
// everybody whom the one names took part in the other, by officials or, where neither
// names any, by agencies; and whatever is one with the same. A single official makes
// two gatherings one only where neither names another, and the occasions are called alike:
// he may sit at many tables in a day. An event without a day is one with no other. The groups do not depend on the
// order, their numbers follow it.
func GroupEvents(all []*Happening) {
	days := map[[2]string][]*Happening{}
	for i, h := range all {
		h.Group, h.called = i, ""
		if h.lone() {
			h.called = viet.Fold(h.Name)
		}
		if h.Day != "" {
			key := [2]string{h.Day, h.Kind}
			days[key] = append(days[key], h)
		}
	}
	for _, same := range days {
		groupDay(same)
	}
}

// groupDay joins the events of one kind on one day. Two that are one share somebody, so
// that only those are compared; what names the same ones as another is one with it.
func groupDay(all []*Happening) {
	s := &sameDay{all: all, above: make([]int, len(all)), first: map[string]int{}, of: map[string][]int{}}
	for i, h := range all {
		s.above[i] = i
		s.add(i, h.members())
	}
	s.joinUnnamed()
	for i, h := range all {
		h.Group = all[s.top(i)].Group // the smallest is the top
	}
}

// sameDay is what was found of the events of one kind on one day.
type sameDay struct {
	all   []*Happening
	above []int            // of each event one that is one with it, itself where there is none before
	first map[string]int   // the first event that names these
	of    map[string][]int // the first events in which one took part
}

// add joins event i to those before it.
func (s *sameDay) add(i int, members []string) {
	set := strings.Join(slices.Compact(slices.Sorted(slices.Values(members))), " ")
	if s.all[i].lone() {
		set += "\x00" + s.all[i].called
	}
	if f, ok := s.first[set]; ok && s.all[i].one(s.all[f]) {
		s.above[i] = s.top(f)
		return
	}
	s.first[set] = i
	for _, m := range members {
		for _, o := range s.of[m] {
			if s.all[i].one(s.all[o]) {
				x, y := s.top(i), s.top(o)
				s.above[max(x, y)] = min(x, y)
			}
		}
		s.of[m] = append(s.of[m], i)
	}
}

// joinUnnamed gives the gatherings of one official that have no name to the one of the day that
// has, where it is one.
func (s *sameDay) joinUnnamed() {
	const several = -1
	named, unnamed := map[string]int{}, map[string]int{}
	for i, h := range s.all {
		if !h.lone() {
			continue
		}
		who, top := h.Officials[0], s.top(i)
		switch known, other := named[who]; {
		case h.called == "":
			unnamed[who] = top
		case other && known != top:
			named[who] = several
		default:
			named[who] = top
		}
	}
	for who, x := range unnamed {
		if y, found := named[who]; found && y != several {
			s.above[max(x, y)] = min(x, y)
		}
	}
}

func (s *sameDay) top(i int) int {
	for s.above[i] != i {
		s.above[i] = s.above[s.above[i]]
		i = s.above[i]
	}
	return i
}

// members are by whom an event may be one with another.
func (h *Happening) members() []string {
	if len(h.Officials) == 0 {
		return h.Agencies
	}
	return h.Officials
}

func (h *Happening) one(o *Happening) bool {
	if len(h.Officials)+len(o.Officials) == 0 {
		return len(h.Agencies)*len(o.Agencies) > 0 && (within(h.Agencies, o.Agencies) || within(o.Agencies, h.Agencies))
	}
	few, many := h.Officials, o.Officials
	if len(few) > len(many) {
		few, many = many, few
	}
	return within(few, many) && len(few) >= min(len(many), gathered[h.Kind]) && (!h.lone() || h.calledAlike(o))
}

// lone tells a gathering of which one official is named.
func (h *Happening) lone() bool { return len(h.Officials) == 1 && gathered[h.Kind] > 1 }

// calledAlike tells whether two occasions have names that share most of their words, or none has
// a name.
func (h *Happening) calledAlike(o *Happening) bool {
	const most = 0.6
	return h.called == o.called || wordsShared(h.called, o.called) >= most
}

// gathered is how many officials must be named twice for one event of these kinds.
var gathered = map[string]int{
	"meeting": 2, "call": 2, "conference": 2, "ceremony": 2, "signing": 2, "visit": 1, "appointment": 1, "departure": 1, "promotion": 1,
	"discipline": 1, "award": 1, "arrest": 1, "prosecution": 1, "trial": 1, "sentence": 1,
}

// within tells whether each of a is one of b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}
