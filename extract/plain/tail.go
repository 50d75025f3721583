package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// tailReader finds where the body ends and reads what follows.
type tailReader struct{ *document }

// outlook says what lies ahead of a piece.
type outlook struct {
	gain  int // how much the text ahead outweighs other lines, see weight
	real  int // paragraphs of that text
	heads int // lines like headlines among them
	next  int // first real paragraph from here on
}

// look fills ahead, from the end, in one pass. A strong sign of a list bounds
// what is seen from before it.
func (d tailReader) look() {
	d.ahead = make([]outlook, len(d.pieces)+1)
	d.ahead[len(d.pieces)].next = len(d.pieces)
	for i := len(d.pieces) - 1; i >= 0; i-- {
		o := d.ahead[i+1]
		p := &d.pieces[i]
		o.gain += p.weight()
		switch {
		case p.footer():
			o = outlook{next: len(d.pieces)}
		case p.listHead(), o.gain <= 0:
			o = outlook{next: o.next}
		}
		switch {
		case p.role != text:
		case p.real:
			o.real++
			o.next = i
		case o.gain > 0 && !lines.Ended(p.text) && lines.Count(p.text) > 3 && !d.v.Labelled(p.text):
			o.heads++
		}
		d.ahead[i] = o
	}
}

// resumes tells whether the article goes on after piece i, and where: at least
// need paragraphs follow, with few headlines among them.
func (d *document) resumes(i, need int) (int, bool) {
	at := d.ahead[i+1].next
	if at >= len(d.pieces) {
		return 0, false
	}
	rest := d.ahead[at]
	return at, rest.real >= need && rest.real >= 2*rest.heads
}

// findEnd finds where the body ends and cuts the boxes inside it.
func (d tailReader) findEnd() {
	d.look()
	d.end = len(d.pieces)
	seen := 0 // paragraphs of the body so far
	for i := d.start; i < len(d.pieces); i++ {
		if i >= d.limit || seen > 0 && d.endsBefore(i, seen) {
			d.end = i
			return
		}
		switch p := &d.pieces[i]; {
		case p.listHead():
			if to, ok := d.resumes(i, 1); ok {
				d.cutBox(i+1, to)
				i = to - 1
			}
		case p.prose():
			seen++
			if lines.Closed(p.text) && d.closes(i) {
				d.end = i + 1
				return
			}
		}
	}
}

// shortRest is how many words the one paragraph below a list has that is none of
// the article.
const shortRest = 40

// endsBefore tells whether the body, of seen paragraphs so far, has ended before
// a piece.
func (d tailReader) endsBefore(i, seen int) bool {
	p := &d.pieces[i]
	switch {
	case p.listHead():
		to, goes := d.resumes(i, 1)
		return !goes || seen >= 3 && d.ahead[to].real == 1 && lines.Count(d.pieces[to].text) < shortRest
	case p.rule == "widget":
		return d.ahead[i].next == len(d.pieces)
	case p.role == cut:
		return p.footer()
	case p.role == text:
		return d.textEnds(i)
	}
	return false
}

// textEnds tells a line with which the body has ended.
func (d tailReader) textEnds(i int) bool {
	for _, ends := range [...]func(d tailReader, i int) bool{
		tailReader.signsOff, tailReader.listsTags, tailReader.filedUnder, tailReader.countsLast, tailReader.invites, tailReader.lastTime,
		tailReader.signedDay,
	} {
		if ends(d, i) {
			return true
		}
	}
	return false
}

// cutTeasers cuts pairs of a headline and a sentence at the end of the body,
// where the paragraphs before are not set so.
func (d tailReader) cutTeasers() {
	begin, pairs := d.end, 0
	for i := d.end - 1; i > d.start; i -= 2 {
		p, head := &d.pieces[i], &d.pieces[i-1]
		if !p.real || !head.headlike(6) {
			break
		}
		begin, pairs = i-1, pairs+1
	}
	real, heads := 0, 0
	for i := d.start; i < begin; i++ {
		if p := &d.pieces[i]; p.real {
			real++
		} else if p.role == text && !lines.Ended(p.text) {
			heads++
		}
	}
	if pairs >= 2 && real >= 3 && real >= 3*heads {
		d.end = begin
	}
}

// cutHeadlines cuts a run of headlines at the end of the body: no sentence
// closes it and none leads to it with a colon.
func (d tailReader) cutHeadlines() {
	begin, n := d.end, 0
	for i := d.end - 1; i > d.start; i-- {
		p := &d.pieces[i]
		if p.role != text {
			continue
		}
		if p.strong || !p.headlike(5) {
			if strings.HasSuffix(p.text, ":") {
				return
			}
			break
		}
		begin, n = i, n+1
	}
	if n >= 3 {
		d.end = begin
	}
}

