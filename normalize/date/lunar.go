package date

import (
	"math"

	"github.com/boctin/boctin/normalize/edtf"
)

// The Vietnamese lunar calendar: months begin on the day of the new moon and
// the month of the winter solstice is the eleventh, both by the clock of
// UTC+7. After Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar", with the
// series of Jean Meeus, Astronomical Algorithms (1998).

// zoneDays is UTC+7 in days.
const zoneDays = 7.0 / 24

// julianEpoch is the Julian day number of 1 January 1970.
const julianEpoch = 2440588

// lunarDay is a day of the lunar calendar.
type lunarDay struct {
	year, month, day int
	leap             bool
}

// The lunar years that the calendar is checked for.
const (
	firstLunarYear = 1900
	lastLunarYear  = 2100
)

// newMoon gives the day of the k-th new moon after 1 January 1900, local time.
func newMoon(k int) edtf.Serial {
	t := float64(k) / 1236.85
	t2, t3 := t*t, t*t*t
	dr := math.Pi / 180
	jd := 2415020.75933 + 29.53058868*float64(k) + 0.0001178*t2 - 0.000000155*t3
	jd += 0.00033 * math.Sin((166.56+132.87*t-0.009173*t2)*dr)
	m := (359.2242 + 29.10535608*float64(k) - 0.0000333*t2 - 0.00000347*t3) * dr
	mp := (306.0253 + 385.81691806*float64(k) + 0.0107306*t2 + 0.00001236*t3) * dr
	f := (21.2964 + 390.67050646*float64(k) - 0.0016528*t2 - 0.00000239*t3) * dr
	c := (0.1734-0.000393*t)*math.Sin(m) + 0.0021*math.Sin(2*m) - 0.4068*math.Sin(mp) + 0.0161*math.Sin(2*mp) -
		0.0004*math.Sin(3*mp) + 0.0104*math.Sin(2*f) - 0.0051*math.Sin(m+mp) - 0.0074*math.Sin(m-mp) +
		0.0004*math.Sin(2*f+m) - 0.0004*math.Sin(2*f-m) - 0.0006*math.Sin(2*f+mp) + 0.0010*math.Sin(2*f-mp) + 0.0005*math.Sin(2*mp+m)
	jd += c - (-0.000278 + 0.000265*t + 0.000262*t*t) // dynamical time minus universal time
	return edtf.Serial(int(math.Floor(jd+0.5+zoneDays)) - julianEpoch)
}

// sunSector gives which twelfth of the ecliptic, from 0, the sun stands in at
// the local midnight that starts the day.
func sunSector(day edtf.Serial) int {
	t := (float64(int(day)+julianEpoch) - 2451545.5 - zoneDays) / 36525
	dr := math.Pi / 180
	m := (357.52910 + 35999.05030*t - 0.0001559*t*t - 0.00000048*t*t*t) * dr
	l0 := 280.46645 + 36000.76983*t + 0.0003032*t*t
	l := l0 + (1.914600-0.004817*t-0.000014*t*t)*math.Sin(m) + (0.019993-0.000101*t)*math.Sin(2*m) + 0.000290*math.Sin(3*m)
	l = math.Mod(l, 360)
	if l < 0 {
		l += 360
	}
	return int(l / 30)
}

// eleventh gives the first day of the eleventh lunar month of a solar year.
func eleventh(year int) edtf.Serial {
	days := int(edtf.SerialOf(year, 12, 31)) + julianEpoch - 2415021
	k := int(math.Floor(float64(days) / 29.530588853))
	start := newMoon(k)
	if sunSector(start) >= 9 {
		start = newMoon(k - 1)
	}
	return start
}

// moonIndex gives the k of the new moon on the given day.
func moonIndex(start edtf.Serial) int {
	return int(math.Floor(0.5 + (float64(int(start)+julianEpoch)-2415021.076998695)/29.530588853))
}

// leapAfter gives how many months after the eleventh the leap month stands.
func leapAfter(start edtf.Serial) int {
	k := moonIndex(start)
	last, i := -1, 1
	for arc := sunSector(newMoon(k + i)); arc != last; arc = sunSector(newMoon(k + i)) {
		last = arc
		i++
	}
	return i - 1
}

// solar gives the day of a lunar date; false if there is no such day.
func (l lunarDay) solar() (edtf.Serial, bool) {
	switch {
	case l.year < firstLunarYear, l.year > lastLunarYear, l.month < 1, l.month > 12, l.day < 1:
		return 0, false
	}
	start, next := eleventh(l.year-1), eleventh(l.year)
	if l.month >= 11 {
		start, next = eleventh(l.year), eleventh(l.year+1)
	}
	offset := l.month - 11
	if offset < 0 {
		offset += 12
	}
	if next-start > 365 {
		leap := leapAfter(start)
		leapMonth := floorMod(leap-2-1, 12) + 1
		switch {
		case l.leap && l.month != leapMonth:
			return 0, false
		case l.leap || offset >= leap:
			offset++
		}
	} else if l.leap {
		return 0, false
	}
	k := moonIndex(start)
	first, after := newMoon(k+offset), newMoon(k+offset+1)
	if edtf.Serial(l.day) > after-first {
		return 0, false
	}
	return first + edtf.Serial(l.day-1), true
}

// lunarOf gives the lunar date of a day.
func lunarOf(day edtf.Serial) lunarDay {
	k := int(math.Floor((float64(int(day)+julianEpoch) - 2415021.076998695) / 29.530588853))
	start := newMoon(k + 1)
	for ; start > day; k-- {
		start = newMoon(k)
	}
	year, _, _ := day.Civil()
	a, b := eleventh(year), eleventh(year)
	l := lunarDay{year: year + 1}
	if a >= start {
		l.year, a = year, eleventh(year-1)
	} else {
		b = eleventh(year + 1)
	}
	l.day = int(day-start) + 1
	diff := int(start-a) / 29
	l.month = diff + 11
	if b-a > 365 {
		if leap := leapAfter(a); diff >= leap {
			l.month = diff + 10
			l.leap = diff == leap
		}
	}
	if l.month > 12 {
		l.month -= 12
	}
	if l.month >= 11 && diff < 4 {
		l.year--
	}
	return l
}
