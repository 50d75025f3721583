package edtf

import (
	"fmt"
	"strconv"
	"time"
)

// Unit is the precision of a point.
type Unit uint8

// The units, the most exact first.
const (
	None Unit = iota
	Day
	Month
	Season // a season or quarter, by its code
	Year
	Decade
	Century
)

// The codes of seasons and quarters, which stand where the month would.
const (
	Spring       = 21
	FirstQuarter = 33
)

// NoHour is the hour of a point that says none.
const NoHour = -1

// Point is a day, month, season, year, decade or century.
type Point struct {
	Year, Month, Day     int // 0 is unknown; Month is the code of a season; Year begins a decade or century
	Unit                 Unit
	Hour, Minute, Second int    // of a day; Hour is NoHour where none is written
	Zone                 string // Z or +07:00; none is that of Việt Nam
	About, Doubt         bool   // "~" and "?"
}

// DayPoint gives the point of a day.
func DayPoint(s Serial) Point {
	y, m, d := s.Civil()
	return Point{Year: y, Month: m, Day: d, Unit: Day, Hour: NoHour}
}

// MonthPoint gives the point of a month.
func MonthPoint(year, month int) Point {
	return Point{Year: year, Month: month, Unit: Month, Hour: NoHour}
}

// At gives the day, hour and minute of a time in its own zone.
func At(t time.Time) Point {
	return Point{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Unit: Day, Hour: t.Hour(), Minute: t.Minute(), Zone: t.Format("-07:00")}
}

// YearPoint gives the point of a year.
func YearPoint(year int) Point { return Point{Year: year, Unit: Year, Hour: NoHour} }

// Serial gives the day of a point of a day.
func (p Point) Serial() Serial { return SerialOf(p.Year, p.Month, p.Day) }

// Pinned tells whether nothing of the point is unknown.
func (p Point) Pinned() bool {
	return p.Year != 0 && (p.Unit != Day || p.Day != 0) && (p.Unit > Season || p.Month != 0)
}

// Possible tells whether the calendar has such a point.
func (p Point) Possible() bool {
	if p.Year < 0 || p.Year > 9999 {
		return false
	}
	switch p.Unit {
	case Day:
		return p.Month >= 1 && p.Month <= 12 && p.Day >= 1 && p.Day <= MonthDays(p.Year, p.Month)
	case Month:
		return p.Month >= 1 && p.Month <= 12
	}
	return p.Unit != None
}

// Days gives the first and last day of a point; false where they are unknown.
func (p Point) Days() (first, last Serial, ok bool) {
	if !p.Pinned() || !p.Possible() {
		return 0, 0, false
	}
	months := func(first, n int) (Serial, Serial, bool) {
		year, month := ShiftMonth(p.Year, first, n)
		return SerialOf(p.Year, first, 1), SerialOf(year, month, 1) - 1, true
	}
	switch p.Unit {
	case Day:
		return p.Serial(), p.Serial(), true
	case Month:
		return months(p.Month, 1)
	case Season:
		first, n := seasonMonths(p.Month)
		return months(first, n)
	case Year:
		return months(1, 12)
	case Decade:
		return months(1, 120)
	}
	return months(1, 1200)
}

// seasonMonths gives the first month and the length of a season, quarter, third
// or half of a year by its code; the seasons are those of the north.
func seasonMonths(code int) (first, n int) {
	switch {
	case code >= 40:
		return (code-40)*6 + 1, 6
	case code >= 37:
		return (code-37)*4 + 1, 4
	case code >= FirstQuarter:
		return (code-FirstQuarter)*3 + 1, 3
	}
	return (code-Spring)%4*3 + 2, 3
}

// Middle gives a day in the middle of a point, by which dates of unlike
// precision are compared.
func (p Point) Middle() Serial {
	switch p.Unit {
	case Day:
		return p.Serial()
	case Month:
		return SerialOf(p.Year, p.Month, 15)
	case Season:
		first, n := seasonMonths(p.Month)
		return SerialOf(p.Year, min(12, first+n/2), 15)
	}
	return SerialOf(p.Year, 7, 1)
}

// Order sorts points of one unit.
func (p Point) Order() int { return (p.Year*100+p.Month)*100 + p.Day }

// minutes counts from midnight of the first day, 0 where no hour is said.
func (p Point) minutes() int {
	if p.Hour == NoHour {
		return 0
	}
	return p.Hour*60 + p.Minute
}

// hanoi is the zone of a time that names none.
var hanoi = time.FixedZone("+07:00", 7*60*60)

// Time gives the moment at which a point of a day begins, at midnight of Việt
// Nam where no hour is said; false for what is no known day.
func (p Point) Time() (time.Time, bool) {
	if p.Unit != Day || !p.Pinned() {
		return time.Time{}, false
	}
	zone := hanoi
	if at, err := time.Parse("Z07:00", p.Zone); err == nil {
		zone = at.Location()
	}
	return time.Date(p.Year, time.Month(p.Month), p.Day, max(p.Hour, 0), p.Minute, p.Second, 0, zone), true
}

// String writes the point as EDTF level 1, empty for the zero Point.
func (p Point) String() string {
	if p.Unit == None {
		return ""
	}
	s := p.digits()
	if p.Unit == Day && p.Hour != NoHour && p.Year != 0 {
		return s + p.clock()
	}
	switch {
	case p.About && p.Doubt:
		return s + "%"
	case p.About:
		return s + "~"
	case p.Doubt:
		return s + "?"
	}
	return s
}

func (p Point) clock() string {
	s := fmt.Sprintf("T%02d:%02d", p.Hour, p.Minute)
	if p.Second != 0 {
		s += fmt.Sprintf(":%02d", p.Second)
	}
	if p.Zone == "" {
		return s + "+07:00"
	}
	return s + p.Zone
}

func (p Point) digits() string {
	var room [16]byte
	s := room[:0]
	switch {
	case p.Unit == Century:
		return string(append(padded(s, p.Year/100, 2), "XX"...))
	case p.Unit == Decade:
		return string(append(padded(s, p.Year/10, 3), 'X'))
	case p.Year == 0:
		s = append(s, "XXXX"...)
	default:
		s = padded(s, p.Year, 4)
	}
	if p.Unit != Year {
		s = padded(append(s, '-'), p.Month, 2)
	}
	if p.Unit == Day {
		s = padded(append(s, '-'), p.Day, 2)
	}
	return string(s)
}

// padded appends n in at least width digits.
func padded(s []byte, n, width int) []byte {
	for most := 10; width > 1; width, most = width-1, most*10 {
		if n < most {
			return strconv.AppendInt(append(s, "000"[:width-1]...), int64(n), 10)
		}
	}
	return strconv.AppendInt(s, int64(n), 10)
}
