package labels

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/viet"
)

// officials gives the record the persons and posts that the label wants, and takes
// out what it calls wrong.
func (l *laying) officials(r *boctin.Record, wrong []score.Official) {
	var gone []boctin.Official
	r.Officials = slices.DeleteFunc(slices.Clone(r.Officials), func(o boctin.Official) bool {
		isWrong := slices.ContainsFunc(wrong, func(w score.Official) bool { return len(w.Posts) == 0 && isOfficial(&w, &o) }) && !l.wantsOfficial(&o)
		if isWrong {
			gone = append(gone, o)
			l.renamed[o.ID] = ""
		}
		return isWrong
	})
	for i := range r.Officials {
		o := &r.Officials[i]
		for _, w := range wrong {
			if len(w.Posts) > 0 && isOfficial(&w, o) {
				l.dropPosts(o, w.Posts)
			}
		}
	}
	for i := range l.label.Officials {
		want := &l.label.Officials[i]
		if score.Wanted(want.Must) && want.Name != "" {
			l.official(r, want, gone)
		}
	}
	for _, o := range gone {
		if l.renamed[o.ID] == "" && len(o.Mentions) > 0 {
			l.say(RuleLabel, o.Mentions[0].Text, &o.Mentions[0].Span, "%s is no official here", o.Name)
		}
	}
}

// isOfficial tells whether a person of a record is that of a label.
func isOfficial(w *score.Official, o *boctin.Official) bool {
	names := append([]string{w.Name}, w.Aliases...)
	return sameAny(o.Name, names...) && (w.Country == "" || o.Country == "" || w.Country == o.Country)
}

func (l *laying) wantsOfficial(o *boctin.Official) bool {
	return slices.ContainsFunc(l.label.Officials, func(w score.Official) bool {
		return score.Wanted(w.Must) && same(w.Name, o.Name) && (w.Country == "" || w.Country == o.Country)
	})
}

func (l *laying) dropPosts(o *boctin.Official, wrong []score.Post) {
	var kept []boctin.Post
	for _, p := range o.Posts {
		if slices.ContainsFunc(wrong, func(w score.Post) bool { return isPost(&w, &p) }) {
			l.say(RuleLabel, p.Text, nil, "%s does not hold the post %s", o.Name, strings.TrimSpace(p.Title+" "+p.AgencyName))
			continue
		}
		kept = append(kept, p)
	}
	o.Posts = kept
}

func isPost(w *score.Post, p *boctin.Post) bool {
	return sameAny(p.Title, append([]string{w.Title}, w.TitleAliases...)...) && sameAny(p.AgencyName, append([]string{w.Agency}, w.AgencyAliases...)...)
}

// official brings a person into line with the label, and adds him where he was not
// found: with the mentions of the one that he was taken for, or else wherever one of
// his names stands.
func (l *laying) official(r *boctin.Record, want *score.Official, gone []boctin.Official) {
	i := slices.IndexFunc(r.Officials, func(o boctin.Official) bool { return isOfficial(want, &o) })
	if i < 0 {
		i = l.newOfficial(r, want, gone)
	}
	if i < 0 {
		return
	}
	o := &r.Officials[i]
	if len(want.Ranks) > 0 && !slices.Equal(want.Ranks, o.Ranks) {
		o.Ranks = want.Ranks
		l.say(RuleLabel, strings.Join(o.Ranks, ", "), nil, "the rank of %s", o.Name)
	}
	for k := range want.Posts {
		if score.Wanted(want.Posts[k].Must) {
			l.post(r, o, &want.Posts[k])
		}
	}
}

// newOfficial gives the place of the person in the record, or -1 where no text names him.
func (l *laying) newOfficial(r *boctin.Record, want *score.Official, gone []boctin.Official) int {
	out := boctin.Official{ID: viet.CountryID(cmp.Or(want.Country, "xx"), want.Name), Name: want.Name, Country: want.Country}
	for _, o := range gone {
		if !sameAny(o.Name, want.Aliases...) && !same(o.Name, want.Name) {
			continue
		}
		l.renamed[o.ID] = out.ID
		out.Ranks, out.Honorifics, out.Posts = o.Ranks, o.Honorifics, o.Posts
		for _, m := range o.Mentions {
			m.Reasons = nil
			out.Mentions = append(out.Mentions, m)
		}
	}
	names := append([]string{want.Name}, want.Aliases...)
	for _, name := range names {
		for _, at := range places(&r.Article, name) {
			if !slices.ContainsFunc(out.Mentions, func(m boctin.PersonMention) bool { return overlap(m.Span, at) }) {
				out.Mentions = append(out.Mentions, boctin.PersonMention{Text: cut(&r.Article, at), Name: [2]int{0, at.End - at.Start}, Span: at})
			}
		}
	}
	if len(out.Mentions) == 0 {
		l.say(RuleLost, want.Name, nil, "no text %q in the article for the official", strings.Join(names, ", "))
		return -1
	}
	order := byPlace(&r.Article)
	slices.SortFunc(out.Mentions, func(x, y boctin.PersonMention) int { return order(x.Span, y.Span) })
	l.say(RuleLabel, out.Mentions[0].Text, &out.Mentions[0].Span, "the official %s", out.Name)
	i := slices.IndexFunc(r.Officials, func(o boctin.Official) bool {
		return len(o.Mentions) > 0 && order(o.Mentions[0].Span, out.Mentions[0].Span) > 0
	})
	if i < 0 {
		i = len(r.Officials)
	}
	r.Officials = slices.Insert(r.Officials, i, out)
	return i
}

// post adds a post that is wanted and not found.
func (l *laying) post(r *boctin.Record, o *boctin.Official, want *score.Post) {
	if slices.ContainsFunc(o.Posts, func(p boctin.Post) bool { return isPost(want, &p) }) {
		return
	}
	p := boctin.Post{Title: want.Title, AgencyName: want.Agency}
	if want.Agency != "" {
		p.Agency = viet.CountryID(cmp.Or(want.Country, o.Country, "VN"), want.Agency)
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		if same(a.Name, want.Agency) && (want.Country == "" || want.Country == a.Country) {
			p.Agency, p.AgencyName = a.ID, a.Name
		}
	}
	for _, text := range []string{strings.TrimSpace(want.Title + " " + want.Agency), want.Title} {
		if at := places(&r.Article, text); len(at) > 0 {
			p.Text = text
			break
		}
	}
	o.Posts = append(slices.Clip(o.Posts), p)
	l.say(RuleLabel, p.Text, nil, "%s holds the post %s", o.Name, strings.TrimSpace(p.Title+" "+p.AgencyName))
}
