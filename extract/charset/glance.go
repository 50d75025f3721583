package charset

import (
	"bytes"

	"github.com/boctin/boctin/internal/automaton"
)

// sound tells at a glance what scan would tell of nearly all pages: UTF-8 in normal form C that was
// not misread before.
func sound(b []byte) bool {
	if !automaton.Accepts(automaton.Composed, b) {
		return false
	}
	few := stats{viet: bytes.Count(b, []byte{0xE1}), latin: bytes.Count(b, []byte{0xC3}), symbols: bytes.Count(b, []byte{0xC2})}
	return !few.suspicious() // there are as many Vietnamese letters, or more, and as many signs or fewer
}
