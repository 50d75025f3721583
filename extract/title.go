package extract

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// titleFinder finds the headline.
type titleFinder struct{ *view.View }

// find chooses the block that prints the headline. The page's own word
// for it (og:title, JSON-LD, <title>) and the mark-up are asked together: the
// first h1 may be the section's name, and og:title may be worded for search.
func (r titleFinder) find() {
	r.Title = -1
	titles := r.foldedTitles()
	best := 0.0
	for i := range r.Blocks {
		if s := r.titleScore(i, titles); s > best+0.01 {
			best, r.Title = s, i
		}
	}
	if i := r.subject(); i >= 0 {
		r.Title, best = i, 100
	}
	if parts := r.Found.Parts[layout.Title]; len(parts) > 0 {
		if e := &r.Elems[parts[0]]; e.B1 > e.B0 {
			r.Title, best = e.B0, 100
		}
	}
	if best < 45 {
		r.Title = -1
	}
}

// reconsider looks for another headline right before the body where the one
// that was found is the name of the site, as on portals that have one title
// for all pages, or where none was found. It tells whether there is one.
func (r titleFinder) reconsider() bool {
	if r.Title >= 0 && r.settled() {
		return false
	}
	text := r.B0
	for text < r.B1 && (r.PlainWeight(text) < 12 || r.Dead[r.Blocks[text].Elem]) {
		text++
	}
	from := text - 14
	if text == r.B1 { // a table or a list, or hardly any text
		from = min(from, r.B0-8)
	}
	if r.Title < text { // the site may name itself in the foot
		from = max(from, r.Title+1)
	}
	best, at := 1, -1
	for i := max(0, from); i < text; i++ {
		if s := r.headlike(i); s > best || s > 1 && r.headsSection(at, i) {
			best, at = s, i
		}
	}
	if at < 0 || !r.dislodges(at) {
		return false
	}
	r.Title = at
	return true
}

// settled tells whether the headline that was found stays: a profile points at it, or it is none
// that heads all pages and no menu stands below it.
func (r titleFinder) settled() bool {
	if r.Has(layout.Title, r.Blocks[r.Title].Elem) {
		return true
	}
	return !r.ofAllPages(r.Line(r.Title)) && !r.aboveMenu(r.Title)
}

// headsSection tells a few words above a longer heading, with nothing between that is a sentence:
// the name of a section or of a box.
func (r titleFinder) headsSection(at, i int) bool {
	switch {
	case at < 0, r.Blocks[at].Words > longestSection, r.Blocks[i].Words <= longestSection, r.Sentence(i):
		return false
	case r.Heading(i) == 0 && r.Whole(i)&dom.HintTitle == 0:
		return false
	}
	return !r.TextIn(at+1, i)
}

// longestSection is how many words the name of a section has.
const longestSection = 5

// ofAllPages tells a line that is no headline of its page: the name of the site, which heads
// every page, that of the body whose it is, that of the file it was made from, or a kind of documents.
func (r titleFinder) ofAllPages(s string) bool {
	return r.SiteTitle(s) || lines.IsOffice(r.Known.Words, s) || lines.TitlesFile(s) || r.Known.Document.Is(lines.Fold(s))
}

// dislodges tells whether a block goes before the headline that was found. Before the name of a
// body, which may be what the page is about, a time must stand beside it.
func (r titleFinder) dislodges(i int) bool {
	switch {
	case r.Title < 0, r.SiteTitle(r.Line(r.Title)):
		return true
	case lines.TitlesFile(r.Line(r.Title)):
		return lines.Marked(r.Bytes(i))
	case lines.IsOffice(r.Known.Words, r.Line(i)):
		return false
	case !r.ofAllPages(r.Line(r.Title)): // it stands above a menu
		return r.Blocks[i].Words > longestSection && r.timeBehind(i) && !r.Known.By.Opens(r.Line(i))
	}
	for j := max(r.Title, i-1); j < min(i+1+closeBehind, len(r.Blocks)); j++ {
		if r.TimeAlone(j) || r.Timed(j) || j > i && r.datesPage(j) {
			return true
		}
	}
	return false
}

