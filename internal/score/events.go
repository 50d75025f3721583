package score

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// eventGroups gives the group in which kinds are compared: labels of different years
// name them differently.
var eventGroups = map[string]string{
	"meeting": "gathering", "talks": "gathering", "dialogue": "gathering", "call": "gathering", "conference": "gathering", "ceremony": "gathering",
	"departure": "departure", "dismissal": "departure", "retirement": "departure", "trial": "trial", "sentence": "trial",
}

func eventGroup(kind string) string { return cmp.Or(eventGroups[kind], kind) }

// happening is an event of a record with the names of those in it.
type happening struct {
	*boctin.Event
	people []set // the names of each
	bodies []string
}

func happenings(r *boctin.Record) (all []happening) {
	for i := range r.Events {
		h := happening{Event: &r.Events[i]}
		for _, id := range h.Officials {
			h.people = append(h.people, namesOf(r, id))
		}
		for j := range r.Agencies {
			if slices.Contains(h.Agencies, r.Agencies[j].ID) {
				h.bodies = append(h.bodies, fold(r.Agencies[j].Name))
			}
		}
		all = append(all, h)
	}
	return all
}

func namesOf(r *boctin.Record, id string) set {
	names := set{fold(id): true}
	for i := range r.Officials {
		if o := &r.Officials[i]; o.ID == id {
			names[fold(o.Name)] = true
			for _, a := range o.Aliases {
				names[fold(a)] = true
			}
		}
	}
	return names
}

// meets gives the share of a label's officials that an event names, if it is of the
// same group, no day contradicts and the share is half or more; where the label names
// none, half if it names one of its agencies.
func (h *happening) meets(e *Event) float64 {
	if eventGroup(e.Type) != eventGroup(h.Kind) || !agrees(e.Date, h.Date) {
		return 0
	}
	if len(e.Participants) > 0 {
		hit := float64(h.hits(e)) / float64(len(e.Participants))
		if hit < 0.5 {
			return 0
		}
		return hit
	}
	for _, a := range e.Agencies {
		for _, b := range h.bodies {
			if strings.HasPrefix(fold(a), b) || strings.HasPrefix(b, fold(a)) {
				return 0.5
			}
		}
	}
	return 0
}

// hits counts the officials of a label that the event names.
func (h *happening) hits(e *Event) (n int) {
	for _, p := range e.Participants {
		if slices.ContainsFunc(h.people, func(names set) bool { return names[fold(p)] }) {
			n++
		}
	}
	return n
}

// agrees tells whether two EDTF values may be one day: X and what is missing stand for
// anything, and a day may lie in an interval.
func agrees(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	alo, ahi := ends(a)
	blo, bhi := ends(b)
	switch {
	case alo == ahi && blo == bhi:
		return same(alo, blo)
	case alo == ahi:
		alo, ahi, blo = blo, bhi, alo
	}
	return same(alo, blo) || same(ahi, blo) || alo <= blo && blo <= ahi
}

func ends(value string) (lo, hi string) {
	lo, hi, ok := strings.Cut(value, "/")
	if !ok {
		hi = lo
	}
	lo, _, _ = strings.Cut(lo, "T")
	hi, _, _ = strings.Cut(hi, "T")
	return lo, hi
}

func same(a, b string) bool {
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] && !strings.Contains(x[i]+y[i], "X") {
			return false
		}
	}
	return true
}

// events scores the events of a record: each label is met once, best pairs first.
func (s *recordScore) events(g *Gold, r *boctin.Record) {
	found := happenings(r)
	met := pairs(g.Events, found)
	used := map[int]bool{}
	for i := range g.Events {
		e := &g.Events[i]
		j, ok := met[i]
		used[j] = used[j] || ok
		if !wanted(e.Must) {
			continue
		}
		s.tallies["events"].add(ok)
		if ok {
			s.event(g, e, &found[j])
		} else {
			s.log.say(g, "event missed: %s %s %v", e.Type, e.Date, e.Participants)
		}
	}
	for j := range found {
		if !used[j] {
			s.tallies["events"].fp++
			s.log.say(g, "event invented: %s %s %q", found[j].Kind, found[j].Date, found[j].Text)
		}
	}
}

// event scores the day and the officials of one that was met.
func (s *recordScore) event(g *Gold, e *Event, h *happening) {
	if e.Date != "" && !strings.Contains(h.Date, "X") { // no document date pins it
		a, _ := ends(e.Date)
		b, _ := ends(h.Date)
		s.tallies["event_day"].add(a == b)
	}
	hit := h.hits(e)
	t := s.tallies["event_officials"]
	t.tp += float64(hit)
	t.fn += float64(len(e.Participants) - hit)
	t.fp += float64(max(0, len(h.people)-hit))
}

// pairs gives the found event of each label, those that agree best first.
func pairs(golds []Event, found []happening) map[int]int {
	type pair struct {
		share float64
		must  bool
		i, j  int
	}
	var all []pair
	for i := range golds {
		for j := range found {
			if share := found[j].meets(&golds[i]); share > 0 {
				all = append(all, pair{share, wanted(golds[i].Must), i, j})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		if a.must != b.must && a.share == b.share {
			return cmp.Compare(b2i(b.must), b2i(a.must))
		}
		return cmp.Compare(b.share, a.share)
	})
	met := map[int]int{}
	for _, p := range all {
		if _, ok := met[p.i]; !ok && !slices.Contains(slices.Collect(maps.Values(met)), p.j) {
			met[p.i] = p.j
		}
	}
	return met
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
