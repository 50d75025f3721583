package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// findBylines marks, among the last blocks of the body and those about it, the
// reporters' names and the line that names a source.
func (r *reader) findBylines(first, b0, b1 int) (authors []string, credit string) {
	if r.head.motto == 0 { // who signs a document is no reporter
		authors, credit = r.closing(b0, b1)
	}
	if credit == "" {
		credit = r.creditBelow(b1)
	}
	if parts := r.profileNames(); len(parts) > 0 {
		return parts, credit
	}
	if len(authors) == 0 {
		authors = r.named(first, b1)
	}
	if len(authors) == 0 {
		authors = r.besideDate(first, b0)
	}
	if len(authors) == 0 {
		authors = r.metaAuthors()
	}
	return authors, credit
}

// creditBelow looks for the source in the lines right below the body.
func (r *reader) creditBelow(b1 int) string {
	for i := b1; i < min(len(r.blocks), b1+5); i++ {
		b := &r.blocks[i]
		if b.linkShare() > 0.5 || b.words > 10 || b.words == 0 || r.dead[b.elem] {
			continue
		}
		if s := r.sourceLine(i); s != "" {
			b.role = roleSource
			return s
		}
	}
	return ""
}

// closing reads the end of the body upwards: at most six lines, as long as
// they are bylines, sources, or were set aside.
func (r *reader) closing(b0, b1 int) (authors []string, credit string) {
	seen := 0
	for i := b1 - 1; i >= b0 && seen < 6; i-- {
		b := &r.blocks[i]
		if b.cut != "" || b.role == roleCaption {
			continue
		}
		seen++
		if src := r.sourceLine(i); src != "" {
			b.role, b.cut = roleSource, "source line"
			credit = src
			continue
		}
		names, src := r.bylineBlock(i)
		if len(names) == 0 {
			if b.words > 12 {
				break
			}
			continue
		}
		b.role, b.cut = roleByline, "byline"
		authors = append(names, authors...)
		if src != "" {
			credit = src
		}
	}
	return authors, credit
}

// sourceLine reads "Theo TTXVN" or "Nguồn: …".
func (r *reader) sourceLine(i int) string {
	b := &r.blocks[i]
	if b.words > 12 || b.words == 0 {
		return ""
	}
	line := strings.Trim(r.line(i), " .*")
	if strings.HasPrefix(line, "(") || strings.HasPrefix(line, "[") {
		line = strings.Trim(line, "()[] .")
	}
	if r.whole(i)&hintSource != 0 && b.words < 9 && !strings.ContainsAny(line, "?!") {
		return r.x.afterSource(line)
	}
	if s := r.x.afterSource(line); s != line && b.words <= 9 && !strings.HasSuffix(line, ",") {
		if c, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(c) || strings.Contains(s, ".") {
			return s
		}
	}
	return ""
}

// afterSource cuts "Theo" and "Nguồn:" off a line; it gives the line back
// where neither stands.
func (x *Extractor) afterSource(line string) string {
	words := strings.Fields(line)
	for n := min(3, len(words)-1); n > 0; n-- {
		if x.phrases.source.is(accented(strings.Join(words[:n], " "))) {
			return strings.TrimLeft(strings.Join(words[n:], " "), " :–-(")
		}
	}
	return line
}

// bylineBlock reads a line of names at the end of a body.
func (r *reader) bylineBlock(i int) (names []string, credit string) {
	b := &r.blocks[i]
	if b.words > 14 || r.heading(i) > 0 && r.whole(i)&hintAuthor == 0 {
		return nil, ""
	}
	line := r.line(i)
	names, credit, marked := r.x.names(line)
	if len(names) == 0 {
		return nil, ""
	}
	named := r.whole(i)&hintAuthor != 0
	set := marked || named || r.right(i) || b.allBold() || b.allItalic() || strings.HasSuffix(line, ")") || strings.ToUpper(line) == line
	if !set && !r.lastText(i) || strings.HasSuffix(line, ":") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, "!") {
		return nil, ""
	}
	if !named && !marked && strings.HasSuffix(line, ".") && b.words > 3 {
		return nil, ""
	}
	return names, credit
}

// lastText tells whether no text of the body follows a block.
func (r *reader) lastText(i int) bool {
	for j := i + 1; j < r.b1; j++ {
		if r.blocks[j].cut == "" {
			return false
		}
	}
	return true
}

func (r *reader) right(i int) bool {
	for e, up := r.blocks[i].elem, 0; e > 0 && up < 2; e, up = r.elems[e].parent, up+1 {
		n := r.elems[e].node
		style := attr(n, "style")
		if strings.EqualFold(attr(n, "align"), "right") || strings.Contains(style, "right") && strings.Contains(style, "text-align") || strings.Contains(attr(n, "class"), "right") {
			return true
		}
	}
	return false
}

