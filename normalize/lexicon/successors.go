package lexicon

import (
	"fmt"
	"strconv"
	"time"
)

// checkSuccessors refuses an agency's successor that nobody knows, and a day that is none.
func (l *Lexicon) checkSuccessors() []error {
	var faults []error
	for i := range l.Agencies {
		a := &l.Agencies[i]
		at := entryAt{l.sources[i], a.Name}
		if a.Into != "" && !l.isNamed(a.Country+a.Into) {
			faults = append(faults, fmt.Errorf("%s: into: no agency %q in %s: write the name of one, or add it", at, a.Into, a.Country))
		}
		if (a.Into == "") != (a.On == "") {
			faults = append(faults, fmt.Errorf("%s: into, on: write both, the successor and the day", at))
		}
		faults = append(faults, checkDay(at, a.On)...)
		for _, whose := range a.PartyOf {
			if !l.isNamed(a.Country + whose) {
				faults = append(faults, fmt.Errorf("%s: party_of: no agency %q in %s: write the name of one with its slot, or add it", at, whose, a.Country))
			}
		}
	}
	for i := range l.Places {
		p := &l.Places[i]
		faults = append(faults, checkDay(entryAt{"places.toml", p.Name}, p.On)...)
	}
	return faults
}

func checkDay(at entryAt, on string) []error {
	if on == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, on); err != nil {
		return []error{fmt.Errorf("%s: on: %q is no day: write it as 2025-07-01", at, on)}
	}
	return nil
}

// entryAt says where an entry stands, for people.
type entryAt struct{ file, name string }

func (e entryAt) String() string { return e.file + ": " + strconv.Quote(e.name) }
