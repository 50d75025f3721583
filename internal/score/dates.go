package score

import (
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
)

// dateKey is the day, month or year of an EDTF value: hours are dropped and an
// unknown year is written as in ISO 8601:2000 (--01-13).
func dateKey(value string) string {
	return edtf.WithoutClock(strings.ReplaceAll(value, "XXXX-", "--"))
}

// keys gives every value that a labelled date may have.
func (d DateOf) keys() set {
	keys := set{dateKey(d.Value): true}
	for _, v := range slices.Concat(d.ValueAliases, d.AltValues) {
		keys[dateKey(v)] = true
	}
	return keys
}

func (s set) sorted() string {
	return strings.Join(slices.Sorted(maps.Keys(s)), " or ")
}

// within tells whether all parts of an interval are in s.
func (s set) within(key string) bool {
	parts := strings.Split(key, "/")
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !s[p] })
}

// dates compares by value, as sets: an interval is also met by its two ends.
func (s *recordScore) dates(g *Gold, r *boctin.Record) {
	must, may := map[string]set{}, set{dateKey(g.Published): true}
	for _, d := range g.Dates {
		keys := d.keys()
		maps.Copy(may, keys)
		if wanted(d.Must) {
			must[keys.sorted()] = keys
		}
	}
	got := set{}
	for _, d := range r.Dates {
		got[dateKey(d.Value)] = true
	}
	for _, name := range slices.Sorted(maps.Keys(must)) {
		ok := slices.ContainsFunc(slices.Collect(maps.Keys(must[name])), func(k string) bool { return got[k] || got.within(k) })
		s.tallies["dates"].add(ok)
		if !ok {
			s.log.say(g, "date missed: %s %q", name, textOf(g.Dates, must[name]))
		}
	}
	s.inventedDates(g, r, may)
}

// textOf gives the printed form of a labelled date by its values.
func textOf(dates []DateOf, keys set) string {
	for _, d := range dates {
		if d.keys().equal(keys) {
			return d.Text
		}
	}
	return ""
}

func (s *recordScore) inventedDates(g *Gold, r *boctin.Record, may set) {
	parts, seen := set{}, set{}
	for key := range may {
		for p := range strings.SplitSeq(key, "/") {
			parts[p] = true
		}
	}
	for _, d := range r.Dates {
		key := dateKey(d.Value)
		if may[key] || parts[key] || parts.within(key) || seen[key] {
			continue
		}
		seen[key] = true
		s.tallies["dates"].fp++
		s.log.say(g, "date invented: %s %q", d.Value, d.Text)
	}
}
