package corpus

import (
	"strings"

	"github.com/boctin/boctin"
)

// events writes what an article says has happened; its officials and agencies are
// written already. The record counts spans in code points.
func (w *writer) events(article int64, r *boctin.Record) error {
	for i := range r.Events {
		if err := w.event(article, &r.Events[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) event(article int64, e *boctin.Event) error {
	first, last := days(e.Date)
	var title, agency string
	if e.Post != nil {
		title, agency = e.Post.Title, e.Post.Agency
	}
	id, err := w.insert(`INSERT INTO events (article, kind, name, status, date, first_day, last_day, place, title, agency, rank, from_rank, measure, text, field, "start", "end")
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, article, e.Kind, e.Name, string(e.Status), null(e.Date), null(first), null(last), e.Place, title, null(agency),
		e.Rank, e.FromRank, e.Measure, e.Text, e.Field, e.Start, e.End)
	if err != nil {
		return err
	}
	roles := map[string]string{}
	for _, x := range e.Roles {
		roles[x.ID] = x.Role
	}
	for _, o := range e.Officials {
		if err := w.exec(`INSERT OR IGNORE INTO event_officials SELECT ?, id, ? FROM appearances WHERE article = ? AND local = ?`, id, roles[o], article, o); err != nil {
			return err
		}
	}
	for _, g := range e.Agencies {
		if err := w.exec(`INSERT OR IGNORE INTO agencies VALUES (?1,?1,?2,'',?3,'','','')`, g, foldName(g), country(g)); err != nil {
			return err
		}
		if err := w.exec(`INSERT OR IGNORE INTO event_agencies VALUES (?, ?)`, id, g); err != nil {
			return err
		}
	}
	return nil
}

// days gives the first and last day of an EDTF value, empty where it is no day.
func days(value string) (first, last string) {
	first, last, between := strings.Cut(value, "/")
	if !between {
		last = first
	}
	return wholeDay(first), wholeDay(last)
}

func wholeDay(s string) string {
	const day = "2006-01-02"
	if len(s) < len(day) || strings.ContainsAny(s[:len(day)], "X~?") || s[4] != '-' || s[7] != '-' {
		return ""
	}
	return s[:len(day)]
}
