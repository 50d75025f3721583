package agency

import (
	"iter"
	"slices"

	"github.com/boctin/boctin/normalize/finding"
)

// list groups the settled nodes by agency, the first named first; the owners
// inside a name are named with it.
func (a *article) list(bodies *finding.Memory, explain bool) []*finding.Body {
	var entities []*entity
	named := 0
	for e := range a.told() {
		if e.named == 0 {
			entities = append(entities, e)
		}
		e.named++
		named++
	}
	out, mentions := make([]*finding.Body, len(entities)), bodies.Mentions(named)
	for k, e := range entities {
		out[k] = bodies.Body()
		*out[k] = e.finding()
		e.listed, out[k].Mentions, mentions = out[k], mentions[:0:e.named], mentions[e.named:]
	}
	for e, d := range a.told() {
		e.listed.Mentions = append(e.listed.Mentions, mention(d, explain))
	}
	for k, e := range entities {
		if e.owner != nil {
			out[k].Owner = e.owner.listed
		}
		slices.SortStableFunc(out[k].Mentions, func(m, n finding.Mention) int { return m.Compare(n.Stretch) })
	}
	return out
}

// told goes over what the nodes mean and is listed, with the node.
func (f *findings) told() iter.Seq2[*entity, *node] {
	return func(yield func(*entity, *node) bool) {
		for _, d := range f.nodes {
			for o := d; o != nil; o = o.owner {
				if o != d && o.from >= d.to {
					continue // in the brackets behind, a node by itself
				}
				for _, e := range o.entities() {
					if (e.body == nil || !e.body.Quiet) && !yield(e, o) {
						return
					}
				}
			}
		}
	}
}

// finding is the agency as the other finders see it.
func (e *entity) finding() finding.Body {
	f := finding.Body{ID: e.id, Name: e.name, Country: e.country, Kind: e.kind, Parent: e.parent, Place: e.place}
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
