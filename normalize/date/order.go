package date

import (
	"regexp"
	"strconv"
	"time"

	"github.com/boctin/boctin"
)

// ordered gives the stamps with month and day of a printed date turned about where another
// origin tells the day that it is then, and none the day as it stands; of a clock of
// American software (3:20:10 PM), the text may tell it too.
func (r stampReader) ordered(stamps []boctin.Stamp, body string) []boctin.Stamp {
	for i, s := range stamps {
		if s.From != boctin.FromPage || !turns(s.Text) {
			continue
		}
		own := day(r.value(s))
		if r.tells(stamps, own) {
			continue
		}
		turned := s
		turned.MonthFirst = !s.MonthFirst
		switch other := day(r.value(turned)); {
		case r.tells(stamps, other), halfClock.MatchString(s.Text) && newsOf(body, other) && !newsOf(body, own):
			stamps[i] = turned
		}
	}
	return stamps
}

// turns tells whether a text holds a date that is another day with month and day turned about.
func turns(text string) bool {
	for _, m := range monthDay.FindAllStringSubmatch(text, -1) {
		if a, b := digitsOf(m[1]), digitsOf(m[3]); a != b && a <= 12 && b <= 12 {
			return true
		}
	}
	return false
}

// halfClock finds the clock of American software.
var halfClock = regexp.MustCompile(`\d:\d\d(?::\d\d)? ?[AP]M\b`)

// tells tells whether metadata or address give a day.
func (r stampReader) tells(stamps []boctin.Stamp, of string) bool {
	for _, from := range []boctin.Origin{boctin.FromMetadata, boctin.FromURL} {
		for _, modified := range []bool{false, true} {
			for _, m := range r.read(stamps, from, modified) {
				if day(m.Value) == of {
					return true
				}
			}
		}
	}
	return false
}

// newsBytes is how far in a text its news is told, freshDays how old that is at most.
const (
	newsBytes = 600
	freshDays = 3
)

// bareDay finds a day without its year.
var bareDay = regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})\b`)

// newsOf tells whether the first lines of a text name that day, or one right before it.
func newsOf(body, of string) bool {
	published, err := time.Parse(time.DateOnly, of)
	if err != nil {
		return false
	}
	for _, m := range bareDay.FindAllStringSubmatch(body[:min(len(body), newsBytes)], -1) {
		d, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		told := time.Date(published.Year(), time.Month(month), d, 0, 0, 0, 0, time.UTC)
		if age := published.Sub(told); age >= 0 && age <= freshDays*24*time.Hour {
			return true
		}
	}
	return false
}
