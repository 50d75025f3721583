package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// line is one line of the input, white space folded; empty lines are counted by
// the next one.
type line struct {
	text   string
	at     int // bytes from the start of the input
	gap    int // empty lines before it
	indent bool
}

func split(text string) []line {
	if !strings.Contains(text, "\n") && strings.Contains(text, "\r") {
		text = strings.ReplaceAll(text, "\r", "\n") // as old Macs wrote
	}
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	gap := 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		raw := text[at : at+end]
		if t := tidy(raw); t == "" {
			gap++
		} else {
			lines = append(lines, line{t, at + leading(raw), gap, leading(raw) > 0})
			gap = 0
		}
		at += end + 1
	}
	return unquote(lines)
}

func leading(raw string) int { return len(raw) - len(strings.TrimLeft(raw, " \t\u00a0\ufeff")) }

// tidy folds white space and drops what has no width; it copies only if it must.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case widthless(r):
		case unicode.IsSpace(r) || unicode.IsControl(r):
			space = true
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isTidy tells, without reading code points, that s has single spaces only.
func isTidy(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == 0x7f, c == ' ' && strings.HasPrefix(s[i+1:], " "):
			return false
		case c < utf8.RuneSelf, !strings.ContainsRune(oddLeads, rune(c)):
		default:
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) || unicode.IsControl(r) || widthless(r) {
				return false
			}
		}
	}
	return true
}

// oddLeads are the first bytes, as code points, of the spaces and the characters
// without width above ASCII.
const oddLeads = "\u00c2\u00e1\u00e2\u00e3\u00ef"

// widthless tells characters that are not drawn.
func widthless(r rune) bool {
	switch r {
	case 0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD:
		return true
	}
	return false
}

// unquote takes the marks of an answered mail off, where most lines have them.
func unquote(lines []line) []line {
	quoted := 0
	for _, l := range lines {
		if l.text[0] == '>' {
			quoted++
		}
	}
	if quoted*2 <= len(lines) {
		return lines
	}
	out := lines[:0]
	gap := 0
	for _, l := range lines {
		t := strings.TrimLeft(l.text, "> ")
		if gap += l.gap; t == "" {
			gap++
			continue
		}
		out = append(out, line{t, l.at, gap, false})
		gap = 0
	}
	return out
}

// wrapped columns lie between these, in code points.
const (
	narrowest = 40
	widest    = 100
)

// unwrap joins the lines of paragraphs that were broken at a column. A line was
// broken there if the first word of the next would not have fitted; in text
// with one line a paragraph that holds by chance only.
func unwrap(lines []line) []line {
	width := column(lines)
	if width == 0 {
		return lines
	}
	out := lines[:1]
	for i := 1; i < len(lines); i++ {
		last := &out[len(out)-1]
		if continues(lines[i-1], lines[i], width) {
			last.text += " " + lines[i].text
		} else {
			out = append(out, lines[i])
		}
	}
	return out
}

// continues tells whether next goes on with the paragraph of prev.
func continues(prev, next line, width int) bool {
	switch {
	case next.gap > 0, next.indent && !prev.indent, bullet(next.text) > 0, prev.alone(), next.alone():
		return false
	}
	first, _, _ := strings.Cut(next.text, " ")
	return utf8.RuneCountInString(prev.text)+1+utf8.RuneCountInString(first) > width
}

// alone tells a line that no paragraph goes on with.
func (l line) alone() bool { return lines.IsRule(l.text) || lines.IsURL(l.text) }

// column finds the column at which text was broken, 0 if it was not: nearly all
// lines that have another below them reach it.
func column(lines []line) int {
	width, runs, long := 0, 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if n > widest && strings.Contains(l.text, " ") {
			if long++; long > 1+len(lines)/20 {
				return 0
			}
			continue
		}
		if strings.Contains(l.text, " ") {
			width = max(width, n)
		}
		if i > 0 && l.gap == 0 {
			runs++
		}
	}
	if width < narrowest || runs < 3 {
		return 0
	}
	broken, lower := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap == 0 && continues(lines[i-1], lines[i], width) {
			broken++
			if r, _ := utf8.DecodeRuneInString(lines[i].text); unicode.IsLower(r) {
				lower++
			}
		}
	}
	if broken*2 < runs || lower*3 < broken {
		return 0
	}
	return width
}
