package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"github.com/boctin/boctin/internal/identity"
)

// settleBatch is how many names are settled in one transaction.
const settleBatch = 200

// Settle tells apart the namesakes among those who were named since the last
// time. It may be broken off and goes on at the next call.
func (c *Corpus) Settle(ctx context.Context) error {
	for {
		more := false
		err := c.within(ctx, func(tx *sql.Tx) error {
			bases, err := column(tx, `SELECT base FROM unsettled LIMIT ?`, settleBatch)
			more = len(bases) == settleBatch
			for _, base := range bases {
				if err == nil {
					err = settle(tx, base)
				}
			}
			return err
		})
		if err != nil || !more {
			return err
		}
	}
}

// seen is an appearance with the id of its row.
type seen struct {
	id int64
	identity.Seen
}

func settle(tx *sql.Tx, base string) error {
	all, err := appearances(tx, base)
	if err != nil {
		return err
	}
	people := make([]*identity.Seen, len(all))
	for i, s := range all {
		people[i] = &s.Seen
	}
	identity.Group(people)
	for _, s := range all {
		person := identity.PersonID(base, s.Group)
		if _, err := tx.Exec(`INSERT OR IGNORE INTO officials SELECT ?, base, name, folded, country FROM officials WHERE id = ?`, person, base); err != nil {
			return err
		}
		if _, err := tx.Exec(`UPDATE appearances SET official = ? WHERE id = ? AND official <> ?`, person, s.id, person); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(`DELETE FROM officials WHERE base = ? AND NOT EXISTS (SELECT 1 FROM appearances WHERE official = officials.id)`, base); err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM unsettled WHERE base = ?`, base)
	return err
}

// appearances reads those of one name, the earliest article first.
func appearances(tx *sql.Tx, base string) (all []*seen, err error) {
	rows, err := tx.Query(`SELECT x.id, a.url, (SELECT json_group_array(COALESCE(g.name, '') || '|' || COALESCE(u.name, ''))
			FROM posts p JOIN agencies g ON g.id = p.agency LEFT JOIN agencies u ON u.id = g.parent WHERE p.appearance = x.id)
		FROM appearances x JOIN articles a ON a.id = x.article WHERE x.base = ? ORDER BY a.published IS NULL, a.published, a.url, x.local`, base)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		s := &seen{}
		var list string
		var names []string
		if err := rows.Scan(&s.id, &s.Article, &list); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(list), &names); err != nil {
			return nil, err
		}
		for _, n := range names {
			own, above, _ := strings.Cut(n, "|")
			s.Places = append(s.Places, identity.Places(own, above)...)
		}
		all = append(all, s)
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
