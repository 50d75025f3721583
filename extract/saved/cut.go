package saved

import (
	"bytes"
	"regexp"
)

// cut is a piece of a page that an archive added: what stands between two marks,
// or the element with an attribute.
type cut struct{ from, to, element string }

// without takes the first such piece out of a text.
func (c cut) without(text []byte) []byte {
	start, end := c.find(text)
	if start < 0 || end < start {
		return text
	}
	out := make([]byte, 0, len(text)-(end-start))
	return append(append(out, text[:start]...), text[end:]...)
}

func (c cut) find(text []byte) (start, end int) {
	if c.element != "" {
		return element(text, c.element)
	}
	start = bytes.Index(text, []byte(c.from))
	if start < 0 {
		return -1, -1
	}
	end = bytes.Index(text[start:], []byte(c.to))
	if end < 0 {
		return -1, -1
	}
	return start, start + end + len(c.to)
}

var tag = regexp.MustCompile(`(?i)</?([a-z][a-z0-9]*)\b[^>]*>`)

// element finds the element whose start tag has an attribute, up to its end tag.
func element(text []byte, attribute string) (start, end int) {
	at := bytes.Index(text, []byte(attribute))
	if at < 0 {
		return -1, -1
	}
	start = bytes.LastIndexByte(text[:at], '<')
	if start < 0 {
		return -1, -1
	}
	first := tag.FindSubmatch(text[start:])
	if first == nil {
		return -1, -1
	}
	depth := 0
	for _, m := range tag.FindAllSubmatchIndex(text[start:], -1) {
		if !bytes.EqualFold(text[start+m[2]:start+m[3]], first[1]) {
			continue
		}
		if depth++; text[start+m[0]+1] == '/' {
			depth -= 2
		}
		if depth == 0 {
			return start, start + m[1]
		}
	}
	return -1, -1
}
