package plain

import (
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// readTail reads bylines, source, tags and times that stand after the body, and
// cuts the rest.
func (d tailReader) readTail() {
	open := true // until the first box, names are those of reporters
	for i := d.end; i < len(d.pieces); i++ {
		p := &d.pieces[i]
		switch {
		case d.readTags(p), p.pictured():
		case p.listHead(), p.footer():
			open = open && d.v.share.Is(strings.TrimSuffix(d.fold(p), ":"))
		case p.role == image:
			if !open {
				p.set(cut, "after the end")
			}
		case p.role == address:
			p.set(address, "url in the tail")
		case p.role != text:
		case open && len(d.article.Stamps) == 0 && d.dayAlone(i):
			d.stamp(p)
		case open && d.signedDay(i):
			when, other := d.closingTime(p.text)
			d.mixed(p, other, when)
		default:
			sig, ok := d.signature(i)
			if ok && open {
				p.set(byline, "signs the article")
				d.signed(d.ofReporter(i, sig))
				continue
			}
			p.set(cut, "after the end")
			open = open && len(d.article.Authors) == 0 // tags and the like follow
		}
	}
	d.dropTailPictures()
}

// ofReporter reads "Theo Lan Anh" right above the name of a paper: who wrote there.
func (d tailReader) ofReporter(i int, sig lines.Signature) lines.Signature {
	below := d.at(i + 1).text
	if len(sig.Authors) > 0 || !d.v.IsReporter(sig.Source) || !d.v.IsPaper(below) {
		return sig
	}
	return lines.Signature{Authors: []string{sig.Source}, Source: below}
}

// dropTailPictures takes out captions of the boxes after the article: those not
// beside its last paragraph.
func (d tailReader) dropTailPictures() {
	open := true
	for i := d.end; i < len(d.pieces); i++ {
		switch p := &d.pieces[i]; {
		case p.furniture():
			open = false
		case !open && p.pictured():
			p.set(cut, "after the end")
		}
	}
}

// readTags reads "Từ khóa: a, b".
func (d tailReader) readTags(p *piece) bool {
	list := d.tagList(p)
	if list == "" || p.role != text {
		return false
	}
	d.tags(p, list)
	return true
}

// signedDay tells the only time that the text tells, below all paragraphs, with who wrote, a paper or
// counters beside it: Lan Anh – 5/3/2021.
func (d tailReader) signedDay(i int) bool {
	p := &d.pieces[i]
	if p.real || len(d.article.Stamps) > 0 || d.ahead[i+1].next < len(d.pieces) {
		return false
	}
	when, other := d.closingTime(p.text)
	_, signs := d.v.names(other)
	switch {
	case when == "", d.v.Level.Opens(other), lines.DayOfSource(d.v.Words, p.text): // Xã Mẫu Sơn, 05/03/2021
		return false
	}
	return other == "" || signs || lines.IsOutlet(other) || d.v.isWidget(other, lines.Fold(other))
}

// closingTime parts a line that closes a text into a time and what stands beside it: Lan Anh (05/03/2021).
func (d tailReader) closingTime(s string) (when, other string) {
	if name, rest, ok := strings.Cut(s, " ("); ok && d.v.stamps().beside(name, rest, "(") {
		return strings.TrimSuffix(rest, ")"), name
	}
	when, other, _ = d.v.stamps().splitStamp(s)
	return when, other
}
