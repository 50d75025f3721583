// Package named finds the officials and agencies of a corpus by their names, however these are
// typed, and picks its articles.
package named

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Names are the names that the officials and agencies of a corpus bear.
type Names struct {
	// Read finds who and what an article names; names that nobody bears as they
	// were asked for are read with it. Nil: they are not.
	Read func(boctin.Article) boctin.Record

	db        *store.DB
	resolvers *persons.Resolvers
}

// Of gives the names of a database.
func Of(db *store.DB, r *persons.Resolvers) *Names { return &Names{db: db, resolvers: r} }

// way is a query for the ids that bear a name, each with the form that bears it.
// ?1 is the name without marks, ?2 as given.
type way string

// The ways to an official and an agency, in the order they are tried; what is
// read in the name, as in an article, is tried before the last. An id without the
// province of a ward leads to that with it.
const (
	officialByID   way = `SELECT id, '' FROM officials WHERE (id = ?2 OR base = ?2) AND ` + persons.SlugOf2
	OfficialByName way = `SELECT id, name FROM officials WHERE slug = replace(?1, ' ', '-')
		UNION SELECT o.id, m.text FROM official_name_rows m JOIN officials o ON o.n = m.official WHERE m.folded = ?1`
	agencyByID    way = `SELECT id, '' FROM agencies g WHERE id = ?2 AND EXISTS (SELECT 1 FROM agency_article_rows WHERE agency = g.n)`
	agencyByName  way = `SELECT id, name FROM agencies WHERE folded = ?1`
	agencyLocated way = `SELECT id, '' FROM agencies WHERE folded = replace(substr(?2, instr(?2, '/') + 1), '-', ' ') AND substr(id, 1, length(?2) + 1) = ?2 || '-'`
	agencyByForm  way = `SELECT g.id, m.text FROM agency_name_rows m JOIN agencies g ON g.n = m.agency WHERE m.folded = ?1 ORDER BY m.mentions DESC`
	agencyHolding way = `SELECT id, name FROM agencies WHERE instr(' ' || folded || ' ', ' ' || ?1 || ' ')`
)

// Bearers gives the ids by one way; with a name that has marks, only those that
// are written with the same ones.
func Bearers(ctx context.Context, db store.Asker, w way, n fold.Name) (ids []string, err error) {
	rows, err := db.QueryContext(ctx, string(w), n.Folded, n.Text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, written string
		if err := rows.Scan(&id, &written); err != nil {
			return nil, err
		}
		holds := w == agencyHolding && strings.Contains(fold.Key(written), n.Key)
		if (written == "" || n.Fits(written) || holds) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, rows.Err()
}

// first gives the ids by the first way that gives any.
func first(ctx context.Context, db store.Asker, n fold.Name, ways ...way) (ids []string, err error) {
	for _, w := range ways {
		if ids, err = Bearers(ctx, db, w, n); err != nil || len(ids) > 0 {
			return ids, err
		}
	}
	return nil, nil
}

// Officials gives the ids of the officials of a name, in any way that it is
// written, with a rank or honorific in front or without. None give an *Unknown.
func (c *Names) Officials(ctx context.Context, db store.Asker, text string) ([]string, error) {
	n := fold.NameOf(text)
	ids, err := first(ctx, db, n, officialByID, OfficialByName)
	if err != nil || len(ids) > 0 {
		return ids, err
	}
	if ids, err = c.printed(ctx, db, n.Text); err != nil || len(ids) > 0 {
		return ids, err
	}
	if known := c.resolvers.Leaders().Known(n.Text); known != "" {
		if ids, err = first(ctx, db, fold.NameOf(known), officialByID, OfficialByName); err != nil || len(ids) > 0 {
			return ids, err
		}
	}
	for _, headline := range headlines(n.Text) {
		for _, o := range c.readIn(headline).Officials {
			if ids, err = first(ctx, db, fold.NameOf(o.Name), OfficialByName); err != nil || len(ids) > 0 {
				return ids, err
			}
		}
	}
	near, err := nearest(ctx, db, `SELECT name, folded FROM officials`, n)
	return nil, cmp.Or(err, error(&store.Unknown{What: "official", Name: text, Near: near}))
}

// printed gives the person of an id that was printed once: its mark is that of one
// of his appearances.
func (c *Names) printed(ctx context.Context, db store.Asker, id string) ([]string, error) {
	base, mark, marked := identity.CutMark(id)
	if !marked {
		return nil, nil
	}
	country, slug, _ := strings.Cut(base, "/")
	rows, err := db.QueryContext(ctx, `SELECT packed FROM blocks WHERE block IN (?, ?)`, column.Key("="+slug), column.Key(country))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var packed []byte
		if err := rows.Scan(&packed); err != nil {
			return nil, err
		}
		all, err := persons.UnpackBlock(packed)
		if err != nil {
			return nil, err
		}
		if id, is := persons.Marked(all, mark); is {
			return officialsOf(ctx, db, id)
		}
	}
	return nil, rows.Err()
}

