// Package charset turns the bytes of a saved page into UTF-8 in normal form C.
// It knows the encodings that Vietnamese pages were written in, tells wrong
// labels by the text itself, and leaves proper UTF-8 untouched.
package charset

import (
	"bytes"
	"errors"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/unicode/norm"
)

// ErrBinary says that the bytes are no text in any encoding.
var ErrBinary = errors.New("binary data, not text: give a saved page (HTML or plain text)")

// ErrTorn says that a text is full of NULs.
var ErrTorn = errors.New("more than one byte in 50 is NUL, as a crash or a full disk leaves a file: save the page again")

// Labels that Decode gives beside those of the WHATWG encoding standard.
const (
	UTF8   = "utf-8"
	TCVN3  = "tcvn3" // TCVN 5712 as ABC fonts have it
	VNI    = "vni"
	VISCII = "viscii"
	VPS    = "vps"

	windows1252 = "windows-1252"
	windows1258 = "windows-1258"
)

// Decode gives the text of body as UTF-8 in NFC without byte order mark and
// NULs, and the label of the encoding it was read in. contentType is the HTTP
// header, or empty. The order of trust is header, byte order mark, meta, but
// each label has to be borne out by the bytes: valid UTF-8 is UTF-8, and a
// Vietnamese encoding is one in which the words are Vietnamese syllables.
// Text that was decoded wrongly before it was saved as UTF-8 is repaired and
// labelled with a suffix, as "vni-in-utf-8". Valid UTF-8 in NFC is returned
// without a copy, so text may alias body. The errors are ErrBinary and ErrTorn.
func Decode(body []byte, contentType string) (text []byte, label string, err error) {
	body, mark := cutMark(body)
	if wide := wideLabel(body, mark); wide != "" {
		text, label = decodeWide(body, wide), wide
	} else if isBinary(body) {
		return nil, "", ErrBinary
	} else if s := scan(body); s.nuls > len(body)/50 {
		return nil, "", ErrTorn
	} else if s.utf8() {
		text, label = fromUTF8(body, &s)
	} else {
		text, label = fromBytes(body, contentType, &s)
	}
	return text, label, nil
}

// Undecoded gives a page as it stands, without byte order mark, where it may be UTF-8 that needs no
// decoding: of such a page it is enough to put what is read of it through Clean.
func Undecoded(body []byte) (text []byte, ok bool) {
	text, mark := cutMark(body)
	ok = (mark == "" || mark == UTF8) && bytes.IndexByte(text, 0) < 0 && !isBinary(text)
	return text, ok
}

// Clean gives a part of what Undecoded gave in normal form C. It is false where the part is no clean
// UTF-8, or may hold text that was misread before: the page has to go through Decode. So has one in
// which the stroke of ≮ and ≯ could take a tag its end.
func Clean(part []byte) (text []byte, ok bool) {
	if sound(part) {
		return part, true
	}
	s := scan(part)
	if s.broken > 0 || s.cut || s.suspicious() || len(s.doubts) > 0 && bytes.Contains(part, []byte("\u0338")) {
		return part, false
	}
	return composed(part, s.doubts), true
}

// cutMark takes the byte order mark off and says what it stands for.
func cutMark(body []byte) ([]byte, string) {
	for _, m := range [...]struct{ mark, label string }{
		{"\xef\xbb\xbf", UTF8}, {"\xff\xfe", utf16le}, {"\xfe\xff", utf16be},
	} {
		if rest, ok := bytes.CutPrefix(body, []byte(m.mark)); ok {
			return rest, m.label
		}
	}
	return body, ""
}

// fromUTF8 finishes bytes that are UTF-8, at worst with a few broken sequences.
func fromUTF8(body []byte, s *stats) ([]byte, string) {
	text := body
	if s.broken > 0 || s.cut || s.nuls > 0 {
		text = norm.NFC.Bytes(mend(body))
	} else if len(s.doubts) > 0 {
		text = composed(body, s.doubts)
	}
	if s.suspicious() {
		if fixed, label := repair(text); label != "" {
			return fixed, label
		}
	}
	return text, UTF8
}

// fromBytes decodes bytes that are not UTF-8: first by what the words say, then
// by the label, at last as windows-1252, which decodes anything.
func fromBytes(body []byte, contentType string, s *stats) ([]byte, string) {
	declared := declaredLabel(body, contentType)
	if l := guess(body, declared); l != nil {
		return finish(l.decode(nil, body)), l.label
	}
	if s.multi > s.broken || s.torn() && (declared == UTF8 || declared == "") {
		return norm.NFC.Bytes(mend(body)), UTF8
	}
	if declared != UTF8 {
		if enc, err := htmlindex.Get(declared); err == nil {
			if text, err := enc.NewDecoder().Bytes(body); err == nil {
				return finish(text), declared
			}
		}
	}
	text, _ := charmap.Windows1252.NewDecoder().Bytes(body)
	return finish(text), windows1252
}

// finish puts decoded text into the form that Decode promises.
func finish(text []byte) []byte {
	return norm.NFC.Bytes(bytes.ReplaceAll(text, []byte{0}, nil))
}

// control is 1 for the bytes that text has next to none of.
var control = func() (t [256]int) {
	for c := range 0x20 {
		t[c] = 1
	}
	t[0x7f] = 1
	for _, c := range "\t\n\r\f\x1b" {
		t[c] = 0
	}
	return t
}()

// isBinary tells text from other data by its control characters: text has next
// to none, unless they are capitals of VISCII or VPS. It looks at the first 4 KB.
func isBinary(text []byte) bool {
	if bytes.HasPrefix(text, []byte("%PDF-")) {
		return true
	}
	head := text[:min(len(text), 4096)]
	controls := 0
	for _, c := range head {
		controls += control[c]
	}
	return controls > 1 && controls > len(head)/50 && (bytes.IndexByte(head, 0) >= 0 || guess(head, "") == nil)
}
