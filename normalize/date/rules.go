package date

// grammar is every form of a calendar expression: name, pattern, meaning. The
// longest match wins, then the first row. What stands before a day (its part,
// weekday, clock) is no row: attach.go adds it to any daily rule.
func grammar() []rule {
	hom := word(wDay, wHom)
	until := word(wUntil)
	from := opt(word(wFrom), told)
	yearHead := opt(word(wYear, wDecade, wSchoolYear, wPeriod), opt(word(wYear)), told)
	pointedDay := alt(pattern{value(wRelativeDay, setN)}, pattern{value(wPart, setPart), value(wDeixis, setN)})
	return []rule{
		// 24/11/2020, 24-11, ngày 2 tháng 9 năm 1945; sáng mai (5/11)
		{"date/day", pattern{dayWord, dayMonth(0)}, single, weak | daily},
		{"date/pointed-day-in-figures", pattern{pointedDay, told, opt(mark(",")), parens(dayWord, dayMonth(0))}, single, daily},
		{"date/weekday-in-figures", pattern{alt(pattern{weekdayPointed}, pattern{value(wWeekday, setWeekday)}), told, opt(mark(",")), parens(dayWord, dayMonth(0))}, single, daily},
		{"date/iso", pattern{dayWord, isoDay}, single, daily},
		{"date/day-of-pointed-month", pattern{word(wDay, wHom, wNewMoon), dayNumber(0), pointedMonth(0)}, single, daily},
		// từ 30/4 đến 1/5, 19/8/1945-19/8/2025; từ ngày 23 - 25/9/2026; ngày 24, 25 và 26/11
		{"date/days-between", pattern{opt(word(wFrom)), dayWord, dayMonth(0), until, dayWord, dayMonth(1)}, between, weak | daily},
		{"date/days-of-month", pattern{from, dayWord, dayNumber(0), until, dayWord, dayMonth(1)}, between, weak | daily},
		{"date/list-of-days", pattern{opt(hom, told), items(1, 31, 2, wDay, wHom, wPart), dayMonth(0)}, listOfDays, weak | daily},
		// tháng 8/2024, tháng Tám năm ngoái, tháng này, 8/2024, tháng 3 - 6/2027
		{"date/month", pattern{month(0, false)}, single, 0},
		{"date/month-in-figures", pattern{numericMonth(0)}, single, weak},
		{"date/months-between", pattern{opt(word(wFrom)), month(0, false), until, month(1, true)}, between, 0},
		{"date/months-between-figures", pattern{numericMonth(0), until, numericMonth(1)}, between, weak},
		{"date/list-of-months", pattern{word(wMonth), items(1, 12, 2, wMonth), month(0, true)}, listOf, 0},
		{"date/first-months", pattern{monthCount, opt(half), word(wYear), opt(yearOf(0))}, monthsOfYear, 0},
		{"date/half-year", pattern{value(wHalf, setHalf), word(wYear), opt(yearOf(0))}, monthsOfYear, 0},
		// quý I/2024, quý 3 năm ngoái, mùa hè 2023
		{"date/quarter", pattern{quarter(0)}, single, 0},
		{"date/list-of-quarters", pattern{word(wQuarter), quarterItems, quarter(0)}, listOf, 0},
		{"date/season", pattern{value(wSeason, setSeason), yearOf(0)}, season, 0},
		// năm 2035, sinh năm 1984; năm 1910 đến 1945, nhiệm kỳ 2020-2025, mùa giải 2019/20
		{"date/year", pattern{word(wYear, wDecade, wSchoolYear, wPeriod, wBorn), opt(mark(":")), year(0)}, single, 0},
		{"date/bare-year", pattern{year(0)}, bareYear, 0},
		{"date/born", pattern{born}, single, 0},
		{"date/years-between", pattern{opt(word(wFrom)), yearHead, year(0), until, opt(word(wYear)), year(1)}, between, weak},
		{"date/season-years", pattern{word(wSchoolYear, wPeriod), year(0), shortYear(1)}, between, 0},
		{"date/list-of-years", pattern{word(wYear, wDecade), items(firstYear, lastYear, 4, wYear), year(0)}, listOf, 0},
		{"date/decade", pattern{word(wDecade), decade}, single, 0},
		{"date/century", pattern{word(wCentury), century}, single, 0},
		{"date/centuries-between", pattern{word(wCentury), century, until, centuryTo}, between, 0},
		// hôm qua; sáng nay; cùng ngày, hôm sau; thứ Hai tuần trước; hôm thứ Ba
		{"date/pointed-day", pattern{pointedDay}, pointedDayMeaning, daily},
		{"date/same-day", pattern{word(wSameDay, wThatDay)}, sameDay, daily},
		{"date/next-day", pattern{value(wNextDay, setN)}, sameDay, daily},
		{"date/pointed-weekday", pattern{weekdayPointed}, weekdayOfWeek, daily},
		{"date/weekday", pattern{value(wWeekday, setWeekday)}, bareWeekday, daily},
		// tuần trước, cuối tuần này, năm ngoái, quý trước; cùng kỳ năm trước
		{"date/week", pattern{word(wWeek), pointer(wLast)}, week, 0},
		{"date/weekend", pattern{word(wWeekend), pointer(wRecent)}, weekend, 0},
		{"date/pointed-year", pattern{syllable(wYear), pointer(wLast)}, pointedYear, 0},
		{"date/pointed-quarter", pattern{word(wQuarter), pointer(wLast)}, pointedQuarter, 0},
		{"date/pointed-century", pattern{word(wCentury), pointer(wLast)}, pointedCentury, 0},
		{"date/same-month", pattern{word(wSameMonth)}, sameMonth, 0},
		{"date/same-year", pattern{word(wSameYear)}, sameYear, 0},
		{"date/same-period", pattern{word(wSamePeriod), word(wYear), alt(pattern{year(0)}, pattern{pointer(wLast)})}, samePeriod, 0},
		{"date/stage", pattern{word(wStageHead), word(wStage), stageUnit}, stage, 0},
		// cách đây 3 ngày, 2 năm trước; 2 tuần sau đó
		{"date/ago", pattern{word(wAgoHead), opt(word(wAbout), flag(setAbout)), amount}, ago, 0},
		{"date/before-now", pattern{amount, value(wAgo, setN), ends}, ago, 0},
		{"date/later", pattern{amount, value(wLater, setN), ends}, later, 0},
		// mùng 3 Tết, rằm tháng Bảy, 30 Tết, 10/3 âm lịch, tháng Giêng, Tết Giáp Thìn
		{"date/lunar-day", pattern{word(wNewMoon), dayNumber(0), opt(monthOf), opt(parens(word(wTet)), flag(setTet)), opt(word(wLunar), flag(setLunar)), opt(lunarYear)}, lunarDate, daily},
		{"date/lunar-days-between", pattern{opt(word(wFrom)), word(wNewMoon), dayNumber(0), until, opt(word(wNewMoon)), dayNumber(1), word(wTet), flag(setTet), opt(lunarYear)}, lunarBetween, 0},
		{"date/full-moon", pattern{word(wFullMoon), flag(setFullMoon), monthOf, opt(word(wLunar)), opt(lunarYear)}, lunarDate, daily},
		{"date/tet-day", pattern{dayWord, dayNumber(0), word(wTet), flag(setLastMonth), opt(lunarYear)}, lunarDate, daily},
		{"date/day-in-lunar", pattern{dayWord, dayMonth(0), parens(word(wLunar)), flag(setLunar), opt(lunarYear)}, lunarDate, daily},
		{"date/month-in-lunar", pattern{month(0, false), parens(word(wLunar)), flag(setLunar), opt(lunarYear)}, single, 0},
		{"date/eve", pattern{word(wEve), opt(lunarYear)}, eve, daily},
		{"date/animal-year", pattern{word(wTet, wYear), cycleYear}, animalYear, 0},
		{"date/feast", pattern{value(wFeast, setN), opt(yearOf(0))}, feast, 0},
	}
}

func setN(d *draft, v int)       { d.n = v }
func setPart(d *draft, v int)    { d.part = v }
func setWeekday(d *draft, v int) { d.weekday, d.hasDay = v, true }
func setHalf(d *draft, v int)    { d.n, d.half = 6, v }
func setSeason(d *draft, v int)  { d.n = v }
func setAbout(d *draft)          { d.about = true }
func setTet(d *draft)            { d.p[0].month, d.p[0].lunar = 1, true }
func setLunar(d *draft)          { d.p[0].lunar = true }
func setFullMoon(d *draft)       { d.p[0] = partial{day: 15, unit: unitDay, lunar: true} }
func setLastMonth(d *draft)      { d.p[0].month, d.p[0].lunar, d.told = 12, true, true }
