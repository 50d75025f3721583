package date

// serial is a day counted from 1 January 1970, in the Gregorian calendar also
// before 1582.
type serial int

// serialOf counts the days to a date. Algorithm: Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
func serialOf(year, month, day int) serial {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	doy := (153*((month+9)%12)+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return serial(era*146097 + doe - 719468)
}

// civil is the inverse of serialOf.
func (s serial) civil() (year, month, day int) {
	z := int(s) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = (mp+2)%12 + 1
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// weekday counts from Sunday, 0.
func (s serial) weekday() int { return floorMod(int(s)+4, 7) }

// monday gives the first day of the week that s lies in.
func (s serial) monday() serial { return s - serial((s.weekday()+6)%7) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

func leapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// monthDays gives the length of a month; of an unknown year, 0, the longest.
func monthDays(year, month int) int {
	switch month {
	case 2:
		if year == 0 || leapYear(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
