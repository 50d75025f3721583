package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// findTitle chooses the block that prints the headline. The page's own word
// for it (og:title, JSON-LD, <title>) and the mark-up are asked together: the
// first h1 may be the section's name, and og:title may be worded for search.
func (r *reader) findTitle() {
	r.title = -1
	titles := r.foldedTitles()
	best := 0.0
	for i := range r.blocks {
		if s := r.titleScore(i, titles); s > best+0.01 {
			best, r.title = s, i
		}
	}
	if parts := r.found.parts[partTitle]; len(parts) > 0 {
		if e := &r.elems[parts[0]]; e.b1 > e.b0 {
			r.title, best = e.b0, 100
		}
	}
	if best < 45 {
		r.title = -1
	}
}

// reconsider looks for another headline right before the body where the one
// that was found is the name of the site, as on portals that have one title
// for all pages, or where none was found. It tells whether there is one.
func (r *reader) reconsider() bool {
	if r.title >= 0 && (!r.siteTitle(r.line(r.title)) || r.hasPart(partTitle, r.blocks[r.title].elem)) {
		return false
	}
	text := r.b0
	for text < r.b1 && (r.plainWeight(text) < 12 || r.dead[r.blocks[text].elem]) {
		text++
	}
	from := text - 14
	if text == r.b1 { // a table or a list, or hardly any text
		from = min(from, r.b0-8)
	}
	best, at := 1, -1
	for i := max(0, from, r.title+1); i < text; i++ {
		if s := r.headlike(i); s > best {
			best, at = s, i
		}
	}
	if at < 0 {
		return false
	}
	r.title = at
	return true
}

// headlike judges a block before the body as a headline by its looks alone.
func (r *reader) headlike(i int) int {
	b := &r.blocks[i]
	if r.dead[b.elem] || b.words < 4 || b.words > 45 || b.linkShare() > 0.5 || hasDate(r.text[b.t0:b.t1]) || b.words <= 9 && hasMonthName(r.folded(i)) || r.siteTitle(r.line(i)) {
		return 0
	}
	score := 0
	names := r.whole(i)
	if names&hintTitle != 0 {
		score += 3
	}
	if h := r.heading(i); h > 0 {
		score += 5 - h
	}
	if b.allBold() {
		score += 2
	}
	switch {
	case !r.sentence(i):
		score += 2
	case b.words > 14:
		score -= 3
	}
	if names&(hintLead|hintDate|hintSection) != 0 {
		score -= 3
	}
	return score
}

// printedTitle is the headline as a string: of a heading that breaks over
// several lines, all of them.
func (r *reader) printedTitle() string {
	if r.title < 0 {
		return r.metaTitle()
	}
	text := r.line(r.title)
	b := &r.blocks[r.title]
	if e := &r.elems[b.elem]; level(e.tag) == 1 || r.hasPart(partTitle, b.elem) {
		for i := r.title + 1; i < e.b1 && r.blocks[i].elem == b.elem && r.blocks[i].br; i++ {
			text += " " + r.line(i)
			r.blocks[i].role = roleTitle
		}
	}
	r.blocks[r.title].role = roleTitle
	return text
}

func (r *reader) hasPart(p part, e int) bool {
	_, ok := slices.BinarySearch(r.found.parts[p], e)
	return ok
}

func (r *reader) foldedTitles() []string {
	var all []string
	for _, t := range r.meta.titles {
		all = append(all, r.x.phrases.fold(t))
	}
	return all
}

// titleScore judges a block as the headline; 45 is enough.
func (r *reader) titleScore(i int, titles []string) float64 {
	b := &r.blocks[i]
	e := &r.elems[b.elem]
	h := level(e.tag)
	names := e.hint
	if b.e0 < b.e1 {
		names |= r.whole(i)
	}
	if b.words > 60 || b.words < 2 && h != 1 || h == 0 && names&hintTitle == 0 && (b.words < 4 || b.linked > 0 || !r.likeTitle(i, titles)) || e.hidden {
		return 0
	}
	score := 0.0
	switch {
	case h == 1:
		score = 40
	case h == 2:
		score = 22
	case h > 2:
		score = 12
	}
	if names&hintTitle != 0 {
		score += 12
	}
	score += 60 * r.agreement(i, titles)
	if b.linkShare() > 0.8 {
		score -= 30
	}
	if r.above(b.elem, -1, func(e *elem) bool { return e.tag == atom.Aside || e.tag == atom.Nav || e.tag == atom.Footer }) {
		score -= 40
	}
	if e.hint&hintSection != 0 {
		score -= 15
	}
	return score
}

