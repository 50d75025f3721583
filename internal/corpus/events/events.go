// Package events tells the events of a corpus, who met whom at them, and who is tied to whom.
package events

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/viet"
)

// Events are what the articles of a corpus tell.
type Events struct {
	// PlaceNames gives all names of a place, as Hồ Chí Minh and TP.HCM; nil: each is a
	// place of its own.
	PlaceNames func(string) []string

	db    *store.DB
	names *named.Names
}

// Of gives the events of a database.
func Of(db *store.DB, names *named.Names) *Events { return &Events{db: db, names: names} }

// Filter picks events; its zero value takes all.
type Filter struct {
	Kinds     []string
	Officials []string // names, with marks or without, or ids; each must have taken part
	Agencies  []string // the same
	Country   string   // that an official or agency in it serves, ISO 3166-1 alpha-2
	From, To  string   // first and last day, 2025-08-17
	Place     string   // part of its name, with marks or without
	Sites     []string // hosts of articles that tell it
	Stored    string   // by an article stored at or after this time, given as stored is written
	Most      int      // so many tellings at most, the last: of the thousands of articles stored last where Stored is given, else of the last days; 0: all
}

// Event is one event of the world with the articles that tell it.
type Event = identity.Event

// Attendance is an official or agency in an event.
type Attendance = identity.Attendance

// Telling is an article that tells an event, and the clause by which it does.
type Telling = identity.Telling

// Find gives the events that pass the filter, the earliest first and those of no
// known day last, each once with every article that tells it. Names that nobody
// bears give ErrNobody.
func (c *Events) Find(ctx context.Context, f Filter) (all []Event, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		w, err := c.eventCondition(ctx, tx, &f)
		if err != nil {
			return err
		}
		found, err := foundEvents(ctx, tx, &f, w)
		if err == nil {
			found, err = withSame(ctx, tx, found, &f, w.text, w.args)
		}
		if err != nil {
			return err
		}
		told, err := tellings(ctx, tx, found)
		all = together(told, c.placeNames(f.Place))
		return err
	})
	return all, err
}

// eventWhere is a condition on events e. Where one alone is asked for who took part, led is
// the condition without that, and lead gives his events p, the last first.
type eventWhere struct {
	text, led, lead  string
	args, behindLead []any
}

// eventCondition is the filter as SQL over events e, but for when they were stored.
func (c *Events) eventCondition(ctx context.Context, tx *store.Tx, f *Filter) (w eventWhere, err error) {
	var parts, led []string
	add := func(part string, values ...any) {
		parts, w.args = append(parts, part), append(w.args, values...)
		led, w.behindLead = append(led, part), append(w.behindLead, values...)
	}
	if len(f.Kinds) > 0 {
		add(`e.kind IN (SELECT value FROM json_each(?))`, column.List(f.Kinds))
	}
	first := Ranged
	if f.Most > 0 {
		first = walked
	}
	period, days := Between(f.From, f.To, first)
	add(period, days...)
	for _, x := range []struct {
		names []string
		ids   func(context.Context, store.Asker, string) ([]string, error)
		part  string
	}{
		{f.Officials, c.names.Officials, `SELECT event FROM event_officials WHERE official IN ` + persons.Numbered},
		{f.Agencies, c.names.Agencies, `SELECT event FROM event_agency_rows WHERE agency IN ` + named.NumberedAgencies},
	} {
		for _, name := range x.names {
			bearers, err := x.ids(ctx, tx, name)
			if err != nil {
				return w, err
			}
			if w.lead == "" && len(bearers) == 1 {
				w.lead = strings.Replace(x.part, ` IN `, ` = `, 1) + lastInOrder
				parts, w.args = append(parts, `e.id IN (`+x.part+`)`), append(w.args, column.List(bearers))
				w.behindLead = append([]any{column.List(bearers)}, w.behindLead...)
				continue
			}
			add(`e.id IN (`+x.part+`)`, column.List(bearers))
		}
	}
	if len(f.Sites) > 0 {
		add(`(SELECT site FROM article_rows WHERE id = e.id >> 20) IN (SELECT n FROM sites WHERE host IN (SELECT value FROM json_each(?)))`, column.List(f.Sites))
	}
	if f.Country != "" {
		add(`(EXISTS (SELECT 1 FROM event_officials p JOIN officials o ON o.n = p.official WHERE p.event = e.id AND o.country = ?)
			OR EXISTS (SELECT 1 FROM event_agency_rows p JOIN agencies g ON g.n = p.agency WHERE p.event = e.id AND g.country = ?))`, strings.ToUpper(f.Country), strings.ToUpper(f.Country))
	}
	w.text, w.led = strings.Join(parts, " AND "), strings.Join(led, " AND ")
	return w, nil
}

// lastInOrder has the events of one read the last first, as their index has them; SQLite heeds
// an order inside of a join only with a limit.
const lastInOrder = ` ORDER BY day DESC, event DESC LIMIT -1`

