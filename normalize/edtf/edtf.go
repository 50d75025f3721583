// Package edtf reads, compares and writes the values of dates: the part of
// EDTF (ISO 8601-2:2019, level 0 and 1) that records use. A value is a point
// (day, month, season or quarter, year, decade, century) or an interval of two,
// either of which may be open.
package edtf

import (
	"cmp"
	"strings"
	"time"
)

// Value is what a string of EDTF says. The zero Value says nothing.
type Value struct {
	From, To Point // the same for a point; of no unit where an interval is open
	Interval bool
}

// Of gives the value of one point.
func Of(p Point) Value { return Value{From: p, To: p} }

// Between gives an interval; a zero Point is an open end.
func Between(from, to Point) Value { return Value{From: from, To: to, Interval: true} }

// open is the open end of an interval.
const open = ".."

// String writes the value in its canonical form, empty for the zero Value.
func (v Value) String() string {
	if !v.Interval {
		return v.From.String()
	}
	return end(v.From) + "/" + end(v.To)
}

func end(p Point) string {
	if p.Unit == None {
		return open
	}
	return p.String()
}

// Days gives the first and the last day that a value covers. False where it is
// open or its year is unknown.
func (v Value) Days() (first, last Serial, ok bool) {
	first, _, known := v.From.Days()
	_, last, knows := v.To.Days()
	return first, last, known && knows
}

// Compare orders values by their first day, then the clock of it, then the
// longer first; what has no day of its own comes last, in the order of strings.
func Compare(a, b Value) int {
	from, to, known := a.Days()
	first, last, knows := b.Days()
	switch {
	case known != knows && known:
		return -1
	case known != knows:
		return 1
	case !known:
		return cmp.Compare(a.String(), b.String())
	}
	return cmp.Or(cmp.Compare(from, first), cmp.Compare(a.From.minutes(), b.From.minutes()), cmp.Compare(last, to))
}

// Overlaps tells whether some day lies in both. What has no day overlaps nothing.
func (v Value) Overlaps(o Value) bool {
	from, to, known := v.Days()
	first, last, knows := o.Days()
	return known && knows && from <= last && first <= to
}

// Time gives the moment at which a value begins, a day at midnight of Việt Nam.
// False where the year, month or day is unknown or not said.
func (v Value) Time() (time.Time, bool) { return v.From.Time() }

// ISO gives the value where it is plain ISO 8601 too: no unknown digit, no
// doubt, no season, no interval; else it is empty.
func (v Value) ISO() string {
	p := v.From
	if v.Interval || p.About || p.Doubt || !p.Pinned() || p.Unit == Season || p.Unit > Year {
		return ""
	}
	return p.String()
}

// Month gives 2025-08 of a value that begins in a known month, else "".
func (v Value) Month() string {
	p := v.From
	if p.About || p.Doubt || !p.Pinned() || p.Unit > Month {
		return ""
	}
	return MonthPoint(p.Year, p.Month).String()
}

// WithoutClock cuts the hours off a value; it takes any string, an interval or
// not, and leaves what is no clock as it is.
func WithoutClock(value string) string {
	parts := strings.Split(value, "/")
	for i, p := range parts {
		parts[i], _, _ = strings.Cut(p, "T")
	}
	return strings.Join(parts, "/")
}
