package meta

import "bytes"

// lax mends the slips of hand-made JSON: marks of a comment or of CDATA about
// it, comments inside, commas before a closing bracket, a semicolon at the end,
// control characters inside strings.
func lax(body []byte) []byte {
	for _, mark := range []string{"<!--", "-->", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//]]>", "/*]]>*/", "]]>"} {
		body = bytes.ReplaceAll(body, []byte(mark), []byte(" "))
	}
	l := laxer{src: bytes.TrimRight(bytes.TrimSpace(body), "; \r\n\t")}
	for l.at < len(l.src) {
		l.step()
	}
	return l.out
}

type laxer struct {
	src, out []byte
	at       int
}

// step copies one token.
func (l *laxer) step() {
	switch c := l.src[l.at]; {
	case c == '"':
		l.quoted()
	case l.opens("//"):
		l.skipTo("\n")
	case l.opens("/*"):
		l.skipTo("*/")
	case c == ']' || c == '}':
		l.out = append(bytes.TrimRight(l.out, ", \t\r\n"), c)
		l.at++
	default:
		l.out = append(l.out, c)
		l.at++
	}
}

func (l *laxer) opens(mark string) bool { return bytes.HasPrefix(l.src[l.at:], []byte(mark)) }

func (l *laxer) skipTo(mark string) {
	if n := bytes.Index(l.src[l.at:], []byte(mark)); n >= 0 {
		l.at += n + len(mark)
		return
	}
	l.at = len(l.src)
}

// quoted copies a string; a control character inside it becomes a space.
func (l *laxer) quoted() {
	l.out = append(l.out, '"')
	for l.at++; l.at < len(l.src); l.at++ {
		switch c := l.src[l.at]; {
		case c == '\\' && l.at+1 < len(l.src):
			l.out = append(l.out, c, l.src[l.at+1])
			l.at++
		case c == '"':
			l.out = append(l.out, c)
			l.at++
			return
		case c < ' ':
			l.out = append(l.out, ' ')
		default:
			l.out = append(l.out, c)
		}
	}
}
