package date

import "github.com/boctin/boctin/normalize/edtf"

// grammar is every form of a calendar expression: name, pattern, meaning. The
// longest match wins, then the first row. What stands before a day (its part,
// weekday, clock) is no row: attach.go adds it to any daily rule.
func grammar() []rule {
	until := word(wUntil)
	from := opt(word(wFrom), told)
	yearHead := opt(word(wYear, wDecade, wSchoolYear, wPeriod), opt(word(wFrom)), opt(word(wYear)), told)
	weekday := opt(word(wWeekday), told, opt(mark(",")))
	mung := opt(word(wNewMoon), told)
	inLunar := opt(parens(word(wLunar)), flag(func(d *draft) { d.p[1].lunar = true }), opt(lunarYear))
	pointedDay := alt(pattern{value(wRelativeDay, setN)}, pattern{value(wPart, setPart), value(wDeixis, setN)})
	return []rule{
		// 24/11/2020, 24-11, ngày 2 tháng 9 năm 1945; sáng mai (5/11)
		{name: "date/day", pattern: pattern{oneDayWord, dayMonth(0)}, meaning: single, kind: weak | daily},
		{name: "date/pointed-day-in-figures", pattern: pattern{pointedDay, told, opt(mark(",")), parens(dayWord, dayMonth(0))}, meaning: pointedInFigures, kind: daily},
		{name: "date/weekday-in-figures", pattern: pattern{dayWord, alt(pattern{weekdayPointed}, pattern{value(wWeekday, setWeekday)}), told, opt(mark(",")), parens(dayWord, dayMonth(0))}, meaning: weekdayInFigures, kind: daily},
		{name: "date/iso", pattern: pattern{dayWord, isoDay}, meaning: single, kind: daily},
		{name: "date/day-of-pointed-month", pattern: pattern{word(wDay, wHom, wNewMoon), dayNumber(0), pointedMonth(0)}, meaning: single, kind: daily},
		// từ 30/4 đến 1/5, 19/8/1945-19/8/2025; từ ngày 23 - 25/9/2026; ngày 24, 25 và 26/11
		{name: "date/days-between", pattern: pattern{opt(word(wFrom)), dayWord, mung, dayMonth(0), until, dayWord, mung, dayMonth(1), inLunar}, meaning: between, kind: weak | daily},
		{name: "date/named-days-between", pattern: pattern{opt(word(wFrom)), namedDay(0), until, namedDay(1)}, meaning: between, kind: daily},
		{name: "date/days-of-month", pattern: pattern{from, partOf(0), weekday, dayWord, mung, dayNumber(0), until, partOf(1), weekday, dayWord, mung, dayMonth(1), inLunar}, meaning: between, kind: weak | daily},
		{name: "date/days-listed", pattern: pattern{dayWord, dayMonth(0), word(wAnd), dayWord, dayMonth(1)}, meaning: daysListed, kind: weak | daily},
		{name: "date/days-between-short", pattern: pattern{opt(word(wFrom)), dayWord, dayMonth(0), until, word(wDay), dayNumber(1)}, meaning: daysToDay, kind: weak | daily},
		{name: "date/day-of-same-month", pattern: pattern{word(wDay), dayNumber(0), word(wSameMonth)}, meaning: dayOfSameMonth, kind: daily},
		{name: "date/next-day-of-month", pattern: pattern{word(wDay), dayNumber(0), soon}, meaning: nextDayOfMonth, kind: daily},
		{name: "date/last-day-of-month", pattern: pattern{word(wDay, wHom), dayNumber(0), justPast}, meaning: lastDayOfMonth, kind: daily},
		{name: "date/list-of-days", pattern: pattern{listedDays}, meaning: listOfDays, kind: weak | daily},
		{name: "date/clocks-between", pattern: pattern{opt(word(wFrom)), clockOf(0), dayWord, dayNumber(0), until, clockOf(1), dayWord, dayMonth(1)}, meaning: clocksBetween, kind: daily},
		{name: "date/day-of-context", pattern: pattern{word(wDay), dayNumber(0)}, meaning: dayOfContext, kind: daily},
		{name: "date/day-by-part", pattern: pattern{value(wPart, setPart), dayNumber(0)}, meaning: dayByPart, kind: daily},
		{name: "date/days-of-named-month", pattern: pattern{opt(word(wFrom)), word(wDay), dayNumber(0), until, word(wDay), dayNumber(1)}, meaning: daysOfNamedMonth, kind: daily},
		// tháng 8/2024, tháng Tám năm ngoái, tháng này, 8/2024, tháng 3 - 6/2027
		{name: "date/month", pattern: pattern{month(0, false).unless(behindLeap)}, meaning: single},
		{name: "date/leap-month", pattern: pattern{month(0, false), word(wLeap), opt(parens(word(wLunar))), opt(yearOf(0))}, meaning: leapMonth},
		{name: "date/month-in-figures", pattern: pattern{numericMonth(0)}, meaning: single, kind: weak},
		{name: "date/months-between", pattern: pattern{opt(word(wFrom)), month(0, false), until, month(1, true), inLunar}, meaning: between},
		{name: "date/months-between-figures", pattern: pattern{numericMonth(0), until, numericMonth(1)}, meaning: between, kind: weak},
		{name: "date/list-of-months", pattern: pattern{word(wMonth), items(1, 12, 2, wMonth), month(0, true)}, meaning: listOf},
		{name: "date/first-months", pattern: pattern{monthCount, opt(half), word(wYear), opt(yearOf(0))}, meaning: monthsOfYear},
		{name: "date/first-months-in-figures", pattern: pattern{monthCount, mark("/"), year(0)}, meaning: monthsOfYear},
		{name: "date/first-quarters", pattern: pattern{quarterCount, half, word(wYear), opt(yearOf(0))}, meaning: monthsOfYear},
		{name: "date/half-year", pattern: pattern{value(wHalf, setHalf), word(wYear), opt(yearOf(0))}, meaning: monthsOfYear},
		// quý I/2024, quý 3 năm ngoái, mùa hè 2023
		{name: "date/quarter", pattern: pattern{quarter(0)}, meaning: single},
		// ngày cuối cùng của năm 2025, ngày đầu tiên của tháng 6
		{name: "date/edge-day", pattern: pattern{value(wEdgeDay, setHalf), alt(pattern{month(0, false)}, pattern{word(wYear), opt(yearOf(0))})}, meaning: edgeDay, kind: daily},
		{name: "date/quarter-of-stage", pattern: pattern{word(wQuarter), half, word(wYear), opt(yearOf(0))}, meaning: quarterOfStage},
		{name: "date/abbreviated-quarter", pattern: pattern{quarterCode}, meaning: single},
		{name: "date/list-of-quarters", pattern: pattern{word(wQuarter), quarterItems, quarter(0)}, meaning: listOf},
		{name: "date/season", pattern: pattern{value(wSeason, setSeason), yearOf(0)}, meaning: season},
		// năm 2035, sinh năm 1984; năm 1910 đến 1945, nhiệm kỳ 2020-2025, mùa giải 2019/20
		{name: "date/decade", pattern: pattern{word(wDecade), decade}, meaning: single},
		{name: "date/year", pattern: pattern{yearWord(wYear, wDecade, wSchoolYear, wPeriod, wBorn), opt(mark(":")), year(0)}, meaning: single},
		{name: "date/bare-year", pattern: pattern{year(0)}, meaning: bareYear},
		{name: "date/short-year", pattern: pattern{syllable(wYear), shortYear}, meaning: single},
		{name: "date/short-years-between", pattern: pattern{opt(word(wFrom)), syllable(wYear), shortYear, until, syllable(wYear), lastShortYear, told}, meaning: between},
		{name: "date/spelled-year", pattern: pattern{yearWord(wYear, wBorn), spelledYear}, meaning: single},
		{name: "date/born", pattern: pattern{born}, meaning: single},
		{name: "date/years-between", pattern: pattern{opt(word(wFrom)), yearHead, year(0), until, opt(word(wYear)), year(1)}, meaning: between, kind: weak},
		{name: "date/pointed-school-year", pattern: pattern{value(wSchoolYear, setN), alt(pattern{pointer(wLast)}, pattern{pointer(wRecent)})}, meaning: schoolYear},
		{name: "date/season-years", pattern: pattern{word(wSchoolYear, wPeriod), seasonYears}, meaning: between},
		{name: "date/list-of-years", pattern: pattern{yearWord(wYear, wDecade, wBorn), items(textYears.low, textYears.high, 4, wYear), year(0)}, meaning: listOf},
		{name: "date/century", pattern: pattern{word(wCentury), century}, meaning: single},
		{name: "date/centuries-between", pattern: pattern{word(wCentury), century, until, centuryTo}, meaning: between},
		// hôm qua; sáng nay; cùng ngày, hôm sau; thứ Hai tuần trước; hôm thứ Ba
		{name: "date/pointed-day", pattern: pattern{pointedDay}, meaning: pointedDayMeaning, kind: daily},
		{name: "date/same-day", pattern: pattern{word(wSameDay, wThatDay)}, meaning: sameDay, kind: daily},
		{name: "date/same-day-in-figures", pattern: pattern{word(wSameDay, wThatDay), told, parens(dayWord, dayMonth(0))}, meaning: single, kind: daily},
		{name: "date/next-day", pattern: pattern{value(wNextDay, setN)}, meaning: sameDay, kind: daily},
		{name: "date/pointed-weekday", pattern: pattern{weekdayPointed}, meaning: weekdayOfWeek, kind: daily},
		{name: "date/list-of-weekdays", pattern: pattern{weekdayItems, weekdayPointed}, meaning: listOfWeekdays, kind: daily},
		{name: "date/weekdays-between", pattern: pattern{opt(word(wFrom)), value(wWeekday, setN), until, weekdayPointed}, meaning: weekdaysBetween},
		{name: "date/weekday-to-day", pattern: pattern{word(wFrom), alt(pattern{weekdayPointed}, pattern{value(wWeekday, setN)}), until, alt(pattern{dayWord, dayMonth(1)}, pattern{word(wDay), dayNumber(1)})}, meaning: weekdayToDay},
		{name: "date/weekday", pattern: pattern{value(wWeekday, setWeekday)}, meaning: bareWeekday, kind: daily},
		// tuần trước, cuối tuần này, năm ngoái, quý trước; cùng kỳ năm trước
		{name: "date/week", pattern: pattern{word(wWeek), pointer(wLast)}, meaning: week},
		{name: "date/weekend", pattern: pattern{word(wWeekend), pointer(wRecent)}, meaning: weekend},
		{name: "date/pointed-year", pattern: pattern{syllable(wYear), pointer(wLast)}, meaning: pointedYear},
		{name: "date/next-year", pattern: pattern{word(wNextYear)}, meaning: nextYear},
		{name: "date/pointed-quarter", pattern: pattern{word(wQuarter), pointer(wLast)}, meaning: pointedQuarter},
		{name: "date/pointed-century", pattern: pattern{word(wCentury), pointer(wLast)}, meaning: pointedCentury},
		{name: "date/same-month", pattern: pattern{word(wSameMonth)}, meaning: sameMonth},
		{name: "date/same-year", pattern: pattern{word(wSameYear)}, meaning: sameYear},
		{name: "date/stage-of-that-year", pattern: pattern{word(wStage), word(wThatYear)}, meaning: stageOfThatYear},
		{name: "date/same-period", pattern: pattern{word(wSamePeriod), alt(pattern{opt(word(wYear)), year(0)}, pattern{word(wYear), pointer(wLast)})}, meaning: samePeriod},
		{name: "date/stage", pattern: pattern{word(wStageHead), word(wStage), stageUnit}, meaning: stage},
		// cách đây 3 ngày, 2 năm trước; 2 tuần sau đó
		{name: "date/ago", pattern: pattern{word(wAgoHead), opt(word(wAbout), flag(setAbout)), amount}, meaning: ago},
		{name: "date/before-now", pattern: pattern{amount, value(wAgo, setN), ends}, meaning: ago},
		{name: "date/in-days", pattern: pattern{amount, word(wMore), ends}, meaning: ahead},
		{name: "date/later-by", pattern: pattern{laterHead, amount, ends}, meaning: laterBy},
		{name: "date/later", pattern: pattern{amount, value(wLater, setN), endsLater}, meaning: later},
		// mùng 3 Tết, rằm tháng Bảy, 30 Tết, 10/3 âm lịch, tháng Giêng, Tết Giáp Thìn
		{name: "date/lunar-day", pattern: pattern{word(wNewMoon), dayNumber(0), opt(monthOf), opt(parens(word(wTet)), flag(setTet)), opt(word(wLunar), flag(setLunar)), opt(lunarYear)}, meaning: lunarDate, kind: daily},
		{name: "date/lunar-days-between", pattern: pattern{opt(word(wFrom)), tetEnds, opt(lunarYear)}, meaning: tetBetween, kind: ofTet},
		{name: "date/lunar-days-to-full-moon", pattern: pattern{opt(word(wFrom)), word(wNewMoon), dayNumber(1), until, word(wFullMoon), flag(setFullMoon), monthOf, opt(word(wLunar)), opt(lunarYear)}, meaning: lunarToFullMoon},
		{name: "date/list-of-lunar-days", pattern: pattern{tetDays, opt(lunarYear)}, meaning: listOfLunarDays, kind: ofTet},
		{name: "date/lunar-day-pointed", pattern: pattern{alt(pattern{word(wDay, wHom), dayNumber(0), word(wLunar)}, pattern{opt(word(wHom)), word(wNewMoon), dayNumber(0), opt(word(wLunar))}, pattern{opt(word(wHom)), word(wFullMoon), flag(setFullMoon), opt(word(wLunar))}), pointer(wRecent)}, meaning: lunarPointed, kind: daily},
		{name: "date/full-moon", pattern: pattern{word(wFullMoon), flag(setFullMoon), monthOf, opt(word(wLunar)), opt(lunarYear)}, meaning: lunarDate, kind: daily},
		{name: "date/tet-day", pattern: pattern{dayWord, dayNumber(0), word(wTet), flag(setTetMonth), opt(lunarYear)}, meaning: lunarDate, kind: daily | ofTet},
		{name: "date/day-in-lunar", pattern: pattern{dayWord, dayMonth(0), alt(pattern{parens(word(wLunar)), flag(setLunar), opt(lunarYear)}, pattern{ofCycle})}, meaning: lunarDate, kind: daily},
		{name: "date/month-in-lunar", pattern: pattern{month(0, false), parens(word(wLunar)), flag(setLunar), opt(lunarYear)}, meaning: single},
		{name: "date/eve", pattern: pattern{word(wEve), opt(lunarYear)}, meaning: eve, kind: daily},
		{name: "date/eve-of-feast", pattern: pattern{word(wEve), value(wFeast, setN), opt(yearOf(0))}, meaning: eveOfFeast, kind: daily},
		{name: "date/animal-year", pattern: pattern{word(wTet, wYear), cycleYear}, meaning: animalYear},
		{name: "date/feast-in-figures", pattern: pattern{value(wFeast, setN), told, opt(mark(",")), parens(dayWord, dayMonth(0)), opt(word(wLunar), flag(setLunar))}, meaning: feastInFigures, kind: daily | founding},
		{name: "date/feast", pattern: pattern{value(wFeast, setN), opt(yearOf(0))}, meaning: feast},
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
func setFullMoon(d *draft)       { d.p[0] = partial{day: 15, unit: edtf.Day, lunar: true} }

// setTetMonth tells 30 Tết, the last day of the old year, from 2 Tết.
func setTetMonth(d *draft) {
	d.p[0].month, d.p[0].lunar, d.told = monthOfTet(d.p[0].day), true, true
}
