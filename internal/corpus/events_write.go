package corpus

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
)

// eventDay is the first day of the event ?1, in days of Unix.
const eventDay = `(SELECT unixepoch(first_day) / 86400 FROM event_rows WHERE id = ?1)`

// events writes what an article says has happened; its officials and agencies are
// written already. The record counts spans in code points.
func (w *writer) events(article int64, r *boctin.Record, appearances map[string]int64) error {
	for i := range r.Events {
		if err := w.event(findingID(article, i), &r.Events[i], appearances); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) event(id int64, e *boctin.Event, appearances map[string]int64) error {
	first, last := identity.Days(e.Date)
	var title, agency string
	if e.Post != nil {
		title, agency = e.Post.Title, e.Post.Agency
	}
	if err := w.exec(`INSERT INTO event_rows (id, kind, name, status, date, first_day, last_day, place, title, agency, rank, from_rank, measure, field, "start", "end", text)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, id, e.Kind, e.Name, string(e.Status), unless(e.Date == first, e.Date), null(first), null(last), e.Place, title, null(agency),
		e.Rank, e.FromRank, e.Measure, fieldNumber(e.Field), e.Start, e.End, elsewhere(e.Text, e.Field)); err != nil {
		return err
	}
	roles := map[string]string{}
	for _, x := range e.Roles {
		roles[x.ID] = x.Role
	}
	for _, o := range e.Officials {
		if appearances[o] == 0 {
			continue
		}
		if err := w.exec(`INSERT OR IGNORE INTO event_officials SELECT ?1, id, ?3, official, `+eventDay+` FROM appearance_rows WHERE id = ?2`, id, appearances[o], roles[o]); err != nil {
			return err
		}
	}
	for _, g := range e.Agencies {
		n, err := w.mentioned(g, "")
		if err == nil {
			err = w.exec(`INSERT OR IGNORE INTO event_agency_rows VALUES (?1, ?2, `+eventDay+`)`, id, n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
