package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/boctin/boctin/internal/identity"
)

// foundEvents gives the events that meet a condition, so many as are asked for.
func foundEvents(ctx context.Context, tx *sql.Tx, f *EventFilter, where string, args []any) (map[int64]bool, error) {
	text := `SELECT e.id FROM event_rows e JOIN article_rows a ON a.id = e.id >> 20 WHERE ` + where
	switch {
	case f.Most > 0 && f.Stored != "":
		text += ` ORDER BY a.stored DESC, e.id DESC LIMIT ?`
	case f.Most > 0:
		text += ` ORDER BY e.first_day DESC, e.id DESC LIMIT ?`
	}
	if f.Most > 0 {
		args = append(args[:len(args):len(args)], f.Most)
	}
	rows, err := tx.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := map[int64]bool{}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		found[id] = true
	}
	return found, rows.Err()
}

// withSame adds the events that are one with those that were found, marked as not
// asked for. Of all that is told of the same kinds and days it reads no more than who
// took part.
func withSame(ctx context.Context, tx *sql.Tx, found map[int64]bool) (map[int64]bool, error) {
	all, err := sameDays(ctx, tx, found)
	if err != nil {
		return nil, err
	}
	list := make([]*identity.Happening, len(all))
	for i := range all {
		list[i] = &all[i].Happening
	}
	identity.GroupEvents(list)
	asked := map[int]bool{}
	for i := range all {
		if found[all[i].id] {
			asked[all[i].Group] = true
		}
	}
	for i := range all {
		if h := &all[i]; asked[h.Group] {
			found[h.id] = found[h.id]
		}
	}
	return found, nil
}

// happening is an event with who took part.
type happening struct {
	identity.Happening
	id int64
}

// sameDays reads who took part in the events of the kinds and days of some.
func sameDays(ctx context.Context, tx *sql.Tx, found map[int64]bool) (all []happening, err error) {
	const text = `WITH d AS MATERIALIZED (SELECT DISTINCT first_day, kind FROM event_rows WHERE id IN (SELECT value FROM json_each(?)) AND first_day IS NOT NULL)
		SELECT e.id, e.kind, e.first_day, x.official, 0 FROM d CROSS JOIN event_rows e ON e.first_day = d.first_day AND e.kind = d.kind
			CROSS JOIN event_officials p ON p.event = e.id CROSS JOIN appearance_rows x ON x.id = p.appearance
		UNION ALL SELECT e.id, e.kind, e.first_day, 0, p.agency FROM d CROSS JOIN event_rows e ON e.first_day = d.first_day AND e.kind = d.kind
			CROSS JOIN event_agency_rows p ON p.event = e.id`
	rows, err := tx.QueryContext(ctx, text, idsOf(found))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	at := map[int64]int{}
	for rows.Next() {
		var h happening
		var official, agency int64 // numbers of the two tables, which tell as much as ids do
		if err := rows.Scan(&h.id, &h.Kind, &h.Day, &official, &agency); err != nil {
			return nil, err
		}
		i, ok := at[h.id]
		if !ok {
			i = len(all)
			at[h.id] = i
			all = append(all, h)
		}
		all[i].join(official, agency)
	}
	return all, rows.Err()
}

func (h *happening) join(official, agency int64) {
	if official != 0 {
		h.Officials = append(h.Officials, strconv.FormatInt(official, 10))
	}
	if agency != 0 {
		h.Agencies = append(h.Agencies, strconv.FormatInt(agency, 10))
	}
}

// idsOf gives the ids of a set as JSON.
func idsOf(set map[int64]bool) string {
	raw, _ := json.Marshal(slices.Sorted(maps.Keys(set))) // numbers alone
	return string(raw)
}
