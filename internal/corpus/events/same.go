package events

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// lastStored is in how many articles the last tellings are looked for that were stored
// since a time.
const lastStored = 3000

// foundEvents gives the events that meet a condition, so many as are asked for. Those of
// an article are there as long as it is the newest version.
func foundEvents(ctx context.Context, tx *store.Tx, f *Filter, w eventWhere) (map[int64]bool, error) {
	where, args := w.text, w.args
	text := `SELECT e.id FROM event_rows e WHERE ` + where
	switch {
	case f.Most > 0 && f.Stored != "":
		text = `SELECT e.id FROM (SELECT id FROM article_rows WHERE stored >= ? AND newest = 1 ORDER BY stored DESC LIMIT ?) a
			CROSS JOIN event_rows e ON e.id BETWEEN a.id << 20 AND a.id << 20 | 1048575 WHERE ` + where + ` LIMIT ?`
		args = append(append([]any{column.Milliseconds(f.Stored), lastStored}, args...), f.Most)
	case f.Stored != "":
		text += ` AND e.id >= (SELECT MIN(id) << 20 FROM article_rows WHERE stored >= ? AND newest = 1) AND e.id >> 20 IN (SELECT id FROM article_rows WHERE stored >= ? AND newest = 1)`
		args = append(args[:len(args):len(args)], column.Milliseconds(f.Stored), column.Milliseconds(f.Stored))
	case f.Most > 0 && w.lead != "":
		text = `SELECT DISTINCT e.id FROM (` + w.lead + `) p CROSS JOIN event_rows e ON e.id = p.event WHERE ` + w.led + ` LIMIT ?`
		args = append(slices.Clip(w.behindLead), f.Most)
	case f.Most > 0 && f.From != "" && f.To != "": // those of its days, the last first, and those that last into it
		text = `SELECT id FROM (SELECT * FROM (SELECT e.id, e.first_day FROM event_rows e WHERE ` + where + ` AND e.first_day BETWEEN ? AND ? ORDER BY e.first_day DESC, e.id DESC LIMIT ?)
			UNION ALL SELECT e.id, e.first_day FROM event_rows e WHERE ` + where + ` AND e.last_day >= ? AND +e.first_day < ?) ORDER BY first_day DESC, id DESC LIMIT ?`
		args = slices.Concat(args, []any{f.From, f.To, f.Most}, args, []any{f.From, f.From, f.Most})
	case f.Most > 0:
		text += ` ORDER BY e.first_day DESC, e.id DESC LIMIT ?`
		args = append(args[:len(args):len(args)], f.Most)
	}
	found := map[int64]bool{}
	return found, EachEvent(ctx, tx, text, args, func(id int64) { found[id] = true })
}

// EachEvent tells take of the events that a query gives.
func EachEvent(ctx context.Context, tx *store.Tx, text string, args []any, take func(id int64)) error {
	return store.Each(ctx, tx, text, args, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		take(id)
		return err
	})
}

// withSame adds the events that are one with those that were found, marked as not
// asked for.
func withSame(ctx context.Context, tx *store.Tx, found map[int64]bool, f *Filter, where string, args []any) (map[int64]bool, error) {
	all, err := sameDays(ctx, tx, found, f, where, args)
	if err != nil {
		return nil, err
	}
	for i := range all.List {
		h := &all.List[i]
		if _, known := found[h.ID]; !known && all.Asked[h.Group] {
			found[h.ID] = false // was not asked for, but is one with what was
		}
	}
	return found, nil
}

// DayCount is how many events of a kind began on a day.
type DayCount struct {
	Day  string `json:"day"`
	Kind string `json:"kind"`
	N    int    `json:"count"`
}

// EventCounts counts the events that pass the filter, each once, by day and kind; those
// of no known day are left out. Place and Most do not count.
func (c *Events) EventCounts(ctx context.Context, f Filter) ([]DayCount, error) {
	f.Most = 0
	return store.Remembered(ctx, c.db, fmt.Sprintf("events %#v", f), func() ([]DayCount, error) { return c.eventCounts(ctx, f) })
}

func (c *Events) eventCounts(ctx context.Context, f Filter) (counts []DayCount, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		w, err := c.eventCondition(ctx, tx, &f)
		if err != nil {
			return err
		}
		found, err := foundEvents(ctx, tx, &f, w)
		if err != nil {
			return err
		}
		all, err := sameDays(ctx, tx, found, &f, w.text, w.args)
		if err == nil {
			counts = countDays(all.List, found)
		}
		return err
	})
	return counts, err
}

