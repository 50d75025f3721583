package labels

import (
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
)

// events gives the record the events that the label wants, and takes out what it calls
// wrong.
func (l *laying) events(r *boctin.Record, wrong []score.Event) {
	r.Events = slices.DeleteFunc(slices.Clone(r.Events), func(e boctin.Event) bool {
		isWrong := slices.ContainsFunc(wrong, func(w score.Event) bool { return isEvent(r, &w, &e) }) &&
			!slices.ContainsFunc(l.label.Events, func(w score.Event) bool { return score.Wanted(w.Must) && isEvent(r, &w, &e) })
		if isWrong {
			l.say(RuleLabel, e.Text, &boctin.Span{Field: e.Field, Start: e.Start, End: e.End}, "no %s is told here", e.Kind)
		}
		return isWrong
	})
	for i := range l.label.Events {
		want := &l.label.Events[i]
		if score.Wanted(want.Must) && !slices.ContainsFunc(r.Events, func(e boctin.Event) bool { return isEvent(r, want, &e) }) {
			l.event(r, want)
		}
	}
	order := byPlace(&r.Article)
	slices.SortStableFunc(r.Events, func(a, b boctin.Event) int { return order(a.Span, b.Span) })
}

// isEvent tells whether an event of a record is that of a label: of one kind, day and
// place, with the same who took part.
func isEvent(r *boctin.Record, w *score.Event, e *boctin.Event) bool {
	own := EventOf(r, e)
	return w.Type == own.Type && w.Date == own.Date && w.Place == own.Place && alike(w.Participants, own.Participants) && alike(w.Agencies, own.Agencies)
}

func alike(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	return !slices.ContainsFunc(a, func(x string) bool { return !sameAny(x, b...) })
}

// event adds an event at the clause that the label gives, or at the sentence that
// names the first who took part.
func (l *laying) event(r *boctin.Record, want *score.Event) {
	e := boctin.Event{Kind: want.Type, Name: want.Name, Status: boctin.Done, Date: want.Date, Place: want.Place}
	var first []boctin.Span
	for i := range r.Officials {
		o := &r.Officials[i]
		if sameAny(o.Name, want.Participants...) {
			e.Officials = append(e.Officials, o.ID)
			first = append(first, o.Mentions[0].Span)
		}
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		if sameAny(a.Name, want.Agencies...) {
			e.Agencies = append(e.Agencies, a.ID)
			first = append(first, a.Mentions[0].Span)
		}
	}
	if len(first) == 0 {
		l.say(RuleLost, want.Text, nil, "nobody in the article took part in the %s", want.Type)
		return
	}
	e.Span = sentence(&r.Article, first[0])
	if at := places(&r.Article, want.Text); len(at) > 0 {
		e.Span = at[0]
	}
	e.Text = cut(&r.Article, e.Span)
	r.Events = append(r.Events, e)
	l.say(RuleLabel, e.Text, &boctin.Span{Field: e.Field, Start: e.Start, End: e.End}, "the %s %s", e.Kind, e.Date)
}
