package events

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// seatings are the tables that say who took part, of officials and of agencies: rows, the
// column of who it is, the index of all on a day, the table of their names and how some
// are picked by their ids.
type seating struct{ rows, who, onDays, names, some string }

var seatings = map[bool]seating{
	false: {`event_official_rows`, `official`, `event_officials_day`, `officials`, persons.Numbered},
	true:  {`event_agency_rows`, `agency`, `event_agencies_day`, `agencies`, named.NumberedAgencies},
}

// table reads who took part in the events of a network.
type table struct {
	ctx context.Context
	tx  *store.Tx
	n   *Netting
	seating
}

// seat is one who took part in an event, by number.
type seat struct{ event, who int64 }

// occasion is an event of a network: two of a kind and day count as one.
type occasion struct {
	id   int64
	kind string
	day  string // the first; empty where it is not known
}

// ofOne gives the strongest ties of one.
func (t *table) ofOne() ([]Tie, error) {
	his, err := t.seatsOf([]string{t.n.Of})
	if err != nil || len(his) == 0 {
		return nil, err
	}
	all, err := t.seatsIn(his)
	if err != nil {
		return nil, err
	}
	met, err := t.tally(all, his[0].who)
	if err != nil {
		return nil, err
	}
	ties, err := t.named(met)
	for i := range ties {
		if tie := &ties[i]; tie.A != t.n.Of {
			tie.A, tie.B = tie.B, tie.A
		}
	}
	slices.SortFunc(ties, Tie.stronger)
	return ties[:min(len(ties), t.n.Most)], err
}

// among gives the ties of some among themselves.
func (t *table) among(ids []string) ([]Tie, error) {
	theirs, err := t.seatsOf(ids)
	if err != nil {
		return nil, err
	}
	met, err := t.tally(theirs, 0)
	if err != nil {
		return nil, err
	}
	ties, err := t.named(met)
	slices.SortFunc(ties, Tie.stronger)
	return ties, err
}

// ofAll gives the strongest ties among all who took part in the events of a period, some
// more than are to be shown.
func (t *table) ofAll() ([]Tie, error) {
	events, beside, err := t.occasions()
	if err != nil {
		return nil, err
	}
	all, err := t.seatsOn(beside)
	if err != nil {
		return nil, err
	}
	most := t.n.Most * 4
	met := sat(events, all).meet(0)
	ties, err := t.named(strongest(met, most))
	slices.SortFunc(ties, Tie.stronger)
	return ties[:min(len(ties), most)], err
}

// stronger puts the ties of most events first.
func (t Tie) stronger(o Tie) int {
	return cmp.Or(o.Events-t.Events, cmp.Compare(t.A, o.A), cmp.Compare(t.B, o.B))
}

// seatsOf gives the events in which some took part that may fall into the period: those
// of its days, and those that begin before it and last longer than a day.
func (t *table) seatsOf(ids []string) (all []seat, err error) {
	read := func(condition string, args ...any) {
		if err == nil {
			err = t.read(&all, `SELECT event, `+t.who+` FROM `+t.rows+` WHERE `+t.who+` IN `+t.some+condition, append([]any{column.List(ids)}, args...)...)
		}
	}
	switch n := t.n; {
	case n.From == "" && n.To == "":
		read(``)
	case n.From == "":
		read(` AND day <= unixepoch(?) / 86400`, n.To)
	case n.To == "":
		read(` AND day >= unixepoch(?) / 86400`, n.From)
		read(` AND event IN (SELECT id FROM event_rows WHERE `+before+`)`, n.From, n.From)
	default:
		read(` AND day BETWEEN unixepoch(?) / 86400 AND unixepoch(?) / 86400`, n.From, n.To)
		read(` AND event IN (SELECT id FROM event_rows WHERE `+before+` AND first_day IS NOT NULL)`, n.From, n.From)
	}
	return all, err
}

// before picks the events that last into a period which they do not begin in.
const before = `last_day >= ? AND COALESCE(+first_day, '') < ?`

// seatsIn gives all who took part in the events of some.
func (t *table) seatsIn(of []seat) (all []seat, err error) {
	return all, t.read(&all, `SELECT p.event, p.`+t.who+` FROM json_each(?) v CROSS JOIN `+t.rows+` p ON p.event = v.value`, eventsOf(of))
}

// seatsOn gives all who took part in events on the days of the period, and in some others.
func (t *table) seatsOn(beside []int64) (all []seat, err error) {
	err = t.read(&all, `SELECT event, `+t.who+` FROM `+t.rows+` INDEXED BY `+t.onDays+` WHERE day BETWEEN COALESCE(unixepoch(?) / 86400, -1 << 62) AND COALESCE(unixepoch(?) / 86400, 1 << 62)`,
		column.Null(t.n.From), column.Null(t.n.To))
	if err == nil {
		err = t.read(&all, `SELECT p.event, p.`+t.who+` FROM json_each(?) v CROSS JOIN `+t.rows+` p ON p.event = v.value`, column.Numbers(beside))
	}
	return all, err
}

