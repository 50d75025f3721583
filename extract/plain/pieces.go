package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// cutPieces makes pieces of lines: it takes marks of Markdown off and cuts
// captions that were glued to what follows them.
func (d *document) cutPieces(all []line) []piece {
	pieces := make([]piece, 0, len(all)+4)
	for _, l := range all {
		p := piece{text: l.text, at: l.at, gap: l.gap}
		p.unmark()
		p.undrawn()
		p.uneditable(d.v.Words)
		p.cell()
		d.v.cutTools(&p)
		if p.role == caption && d.v.isHeading(p.text, lines.Fold(p.text)) {
			p.set(cut, "heading")
		}
		if p.text == "" || p.text == "|" {
			continue
		}
		if nothingBut(pieces) {
			if m, rest, ok := d.v.leadingMark(p.text); ok {
				pieces = append(pieces, piece{text: m, at: p.at, role: stamp, rule: "mark of a date", meta: true})
				p.at += len(p.text) - len(rest)
				p.text = rest
			}
		}
		if p.role != text {
			pieces = append(pieces, p)
			continue
		}
		pieces = d.v.unglue(d.v.unglueBare(pieces, &p), p)
	}
	return pieces
}

// nothingBut tells whether nothing of the text stands before: addresses and rules, as
// saving programs write them above it, are none.
func nothingBut(pieces []piece) bool {
	for i := range pieces {
		if p := &pieces[i]; !lines.IsURL(p.text) && !lines.IsRule(p.text) {
			return false
		}
	}
	return true
}

// unmark takes the marks of a heading, and bold or italic of a whole line, off.
func (p *piece) unmark() {
	if t, quoted := strings.CutPrefix(p.text, "> "); quoted && lines.UpperFirst(t) { // a block quotation
		p.at, p.text = p.at+len("> "), t
	}
	if marks, t, ok := strings.Cut(p.text, " "); ok && strings.Trim(marks, "#") == "" {
		p.heading = true
		p.text = strings.TrimSpace(strings.TrimRight(t, "# "))
	}
	for _, m := range [...]string{"***", "**", "__", "*", "_"} {
		t, ok := strings.CutPrefix(p.text, m)
		if !ok {
			continue
		}
		if t, ok = strings.CutSuffix(t, m); ok && t != "" && !strings.Contains(t, m) && t[0] != ' ' {
			p.text, p.strong = t, true
		}
		return
	}
}

// undrawn takes the pictographs off the head of a line: 📰 A headline.
func (p *piece) undrawn() {
	rest := strings.TrimLeftFunc(p.text, func(r rune) bool { return unicode.Is(pictographs, r) })
	if len(rest) == len(p.text) || !strings.HasPrefix(rest, " ") {
		return
	}
	p.at += len(p.text) - len(rest) + 1
	p.text = rest[1:]
}

// pictographs are small drawings, and what joins or colours them.
var pictographs = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x200D, Hi: 0x200D, Stride: 1}, {Lo: 0x2600, Hi: 0x27BF, Stride: 1}, {Lo: 0xFE0F, Hi: 0xFE0F, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x1F000, Hi: 0x1FAFF, Stride: 1}},
}

// uneditable takes the links off a sub-heading by which readers may change its part:
// Lịch sử[sửa | sửa mã nguồn].
func (p *piece) uneditable(w *lines.Words) {
	if head := lines.WithoutEdit(w, p.text); head != p.text {
		p.text, p.heading = head, true
	}
}

// cutTools takes the buttons of a picture off the head of the line that is
// printed under it.
func (v *vocabulary) cutTools(p *piece) {
	for _, tools := range v.tools {
		rest, ok := strings.CutPrefix(p.text, tools)
		if !ok {
			continue
		}
		if rest = strings.TrimSpace(rest); rest == "" {
			p.set(cut, "buttons of a picture")
			return
		}
		p.at += len(p.text) - len(rest)
		p.text = rest
		if captionSized(rest) {
			p.set(caption, "under the buttons of a picture")
		}
		return
	}
}

// leadingMark reads "date 2024-01" or a bare ISO date that the saving program
// put before the text.
func (v *vocabulary) leadingMark(s string) (mark, rest string, ok bool) {
	word, after, _ := strings.Cut(s, " ")
	if key := strings.TrimSuffix(word, ":"); v.keys[lines.Fold(key)] == "date" {
		word, after, _ = strings.Cut(after, " ")
	}
	bracketed := strings.HasPrefix(word, "(") || strings.HasPrefix(word, "[")
	word = strings.Trim(word, "[]()")
	if !isISODate(word) && !(bracketed && oneDay(word)) || after == "" {
		return "", s, false
	}
	return word, after, true
}

