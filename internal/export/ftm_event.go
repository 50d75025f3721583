package export

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// event gathers an event under its kind, day and participants, so that articles that
// tell the same of it make one.
func (w *ftm) event(r *boctin.Record, e *boctin.Event) {
	involved := append(append([]string{}, e.Officials...), e.Agencies...)
	slices.Sort(involved)
	keys := append([]string{e.Kind, e.Date}, involved...)
	if e.Date == "" {
		keys = append(keys, r.ID)
	}
	x := w.gather("Event", keys...)
	x.set("name", clip(eventName(e), ftmName))
	x.set("keywords", e.Kind, string(e.Status))
	x.set("location", e.Place)
	x.set("summary", clip(oneLine(e.Text), ftmText))
	x.set("sourceUrl", absolute(r.URL))
	x.set("proof", ftmID("Article", r.ID))
	if first, last := eventDays(e.Date); last != "" {
		x.set("startDate", first)
		x.set("endDate", last)
	} else {
		x.set("date", first)
	}
	for _, id := range e.Officials {
		x.set("involved", ftmID("Person", id))
	}
	for _, id := range e.Agencies {
		x.set("involved", ftmID("PublicBody", id))
	}
	w.occupied(r, e)
}

// occupied dates the occupancy that an appointment begins or a departure ends.
func (w *ftm) occupied(r *boctin.Record, e *boctin.Event) {
	day, _ := eventDays(e.Date)
	property := map[string]string{"appointment": "startDate", "departure": "endDate"}[e.Kind]
	if e.Post == nil || property == "" || day == "" || e.Status != boctin.Done {
		return
	}
	for _, role := range e.Roles {
		if role.Role != "appointee" && role.Role != "subject" {
			continue
		}
		of := e.Post.Agency
		if of == "" {
			code, _, _ := strings.Cut(role.ID, "/")
			of = strings.ToUpper(code)
		}
		if o := w.gathered[ftmID("Occupancy", role.ID, of, e.Post.Title)]; o != nil {
			o.set(property, day)
		}
	}
}
