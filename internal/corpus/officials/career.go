package officials

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/persons"
)

// besideOf is of how many of the last articles of a person it is told who else they name.
const besideOf = 2000

// fill tells all that the appearances of a person say of him.
func (c *Officials) fill(ctx context.Context, p *Person, b *persons.Borne) error {
	all := b.All
	p.Appearances = len(all)
	p.First, p.Last = b.Period()
	p.alias(all)
	slices.SortStableFunc(all, func(a, b persons.Appeared) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	if err := c.ranks(ctx, p, all); err != nil {
		return err
	}
	if err := c.posts(ctx, p, all); err != nil {
		return err
	}
	for i := len(all) - 1; i >= max(0, len(all)-besideOf); i-- {
		p.last = append(p.last, all[i].ID)
	}
	return c.beside(ctx, p)
}

// alias takes the other ways in which articles write him, in the order in which they were
// stored.
func (p *Person) alias(all []persons.Appeared) {
	p.Aliases = []string{}
	for _, x := range all {
		for _, s := range column.ReadList(x.Aliases) {
			if !slices.Contains(p.Aliases, s) {
				p.Aliases = append(p.Aliases, s)
			}
		}
	}
}

// ranks takes the ranks, the last given first.
func (c *Officials) ranks(ctx context.Context, p *Person, all []persons.Appeared) error {
	known := map[int64][]string{} // the few ways in which they are given together
	at := map[string]int{}
	for _, x := range all {
		list, seen := known[x.Manner]
		if !seen {
			var raw string
			if err := c.db.QueryRowContext(ctx, `SELECT ranks FROM manners WHERE n = ?`, x.Manner).Scan(&raw); err != nil {
				return c.db.Stopped(ctx, err)
			}
			list = column.ReadList(raw)
			known[x.Manner] = list
		}
		for _, s := range list {
			i, seen := at[s]
			if !seen {
				i = len(p.Ranks)
				at[s], p.Ranks = i, append(p.Ranks, Rank{Rank: s})
			}
			r := &p.Ranks[i]
			r.Articles++
			r.First, r.Last = cmp.Or(r.First, x.Published), cmp.Or(x.Published, r.Last)
		}
	}
	slices.SortFunc(p.Ranks, func(a, b Rank) int { return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Rank, b.Rank)) })
	return nil
}

// posts sums up the posts that appearances give, in order of time; the last seen comes
// first, each with the sentences of its first and last article.
func (c *Officials) posts(ctx context.Context, p *Person, all []persons.Appeared) error {
	offices, err := c.offices(ctx, all)
	if err != nil {
		return err
	}
	same := sameOffices(offices, all)
	at := map[persons.Office]int{}
	for _, x := range all {
		for _, n := range x.Offices {
			o := same.of(offices[n].Office)
			i, known := at[o]
			if !known {
				i = len(p.Posts)
				at[o], p.Posts = i, append(p.Posts, Held{Office: o})
			}
			p.Posts[i].hold(&x, offices[n].Office)
		}
	}
	for i := range p.Posts {
		h := &p.Posts[i]
		for j := range h.Sources {
			if err := c.sentence(ctx, &h.Sources[j], offices); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(p.Posts, func(a, b Held) int { return cmp.Compare(b.Last, a.Last) })
	return nil
}

// offices reads the posts that appearances give, by their numbers.
func (c *Officials) offices(ctx context.Context, all []persons.Appeared) (map[int64]office, error) {
	offices := map[int64]office{}
	for _, x := range all {
		for _, n := range x.Offices {
			if _, known := offices[n]; known {
				continue
			}
			o, err := c.office(ctx, n)
			if err != nil {
				return nil, err
			}
			offices[n] = o
		}
	}
	return offices, nil
}

func (c *Officials) office(ctx context.Context, n int64) (o office, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT h.title, COALESCE(g.id, ''), h.agency_name, h.former, h.acting, COALESCE(g.parent, '') FROM offices h LEFT JOIN agencies g ON g.n = h.agency WHERE h.n = ?`, n).
		Scan(&o.Title, &o.Agency, &o.AgencyName, &o.Former, &o.Acting, &o.parent)
	return o, c.db.Stopped(ctx, err)
}

// sentence reads the address and the sentence by which an appearance gives a post.
func (c *Officials) sentence(ctx context.Context, s *Source, offices map[int64]office) error {
	var raw []byte
	if err := c.db.QueryRowContext(ctx, `SELECT COALESCE(posts, '') FROM appearance_rows WHERE id = ?`, s.appearance).Scan(&raw); err != nil {
		return c.db.Stopped(ctx, err)
	}
	given, err := column.Posts(raw)
	i := slices.IndexFunc(given, func(p column.Post) bool { return offices[p.Office].Office == s.Said })
	if err != nil || i < 0 {
		return err // it was stored anew meanwhile
	}
	p := given[i]
	s.Field, s.Start, s.End = column.FieldName(p.Field), p.Start, p.End
	s.Sentence, _ = p.Caption.(string)
	text := `NULL`
	switch p.Field {
	case 0:
		text = `substr(title, ?2, ?3)`
	case 1:
		text = `substr(body, ?2, ?3)`
	}
	var printed sql.NullString
	err = c.db.QueryRowContext(ctx, `SELECT url, `+text+` FROM article_rows WHERE id = ?1`, s.appearance>>column.ArticleBits, s.Start+1, s.End-s.Start).Scan(&s.URL, &printed)
	if printed.Valid {
		s.Sentence = printed.String
	}
	return c.db.Stopped(ctx, err)
}

// hold adds an appearance that gives the post; they come in order of time, and an article
// counts once.
func (h *Held) hold(x *persons.Appeared, said persons.Office) {
	s := Source{Published: x.Published, Said: said, appearance: x.ID}
	switch n := len(h.Sources); {
	case n == 0:
		h.First, h.Last, h.Articles, h.Sources = s.Published, s.Published, 1, []Source{s}
	case h.Sources[n-1].appearance>>column.ArticleBits != x.ID>>column.ArticleBits:
		h.Articles++
		h.First, h.Last = cmp.Or(h.First, s.Published), cmp.Or(s.Published, h.Last)
		h.Sources = append(h.Sources[:1], s)
	}
}

// beside finds who is named in the same articles, the last of them.
func (c *Officials) beside(ctx context.Context, p *Person) error {
	return c.db.Each(ctx, `SELECT o.id, o.name, b.times FROM (SELECT y.official, COUNT(*) AS times FROM json_each(?) v CROSS JOIN appearance_rows y ON y.id BETWEEN v.value >> 20 << 20 AND v.value | 1048575
		WHERE y.official NOT IN `+persons.Numbered+` GROUP BY y.official) b JOIN officials o ON o.n = b.official ORDER BY b.times DESC, o.id LIMIT 10`, []any{column.Numbers(p.last), column.List([]string{p.ID})}, func(rows *sql.Rows) error {
		var b Beside
		err := rows.Scan(&b.ID, &b.Name, &b.Articles)
		p.Beside = append(p.Beside, b)
		return err
	})
}
