package events

import (
	"cmp"
	"slices"
)

// sitting is who took part in an event, by number.
type sitting struct {
	occasion
	who []int64
}

// sat tells who took part in events.
func sat(events []occasion, all []seat) (at sittings) {
	number := make(map[int64]int, len(events))
	at = make(sittings, len(events))
	for i, o := range events {
		number[o.id], at[i].occasion = i, o
	}
	for _, s := range all {
		if i, ok := number[s.event]; ok {
			at[i].who = append(at[i].who, s.who)
		}
	}
	return at
}

// sittings come in the order of their days and kinds.
type sittings []sitting

// encounters are the events in which two took part.
type encounters struct {
	a, b        int64
	events      int
	first, last string
	counted     int // the number of the event that was counted last
}

// meet counts the ties of who took part: of one alone, where he is given.
func (all sittings) meet(one int64) (met []encounters) {
	at, number := map[[2]int64]int{}, 0
	for i := range all {
		s := &all[i]
		if i == 0 || s.day == "" || s.compare(all[i-1].occasion) != 0 {
			number++
		}
		s.pairs(one, func(two [2]int64) {
			i, known := at[two]
			if !known {
				i, met = len(met), append(met, encounters{a: two[0], b: two[1]})
				at[two] = i
			}
			met[i].count(number, s.day)
		})
	}
	return met
}

// pairs tells take of every two of a sitting: of one and each other, where he is given.
func (s *sitting) pairs(one int64, take func([2]int64)) {
	slices.Sort(s.who)
	s.who = slices.Compact(s.who)
	for i, a := range s.who {
		for _, b := range s.who[i+1:] {
			if one == 0 || a == one || b == one {
				take([2]int64{a, b})
			}
		}
	}
}

// count counts what is told of the event of a number, which begins on a day.
func (e *encounters) count(number int, day string) {
	if e.counted == number {
		return
	}
	e.counted = number
	e.events++
	if day != "" {
		e.first, e.last = cmp.Or(e.first, day), day
	}
}

// strongest keeps those who met most often, so many and those who met as often as the last.
func strongest(met []encounters, most int) []encounters {
	if len(met) <= most {
		return met
	}
	slices.SortFunc(met, func(x, y encounters) int { return y.events - x.events })
	least := met[most-1].events
	return slices.DeleteFunc(met, func(e encounters) bool { return e.events < least })
}
