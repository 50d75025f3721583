package agencies

import (
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/corpus/persons"
)

// given is a post of an agency as an appearance of somebody gives it.
type given struct {
	appearance int64
	office     *agencyOffice
	field      int // of the sentence, as the tables name it
	start, end int
	caption    string // the sentence, where it is of a caption
	published  string // of the article; empty where it is not known
}

// agencyOffice is an office of an agency as articles write it.
type agencyOffice struct {
	title, agency string // agency as it is printed
	former        bool
}

// giving reads which appearances give somebody a post of an agency.
type giving struct {
	c       *Agencies
	ctx     context.Context
	offices map[int64]*agencyOffice
	ask     *sql.Stmt
}

// giving prepares to read who is given the posts of an agency.
func (c *Agencies) giving(ctx context.Context, agency string) (*giving, error) {
	g := &giving{c: c, ctx: ctx, offices: map[int64]*agencyOffice{}}
	err := c.db.Each(ctx, `SELECT n, title, agency_name, former FROM offices WHERE agency = (SELECT n FROM agencies WHERE id = ?)`, []any{agency}, func(rows *sql.Rows) error {
		var n int64
		var o agencyOffice
		err := rows.Scan(&n, &o.title, &o.agency, &o.former)
		g.offices[n] = &o
		return err
	})
	if err == nil {
		g.ask, err = c.db.PrepareContext(ctx, `SELECT id, posts FROM appearance_rows WHERE official = ? AND posts IS NOT NULL ORDER BY id DESC`)
	}
	return g, c.db.Stopped(ctx, err)
}

func (g *giving) close() { g.ask.Close() }

// of gives the posts of a title that the appearances of an official give, those stored
// last first: of so many appearances at most.
func (g *giving) of(official int64, title string, most int) (all []given, err error) {
	rows, err := g.ask.QueryContext(g.ctx, official)
	if err != nil {
		return nil, g.c.db.Stopped(g.ctx, err)
	}
	defer rows.Close()
	for found := 0; found < most && rows.Next(); {
		var id int64
		var raw sql.RawBytes
		if err := rows.Scan(&id, &raw); err != nil {
			return nil, err
		}
		more, err := g.in(id, raw, title)
		if err != nil {
			return nil, err
		}
		if all = append(all, more...); len(more) > 0 {
			found++
		}
	}
	return all, g.c.db.Stopped(g.ctx, rows.Err())
}

// in gives the posts of a title among those of one appearance.
func (g *giving) in(id int64, raw []byte, title string) (all []given, err error) {
	list, err := column.Posts(raw)
	for i := range list {
		p := &list[i]
		o := g.offices[p.Office]
		if o == nil || o.title != title {
			continue
		}
		x := given{appearance: id, office: o, field: p.Field, start: p.Start, end: p.End}
		x.caption, _ = p.Caption.(string)
		all = append(all, x)
	}
	return all, err
}

// sources reads the sentences that give posts.
func (g *giving) sources(all []given) ([]officials.Source, error) {
	out := make([]officials.Source, len(all))
	places := make([][4]int64, len(all))
	for i, x := range all {
		out[i] = officials.Source{Sentence: x.caption, Field: column.FieldName(x.field), Start: x.start, End: x.end}
		places[i] = [4]int64{x.appearance >> column.ArticleBits, int64(x.field), int64(x.start) + 1, int64(x.end - x.start)}
	}
	raw, _ := json.Marshal(places) // numbers alone
	return out, g.c.db.Each(g.ctx, `SELECT v.key, a.url, COALESCE(a.published, ''), CASE v.value ->> 1 WHEN 0 THEN substr(a.title, v.value ->> 2, v.value ->> 3) WHEN 1 THEN substr(a.body, v.value ->> 2, v.value ->> 3) END
		FROM json_each(?) v CROSS JOIN article_rows a ON a.id = v.value ->> 0`, []any{string(raw)}, func(rows *sql.Rows) error {
		var i int
		var url, published string
		var printed sql.NullString
		err := rows.Scan(&i, &url, &published, &printed)
		out[i].URL, out[i].Published = url, published
		if printed.Valid {
			out[i].Sentence = printed.String
		}
		return err
	})
}

// among gives the posts of a title that the appearances of somebody give, without the
// places of their sentences.
func (g *giving) among(b *persons.Borne, title string) (all []given) {
	if b == nil {
		return nil
	}
	for _, x := range b.All {
		for _, n := range x.Offices {
			if o := g.offices[n]; o != nil && o.title == title {
				all = append(all, given{appearance: x.ID, office: o, published: x.Published})
			}
		}
	}
	return all
}

// placed finds the places of the sentences by which posts are given. One that was stored
// anew meanwhile stays without.
func (g *giving) placed(all []given) error {
	at := map[int64][]int{}
	for i := range all {
		at[all[i].appearance] = append(at[all[i].appearance], i)
	}
	return g.c.db.Each(g.ctx, `SELECT x.id, x.posts FROM json_each(?) v CROSS JOIN appearance_rows x ON x.id = v.value WHERE x.posts IS NOT NULL`,
		[]any{column.Numbers(slices.Sorted(maps.Keys(at)))}, func(rows *sql.Rows) error {
			var id int64
			var raw sql.RawBytes
			if err := rows.Scan(&id, &raw); err != nil {
				return err
			}
			for _, i := range at[id] {
				posts, err := g.in(id, raw, all[i].office.title)
				if err != nil {
					return err
				}
				if j := slices.IndexFunc(posts, func(y given) bool { return y.office == all[i].office }); j >= 0 {
					all[i] = posts[j]
				}
			}
			return nil
		})
}
