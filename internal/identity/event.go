package identity

import "slices"

// Happening is an event as one article tells it, with what says whether two
// articles tell one.
type Happening struct {
	Kind      string
	Day       string   // the first, 2025-08-17; empty where none is known
	Officials []string // ids of persons
	Agencies  []string // ids
	Group     int      // set by GroupEvents, counted from 0
}

// GroupEvents tells which are one event of the world: of one kind, on one day, where
// everybody whom the one names took part in the other, by officials or, where neither
// names any, by agencies; and whatever is one with the same. A single official makes
// two gatherings one only where neither names another: he may sit at many tables in a
// day. An event without a day is one with no other. The groups do not depend on the
// order, their numbers follow it.
func GroupEvents(all []*Happening) {
	days := map[[2]string][]*Happening{}
	for i, h := range all {
		h.Group = i
		if h.Day != "" {
			key := [2]string{h.Day, h.Kind}
			days[key] = append(days[key], h)
		}
	}
	for _, same := range days {
		groupDay(same)
	}
}

// groupDay joins the events of one kind on one day until no two are left to join.
func groupDay(all []*Happening) {
	for changed := true; changed; {
		changed = false
		for i, a := range all {
			for _, b := range all[:i] {
				if a.Group != b.Group && a.one(b) {
					a.Group, b.Group = min(a.Group, b.Group), min(a.Group, b.Group)
					changed = true
				}
			}
		}
	}
}

func (h *Happening) one(o *Happening) bool {
	if len(h.Officials)+len(o.Officials) == 0 {
		return len(h.Agencies)*len(o.Agencies) > 0 && (within(h.Agencies, o.Agencies) || within(o.Agencies, h.Agencies))
	}
	few, many := h.Officials, o.Officials
	if len(few) > len(many) {
		few, many = many, few
	}
	return within(few, many) && len(few) >= min(len(many), gathered[h.Kind])
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
