package lines

import "encoding/binary"

// HasDigit tells whether a line has a figure.
func HasDigit(s []byte) bool { return figure(s, 0) < len(s) }

// figure gives the place of the first figure from i on, len(s) if there is none.
func figure(s []byte, i int) int {
	for i+8 <= len(s) && !anyFigure(binary.LittleEndian.Uint64(s[i:])) {
		i += 8
	}
	for i < len(s) && !isDigit(s[i]) {
		i++
	}
	return i
}

// anyFigure tells whether one of eight bytes is a figure, which differs from 0 by less than ten.
func anyFigure(eight uint64) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	x := eight ^ '0'*each
	return (x-10*each)&^x&high != 0
}