// isISODate tells yyyy-mm and yyyy-mm-dd, with a time perhaps.
func isISODate(s string) bool {
	day, _, _ := strings.Cut(s, "T")
	shape := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, day)
	switch shape {
	case "0000-00", "0000-00-00":
		return day[:2] == "19" || day[:2] == "20"
	}
	return false
}

// longestGlued is how many words a caption before its glued credit may have.
const longestGlued = 110

// longestCredit is how far a bracket with a credit may close, in bytes.
const longestCredit = 120

// unglue cuts captions with a credit in brackets out of a line that goes on
// after them: "Caption. (Ảnh: X) The body".
func (v *vocabulary) unglue(pieces []piece, p piece) []piece {
	from := 0
	for i := 0; i < len(p.text); {
		open := strings.IndexByte(p.text[i:], '(')
		if open < 0 {
			break
		}
		open += i
		end := strings.IndexByte(p.text[open:min(len(p.text), open+longestCredit)], ')')
		if end < 0 {
			i = open + 1
			continue
		}
		end += open + 1
		i = end
		rest := strings.TrimLeft(p.text[end:], " .")
		if !v.credits().isCredit(p.text[open+1:end-1]) || !goesOn(rest) {
			continue
		}
		begin := v.captionStart(p.text[from:open], from == 0) + from
		if begin > from {
			head := p
			head.text, head.at = strings.TrimSpace(p.text[from:begin]), p.at+from
			pieces = append(pieces, head)
		}
		pieces = append(pieces, piece{text: strings.TrimSpace(p.text[begin:end]), at: p.at + begin, gap: p.gap, role: caption, rule: "glued before its credit"})
		from = len(p.text) - len(rest)
	}
	p.text, p.at = p.text[from:], p.at+from
	return append(pieces, p)
}

// unglueBare cuts a caption that opens a line, its credit without brackets, out
// of what follows: "Caption. Ảnh: Mai Lan Tại hiện trường, …".
func (v *vocabulary) unglueBare(pieces []piece, p *piece) []piece {
	for from := 0; ; {
		colon := strings.IndexByte(p.text[from:], ':')
		if colon < 0 || from+colon > longestLine {
			return pieces
		}
		colon += from
		from = colon + 1
		mark := strings.LastIndexByte(p.text[:colon], ' ') + 1
		if !lines.Stopped(p.text[:mark]) || !v.photo.Is(lines.Fold(p.text[mark:colon])) {
			continue
		}
		end := v.nameEnd(p.text[colon+1:])
		if end < 0 || !gluedSized(p.text[:mark]) {
			continue
		}
		end += colon + 1
		pieces = append(pieces, piece{text: strings.TrimSpace(p.text[:end]), at: p.at, gap: p.gap, role: caption, rule: "glued before its credit"})
		rest := strings.TrimLeft(p.text[end:], " ")
		p.at += len(p.text) - len(rest)
		p.text = rest
		return pieces
	}
}

// longestLine is how far in a credit may stand that is glued, in bytes.
const longestLine = 600

// goesOn tells a text of some words that begins as a sentence does.
func goesOn(s string) bool {
	return lines.BeginsSentence(s) && lines.Count(s[:min(len(s), 80)]) >= 5
}

// gluedSized tells a text that is no longer than a caption before its glued credit.
func gluedSized(s string) bool {
	return lines.Count(s) <= longestGlued && lines.Sentences(s) <= 2
}

// nameEnd finds where a name ends before a sentence that nothing parts from it,
// -1 if no sentence follows.
func (v *vocabulary) nameEnd(s string) int {
	n := 0
	for at := 0; at < len(s) && n <= 4; at++ {
		if s[at] != ' ' {
			continue
		}
		rest := s[at+1:]
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) {
			return -1
		}
		if n > 0 && goesOn(rest) && v.captions().opens(rest) {
			return at
		}
		n++
	}
	return -1
}

// captionStart says where the caption begins that ends s: at its start if that
// is the line's and short, else at its last sentence.
func (v *vocabulary) captionStart(s string, first bool) int {
	s = strings.TrimRight(s, " ")
	if first && gluedSized(s) && !v.captions().opens(s) {
		return 0
	}
	if dot := strings.LastIndex(strings.TrimRight(s, " ."), ". "); dot >= 0 {
		return dot + 2
	}
	return 0
}