// eventsOf lists the events of seats as JSON.
func eventsOf(all []seat) string {
	ids := make([]int64, len(all))
	for i, s := range all {
		ids[i] = s.event
	}
	slices.Sort(ids)
	return column.Numbers(slices.Compact(ids))
}

func (t *table) read(all *[]seat, text string, args ...any) error {
	return store.Each(t.ctx, t.tx, text, args, func(rows *sql.Rows) error {
		var s seat
		err := rows.Scan(&s.event, &s.who)
		*all = append(*all, s)
		return err
	})
}

// occasions gives the events of a period, in the order of their days and kinds, and the
// ids of those that do not begin on a day of it.
func (t *table) occasions() (all []occasion, beside []int64, err error) {
	const columns = `SELECT id, kind, COALESCE(first_day, '') FROM event_rows WHERE `
	const kinds = ` AND kind IN (SELECT value FROM json_each(?))`
	n, these := t.n, column.List(t.n.Kinds)
	begun, args := `first_day IS NOT NULL`, []any{}
	if n.From != "" {
		begun, args = `first_day >= ? AND COALESCE(last_day, first_day) >= ?`, []any{n.From, n.From}
	}
	if n.To != "" {
		begun, args = begun+` AND first_day <= ?`, append(args, n.To)
	}
	if all, err = t.happened(columns+begun+kinds+` ORDER BY first_day, kind`, append(args, these)...); err != nil {
		return nil, nil, err
	}
	var others []occasion
	switch {
	case n.From != "" && n.To != "":
		others, err = t.happened(columns+before+` AND first_day IS NOT NULL`+kinds, n.From, n.From, these)
	case n.From != "":
		others, err = t.happened(columns+before+kinds, n.From, n.From, these)
	case n.To == "":
		others, err = t.happened(columns+`first_day IS NULL`+kinds, these)
	}
	for _, o := range others {
		beside = append(beside, o.id)
	}
	all = append(others, all...)
	if len(others) > 0 {
		slices.SortStableFunc(all, occasion.compare)
	}
	return all, beside, err
}

func (o occasion) compare(p occasion) int {
	return cmp.Or(cmp.Compare(o.day, p.day), cmp.Compare(o.kind, p.kind))
}

// happened reads events.
func (t *table) happened(text string, args ...any) (all []occasion, err error) {
	var kind, day sql.RawBytes
	known := recurring{}
	err = store.Each(t.ctx, t.tx, text, args, func(rows *sql.Rows) error {
		var o occasion
		err := rows.Scan(&o.id, &kind, &day)
		o.kind, o.day = known.of(kind), known.of(day)
		all = append(all, o)
		return err
	})
	return all, err
}

// recurring are few texts that come again and again.
type recurring map[string]string

func (r recurring) of(b []byte) string {
	if _, ok := r[string(b)]; !ok {
		r[string(b)] = string(b)
	}
	return r[string(b)]
}

// tally counts the ties of those who took part in events that pass the filter: of one
// alone, where he is given.
func (t *table) tally(all []seat, one int64) ([]encounters, error) {
	taken := map[int64]int{}
	for _, s := range all {
		taken[s.event]++
	}
	maps.DeleteFunc(taken, func(_ int64, n int) bool { return n < 2 })
	period, args := Between(t.n.From, t.n.To, Ranged)
	events, err := t.happened(`SELECT e.id, e.kind, COALESCE(e.first_day, '') FROM json_each(?) v CROSS JOIN event_rows e ON e.id = v.value WHERE e.kind IN (SELECT value FROM json_each(?)) AND `+period,
		append([]any{column.Numbers(slices.Sorted(maps.Keys(taken))), column.List(t.n.Kinds)}, args...)...)
	slices.SortFunc(events, occasion.compare)
	return sat(events, all).meet(one), err
}

// named gives the ties of who met, with their ids.
func (t *table) named(met []encounters) (all []Tie, err error) {
	ids := map[int64]string{}
	for _, e := range met {
		ids[e.a], ids[e.b] = "", ""
	}
	err = store.Each(t.ctx, t.tx, `SELECT n, id FROM `+t.names+` WHERE n IN (SELECT value FROM json_each(?))`, []any{column.Numbers(slices.Collect(maps.Keys(ids)))}, func(rows *sql.Rows) error {
		var n int64
		var id string
		err := rows.Scan(&n, &id)
		ids[n] = id
		return err
	})
	for _, e := range met {
		a, b := ids[e.a], ids[e.b]
		all = append(all, Tie{min(a, b), max(a, b), e.events, e.first, e.last})
	}
	return all, err
}
