package plain

import (
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// blockReader reads short lines about the headline that are told by those beside them.
type blockReader struct{ headReader }

// titleAboveTime takes the line right above the first time of publication for the headline where
// nothing but two short lines or more stands above it, from piece i on: the menu of a site that is
// copied with it. It gives the index of the piece after it, i where there is none.
func (d blockReader) titleAboveTime(i int) int {
	name, short := -1, 0
	for j := i; j < len(d.pieces); j++ {
		p := &d.pieces[j]
		switch {
		case p.role != text:
			continue
		case p.rule == "stamp?", d.v.stamps().dated(p.text):
			if short < fewestAbove || lines.Count(d.pieces[name].text) <= longestCrumb {
				return i
			}
			d.cutRange(i, name, "menu")
			d.pieces[name].set(title, "headline above the line of publication")
			return name + 1
		case name >= 0 && lines.Count(d.pieces[name].text) > longestCrumb, lines.Ended(p.text), bullet(p.text) > 0:
			return i
		}
		if name >= 0 {
			short++
		}
		name = j
	}
	return i
}

// cutRange cuts the pieces [from,to) that nothing is known of.
func (d *document) cutRange(from, to int, rule string) {
	for i := from; i < to; i++ {
		if p := &d.pieces[i]; p.role == text {
			p.set(cut, rule)
		}
	}
}

// fewestAbove is how many short lines above a headline make a menu where a time stands below it.
const fewestAbove = 2

// cutHeadBlock reads what stands between the headline and the first paragraph where it is all short
// lines, three at least, with a time among them: names, and buttons and figures, which are cut.
func (d blockReader) cutHeadBlock(from int) {
	if !d.hasTitle() {
		return
	}
	end, short, timed := from, 0, false
	for ; end < len(d.pieces) && !d.pieces[end].real; end++ {
		switch p := &d.pieces[end]; {
		case p.role != text:
		case p.rule == "stamp?", d.v.stamps().dated(p.text):
			timed = true
		case lines.Count(p.text) > longestCrumb, strings.ContainsAny(p.text, ".?!:"), bullet(p.text) > 0:
			return
		default:
			short++
		}
	}
	if !timed || short < shortInBlock || end == len(d.pieces) {
		return
	}
	for i := from; i < end; i++ {
		if p := &d.pieces[i]; p.role == text && !d.readStamp(p) {
			d.ofHead(i, true)
		}
	}
	d.cutRange(from, end, "between headline and text")
}

// shortInBlock is how many short lines such a block has beside the time.
const shortInBlock = 3

// timeAndButton reads a time with its hour and behind it a few words that are neither a sentence nor
// a name, right below the headline: 05/03/2021 07:15 Thêm vào yêu thích.
func (d blockReader) timeAndButton(p *piece) bool {
	at := p.text
	for n := 0; n < longestButton && d.hasTitle(); n++ {
		cutAt := strings.LastIndexByte(at, ' ')
		switch {
		case cutAt < 0, lines.HasDigit([]byte(at[max(0, cutAt):])), lines.Ended(at):
			return false
		}
		if at = at[:cutAt]; lines.HasClock([]byte(at)) && d.v.IsStamp(at, lines.Fold(at)) {
			d.mixed(p, "", at)
			return true
		}
	}
	return false
}

// longestButton is how many words such a button has.
const longestButton = 4

// nameAbove reads who wrote above the headline, where a time stands right above that or below it.
func (d blockReader) nameAbove(i int) bool {
	p := &d.pieces[i]
	sig, ok := d.v.names(p.text)
	next := d.skip(i + 1)
	timed := d.stamped()
	for ; d.at(next).rule == "stamp?"; next = d.skip(next + 1) {
		timed = true
	}
	switch {
	case !ok, !timed, !d.isTitle(next):
		return false
	}
	p.set(byline, "names above the headline")
	d.signed(sig)
	return true
}

// capitals reads a pen name in capitals, which only a time beside it shows: THÙY VÂN.
func capitals(v *vocabulary, s string) (sig lines.Signature, ok bool) {
	sig = v.Sign(s)
	switch {
	case sig.Ranked:
		return sig, true
	case len(sig.Authors) != 1, v.section.Is(lines.Fold(s)), v.Outlet.Begins(lines.Lower(s)) > 0:
		return sig, false
	}
	name := sig.Authors[0]
	return sig, lines.Count(name) > 1 && name == strings.ToUpper(name) && lines.LettersOnly(name)
}
