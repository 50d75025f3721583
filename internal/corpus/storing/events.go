package storing

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/identity"
)

// attendant is a person of an article who may have taken part in its events.
type attendant struct{ appearance, official int64 }

// events writes what an article says has happened; its officials and agencies are
// written already. The record counts spans in code points.
func (w *Writer) events(article int64, r *boctin.Record, appearances map[string]attendant) error {
	for i := range r.Events {
		if err := w.event(column.FindingID(article, i), &r.Events[i], appearances); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) event(id int64, e *boctin.Event, appearances map[string]attendant) error {
	first, last := identity.Days(e.Date)
	var title, agency string
	if e.Post != nil {
		title, agency = e.Post.Title, e.Post.Agency
	}
	if err := w.tx.Later(`INSERT OR FAIL INTO event_rows (id, kind, name, status, date, first_day, last_day, place, title, agency, rank, from_rank, measure, field, "start", "end", text)
		VALUES `, id, e.Kind, e.Name, string(e.Status), column.Unless(e.Date == first, e.Date), column.Null(first), column.Unless(last == first, last), e.Place, title, column.Null(agency),
		e.Rank, e.FromRank, e.Measure, column.FieldNumber(e.Field), e.Start, e.End, column.Elsewhere(e.Text, e.Field)); err != nil {
		return err
	}
	roles := map[string]string{}
	for _, x := range e.Roles {
		roles[x.ID] = x.Role
	}
	day := column.Days(first)
	for _, o := range e.Officials {
		a, named := appearances[o]
		if !named {
			continue
		}
		role, err := w.numbers.Text(roles[o])
		if err == nil {
			err = w.tx.Later(`INSERT OR IGNORE INTO event_official_rows (event, nth, official, day, role) VALUES `, id, a.appearance&(1<<column.ArticleBits-1), a.official, day, role)
		}
		if err != nil {
			return err
		}
	}
	for _, g := range e.Agencies {
		n, err := w.numbers.Mentioned(g, "")
		if err == nil {
			err = w.tx.Later(`INSERT OR IGNORE INTO event_agency_rows (event, agency, day) VALUES `, id, n, day)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
