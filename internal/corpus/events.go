package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/viet"
)

// EventFilter picks events; its zero value takes all.
type EventFilter struct {
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

// Events gives the events that pass the filter, the earliest first and those of no
// known day last, each once with every article that tells it. Names that nobody
// bears give ErrNobody.
func (c *Corpus) Events(ctx context.Context, f EventFilter) ([]Event, error) {
	tx, err := c.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, c.wrap(err)
	}
	defer tx.Rollback()
	where, args, err := c.eventCondition(ctx, tx, &f)
	if errors.Is(err, ErrNobody) {
		return nil, err
	}
	if err != nil {
		return nil, c.wrap(err)
	}
	found, err := foundEvents(ctx, tx, &f, where, args)
	if err == nil {
		found, err = withSame(ctx, tx, found)
	}
	if err != nil {
		return nil, c.wrap(err)
	}
	told, err := tellings(ctx, tx, found)
	if err != nil {
		return nil, c.wrap(err)
	}
	return together(told, c.placeNames(f.Place)), nil
}

// eventCondition is the filter as SQL over events e, but for when they were stored.
func (c *Corpus) eventCondition(ctx context.Context, tx *sql.Tx, f *EventFilter) (text string, args []any, err error) {
	parts := []string{`TRUE`}
	add := func(part string, values ...any) {
		parts, args = append(parts, part), append(args, values...)
	}
	if len(f.Kinds) > 0 {
		add(`e.kind IN (SELECT value FROM json_each(?))`, list(f.Kinds))
	}
	if f.From != "" {
		add(`e.last_day >= ?`, f.From)
	}
	if f.To != "" {
		add(`+e.first_day <= ?`, f.To) // the index of last days has it, too
	}
	for _, x := range []struct {
		names []string
		ids   func(context.Context, asker, string) ([]string, error)
		part  string
	}{
		{f.Officials, c.officialsNamed, `e.id IN (SELECT event FROM event_officials WHERE official IN ` + numbered + `)`},
		{f.Agencies, c.agenciesNamed, `e.id IN (SELECT event FROM event_agency_rows WHERE agency IN (SELECT n FROM agencies WHERE id IN (SELECT value FROM json_each(?))))`},
	} {
		for _, name := range x.names {
			bearers, err := x.ids(ctx, tx, name)
			if err != nil {
				return "", nil, err
			}
			add(x.part, list(bearers))
		}
	}
	if len(f.Sites) > 0 {
		add(`(SELECT site FROM article_rows WHERE id = e.id >> 20) IN (SELECT n FROM sites WHERE host IN (SELECT value FROM json_each(?)))`, list(f.Sites))
	}
	if f.Country != "" {
		add(`(EXISTS (SELECT 1 FROM event_officials p JOIN officials o ON o.n = p.official WHERE p.event = e.id AND o.country = ?)
			OR EXISTS (SELECT 1 FROM event_agency_rows p JOIN agencies g ON g.n = p.agency WHERE p.event = e.id AND g.country = ?))`, strings.ToUpper(f.Country), strings.ToUpper(f.Country))
	}
	return strings.Join(parts, " AND "), args, nil
}

// tellings reads events; found tells of each whether it was asked for.
func tellings(ctx context.Context, tx *sql.Tx, found map[int64]bool) (all []*Event, err error) {
	const text = `SELECT e.id, e.kind, e.name, e.status, COALESCE(e.date, ''), e.place, e.title, e.rank, e.from_rank, e.measure, e.text,
		a.url, COALESCE(a.published, ''), a.title,
		(SELECT json_group_array(json_object('id', o.id, 'name', o.name, 'country', o.country, 'role', p.role)) FROM event_officials p
			JOIN officials o ON o.n = p.official WHERE p.event = e.id),
		(SELECT json_group_array(json_object('id', g.id, 'name', g.name, 'country', g.country)) FROM event_agency_rows p JOIN agencies g ON g.n = p.agency WHERE p.event = e.id)
		FROM events e JOIN article_rows a ON a.id = e.id >> 20
		WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY a.published IS NULL, a.published, a.url, e.id`
	rows, err := tx.QueryContext(ctx, text, idsOf(found))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		e, err := scanEvent(rows, found)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, rows.Err()
}

func scanEvent(rows *sql.Rows, found map[int64]bool) (*Event, error) {
	var e Event
	var id int64
	var t Telling
	var officials, agencies sql.RawBytes
	if err := rows.Scan(&id, &e.Kind, &e.Name, &e.Status, &e.Date, &e.Place, &e.Title, &e.Rank, &e.FromRank, &e.Measure, &t.Text,
		&t.URL, &t.Published, &t.Title, &officials, &agencies); err != nil {
		return nil, err
	}
	e.Articles = []Telling{t}
	if found[id] {
		e.Asked = true
	}
	return &e, errors.Join(json.Unmarshal(officials, &e.Officials), json.Unmarshal(agencies, &e.Agencies))
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
func (c *Corpus) placeNames(place string) []string {
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