// likeTitle is a cheap test for blocks without any mark of a headline.
func (r *reader) likeTitle(i int, titles []string) bool {
	b := &r.blocks[i]
	if len(titles) == 0 || b.t1-b.t0 < 12 {
		return false
	}
	f := r.folded(i)
	for _, t := range titles {
		if strings.HasPrefix(t, f) {
			return true
		}
	}
	return false
}

// agreement is how well a block agrees with what the page calls its title: 1
// where it is the same or the same before the name of the site, else the share
// of words in common.
func (r *reader) agreement(i int, titles []string) float64 {
	f := r.folded(i)
	best := 0.0
	for _, t := range titles {
		if f != "" && (f == t || strings.HasPrefix(t, f+" ") && len(f)*3 > len(t)) {
			return 1
		}
		if r.blocks[i].linkShare() <= 0.8 {
			best = max(best, common(f, t))
		}
	}
	return best
}

// common is the share of words that two folded lines have in common, against
// the longer.
func common(a, b string) float64 {
	na, nb := strings.Count(a, " ")+1, strings.Count(b, " ")+1
	if a == "" || b == "" || na > 3*nb || nb > 3*na {
		return 0
	}
	var used uint64 // words of b, the first 64, that are taken
	n := 0
	for a != "" {
		var w string
		w, a, _ = strings.Cut(a, " ")
		if i := wordAt(b, w, used); i >= 0 {
			used |= 1 << i
			n++
		}
	}
	return float64(n) / float64(max(na, nb))
}

// wordAt finds a word that is not used yet.
func wordAt(line, word string, used uint64) int {
	if !strings.Contains(line, word) { // most words, and much faster
		return -1
	}
	for i := 0; line != "" && i < 64; i++ {
		var w string
		w, line, _ = strings.Cut(line, " ")
		if w == word && used&(1<<i) == 0 {
			return i
		}
	}
	return -1
}

// metaTitle is the page's own word for its headline without the site's name.
func (r *reader) metaTitle() string {
	if len(r.meta.titles) == 0 || r.siteTitle(r.meta.titles[0]) {
		return ""
	}
	title := r.meta.titles[0]
	for _, sep := range []string{" | ", " :: ", " » ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		if tail := title[i+len(sep):]; sep == " | " || r.siteName(tail) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// siteTitle tells whether a headline is nothing but the name of the site, as
// portals print it: "Báo Công an Nhân dân" is one, "Báo cáo kết quả", "Thanh tra
// Chính phủ kết luận" and "Vietnam, Laos hold talks" are not, though a paper's
// name begins so.
func (r *reader) siteTitle(s string) bool {
	if !r.siteName(s) {
		return false
	}
	f := accented(s)
	n := r.x.phrases.outlet.begins(f)
	if n == len(f) || r.x.phrases.portal.begins(r.x.phrases.fold(s)) > 0 || f == accented(r.meta.site) || strings.Contains(s, ".vn") || strings.Contains(s, ".com") {
		return true
	}
	if n == 0 {
		return false // "Giấy phép lái xe", which begins as an imprint does
	}
	words := strings.Fields(s)
	capitals := 0
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			capitals++
		}
	}
	next, _ := utf8.DecodeRuneInString(words[min(strings.Count(f[:n], " ")+1, len(words)-1)])
	return unicode.IsUpper(next) && 2*capitals >= len(words) && (s != strings.ToUpper(s) || len(words) <= 5)
}

// siteName tells whether words name the site or a paper.
func (r *reader) siteName(s string) bool {
	f, site := accented(s), accented(r.meta.site)
	return f != "" && (f == site || r.x.phrases.imprint.begins(r.x.phrases.fold(s)) > 0 && len(strings.Fields(f)) <= 16 || r.x.phrases.outlet.begins(f) > 0 && len(strings.Fields(f)) <= 8 || strings.Contains(s, ".vn") || strings.Contains(s, ".com"))
}
