package charset

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"
)

const (
	utf16le = "utf-16le"
	utf16be = "utf-16be"
)

// Wide gives the label of UTF-16 if head, the first bytes of a document, is
// that, and else an empty string.
func Wide(head []byte) string {
	rest, mark := cutMark(head)
	return wideLabel(rest, mark)
}

// wideLabel tells UTF-16 by its mark or by where its zero bytes lie. A label
// alone does not make it: pages that say utf-16 are mostly UTF-8.
func wideLabel(body []byte, mark string) string {
	if mark == utf16le || mark == utf16be {
		return mark
	}
	if mark == UTF8 || bytes.IndexByte(body[:min(len(body), 64)], 0) < 0 {
		return ""
	}
	head := body[:min(len(body), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch even, odd := zeros[0], zeros[1]; {
	case odd > len(head)/8 && even <= odd/16:
		return utf16le
	case even > len(head)/8 && odd <= even/16:
		return utf16be
	}
	return ""
}

func decodeWide(body []byte, label string) []byte {
	order := unicode.LittleEndian
	if label == utf16be {
		order = unicode.BigEndian
	}
	text, _ := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(body[:len(body)&^1])
	return finish(text)
}
