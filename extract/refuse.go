package extract

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/stamp"
	"github.com/boctin/boctin/extract/view"
)

// judge tells pages that hold no article.
type judge struct{ *view.View }

// NoArticleError says what a page is that holds no article. It is
// ErrNoArticle.
type NoArticleError struct {
	Reason string // "error page", "sign-in page", "challenge page", "cookie notice", "search results", "list of articles", "contact page", "no text", "feed", "sitemap", "SQL dump", "source code"
}

func (e *NoArticleError) Error() string { return ErrNoArticle.Error() + " (" + e.Reason + ")" }

// Is makes the error an ErrNoArticle.
func (e *NoArticleError) Is(err error) bool { return err == ErrNoArticle }

// page kinds that tell themselves by their words.
type kind struct {
	reason string
	title  *lines.Phrases // what the whole headline is made of
	speech *lines.Phrases // how a line begins that speaks to the visitor
}

func kinds(w *lines.Words) [6]kind {
	return [6]kind{
		{"error page", &w.ErrorTitle, &w.ErrorText},
		{"challenge page", &w.ChallengeTitle, &w.ChallengeText},
		{"sign-in page", &w.SigninTitle, &w.SigninText},
		{"cookie notice", &w.CookieText, &w.CookieText},
		{"contact page", &w.ContactTitle, &lines.Phrases{}},
		{"list of articles", &lines.Phrases{}, &w.SectionText},
	}
}

// Words of text up to which a page may be nothing but its message: an article
// that has such a headline is longer, one that has such a line is dated.
const (
	titledMessage = 150
	spokenMessage = 90
)

// refuse tells why a page that was read is no article, nil if it is one.
func (r judge) refuse(a *boctin.Article) error {
	words := r.keptWords()
	reason := ""
	if words < titledMessage {
		reason = cmp.Or(r.errorBox(), r.titled())
	}
	if words < spokenMessage {
		reason = cmp.Or(reason, r.speaks(words < 10))
	}
	reason = cmp.Or(reason, r.lists(words))
	if words < spokenMessage && !r.Dated() && r.teasers() >= fewestTeasers {
		reason = cmp.Or(reason, "list of articles")
	}
	if a.Body == "" || r.thin() {
		reason = cmp.Or(reason, r.bare())
	}
	if reason == "" {
		return nil
	}
	return &NoArticleError{reason}
}

// keptWords counts the words of lead and body.
func (r judge) keptWords() (n int) {
	for i := range r.Blocks {
		if b := &r.Blocks[i]; b.Kept() {
			n += b.Words
		}
	}
	return n
}

// errorBox tells a page whose headline or text stands in an element that is named
// as an error's.
func (r judge) errorBox() string {
	e := r.Best
	if r.Title >= 0 {
		e = r.Blocks[r.Title].Elem
	}
	if r.Above(e, errorNamed) {
		return "error page"
	}
	return ""
}

// errorNamed tells an element that is named as an error's: of names all figures
// are one sign, and text-gray-900 is none.
func errorNamed(x *dom.Elem) bool {
	if x.Hint&dom.HintError == 0 {
		return false
	}
	names := strings.ToLower(dom.Attr(x.Node, "class") + " " + dom.Attr(x.Node, "id"))
	return slices.ContainsFunc([]string{"404", "error", "not-found", "notfound"}, func(s string) bool { return strings.Contains(names, s) })
}

// titled tells a page whose headline, printed or in its metadata, is made of
// nothing but words such as "404" and "Không tìm thấy trang".
func (r judge) titled() string {
	titles := []string{r.TitleText}
	if len(r.Meta.Titles) > 0 {
		titles = append(titles, r.MetaTitle(), r.Meta.Titles[0])
		titles = append(titles, strings.Split(r.Meta.Titles[0], " | ")...)
	}
	for i := max(0, r.Title-4); i < len(r.Blocks); i++ {
		if b := &r.Blocks[i]; r.Heading(i) == 1 && !r.Dead[b.Elem] {
			titles = append(titles, r.Line(i))
		}
	}
	for i, t := range titles {
		titles[i] = lines.Fold(t)
	}
	for _, k := range kinds(r.Known.Words) {
		for _, t := range titles {
			if k.title.Covers(t) {
				return k.reason
			}
		}
	}
	return ""
}

// speaks tells a page without a date that says to its visitor why it shows
// nothing: in what was taken for its text or, all told, anywhere.
func (r judge) speaks(all bool) string {
	if r.Dated() {
		return ""
	}
	kinds := kinds(r.Known.Words)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Words > 60 || r.Elems[b.Elem].Hidden {
			continue
		}
		if !all && (b.Cut != "" || b.Role == dom.RoleNone) {
			continue
		}
		for _, k := range kinds {
			if k.speech.Begins(r.Folded(i)) > 0 {
				return k.reason
			}
		}
	}
	return ""
}

// bare names a page with too little text: with headlines that are links it is a
// list.
func (r judge) bare() string {
	links := 0
	for i := r.Title + 1; i < len(r.Blocks); i++ {
		b := &r.Blocks[i]
		if b.LinkedHeadline() && !r.Under(b.Elem, atom.Nav, atom.Footer) {
			links++
		}
	}
	switch {
	case r.searched():
		return "search results"
	case links >= 4 && !r.Dated():
		return "list of articles"
	}
	return "no text"
}

