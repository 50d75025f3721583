package corpus

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// TestSameEventsByNameAndByDay holds that those of one with an event are found by who took
// part as by reading its whole day.
func TestSameEventsByNameAndByDay(t *testing.T) {
	c := made(t)
	gathered(t, c)
	add(t, c, newsItems(t, 400)...)
	ctx := context.Background()
	joined := 0
	if err := c.DB.Reading(ctx, func(tx *store.Tx) error {
		var ids []int64
		if err := events.EachEvent(ctx, tx, `SELECT id FROM event_rows ORDER BY id`, nil, func(id int64) { ids = append(ids, id) }); err != nil {
			return err
		}
		for _, id := range ids {
			found := map[int64]bool{id: true}
			var same [2][]int64
			for i := range same {
				all := &events.Happenings{Known: map[int64]bool{}}
				var err error
				if i == 0 {
					err = all.ByName(ctx, tx, found, found)
				} else {
					err = all.ByDay(ctx, tx, found, &events.Filter{}, `e.id = ?`, []any{id})
				}
				if err != nil {
					return err
				}
				for _, h := range all.List {
					if all.Asked[h.Group] {
						same[i] = append(same[i], h.ID)
					}
				}
				slices.Sort(same[i])
			}
			if !slices.Equal(same[0], same[1]) {
				t.Errorf("event %d is one with %v by name, with %v by day", id, same[0], same[1])
			}
			joined += len(same[0])
		}
		if joined <= len(ids) {
			t.Errorf("no two of %d events are one", len(ids))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestAppearancesOfBlocksAndRows holds that what is told of a person from his block is what
// the rows say, also while some of them are not settled.
func TestAppearancesOfBlocksAndRows(t *testing.T) {
	c := made(t)
	items := newsItems(t, 400)
	add(t, c, items[50:]...)
	for _, late := range []bool{false, true} {
		if late {
			if _, err := c.Storing.Add(context.Background(), "v1", items[:50]); err != nil {
				t.Fatal(err)
			}
		}
		ids := map[string]bool{}
		if err := c.DB.Each(context.Background(), `SELECT id FROM officials`, nil, func(rows *sql.Rows) error {
			var id string
			err := rows.Scan(&id)
			ids[id] = true
			return err
		}); err != nil {
			t.Fatal(err)
		}
		list := slices.Sorted(maps.Keys(ids))
		blocks, err := c.Persons.Borne(context.Background(), list, persons.Telling{})
		rows, err2 := c.Persons.Borne(context.Background(), list, persons.Telling{Text: ` AND TRUE`})
		if err != nil || err2 != nil || len(blocks) != len(rows) || len(rows) < 20 {
			t.Fatalf("%d and %d of %d: %v, %v", len(blocks), len(rows), len(list), err, err2)
		}
		for i, b := range blocks {
			if b.ID != rows[i].ID || !slices.EqualFunc(b.All, rows[i].All, func(x, y persons.Appeared) bool {
				return x.ID == y.ID && x.Published == y.Published && x.Manner == y.Manner && x.Aliases == y.Aliases && slices.Equal(x.Offices, y.Offices)
			}) {
				t.Errorf("%s: %v, want %v of %s", b.ID, b.All, rows[i].All, rows[i].ID)
			}
		}
	}
}

// TestFourteenthStep brings a database of the fourteenth step up to date, and has check
// find officials of events that are not those of the article.
func TestFourteenthStep(t *testing.T) {
	c := made(t)
	gathered(t, c)
	took := `SELECT group_concat(event || ' ' || appearance || ' ' || role || ' ' || official || ' ' || day, ', ') FROM event_officials`
	sat := `SELECT group_concat(event || ' ' || agency || ' ' || day, ', ') FROM event_agency_rows`
	officials, agencies := value(t, c, took), value(t, c, sat)
	packAloneAgain(t, c, 0)
	for _, text := range []string{`DROP TRIGGER event_officials_moved`, `DROP INDEX event_officials_official`, `DROP INDEX event_agencies_agency`, `DROP INDEX event_officials_day`, `DROP INDEX event_agencies_day`, `DROP INDEX articles_stored`, `DROP INDEX events_span`,
		`ALTER TABLE event_officials DROP COLUMN official`, `ALTER TABLE event_officials DROP COLUMN day`, `ALTER TABLE event_agency_rows DROP COLUMN day`,
		`CREATE INDEX event_officials_appearance ON event_officials (appearance)`, `CREATE INDEX event_agencies_agency ON event_agency_rows (agency)`,
		`CREATE INDEX articles_stored ON article_rows (stored)`, `CREATE INDEX events_span ON event_rows (last_day, first_day)`, `DROP INDEX events_day`, `CREATE INDEX events_day ON event_rows (first_day, kind)`, `DELETE FROM corpus_migrations WHERE version >= 15`} {
		if _, err := c.DB.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	again, err := Open(c.DB.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := value(t, again, took); got != officials || got == "" {
		t.Errorf("%s, want %s", got, officials)
	}
	if got := value(t, again, sat); got != agencies || got == "" {
		t.Errorf("%s, want %s", got, agencies)
	}
	for _, x := range []struct {
		text   string
		faults int
	}{
		{`UPDATE appearance_rows SET official = (SELECT MAX(n) FROM officials) WHERE id IN (SELECT MIN(appearance) FROM event_officials)`, 0},
		{`UPDATE event_official_rows SET day = day + 1`, 4},
		{`UPDATE event_official_rows SET official = official + 1, day = day - 1`, 4},
	} {
		if _, err := again.DB.Exec(x.text); err != nil {
			t.Fatal(err)
		}
		faults := map[string]bool{}
		if _, err := again.Check.All(context.Background(), 1<<20, func(s string) {
			if strings.Contains(s, "officials in an event") {
				faults[s] = true
			}
		}, nil); err != nil || len(faults) != x.faults {
			t.Errorf("%s: %v, want %d: %v", x.text, faults, x.faults, err)
		}
	}
}