// names reads the names in a byline. marked says that a word such as "Tác giả"
// or "(tổng hợp)" showed it to be one.
func (x *Extractor) names(line string) (names []string, credit string, marked bool) {
	line = x.cutPhoto(strings.Trim(line, " *–-|.,;•"))
	line, credit, marked = x.unbracket(line)
	if head, rest, ok := strings.Cut(line, ":"); ok {
		if f := accented(head); x.phrases.byline.begins(f) != len(f) || f == "" {
			return nil, "", false
		}
		line, marked = rest, true
	} else if n := x.phrases.byline.begins(accented(line)); n > 0 {
		rest := strings.Join(strings.Fields(line)[strings.Count(accented(line)[:n], " ")+1:], " ")
		if rest != "" && !x.phrases.team.is(accented(line)) {
			line, marked = rest, true
		}
	}
	line, credit2 := x.cutTheo(line)
	if credit2 != "" {
		credit, marked = credit2, true
	}
	for _, part := range splitNames(line) {
		part = strings.Trim(part, " .,;-–|/*")
		f := accented(part)
		switch {
		case part == "" || x.phrases.given.is(f):
		case x.phrases.team.is(f) || x.isName(part):
			names = append(names, part)
		case x.phrases.outlet.is(f) || part == strings.ToUpper(part) && !strings.Contains(part, " "):
			credit = part
		case len(names) > 0 && x.phrases.outlet.begins(f) > 0:
			credit = part
		case len(names) > 0 && x.phrases.notName.begins(f) > 0 && !strings.HasSuffix(part, "."):
			// the office that the writer serves in: "Lê Thu, Công an huyện …"
		default:
			return nil, "", false
		}
	}
	return names, credit, marked
}

// unbracket takes the brackets off the end of a byline: (tổng hợp), (theo X).
func (x *Extractor) unbracket(line string) (rest, credit string, marked bool) {
	if !strings.HasSuffix(line, ")") {
		return line, "", false
	}
	open := strings.LastIndexByte(line, '(')
	if open <= 0 {
		return strings.Trim(line, "()"), "", false
	}
	inside := line[open+1 : len(line)-1]
	if s := x.afterSource(inside); s != inside {
		credit = s
	} else if !x.phrases.given.is(accented(inside)) && x.phrases.given.begins(accented(inside)) == 0 {
		credit = inside
	}
	return strings.TrimSpace(line[:open]), credit, true
}

// cutPhoto takes the photographer off a byline: "Tuấn Minh - Ảnh: Việt Linh".
func (x *Extractor) cutPhoto(line string) string {
	for _, start := range sentenceStarts(line) {
		if start > 0 && x.creditOf(line[start:]) != "" && !x.phrases.byline.is(accented(line[:start])) && x.phrases.byline.begins(accented(line)) == 0 {
			return strings.TrimRight(line[:start], " -–|,;./")
		}
	}
	return line
}

// cutTheo parts "Lan Anh (theo X)" written without brackets: "Lan Anh Theo X".
func (x *Extractor) cutTheo(line string) (rest, credit string) {
	for _, mark := range []string{" theo ", " Theo ", "/Theo ", " - Nguồn: "} {
		if a, b, ok := strings.Cut(line, mark); ok && a != "" {
			return a, strings.TrimSpace(b)
		}
	}
	return line, ""
}

func splitNames(line string) []string {
	line = strings.NewReplacer(" - ", "|", " – ", "|", ",", "|", ";", "|", "/", "|", "&", "|", " và ", "|", " VÀ ", "|", "+", "|", " Và ", "|", " -", "|", "- ", "|").Replace(line)
	return strings.Split(line, "|")
}

// isName tells whether words look like a name or pen name: one to five, each
// with a capital, no figures.
func (x *Extractor) isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || len(s) < 2 || x.phrases.notName.begins(accented(s)) > 0 {
		return false
	}
	for _, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) || strings.ContainsAny(w, "0123456789@:?!\"“”%…") || strings.HasSuffix(w, ",") {
			return false
		}
	}
	return true
}

// named reads names from elements named as the author's, near the headline
// and about the body.
func (r *reader) named(first, b1 int) (authors []string) {
	end := min(len(r.blocks), b1+12)
	for i := max(0, first-4); i < end; i++ {
		b := &r.blocks[i]
		if b.words > 14 || b.role == roleTitle || b.role == roleLead || b.role == roleCaption || b.cut == "" && i >= r.b0 && i < b1 {
			continue
		}
		if !r.authorBlock(i, first) {
			continue
		}
		names, _, _ := r.x.names(untilDate(r.line(i)))
		for _, n := range names {
			authors = appendNew(authors, n)
		}
		if len(names) > 0 {
			b.role = roleByline
		}
	}
	return authors
}

