package phrase

import "github.com/boctin/boctin/normalize/reading"

// shout reads a name in a line of capitals, where nothing marks its end: a surname
// and what may be given names.
func (r names) shout(i int) (Name, bool) {
	if !r.surname(i) {
		return Name{}, false
	}
	n := Name{From: i, To: i + 1, Caps: true}
	for n.Words() < longestShout && r.Looks(n.To, reading.Following|reading.GivenName) {
		n.To++
	}
	if n.Words() == longestShout && !r.Is(n.From+1, reading.MiddleName) {
		n.To--
	}
	return n, n.Words() > 1
}

// familyFirst tells whether the name of a Korean begins at token i with his surname in capitals:
// LEE Wan-kyu.
func (r names) familyFirst(i int) bool {
	switch {
	case !r.is(i, dashed), !r.Looks(i, reading.AllLarge, reading.Spaced|reading.FirstLarge), r.Is(i+1, reading.AllLarge):
		return false
	}
	return r.Looks(i+2, reading.Hyphen|reading.Joined, reading.Joined) || r.Foreign(i+1)
}

// familyLast tells whether the surname of a foreigner stands in capitals behind the names that
// he was given: Mike JOHNSON.
func (r names) familyLast(n Name) bool {
	const shortest = 4 // letters: shorter ones are abbreviations
	switch _, body := r.Body(n.To); {
	case body, len(r.Word(n.To)) < shortest, !r.Foreign(n.To), !n.Foreign:
		return false
	}
	return !r.Capital(n.To + 1)
}
