package normalize

import (
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
)

// datesOf writes dates as the record holds them.
func datesOf(dates []finding.Date, texts []*reading.Text) []boctin.Date {
	out := slices.Grow([]boctin.Date(nil), len(dates))
	for _, d := range dates {
		out = append(out, boctin.Date{Value: d.Value.String(), Text: d.Written(texts), Part: d.Part, Span: d.Span(texts), Reasons: reasonsOf(d.Reasons)})
	}
	return out
}

// agenciesOf writes bodies as the record holds them, the first named first.
func agenciesOf(bodies []*finding.Body, texts []*reading.Text) []boctin.Agency {
	out := slices.Grow([]boctin.Agency(nil), len(bodies))
	for _, b := range bodies {
		a := boctin.Agency{ID: b.ID, Name: b.Name, Country: b.Country, Kind: b.Kind, Parent: b.Parent, Place: b.Place.Bare()}
		a.Mentions = slices.Grow(a.Mentions, len(b.Mentions))
		if b.Own {
			a.NameEN, a.Wikidata = b.Entry.NameEN, b.Entry.Wikidata
		}
		for _, m := range b.Mentions {
			a.Mentions = append(a.Mentions, boctin.Mention{
				Text: m.Written(texts), Span: m.Span(texts), Reasons: reasonsOf(m.Reasons),
			})
		}
		out = append(out, a)
	}
	return out
}

// reasonsOf writes evidence as the record holds it.
func reasonsOf(reasons []finding.Reason) []boctin.Reason {
	var out []boctin.Reason
	for _, r := range reasons {
		out = append(out, boctin.Reason{Rule: r.Rule, File: r.Entry.File, Key: r.Entry.Key})
	}
	return out
}

// issuesOf writes doubts as the record holds them.
func issuesOf(doubts []finding.Doubt, texts []*reading.Text) []boctin.Issue {
	var out []boctin.Issue
	for _, d := range doubts {
		span := d.At.Span(texts)
		out = append(out, boctin.Issue{Rule: d.Rule, Text: d.At.Written(texts), Why: d.Why, Span: &span})
	}
	return out
}
