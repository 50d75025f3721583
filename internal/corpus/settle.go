package corpus

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/identity"
)

// settleBatch is how many names are settled in one transaction.
const settleBatch = 200

// Settle tells apart the namesakes among those who were named since the last
// time, and sums up their posts. It may be broken off and goes on at the next call.
func (c *Corpus) Settle(ctx context.Context) error { return c.settle(ctx, nil) }

func (c *Corpus) settle(ctx context.Context, progress func(done int)) error {
	for total, more := 0, true; more; {
		err := c.within(ctx, func(tx *sql.Tx) error {
			bases, err := column(tx, `SELECT base FROM unsettled LIMIT ?`, settleBatch)
			more = len(bases) == settleBatch
			w := newWriter(tx, "")
			for _, base := range bases {
				if err == nil {
					err = w.settle(base)
				}
			}
			total += len(bases)
			return err
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(total)
		}
	}
	return nil
}

// seen is an appearance with the id of its row, and its posts.
type seen struct {
	id       int64
	official string // as he is stored
	posts    []Office
	identity.Seen
}

func (w *writer) settle(base string) error {
	all, err := w.appearances(base)
	if err != nil {
		return err
	}
	people := make([]*identity.Seen, len(all))
	for i, s := range all {
		people[i] = &s.Seen
	}
	identity.Group(people)
	persons := map[string]bool{}
	for _, s := range all {
		id := identity.PersonID(base, s.Group)
		if !persons[id] {
			persons[id] = true
			if err := w.exec(`INSERT OR IGNORE INTO officials SELECT ?, base, name, folded, country FROM officials WHERE id = ?`, id, base); err != nil {
				return err
			}
		}
		if s.official == id {
			continue
		}
		if err := w.exec(`UPDATE appearances SET official = ? WHERE id = ?`, id, s.id); err != nil {
			return err
		}
	}
	if err := w.hold(base, all); err != nil {
		return err
	}
	if err := w.exec(`DELETE FROM officials WHERE base = ? AND NOT EXISTS (SELECT 1 FROM appearances WHERE official = officials.id)`, base); err != nil {
		return err
	}
	return w.exec(`DELETE FROM unsettled WHERE base = ?`, base)
}

// hold sums up the posts of all who bear a name.
func (w *writer) hold(base string, all []*seen) error {
	type tenure struct {
		official string
		Office
	}
	type sum struct {
		first, last string
		articles    int
		article     string
	}
	sums := map[tenure]*sum{}
	var order []tenure
	for _, s := range all {
		for _, o := range s.posts {
			t := tenure{identity.PersonID(base, s.Group), o}
			h := sums[t]
			if h == nil {
				h = &sum{first: s.Published}
				sums[t], order = h, append(order, t)
			}
			if h.article != s.Article {
				h.article = s.Article
				h.articles++
			}
			h.last = max(h.last, s.Published)
		}
	}
	if err := w.exec(`DELETE FROM posts_held WHERE base = ?`, base); err != nil {
		return err
	}
	for _, t := range order {
		h := sums[t]
		if err := w.exec(`INSERT INTO posts_held SELECT id, base, name, ?, ?, ?, ?, ?, ?, ?, ? FROM officials WHERE id = ?`,
			t.Title, null(t.Agency), t.AgencyName, t.Former, t.Acting, null(h.first), null(h.last), h.articles, t.official); err != nil {
			return err
		}
	}
	return nil
}

// appearances reads those of one name, the earliest article first.
func (w *writer) appearances(base string) (all []*seen, err error) {
	s, err := w.statement(`SELECT x.id, x.official, a.url, COALESCE(a.published, ''),
			p.title, COALESCE(p.agency, ''), p.agency_name, p.former, p.acting, COALESCE(g.name, ''), COALESCE(u.name, '')
		FROM appearances x JOIN articles a ON a.id = x.article LEFT JOIN posts p ON p.appearance = x.id
			LEFT JOIN agencies g ON g.id = p.agency LEFT JOIN agencies u ON u.id = g.parent
		WHERE x.base = ? ORDER BY a.published IS NULL, a.published, a.url, x.local, x.id, p.id`)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(base)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	places := map[[2]string][]string{}
	for rows.Next() {
		var x seen
		var title, name sql.NullString
		var former, acting sql.NullBool
		var o Office
		var agency [2]string // own name, and that of the parent
		if err := rows.Scan(&x.id, &x.official, &x.Article, &x.Published, &title, &o.Agency, &name, &former, &acting, &agency[0], &agency[1]); err != nil {
			return nil, err
		}
		if len(all) == 0 || all[len(all)-1].id != x.id {
			all = append(all, &x)
		}
		if !title.Valid {
			continue
		}
		o.Title, o.AgencyName, o.Former, o.Acting = title.String, name.String, former.Bool, acting.Bool
		last := all[len(all)-1]
		last.posts = append(last.posts, o)
		if _, known := places[agency]; !known {
			places[agency] = identity.Places(agency[0], agency[1])
		}
		last.Places = append(last.Places, places[agency]...)
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
