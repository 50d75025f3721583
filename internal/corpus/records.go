package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// ErrNobody says that no official or agency bears a name that was asked for.
var ErrNobody = errors.New("not in this corpus")

// Filter picks articles; its zero value takes all. Of several values of one
// kind any will do, and of every kind that is given one must.
type Filter struct {
	Since, Until string   // first and last day of publication, 2025-08-17; an article of a whole month or year belongs to each of its days
	Sites        []string // hosts
	Officials    []string // names, with marks or without, or ids
	Agencies     []string // the same
}

// Records calls take with the newest version of every article that passes the
// filter, in the order they were first stored, as they stood in one moment. Its
// officials have the ids of the corpus, which tells namesakes of different
// articles apart. take gets how many articles there are in all, and may keep
// nothing but the record. Names that nobody bears give ErrNobody.
func (c *Corpus) Records(ctx context.Context, f Filter, take func(r *boctin.Record, all int) error) error {
	tx, err := c.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one snapshot, and no lock
	if err != nil {
		return c.wrap(err)
	}
	defer tx.Rollback()
	where, args, err := f.condition(ctx, tx)
	if errors.Is(err, ErrNobody) {
		return err
	}
	if err != nil {
		return c.wrap(err)
	}
	var all int
	if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM articles a WHERE `+where, args...).Scan(&all); err != nil {
		return c.wrap(err)
	}
	rows, err := tx.QueryContext(ctx, `SELECT url, record, (SELECT json_group_object(local, official) FROM appearances WHERE article = a.id AND local <> official)
		FROM articles a WHERE `+where+` ORDER BY a.id`, args...)
	if err != nil {
		return c.wrap(err)
	}
	defer rows.Close()
	for ctx.Err() == nil && rows.Next() {
		r, err := scanRecord(rows)
		if err != nil {
			return c.wrap(err)
		}
		if err := take(r, all); err != nil {
			return err
		}
	}
	return c.wrap(errors.Join(rows.Err(), ctx.Err()))
}

func scanRecord(rows *sql.Rows) (*boctin.Record, error) {
	var url string
	var line, names sql.RawBytes
	if err := rows.Scan(&url, &line, &names); err != nil {
		return nil, err
	}
	r, err := boctin.ParseRecord(line)
	if err != nil {
		return nil, fmt.Errorf("the stored record of %s is damaged: %w", url, err)
	}
	if len(names) <= len(`{}`) {
		return r, nil
	}
	persons := map[string]string{}
	if err := json.Unmarshal(names, &persons); err != nil {
		return nil, err
	}
	rename(r, persons)
	return r, nil
}

// rename gives the officials of a record their ids in the corpus.
func rename(r *boctin.Record, persons map[string]string) {
	for i := range r.Officials {
		if id, ok := persons[r.Officials[i].ID]; ok {
			r.Officials[i].ID = id
		}
	}
	for _, e := range r.Events {
		for i, o := range e.Officials {
			if id, ok := persons[o]; ok {
				e.Officials[i] = id
			}
		}
		for i, x := range e.Roles {
			if id, ok := persons[x.ID]; ok {
				e.Roles[i].ID = id
			}
		}
	}
}

// condition is the filter as SQL over articles a.
func (f *Filter) condition(ctx context.Context, tx *sql.Tx) (text string, args []any, err error) {
	parts := []string{`a.newest = 1`}
	add := func(part string, values ...any) {
		parts = append(parts, part)
		args = append(args, values...)
	}
	if f.Since != "" || f.Until != "" {
		add(`a.published GLOB '[0-9]*'`) // an unknown year is in no period
	}
	if f.Since != "" {
		add(`substr(replace(a.published, 'X', '9') || '-99-99', 1, 10) >= ?`, f.Since)
	}
	if f.Until != "" {
		add(`substr(replace(a.published, 'X', '0'), 1, 10) <= ?`, f.Until)
	}
	if len(f.Sites) > 0 {
		add(`a.site IN (SELECT value FROM json_each(?))`, list(f.Sites))
	}
	if len(f.Officials) > 0 {
		ids, err := ids(ctx, tx, f.Officials, "official", officialNamed)
		if err != nil {
			return "", nil, err
		}
		add(`a.id IN (SELECT article FROM appearances WHERE official IN (SELECT value FROM json_each(?)))`, list(ids))
	}
	if len(f.Agencies) > 0 {
		ids, err := ids(ctx, tx, f.Agencies, "agency", agencyNamed, agencyHolds)
		if err != nil {
			return "", nil, err
		}
		add(`a.id IN (SELECT article FROM agency_articles WHERE agency IN (SELECT value FROM json_each(?)))`, list(ids))
	}
	return strings.Join(parts, " AND "), args, nil
}

// The ways to find an official or agency: ?1 is the name without marks, ?2 tells
// whether it was given so, ?3 is the name as given.
const (
	officialNamed = `SELECT id FROM officials WHERE folded = ?1 AND (?2 OR name = ?3 COLLATE NOCASE) OR id = ?3 OR base = ?3
		UNION SELECT official FROM appearances WHERE folded = ?1 AND (?2 OR said ->> 'Name' = ?3 COLLATE NOCASE)
		UNION SELECT official FROM appearances WHERE mark = substr(?3, -7) AND instr(?3, '/') > 0`
	agencyNamed = `SELECT id FROM agencies WHERE folded = ?1 AND (?2 OR name = ?3 COLLATE NOCASE) OR id = ?3`
	agencyHolds = `SELECT id FROM agencies WHERE instr(folded, ?1) AND (?2 OR instr(name, ?3))`
)

// ids gives those that bear one of the names, by the first way that finds any.
func ids(ctx context.Context, tx *sql.Tx, names []string, what string, ways ...string) (all []string, err error) {
	for _, name := range names {
		name = norm.NFC.String(name)
		folded := viet.Fold(name)
		var found []string
		for _, way := range ways {
			if found, err = column(tx, way, folded, folded == strings.ToLower(name), name); err != nil || len(found) > 0 {
				break
			}
		}
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no %s is named %s: %w", what, name, ErrNobody)
		}
		all = append(all, found...)
	}
	return all, ctx.Err()
}
