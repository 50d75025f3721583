package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// events writes the events of an article.
func (a *article) events(explain bool) []boctin.Event {
	list := a.joined()
	a.dress(list)
	list = slices.DeleteFunc(list, func(d *draft) bool { return d.size() == 0 })
	out := slices.Grow([]boctin.Event(nil), len(list))
	for _, d := range list {
		out = append(out, a.event(d, explain))
	}
	return out
}

// dress gives events without a day the setting of the lead, or of the event that
// they go on from.
func (a *article) dress(list []*draft) {
	for i, d := range list {
		if d.inherits && i > 0 && d.day == "" {
			d.day, d.place = list[i-1].day, cmp.Or(d.place, list[i-1].place)
		}
		if d.page == 0 && len(a.pages) > 1 {
			a.fromLead(d)
		}
	}
}

// fromLead gives an event that only the headline tells the day and place with
// which the text begins.
func (a *article) fromLead(d *draft) {
	p := a.pages[1]
	if d.day != "" || len(p.lines) == 0 {
		return
	}
	s := &setting{sides{p.lines[0]}}
	lead := &draft{at: min(len(s.items), 9), kind: d.kind}
	if day := s.dayOf(lead); day != "" && s.until(0, 14, isDate) >= 0 {
		d.day, d.place = day, cmp.Or(d.place, s.placeOf(lead))
	}
}

func (a *article) event(d *draft, explain bool) boctin.Event {
	t := a.pages[d.page].text
	span := boctin.Span{Field: t.Field, Start: t.Tokens[d.from].Start, End: t.Tokens[d.to-1].End}
	if d.place == "" && policing(d.kind) {
		d.place = a.jurisdiction(d)
	}
	if d.place == "" && d.kind != "call" && d.kind != "visit" && occurs(d.kind) {
		d.place = a.prefixed()
	}
	e := boctin.Event{
		Kind: d.kind, Name: d.name, Status: boctin.Status(d.status), Date: d.day, Place: d.place, Post: d.post, FromPost: d.fromPost,
		Rank: d.rank, FromRank: d.fromRank, Measure: d.measure, Text: t.Src[span.Start:span.End], Span: span,
	}
	for _, x := range d.args {
		id := a.in.Officials[x.of].ID
		e.Officials = append(e.Officials, id)
		e.Roles = append(e.Roles, boctin.Role{ID: id, Role: x.role})
	}
	for _, b := range a.bodies(d) {
		e.Agencies = append(e.Agencies, a.in.Agencies[b].ID)
	}
	if explain {
		e.Reasons = []boctin.Reason{{Rule: d.rule, Span: &span}}
	}
	return e
}

// prefixed gives the place with which the headline says where its news is from: Nghệ An:
// Khánh thành cầu.
func (a *article) prefixed() string {
	lines := a.pages[0].lines
	if len(lines) == 0 {
		return ""
	}
	place, end := lines[0].placeAt(0)
	if !lines[0].has(0, isPlace|isPlaceHead) || !lines[0].has(end, isColon) {
		return ""
	}
	return place
}

// jurisdiction gives the place that the police or court of a case serves, with what lies
// above it where the text says that: TAND quận Ninh Kiều, TP Cần Thơ.
func (a *article) jurisdiction(d *draft) string {
	for _, b := range d.bodies {
		body := &a.in.Agencies[b]
		if body.Place == "" {
			continue
		}
		for _, m := range body.Mentions {
			if _, above, ok := strings.Cut(m.Text, body.Place+", "); ok {
				return body.Place + ", " + above
			}
		}
		return body.Place
	}
	return ""
}

// bodies gives the agencies of an event: those that took part, and those for which
// its officials sat there.
func (a *article) bodies(d *draft) []int {
	list := slices.Clone(d.bodies)
	if !gathers(d.kind) && d.kind != "signing" {
		return list
	}
	for _, x := range d.args {
		for _, p := range a.in.Officials[x.of].Posts {
			if b := a.seat(&p); b >= 0 {
				list = appendNew(list, b)
			}
		}
	}
	return list
}

// seat gives the agency that a post speaks for, -1 where it is none, or a party.
func (a *article) seat(p *boctin.Post) int {
	if p.Former {
		return -1
	}
	return slices.IndexFunc(a.in.Agencies, func(g boctin.Agency) bool { return g.ID == p.Agency && g.Kind != "party" })
}
