package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/identity"
)

// lastStored is in how many articles the last tellings are looked for that were stored
// since a time.
const lastStored = 3000

// foundEvents gives the events that meet a condition, so many as are asked for.
func foundEvents(ctx context.Context, tx *sql.Tx, f *EventFilter, where string, args []any) (map[int64]bool, error) {
	text := `SELECT e.id FROM event_rows e JOIN article_rows a ON a.id = e.id >> 20 WHERE ` + where
	switch {
	case f.Most > 0 && f.Stored != "":
		text = `SELECT e.id FROM (SELECT * FROM article_rows WHERE stored >= ? AND newest = 1 ORDER BY stored DESC LIMIT ?) a
			CROSS JOIN event_rows e ON e.id BETWEEN a.id << 20 AND a.id << 20 | 1048575 WHERE ` + where + ` LIMIT ?`
		args = append(append([]any{milliseconds(f.Stored), lastStored}, args...), f.Most)
	case f.Most > 0:
		text += ` ORDER BY e.first_day DESC, e.id DESC LIMIT ?`
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
	group(all)
	asked := map[int]bool{}
	for i := range all {
		if found[all[i].id] {
			asked[all[i].Group] = true
		}
	}
	for i := range all {
		h := &all[i]
		if _, known := found[h.id]; !known && asked[h.Group] {
			found[h.id] = false // was not asked for, but is one with what was
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
func (c *Corpus) EventCounts(ctx context.Context, f EventFilter) ([]DayCount, error) {
	f.Most = 0
	return remembered(ctx, c, fmt.Sprintf("events %#v", f), func() ([]DayCount, error) { return c.eventCounts(ctx, f) })
}

func (c *Corpus) eventCounts(ctx context.Context, f EventFilter) (counts []DayCount, err error) {
	err = c.reading(ctx, func(tx *sql.Tx) error {
		where, args, err := c.eventCondition(ctx, tx, &f)
		if err != nil {
			return err
		}
		found, err := foundEvents(ctx, tx, &f, where, args)
		if err != nil {
			return err
		}
		all, err := sameDays(ctx, tx, found)
		counts = countDays(all, found)
		return err
	})
	return counts, err
}

// countDays counts the groups of events in which one was found.
func countDays(all []happening, found map[int64]bool) (counts []DayCount) {
	group(all)
	seen, at := map[int]bool{}, map[[2]string]int{}
	for i := range all {
		h := &all[i]
		if !found[h.id] || seen[h.Group] {
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

// group tells which are one event.
func group(all []happening) {
	list := make([]*identity.Happening, len(all))
	for i := range all {
		list[i] = &all[i].Happening
	}
	identity.GroupEvents(list)
}

// happening is an event with who took part.
type happening struct {
	identity.Happening
	id int64
}

// sameDays reads who took part in the events of the kinds and days of some.
func sameDays(ctx context.Context, tx *sql.Tx, found map[int64]bool) (all []happening, err error) {
	const text = `WITH d AS MATERIALIZED (SELECT DISTINCT first_day, kind FROM event_rows WHERE id IN (SELECT value FROM json_each(?)) AND first_day IS NOT NULL)
		SELECT e.id, e.kind, e.first_day, COALESCE((SELECT group_concat(x.official) FROM event_officials p CROSS JOIN appearance_rows x ON x.id = p.appearance WHERE p.event = e.id), ''),
			COALESCE((SELECT group_concat(p.agency) FROM event_agency_rows p WHERE p.event = e.id), '')
		FROM d CROSS JOIN event_rows e ON e.first_day = d.first_day AND e.kind = d.kind`
	rows, err := tx.QueryContext(ctx, text, idsOf(found))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h happening
		var officials, agencies string // numbers of the two tables, which tell as much as ids do
		if err := rows.Scan(&h.id, &h.Kind, &h.Day, &officials, &agencies); err != nil {
			return nil, err
		}
		if h.Officials, h.Agencies = numbersOf(officials), numbersOf(agencies); len(h.Officials)+len(h.Agencies) > 0 {
			all = append(all, h)
		}
	}
	return all, rows.Err()
}

// numbersOf reads numbers with commas between them.
func numbersOf(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// idsOf gives the ids of a set as JSON.
func idsOf(set map[int64]bool) string {
	raw, _ := json.Marshal(slices.Sorted(maps.Keys(set))) // numbers alone
	return string(raw)
}