// lists tells a page that teases other articles: nearly each of its paragraphs
// stands under a headline that is a link, or ends in "Xem tiếp".
func (r judge) lists(words int) string {
	texts, teased := r.teased()
	switch {
	case r.documents()*10 >= words*8 && words > 0:
		return "list of articles"
	case r.searched():
		if teased > 1 || !r.Dated() && (teased == 1 || words < 60) {
			return "search results"
		}
	case teased == 0:
	case r.Dated():
		if teased == texts && texts <= 2 {
			return "no text" // of its own: the teaser of another article was all there was
		}
	case teased >= 3 && teased*10 >= texts*8, teased == texts && r.linkedElsewhere() >= 3, r.readOn() == texts:
		return "list of articles"
	}
	return ""
}

// teasers counts the headlines below the body that are links and that a paragraph or a time stands
// right under, up to the head of a box of other articles.
func (r judge) teasers() (n int) {
	for i := r.Title + 1; i+1 < len(r.Blocks); i++ {
		switch b := &r.Blocks[i]; {
		case b.Kept():
		case r.Known.Related.Is(r.Folded(i)), r.Known.End.Is(r.Folded(i)):
			return n
		case !b.LinkedHeadline(), r.Under(b.Elem, atom.Nav, atom.Footer, atom.Aside):
		case r.Paragraph(i + 1), r.TimeAlone(i + 1):
			n++
		}
	}
	return n
}

// fewestTeasers is how many articles a list teases whose own words are few.
const fewestTeasers = 3

// documents counts the words in the rows of a table that each link to something and give its day:
// a list of documents, of three rows at least.
func (r judge) documents() int {
	rows, words := 0, 0
	for e := range r.Elems {
		x := &r.Elems[e]
		switch {
		case x.Tag != atom.Tr, x.Count() < 3, x.B0 < r.B0, x.B1 > r.B1:
			continue
		}
		all, linked := r.WordsIn(x.B0, x.B1)
		for i := x.B0; linked > 0 && i < x.B1; i++ {
			if r.TimeAlone(i) {
				rows++
				words += all
				break
			}
		}
	}
	if rows < fewestDocuments {
		return 0
	}
	return words
}

// fewestDocuments is how many rows a list of documents has.
const fewestDocuments = 3

// readOn counts the paragraphs that end in a link to the rest of them under a headline that is a
// link.
func (r judge) readOn() (n int) {
	for i := range r.Blocks {
		if r.Blocks[i].Kept() && r.readMore(i) && r.underLink(i) {
			n++
		}
	}
	return n
}

// linkedElsewhere counts the headlines outside the body that are links, where that above the text
// is one of them and not that of the page.
func (r judge) linkedElsewhere() (n int) {
	if r.Title >= 0 && r.Blocks[r.Title].AllLinks() {
		return 0
	}
	for i := range r.Blocks {
		switch b := &r.Blocks[i]; {
		case r.B0 <= i && i < r.B1, !b.LinkedHeadline(), r.Under(b.Elem, atom.Nav, atom.Footer):
		default:
			n++
		}
	}
	return n
}

// teased counts the paragraphs that were kept, and those of them that tease
// another article.
func (r judge) teased() (texts, teased int) {
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if !b.Kept() || b.Words < 6 {
			continue
		}
		texts++
		if r.underLink(i) || r.readMore(i) {
			teased++
		}
	}
	return texts, teased
}

// searched tells a page whose headline says that something was looked for.
func (r judge) searched() bool {
	title := r.TitleText
	if title == "" && len(r.Meta.Titles) > 0 {
		title = r.Meta.Titles[0]
	}
	return r.Known.SearchTitle.Begins(lines.Fold(title)) > 0
}

// underLink tells whether one of the two blocks before a block, in the same
// box, is a headline that is a link.
func (r judge) underLink(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		if b := &r.Blocks[j]; b.Words >= 4 {
			return b.AllLinks()
		}
	}
	return false
}

// readMore tells a paragraph that ends in a link to the rest of it.
func (r judge) readMore(i int) bool {
	b := &r.Blocks[i]
	return b.Linked > 0 && b.Linked <= 6 && r.Known.More.Ends(r.Folded(i))
}

// thin tells whether what was kept is too little to be an article: a listing or
// a page of furniture leaves a few stray lines.
func (r judge) thin() bool {
	words, captions, cells, verses := 0, 0, 0, 0
	for i := range r.Blocks {
		switch b := &r.Blocks[i]; {
		case b.Role == dom.RoleCaption:
			captions += b.Words
		case !b.Kept(), r.colophon(i):
		case b.Words >= 6 && (r.Sentence(i) || b.Words > 20):
			words += b.Words
		case b.Linked > 0:
		case r.InTable(i):
			cells += b.Words
		case b.Br:
			verses++
		}
	}
	switch {
	case cells >= 60, (cells >= 20 || verses >= fewestVerses) && r.dated():
		return false
	case r.Title < 0 && len(r.Meta.Published) == 0:
		return words < 60
	}
	return words < 10 && captions < 30
}

// fewestVerses is how many lines behind breaks a poem has.
const fewestVerses = 6

// dated tells whether the page gives a time of publication, in its headline perhaps, or a day of
// signing.
func (r judge) dated() bool {
	return r.Dated() || r.Title >= 0 && r.PrintsDate(r.Title) || len(stamp.Finder{View: r.View}.Signed(nil)) > 0
}

// colophon tells a line of the site about itself.
func (r judge) colophon(i int) bool {
	return r.Imprint(i) || r.Known.Colophon.Begins(r.Folded(i)) > 0
}
