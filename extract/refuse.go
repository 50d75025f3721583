package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
)

// NoArticleError says what a page is that holds no article. It is
// ErrNoArticle.
type NoArticleError struct {
	Reason string // "error page", "sign-in page", "challenge page", "cookie notice", "search results", "list of articles", "contact page", "no text"
}

func (e *NoArticleError) Error() string { return ErrNoArticle.Error() + " (" + e.Reason + ")" }

// Is makes the error an ErrNoArticle.
func (e *NoArticleError) Is(err error) bool { return err == ErrNoArticle }

// page kinds that tell themselves by their words.
type kind struct {
	reason string
	title  *phraseSet // what the whole headline is made of
	speech *phraseSet // how a line begins that speaks to the visitor
}

func (p *phrases) kinds() [5]kind {
	return [5]kind{
		{"error page", &p.errorTitle, &p.errorText},
		{"challenge page", &p.challengeTitle, &p.challengeText},
		{"sign-in page", &p.signinTitle, &p.signinText},
		{"cookie notice", &p.cookieText, &p.cookieText},
		{"contact page", &p.contactTitle, &p.contactTitle},
	}
}

// Words of text up to which a page may be nothing but its message: an article
// that has such a headline is longer, one that has such a line is dated.
const (
	titledMessage = 150
	spokenMessage = 90
)

// refuse tells why a page that was read is no article, nil if it is one.
func (r *reader) refuse(a *boctin.Article) error {
	words := r.keptWords()
	reason := ""
	switch {
	case words < titledMessage && (r.errorBox(&reason) || r.titled(&reason)):
	case words < spokenMessage && r.speaks(words < 10, &reason):
	case r.lists(words, &reason):
	case a.Body == "" || r.thin():
		reason = r.bare()
	default:
		return nil
	}
	return &NoArticleError{reason}
}

// keptWords counts the words of lead and body.
func (r *reader) keptWords() (n int) {
	for i := range r.blocks {
		if b := &r.blocks[i]; b.cut == "" && (b.role == roleBody || b.role == roleLead) {
			n += b.words
		}
	}
	return n
}

// errorBox tells a page whose headline or text stands in an element that is named
// as an error's.
func (r *reader) errorBox(reason *string) bool {
	e := r.best
	if r.title >= 0 {
		e = r.blocks[r.title].elem
	}
	*reason = "error page"
	return r.above(e, -1, func(x *elem) bool { return x.hint&hintError != 0 })
}

// titled tells a page whose headline, printed or in its metadata, is made of
// nothing but words such as "404" and "Không tìm thấy trang".
func (r *reader) titled(reason *string) bool {
	titles := []string{r.titleText}
	if len(r.meta.titles) > 0 {
		titles = append(titles, r.metaTitle(), r.meta.titles[0])
		titles = append(titles, strings.Split(r.meta.titles[0], " | ")...)
	}
	for i := max(0, r.title-4); i < len(r.blocks); i++ {
		if b := &r.blocks[i]; r.heading(i) == 1 && !r.elems[b.elem].hidden && !r.dead[b.elem] {
			titles = append(titles, r.line(i))
		}
	}
	for i, t := range titles {
		titles[i] = r.x.phrases.fold(t)
	}
	for _, k := range r.x.phrases.kinds() {
		for _, t := range titles {
			if k.title.covers(t) {
				*reason = k.reason
				return true
			}
		}
	}
	return false
}

// covers tells whether a folded line is made of phrases of the set alone,
// figures between them allowed.
func (s *phraseSet) covers(folded string) bool {
	found := false
	for folded != "" {
		n := s.begins(folded)
		if n > 0 {
			found = true
		} else if n = strings.IndexByte(folded+" ", ' '); strings.Trim(folded[:n], "0123456789") != "" {
			return false
		}
		folded = strings.TrimPrefix(folded[n:], " ")
	}
	return found
}

