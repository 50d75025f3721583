package phrase

import "github.com/boctin/boctin/normalize/reading"

// shout reads a name in a line of capitals, where nothing marks its end: a surname
// and what may be given names. In small letters the capitals themselves may mark it.
func (r names) shout(i int, m manner) (Name, bool) {
	if !r.surname(i) {
		return Name{}, false
	}
	if n, ok := inBlock(r, i); ok && m != listed {
		return n, true
	}
	n := Name{From: i, To: i + 1, Caps: true}
	for n.Words() < longestShout && r.Looks(n.To, reading.Following|reading.GivenName|reading.Large) {
		n.To++
	}
	if n.Words() == longestShout && !r.Is(n.From+1, reading.MiddleName) {
		n.To--
	}
	return n, n.Words() > 1
}

// inBlock reads a name of three words in capitals or more, a single letter among them, behind a word in small letters: Ông
// | GIÀNG A TỦA, ….
func inBlock(r names, i int) (n Name, ok bool) {
	const least = 3
	switch {
	case !r.Looks(i, reading.AllLarge|reading.Following), r.Is(i-1, reading.AllLarge):
		return n, false
	}
	n = Name{From: i, To: i + 1, Caps: true}
	for n.Words() <= longestName && r.Looks(n.To, reading.Following|reading.Large) {
		if !r.Is(n.To, reading.AllLarge) && !r.single(n.To) {
			break
		}
		n.To++
	}
	switch {
	case n.Words() < least, n.Words() > longestName:
		return n, false
	}
	return n, r.Is(n.To-1, reading.AllLarge)
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
