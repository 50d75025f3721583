package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
)

// stamps lists the candidates for the time of publication: printed on the
// page, the likeliest first, then in the metadata, then in the URL.
func (r *reader) stamps(url string) []boctin.Stamp {
	all := r.printedStamps()
	for _, v := range r.meta.published {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata})
	}
	all = r.timeElements(all)
	for _, v := range r.meta.modified {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata, Modified: true})
	}
	if d := urlDate(url); d != "" {
		all = append(all, boctin.Stamp{Text: d, From: boctin.FromURL})
	}
	return r.signedStamp(all)
}

func appendStamp(all []boctin.Stamp, s boctin.Stamp) []boctin.Stamp {
	for _, old := range all {
		if old.Text == s.Text && old.From == s.From && old.Modified == s.Modified {
			return all
		}
	}
	return append(all, s)
}

// printedStamps gives at most three lines with a date, the best first.
func (r *reader) printedStamps() []boctin.Stamp {
	type scored struct {
		score float64
		block int
	}
	var best []scored
	for i := range r.blocks {
		if s := r.stampScore(i); s > 0 && !r.belied(i) {
			at := len(best)
			for at > 0 && best[at-1].score < s {
				at--
			}
			best = append(best, scored{})
			copy(best[at+1:], best[at:])
			best[at] = scored{s, i}
			best = best[:min(len(best), 3)]
		}
	}
	var all []boctin.Stamp
	for n, b := range best {
		r.blocks[b.block].role = roleDate
		if parts := r.labelled(b.block); len(parts) > 0 {
			for _, s := range parts {
				all = appendStamp(all, s)
			}
			continue
		}
		modified := r.changed(b.block)
		if modified {
			modified = false // unless a time of publication stands as near
			for _, other := range best[n+1:] {
				modified = modified || other.score >= b.score-12 && !r.changed(other.block)
			}
			modified = modified || n > 0
		}
		all = appendStamp(all, boctin.Stamp{Text: stampText(r.withClock(b.block)), From: boctin.FromPage, Modified: modified})
	}
	return all
}

// labelled parts a line that gives both the time of publication and that of a
// change, in either order: "Cập nhật 10:20, 06/10/2023 Đăng lúc 09:15, …". It
// gives nothing for any other line.
func (r *reader) labelled(i int) (parts []boctin.Stamp) {
	b := &r.blocks[i]
	if !r.x.phrases.modified.within(r.folded(i)) {
		return nil
	}
	line := r.line(i)
	start, modified, published := 0, false, 0
	cut := func(end int) {
		if part := line[start:end]; hasDate([]byte(part)) || hasMonthName(r.x.phrases.fold(part)) {
			parts = append(parts, boctin.Stamp{Text: strings.Trim(line[start:end], " |-–•·()[],;/"), From: boctin.FromPage, Modified: modified})
			if !modified {
				published++
			}
		}
		start = end
	}
	for at := 0; at < len(line) && b.words <= 26; at++ {
		if at > 0 && line[at-1] != ' ' && line[at-1] != '(' && line[at-1] != '|' {
			continue
		}
		f := r.x.phrases.fold(line[at:min(len(line), at+40)])
		n := r.x.phrases.modified.begins(f)
		change := n > 0
		if n = max(n, r.x.phrases.posted.begins(f)); n > 0 {
			cut(at)
			modified = change
			at += n // a label is longer than it is folded: this stays inside it
		}
	}
	cut(len(line))
	if published == 0 || published == len(parts) {
		return nil
	}
	return parts
}

// licence tells a line of the paper's own licence or address: its date is that
// of a permit.
func (r *reader) licence(i int) bool {
	b := &r.blocks[i]
	return bytes.Contains(r.text[b.t0:b.t1], []byte("/GP")) || i >= r.b1 && r.imprint(i)
}

// belied tells a date below the text or far above the headline that the
// metadata contradicts: it is that of something else.
func (r *reader) belied(i int) bool {
	b := &r.blocks[i]
	if i < r.b1 && (r.title < 0 || i >= r.title-6) || r.inPart(partDate, b) {
		return false
	}
	y, m, d, ok := findDate(r.text[b.t0:b.t1])
	if !ok {
		return false
	}
	known := false
	for _, v := range r.meta.published {
		if y2, m2, d2, ok := findDate([]byte(v)); ok {
			known = true
			if y == y2 && m == m2 && d-d2 <= 1 && d2-d <= 1 { // UTC may be a day off
				return false
			}
		}
	}
	return known
}

// changed tells whether a line with a date says that it is that of a change.
func (r *reader) changed(i int) bool {
	if r.x.phrases.modified.begins(r.folded(i)) > 0 {
		return true
	}
	return r.above(r.blocks[i].elem, -1, func(e *elem) bool { return e.hint&hintModified != 0 && e.b1-e.b0 <= 3 })
}