// speaks tells a page without a date that says to its visitor why it shows
// nothing: in what was taken for its text or, all told, anywhere.
func (r *reader) speaks(all bool, reason *string) bool {
	if r.dated() {
		return false
	}
	kinds := r.x.phrases.kinds()
	for i := range r.blocks {
		b := &r.blocks[i]
		if kept := b.cut == "" && b.role != roleNone; b.words < 3 || b.words > 60 || r.elems[b.elem].hidden || !kept && !all {
			continue
		}
		f := r.folded(i)
		for _, k := range kinds {
			if k.reason != "contact page" && k.speech.begins(f) > 0 {
				*reason = k.reason
				return true
			}
		}
	}
	return false
}

// dated tells whether the page gives a time of publication: in its metadata, or
// printed below the headline with no link between.
func (r *reader) dated() bool {
	if len(r.meta.published) > 0 {
		return true
	}
	for i := max(0, r.title-3); r.title >= 0 && i < min(r.title+6, len(r.blocks)); i++ {
		b := &r.blocks[i]
		if b.role == roleDate {
			return true
		}
		if i > r.title && b.linkShare() > 0.8 && b.words >= 4 {
			return false
		}
	}
	return false
}

// bare names a page with too little text: with headlines that are links it is a
// list.
func (r *reader) bare() string {
	links := 0
	for i := r.title + 1; i < len(r.blocks); i++ {
		b := &r.blocks[i]
		if b.words >= 4 && b.linkShare() > 0.8 && !r.above(b.elem, -1, func(e *elem) bool { return e.tag == atom.Nav || e.tag == atom.Footer }) {
			links++
		}
	}
	switch {
	case r.searched():
		return "search results"
	case links >= 4 && !r.dated():
		return "list of articles"
	}
	return "no text"
}

// lists tells a page that teases other articles: nearly each of its paragraphs
// stands under a headline that is a link, or ends in "Xem tiếp".
func (r *reader) lists(words int, reason *string) bool {
	searched, dated := r.searched(), r.dated()
	texts, teased := 0, 0
	for i := range r.blocks {
		b := &r.blocks[i]
		if b.cut != "" || b.role != roleBody && b.role != roleLead || b.words < 6 {
			continue
		}
		texts++
		if r.underLink(i) || r.readMore(i) {
			teased++
		}
	}
	switch {
	case searched && (teased > 1 || !dated && (teased > 0 || words < 60)):
		*reason = "search results"
	case dated && teased == texts && teased > 0 && teased <= 2:
		*reason = "no text" // of its own: the teaser of another article was all there was
	case !dated && (teased >= 4 && teased*10 >= texts*7 || teased == 3 && texts == 3):
		*reason = "list of articles"
	default:
		return false
	}
	return true
}

// searched tells a page whose headline says that something was looked for.
func (r *reader) searched() bool {
	title := r.titleText
	if title == "" && len(r.meta.titles) > 0 {
		title = r.meta.titles[0]
	}
	return r.x.phrases.searchTitle.begins(r.x.phrases.fold(title)) > 0
}

// underLink tells whether one of the two blocks before a block, in the same
// box, is a headline that is a link.
func (r *reader) underLink(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if b := &r.blocks[j]; b.words >= 4 {
			return b.linkShare() > 0.8
		}
	}
	return false
}

// readMore tells a paragraph that ends in a link to the rest of it.
func (r *reader) readMore(i int) bool {
	b := &r.blocks[i]
	return b.linked > 0 && b.linked <= 6 && r.x.phrases.more.ends(r.folded(i))
}

// ends tells whether a folded line ends in a phrase.
func (s *phraseSet) ends(folded string) bool {
	for n, i := 0, len(folded); n < s.longest && i > 0; n++ {
		i = max(strings.LastIndexByte(folded[:i], ' '), 0)
		if s.has[strings.TrimPrefix(folded[i:], " ")] {
			return true
		}
	}
	return false
}
