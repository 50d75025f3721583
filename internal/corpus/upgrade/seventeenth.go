package upgrade

import (
	"context"
	"database/sql"
	"encoding/json"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// shorten stores findings anew of which older steps said more than is needed.
func (c *Older) shorten(ctx context.Context, step store.Step) error {
	waited := 0
	for _, x := range []struct {
		table, what string
		move        func(*batch) (int, error)
	}{
		{store.OldAppearances, "older person", (*batch).shortenAppearances},
		{store.OldAgencyArticles, "older agency", (*batch).shortenAgencies},
		{store.OldEventOfficials, "older event", (*batch).shortenSeats},
		{store.Unmarked, "older text", (*batch).markAgain},
	} {
		if x.table == store.Unmarked {
			if err := c.db.Within(ctx, func(tx *store.Tx) error { return in(tx).blocksOfOld() }); err != nil {
				return err
			}
		}
		n, err := c.moved(ctx, x.table, func(done int) { step(done, x.what) }, func(tx *store.Tx) (int, error) { return x.move(in(tx)) })
		if err != nil {
			return err
		}
		waited = max(waited, n)
	}
	if waited <= 1 { // none: the corpus is new, or was brought up to date before
		return nil
	}
	return c.db.Shrink(ctx)
}

// blocksOfOld packs the blocks of a database older than the thirteenth step, once its
// appearances are stored anew.
func (w *batch) blocksOfOld() error {
	old, err := w.tx.Number(`SELECT NOT EXISTS (SELECT 1 FROM blocks) AND EXISTS (SELECT 1 FROM appearance_rows)`)
	if err != nil || old == 0 {
		return err
	}
	return w.Blocks.PackBlocks()
}

// movedOut takes the rows of a table out whose ids, in a column, are at most last; where
// there were none, the table.
func (w *batch) movedOut(table, column string, n int, last int64) (int, error) {
	if n == 0 {
		_, err := w.tx.Exec(`DROP TABLE ` + table)
		return 0, err
	}
	return n, w.tx.Do(`DELETE FROM `+table+` WHERE `+column+` <= ?`, last)
}

// Appearances stores a batch of the appearances of an older step anew; it gives how many.
func Appearances(tx *store.Tx) (int, error) { return in(tx).shortenAppearances() }

// shortenAppearances stores a batch of appearances anew; it gives how many.
func (w *batch) shortenAppearances() (int, error) {
	last := int64(0)
	all, err := store.All(w.tx, func(rows *sql.Rows) (row []any, err error) {
		var official, manner int64
		var block sql.NullInt64
		var country, places string
		var posts, title, body, name, local, aliases, forms sql.NullString
		if err := rows.Scan(&last, &official, &block, &manner, &country, &posts, &places, &name, &local, &aliases, &forms, &title, &body); err != nil {
			return nil, err
		}
		short, err := shortPlaces(places, func(s boctin.Span, more []any) any {
			return column.NamedAt(s, [2]int{intAt(more, 0), intAt(more, 1)}, at(more, 2))
		})
		if err != nil {
			return nil, err
		}
		given, err := shortPosts(posts.String, map[string]string{"title": title.String, "body": body.String})
		return []any{last, official, manner, country, given, short, block, name, local, aliases, forms}, err
	}, `SELECT x.id, x.official, CASE WHEN x.block <> o.block THEN x.block END, x.manner, x.country, x.posts, x.places, CASE WHEN x.name <> COALESCE(o.written, o.name) THEN x.name END, x.local, x.aliases, x.forms,
			CASE WHEN x.posts LIKE '%"%' THEN a.title END, CASE WHEN x.posts LIKE '%"%' THEN a.body END
		FROM old_appearances x JOIN officials o ON o.n = x.official JOIN article_rows a ON a.id = x.id >> 20 ORDER BY x.id LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	for _, row := range all {
		if err := w.tx.Later(`INSERT OR FAIL INTO appearance_rows (id, official, manner, country, posts, places, block, name, local, aliases, forms) VALUES `, row...); err != nil {
			return 0, err
		}
	}
	if err := w.tx.Flush(); err != nil {
		return 0, err
	}
	return w.movedOut(store.OldAppearances, `id`, len(all), last)
}

// shortenAgencies stores a batch of agencies of articles anew; it gives how many.
func (w *batch) shortenAgencies() (int, error) {
	last := int64(0)
	all, err := store.All(w.tx, func(rows *sql.Rows) (row []any, err error) {
		var agency, mentions int64
		var day sql.NullInt64
		var places string
		if err := rows.Scan(&last, &agency, &day, &mentions, &places); err != nil {
			return nil, err
		}
		short, err := shortPlaces(places, func(s boctin.Span, more []any) any { return column.Place(s, at(more, 0)) })
		return []any{last, agency, day, mentions, short}, err
	}, `SELECT id, agency, day, mentions, places FROM old_agency_articles ORDER BY id LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	for _, row := range all {
		if err := w.tx.Later(`INSERT OR FAIL INTO agency_article_rows (id, agency, day, mentions, places) VALUES `, row...); err != nil {
			return 0, err
		}
	}
	if err := w.tx.Flush(); err != nil {
		return 0, err
	}
	return w.movedOut(store.OldAgencyArticles, `id`, len(all), last)
}

// shortenSeats stores anew who took part in a batch of events; it gives how many they are.
func (w *batch) shortenSeats() (int, error) {
	events, err := w.tx.IDs(`SELECT DISTINCT event FROM old_event_officials ORDER BY event LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	if len(events) == 0 {
		return w.movedOut(store.OldEventOfficials, `event`, 0, 0)
	}
	last := events[len(events)-1]
	for _, text := range []string{
		`INSERT OR IGNORE INTO strings (text) SELECT DISTINCT role FROM old_event_officials WHERE event <= ?`,
		`INSERT OR FAIL INTO event_official_rows (event, nth, official, day, role)
			SELECT event, appearance & 1048575, official, day, (SELECT n FROM strings WHERE text = role) FROM old_event_officials WHERE event <= ?`,
	} {
		if err := w.tx.Do(text, last); err != nil {
			return 0, err
		}
	}
	return w.movedOut(store.OldEventOfficials, `event`, len(events), last)
}

// markAgain puts the words with marks of a batch of articles into their index; it gives
// how many articles that were.
func (w *batch) markAgain() (int, error) {
	return w.indexWaiting(store.Unmarked, func(t *storing.Text) error {
		return w.tx.Do(storing.IntoMarked, t.Article, markedBefore(t.Title+" "+t.Body))
	})
}

// shortPlaces gives a list of places of an older step as it is stored now.
func shortPlaces(raw string, short func(s boctin.Span, more []any) any) (any, error) {
	var list [][]any
	if err := json.Unmarshal([]byte(raw), &list); err != nil {
		return nil, err
	}
	all := make([]any, len(list))
	for i, p := range list {
		all[i] = short(boctin.Span{Field: column.FieldName(intAt(p, 0)), Start: intAt(p, 1), End: intAt(p, 2)}, p[min(3, len(p)):])
	}
	return column.Places(all), nil
}

// shortPosts gives a list of posts of an older step as it is stored now; text are the fields
// of the article, where a post is printed other than as title and agency.
func shortPosts(raw string, text map[string]string) (any, error) {
	if raw == "" {
		return nil, nil
	}
	var list [][]any
	if err := json.Unmarshal([]byte(raw), &list); err != nil {
		return nil, err
	}
	all := make([]any, len(list))
	for i, l := range list {
		p := column.Post{Office: int64(intAt(l, 0)), Field: intAt(l, 1), Start: intAt(l, 2), End: intAt(l, 3), Printed: at(l, 4), Caption: at(l, 5)}
		if printed, is := p.Printed.(string); is && p.Field < 2 {
			p.Printed = column.PartOf(cut(text[column.FieldName(p.Field)], p.Start, p.End), printed)
		}
		all[i] = p.Column()
	}
	return column.Places(all), nil
}

// cut gives a part of a text by its code points.
func cut(text string, start, end int) string {
	for range start {
		_, n := utf8.DecodeRuneInString(text)
		text = text[n:]
	}
	rest := text
	for range end - start {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	return text[:len(text)-len(rest)]
}

// at gives what stands at a place of a list, nil behind its end.
func at(list []any, i int) any {
	if i >= len(list) {
		return nil
	}
	return list[i]
}

// intAt is at of a number, 0 where there is none.
func intAt(list []any, i int) int {
	n, _ := at(list, i).(float64)
	return int(n)
}
