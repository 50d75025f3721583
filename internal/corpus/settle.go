package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
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

// seen is one person in one article, with what tells him from namesakes.
type seen struct {
	id, article int64
	keys        []string // of his agencies: places, or national
	group       int
}

const national = "national"

func settle(tx *sql.Tx, base string) error {
	all, err := appearances(tx, base)
	if err != nil {
		return err
	}
	group(all)
	for _, s := range all {
		if _, err := tx.Exec(`INSERT OR IGNORE INTO officials SELECT ?, base, name, folded, country FROM officials WHERE id = ?`, personID(base, s.group), base); err != nil {
			return err
		}
		if _, err := tx.Exec(`UPDATE appearances SET official = ? WHERE id = ? AND official <> ?`, personID(base, s.group), s.id, personID(base, s.group)); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(`DELETE FROM officials WHERE base = ? AND NOT EXISTS (SELECT 1 FROM appearances WHERE official = officials.id)`, base); err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM unsettled WHERE base = ?`, base)
	return err
}

func personID(base string, group int) string {
	if group == 0 {
		return base
	}
	return fmt.Sprintf("%s-%d", base, group+1)
}

// appearances reads those of one name, the earliest article first.
func appearances(tx *sql.Tx, base string) (all []*seen, err error) {
	rows, err := tx.Query(`SELECT x.id, x.article, (SELECT json_group_array(COALESCE(g.name, '') || '|' || COALESCE(u.name, ''))
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
		if err := rows.Scan(&s.id, &s.article, &list); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(list), &names); err != nil {
			return nil, err
		}
		for _, n := range names {
			own, above, _ := strings.Cut(n, "|")
			s.keys = append(s.keys, placeKeys(own, above)...)
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// placeWords begin the name of a place.
var placeWords = [...]string{"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"}

// placeKeys gives the places that an agency serves, or national.
func placeKeys(names ...string) (keys []string) {
	for _, name := range names {
		lower := " " + strings.ReplaceAll(strings.ToLower(name), "xã hội", "xã-hội")
		for _, w := range placeWords {
			if i := strings.LastIndex(lower, " "+w+" "); i >= 0 {
				keys = append(keys, strings.TrimSpace(lower[i:]))
			}
		}
	}
	if len(keys) == 0 && names[0] != "" {
		keys = append(keys, national)
	}
	return keys
}

// group parts appearances into persons. Two of one article
// are two persons. Otherwise those who served one place, or the state as a
// whole, are one; whoever is named without an agency is the first of the name.
func group(all []*seen) {
	var groups []map[string]bool
	inArticle := map[int64][]int{}
	for _, s := range all {
		s.group = -1
		for g, keys := range groups {
			if slices.Contains(inArticle[s.article], g) {
				continue
			}
			if len(s.keys) == 0 || len(keys) == 0 || slices.ContainsFunc(s.keys, func(k string) bool { return keys[k] }) {
				s.group = g
				break
			}
		}
		if s.group < 0 {
			s.group = len(groups)
			groups = append(groups, map[string]bool{})
		}
		for _, k := range s.keys {
			groups[s.group][k] = true
		}
		inArticle[s.article] = append(inArticle[s.article], s.group)
	}
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
