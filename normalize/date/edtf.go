package date

import (
	"fmt"
	"strconv"
	"strings"
)

// unit is the precision of a point in the calendar.
type unit uint8

const (
	noUnit unit = iota
	unitDay
	unitMonth
	unitSeason // a season or quarter, by its EDTF code
	unitYear
	unitDecade
	unitCentury
)

// noHour is the hour of a point that says none.
const noHour = -1

// point is a day, month, season, year, decade or century. Zero is unknown.
type point struct {
	year, month, day int // month is the EDTF code of a season; year starts a decade or century
	unit             unit
	hour, minute     int // noHour where none is written
	zone             string
	about            bool
}

func dayPoint(s serial) point {
	y, m, d := s.civil()
	return point{year: y, month: m, day: d, unit: unitDay, hour: noHour}
}

func monthPoint(year, month int) point {
	return point{year: year, month: month, unit: unitMonth, hour: noHour}
}

func yearPoint(year int) point { return point{year: year, unit: unitYear, hour: noHour} }

func (p point) date() (year, month, day int) { return p.year, p.month, p.day }

func (p point) serial() serial { return serialOf(p.year, p.month, p.day) }

// pinned tells whether nothing of the point is unknown.
func (p point) pinned() bool {
	return p.year != 0 && (p.unit != unitDay || p.day != 0) && (p.unit > unitSeason || p.month != 0)
}

// possible tells whether the calendar has such a point.
func (p point) possible() bool {
	if p.year < 0 || p.year > 9999 {
		return false
	}
	switch p.unit {
	case unitDay:
		return p.month >= 1 && p.month <= 12 && p.day >= 1 && p.day <= monthDays(p.year, p.month)
	case unitMonth:
		return p.month >= 1 && p.month <= 12
	}
	return p.unit != noUnit
}

// String writes the point as EDTF level 1.
func (p point) String() string {
	s := p.digits()
	if p.hour != noHour && p.unit == unitDay && p.year != 0 {
		zone := p.zone
		if zone == "" {
			zone = "+07:00"
		}
		return fmt.Sprintf("%sT%02d:%02d%s", s, p.hour, p.minute, zone)
	}
	if p.about {
		s += "~"
	}
	return s
}

func (p point) digits() string {
	switch p.unit {
	case unitCentury:
		return pad(p.year/100, 2) + "XX"
	case unitDecade:
		return pad(p.year/10, 3) + "X"
	}
	s := "XXXX"
	if p.year != 0 {
		s = pad(p.year, 4)
	}
	if p.unit == unitYear {
		return s
	}
	s += "-" + pad(p.month, 2)
	if p.unit == unitDay {
		s += "-" + pad(p.day, 2)
	}
	return s
}

// pad writes n in at least width digits.
func pad(n, width int) string {
	s := strconv.Itoa(n)
	if len(s) < width {
		s = strings.Repeat("0", width-len(s)) + s
	}
	return s
}

// Valid tells whether a value belongs to the subset of EDTF that records use:
// dates, unspecified digits (X) from the right or a whole year, season and
// quarter codes, times with a zone, "~" and "?" and intervals of these.
func Valid(value string) bool {
	from, to, interval := strings.Cut(value, "/")
	if !interval {
		return validPoint(from)
	}
	if from == ".." || to == ".." {
		return from != to && (from == ".." || validPoint(from)) && (to == ".." || validPoint(to))
	}
	return validPoint(from) && validPoint(to)
}

func validPoint(s string) bool {
	date, clock, timed := strings.Cut(s, "T")
	if timed {
		return len(date) == 10 && !strings.Contains(date, "X") && validDay(date) && validClock(clock)
	}
	if n := len(s); n > 0 && strings.IndexByte("~?%", s[n-1]) >= 0 {
		s = s[:n-1]
	}
	switch len(s) {
	case 4:
		return validYear(s)
	case 7:
		return s[4] == '-' && validYear(s[:4]) && (number(s[5:], 1, 12) || number(s[5:], 21, 41))
	case 10:
		return validDay(s)
	}
	return false
}

// validYear accepts digits with the last one, two or four left open.
func validYear(s string) bool {
	for _, open := range []string{"", "X", "XX", "XXXX"} {
		if digits, ok := strings.CutSuffix(s, open); ok && allDigits(digits) {
			return true
		}
	}
	return false
}

func validDay(s string) bool {
	if s[4] != '-' || s[7] != '-' || !validYear(s[:4]) || !number(s[5:7], 1, 12) || !number(s[8:], 1, 31) {
		return false
	}
	year, _ := strconv.Atoi(s[:4])
	month, _ := strconv.Atoi(s[5:7])
	day, _ := strconv.Atoi(s[8:])
	return day <= monthDays(year, month)
}

// validClock accepts HH:MM and HH:MM:SS, then a zone: Z, +HH:MM or none.
func validClock(s string) bool {
	if len(s) < 5 || s[2] != ':' || !number(s[:2], 0, 23) || !number(s[3:5], 0, 59) {
		return false
	}
	s = s[5:]
	if len(s) >= 3 && s[0] == ':' {
		if !number(s[1:3], 0, 59) {
			return false
		}
		s = s[3:]
	}
	if s == "" || s == "Z" {
		return true
	}
	return len(s) == 6 && (s[0] == '+' || s[0] == '-') && s[3] == ':' && number(s[1:3], 0, 14) && number(s[4:], 0, 59)
}

func number(s string, low, high int) bool {
	n, err := strconv.Atoi(s)
	return err == nil && allDigits(s) && n >= low && n <= high
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
