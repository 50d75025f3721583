package agency

import (
	"slices"

	"github.com/boctin/boctin"
)

// list groups the settled nodes by agency, the first named first; the owners
// inside a name are named with it.
func (a *article) list(explain bool) []boctin.Agency {
	var out []boctin.Agency
	at := map[string]int{}
	add := func(d *node, e *entity) {
		i, known := at[e.id]
		if !known {
			i = len(out)
			at[e.id] = i
			out = append(out, e.agency())
		}
		out[i].Mentions = append(out[i].Mentions, a.mention(d, explain))
	}
	for _, d := range a.nodes {
		for o := d; o != nil; o = o.owner {
			for _, e := range a.settled[o] {
				if e.body == nil || !e.body.Quiet {
					add(o, e)
				}
			}
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].Mentions, func(m, n boctin.Mention) int {
			if m.Field != n.Field {
				return 0
			}
			return m.Start - n.Start
		})
	}
	return out
}

func (e *entity) agency() boctin.Agency {
	g := boctin.Agency{ID: e.id, Name: e.name, Country: e.country, Kind: e.kind, Parent: e.parent}
	if b := e.body; b != nil && b.Country == e.country && b.slot == "" && len(b.of) == 0 {
		g.NameEN, g.Wikidata = b.NameEN, b.Wikidata
	}
	return g
}

func (a *article) mention(d *node, explain bool) boctin.Mention {
	x := a.texts[d.text]
	m := boctin.Mention{
		Text: x.Slice(d.from, d.to),
		Span: boctin.Span{Field: x.Field, Start: x.Tokens[d.from].Start, End: x.Tokens[d.to-1].End},
	}
	if explain {
		m.Reasons = []boctin.Reason{{Rule: d.rule}}
	}
	return m
}
