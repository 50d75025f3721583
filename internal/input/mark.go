package input

import (
	"bufio"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// unmarked reads a list as programs on Windows write one: a byte order mark is passed
// over, and UTF-16 that has one is read as UTF-8. Passed is how many bytes that took.
func unmarked(r *bufio.Reader) (text *bufio.Reader, passed int64) {
	head, _ := r.Peek(3)
	switch {
	case string(head) == "\xef\xbb\xbf":
		r.Discard(len(head))
		return r, int64(len(head))
	case len(head) > 1 && (string(head[:2]) == "\xff\xfe" || string(head[:2]) == "\xfe\xff"):
		wide := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return bufio.NewReaderSize(transform.NewReader(r, wide), 1<<16), 0
	}
	return r, 0
}
