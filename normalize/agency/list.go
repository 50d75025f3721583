package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
)

// list groups the settled nodes by agency, the first named first; the owners
// inside a name are named with it.
func (a *article) list(explain bool) []*finding.Body {
	var out []*finding.Body
	of := map[*entity]*finding.Body{}
	for _, d := range a.nodes {
		for o := d; o != nil; o = o.owner {
			for _, e := range o.entities() {
				if e.body != nil && e.body.Quiet {
					continue
				}
				if of[e] == nil {
					of[e] = e.finding()
					out = append(out, of[e])
				}
				of[e].Mentions = append(of[e].Mentions, mention(o, explain))
			}
		}
	}
	for e, b := range of {
		b.Owner = of[e.owner]
		slices.SortStableFunc(b.Mentions, func(m, n finding.Mention) int { return m.Compare(n.Stretch) })
	}
	return out
}

// finding is the agency as the other finders see it.
func (e *entity) finding() *finding.Body {
	f := &finding.Body{ID: e.id, Name: e.name, Country: e.country, Kind: e.kind, Parent: e.parent, Place: e.place}
	if e.body != nil {
		f.Entry = e.body.Agency
		f.Own = e.body.Country == e.country && e.body.plain()
	}
	return f
}

func mention(d *node, explain bool) finding.Mention {
	m := finding.Mention{Stretch: finding.Stretch{Text: d.text, From: d.from, To: d.to}}
	if !explain {
		return m
	}
	m.Reasons = append(m.Reasons, finding.Reason{Rule: d.read, Entry: d.entry})
	for _, rule := range []string{d.referred, d.decided} {
		if rule != "" {
			m.Reasons = append(m.Reasons, finding.Reason{Rule: rule})
		}
	}
	return m
}