// longestHeadline is how many words a headline has in a list of other articles.
const longestHeadline = 30

// headlike tells a line that may be a headline in a list: of some words, no item,
// no sentence and no sub-heading.
func (p *piece) headlike(fewest int) bool {
	switch n := lines.Count(p.text); {
	case p.role != text, p.heading, n < fewest, n > longestHeadline, lines.Ended(p.text), bullet(p.text) > 0:
		return false
	}
	return !isTicker(p.text)
}

// cutBox cuts the headlines of a box inside the body.
func (d tailReader) cutBox(from, to int) { d.cutRange(from, to, "box of other articles") }

// closes tells whether "./." ends the article: what follows is no text of some
// paragraphs.
func (d tailReader) closes(i int) bool {
	_, goes := d.resumes(i, 2)
	if goes {
		return false
	}
	for j := i + 1; j < min(len(d.pieces), i+4); j++ {
		if lines.Closed(d.pieces[j].text) && d.pieces[j].real {
			return false
		}
	}
	return true
}

// signsOff tells whether piece i signs the article: it names reporters or a
// source, and no paragraphs follow. A line that says so of itself is one in any
// place, and what may follow it is a note.
func (d tailReader) signsOff(i int) bool {
	p := &d.pieces[i]
	switch {
	case p.real, p.heading, bullet(p.text) > 0:
		return false
	}
	sig, ok := d.signature(i)
	if !ok {
		return false
	}
	if !d.v.Labelled(p.text) || len(sig.Authors) == 0 {
		if d.at(i + 1).listHead() {
			return d.endsBefore(i+1, seenBefore)
		}
		_, goes := d.resumes(i, 1)
		return !goes
	}
	if _, goes := d.resumes(i, 2); !goes {
		return true
	}
	p.set(byline, "signs a part")
	d.signed(sig)
	return false
}

// seenBefore is how many paragraphs stand above who signs, at least, where the head of a list is
// right below.
const seenBefore = 3

// lastTime tells a line of publication below which nothing stands but who signs, and tags.
func (d tailReader) lastTime(i int) bool {
	if !d.dayAlone(i) {
		return false
	}
	for j := d.skip(i + 1); j < len(d.pieces); j = d.skip(j + 1) {
		if _, signs := d.signature(j); !signs && d.tagList(&d.pieces[j]) == "" {
			return false
		}
	}
	return true
}

// dayAlone tells a time and nothing else, with a place before it perhaps.
func (d tailReader) dayAlone(i int) bool {
	p := &d.pieces[i]
	switch {
	case lines.DayOfSource(d.v.Words, p.text):
		return false
	case p.rule == "stamp?":
		return true
	}
	return !p.real && lines.Count(p.text) <= longestPlaced && d.v.Letterhead(p.text)
}

// longestPlaced is how many words a line with place and day has.
const longestPlaced = 12

// listsTags tells a line of tags below the article.
func (d tailReader) listsTags(i int) bool {
	if d.tagList(&d.pieces[i]) == "" {
		return false
	}
	_, goes := d.resumes(i, 2)
	return !goes
}

// filedUnder tells a line below the article that says, without a colon, what it is filed under:
// Chuyên mục Tin thôn.
func (d tailReader) filedUnder(i int) bool {
	p := &d.pieces[i]
	words := strings.Fields(d.fold(p))
	if len(words) < 2 || len(words) > longestCrumb+2 || lines.Ended(p.text) {
		return false
	}
	for _, key := range []string{words[0], words[0] + " " + words[1]} {
		switch d.v.keys[key] {
		case "section", "tags":
			_, goes := d.resumes(i, 1)
			return !goes
		}
	}
	return false
}

// countsLast tells a few figures alone below which no paragraph stands: how many liked the text.
func (d tailReader) countsLast(i int) bool {
	if !isCount(d.pieces[i].text) {
		return false
	}
	_, goes := d.resumes(i, 1)
	return !goes
}

// longestTag is how many words a line of tags behind their marks has.
const longestTag = 10

// marked tells a line of tags behind their marks; "# Chợ phiên" is a headline of Markdown.
func marked(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, "#"))
	return s[0] == '#' && unicode.IsLetter(first) && lines.Count(s) <= longestTag && !lines.Ended(s)
}

// tagList gives what stands behind "Từ khóa:", or tags of some words behind their marks: #chợ phiên.
func (d tailReader) tagList(p *piece) string {
	if marked(p.text) {
		return p.text
	}
	key, list, _ := strings.Cut(p.text, ":")
	if d.v.keys[lines.Fold(key)] != "tags" {
		return ""
	}
	return list
}
