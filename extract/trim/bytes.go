package trim

// What a byte is in markup.
const (
	space  byte = 1 << iota // white space that an editor indents with
	blank                   // white space and control characters
	closes                  // ends a name: blank, / and >
	equals
	slash
	letter
)

// is says of each byte what it is.
var is = func() (t [256]byte) {
	for c := range ' ' + 1 {
		t[c] = blank | closes
	}
	for _, c := range " \t\r\n" {
		t[c] |= space
	}
	t['>'], t['/'], t['='] = closes, closes|slash, equals
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = letter, letter
	}
	return t
}()

// at is the byte at i, NUL behind the end: it is blank.
func at(s []byte, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// skip gives the first place from i on with a byte of none of the kinds.
func skip(s []byte, i int, kinds byte) int {
	for i < len(s) && is[s[i]]&kinds != 0 {
		i++
	}
	return i
}

// find gives the first place from i on with a byte of one of the kinds.
func find(s []byte, i int, kinds byte) int {
	for i < len(s) && is[s[i]]&kinds == 0 {
		i++
	}
	return i
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// small appends a text in small letters to out.
func small(out, s []byte) []byte {
	for _, c := range s {
		out = append(out, lower(c))
	}
	return out
}