// countDays counts the groups of events in which one was found.
func countDays(all []happening, found map[int64]bool) (counts []DayCount) {
	seen, at := map[int]bool{}, map[[2]string]int{}
	for i := range all {
		h := &all[i]
		if !found[h.ID] || seen[h.Group] {
			continue
		}
		seen[h.Group] = true
		key := [2]string{h.Day, h.Kind}
		if _, ok := at[key]; !ok {
			at[key] = len(counts)
			counts = append(counts, DayCount{Day: h.Day, Kind: h.Kind})
		}
		counts[at[key]].N++
	}
	slices.SortFunc(counts, func(a, b DayCount) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Kind, b.Kind)) })
	return counts
}

// happening is an event with who took part.
type happening struct {
	identity.Happening
	ID int64
}

// Happenings are events that may be one.
type Happenings struct {
	List  []happening
	Known map[int64]bool // the events that were read
	Asked map[int]bool   // groups of which one was asked for
}

// mostByName is of how many events those that are one with them are looked for by who
// took part; of more, all of their kinds and days are read.
const mostByName = 2000

// sameDays reads who took part in the events that were found and in those that may be one
// with them, and groups them. What was found passes a filter, a condition on events e.
func sameDays(ctx context.Context, tx *store.Tx, found map[int64]bool, f *Filter, where string, args []any) (*Happenings, error) {
	all := &Happenings{Known: map[int64]bool{}}
	if len(found) > mostByName {
		return all, all.ByDay(ctx, tx, found, f, where, args)
	}
	return all, all.ByName(ctx, tx, found, found)
}

// ByDay reads all events of a period, or of the kinds and days of those that meet a
// condition; and by name what was found beside, which began before.
func (all *Happenings) ByDay(ctx context.Context, tx *store.Tx, found map[int64]bool, f *Filter, where string, args []any) error {
	text := `SELECT e.id, e.kind, e.first_day, e.name FROM (SELECT DISTINCT e.first_day, e.kind FROM event_rows e WHERE e.first_day IS NOT NULL AND ` + where + `) d
		CROSS JOIN event_rows e ON e.first_day = d.first_day AND e.kind = d.kind`
	if f.From != "" && f.To != "" {
		text, args = `SELECT id, kind, first_day, name FROM event_rows WHERE first_day BETWEEN ? AND ?`, []any{f.From, f.To}
	}
	err := all.read(ctx, tx, text, args...)
	if err == nil {
		err = all.seat(ctx, tx, 0, "day", all.days())
	}
	if err != nil {
		return err
	}
	beside := map[int64]bool{}
	for id := range found {
		if !all.Known[id] {
			beside[id] = true
		}
	}
	all.group(found)
	return all.ByName(ctx, tx, found, beside)
}

// ByName reads some of the events that were found, and those of their kinds and days in
// which somebody took part who did so in one of them, or in one that is one with them.
func (all *Happenings) ByName(ctx context.Context, tx *store.Tx, found, next map[int64]bool) error {
	const these = `SELECT id, kind, first_day, name FROM event_rows WHERE id IN (SELECT value FROM json_each(?)) AND first_day IS NOT NULL`
	done := map[string]bool{} // who was looked for already, of which kind and day
	for len(next) > 0 {
		before := len(all.List)
		err := all.read(ctx, tx, these, idsOf(next))
		if err == nil {
			err = all.seat(ctx, tx, before, "event", idsOf(next))
		}
		if err != nil {
			return err
		}
		all.group(found)
		if next, err = all.sharing(ctx, tx, done); err != nil {
			return err
		}
	}
	return nil
}

// read adds the events that a query gives, with their kinds, days and names.
func (all *Happenings) read(ctx context.Context, tx *store.Tx, text string, args ...any) error {
	var kind, day, name sql.RawBytes
	known := recurring{}
	return store.Each(ctx, tx, text, args, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id, &kind, &day, &name)
		all.List = append(all.List, happening{identity.Happening{Kind: known.of(kind), Day: known.of(day), Name: known.of(name)}, id})
		all.Known[id] = true
		return err
	})
}

