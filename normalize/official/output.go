package official

import (
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/viet"
)

// written gives the persons as the record holds them, the first named first.
func written(people []*person, explain bool) (out []boctin.Official) {
	slices.SortStableFunc(people, func(a, b *person) int { return inReadingOrder(a.mentions[0], b.mentions[0]) })
	ids := map[string]int{}
	out = slices.Grow(out, len(people))
	for _, p := range people {
		o := boctin.Official{Name: p.name, Aliases: p.aliases, Country: p.country, Mentions: mentions(p, explain)}
		o.ID = uniqueID(ids, p.country, p.name)
		for _, r := range p.ranks() {
			o.Ranks = append(o.Ranks, r.Name)
		}
		for _, m := range p.mentions {
			for _, h := range m.Honors {
				o.Honorifics = once(o.Honorifics, h.Name)
			}
		}
		o.Posts = slices.Grow(o.Posts, len(p.posts))
		for _, x := range p.posts {
			o.Posts = append(o.Posts, boctin.Post{Title: x.title, Agency: x.id, AgencyName: x.name, Former: x.former, Acting: x.acting, Text: x.text})
		}
		out = append(out, o)
	}
	return out
}

func once(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// ranks gives the ranks of a person, each once.
func (p *person) ranks() (list []*lexicon.Rank) {
	for _, m := range p.mentions {
		for _, r := range m.Ranks {
			list = withRank(list, r)
		}
	}
	return list
}

// withRank adds a rank, in the place of one that says less.
func withRank(ranks []*lexicon.Rank, rank *lexicon.Rank) []*lexicon.Rank {
	for i, r := range ranks {
		switch {
		case r == rank, tells(r, rank):
			return ranks
		case tells(rank, r):
			ranks[i] = rank
			return ranks
		}
	}
	return append(ranks, rank)
}

// tells tells whether a rank says all that a vague one does: Trung tướng, Tướng.
func tells(rank, vague *lexicon.Rank) bool {
	return vague.Vague && strings.HasSuffix(viet.PhraseKey(rank.Name), " "+viet.PhraseKey(vague.Name))
}

func mentions(p *person, explain bool) (out []boctin.PersonMention) {
	out = slices.Grow(out, len(p.mentions))
	for _, m := range p.mentions {
		start := m.Text.Tokens[m.From].Start
		name := [2]int{m.Text.Tokens[m.Name.From].Start - start, m.Text.Tokens[m.Name.To-1].End - start}
		pm := boctin.PersonMention{Text: textOf(m), Span: span(m), Name: name}
		if explain {
			pm.Reasons = reasons(m)
		}
		if n := len(out); n > 0 && sameName(&out[n-1], &pm) { // read before its bracket, and again behind it
			out[n-1].Reasons = append(out[n-1].Reasons, pm.Reasons...)
			continue
		}
		out = append(out, pm)
	}
	return out
}

func sameName(a, b *boctin.PersonMention) bool {
	return a.Field == b.Field && a.Start+a.Name[0] == b.Start+b.Name[0]
}

func span(m *phrase.Mention) boctin.Span {
	t := m.Text
	return boctin.Span{Field: t.Field, Start: t.Tokens[m.From].Start, End: t.Tokens[m.Name.To-1].End}
}

func textOf(m *phrase.Mention) string { return m.Text.Slice(m.From, m.Name.To) }

// reasons names the entries of the lexicon behind a mention.
func reasons(m *phrase.Mention) (list []boctin.Reason) {
	if m.Alone {
		return []boctin.Reason{{Rule: "official/name-alone"}}
	}
	for _, r := range m.Ranks {
		list = append(list, boctin.Reason{Rule: "official/rank", File: "ranks.toml", Key: r.Name})
	}
	for _, h := range m.Honors {
		list = append(list, boctin.Reason{Rule: "official/honorific", File: "honorifics.toml", Key: h.Name})
	}
	for i := range m.Offices {
		list = append(list, boctin.Reason{Rule: "official/post", File: "posts.toml", Key: m.Offices[i].Entry.Title})
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

// doubt is an issue before its place is written in bytes.
type doubt struct {
	rule, why string
	at        *phrase.Mention
}

// issues gives the doubts about those who are officials.
func issues(doubts []doubt, officials []*person) (out []boctin.Issue) {
	if len(doubts) == 0 {
		return nil
	}
	known := map[*phrase.Mention]bool{}
	for _, o := range officials {
		for _, m := range o.mentions {
			known[m] = true
		}
	}
	for _, d := range doubts {
		if known[d.at] {
			place := span(d.at)
			out = append(out, boctin.Issue{Rule: d.rule, Text: textOf(d.at), Why: d.why, Span: &place})
		}
	}
	return out
}
