package labels

import (
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
)

// events gives the record the events that the label wants, and takes out what it calls
// wrong.
func (l *laying) events(r *boctin.Record, wrong []score.Event) {
	var gone []boctin.Event
	r.Events = slices.DeleteFunc(slices.Clone(r.Events), func(e boctin.Event) bool {
		isWrong := slices.ContainsFunc(wrong, func(w score.Event) bool { return isEvent(r, &w, &e) }) &&
			!slices.ContainsFunc(l.label.Events, func(w score.Event) bool { return score.Wanted(w.Must) && isEvent(r, &w, &e) })
		if isWrong {
			gone = append(gone, e)
		}
		return isWrong
	})
	for i := range l.label.Events {
		want := &l.label.Events[i]
		if score.Wanted(want.Must) && !slices.ContainsFunc(r.Events, func(e boctin.Event) bool { return isEvent(r, want, &e) }) {
			gone = l.event(r, want, gone)
		}
	}
	for _, e := range gone {
		l.say(RuleLabel, e.Text, spanOf(&e), "no %s is told here", e.Kind)
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

func spanOf(e *boctin.Event) *boctin.Span {
	return &boctin.Span{Field: e.Field, Start: e.Start, End: e.End}
}

// event adds an event in the place of the one that was told wrongly, at the clause that
// the label gives, or at the sentence that names the first who took part. It gives
// what is left of those told wrongly.
func (l *laying) event(r *boctin.Record, want *score.Event, gone []boctin.Event) []boctin.Event {
	e := boctin.Event{Status: boctin.Done}
	instead := slices.IndexFunc(gone, func(g boctin.Event) bool { return same(g.Text, want.Text) })
	if instead >= 0 {
		e = gone[instead]
		gone = slices.Delete(gone, instead, instead+1)
	}
	e.Kind, e.Date, e.Place, e.Reasons = want.Type, want.Date, want.Place, nil
	at := l.takePart(r, want, &e)
	if at == nil {
		l.say(RuleLost, want.Text, nil, "nobody in the article took part in the %s", want.Type)
		return gone
	}
	if instead < 0 {
		e.Span = sentence(&r.Article, *at)
		if at := places(&r.Article, want.Text); len(at) > 0 {
			e.Span = at[0]
		}
		e.Text = cut(&r.Article, e.Span)
	}
	r.Events = append(r.Events, e)
	l.say(RuleLabel, e.Text, spanOf(&e), "the %s %s", e.Kind, e.Date)
	return gone
}

// takePart gives an event those who took part, and the place of the first mention of
// one; nil where the article names none.
func (l *laying) takePart(r *boctin.Record, want *score.Event, e *boctin.Event) (at *boctin.Span) {
	e.Officials, e.Agencies = nil, nil
	for i := range r.Officials {
		if o := &r.Officials[i]; sameAny(o.Name, want.Participants...) {
			e.Officials = append(e.Officials, o.ID)
			if at == nil && len(o.Mentions) > 0 {
				at = &o.Mentions[0].Span
			}
		}
	}
	for i := range r.Agencies {
		if a := &r.Agencies[i]; sameAny(a.Name, want.Agencies...) {
			e.Agencies = append(e.Agencies, a.ID)
			if at == nil && len(a.Mentions) > 0 {
				at = &a.Mentions[0].Span
			}
		}
	}
	e.Roles = slices.DeleteFunc(slices.Clone(e.Roles), func(role boctin.Role) bool {
		return !slices.Contains(e.Officials, role.ID) && !slices.Contains(e.Agencies, role.ID)
	})
	return at
}
