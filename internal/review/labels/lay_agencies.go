package labels

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/viet"
)

// agencies gives the record the agencies that the label wants, and takes out what it
// calls wrong.
func (l *laying) agencies(r *boctin.Record, wrong []score.Agency) {
	var gone []boctin.Agency
	r.Agencies = slices.DeleteFunc(slices.Clone(r.Agencies), func(a boctin.Agency) bool {
		isWrong := slices.ContainsFunc(wrong, func(w score.Agency) bool { return isAgency(&w, &a) }) && !l.wantsAgency(&a)
		if isWrong {
			gone = append(gone, a)
			l.renamed[a.ID] = ""
		}
		return isWrong
	})
	for i := range l.label.Agencies {
		want := &l.label.Agencies[i]
		if score.Wanted(want.Must) && want.Name != "" && want.Country != "" {
			l.agency(r, want, gone)
		}
	}
	for _, a := range gone {
		if l.renamed[a.ID] == "" && len(a.Mentions) > 0 {
			l.say(RuleLabel, a.Mentions[0].Text, &a.Mentions[0].Span, "%s (%s) is not named here", a.Name, a.Country)
		}
	}
}

// isAgency tells whether an agency of a record is that of a label.
func isAgency(w *score.Agency, a *boctin.Agency) bool {
	return sameAny(a.Name, append([]string{w.Name}, w.Aliases...)...) && (w.Country == "" || w.Country == a.Country)
}

func (l *laying) wantsAgency(a *boctin.Agency) bool {
	return slices.ContainsFunc(l.label.Agencies, func(w score.Agency) bool {
		return score.Wanted(w.Must) && same(w.Name, a.Name) && w.Country == a.Country
	})
}

// agency adds an agency that is wanted and not found: with the mentions of the one that
// it was taken for, or else wherever one of its names stands.
func (l *laying) agency(r *boctin.Record, want *score.Agency, gone []boctin.Agency) {
	if slices.ContainsFunc(r.Agencies, func(a boctin.Agency) bool { return isAgency(want, &a) }) {
		return
	}
	out := boctin.Agency{ID: viet.CountryID(want.Country, want.Name), Name: want.Name, Country: want.Country}
	names := append([]string{want.Name}, want.Aliases...)
	for _, a := range gone {
		for _, m := range a.Mentions {
			if sameAny(m.Text, names...) || sameAny(a.Name, want.Aliases...) {
				out.Mentions = append(out.Mentions, boctin.Mention{Text: m.Text, Span: m.Span})
				l.renamed[a.ID] = out.ID
			}
		}
	}
	for _, name := range names {
		for _, at := range places(&r.Article, name) {
			if !slices.ContainsFunc(out.Mentions, func(m boctin.Mention) bool { return overlap(m.Span, at) }) {
				out.Mentions = append(out.Mentions, boctin.Mention{Text: cut(&r.Article, at), Span: at})
			}
		}
	}
	if len(out.Mentions) == 0 {
		l.say(RuleLost, want.Name, nil, "no text %q in the article for the agency", strings.Join(names, ", "))
		return
	}
	order := byPlace(&r.Article)
	slices.SortFunc(out.Mentions, func(x, y boctin.Mention) int { return order(x.Span, y.Span) })
	l.say(RuleLabel, out.Mentions[0].Text, &out.Mentions[0].Span, "the agency %s (%s)", out.Name, out.Country)
	i := slices.IndexFunc(r.Agencies, func(a boctin.Agency) bool {
		return len(a.Mentions) > 0 && order(a.Mentions[0].Span, out.Mentions[0].Span) > 0
	})
	if i < 0 {
		i = len(r.Agencies)
	}
	r.Agencies = slices.Insert(r.Agencies, i, out)
}

func overlap(a, b boctin.Span) bool { return a.Field == b.Field && a.Start < b.End && b.Start < a.End }
