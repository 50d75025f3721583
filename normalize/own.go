package normalize

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// holdersOwn gives the body inside a person's post to the state that the person
// serves, where the text around it gave it to another: on a visit to Bộ Nội vụ
// Hungary, Bộ trưởng Bộ Công an A is of the ministry at home. So the agency of a
// post is an agency of the record. A body at home stays there: that its holder
// serves another state is the likelier mistake.
func holdersOwn(agencies []boctin.Agency, officials []boctin.Official) []boctin.Agency {
	for i := range officials {
		o := &officials[i]
		for k := range o.Posts {
			if p := &o.Posts[k]; p.Agency != "" && !listed(agencies, p.Agency) {
				agencies = movedTo(agencies, o, p)
			}
		}
	}
	return agencies
}

// home is the state whose bodies need no name of a state.
const home = "VN"

func listed(agencies []boctin.Agency, id string) bool {
	return slices.ContainsFunc(agencies, func(a boctin.Agency) bool { return a.ID == id })
}

// movedTo lists the agency of a post with the mentions that stand inside those of
// its holder, taken from the agency of the same name in another state.
func movedTo(agencies []boctin.Agency, o *boctin.Official, p *boctin.Post) []boctin.Agency {
	for i := range agencies {
		a := &agencies[i]
		if a.Name != p.AgencyName || a.Country == o.Country || a.Country == home {
			continue
		}
		own := func(m boctin.Mention) bool { return inside(m.Span, o) }
		moved := boctin.Agency{ID: p.Agency, Name: a.Name, Country: o.Country, Kind: a.Kind}
		if _, body, ok := strings.Cut(a.Parent, "/"); ok {
			if parent := strings.ToLower(o.Country) + "/" + body; listed(agencies, parent) {
				moved.Parent = parent
			}
		}
		for _, m := range a.Mentions {
			if own(m) {
				moved.Mentions = append(moved.Mentions, m)
			}
		}
		if len(moved.Mentions) == 0 {
			continue
		}
		if a.Mentions = slices.DeleteFunc(a.Mentions, own); len(a.Mentions) == 0 {
			agencies[i] = moved
			return agencies
		}
		return slices.Insert(agencies, i+1, moved)
	}
	return agencies
}

// inside tells whether a span lies within a mention of the person.
func inside(span boctin.Span, o *boctin.Official) bool {
	return slices.ContainsFunc(o.Mentions, func(m boctin.PersonMention) bool {
		return m.Field == span.Field && m.Start <= span.Start && span.End <= m.End
	})
}
