package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Dates holds the words of the calendar: the grammar that joins them is Go.
type Dates struct {
	Words  []DateWord `toml:"word"`
	Feasts []Feast    `toml:"feast"`
}

// DateWord gives the phrases that play one role in the grammar of dates.
// Value is the role's figure: a number, a month, an offset in days.
type DateWord struct {
	Role  string   `toml:"role"`
	Value int      `toml:"value"`
	Words []string `toml:"words"`
}

// Feast is a named day: Date is MM-DD in the solar calendar, Lunar DD/MM in
// the Vietnamese one. An alone feast is a date even without "ngày" or "lễ".
type Feast struct {
	Name  string   `toml:"name"`
	Words []string `toml:"words"`
	Date  string   `toml:"date"`
	Lunar string   `toml:"lunar"`
	Alone bool     `toml:"alone"`
}

// DateRoles lists the roles that a word of the calendar may play.
var dateRoles = []string{
	"day", "hom", "month", "year", "year-head", "week", "weekend", "quarter", "decade", "century", "hour",
	"minute", "number", "month-name", "weekday", "part", "deixis", "relative-day", "same-day", "that-day",
	"next-day", "same-month", "same-year", "same-period", "this", "last", "recent", "next", "stage", "stage-head",
	"until", "from", "and", "about", "at", "of", "period", "school-year", "born", "half", "opening", "ago-head",
	"ago", "after-ago", "more", "left", "later", "season", "before-era", "new-moon", "full-moon", "tet",
	"eve", "lunar", "stem", "branch", "future", "past", "not-before", "not-after", "monthly", "measure",
	"count", "roughly", "recurring", "evidence", "named-head", "anniversary",
}

// DateRoles gives the roles that a word of the calendar may play.
func DateRoles() []string { return slices.Clone(dateRoles) }

func readDates(l *Lexicon, file, data string) []error {
	var read Dates
	if faults := decode(file, data, &read); len(faults) > 0 {
		return faults
	}
	var faults []error
	for i, w := range read.Words {
		if err := w.check(); err != nil {
			faults = append(faults, fmt.Errorf("%s: word %d: %w", file, i+1, err))
		}
	}
	for _, feast := range read.Feasts {
		if err := feast.check(); err != nil {
			faults = append(faults, fmt.Errorf("%s: feast %q: %w", file, feast.Name, err))
		}
	}
	l.Dates.Words = append(l.Dates.Words, read.Words...)
	for _, feast := range read.Feasts {
		l.Dates.put(feast)
	}
	return faults
}

// put adds a feast, or replaces the one of the same name.
func (d *Dates) put(feast Feast) {
	same := func(f Feast) bool { return f.Name == feast.Name }
	if i := slices.IndexFunc(d.Feasts, same); i >= 0 {
		d.Feasts[i] = feast
		return
	}
	d.Feasts = append(d.Feasts, feast)
}

func (w DateWord) check() error {
	if !slices.Contains(dateRoles, w.Role) {
		return fmt.Errorf("role %q is not known: write one of %s", w.Role, strings.Join(dateRoles, ", "))
	}
	return filled("words", w.Words)
}

func (f Feast) check() error {
	if f.Name == "" {
		return fmt.Errorf("name is missing: write the feast's name")
	}
	if (f.Date == "") == (f.Lunar == "") {
		return fmt.Errorf("write either date (MM-DD) or lunar (DD/MM)")
	}
	var day, month, n int
	if f.Date != "" {
		n, _ = fmt.Sscanf(f.Date, "%2d-%2d", &month, &day)
	} else {
		n, _ = fmt.Sscanf(f.Lunar, "%d/%d", &day, &month)
	}
	if n != 2 || month < 1 || month > 12 || day < 1 || day > 31 {
		return fmt.Errorf("%q is no day of the year: write date as MM-DD, lunar as DD/MM", f.Date+f.Lunar)
	}
	return filled("words", f.Words)
}

func filled(key string, words []string) error {
	if len(words) == 0 || slices.Contains(words, "") {
		return fmt.Errorf("%s: is empty or holds an empty phrase: write at least one word", key)
	}
	return nil
}
