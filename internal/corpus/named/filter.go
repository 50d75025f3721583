package named

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/normalize/viet"
)

// Filter picks articles; its zero value takes all. Of several values of one
// kind any will do, and of every kind that is given one must. It means the same
// to all that take one.
type Filter struct {
	Month     string   // of publication, 2025-08
	From, To  string   // first and last day of publication, 2025-08-17; an article of a whole month or year belongs to each of its days
	Sites     []string // hosts
	Officials []string // names, however they are written, or ids
	Agencies  []string // the same
	Kinds     []string // of an event that is told, or of an agency that is named
	Countries []string // of an official or agency that is named, VN
	Places    []string // that the text names
}

// None tells whether the filter takes all.
func (f *Filter) None() bool {
	return f.Month+f.From+f.To == "" && len(f.Sites)+len(f.Officials)+len(f.Agencies)+len(f.Kinds)+len(f.Countries)+len(f.Places) == 0
}

// Among gives the condition that an article, by an expression for its row, passes the
// filter; it is empty where all do.
func (c *Names) Among(ctx context.Context, db store.Asker, f *Filter, row string) (string, []any, error) {
	if f.None() {
		return "", nil, nil
	}
	w, err := c.Condition(ctx, db, f)
	if err != nil {
		return "", nil, err
	}
	return ` AND ` + row + ` IN (SELECT a.id FROM article_rows a WHERE ` + w.Text() + `)`, w.Args, nil
}

// Where is a condition of SQL with its values.
type Where struct {
	parts []string
	Args  []any
	Tests []Test // the same, article by article
}

// Test is a part of a condition as it is asked of one article after the other, and how
// the articles are found that pass it; empty where that is no sooner.
type Test struct {
	Text, IDs string
	Args      []any
	Phrases   []string // instead: one of which the text holds
}

// Add adds a part to the condition, with its values.
func (w *Where) Add(part string, values ...any) {
	w.parts = append(w.parts, part)
	w.Args = append(w.Args, values...)
	w.Tests = append(w.Tests, Test{Text: part, Args: values})
}

// addFound adds that something was found in the article, as one of some rows says. The plus
// keeps SQLite from looking at all rows that meet the condition for each article.
func (w *Where) addFound(these []rowsFound, list string) {
	var in, is, ids []string
	var args []any
	for _, r := range these {
		in = append(in, `a.id IN (SELECT id >> 20 FROM `+r.table+` WHERE `+r.condition+`)`)
		is = append(is, `EXISTS (SELECT 1 FROM `+r.table+` r WHERE r.id BETWEEN a.id << 20 AND a.id << 20 | 1048575 AND +r.`+r.condition+`)`)
		ids = append(ids, `SELECT id >> 20 AS id FROM `+r.table+` WHERE `+r.condition)
		args = append(args, list)
	}
	w.Add(`(`+strings.Join(in, ` OR `)+`)`, args...)
	w.Tests[len(w.Tests)-1] = Test{Text: `(` + strings.Join(is, ` OR `) + `)`, IDs: strings.Join(ids, ` UNION ALL `), Args: args}
}

// rowsFound are the rows of a table of what was found in articles that meet a condition,
// which begins with a column.
type rowsFound struct{ table, condition string }

// Text is the condition as SQL.
func (w *Where) Text() string { return strings.Join(w.parts, " AND ") }

const listedValues = `(SELECT value FROM json_each(?))`

