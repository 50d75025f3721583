package events

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Knot is an official or agency of a network.
type Knot struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
}

// Tie is two of a network who took part in the same events. An event is counted once
// a kind and day, however many articles tell it.
type Tie struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Events int    `json:"events"`
	First  string `json:"first_day,omitempty"`
	Last   string `json:"last_day,omitempty"`
}

// Network is who met whom.
type Network struct {
	Knots []Knot `json:"knots"`
	Ties  []Tie  `json:"ties"` // the strongest first
}

// Netting says which network is asked for.
type Netting struct {
	Agencies bool     // of agencies, not of officials
	Of       string   // id of one, whose network it is; empty: of all
	Kinds    []string // of event; none: gatherings
	From, To string   // first and last day, 2025-08-17
	Most     int      // knots
	Star     bool     // the ties of the one alone, not those of the others among themselves
}

// Network gives the strongest ties: of one with those whom he met most and of these
// among themselves, or of all.
func (c *Events) Network(ctx context.Context, n Netting) (*Network, error) {
	if len(n.Kinds) == 0 {
		n.Kinds = Gatherings
	}
	ties, err := c.ties(ctx, &n)
	if err != nil {
		return nil, err
	}
	out := &Network{}
	ids := knotsOf(ties, n.Most)
	if n.Of != "" && len(ids) > 0 && !n.Star {
		if ties, err = c.tiesAmong(ctx, &n, ids); err != nil {
			return nil, err
		}
	}
	for _, t := range ties {
		if ids[t.A] && ids[t.B] {
			out.Ties = append(out.Ties, t)
		}
	}
	out.Knots, err = c.knots(ctx, seatings[n.Agencies].names, ids)
	return out, err
}

// BeginOf gives the first day of the last events of an agency, so many or some more, as
// 2025-08-17; "" where it has fewer of known days.
func (c *Events) BeginOf(ctx context.Context, agency string, events int) (day string, err error) {
	err = c.db.Each(ctx, `SELECT date(day * 86400, 'unixepoch') FROM event_agency_rows WHERE agency = (SELECT n FROM agencies WHERE id = ?) AND day IS NOT NULL
		ORDER BY day DESC LIMIT 1 OFFSET ?`, []any{agency, events}, func(rows *sql.Rows) error { return rows.Scan(&day) })
	return day, err
}

// knotsOf gives the ends of the strongest ties, so many at most.
func knotsOf(ties []Tie, most int) map[string]bool {
	ids := map[string]bool{}
	for _, t := range ties {
		more := 0
		for _, id := range []string{t.A, t.B} {
			if !ids[id] {
				more++
			}
		}
		if len(ids)+more <= most {
			ids[t.A], ids[t.B] = true, true
		}
	}
	return ids
}

// ties gives the strongest ties of one, or of all.
func (c *Events) ties(ctx context.Context, n *Netting) (ties []Tie, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		table := &table{ctx, tx, n, seatings[n.Agencies]}
		if n.Of != "" {
			ties, err = table.ofOne()
		} else {
			ties, err = table.ofAll()
		}
		return err
	})
	return ties, err
}

// tiesAmong gives the ties of some among themselves.
func (c *Events) tiesAmong(ctx context.Context, n *Netting, ids map[string]bool) (ties []Tie, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		table := &table{ctx, tx, n, seatings[n.Agencies]}
		ties, err = table.among(keysOf(ids))
		return err
	})
	return ties, err
}

func keysOf(set map[string]bool) []string {
	all := make([]string, 0, len(set))
	for k := range set {
		all = append(all, k)
	}
	return all
}

func (c *Events) knots(ctx context.Context, table string, ids map[string]bool) (all []Knot, err error) {
	also := ``
	if table == `officials` {
		also = `AND k.slug IN ` + persons.SlugsOf
	}
	err = c.db.Each(ctx, `SELECT k.id, k.name, k.country FROM json_each(?) v CROSS JOIN `+table+` k ON k.id = v.value `+also+` ORDER BY k.id`, []any{column.List(keysOf(ids))}, func(rows *sql.Rows) error {
		var k Knot
		err := rows.Scan(&k.ID, &k.Name, &k.Country)
		all = append(all, k)
		return err
	})
	return all, err
}

// LastEvents gives the first and the last day of so many events that took place, the
// last ones; empty where no day is known.
func (c *Events) LastEvents(ctx context.Context, many int) (first, last string, err error) {
	err = c.db.QueryRowContext(ctx, `WITH t AS (SELECT MAX(first_day) AS last FROM event_rows WHERE status = 'done' AND first_day IS NOT NULL)
		SELECT COALESCE((SELECT first_day FROM event_rows WHERE first_day <= t.last ORDER BY first_day DESC LIMIT 1 OFFSET ?), (SELECT MIN(first_day) FROM event_rows), ''), COALESCE(last, '') FROM t`,
		many).Scan(&first, &last)
	return first, last, c.db.Stopped(ctx, err)
}
