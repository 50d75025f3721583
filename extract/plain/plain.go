// Package plain reads an article that was saved or copied as plain text: title,
// lead, body, captions, bylines, lines of publication. It decides by the shape
// of lines, by their place and by what was said before, and never rewrites: a
// piece of the article is a piece of the input with white space folded.
package plain

import (
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

// Reader reads plain text. It is built once, then read-only and safe to share.
type Reader struct {
	v *vocabulary
}

// New builds a reader from its own words.toml and the words that it shares with
// the reader of HTML. A test holds that the embedded file has no fault.
func New(shared *sites.Words, words *lines.Words) *Reader {
	v, err := newVocabulary(wordsFile, shared, words)
	if err != nil {
		panic(err)
	}
	return &Reader{v: v}
}

// role says what a piece of the input is.
type role string

const (
	text    role = ""
	title   role = "title"
	lead    role = "lead"
	caption role = "caption"
	credit  role = "credit" // of a picture
	image   role = "image"
	byline  role = "byline"
	stamp   role = "stamp"
	address role = "url"
	section role = "section"
	tags    role = "tags"
	cut     role = "cut"
	outside role = "outside" // before the first piece or behind the last
)

// piece is one paragraph or one line of the input.
type piece struct {
	text string
	at   int // bytes from the start of the input
	gap  int // empty lines before it
	role role
	rule string // why it has its role

	heading bool // marked up as a heading
	strong  bool // marked up as bold or italic as a whole
	meta    bool // a stamp that is no line of the page
	real    bool // a sentence of some length
	folded  string
}

// prose tells a piece of the article's text, its lead included.
func (p *piece) prose() bool { return p.role == text || p.role == lead }

// pictured tells what belongs to a picture.
func (p *piece) pictured() bool { return p.role == caption || p.role == credit }

// listHead tells the head of a list of other articles, or a headline of one that
// stands twice.
func (p *piece) listHead() bool {
	return p.rule == "heading" || p.rule == "doubled"
}

// furniture tells what was cut for what it says: no rule of dashes.
func (p *piece) furniture() bool { return p.role == cut && p.rule != "rule" }

// footer tells the foot of a page.
func (p *piece) footer() bool { return p.rule == "footer" }

func (p *piece) set(r role, rule string) { p.role, p.rule = r, rule }

// at gives piece i, one without text where none is.
func (d *document) at(i int) *piece {
	if i < 0 || i >= len(d.pieces) {
		return &piece{role: outside}
	}
	return &d.pieces[i]
}

// fold gives the piece's text without case and accents.
func (d *document) fold(p *piece) string {
	if p.folded == "" {
		p.folded = lines.Fold(p.text)
	}
	return p.folded
}

// document is one text while it is read.
type document struct {
	v      *vocabulary
	pieces []piece
	start  int // first piece after the head
	end    int // first piece after the body
	limit  int // the body ends here at the latest
	ahead  []outlook

	official bool // it has the letterhead of an official document
	article  boctin.Article
}

// Article reads the article that text, UTF-8 in NFC, holds. Body is empty if
// there is none. With explain, Evidence says what became of each piece.
func (r *Reader) Article(input string, explain bool) boctin.Article {
	d := &document{v: r.v}
	d.pieces = d.cutPieces(unwrap(split(input)))
	marker{d}.mark()
	menuCutter{d}.cutMenu()
	d.cutLetterhead()
	headReader{d}.readHead()
	headReader{d}.cleanTitle()
	tailReader{d}.findEnd()
	tailReader{d}.cutTeasers()
	tailReader{d}.cutHeadlines()
	captionFinder{d}.findCaptions()
	tailReader{d}.readTail()
	d.unglueName()
	d.keepAlone()
	d.build()
	if explain {
		d.article.Evidence = d.evidence()
	}
	return d.article
}

// keepAlone makes the only line of an input its text: a byline or a line of
// publication is one only beside a text.
func (d *document) keepAlone() {
	if len(d.pieces) == 1 && d.pieces[0].role != image && d.pieces[0].role != address {
		d.pieces[0].set(text, "alone")
		d.article.Stamps = nil
	}
}

// build fills the article from the roles of the pieces.
func (d *document) build() {
	a := &d.article
	var body []string
	for i := range d.pieces {
		p := &d.pieces[i]
		switch p.role {
		case text:
			body = append(body, p.text)
		case lead:
			a.Lead = p.text
			body = append(body, p.text)
		case title:
			a.Title = p.text
		case address:
			if a.URL == "" && p.rule == "url" {
				a.URL = p.text
			}
		case section:
			a.Section = p.text
		}
	}
	d.images()
	if len(body) == 0 && len(a.Images) >= storyPictures {
		body = captions(a.Images)
	}
	a.Body = strings.Join(body, "\n\n")
}

// storyPictures is how many captions without any other text make a photo story:
// they are the article then.
const storyPictures = 3

func captions(images []boctin.Image) (all []string) {
	for _, i := range images {
		if i.Caption != "" {
			all = append(all, i.Caption)
		}
	}
	return all
}

// images pairs captions with the names of picture files before them and with
// the lines of credit after them.
func (d *document) images() {
	src := ""
	last := -1 // the image that a credit line belongs to
	for i := range d.pieces {
		switch p := &d.pieces[i]; p.role {
		case image:
			if src != "" {
				d.article.Images = append(d.article.Images, boctin.Image{Src: src})
			}
			src, last = imageSource(p.text), -1
		case caption:
			words, credit := d.v.credits().splitCredit(p.text)
			d.article.Images = append(d.article.Images, boctin.Image{Src: src, Caption: words, Credit: credit})
			src, last = "", len(d.article.Images)-1
		case credit:
			if last < 0 && src != "" {
				d.article.Images = append(d.article.Images, boctin.Image{Src: src})
				src, last = "", len(d.article.Images)-1
			}
			if last >= 0 && d.article.Images[last].Credit == "" {
				d.article.Images[last].Credit = d.v.credits().creditOf(p.text)
			}
		case text:
			last = -1
		}
	}
	if src != "" {
		d.article.Images = append(d.article.Images, boctin.Image{Src: src})
	}
}

// imageSource gives the file or address in the line of a picture.
func imageSource(s string) string {
	if _, target, ok := strings.Cut(s, "]("); ok && strings.HasPrefix(s, "![") {
		target, _, _ = strings.Cut(strings.TrimSuffix(target, ")"), " ")
		return target
	}
	s = strings.Trim(s, "[]<> ")
	if !strings.Contains(s, ".") {
		return ""
	}
	return s
}

func (d *document) evidence() *boctin.Evidence {
	e := &boctin.Evidence{}
	for i := range d.pieces {
		p := &d.pieces[i]
		t := boctin.Trace{Text: first80(p.text), Role: string(p.role), Offset: p.at, Reason: boctin.Reason{Rule: p.rule}}
		switch p.role {
		case text, lead:
			if t.Role == "" {
				t.Role = "body"
			}
			if t.Rule == "" {
				t.Rule = "paragraph"
			}
			e.Kept = append(e.Kept, t)
		default:
			e.Cut = append(e.Cut, t)
		}
	}
	return e
}

func first80(s string) string {
	n := 0
	for i := range s {
		if n == 80 {
			return s[:i]
		}
		n++
	}
	return s
}
