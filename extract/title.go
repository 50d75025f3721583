package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// titleFinder finds the headline.
type titleFinder struct{ *view }

// find chooses the block that prints the headline. The page's own word
// for it (og:title, JSON-LD, <title>) and the mark-up are asked together: the
// first h1 may be the section's name, and og:title may be worded for search.
func (r titleFinder) find() {
	r.title = -1
	titles := r.foldedTitles()
	best := 0.0
	for i := range r.Blocks {
		if s := r.titleScore(i, titles); s > best+0.01 {
			best, r.title = s, i
		}
	}
	if parts := r.found.Parts[layout.Title]; len(parts) > 0 {
		if e := &r.Elems[parts[0]]; e.B1 > e.B0 {
			r.title, best = e.B0, 100
		}
	}
	if best < 45 {
		r.title = -1
	}
}

// reconsider looks for another headline right before the body where the one
// that was found is the name of the site, as on portals that have one title
// for all pages, or where none was found. It tells whether there is one.
func (r titleFinder) reconsider() bool {
	if r.title >= 0 && (!r.siteTitle(r.Line(r.title)) || r.has(layout.Title, r.Blocks[r.title].Elem)) {
		return false
	}
	text := r.b0
	for text < r.b1 && (r.plainWeight(text) < 12 || r.dead[r.Blocks[text].Elem]) {
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
func (r titleFinder) headlike(i int) int {
	b := &r.Blocks[i]
	if r.dead[b.Elem] || b.Words < 4 || b.Words > 45 || b.LinkShare() > 0.5 || lines.HasDate(r.Text[b.T0:b.T1]) || b.Words <= 9 && lines.HasMonthName(r.Folded(i)) || r.siteTitle(r.Line(i)) {
		return 0
	}
	score := 0
	names := r.Whole(i)
	if names&dom.HintTitle != 0 {
		score += 3
	}
	if h := r.Heading(i); h > 0 {
		score += 5 - h
	}
	if b.AllBold() {
		score += 2
	}
	switch {
	case !r.Sentence(i):
		score += 2
	case b.Words > 14:
		score -= 3
	}
	if names&(dom.HintLead|dom.HintDate|dom.HintSection) != 0 {
		score -= 3
	}
	return score
}

// printed is the headline as a string: of a heading that breaks over
// several lines, all of them.
func (r titleFinder) printed() string {
	if r.title < 0 {
		return r.metaTitle()
	}
	if title := r.agreedTitle(); title != "" {
		r.Blocks[r.title].Role = dom.RoleTitle
		return title
	}
	text := r.Line(r.title)
	b := &r.Blocks[r.title]
	if e := &r.Elems[b.Elem]; dom.Level(e.Tag) == 1 || r.has(layout.Title, b.Elem) {
		for i := r.title + 1; i < e.B1 && r.Blocks[i].Elem == b.Elem && r.Blocks[i].Br; i++ {
			text += " " + r.Line(i)
			r.Blocks[i].Role = dom.RoleTitle
		}
	}
	r.Blocks[r.title].Role = dom.RoleTitle
	return text
}

// agreedTitle is what the page calls itself in two places, og:title and <title>,
// where the block that was found says it in other words and is no headline by
// tag or name, as the opening of an e-magazine.
func (r titleFinder) agreedTitle() string {
	if r.Heading(r.title) == 1 || r.Whole(r.title)&dom.HintTitle != 0 || r.inPart(layout.Title, &r.Blocks[r.title]) || len(r.meta.Titles) < 2 {
		return ""
	}
	titles := r.foldedTitles()
	if titles[0] == "" || !strings.HasPrefix(titles[len(titles)-1], titles[0]) || r.agreement(r.title, titles) == 1 {
		return ""
	}
	return r.metaTitle()
}

func (r titleFinder) foldedTitles() []string {
	var all []string
	for _, t := range r.meta.Titles {
		all = append(all, lines.Fold(t))
	}
	return all
}

// titleScore judges a block as the headline; 45 is enough.
func (r titleFinder) titleScore(i int, titles []string) float64 {
	b := &r.Blocks[i]
	e := &r.Elems[b.Elem]
	h := dom.Level(e.Tag)
	names := e.Hint
	if b.E0 < b.E1 {
		names |= r.Whole(i)
	}
	if b.Words > 60 || b.Words < 2 && h != 1 || h == 0 && names&dom.HintTitle == 0 && (b.Words < 4 || b.Linked > 0 || !r.likeTitle(i, titles)) || e.Hidden {
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
	if names&dom.HintTitle != 0 {
		score += 12
	}
	score += 60 * r.agreement(i, titles)
	if b.LinkShare() > 0.8 {
		score -= 30
	}
	if r.Above(b.Elem, func(e *dom.Elem) bool { return e.Tag == atom.Aside || e.Tag == atom.Nav || e.Tag == atom.Footer }) {
		score -= 40
	}
	if e.Hint&dom.HintSection != 0 {
		score -= 15
	}
	return score
}

// likeTitle is a cheap test for blocks without any mark of a headline.
func (r titleFinder) likeTitle(i int, titles []string) bool {
	b := &r.Blocks[i]
	if len(titles) == 0 || b.T1-b.T0 < 12 {
		return false
	}
	f := r.Folded(i)
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
func (r titleFinder) agreement(i int, titles []string) float64 {
	f := r.Folded(i)
	best := 0.0
	for _, t := range titles {
		if f != "" && (f == t || strings.HasPrefix(t, f+" ") && len(f)*3 > len(t)) {
			return 1
		}
		if r.Blocks[i].LinkShare() <= 0.8 {
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
func (r *view) metaTitle() string {
	if len(r.meta.Titles) == 0 || r.siteTitle(r.meta.Titles[0]) {
		return ""
	}
	title := r.meta.Titles[0]
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
func (r *view) siteTitle(s string) bool {
	if !r.siteName(s) {
		return false
	}
	f := lines.Lower(s)
	n := r.w.Outlet.Begins(f)
	if n == len(f) || r.w.Portal.Begins(lines.Fold(s)) > 0 || f == lines.Lower(r.meta.Site) || strings.Contains(s, ".vn") || strings.Contains(s, ".com") {
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
func (r *view) siteName(s string) bool {
	f, site := lines.Lower(s), lines.Lower(r.meta.Site)
	return f != "" && (f == site || r.w.Imprint.Begins(lines.Fold(s)) > 0 && len(strings.Fields(f)) <= 16 || r.w.Outlet.Begins(f) > 0 && len(strings.Fields(f)) <= 8 || strings.Contains(s, ".vn") || strings.Contains(s, ".com"))
}