// Condition is the filter as SQL over articles a. What names nobody, or what
// nothing is of, is an *Unknown.
func (c *Names) Condition(ctx context.Context, db store.Asker, f *Filter) (*Where, error) {
	w := &Where{parts: []string{`a.newest = 1`}}
	if f.Month != "" {
		w.Add(`a.site IN (SELECT n FROM sites) AND a.published >= ? AND a.published < ? AND a.published NOT GLOB '*[~?%X]*'`, f.Month, f.Month+"~")
	}
	if f.From != "" || f.To != "" {
		w.Add(`a.published GLOB '[0-9]*'`) // an unknown year is in no period
	}
	if f.From != "" {
		w.Add(`a.published >= ? AND substr(replace(a.published, 'X', '9') || '-99-99', 1, 10) >= ?`, f.From[:min(len(f.From), 4)], f.From)
	}
	if f.To != "" {
		w.Add(`substr(replace(a.published, 'X', '0'), 1, 10) <= ?`, f.To)
	}
	for _, part := range []struct {
		given []string
		ids   func(context.Context, store.Asker, string) ([]string, error)
		found []rowsFound
	}{
		{f.Sites, known("site", `SELECT 1 FROM sites WHERE host = ?`, `SELECT host AS name, host AS folded FROM sites`), nil},
		{f.Officials, c.Officials, []rowsFound{{`appearance_rows`, `official IN ` + persons.Numbered}}},
		{f.Agencies, c.Agencies, []rowsFound{{`agency_article_rows`, `agency IN ` + NumberedAgencies}}},
		{f.Kinds, known("event or agency of the kind", `SELECT 1 FROM agencies WHERE kind = ?1 UNION ALL SELECT 1 FROM event_rows WHERE kind = ?1`, `SELECT DISTINCT kind AS name, kind AS folded FROM event_rows UNION SELECT DISTINCT kind, kind FROM agencies WHERE kind <> ''`), []rowsFound{
			{`event_rows`, `kind IN ` + listedValues}, {`agency_article_rows`, `agency IN (SELECT n FROM agencies WHERE kind IN ` + listedValues + `)`}}},
		{f.Countries, byCode, []rowsFound{
			{`agency_article_rows`, `agency IN (SELECT n FROM agencies WHERE country IN ` + listedValues + `)`}, {`appearance_rows`, `official IN (SELECT n FROM officials WHERE country IN ` + listedValues + `)`}}},
	} {
		all, err := named(ctx, db, part.given, part.ids)
		switch {
		case err != nil:
			return nil, err
		case len(part.given) == 0:
		case part.found == nil:
			w.Add(`a.site IN (SELECT n FROM sites WHERE host IN `+listedValues+`)`, column.List(all))
		default:
			w.addFound(part.found, column.List(all))
		}
	}
	places, err := named(ctx, db, f.Places, phrase)
	if len(places) > 0 {
		w.Add(`a.id IN (SELECT rowid FROM search WHERE search MATCH ?)`, strings.Join(places, " OR "))
		w.Tests[len(w.Tests)-1].Phrases = places
	}
	return w, err
}

// named gives the ids of all that was given.
func named(ctx context.Context, db store.Asker, given []string, ids func(context.Context, store.Asker, string) ([]string, error)) (all []string, err error) {
	for _, g := range given {
		found, err := ids(ctx, db, g)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// known takes a value as it is given, but only one that the corpus has, as the query has
// tells; else the nearest are named of all.
func known(what, has, query string) func(context.Context, store.Asker, string) ([]string, error) {
	return func(ctx context.Context, db store.Asker, given string) ([]string, error) {
		is := false
		if err := store.Each(ctx, db, has+` LIMIT 1`, []any{given}, func(*sql.Rows) error { is = true; return nil }); err != nil || is {
			return []string{given}, err
		}
		var all []string
		err := store.Each(ctx, db, query, nil, func(rows *sql.Rows) error {
			var value, again string
			err := rows.Scan(&value, &again)
			all = append(all, value)
			return err
		})
		if err != nil {
			return nil, err
		}
		near, err := nearest(ctx, db, query, fold.Name{Folded: given})
		if err == nil && len(near) == 0 && len(all) <= 12 {
			near = slices.DeleteFunc(all, func(s string) bool { return s == "" })
		}
		if err == nil {
			err = &store.Unknown{What: what, Name: given, Near: near}
		}
		return nil, err
	}
}

func byCode(_ context.Context, _ store.Asker, given string) ([]string, error) {
	return []string{strings.ToUpper(given)}, nil
}

// phrase is a place as the full-text index is asked for it.
func phrase(_ context.Context, _ store.Asker, given string) ([]string, error) {
	words := fold.Words(viet.Fold(fold.NameOf(given).Text))
	if len(words) == 0 {
		return nil, &store.Unknown{What: "place", Name: given, Near: nil}
	}
	return []string{`"` + strings.Join(words, " ") + `"`}, nil
}

// Each is the filter as it is asked of articles one after the other: of those that the
// full-text index gives for a query, where there is one.
func (w *Where) Each(match string) (text string, args []any) {
	parts := []string{`a.newest = 1`}
	for _, t := range w.Tests {
		if t.Phrases != nil && match != "" {
			t = Test{Text: `a.id IN (SELECT rowid FROM search WHERE search MATCH ?)`, Args: []any{`(` + strings.Join(t.Phrases, " OR ") + `) AND (` + match + `)`}}
		}
		parts, args = append(parts, t.Text), append(args, t.Args...)
	}
	return strings.Join(parts, " AND "), args
}

// Places are the words of the phrases of which an article must hold one; none: it need not.
func (w *Where) Places() (all [][]string) {
	for _, t := range w.Tests {
		for _, p := range t.Phrases {
			all = append(all, strings.Fields(strings.Trim(p, `"`)))
		}
	}
	return all
}
