package labels

import (
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/edtf"
)

// dates gives the record the dates that the label wants, and takes out what it calls
// wrong.
func (l *laying) dates(r *boctin.Record, wrong []score.DateOf) {
	var free []boctin.Date // whose value was wrong
	r.Dates = slices.DeleteFunc(slices.Clone(r.Dates), func(d boctin.Date) bool {
		i := slices.IndexFunc(wrong, func(w score.DateOf) bool { return isDate(&w, &d) })
		if i < 0 || l.wantsDate(&d) {
			return false
		}
		free = append(free, d)
		return true
	})
	said := map[string]bool{}
	for i := range l.label.Dates {
		want := &l.label.Dates[i]
		if score.Wanted(want.Must) && edtf.Valid(want.Value) {
			free = l.date(r, want, free)
			said[want.Text] = true
		}
	}
	for _, d := range free {
		if !said[d.Text] {
			l.say(RuleLabel, d.Text, &boctin.Span{Field: d.Field, Start: d.Start, End: d.End}, "%s is no date here", d.Value)
		}
	}
	at := byPlace(&r.Article)
	slices.SortStableFunc(r.Dates, func(a, b boctin.Date) int { return at(a.Span, b.Span) })
}

// isDate tells whether a date of a record is that of a label: an entry without a text
// or value is any of that value or text.
func isDate(w *score.DateOf, d *boctin.Date) bool {
	return (w.Text == "" || same(w.Text, d.Text)) && (w.Value == "" || hasValue(w, d.Value))
}

func hasValue(w *score.DateOf, value string) bool {
	value = edtf.WithoutClock(value)
	return slices.ContainsFunc(slices.Concat([]string{w.Value}, w.ValueAliases, w.AltValues), func(v string) bool { return edtf.WithoutClock(v) == value })
}

func (l *laying) wantsDate(d *boctin.Date) bool {
	return slices.ContainsFunc(l.label.Dates, func(w score.DateOf) bool { return score.Wanted(w.Must) && isDate(&w, d) })
}

// date adds a date that is wanted and not found: where the text stood that was read
// wrongly, or else where it stands first.
func (l *laying) date(r *boctin.Record, want *score.DateOf, free []boctin.Date) []boctin.Date {
	if slices.ContainsFunc(r.Dates, func(d boctin.Date) bool { return isDate(want, &d) }) {
		return free
	}
	var rest []boctin.Date
	found := false
	for _, d := range free {
		if want.Text != "" && same(d.Text, want.Text) {
			d.Value, d.Reasons, found = want.Value, nil, true
			r.Dates = append(r.Dates, d)
			l.sayDate(want, d.Span)
			continue
		}
		rest = append(rest, d)
	}
	if found {
		return rest
	}
	spans := places(&r.Article, want.Text)
	if len(spans) == 0 {
		l.say(RuleLost, want.Text, nil, "no text %q in the article for the date %s", want.Text, want.Value)
		return free
	}
	r.Dates = append(r.Dates, boctin.Date{Value: want.Value, Text: cut(&r.Article, spans[0]), Span: spans[0]})
	l.sayDate(want, spans[0])
	return free
}

func (l *laying) sayDate(want *score.DateOf, at boctin.Span) {
	l.say(RuleLabel, want.Text, &at, "the date %s", want.Value)
}
