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
	// Remove takes the words out of what that role has with that value: of an overlay.
	Remove bool `toml:"remove"`
}

// Feast is a named day: Date is MM-DD in the solar calendar, Lunar DD/MM in
// the Vietnamese one. An alone feast is a date even without "ngày" or "lễ"; one with a Year is
// the day of an event, and no other year's.
type Feast struct {
	Name  string   `toml:"name"`
	Words []string `toml:"words"`
	Date  string   `toml:"date"`
	Lunar string   `toml:"lunar"`
	Year  int      `toml:"year"`
	Alone bool     `toml:"alone"`
	// Remove takes out the feast of that name: of an overlay.
	Remove bool `toml:"remove"`
}

// DateRoles lists the roles that a word of the calendar may play.
var dateRoles = []string{
	"day", "hom", "month", "year", "year-head", "week", "weekend", "quarter", "decade", "century", "hour",
	"minute", "number", "month-name", "weekday", "part", "deixis", "relative-day", "same-day", "that-day",
	"next-day", "same-month", "same-year", "same-period", "this", "last", "recent", "next", "stage", "stage-head",
	"until", "from", "and", "about", "at", "of", "period", "school-year", "born", "half", "opening", "ago-head",
	"ago", "after-ago", "more", "left", "later", "season", "before-era", "new-moon", "full-moon", "tet",
	"eve", "lunar", "stem", "branch", "future", "past", "not-before", "not-after", "monthly", "measure",
	"count", "roughly", "recurring", "evidence", "named-head", "anniversary", "meridiem", "score", "that-year", "zero",
	"hundred", "thousand", "next-year", "document", "ordinal", "zone", "until-now", "second", "hour-count",
	"month-short", "programme", "leap", "falls-on", "due", "unborn", "short-of", "half-past", "whole", "compared", "open-hours", "edge-day",
}

// DateRoles gives the roles that a word of the calendar may play.
func DateRoles() []string { return slices.Clone(dateRoles) }

func readDates(l *Lexicon, file string, read *Dates) []error {
	var faults []error
	for i, w := range read.Words {
		if err := l.Dates.takeWord(w); err != nil {
			faults = append(faults, fmt.Errorf("%s: word[%d].%w", file, i, err))
		}
	}
	for i, feast := range read.Feasts {
		if err := l.Dates.takeFeast(feast); err != nil {
			faults = append(faults, fmt.Errorf("%s: feast[%d] %q: %w", file, i, feast.Name, err))
		}
	}
	return faults
}

// takeWord adds the words of a role, or removes them.
func (d *Dates) takeWord(w DateWord) error {
	if err := w.check(); err != nil {
		return err
	}
	if !w.Remove {
		d.Words = append(d.Words, w)
		return nil
	}
	gone := map[string]bool{}
	for i, old := range d.Words {
		if old.Role == w.Role && old.Value == w.Value {
			d.Words[i].Words = slices.DeleteFunc(slices.Clone(old.Words), func(s string) bool {
				out := slices.Contains(w.Words, s)
				gone[s] = gone[s] || out
				return out
			})
		}
	}
	for _, word := range w.Words {
		if !gone[word] {
			return fmt.Errorf("words: %q is no word of role %s with value %d: correct it, or leave it out", word, w.Role, w.Value)
		}
	}
	return nil
}

// takeFeast adds a feast, or removes it.
func (d *Dates) takeFeast(f Feast) error {
	if f.Remove {
		n := len(d.Feasts)
		d.Feasts = slices.DeleteFunc(d.Feasts, func(o Feast) bool { return o.Name == f.Name })
		if len(d.Feasts) == n {
			return fmt.Errorf("remove: there is no feast of this name: correct it, or leave the entry out")
		}
		return nil
	}
	if err := f.check(); err != nil {
		return err
	}
	d.put(f)
	return nil
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
		return fmt.Errorf("role: %q is not known: write one of %s", w.Role, strings.Join(dateRoles, ", "))
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
	var day, month int // 0 where there is no number
	if f.Date != "" {
		_, _ = fmt.Sscanf(f.Date, "%2d-%2d", &month, &day)
	} else {
		_, _ = fmt.Sscanf(f.Lunar, "%d/%d", &day, &month)
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
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
