package meta

import (
	"bytes"
	"html"
)

// lax mends the slips of hand-made JSON: marks of a comment or of CDATA about
// it, comments inside, commas too many or left out, values left out, a semicolon at the end, control characters
// and quotation marks inside strings, single quotes for double ones, keys without quotes, entities,
// an assignment about it, an end that was cut off.
func lax(body []byte) []byte {
	for _, mark := range []string{"<!--", "-->", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//]]>", "/*]]>*/", "]]>"} {
		body = bytes.ReplaceAll(body, []byte(mark), []byte(" "))
	}
	if bytes.IndexByte(body, '"') < 0 { // written as HTML, or with the other quotes
		body = []byte(html.UnescapeString(string(body)))
	}
	l := laxer{src: bytes.TrimRight(unassigned(body), "; \r\n\t")}
	for l.at < len(l.src) {
		l.step()
	}
	for len(l.open) > 0 { // cut off before its end
		l.shut()
	}
	return l.out
}

// unassigned is what stands behind "window.x =".
func unassigned(body []byte) []byte {
	body = bytes.TrimSpace(body)
	name, value, _ := bytes.Cut(body, []byte("="))
	if bytes.ContainsAny(name, "{[\"") {
		return body
	}
	return bytes.TrimSpace(value)
}

type laxer struct {
	src, out []byte
	at       int
	open     []byte // the closing brackets that are due
}

// shut closes the last bracket that is open.
func (l *laxer) shut() {
	l.out = append(bytes.TrimRight(l.out, ", \t\r\n"), l.open[len(l.open)-1])
	l.open = l.open[:len(l.open)-1]
}

// step copies one token.
func (l *laxer) step() {
	switch c := l.src[l.at]; {
	case c == '"', c == '\'':
		if l.wrote('"') || l.wrote('}') || l.wrote(']') {
			l.out = append(l.out, ',')
		}
		l.quoted(c)
	case l.opens("//"):
		l.skipTo("\n")
	case l.opens("/*"):
		l.skipTo("*/")
	case letter(c) && l.keyDue():
		l.bareKey()
	case len(l.open) > 0 && c == l.open[len(l.open)-1]:
		if l.wrote(':') {
			l.out = append(l.out, "null"...)
		}
		l.shut()
		l.at++
	case c == ',' && l.wrote(','):
		l.at++
	case c == ',' && l.wrote(':'): // "dateModified":,
		l.out = append(l.out, "null"...)
	default:
		if i := bytes.IndexByte([]byte("[{"), c); i >= 0 {
			l.open = append(l.open, "]}"[i])
		}
		l.out = append(l.out, c)
		l.at++
	}
}

// wrote tells whether a mark is the last that was copied, white space aside.
func (l *laxer) wrote(mark byte) bool {
	out := bytes.TrimRight(l.out, " \t\r\n")
	return len(out) > 0 && out[len(out)-1] == mark
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// keyDue tells whether a key stands next: in an object, behind its bracket or a comma.
func (l *laxer) keyDue() bool {
	return len(l.open) > 0 && l.open[len(l.open)-1] == '}' && (l.wrote('{') || l.wrote(','))
}

// bareKey copies a key that is written without quotes, as scripts have it: headline: "X".
func (l *laxer) bareKey() {
	key := l.src[l.at : l.at+keyLength(l.src[l.at:])]
	l.out = append(append(append(l.out, '"'), key...), '"')
	l.at += len(key)
}

// keyLength is how many letters and figures a text begins with.
func keyLength(s []byte) (n int) {
	for n < len(s) && (letter(s[n]) || s[n] == '_' || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	return n
}

func (l *laxer) opens(mark string) bool { return bytes.HasPrefix(l.src[l.at:], []byte(mark)) }

func (l *laxer) skipTo(mark string) {
	if n := bytes.Index(l.src[l.at:], []byte(mark)); n >= 0 {
		l.at += n + len(mark)
		return
	}
	l.at = len(l.src)
}

// quoted copies a string that the mark opens: a control character inside it
// becomes a space, a quotation mark that does not end it is escaped.
func (l *laxer) quoted(mark byte) {
	l.out = append(l.out, '"')
	for l.at++; l.at < len(l.src); l.at++ {
		switch c := l.src[l.at]; {
		case c == '\\' && l.at+1 < len(l.src):
			l.at++
			if l.src[l.at] != '\'' {
				l.out = append(l.out, c)
			}
			l.out = append(l.out, l.src[l.at])
		case c == mark && l.ends():
			l.out = append(l.out, '"')
			l.at++
			return
		case c == '"':
			l.out = append(l.out, '\\', c)
		case c < ' ':
			l.out = append(l.out, ' ')
		default:
			l.out = append(l.out, c)
		}
	}
}

// ends tells whether a quotation mark ends its string: what may stand behind one
// follows; behind a comma that is no word but a key without quotes.
func (l *laxer) ends() bool {
	rest := bytes.TrimLeft(l.src[l.at+1:], " \t\r\n")
	if key, ok := bytes.CutPrefix(rest, []byte("\"")); ok { // the comma is left out
		return bytes.HasPrefix(key[keyLength(key):], []byte("\":")) || bytes.HasPrefix(key[keyLength(key):], []byte("\" :"))
	}
	if len(rest) == 0 || rest[0] != ',' {
		return len(rest) == 0 || bytes.IndexByte([]byte(":]}/"), rest[0]) >= 0
	}
	rest = bytes.TrimLeft(rest, ", \t\r\n")
	if n := keyLength(rest); n > 0 && rest[0] >= 'a' {
		return bytes.HasPrefix(bytes.TrimLeft(rest[n:], " \t"), []byte(":"))
	}
	return len(rest) == 0 || bytes.IndexByte([]byte("\"'{}[]/-0123456789"), rest[0]) >= 0
}