// officialsOf gives the id of the official of an appearance.
func officialsOf(ctx context.Context, db store.Asker, appearance int64) (ids []string, err error) {
	rows, err := db.QueryContext(ctx, `SELECT o.id FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE x.id = ?`, appearance)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// Agencies gives the ids of the agencies of a name: the own name, a way in
// which articles write it, an abbreviation that the lexicon knows; else those
// whose name holds it.
func (c *Names) Agencies(ctx context.Context, db store.Asker, text string) ([]string, error) {
	n := fold.NameOf(text)
	ids, err := first(ctx, db, n, agencyByID, agencyByName, agencyLocated)
	if err != nil || len(ids) > 0 {
		return ids, err
	}
	if ids, err = first(ctx, db, n, agencyByForm); err != nil || len(ids) == 1 {
		return ids, err // nobody need read what one alone is written as
	}
	if read, err := c.agenciesIn(ctx, db, n); err != nil || len(read) > 0 {
		return read, err
	}
	if len(ids) == 0 {
		ids, err = first(ctx, db, n, agencyHolding)
	}
	if err != nil || len(ids) > 0 {
		return ids, err
	}
	near, err := nearest(ctx, db, `SELECT name, folded FROM agencies`, n)
	return nil, cmp.Or(err, error(&store.Unknown{What: "agency", Name: text, Near: near}))
}

// agenciesIn gives the agencies of the corpus that the name, read as a headline,
// is the mention of.
func (c *Names) agenciesIn(ctx context.Context, db store.Asker, n fold.Name) (ids []string, err error) {
	for _, a := range c.readIn(n.Text).Agencies {
		if !slices.ContainsFunc(a.Mentions, func(m boctin.Mention) bool { return m.Start == 0 && m.End == len(n.Text) }) {
			continue
		}
		found, err := first(ctx, db, fold.Name{Text: a.ID}, agencyByID)
		if err != nil {
			return nil, err
		}
		ids = append(ids, found...)
	}
	return ids, nil
}

// headlines gives the ways in which a rank and a name can be read that may be typed
// in capitals or in small letters: as they stand, then with four, three and two
// words as a name.
func headlines(text string) []string {
	all := []string{text}
	words := strings.Fields(strings.ToLower(text))
	for n := min(4, len(words)-1); n >= 2; n-- {
		front := slices.Clone(words)
		for i := len(front) - n; i < len(front); i++ {
			r, size := utf8.DecodeRuneInString(front[i])
			front[i] = string(unicode.ToUpper(r)) + front[i][size:]
		}
		all = append(all, strings.Join(front, " "))
	}
	return all
}

// readIn reads a name as a headline, with the finders that the names were given.
func (c *Names) readIn(text string) boctin.Record {
	if c.Read == nil {
		return boctin.Record{}
	}
	return c.Read(boctin.Article{Title: text})
}

// nearest gives the three names that are nearest by letters to add, drop or
// change, where they are near at all. The query gives names and their folded form, by these
// names of columns.
func nearest(ctx context.Context, db store.Asker, query string, n fold.Name) ([]string, error) {
	most := min(1+len(n.Folded)/6, 4)
	type near struct {
		name string
		far  int
	}
	found := map[near]bool{}
	within := `SELECT name, folded FROM (` + query + `) WHERE octet_length(folded) BETWEEN ? AND ?`
	err := store.Each(ctx, db, within, []any{len(n.Folded) - most, len(n.Folded) + most}, func(rows *sql.Rows) error {
		var text, folded string
		err := rows.Scan(&text, &folded)
		if far := fold.Distance(n.Folded, folded, most); err == nil && far <= most {
			found[near{text, far}] = true
		}
		return err
	})
	all := slices.SortedFunc(maps.Keys(found), func(a, b near) int { return cmp.Or(a.far-b.far, cmp.Compare(a.name, b.name)) })
	var names []string
	for _, f := range all[:min(len(all), 3)] {
		names = append(names, f.name)
	}
	return names, err
}

// NumberedAgencies gives the numbers of the agencies whose ids ? lists as JSON.
const NumberedAgencies = `(SELECT n FROM agencies WHERE id IN (SELECT value FROM json_each(?)))`

// HasPerson tells whether an official of the corpus has an id, or had it in an article.
func (c *Names) HasPerson(ctx context.Context, id string) (has bool, err error) {
	ids, err := first(ctx, c.db, fold.Name{Text: id}, officialByID)
	if err == nil && len(ids) == 0 {
		ids, err = c.printed(ctx, c.db, id)
	}
	return len(ids) > 0, c.db.Stopped(ctx, err)
}