// datesPage tells a line of publication that says so at its head or in one of its parts.
func (r titleFinder) datesPage(i int) bool {
	if r.Blocks[i].Words > longestDates || !r.PrintsDate(i) {
		return false
	}
	for part := range strings.SplitSeq(lines.Parted.Replace(r.Line(i)), "|") {
		if r.Known.Posted.Begins(lines.Fold(part)) > 0 {
			return true
		}
	}
	return false
}

// longestDates is how many words such a line has.
const longestDates = 20

// closeBehind is how many blocks behind a headline the time of publication stands at most; it
// may also stand right before.
const closeBehind = 2

// printed is the headline as a string: of a heading that breaks over
// several lines, all of them.
func (r titleFinder) printed() string {
	if r.Title < 0 {
		return r.afterLabel(r.MetaTitle())
	}
	if title := r.agreedTitle(); title != "" {
		r.Blocks[r.Title].Role = dom.RoleTitle
		return title
	}
	text := cmp.Or(r.afterSubject(r.Title), r.withoutTag())
	for i := r.Title + 1; i < r.titleEnd(); i++ {
		text += " " + r.Line(i)
		r.Blocks[i].Role, r.Blocks[i].Cut = dom.RoleTitle, "headline"
	}
	r.Blocks[r.Title].Role = dom.RoleTitle
	return r.unlabelled(r.unmarked(text))
}

// titleEnd is the block behind the headline: a heading may break over several lines.
func (r titleFinder) titleEnd() int {
	b := &r.Blocks[r.Title]
	end := r.Title + 1
	e := &r.Elems[b.Elem]
	for end < e.B1 && r.Blocks[end].Elem == b.Elem {
		end++
	}
	if dom.Level(e.Tag) == 1 || r.Has(layout.Title, b.Elem) || r.calls(r.Title, end) {
		return end
	}
	return r.Title + 1
}

// calls tells whether the page calls itself by some blocks together.
func (r titleFinder) calls(from, to int) bool {
	var parts []string
	for i := from; i < to; i++ {
		parts = append(parts, r.Folded(i))
	}
	return slices.Contains(r.foldedTitles(), strings.Join(parts, " "))
}

// unmarked takes off the short name of the paper that is set in brackets before a headline,
// "(BM) - X", where the page calls itself by another name before X.
func (r titleFinder) unmarked(text string) string {
	mark, rest, _ := strings.Cut(text, ")")
	rest = strings.TrimLeft(rest, " -–:")
	if !strings.HasPrefix(mark, "(") || lines.Count(mark) > longestMark || lines.Count(rest) < shortestTitle {
		return text
	}
	whole, f := lines.Fold(text), lines.Fold(rest)
	for _, t := range r.foldedTitles() {
		if t == f || endsIn(t, f) && !strings.HasSuffix(t, whole) {
			return rest
		}
	}
	return text
}

// longestMark is how many words the short name of a paper has.
const longestMark = 3