// authorBlock tells whether names or place show a block as a byline.
func (r *reader) authorBlock(i, first int) bool {
	b := &r.blocks[i]
	if r.above(b.elem, -1, func(e *elem) bool { return e.tag == atom.Footer || e.tag == atom.Nav || e.hint&hintComment != 0 }) {
		return false
	}
	h := r.whole(i)
	for e, up := b.elem, 0; e > 0 && up < 4; e, up = r.elems[e].parent, up+1 {
		if x := &r.elems[e]; x.b1-x.b0 <= 4 {
			h |= x.hint
		}
	}
	if h&hintAuthor != 0 {
		return true
	}
	return h&hintDate != 0 && i >= first && i < r.b0+2 && b.linked == 0
}

// profileNames reads the elements that a profile points at as the author's.
func (r *reader) profileNames() (authors []string) {
	for _, e := range r.found.parts[partAuthor] {
		for i := r.elems[e].b0; i < r.elems[e].b1 && i < len(r.blocks); i++ {
			names, _, _ := r.x.names(untilDate(r.line(i)))
			for _, n := range names {
				authors = appendNew(authors, n)
			}
			if len(names) > 0 {
				r.blocks[i].role, r.blocks[i].cut = roleByline, "profile: author"
			}
		}
		if len(authors) > 0 && r.elems[e].b1-r.elems[e].b0 > 1 {
			break
		}
	}
	return authors
}

// metaAuthors takes names from the metadata, unless they are the site's own.
func (r *reader) metaAuthors() (authors []string) {
	host := strings.ReplaceAll(r.address(""), "-", "")
	for _, line := range r.meta.authors {
		if plain := strings.ReplaceAll(r.x.phrases.fold(line), " ", ""); plain == "" || strings.Contains(host, plain) || plain == strings.ReplaceAll(r.x.phrases.fold(r.meta.site), " ", "") {
			continue
		}
		if strings.ContainsAny(line, "@/0123456789") || strings.Contains(line, ".") && !strings.Contains(line, ". ") || r.siteName(line) || r.x.phrases.outlet.within(accented(line)) {
			continue
		}
		names, _, _ := r.x.names(line)
		for _, n := range names {
			authors = appendNew(authors, n)
		}
	}
	return authors
}

// untilDate cuts a line before its first figure, as in "Bình Minh - 08:12".
func untilDate(line string) string {
	if i := strings.IndexAny(line, "0123456789"); i > 0 {
		line = withoutMonth(line[:i], line)
		for _, day := range []string{"Đăng lúc", "Đăng ngày", "Ngày đăng", "Xuất bản", "Thứ", "Chủ nhật", "Chủ Nhật", "thứ", "ngày", "Ngày", "lúc", "Cập nhật"} {
			if at := strings.Index(line, day); at >= 0 {
				line = line[:at]
			}
		}
	}
	return line
}

// withoutMonth cuts an English month and weekday off the end of head, as in
// "By Mai Lan, Thursday, October 5, 2023".
func withoutMonth(head, line string) string {
	cut := strings.TrimRight(head, " ,.")
	at := strings.LastIndexByte(cut, ' ') + 1
	if !isMonth(strings.ToLower(cut[at:])) || !hasMonthName(accented(cut[at:]+line[len(cut):])) {
		return head
	}
	cut = strings.TrimRight(cut[:at], " ,.")
	if at = strings.LastIndexByte(cut, ' ') + 1; strings.HasSuffix(cut, "day") {
		cut = cut[:at]
	}
	return cut
}

// besideDate reads "Tác giả: X" in a line of publication below the headline.
func (r *reader) besideDate(first, b0 int) []string {
	for i := first; i < min(len(r.blocks), b0+2); i++ {
		b := &r.blocks[i]
		if text := r.text[b.t0:b.t1]; b.words > 26 || !hasDate(text) {
			continue
		}
		for part := range strings.FieldsFuncSeq(r.line(i), func(c rune) bool { return c == '|' || c == '•' || c == '·' || c == ';' }) {
			if names, _, marked := r.x.names(part); marked && strings.Contains(part, ":") {
				return names
			}
		}
	}
	return nil
}

func appendNew(list []string, s string) []string {
	for _, old := range list {
		if strings.EqualFold(old, s) {
			return list
		}
	}
	return append(list, s)
}
