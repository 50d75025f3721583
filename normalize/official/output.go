package official

import (
	"fmt"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// doubt is an issue before its place is written in bytes.
type doubt struct {
	rule, why string
	at        *mention
}

func (c *crowd) doubt(rule string, m *mention, why string) {
	c.doubts = append(c.doubts, doubt{rule, why, m})
}

// issues gives the doubts about those who are officials.
func issues(doubts []doubt, officials []*person) []boctin.Issue {
	known := map[*mention]bool{}
	for _, o := range officials {
		for _, m := range o.mentions {
			known[m] = true
		}
	}
	var out []boctin.Issue
	for _, d := range doubts {
		if !known[d.at] {
			continue
		}
		span := d.at.span()
		out = append(out, boctin.Issue{Rule: d.rule, Text: d.at.text(), Why: d.why, Span: &span})
	}
	return out
}

func (m *mention) span() boctin.Span {
	t := m.page.text
	return boctin.Span{Field: t.Field, Start: t.Tokens[m.from].Start, End: t.Tokens[m.name.to-1].End}
}

func (m *mention) text() string { return m.page.text.Slice(m.from, m.name.to) }

// officials writes the persons as the record holds them, the first named first.
func (f *Finder) officials(people []*person, explain bool) []boctin.Official {
	var out []boctin.Official
	ids := map[string]int{}
	for _, p := range inOrder(people) {
		o := boctin.Official{Name: p.name, Aliases: p.aliases, Country: p.country, Mentions: f.mentions(p, explain)}
		o.ID = uniqueID(ids, p.country, p.name)
		for _, m := range p.mentions {
			for _, r := range m.ranks {
				o.Ranks = withRank(o.Ranks, r.Name)
			}
			for _, h := range m.honors {
				o.Honorifics = once(o.Honorifics, h.Name)
			}
		}
		for _, x := range p.posts {
			o.Posts = append(o.Posts, boctin.Post{Title: x.title, Agency: x.id, AgencyName: x.name, Former: x.former, Acting: x.acting, Text: x.text})
		}
		out = append(out, o)
	}
	return out
}

func inOrder(people []*person) []*person {
	firsts := make([]*mention, len(people))
	of := map[*mention]*person{}
	for i, p := range people {
		firsts[i] = p.mentions[0]
		of[p.mentions[0]] = p
	}
	sortMentions(firsts)
	out := make([]*person, len(people))
	for i, m := range firsts {
		out[i] = of[m]
	}
	return out
}

func once(list []string, s string) []string {
	if contains(list, s) {
		return list
	}
	return append(list, s)
}

// withRank adds a rank; Tướng alone says nothing beside Trung tướng.
func withRank(ranks []string, rank string) []string {
	const general = "Tướng"
	for i, r := range ranks {
		switch {
		case rank == general && strings.HasSuffix(r, "tướng"):
			return ranks
		case r == general && strings.HasSuffix(rank, "tướng"):
			ranks[i] = rank
			return ranks
		}
	}
	return once(ranks, rank)
}

func (f *Finder) mentions(p *person, explain bool) []boctin.PersonMention {
	var out []boctin.PersonMention
	for _, m := range p.mentions {
		t := m.page.text
		start := t.Tokens[m.from].Start
		pm := boctin.PersonMention{Text: m.text(), Span: m.span(), Name: [2]int{t.Tokens[m.name.from].Start - start, t.Tokens[m.name.to-1].End - start}}
		if explain {
			pm.Reasons = m.reasons()
		}
		out = append(out, pm)
	}
	return out
}

// reasons names the entries of the lexicon behind a mention.
func (m *mention) reasons() []boctin.Reason {
	if m.bare {
		return []boctin.Reason{{Rule: "official/name-alone"}}
	}
	var list []boctin.Reason
	for _, r := range m.ranks {
		list = append(list, boctin.Reason{Rule: "official/rank", File: "ranks.toml", Key: r.Name})
	}
	for _, h := range m.honors {
		list = append(list, boctin.Reason{Rule: "official/honorific", File: "honorifics.toml", Key: h.Name})
	}
	for i := range m.offices {
		list = append(list, boctin.Reason{Rule: "official/post", File: "posts.toml", Key: m.offices[i].entry.Title})
	}
	if len(list) == 0 {
		list = append(list, boctin.Reason{Rule: "official/name-among-officials"})
	}
	return list
}

// uniqueID gives country/slug, and tells namesakes apart by a number.
func uniqueID(ids map[string]int, country, name string) string {
	if country == "" {
		country = "xx"
	}
	id := viet.CountryID(country, name)
	ids[id]++
	if n := ids[id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}
