package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
)

// fill decides block by block what belongs to the article and writes it down.
func (r *reader) fill(a *boctin.Article, page *boctin.Page) {
	first := r.firstBlock()
	r.cutBoxes(first, r.b1)
	r.cutLines(first, r.b1)
	r.cutRepeats(first, r.b1)
	r.cutLetterhead(first)
	r.findLead(first, r.b0, r.b1)
	r.cutHead(first)
	r.findCaptions(first, r.b1)
	a.Authors, a.Credit = r.findBylines(first, r.b0, r.b1)
	a.URL = r.address(page.URL)
	a.ID = identify(a.URL, a.Source.SHA256)
	a.Site = r.site(a.URL)
	a.Stamps = r.stamps(a.URL)
	r.cutStamps(first)
	a.Source.Layout = r.found.layout
	a.Title = r.titleText
	a.Section, a.Tags = r.section(), r.tags()
	a.Lead, a.Body = r.write(first)
	a.Images = r.pictures(first)
	a.Language = language(a.Body, r.meta.lang)
}

// firstBlock is where the article begins: after the headline, or, where none
// is printed, at a lead before the body.
func (r *reader) firstBlock() int {
	if r.title >= 0 && r.title < r.b1 {
		return min(r.title+1, r.b1)
	}
	for i := max(0, r.b0-8); i < r.b0; i++ {
		if r.leadNamed(i) && !r.dead[r.blocks[i].elem] {
			return i
		}
	}
	return r.b0
}

// cutHead sets aside what stands between headline and body and is neither lead
// nor text: section, date, names, shares.
func (r *reader) cutHead(first int) {
	for i := first; i < r.b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.role != roleNone {
			continue
		}
		good := b.words >= 12 && b.linkShare() < 0.4 && r.sentence(i)
		switch {
		case i >= r.b0 && good:
			return
		case i < r.b0 && r.captionElem(i) && !r.dead[b.elem]:
			b.role, b.cut = roleCaption, "caption by tag or name"
		case i < r.b0 && (!good || r.dead[b.elem]):
			b.cut = "between headline and body"
		case i >= r.b0 && b.words < 14 && r.aside(i):
			b.cut = "line before the body"
		}
	}
}

// aside tells whether a short line before the first paragraph is no sub-head.
func (r *reader) aside(i int) bool {
	b := &r.blocks[i]
	if r.heading(i) > 0 && !hasDate(r.text[b.t0:b.t1]) {
		return false
	}
	return r.whole(i)&(hintDate|hintAuthor|hintSection|hintSource|hintTags) != 0 || hasDate(r.text[b.t0:b.t1]) && hasClock(r.text[b.t0:b.t1]) || b.linkShare() > 0.5
}

// cutRepeats sets aside what is printed twice: the headline as a line of the
// body, the lead again, a second copy of the article.
func (r *reader) cutRepeats(first, b1 int) {
	title := r.x.phrases.fold(r.titleText)
	seen := map[string]int{}
	for i := first; i < b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.words < 4 {
			continue
		}
		f := r.folded(i)
		if f == title && f != "" {
			b.cut = "headline again"
			continue
		}
		if b.words < 12 {
			continue
		}
		if _, again := seen[f]; again {
			b.cut = "printed twice"
			continue
		}
		seen[f] = i
	}
}

// cutStamps takes the line of publication out of the text.
func (r *reader) cutStamps(first int) {
	for i := first; i < r.b1; i++ {
		b := &r.blocks[i]
		if b.role == roleDate && b.cut == "" {
			if b.words <= r.stampWords(b) && (i < r.b0+3 || i > r.b1-4) {
				b.cut = "line of publication"
			} else {
				b.role = roleBody
			}
		}
	}
}

// write gives the lead and the paragraphs, the lead first among them.
func (r *reader) write(first int) (lead, body string) {
	var leads, text []string
	for i := first; i < r.b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" {
			continue
		}
		line := r.line(i)
		if len(leads)+len(text) == 0 || b.role == roleLead && len(leads) == 0 {
			line = r.unprefix(i, line)
		}
		switch {
		case line == "":
		case b.role == roleLead:
			leads = append(leads, line)
		case b.br && len(text) > 0 && r.blocks[i-1].cut == "" && runsOn(text[len(text)-1], line):
			text = append(text, " ", line)
			b.role = roleBody
		default:
			if len(text) > 0 {
				text = append(text, "\n\n")
			}
			text = append(text, line)
			b.role = roleBody
		}
	}
	body = strings.Join(text, "")
	lead = strings.Join(leads, "\n\n")
	var parts []string
	for _, part := range []string{lead, body, r.story(first, body)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 && parts[0] == lead && len(strings.Fields(lead)) < 20 {
		return lead, ""
	}
	return lead, strings.Join(parts, "\n\n")
}

