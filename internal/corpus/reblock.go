package corpus

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/boctin/boctin/internal/identity"
)

// reblockBatch is how many appearances are read in one transaction.
const reblockBatch = 5000

// reblock has everybody settled anew where the rules, the known persons or the
// judgements are not those of the last time.
func (c *Corpus) reblock(ctx context.Context) error {
	version := c.resolver().Version()
	var last string
	err := c.db.QueryRowContext(ctx, `SELECT version FROM settled`).Scan(&last)
	if err != nil && err != sql.ErrNoRows {
		return c.wrap(err)
	}
	if last == version {
		return nil
	}
	for after := int64(0); after >= 0; {
		if err := c.within(ctx, func(tx *sql.Tx) (err error) {
			after, err = c.writer(tx, "").reblock(after)
			return err
		}); err != nil {
			return err
		}
	}
	return c.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM settled; INSERT INTO settled VALUES (?)`, version)
		return err
	})
}

// reblock gives the next appearances behind a row their blocks; it gives the last
// row, -1 where there are no more.
func (w *writer) reblock(after int64) (last int64, err error) {
	rows, err := w.tx.Query(`SELECT x.id, a.url, COALESCE(a.published, ''), x.local, x.said, x.ranks, x.honorifics, x.aliases, o.name, o.country
		FROM appearances x JOIN articles a ON a.id = x.article JOIN officials o ON o.id = x.official WHERE x.id > ? ORDER BY x.id LIMIT ?`, after, reblockBatch)
	if err != nil {
		return -1, err
	}
	defer rows.Close()
	var all []*seen
	for rows.Next() {
		var x seen
		var said, name, country string
		var lists [3]string // of before what was said was kept: ranks, honorifics, aliases
		if err := rows.Scan(&x.id, &x.Article, &x.Published, &x.Local, &said, &lists[0], &lists[1], &lists[2], &name, &country); err != nil {
			return -1, err
		}
		if said != "" {
			err = x.Hear(said)
		} else {
			x.Name, x.Country = name, country
			err = x.old(lists)
		}
		if err != nil {
			return -1, err
		}
		all = append(all, &x)
	}
	if err := rows.Err(); err != nil {
		return -1, err
	}
	last = -1
	for _, x := range all {
		if err := w.block(x); err != nil {
			return -1, err
		}
		last = x.id
	}
	return last, nil
}

func (s *seen) old(lists [3]string) error {
	for i, into := range []*[]string{&s.Ranks, &s.Honorifics, &s.Aliases} {
		if err := json.Unmarshal([]byte(lists[i]), into); err != nil {
			return err
		}
	}
	return nil
}

// block writes among whom an appearance is to be settled.
func (w *writer) block(x *seen) error {
	if len(x.Posts) == 0 {
		if err := w.oldPosts(x); err != nil {
			return err
		}
	}
	block := w.who.Block(&x.Appearance)
	if err := w.exec(`UPDATE appearances SET block = ?, said = ?, folded = ?, mark = ? WHERE id = ?`,
		block, x.Said(), foldName(x.Name), identity.Mark(&x.Appearance), x.id); err != nil {
		return err
	}
	return w.exec(`INSERT OR IGNORE INTO unsettled VALUES (?)`, block)
}

// oldPosts reads the posts of an appearance that was stored before what is said of
// it was kept.
func (w *writer) oldPosts(x *seen) error {
	s, err := w.statement(`SELECT p.title, COALESCE(p.agency, ''), p.agency_name, p.former, p.acting, COALESCE(g.parent, '')
		FROM posts p LEFT JOIN agencies g ON g.id = p.agency WHERE p.appearance = ? ORDER BY p.id`)
	if err != nil {
		return err
	}
	rows, err := s.Query(x.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p identity.Post
		if err := rows.Scan(&p.Title, &p.Agency, &p.AgencyName, &p.Former, &p.Acting, &p.Parent); err != nil {
			return err
		}
		x.Posts = append(x.Posts, p)
	}
	return rows.Err()
}
