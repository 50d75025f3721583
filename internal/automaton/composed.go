package automaton

// Composed knows text that is UTF-8 in normal form C at a glance: ASCII, U+0080 to U+02FF, the
// Vietnamese letters of U+1E80 to U+1EFF and U+2010 to U+203F, where no character combines or has
// another normal form.
var Composed = New(composedStates, composed)

// States of Composed: between characters, before the last byte of one, behind the first byte of
// U+1000 to U+1FFF, of U+2000 to U+2FFF, behind that and 0x80, and behind what is not told at a glance.
const (
	whole = iota
	last
	oneThousand
	twoThousand
	punctuation
	other
	composedStates
)

// composedSteps say which bytes lead from a state to another.
var composedSteps = [...]struct {
	from        int
	first, last byte
	to          int
}{
	{whole, 0x00, 0x7F, whole},
	{whole, 0xC2, 0xCB, last},
	{whole, 0xE1, 0xE1, oneThousand},
	{whole, 0xE2, 0xE2, twoThousand},
	{last, 0x80, 0xBF, whole},
	{oneThousand, 0xBA, 0xBB, last},
	{twoThousand, 0x80, 0x80, punctuation},
	{punctuation, 0x90, 0xBF, whole},
}

func composed(state int, c byte) int {
	for _, s := range composedSteps {
		if s.from == state && s.first <= c && c <= s.last {
			return s.to
		}
	}
	return other
}