// days are the days of the events that were read, as JSON, counted as participants have
// them.
func (all *Happenings) days() string {
	days, last := map[int64]bool{}, ""
	for i := range all.List {
		day := all.List[i].Day
		if t, err := time.Parse(time.DateOnly, day); day != last && err == nil {
			days[t.Unix()/secondsOfDay], last = true, day
		}
	}
	return idsOf(days)
}

const secondsOfDay = 24 * 60 * 60

// seat adds who took part in the events from one on, as the events or the days of a list
// tell. Agencies count where no official is named; where nobody is, the event is one with
// no other, and is taken out.
func (all *Happenings) seat(ctx context.Context, tx *store.Tx, from int, by, list string) error {
	at := make(map[int64]*happening, len(all.List)-from)
	for i := range all.List[from:] {
		at[all.List[from+i].ID] = &all.List[from+i]
	}
	for _, x := range []struct {
		query string
		add   func(h *happening, n string)
	}{
		{`SELECT p.event, p.official FROM json_each(?) v CROSS JOIN event_officials p ON p.` + by + ` = v.value`, func(h *happening, n string) { h.Officials = append(h.Officials, n) }},
		{`SELECT p.event, p.agency FROM json_each(?) v CROSS JOIN event_agency_rows p ON p.` + by + ` = v.value`, func(h *happening, n string) {
			if len(h.Officials) == 0 {
				h.Agencies = append(h.Agencies, n)
			}
		}},
	} {
		if err := store.Each(ctx, tx, x.query, []any{list}, func(rows *sql.Rows) error {
			var event, n int64
			err := rows.Scan(&event, &n)
			if h := at[event]; h != nil {
				x.add(h, strconv.FormatInt(n, 10)) // the number tells as much as the id does
			}
			return err
		}); err != nil {
			return err
		}
	}
	all.List = slices.DeleteFunc(all.List, func(h happening) bool { return len(h.Officials)+len(h.Agencies) == 0 })
	return nil
}

// group tells which are one event, and which groups were asked for.
func (all *Happenings) group(found map[int64]bool) {
	list := make([]*identity.Happening, len(all.List))
	for i := range all.List {
		list[i] = &all.List[i].Happening
	}
	identity.GroupEvents(list)
	all.Asked = map[int]bool{}
	for i := range all.List {
		if found[all.List[i].ID] {
			all.Asked[all.List[i].Group] = true
		}
	}
}

// sharing gives the events that are not read yet, and in which somebody took part who did
// so in one that is asked for, of its kind and on its day. Done are those who were looked for.
func (all *Happenings) sharing(ctx context.Context, tx *store.Tx, done map[string]bool) (map[int64]bool, error) {
	var keys [2][][]any // of officials and of agencies
	for i := range all.List {
		h := &all.List[i]
		if !all.Asked[h.Group] {
			continue
		}
		of, who := 0, h.Officials
		if len(who) == 0 {
			of, who = 1, h.Agencies
		}
		for _, n := range who {
			key := fmt.Sprint(of, " ", n, " ", h.Day, " ", h.Kind)
			if !done[key] {
				done[key] = true
				keys[of] = append(keys[of], []any{json.Number(n), h.Day, h.Kind})
			}
		}
	}
	next := map[int64]bool{}
	for of, text := range [2]string{
		`SELECT p.event FROM json_each(?) v CROSS JOIN event_officials p ON p.official = v.value ->> 0 AND p.day = unixepoch(v.value ->> 1) / 86400 JOIN event_rows e ON e.id = p.event AND e.kind = v.value ->> 2`,
		`SELECT p.event FROM json_each(?) v CROSS JOIN event_agency_rows p ON p.agency = v.value ->> 0 AND p.day = unixepoch(v.value ->> 1) / 86400 JOIN event_rows e ON e.id = p.event AND e.kind = v.value ->> 2
			WHERE NOT EXISTS (SELECT 1 FROM event_officials o WHERE o.event = e.id)`,
	} {
		raw, err := json.Marshal(keys[of])
		if err != nil || len(keys[of]) == 0 {
			continue
		}
		if err := EachEvent(ctx, tx, text, []any{string(raw)}, func(id int64) {
			if !all.Known[id] {
				next[id] = true
			}
		}); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// idsOf gives the ids of a set as JSON.
func idsOf(set map[int64]bool) string {
	raw, _ := json.Marshal(slices.Sorted(maps.Keys(set))) // numbers alone
	return string(raw)
}
