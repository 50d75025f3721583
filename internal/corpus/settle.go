package corpus

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/identity"
)

// settleBatch is how many blocks are settled in one transaction.
const settleBatch = 200

// Settle tells who is who among those who were named since the last time, and sums
// up their posts. It may be broken off and goes on at the next call.
func (c *Corpus) Settle(ctx context.Context) error { return c.settle(ctx, nil) }

func (c *Corpus) settle(ctx context.Context, progress func(done int)) error {
	if err := c.reblock(ctx); err != nil {
		return err
	}
	total := 0
	for more := true; more; {
		err := c.within(ctx, func(tx *sql.Tx) error {
			blocks, err := column(tx, `SELECT base FROM unsettled LIMIT ?`, settleBatch)
			more = len(blocks) == settleBatch
			w := c.writer(tx, "")
			for _, block := range blocks {
				if err == nil {
					err = w.settle(block)
				}
			}
			total += len(blocks)
			return err
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(total)
		}
	}
	if total == 0 {
		return nil
	}
	return c.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM officials WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE official = officials.id)`)
		return err
	})
}

// seen is an appearance with the id of its row.
type seen struct {
	id       int64
	official string // as he is stored
	identity.Appearance
}

func (w *writer) settle(block string) error {
	all, err := w.appearances(block)
	if err != nil {
		return err
	}
	list := make([]*identity.Appearance, len(all))
	for i, s := range all {
		list[i] = &s.Appearance
	}
	people := w.who.Settle(list)
	if err := w.exec(`DELETE FROM posts_held WHERE base = ?`, block); err != nil {
		return err
	}
	for i := range people {
		if err := w.person(block, &people[i], all); err != nil {
			return err
		}
	}
	return w.exec(`DELETE FROM unsettled WHERE base = ?`, block)
}

// person writes a person, whose appearances are his, and his posts.
func (w *writer) person(block string, p *identity.Person, all []*seen) error {
	if err := w.exec(`INSERT INTO officials VALUES (?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET base = excluded.base, name = excluded.name, folded = excluded.folded, country = excluded.country
		WHERE (base, name, country) <> (excluded.base, excluded.name, excluded.country)`,
		p.ID, identity.BaseID(p.Country, p.Name), p.Name, foldName(p.Name), p.Country); err != nil {
		return err
	}
	for _, i := range p.Members {
		if all[i].official == p.ID {
			continue
		}
		if err := w.exec(`UPDATE appearances SET official = ? WHERE id = ?`, p.ID, all[i].id); err != nil {
			return err
		}
	}
	return w.hold(block, p, all)
}

// hold sums up the posts of a person.
func (w *writer) hold(block string, p *identity.Person, all []*seen) error {
	type sum struct {
		first, last string
		articles    int
		article     string
	}
	sums := map[Office]*sum{}
	var order []Office
	for _, i := range p.Members {
		s := all[i]
		for _, post := range s.Posts {
			o := Office{post.Title, post.Agency, post.AgencyName, post.Former, post.Acting}
			h := sums[o]
			if h == nil {
				h = &sum{first: s.Published}
				sums[o], order = h, append(order, o)
			}
			if h.article != s.Article {
				h.article = s.Article
				h.articles++
			}
			h.last = max(h.last, s.Published)
		}
	}
	for _, o := range order {
		h := sums[o]
		if err := w.exec(`INSERT INTO posts_held VALUES (?,?,?,?,?,?,?,?,?,?,?)`, p.ID, block, p.Name,
			o.Title, null(o.Agency), o.AgencyName, o.Former, o.Acting, null(h.first), null(h.last), h.articles); err != nil {
			return err
		}
	}
	return nil
}

// appearances reads those of one block.
func (w *writer) appearances(block string) (all []*seen, err error) {
	s, err := w.statement(`SELECT x.id, x.official, a.url, COALESCE(a.published, ''), x.local, x.said
		FROM appearances x JOIN articles a ON a.id = x.article WHERE x.block = ? ORDER BY x.id`)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(block)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var x seen
		var said string
		if err := rows.Scan(&x.id, &x.official, &x.Article, &x.Published, &x.Local, &said); err != nil {
			return nil, err
		}
		if err := x.Hear(said); err != nil {
			return nil, err
		}
		all = append(all, &x)
	}
	return all, rows.Err()
}

// column reads the one column of a query.
func column(tx *sql.Tx, text string, args ...any) (out []string, err error) {
	rows, err := tx.Query(text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
