package extract

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/byline"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/stamp"
	"github.com/boctin/boctin/extract/view"
)

// writer decides what belongs to the article and writes it down.
type writer struct{ *view.View }

// fill decides block by block what belongs to the article and writes it down.
func (r writer) fill(a *boctin.Article, page *boctin.Page) {
	first := r.firstBlock()
	boxes := boxCutter(r)
	boxes.cutBoxes(first, r.B1)
	boxes.cutLines(first, r.B1)
	r.cutRepeats(first, r.B1)
	letterheadFinder(r).cut(first)
	leadFinder(r).find(first, r.B0, r.B1)
	r.cutHead(first)
	captionFinder(r).find(first, r.B1)
	a.URL = r.Address(page.URL)
	a.Authors, a.Credit = byline.Finder{View: r.View}.Find(first, r.B0, r.B1)
	byline.CutNames(r.View, first, r.B1, a.Authors)
	byline.CutAbout(r.View, r.B1, a.Authors)
	a.ID = identify(a.URL, a.Source.SHA256)
	a.Site = r.Site(a.URL)
	a.Source.Claimed = host(page.URL) == "" && a.Site != ""
	a.Stamps = stamp.Finder{View: r.View}.Find(a.URL)
	r.cutStamps(first)
	r.cutLastHeads(first)
	a.Source.Layout = r.Found.Layout
	a.Title = r.TitleText
	a.Section, a.Tags = r.Section(), r.Tags()
	a.Lead, a.Body = r.write(first)
	a.Images = r.pictures(first)
	a.Language = language(a.Body, r.Meta.Lang)
}

// firstBlock is where the article begins: after the headline, or, where none
// is printed, at a lead before the body.
func (r writer) firstBlock() int {
	if r.Title >= 0 && r.Title < r.B1 {
		return r.Title + 1
	}
	for i := max(0, r.B0-8); i < r.B0; i++ {
		if r.LeadNamed(i) && !r.Dead[r.Blocks[i].Elem] {
			return i
		}
	}
	return r.B0
}

// cutRepeats sets aside what is printed twice: the headline as a line of the
// body, the lead again, a second copy of the article.
func (r writer) cutRepeats(first, b1 int) {
	title := lines.Fold(r.TitleText)
	seen := map[string]bool{}
	for i := first; i < b1; i++ {
		b, f := &r.Blocks[i], r.Folded(i)
		switch {
		case b.Cut != "", b.Words < 4:
		case f == title:
			b.Cut = "headline again"
		case b.Words < 12:
		case seen[f]:
			b.Cut = "printed twice"
		default:
			seen[f] = true
		}
	}
}

// cutStamps takes the line of publication out of the text, where it stands at
// either end.
func (r writer) cutStamps(first int) {
	for i := first; i < r.B1; i++ {
		switch b := &r.Blocks[i]; {
		case b.Role != dom.RoleDate:
		case b.Words > r.StampWords(i):
			b.Role = dom.RoleBody // a lead that gives the day
		case i < r.B0+3, i > r.B1-4:
			b.Cut = cmp.Or(b.Cut, "line of publication")
		default:
			b.Role = dom.RoleBody
		}
	}
}

// text is what is written down of an article, as it comes.
type text struct {
	leads []string
	body  strings.Builder // paragraphs, an empty line between them
}

func (t *text) empty() bool { return len(t.leads)+t.body.Len() == 0 }

// add appends a paragraph, or a line that goes on with the one before.
func (t *text) add(line string, goesOn bool) {
	switch {
	case goesOn:
		t.body.WriteByte(' ')
	case t.body.Len() > 0:
		t.body.WriteString("\n\n")
	}
	t.body.WriteString(line)
}

// mostLeads is how many paragraphs a lead has: more of them, with no text below, are the text.
const mostLeads = 2

// shortLead is how many words a lead has that is an article by itself.
const shortLead = 20

// write gives the lead and the paragraphs, the lead first among them. In a photo
// story the words under the pictures stand among them, in their place.
func (r writer) write(first int) (lead, body string) {
	var t text
	if first < r.B1 {
		t.body.Grow(r.Blocks[r.B1-1].T1 - r.Blocks[first].T0)
	}
	story := r.story(first)
	for i := first; i < r.B1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" && !(story && b.Role == dom.RoleCaption) {
			continue
		}
		line := r.Line(i)
		if r.Heading(i) > 0 {
			line = lines.WithoutEdit(r.Known.Words, line)
		}
		if t.empty() {
			line = r.unprefix(i, line)
		}
		switch {
		case b.Role == dom.RoleLead:
			t.leads = append(t.leads, line)
		case b.Role == dom.RoleCaption:
			caption, credit, _ := r.Known.SplitCredit(line)
			if caption == "" {
				caption = credit
			}
			t.add(caption, false)
		default:
			t.add(line, r.goesOn(i, &t, line))
			b.Role = dom.RoleBody
		}
	}
	lead, body = strings.Join(t.leads, "\n\n"), t.body.String()
	if body == "" && len(t.leads) > mostLeads {
		lead, body = t.leads[0], strings.Join(t.leads[1:], "\n\n")
	}
	switch {
	case lead == "":
		return "", body
	case body != "":
		return lead, lead + "\n\n" + body
	case lines.Count(lead) >= shortLead:
		return lead, lead
	}
	return lead, ""
}

