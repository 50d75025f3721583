package edtf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Parse reads a value. It fails on what records do not use: sets, level 2,
// years of more than four digits or before year 1.
func Parse(value string) (Value, error) {
	from, to, interval := strings.Cut(value, "/")
	if !interval {
		p, err := point(value)
		return Of(p), err
	}
	v := Value{Interval: true}
	var err error
	if from != open {
		v.From, err = point(from)
	}
	if err == nil && to != open {
		v.To, err = point(to)
	}
	if from == open && to == open {
		err = fmt.Errorf("%q: an interval without an end: give one", value)
	}
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

// Valid tells whether a string is a value that Parse reads.
func Valid(value string) bool {
	_, err := Parse(value)
	return err == nil
}

// The groups of form, by number.
const (
	gYear = 1 + iota
	gMonth
	gDay
	gHour
	gMinute
	gSecond
	gZone
	gMark
)

// form is every point: a year, perhaps with unknown digits, a month or the code
// of a season, a day, a clock; then the mark of what is about or in doubt.
var form = regexp.MustCompile(`^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?([~?%])?$`)

func point(s string) (Point, error) {
	m := form.FindStringSubmatch(s)
	if m == nil || m[gYear] == "0000" {
		return Point{}, fmt.Errorf("%q: not a date of EDTF: write 2025-08-17, 2025-08, 2025 or XXXX-08-17", s)
	}
	p := Point{Month: number(m[gMonth]), Day: number(m[gDay]), Hour: NoHour, Minute: number(m[gMinute]), Second: number(m[gSecond]), Zone: m[gZone]}
	if m[gHour] != "" {
		p.Hour = number(m[gHour])
	}
	p.About, p.Doubt = strings.ContainsAny(m[gMark], "~%"), strings.ContainsAny(m[gMark], "?%")
	p.Year, p.Unit = year(m[gYear])
	switch {
	case m[gMonth] == "":
	case p.Unit != Year:
		return Point{}, fmt.Errorf("%q: a month of a year that is not known: leave out the month", s)
	case m[gDay] != "":
		p.Unit = Day
	case p.Month >= Spring:
		p.Unit = Season
	default:
		p.Unit = Month
	}
	if !p.exists() {
		return Point{}, fmt.Errorf("%q: the calendar has no such date", s)
	}
	return p, nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// year reads a year with the last one, two or all four digits open.
func year(s string) (int, Unit) {
	known := strings.TrimRight(s, "X")
	return number(known + "000"[:(4-len(known))%4]), map[int]Unit{4: Year, 3: Decade, 2: Century, 0: Year}[len(known)]
}

// The last code of a season, and the ends of a clock.
const (
	lastSeason = 41
	lastHour   = 23
	lastMinute = 59
	widestZone = 14 // hours
)

// exists tells whether calendar and clock have what was read.
func (p Point) exists() bool {
	if p.Month > lastSeason || !p.Possible() {
		return false
	}
	if p.Hour == NoHour {
		return true
	}
	return p.Year != 0 && p.Hour <= lastHour && p.Minute <= lastMinute && p.Second <= lastMinute && zoneExists(p.Zone)
}

func zoneExists(zone string) bool {
	if len(zone) < len("+07:00") {
		return true
	}
	return number(zone[1:3]) <= widestZone && number(zone[4:]) <= lastMinute
}