// agreedTitle is what the page calls itself in two places, og:title and <title>,
// where the block that was found says it in other words and is no headline by
// tag or name, as the opening of an e-magazine.
func (r titleFinder) agreedTitle() string {
	if r.Heading(r.Title) == 1 || r.Whole(r.Title)&dom.HintTitle != 0 || r.InPart(layout.Title, &r.Blocks[r.Title]) || len(r.Meta.Titles) < 2 {
		return ""
	}
	if r.ofAllPages(r.Meta.Titles[0]) {
		return ""
	}
	first, last := lines.Fold(r.Meta.Titles[0]), lines.Fold(r.Meta.Titles[len(r.Meta.Titles)-1])
	if first == "" || !strings.HasPrefix(last, first) || r.agreement(r.Title, r.foldedTitles()) == 1 {
		return ""
	}
	return r.MetaTitle()
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
	marked := h > 0 || names&dom.HintTitle != 0
	if e.Hidden || b.Words > 60 || b.Words < 2 && h != 1 || !marked && !r.likeTitle(i, titles) {
		return 0
	}
	score := levelScore[h]
	if names&dom.HintTitle != 0 {
		score += 12
	}
	agreement := r.agreement(i, titles)
	score += 60 * agreement
	if agreement == 1 && r.Folded(i) == titles[0] {
		score += 5 // the most trusted
	}
	switch {
	case b.LinkShare() <= 0.8:
	case agreement == 1 && names&dom.HintTitle != 0: // a link to the page itself
		score -= 20
	default:
		score -= 30
	}
	if r.Above(b.Elem, besideArticle) {
		score -= 40
	}
	if e.Hint&dom.HintSection != 0 {
		score -= 15
	}
	return score
}

// levelScore is what a heading scores by its level, 0 for no heading.
var levelScore = [...]float64{0, 40, 22, 12, 12, 12}

// besideArticle tells an element that holds what stands about an article.
func besideArticle(e *dom.Elem) bool { return e.Is(atom.Aside, atom.Nav, atom.Footer) }

// likeTitle is a cheap test for blocks without any mark of a headline.
func (r titleFinder) likeTitle(i int, titles []string) bool {
	if b := &r.Blocks[i]; b.Words < 4 || b.Linked > 0 {
		return false
	}
	f := r.Folded(i)
	return slices.ContainsFunc(titles, func(t string) bool { return strings.HasPrefix(t, f) })
}

// agreement is how well a block agrees with what the page calls its title: 1
// where it is the same or the same beside the name of the site, else the share
// of words in common. A link that the title goes on behind may be that name.
func (r titleFinder) agreement(i int, titles []string) float64 {
	f := r.Folded(i)
	switch {
	case f == "":
		return 0
	case slices.Contains(titles, f):
		return 1
	}
	link := r.Blocks[i].LinkShare() > 0.8
	best := 0.0
	for _, t := range titles {
		switch {
		case long(t, f) && r.behindThread(f, t): // Tác giả Chủ đề: X (Đọc 345 lần)
			return 1
		case long(t, f) && endsIn(f, t) && lines.Count(t) >= shortestTitle: // behind a label: "Chủ đề: …"
			if !r.PrintsDate(i) { // Gửi: 05/03/2021 Tiêu đề: X
				return 1
			}
		case link && long(f, t) && goesOn(t, f):
			best = max(best, 0.5)
		case link:
		case long(f, t) && besides(t, f):
			return 1
		default:
			best = max(best, common(f, t))
		}
	}
	return best
}

// long tells whether a part of a title is more than a third of it.
func long(part, title string) bool { return len(part)*3 > len(title) }

// besides tells whether a title begins with a line, or ends in one that is no name
// of a site.
func besides(title, line string) bool {
	return goesOn(title, line) || endsIn(title, line) && lines.Count(line) >= shortestTitle
}

// goesOn tells whether a folded line begins with words and has more, endsIn whether it ends in words
// behind others.
func goesOn(line, words string) bool {
	rest, ok := strings.CutPrefix(line, words)
	return ok && strings.HasPrefix(rest, " ")
}

func endsIn(line, words string) bool {
	rest, ok := strings.CutSuffix(line, words)
	return ok && strings.HasSuffix(rest, " ")
}

// common is the share of words that two folded lines have in common, against
// the longer.
func common(a, b string) float64 {
	na, nb := strings.Count(a, " ")+1, strings.Count(b, " ")+1
	if na > 3*nb || nb > 3*na {
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
	for i := 0; i < 64; i++ {
		var w string
		w, line, _ = strings.Cut(line, " ")
		if w == word && used&(1<<i) == 0 {
			return i
		}
	}
	return -1
}