// goesOn tells whether a block that a <br> parts from the one before goes on
// with its sentence.
func (r writer) goesOn(i int, t *text, line string) bool {
	return r.Blocks[i].Br && runsOn(t.body.String(), line)
}

// storyCaptions is how many captions a photo story has, and storyShare how many
// times the words of its other text they have.
const (
	storyCaptions = 3
	storyShare    = 2
)

// story tells whether the words under the pictures are the article: there is
// hardly any other text.
func (r writer) story(first int) bool {
	captions, under, words, leading := 0, 0, 0, 0
	for i := first; i < r.B1; i++ {
		switch b := &r.Blocks[i]; {
		case b.Role == dom.RoleCaption:
			captions++
			under += b.Words
		case b.Cut != "":
		case b.Role == dom.RoleLead:
			leading += b.Words
		default:
			words += b.Words
		}
	}
	if words == 0 && leading < shortLead {
		return captions > 0
	}
	return captions >= storyCaptions && under >= storyShare*words
}

// unprefix takes the name of the paper off the head of a lead: "(Dân trí) - ",
// "TTO - ", or a span with nothing but the name. A place stays.
func (r writer) unprefix(i int, line string) string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.T0 > b.T0 {
			break
		}
		name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
		rest := strings.TrimPrefix(line, name)
		if r.Known.Outlet.Equals(name) || dashed(rest) && r.Known.IsPaper(name) {
			return lines.TrimDash(rest)
		}
	}
	return r.Known.Unprefix(line, cmp.Or(r.Meta.Site, view.TailName(r.View)))
}

// dashed tells what stands behind a prefix: a dash, and the lead.
func dashed(rest string) bool {
	rest = strings.TrimSpace(rest)
	return lines.HasPrefixAny([]byte(rest), "-", "–") && lines.UpperFirst(lines.TrimDash(rest))
}

// runsOn tells whether a line broken by <br> goes on with a sentence.
func runsOn(before, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(next) && (unicode.IsLetter(last) || last == ',')
}

// pictures lists the images of the article with the words under them, in the order of the page.
func (r writer) pictures(first int) (all []boctin.Image) {
	taken := map[int]bool{}
	next := first // the block whose caption is not listed yet
	alone := func(end int) {
		for ; next < end; next++ {
			if r.Blocks[next].Role == dom.RoleCaption && !taken[next] {
				var img boctin.Image
				r.addCaption(&img, next)
				all = append(all, img)
			}
		}
	}
	for p := range r.Images {
		pic := &r.Images[p]
		if pic.At < first || pic.At > r.B1 || !pic.Real() || r.inCut(p) {
			continue
		}
		alone(pic.At)
		img := boctin.Image{Src: pic.Source()}
		for i := pic.At; i < r.captionsEnd(p) && r.Blocks[i].Role == dom.RoleCaption && !taken[i]; i++ {
			taken[i] = true
			r.addCaption(&img, i)
		}
		if img != (boctin.Image{}) {
			all = append(all, img)
		}
	}
	alone(r.B1)
	return all
}

// captionsEnd is the block before which the words under a picture end: at the next
// one.
func (r writer) captionsEnd(p int) int {
	if p+1 == len(r.Images) {
		return r.B1
	}
	return min(r.B1, max(r.Images[p].At+1, r.Images[p+1].At))
}

func (r writer) addCaption(img *boctin.Image, i int) {
	caption, credit, _ := r.Known.SplitCredit(r.Line(i))
	img.Credit = cmp.Or(img.Credit, credit)
	img.Caption = strings.TrimSpace(img.Caption + " " + caption)
}

// inCut tells whether a picture stands in a box that was cut whole.
func (r writer) inCut(p int) bool {
	for e := r.Elems[r.Images[p].Elem].Parent; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		switch {
		case r.Dead[e], x.Hidden, r.Has(layout.Drop, e):
			return !r.opensLarger(x, p)
		case x.Count() > 0:
			return x.Count() <= 4 && r.Blocks[x.B0].Cut != "" && !lineOfArticle[r.Blocks[x.B0].Role]
		case x.Hint&dom.HintJunk != 0:
			return !r.opensLarger(x, p)
		}
	}
	return false
}

// opensLarger tells a link about a picture alone that stands right before its caption, whatever its name:
// <a class="modal">.
func (r writer) opensLarger(x *dom.Elem, p int) bool {
	at := r.Images[p].At
	switch {
	case x.Tag != atom.A, x.Count() > 0, at >= r.B1, r.Blocks[at].Role != dom.RoleCaption:
		return false
	}
	return p+1 == len(r.Images) || r.Images[p+1].At > at
}

// lineOfArticle are the roles of lines that are cut from the text and yet belong
// to the article.
var lineOfArticle = map[dom.Role]bool{dom.RoleCaption: true, dom.RoleByline: true, dom.RoleSource: true}
