package charset

import (
	"bytes"
	"iter"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Repair mends text that was read in the wrong encoding before it came here,
// as "C«ng an" or "CÃ´ng an" for "Công an". It gives the text as it is and an
// empty label where there is nothing to mend. Readers of HTML call it on the
// text of a page whose letters were written as entities.
func Repair(text []byte) (fixed []byte, label string) {
	if plainlyVietnamese(text) {
		return text, ""
	}
	s := scan(text)
	if s.broken > 0 || s.cut || !s.suspicious() {
		return text, ""
	}
	if out, label := repair(text); label != "" {
		return out, label
	}
	return text, ""
}

// plainlyVietnamese tells a text that is not suspicious by the bytes that begin its letters, counted
// in a fraction of the time of a scan: U+1EA0 to U+1EF9 begin with E1, letters of Latin-1 with C3, the
// signs of misread text with C2 and E2.
func plainlyVietnamese(text []byte) bool {
	lead := func(b byte) int { return bytes.Count(text, []byte{b}) }
	s := stats{viet: lead(0xE1), latin: lead(0xC3), symbols: lead(0xC2) + lead(0xE2)}
	return !s.suspicious()
}

// misread lists what text may have been before it was read as windows-1252.
var misread = append([]*legacy{{UTF8, decodeTwice}}, legacies...)

// decodeTwice reads bytes as UTF-8 where they are, else as windows-1252.
func decodeTwice(dst, src []byte) []byte {
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		if n == 1 {
			r = charmap.Windows1252.DecodeByte(src[0])
		}
		dst = utf8.AppendRune(dst, r)
		src = src[n:]
	}
	return dst
}

// repair looks for the reading in which clearly more words are Vietnamese than
// in the text as it stands, and gives the text in that reading.
func repair(text []byte) ([]byte, string) {
	bytesOf := narrow(text)
	words := sample(bytesOf)
	now := judge(decode1252(words))
	var best *legacy
	var score tally
	for _, l := range misread {
		t := judge(l.decode(nil, words))
		if t.convincing() && t.ratio() > max(now.ratio()+0.3, score.ratio()) {
			best, score = l, t
		}
	}
	if best == nil {
		return nil, ""
	}
	return rewrite(text, best), best.label + "-in-utf-8"
}

func decode1252(b []byte) []byte {
	text, _ := charmap.Windows1252.NewDecoder().Bytes(b)
	return text
}

// narrow gives the bytes that text was before it was read as windows-1252,
// leaving out the segments that cannot have been.
func narrow(text []byte) []byte {
	var out []byte
	for seg := range segments(text) {
		if b, ok := encode1252(seg); ok {
			out = append(append(out, b...), '\n')
		}
	}
	return out
}

// rewrite decodes each segment that can have been misread and keeps the others.
func rewrite(text []byte, l *legacy) []byte {
	out := make([]byte, 0, len(text)+len(text)/4)
	for seg := range segments(text) {
		if b, ok := encode1252(seg); ok {
			if l.label == UTF8 {
				b = closed(b)
			}
			out = l.decode(out, b)
		} else {
			out = append(out, seg...)
		}
	}
	return norm.NFC.Bytes(out)
}

// segments yields text in pieces that were written in one go: lines, and in
// HTML what stands between tags. Together the pieces are the text.
func segments(text []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(text) > 0 {
			end := bytes.IndexAny(text[1:], "\n<>") + 1
			if end == 0 {
				end = len(text)
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}

// encode1252 gives the windows-1252 bytes of text, C1 controls standing for
// themselves; false if it has other letters, or nothing but ASCII.
func encode1252(text []byte) ([]byte, bool) {
	out := make([]byte, 0, len(text))
	high := false
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		b, ok := charmap.Windows1252.EncodeRune(r)
		if r < 0xA0 {
			b, ok = byte(r), true
		}
		if !ok {
			return nil, false
		}
		high = true
		out = append(out, b)
	}
	return out, high
}
