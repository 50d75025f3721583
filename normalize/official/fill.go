package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/viet"
)

// unitBeside gives the body, which is none of the article's, of another post of the same phrase: one in
// a unit of the same sort, or behind it one in a body that the title belongs to.
func (l lookup) unitBeside() string {
	for i := range l.x.at.Offices {
		o := &l.x.at.Offices[i]
		if o.Agency >= 0 || o.Body == "" || o.Private {
			continue
		}
		name := l.expanded(o.Body)
		if o.Entry == l.x.office.Entry && o.Entry.Unit != "" || o.From > l.x.office.From && l.homes(l.x).Hold(viet.PhraseKey(name)) {
			return name
		}
	}
	return ""
}

// namedBeside gives the body that the title belongs to and with whose name that of another post of
// the same phrase ends.
func (l lookup) namedBeside() string {
	homes := l.homes(l.x)
	if l.x.office.Entry.Elected {
		return "" // đại biểu A, Phó Trưởng Đoàn đại biểu | Quốc hội tỉnh B
	}
	for i := range l.x.at.Offices {
		o := &l.x.at.Offices[i]
		if o.Agency < 0 || o.From < l.x.office.From || !o.Entry.Member && o.Entry == l.x.office.Entry {
			continue
		}
		name := l.bodies.list[o.Agency].Name
		for at := strings.IndexByte(name, ' '); at >= 0; {
			if rest := name[at+1:]; homes.Hold(viet.PhraseKey(rest)) {
				return rest
			}
			next := strings.IndexByte(name[at+1:], ' ')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return ""
}

// officeOfCommittee gives the head of an office that party committees have, and that others may
// have, too, the committee that the sentence names: Ban Tổ chức.
func (l lookup) officeOfCommittee() bool {
	x := l.x
	if x.body >= 0 || l.kinds[viet.PhraseKey(x.name)].kind != "party-office" || slices.ContainsFunc(x.at.Offices, l.governs) {
		return false
	}
	list := slices.DeleteFunc(l.bodies.named("party-committee"), func(b int) bool { return !l.bodies.inSentence(b, x.office) })
	committee := l.nearestOf(list)
	if committee < 0 {
		return false
	}
	x.name += " " + l.bodies.list[committee].Name
	return true
}

// ofHeading gives a post that names no body, or but its kind, the one in the place with which its line begins:
// Xã A: Bí thư B, Chủ tịch UBND C; Phường A có Chủ tịch UBND là ông B.
func (l lookup) ofHeading() bool {
	x := l.x
	if x.body >= 0 || x.name != "" && !l.generic() {
		return false
	}
	o := x.office
	from, to := o.Text.Around().Heading(o.From)
	if from == to {
		return false
	}
	name := l.seats.leading(l.homes(x), x.name, small(o.Text.Written(from, to)))
	if name == "" {
		return false
	}
	if x.where = named(o); o.Bare() {
		x.where.From, x.where.To = from, to
	}
	x.name, o.State = name, true
	l.take(l.bodies.called(name, ""))
	return true
}

// committeeOfWard gives the committee of the party that a post names by its kind alone the place of
// the council or people's committee named last, where its holder has no rank, nor a post elsewhere.
func (l lookup) committeeOfWard() bool {
	x := l.x
	elsewhere := func(o phrase.Office) bool { return o.From != x.office.From && !o.Bare() }
	if x.body >= 0 || !l.generic() || l.p.any(ranked) || slices.ContainsFunc(x.at.Offices, elsewhere) {
		return false
	}
	b := l.nearestOf(slices.DeleteFunc(append(l.bodies.named("executive"), l.bodies.named("council")...), func(b int) bool {
		return !beginsWith(viet.PhraseKey(l.seats.committees[l.bodies.list[b].Place.Type]), x.name)
	}))
	if b < 0 {
		return false
	}
	place := &l.bodies.list[b].Place
	x.name = l.seats.committees[place.Type] + " " + place.Name
	return true
}

// inBrackets gives a bare title the body that alone stands in brackets behind the name.
func (l lookup) inBrackets() bool {
	x := l.x
	if x.name != "" || x.office.Entry.Ruler() || x.office.Entry.Elected {
		return false
	}
	around, i := x.at.Text.Around(), x.at.Name.To
	if field, n := around.FieldInBrackets(i); n > 0 && x.office.Entry.Central {
		x.name, x.office.State = x.office.Entry.Unit+" "+field, true
		x.where.Text, x.where.From, x.where.To = x.at.Text.Number, i+1, i+n-1
		return true
	}
	return l.take(around.BodyInBrackets(x.at.Name.To))
}

// ofBehind gives a bare title the body that it belongs to and that stands as its own behind the name.
func (l lookup) ofBehind() bool {
	x := l.x
	if x.name != "" || x.office.From > x.at.Name.From {
		return false
	}
	b := x.at.Text.Around().BodyOf(x.at.Name.To)
	return b >= 0 && l.fits(x, b) && l.take(b)
}

// delegated gives a deputy the delegation of the place that elected him, said with the title or
// behind the name.
func (l lookup) delegated() bool {
	x := l.x
	seat, from, to := x.office.Seat, x.office.From, x.office.To
	if seat == nil {
		seat, from, to = x.at.Text.Around().SeatBehind(x.at.Name.To)
	}
	if seat == nil || len(x.office.Entry.Within) == 0 {
		return false
	}
	x.name = x.office.Entry.Within[0] + " " + seat.Type + " " + seat.Name
	x.where = finding.Stretch{Text: x.at.Text.Number, From: from, To: to}
	x.office.State = true
	return true
}

// beforeCompany tells whether a post of the same phrase is one in a body that is none of state, and
// stands behind.
func (x *holding) beforeCompany(o phrase.Office) bool { return o.Private && o.From > x.office.From }

// deputyBehind gives a bare title the body of the deputy who is named next in the sentence.
func deputyBehind(l lookup) bool {
	for _, o := range l.aides {
		if l.x.office.Precedes(o) {
			if deputy, _ := strings.CutPrefix(o.Title, lexicon.Deputy+" "); deputy != l.x.title {
				return false
			}
			l.assign(l.x, o.Agency, "")
			return true
		}
	}
	return false
}

// oneTitle tells whether one of two titles is the other and more: Chủ tịch thứ nhất, Chủ tịch.
func oneTitle(a, b string) bool {
	a, b = viet.PhraseKey(a)+" ", viet.PhraseKey(b)+" "
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// leadsOn tells whether a bare Bộ trưởng is that of another post of the same phrase.
func (x *holding) leadsOn(o phrase.Office) bool {
	return slices.Contains(x.office.Entry.LeadsOn, o.Entry.Title)
}

// ofOrganisation gives a bare title of a committee of the party that of the place whose party organisation was named last.
func ofOrganisation(l lookup) bool {
	x := l.x
	if x.name != "" {
		return false
	}
	b := l.nearestOf(slices.DeleteFunc(l.bodies.named("party-committee"), func(b int) bool {
		return l.committeeOf(l.bodies.list[b].Name) == ""
	}))
	if b < 0 {
		return false
	}
	x.name = l.committeeOf(l.bodies.list[b].Name)
	l.take(l.bodies.called(x.name, phrase.Home))
	return true
}
