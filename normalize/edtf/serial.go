package edtf

// Serial is a day counted from 1 January 1970, in the Gregorian calendar also
// before 1582.
type Serial int

// The Gregorian calendar repeats itself after an era of 400 years.
const (
	eraYears = 400
	eraDays  = 146097
)

// SerialOf counts the days to a date of year 0 or later. Algorithm: Howard
// Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
func SerialOf(year, month, day int) Serial {
	year += eraYears
	if month <= 2 {
		year--
	}
	era, yoe := year/eraYears, year%eraYears
	doy := (153*((month+9)%12)+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Serial((era-1)*eraDays + doe - 719468)
}

// Civil is the inverse of SerialOf.
func (s Serial) Civil() (year, month, day int) {
	z := int(s) + 719468 + eraDays
	era, doe := z/eraDays-1, z%eraDays
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = (mp+2)%12 + 1
	year = yoe + era*eraYears
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday counts from Sunday, 0.
func (s Serial) Weekday() int { return ((int(s)+4)%7 + 7) % 7 }

// Monday gives the first day of the week that s lies in.
func (s Serial) Monday() Serial { return s - Serial((s.Weekday()+6)%7) }

// ShiftMonth moves a month of year 0 or later by a number of months.
func ShiftMonth(year, month, by int) (int, int) {
	n := (year+eraYears)*12 + month - 1 + by
	return n/12 - eraYears, n%12 + 1
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// MonthDays gives the length of a month; of an unknown year, 0, the longest.
func MonthDays(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