// Between gives the condition that events e fall into a period, either end of which may
// be empty. Few end on another day than they begin: an index has those alone, which
// SQLite asks where it does not take all that begin before the end: see walked.
func Between(from, to, first string) (text string, args []any) {
	const longer = `e.last_day >= ?`
	switch {
	case from == "" && to == "":
		return `TRUE`, nil
	case from == "":
		return `e.first_day <= ?`, []any{to}
	case to == "":
		return `(e.first_day >= ? AND COALESCE(e.last_day, e.first_day) >= ? OR ` + longer + `)`, []any{from, from, from}
	}
	return `(e.first_day BETWEEN ? AND ? AND COALESCE(e.last_day, e.first_day) >= ? OR ` + longer + ` AND ` + first + ` <= ?)`, []any{from, to, from, from, to}
}

// How between names the first day: as the last events are walked through from the end of
// the period, and as all of the period are read.
const walked, Ranged = `e.first_day`, `+e.first_day`

// tellings reads events; found tells of each whether it was asked for.
func tellings(ctx context.Context, tx *store.Tx, found map[int64]bool) (all []*Event, err error) {
	const text = `SELECT e.id, e.kind, e.name, e.status, COALESCE(e.date, e.first_day, ''), e.place, e.title, e.rank, e.from_rank, e.measure,
		CASE e.field WHEN 0 THEN substr(a.title, e."start" + 1, e."end" - e."start") WHEN 1 THEN substr(a.body, e."start" + 1, e."end" - e."start") ELSE e.text END,
		a.url, COALESCE(a.published, ''), a.title
		FROM event_rows e JOIN article_rows a ON a.id = e.id >> 20
		WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY a.published IS NULL, a.published, a.url, e.id`
	ids, by := idsOf(found), make(map[int64]*Event, len(found))
	err = store.Each(ctx, tx, text, []any{ids}, func(rows *sql.Rows) error {
		var id int64
		var t Telling
		e := &Event{Officials: []Attendance{}, Agencies: []Attendance{}}
		err := rows.Scan(&id, &e.Kind, &e.Name, &e.Status, &e.Date, &e.Place, &e.Title, &e.Rank, &e.FromRank, &e.Measure, &t.Text, &t.URL, &t.Published, &t.Title)
		e.Articles, e.Asked, by[id] = []Telling{t}, found[id], e
		all = append(all, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = attend(ctx, tx, `officials`, `SELECT p.event, p.official, p.role FROM json_each(?) v CROSS JOIN event_officials p ON p.event = v.value`, ids, func(event int64, a Attendance) {
		if e := by[event]; e != nil {
			e.Officials = append(e.Officials, a)
		}
	})
	if err != nil {
		return nil, err
	}
	return all, attend(ctx, tx, `agencies`, `SELECT p.event, p.agency, '' FROM json_each(?) v CROSS JOIN event_agency_rows p ON p.event = v.value`, ids, func(event int64, a Attendance) {
		if e := by[event]; e != nil {
			e.Agencies = append(e.Agencies, a)
		}
	})
}

// attend tells take who of a table took part in events, which a query gives by number.
func attend(ctx context.Context, tx *store.Tx, table, text, ids string, take func(event int64, a Attendance)) error {
	type seat struct {
		event, who int64
		role       string
	}
	var seats []seat
	known := map[int64]Attendance{}
	err := store.Each(ctx, tx, text, []any{ids}, func(rows *sql.Rows) error {
		var s seat
		err := rows.Scan(&s.event, &s.who, &s.role)
		seats, known[s.who] = append(seats, s), Attendance{}
		return err
	})
	if err != nil {
		return err
	}
	err = store.Each(ctx, tx, `SELECT n, id, name, country FROM `+table+` WHERE n IN (SELECT value FROM json_each(?))`, []any{column.Numbers(slices.Collect(maps.Keys(known)))}, func(rows *sql.Rows) error {
		var n int64
		var a Attendance
		err := rows.Scan(&n, &a.ID, &a.Name, &a.Country)
		known[n] = a
		return err
	})
	if err != nil {
		return err
	}
	for _, s := range seats {
		if a := known[s.who]; a.ID != "" {
			a.Role = s.role
			take(s.event, a)
		}
	}
	return nil
}

// together makes one of the events that are one, and keeps those of which an article
// was asked for.
func together(told []*Event, places []string) []Event {
	all := identity.Together(told)
	slices.SortStableFunc(all, func(a, b *Event) int {
		return cmp.Or(cmp.Compare(b2i(a.Day() == ""), b2i(b.Day() == "")), cmp.Compare(a.Day(), b.Day()))
	})
	var out []Event
	for _, e := range all {
		at := viet.Fold(e.Place)
		if e.Asked && slices.ContainsFunc(places, func(place string) bool { return strings.Contains(at, place) }) {
			out = append(out, *e)
		}
	}
	return out
}

// placeNames gives the names of a place, folded.
func (c *Events) placeNames(place string) []string {
	names := []string{viet.Fold(place)}
	if c.PlaceNames != nil {
		for _, name := range c.PlaceNames(place) {
			names = append(names, viet.Fold(name))
		}
	}
	return names
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
