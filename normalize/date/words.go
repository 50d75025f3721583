package date

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// role is the part a phrase plays in the grammar of dates.
type role uint8

// The roles: those of the lexicon in its order, then those the finder gives.
const (
	wDay role = iota
	wHom
	wMonth
	wYear
	wYearHead
	wWeek
	wWeekend
	wQuarter
	wDecade
	wCentury
	wHour
	wMinute
	wNumber
	wMonthName
	wWeekday
	wPart
	wDeixis
	wRelativeDay
	wSameDay
	wThatDay
	wNextDay
	wSameMonth
	wSameYear
	wSamePeriod
	wThis
	wLast
	wRecent
	wNext
	wStage
	wStageHead
	wUntil
	wFrom
	wAnd
	wAbout
	wAt
	wOf
	wPeriod
	wSchoolYear
	wBorn
	wHalf
	wOpening
	wAgoHead
	wAgo
	wAfterAgo
	wMore
	wLeft
	wLater
	wSeason
	wBeforeEra
	wNewMoon
	wFullMoon
	wTet
	wEve
	wLunar
	wStem
	wBranch
	wFuture
	wPast
	wNotBefore
	wNotAfter
	wMonthly
	wMeasure
	wCount
	wRoughly
	wRecurring
	wEvidence
	wNamedHead
	wAnniversary
	wMeridiem
	wScore
	wThatYear
	wZero
	wHundred
	wThousand
	wNextYear
	wDocument
	wOrdinal
	wZone
	wUntilNow
	wSecond
	wHourCount
	wMonthShort
	wProgramme
	wLeap
	wFallsOn
	wDue
	wUnborn
	wShortOf
	wHalfPast
	wWhole
	wCompared
	wOpenHours
	wEdgeDay
	wLexicon // the number of roles that the lexicon has
)

const (
	wFeast  = wLexicon + iota // a named day; the value is its index
	wFigure                   // a number in digits
	wShort                    // one of one or two
	wLong                     // one of four
	wSign                     // a slash, a hyphen or a full stop
	wUpper                    // a word in capitals: a Roman number perhaps
	wCode                     // capitals and figures in one token: T9, Q1, SN1984
	wRoles
)

// roles is a set of roles.
type roles = set[role]

func rolesOf(list ...role) (set roles) {
	for _, r := range list {
		set.add(r)
	}
	return set
}

// words are the phrases of the calendar: a kind of mark for each role.
type words struct {
	all     *reading.Words
	first   reading.Kind // that of role 0; the others follow in order
	phrases *reading.Table[roles]
	abroad  []bool // by the value of a country's mark: all but Việt Nam
	lengths *lengths
}

// lengths are the tokens of the longest phrase of each role.
type lengths [wRoles]int

// of gives the tokens of the longest phrase of some roles.
func (l *lengths) of(set roles) (longest int) {
	for r, n := range l {
		if set.has(role(r)) {
			longest = max(longest, n)
		}
	}
	return longest
}

func newWords(w *reading.Words) words {
	dates, countries := &w.Lexicon().Dates, w.Lexicon().Countries
	numbers := map[string]role{}
	out := words{all: w, abroad: make([]bool, len(countries)), lengths: new(lengths)}
	for i := range countries {
		out.abroad[i] = countries[i].Code != lexicon.Home
	}
	for i, name := range append(lexicon.DateRoles(), "feast") {
		numbers[name] = role(i)
		kind := w.Kind("date/" + name)
		if i == 0 {
			out.first = kind
		}
	}
	register := func(r role, phrase string, value int, key string) {
		w.Register(out.kind(r), phrase, value, reading.Entry{File: "dates.toml", Key: key})
		out.lengths[r] = max(out.lengths[r], len(w.Add(phrase)))
	}
	for _, word := range dates.Words {
		for _, phrase := range word.Words {
			register(numbers[word.Role], phrase, word.Value, phrase)
		}
	}
	for i, feast := range dates.Feasts {
		for _, phrase := range feast.Words {
			register(wFeast, phrase, i, feast.Name)
		}
	}
	out.phrases = reading.NewTable(w, func(marks []reading.Mark) (set roles) {
		for _, m := range marks {
			if m.Kind >= out.first && m.Kind <= out.kind(wFeast) {
				set.add(role(m.Kind - out.first))
			}
		}
		return set
	})
	return out
}

func (w words) kind(r role) reading.Kind { return w.first + reading.Kind(r) }
