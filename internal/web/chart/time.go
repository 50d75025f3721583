// Package chart computes pictures: where on a page a bar, a label or a knot stands.
// It draws nothing; templates do.
package chart

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Day gives the first and the day after the last of a date in EDTF, counted in days of
// Unix time; a date without a year has none.
func Day(value string) (first, end float64, ok bool) {
	from, to, interval := strings.Cut(value, "/")
	first, end, ok = single(from)
	if _, last, known := single(to); interval && ok && known {
		return first, last, true
	}
	return first, end, ok
}

// single reads 2025-08-17 with or without a time, 2025-08, 2025-33, 2025, 193X.
func single(s string) (first, end float64, ok bool) {
	s = strings.TrimRight(s, "~?%")
	part := func(from, to int) int {
		if len(s) < to {
			return -1
		}
		n, err := strconv.Atoi(s[from:to])
		if err != nil {
			return -1
		}
		return n
	}
	year, month, d := part(0, 4), part(5, 7), part(8, 10)
	switch {
	case year < 0 && part(0, 3) > 0 && len(s) == 4 && s[3] == 'X':
		return dayOf(part(0, 3)*10, 1, 1), dayOf(part(0, 3)*10+10, 1, 1), true
	case year <= 0:
		return 0, 0, false
	case month >= 33 && month <= 36:
		return dayOf(year, 3*(month-33)+1, 1), dayOf(year, 3*(month-33)+4, 1), true
	case month < 1 || month > 12:
		return dayOf(year, 1, 1), dayOf(year+1, 1, 1), true
	case d < 1 || d > 31:
		return dayOf(year, month, 1), dayOf(year, month+1, 1), true
	}
	return dayOf(year, month, d), dayOf(year, month, d+1), true
}

func dayOf(year, month, day int) float64 {
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()) / 86400
}

// Tick is a line of an axis of time, with the words on it.
type Tick struct {
	X      float64
	Label  string
	Anchor string // start, middle or end, so that the words stay in the picture
}

// steps are how far ticks may be apart, in months.
var steps = []int{1, 2, 3, 6, 12, 24, 60, 120, 240, 600}

// mostTicks is how many ticks an axis has.
const mostTicks = 9

// Axis is a scale of days, from x From to x To of a picture.
type Axis struct {
	first, end float64 // days
	From, To   float64
	Ticks      []Tick
}

// NewAxis makes an axis over some days.
func NewAxis(first, end, from, to float64) *Axis {
	if end-first < 28 {
		middle := (first + end) / 2
		first, end = middle-14, middle+14
	}
	a := &Axis{first: first, end: end, From: from, To: to}
	for _, months := range steps {
		if a.Ticks = a.ticks(months); len(a.Ticks) <= mostTicks {
			break
		}
	}
	return a
}

func (a *Axis) ticks(months int) (all []Tick) {
	begin := time.Unix(int64(a.first*86400), 0).UTC()
	n := begin.Year()*12 + int(begin.Month()) - 1
	for n -= n % months; ; n += months {
		d := dayOf(n/12, n%12+1, 1)
		switch {
		case d > a.end:
			return all
		case d < a.first:
		case months%12 == 0:
			all = append(all, a.tick(d, strconv.Itoa(n/12)))
		default:
			all = append(all, a.tick(d, time.Unix(int64(d*86400), 0).UTC().Format("2006-01")))
		}
	}
}

// halfLabel is half the width of the words on a tick.
const halfLabel = 22

func (a *Axis) tick(day float64, label string) Tick {
	t := Tick{a.X(day), label, "middle"}
	switch {
	case t.X < a.From+halfLabel:
		t.Anchor = "start"
	case t.X > a.To-halfLabel:
		t.Anchor = "end"
	}
	return t
}

// X is where a day stands.
func (a *Axis) X(day float64) float64 {
	day = math.Min(math.Max(day, a.first), a.end)
	return round(a.From + (day-a.first)/(a.end-a.first)*(a.To-a.From))
}

func round(x float64) float64 { return math.Round(x*10) / 10 }
