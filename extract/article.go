package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	a.ID = identify(a.URL, a.Source.SHA256)
	a.Site = r.Site(a.URL)
	a.Source.Claimed = host(page.URL) == "" && a.Site != ""
	a.Stamps = stamp.Finder{View: r.View}.Find(a.URL)
	r.cutStamps(first)
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
		return min(r.Title+1, r.B1)
	}
	for i := max(0, r.B0-8); i < r.B0; i++ {
		if r.LeadNamed(i) && !r.Dead[r.Blocks[i].Elem] {
			return i
		}
	}
	return r.B0
}

// cutHead sets aside what stands between headline and body and is neither lead
// nor text: section, date, names, shares.
func (r writer) cutHead(first int) {
	for i := first; i < r.B1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Role != dom.RoleNone {
			continue
		}
		good := b.Words >= 12 && b.LinkShare() < 0.4 && r.Sentence(i)
		switch {
		case i >= r.B0 && good:
			return
		case i < r.B0 && !r.Dead[b.Elem] && (r.CaptionElem(i) || r.leadPicture(i)):
			b.Role, b.Cut = dom.RoleCaption, "caption by tag or name"
		case i < r.B0 && (!good || r.Dead[b.Elem]):
			b.Cut = "between headline and body"
		case i >= r.B0 && b.Words < 14 && r.aside(i):
			b.Cut = "line before the body"
		}
	}
}

// aside tells whether a short line before the first paragraph is no sub-head.
func (r writer) aside(i int) bool {
	b := &r.Blocks[i]
	if r.Heading(i) > 0 && !lines.HasDate(r.Text[b.T0:b.T1]) {
		return false
	}
	if r.Known.Sign(r.Line(i)).Labelled {
		return true
	}
	return r.Whole(i)&(dom.HintDate|dom.HintAuthor|dom.HintSection|dom.HintSource|dom.HintTags) != 0 || lines.HasDate(r.Text[b.T0:b.T1]) && lines.HasClock(r.Text[b.T0:b.T1]) || b.LinkShare() > 0.5
}

// leadPicture tells the words under the picture between headline and body: one
// line without links in a small box that has a picture above it.
func (r writer) leadPicture(i int) bool {
	b := &r.Blocks[i]
	if b.Words < 5 || b.Words > 60 || b.Linked > 0 || !r.ImageBefore(i) {
		return false
	}
	for e, up := b.Elem, 0; e > 0 && up < 4; e, up = r.Elems[e].Parent, up+1 {
		x := &r.Elems[e]
		if x.Count() > 2 {
			return false
		}
		if x.Pictured() {
			return true
		}
	}
	return false
}

// cutRepeats sets aside what is printed twice: the headline as a line of the
// body, the lead again, a second copy of the article.
func (r writer) cutRepeats(first, b1 int) {
	title := lines.Fold(r.TitleText)
	seen := map[string]int{}
	for i := first; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Words < 4 {
			continue
		}
		f := r.Folded(i)
		if f == title && f != "" {
			b.Cut = "headline again"
			continue
		}
		if b.Words < 12 {
			continue
		}
		if _, again := seen[f]; again {
			b.Cut = "printed twice"
			continue
		}
		seen[f] = i
	}
}

// cutStamps takes the line of publication out of the text.
func (r writer) cutStamps(first int) {
	for i := first; i < r.B1; i++ {
		b := &r.Blocks[i]
		if b.Role == dom.RoleDate && b.Cut == "" {
			if b.Words <= r.StampWords(b) && (i < r.B0+3 || i > r.B1-4) {
				b.Cut = "line of publication"
			} else {
				b.Role = dom.RoleBody
			}
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
		if t.empty() || b.Role == dom.RoleLead && len(t.leads) == 0 {
			line = r.unprefix(i, line)
		}
		switch {
		case line == "":
		case b.Role == dom.RoleLead:
			t.leads = append(t.leads, line)
		case b.Role == dom.RoleCaption:
			t.add(line, false)
		default:
			t.add(line, r.goesOn(i, &t, line))
			b.Role = dom.RoleBody
		}
	}
	lead = strings.Join(t.leads, "\n\n")
	switch {
	case t.body.Len() > 0 && lead != "":
		return lead, lead + "\n\n" + t.body.String()
	case t.body.Len() == 0 && lines.Count(lead) >= shortLead:
		return lead, lead
	}
	return lead, t.body.String()
}

// goesOn tells whether a block that a <br> parts from the one before goes on
// with its sentence.
func (r writer) goesOn(i int, t *text, line string) bool {
	return r.Blocks[i].Br && t.body.Len() > 0 && r.Blocks[i-1].Cut == "" && runsOn(t.body.String(), line)
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
		case b.Cut == "" && b.Role == dom.RoleLead:
			leading += b.Words
		case b.Cut == "":
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
		if x.T0 == b.T0 && x.T1 > x.T0 && x.T1 < b.T1 {
			name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
			if r.Known.Outlet.Is(lines.Lower(name)) && strings.HasPrefix(line, name) {
				return lines.TrimDash(line[len(name):])
			}
		}
	}
	return r.Known.Unprefix(line, r.Meta.Site)
}

// runsOn tells whether a line broken by <br> goes on with a sentence.
func runsOn(before, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(next) && (unicode.IsLetter(last) || last == ',')
}

// pictures lists the images of the article with the words under them.
func (r writer) pictures(first int) (all []boctin.Image) {
	taken := map[int]bool{}
	for p := range r.Images {
		pic := &r.Images[p]
		if pic.At < first || pic.At > r.B1 || !pic.Real() || r.inCut(pic) {
			continue
		}
		img := boctin.Image{Src: pic.Source()}
		for i := pic.At; i < r.B1 && r.Blocks[i].Role == dom.RoleCaption && !taken[i]; i++ {
			if i > pic.At && (p+1 < len(r.Images) && r.Images[p+1].At <= i) {
				break
			}
			taken[i] = true
			r.addCaption(&img, i)
		}
		if img.Src != "" || img.Caption != "" {
			all = append(all, img)
		}
	}
	for i := first; i < r.B1; i++ {
		if r.Blocks[i].Role == dom.RoleCaption && !taken[i] {
			var img boctin.Image
			r.addCaption(&img, i)
			all = append(all, img)
		}
	}
	return all
}

func (r writer) addCaption(img *boctin.Image, i int) {
	line := r.Line(i)
	caption, credit, _ := r.Known.SplitCredit(line)
	if credit != "" && img.Credit == "" {
		img.Credit = credit
	}
	if img.Caption != "" && caption != "" {
		caption = img.Caption + " " + caption
	} else if caption == "" {
		caption = img.Caption
	}
	img.Caption = caption
}

// inCut tells whether a picture stands in a box that was cut whole.
func (r writer) inCut(p *dom.Picture) bool {
	for e := r.Elems[p.Elem].Parent; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		if r.Dead[e] || x.Hidden || r.Has(layout.Drop, e) {
			return true
		}
		if x.B0 < x.B1 {
			b := &r.Blocks[x.B0]
			return x.B1-x.B0 <= 4 && b.Cut != "" && b.Role != dom.RoleCaption && b.Role != dom.RoleByline && b.Role != dom.RoleSource
		}
		if x.Hint&dom.HintJunk != 0 {
			return true
		}
	}
	return false
}