// withClock is a line with a date, joined by the time that stands alone beside
// it.
func (r *reader) withClock(i int) string {
	line := r.line(i)
	if hasClock(r.text[r.blocks[i].t0:r.blocks[i].t1]) {
		return line
	}
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(r.blocks) || r.blocks[j].words > 2 {
			continue
		}
		if text := r.text[r.blocks[j].t0:r.blocks[j].t1]; hasClock(text) && !hasDate(text) {
			return r.line(min(i, j)) + " " + r.line(max(i, j))
		}
	}
	return line
}

// stampScore judges a block as the line of publication: its date, its name,
// its distance from the headline.
func (r *reader) stampScore(i int) float64 {
	b := &r.blocks[i]
	if b.words > 26 || b.words == 0 || b.cut == "" && b.words > r.stampWords(b) && i >= r.b0 && i < r.b1 || b.role == roleCaption || b.role == roleTitle {
		return 0
	}
	line := r.text[b.t0:b.t1]
	given := r.inPart(partDate, b)
	if !hasDigit(line) || !(hasDate(line) || hasWordDate(r, i)) || !given && (r.licence(i) || i == r.head.signed && i > 0 || r.dayOf(i) != dayOpen) {
		return 0
	}
	if !given && i > r.b0+2 && i < r.b1 && b.words > 7 && r.sentence(i) {
		return 0 // of the text
	}
	if !given && i >= r.b1 && (r.headlineLink(i-1) || r.headlineLink(i+1)) {
		return 0 // of another article
	}
	score := 10.0
	if given {
		score += 100
	}
	h := r.whole(i)
	for e, up := b.elem, 0; e > 0 && up < 3; e, up = r.elems[e].parent, up+1 {
		if x := &r.elems[e]; x.b1-x.b0 <= 4 {
			h |= x.hint
			if x.tag == atom.Time {
				h |= hintDate
			}
		}
	}
	if h&hintDate != 0 {
		score += 12
	}
	if r.changed(i) {
		score -= 3
	}
	if r.x.phrases.today.begins(r.folded(i)) > 0 {
		score -= 20
	}
	if hasClock(line) {
		score += 6
	}
	anchor := r.title
	if anchor < 0 {
		anchor = r.b0
	}
	switch d := i - anchor; {
	case d >= 0 && d <= 8:
		score += 16 - float64(d)
	case d < 0 && !given && r.menuBetween(i, anchor):
		return 0 // the clock in the head of the site
	case d < 0 && d >= -6:
		score += 12 + float64(d)
	case i >= r.b1 && i < r.b1+4:
		score += 4
	case i > r.b1 || d < -6:
		score -= 8
	default:
		score -= 4
	}
	if b.linkShare() > 0.5 && b.words > 5 || h&hintComment != 0 || b.cut == "teaser" || b.cut == "row of teasers" || b.cut == "links" {
		score -= 12
	}
	if r.above(b.elem, -1, func(e *elem) bool {
		return e.hidden || e.tag == atom.Footer || e.tag == atom.Aside || e.hint&hintComment != 0
	}) {
		score -= 15
	}
	return score
}

// stampWords is how many words a line of publication may have that stands in the
// body: with bars it may say more.
func (r *reader) stampWords(b *block) int {
	return 14 + 4*bytes.Count(r.text[b.t0:b.t1], []byte("|"))
}

// headlineLink tells whether a block is the headline of another article.
func (r *reader) headlineLink(i int) bool {
	return i >= 0 && i < len(r.blocks) && r.blocks[i].words >= 4 && r.blocks[i].linkShare() > 0.8
}

// menuBetween tells whether a menu stands between a block and the headline
// below it that is drawn: three links or more.
func (r *reader) menuBetween(i, title int) bool {
	links := 0
	for j := i + 1; j < title; j++ {
		b := &r.blocks[j]
		if b.linkShare() <= 0.9 || r.elems[b.elem].hidden {
			continue
		}
		for e := b.e0; e < b.e1; e++ {
			if r.elems[e].tag == atom.A {
				links++
			}
		}
	}
	return links >= 3
}

func (r *reader) inPart(p part, b *block) bool {
	for _, e := range r.found.parts[p] {
		if x := &r.elems[e]; x.t0 <= b.t0 && x.t1 >= b.t1 || x.t0 >= b.t0 && x.t1 <= b.t1 && x.t1 > x.t0 {
			return true
		}
	}
	return false
}

// stampText keeps a line of publication short: at most 120 bytes.
func stampText(s string) string {
	if len(s) <= 120 {
		return s
	}
	i := strings.IndexAny(s, "0123456789")
	from := max(0, i-40)
	for from > 0 && s[from-1] != ' ' {
		from--
	}
	to := min(len(s), from+120)
	for to < len(s) && s[to] != ' ' {
		to++
	}
	return s[from:to]
}

func hasDigit(s []byte) bool {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}

// hasDate finds dd/mm/yyyy, dd-mm-yy, dd.mm.yyyy or yyyy-mm-dd.
func hasDate(s []byte) bool {
	_, _, _, ok := findDate(s)
	return ok
}