// thin tells whether what was kept is too little to be an article: a listing or
// a page of furniture leaves a few stray lines.
func (r *reader) thin() bool {
	words, captions, cells := 0, 0, 0
	for i := range r.blocks {
		switch b := &r.blocks[i]; {
		case b.role == roleCaption:
			captions += b.words
		case b.cut != "" || b.role != roleBody && b.role != roleLead || r.colophon(i):
		case b.words >= 6 && (r.sentence(i) || b.words > 20):
			words += b.words
		case b.linked == 0 && r.inTable(i):
			cells += b.words
		}
	}
	switch {
	case cells >= 60, cells >= 20 && (r.dated() || len(r.signedStamp(nil)) > 0):
		return false
	case r.title < 0 && len(r.meta.published) == 0:
		return words < 60
	}
	return words < 10 && captions < 30
}

// colophon tells a line of the site about itself.
func (r *reader) colophon(i int) bool {
	return r.imprint(i) || r.x.phrases.colophon.begins(r.folded(i)) > 0
}

// inTable tells whether a block stands in a table or list: they may be all that
// an article has.
func (r *reader) inTable(i int) bool {
	for e, up := r.blocks[i].elem, 0; e > 0 && up < 3; e, up = r.elems[e].parent, up+1 {
		switch r.elems[e].tag {
		case atom.Td, atom.Th, atom.Li:
			return true
		}
	}
	return false
}

// runsOn tells whether a line broken by <br> goes on with a sentence.
func runsOn(before, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(next) && (unicode.IsLetter(last) || last == ',')
}

// story gives the words under the pictures where they are the article: a photo
// story has hardly any other text.
func (r *reader) story(first int, body string) string {
	var lines []string
	words := 0
	for i := first; i < r.b1; i++ {
		if r.blocks[i].role == roleCaption {
			lines = append(lines, r.line(i))
			words += r.blocks[i].words
		}
	}
	if body != "" && (len(lines) < 3 || words < 4*(strings.Count(body, " ")+1)) {
		return ""
	}
	return strings.Join(lines, "\n\n")
}

// pictures lists the images of the article with the words under them.
func (r *reader) pictures(first int) (all []boctin.Image) {
	taken := map[int]bool{}
	for p := range r.images {
		pic := &r.images[p]
		if pic.at < first || pic.at > r.b1 || !r.real(pic) || r.inCut(pic) {
			continue
		}
		img := boctin.Image{Src: imageSource(pic)}
		for i := pic.at; i < r.b1 && r.blocks[i].role == roleCaption && !taken[i]; i++ {
			if i > pic.at && (p+1 < len(r.images) && r.images[p+1].at <= i) {
				break
			}
			taken[i] = true
			r.addCaption(&img, i)
		}
		if img.Src != "" || img.Caption != "" {
			all = append(all, img)
		}
	}
	for i := first; i < r.b1; i++ {
		if r.blocks[i].role == roleCaption && !taken[i] {
			var img boctin.Image
			r.addCaption(&img, i)
			all = append(all, img)
		}
	}
	return all
}

func (r *reader) addCaption(img *boctin.Image, i int) {
	line := r.line(i)
	caption, credit, _ := r.x.splitCredit(line)
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
func (r *reader) inCut(p *picture) bool {
	for e := r.elems[p.elem].parent; e > 0; e = r.elems[e].parent {
		x := &r.elems[e]
		if r.dead[e] || x.hidden || r.hasPart(partDrop, e) {
			return true
		}
		if x.b0 < x.b1 {
			b := &r.blocks[x.b0]
			return x.b1-x.b0 <= 4 && b.cut != "" && b.role != roleCaption && b.role != roleByline && b.role != roleSource
		}
		if x.hint&hintJunk != 0 {
			return true
		}
	}
	return false
}

func imageSource(p *picture) string {
	for _, key := range []string{"data-src", "data-original", "data-lazy-src", "src", "data-image"} {
		if v := strings.TrimSpace(attr(p.node, key)); v != "" && !strings.HasPrefix(v, "data:") {
			return v
		}
	}
	return ""
}
