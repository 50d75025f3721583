package date

// grammar is every form of a calendar expression: name, pattern, meaning. The
// longest match wins, then the first row. Parts of the day, weekdays and clock
// times before a date are no rows: attach.go adds them to any of these.
func grammar() []rule {
	days := word(wDay, wHom)
	until := word(wUntil)
	return []rule{
		// 24/11/2020, 24-11, ngày 2 tháng 9 năm 1945
		{"date/day", pattern{dayWord, dayMonth(0)}, single, true},
		// từ 30/4 đến 1/5, 19/8/1945-19/8/2025
		{"date/days-between", pattern{opt(word(wFrom)), dayWord, dayMonth(0), until, dayWord, dayMonth(1)}, between, true},
		// từ ngày 23 - 25/9/2026, từ 1 đến 5-7
		{"date/days-of-month", pattern{opt(word(wFrom), told), dayWord, dayNumber(0), until, dayWord, dayMonth(1)}, between, true},
		// ngày 24, 25 và 26/11
		{"date/list-of-days", pattern{opt(days, told), items(1, 31, 2, wDay, wHom, wPart), dayMonth(0)}, listOfDays, true},
		// 2020-11-24
		{"date/iso", pattern{dayWord, isoDay}, single, false},
		// tháng 8/2024, tháng 8, tháng Tám năm ngoái, tháng này
		{"date/month", pattern{month(0, false)}, single, false},
		{"date/month-in-figures", pattern{numericMonth(0)}, single, true},
		// tháng 3 - 6/2027, từ 1/2020 đến 3/2020
		{"date/months-between", pattern{opt(word(wFrom)), month(0, false), until, month(1, true)}, between, false},
		{"date/months-between-figures", pattern{numericMonth(0), until, numericMonth(1)}, between, true},
		{"date/list-of-months", pattern{word(wMonth), items(1, 12, 2, wMonth), month(0, true)}, listOfMonths, false},
		// năm 2035; năm nay
		{"date/year", pattern{word(wYear, wSchoolYear, wPeriod, wBorn), year(0)}, single, false},
		{"date/year-pointed", pattern{word(wYear), pointed(unitYear, wLast)}, pointedUnit, false},
		// giai đoạn 2021-2025, năm 1910 đến 1945, 2016-2021
		{"date/years-between", pattern{opt(word(wYear, wSchoolYear, wPeriod), opt(word(wYear)), told), year(0), until, opt(word(wYear)), year(1)}, between, true},
		{"date/list-of-years", pattern{word(wYear), items(firstYear, lastYear, 4, wYear), year(0)}, listOfYears, false},
		// hôm qua; sáng nay; cùng ngày
		{"date/relative-day", pattern{value(wRelativeDay, setN)}, relativeDay, false},
		{"date/part-pointed", pattern{value(wPart, setPart), value(wDeixis, setN)}, relativeDay, false},
		{"date/same-day", pattern{word(wSameDay, wThatDay)}, sameDay, false},
		{"date/next-day", pattern{value(wNextDay, setN)}, sameDay, false},
	}
}

func setN(d *draft, v int)       { d.n = v }
func setPart(d *draft, v int)    { d.part = v }
func setWeekday(d *draft, v int) { d.weekday, d.hasDay = v, true }