// findDate reads the first such date.
func findDate(s []byte) (year, month, day int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) || i > 0 && digit(s[i-1]) {
			continue
		}
		a, p := number(s, i)
		if p >= len(s) || s[p] != '/' && s[p] != '-' && s[p] != '.' {
			continue
		}
		b, q := number(s, p+1)
		if q >= len(s) || q == p+1 || s[q] != s[p] {
			continue
		}
		c, e := number(s, q+1)
		switch n := e - q - 1; {
		case n == 4 && c > 1990 && c < 2100 && a > 0 && a < 32 && b > 0 && b < 32:
			return c, b, a, true
		case n == 2 && a < 32 && a > 0 && b > 0 && b < 13:
			return 2000 + c, b, a, true
		case a > 1990 && a < 2100 && b > 0 && b < 13 && n <= 2 && n > 0:
			return a, b, c, true
		}
	}
	return 0, 0, 0, false
}

// hasWordDate finds "ngày 5 tháng 3" and "tháng 3, 2026".
func hasWordDate(r *reader, i int) bool {
	f := r.folded(i)
	if r.blocks[i].words <= 9 && hasMonthName(f) {
		return true
	}
	at := strings.Index(f, "thang ")
	if at < 0 || at+6 >= len(f) || !strings.Contains(f, "20") {
		return false
	}
	return digit(f[at+6]) || r.blocks[i].words <= 9 && at > 0 && digit(f[at-2]) && strings.Contains(" mot gieng hai ba bon tu nam sau bay tam chin muoi chap ", " "+firstWord(f[at+6:])+" ")
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// hasMonthName finds "october 5 2023" and "05 oct 2023" in folded words.
func hasMonthName(f string) bool {
	words := strings.Fields(f)
	for i, w := range words {
		if !isMonth(w) {
			continue
		}
		if i+1 < len(words) && isYear(words[i+1]) && i > 0 && digit(words[i-1][0]) || i+2 < len(words) && digit(words[i+1][0]) && isYear(words[i+2]) {
			return true
		}
	}
	return false
}

// isMonth knows an English month, in small letters, in full or by three.
func isMonth(w string) bool {
	return len(w) >= 3 && strings.Contains(" jan feb mar apr may jun jul aug sep oct nov dec ", " "+w[:3]+" ") && (len(w) == 3 || strings.Contains(" january february march april june july august september october november december sept ", " "+w+" "))
}

func isYear(w string) bool { return len(w) == 4 && (w[:2] == "20" || w[:2] == "19") }

func hasClock(s []byte) bool {
	for i := 1; i+2 < len(s); i++ {
		if (s[i] == ':' || s[i] == 'h') && digit(s[i-1]) && digit(s[i+1]) && digit(s[i+2]) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// number reads at most five figures.
func number(s []byte, i int) (v, end int) {
	for end = i; end < len(s) && digit(s[end]) && end < i+5; end++ {
		v = v*10 + int(s[end]-'0')
	}
	return v, end
}

// timeElements adds <time datetime> and itemprop datePublished near the
// headline.
func (r *reader) timeElements(all []boctin.Stamp) []boctin.Stamp {
	n := 0
	for i := range r.elems {
		e := &r.elems[i]
		v := attr(e.node, "datetime")
		if e.tag != atom.Time || v == "" || n >= 2 || r.dead[i] {
			continue
		}
		if e.b0 < r.title-8 || e.b0 > r.b0+2 && e.b0 < r.b1 || e.b0 > r.b1+3 {
			continue
		}
		n++
		all = appendStamp(all, boctin.Stamp{Text: squeeze(v), From: boctin.FromMetadata, Modified: strings.EqualFold(attr(e.node, "itemprop"), "dateModified")})
	}
	return all
}

// urlDate finds a date that a URL carries: 20260307080054340 or /2012/12/20/.
func urlDate(url string) string {
	for i := 0; i < len(url); i++ {
		if !digit(url[i]) || i > 0 && digit(url[i-1]) {
			continue
		}
		end := i
		for end < len(url) && digit(url[end]) {
			end++
		}
		if run := url[i:end]; len(run) >= 14 && plausible(run) {
			return run[:14]
		}
		if end-i == 4 && end+6 <= len(url) && url[end] == '/' && url[end+3] == '/' && plausible(url[i:end]+url[end+1:end+3]+url[end+4:end+6]) {
			return url[i : end+6]
		}
	}
	return ""
}

// plausible tells whether figures begin with a date of 1997 to 2099.
func plausible(s string) bool {
	if len(s) < 8 || s[:2] != "20" && s[:3] != "199" {
		return false
	}
	for _, c := range []byte(s[:8]) {
		if !digit(c) {
			return false
		}
	}
	return s[4:6] >= "01" && s[4:6] <= "12" && s[6:8] >= "01" && s[6:8] <= "31"
}
