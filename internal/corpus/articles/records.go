package articles

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Records calls take with the newest version of every article that passes the
// filter, in the order they were first stored, as they stood in one moment. Its
// officials have the ids of the corpus, which tells namesakes of different
// articles apart. take gets how many articles there are in all, and may keep
// nothing but the record. Names that nobody bears give ErrNobody.
func (c *Articles) Records(ctx context.Context, f named.Filter, take func(r *boctin.Record, all int) error) error {
	tx, err := c.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one snapshot, and no lock
	if err != nil {
		return c.db.Wrap(err)
	}
	defer tx.Rollback()
	w, err := c.names.Condition(ctx, tx, &f)
	if errors.Is(err, store.ErrNobody) {
		return err
	}
	if err != nil {
		return c.db.Wrap(err)
	}
	where, args := w.Text(), w.Args
	var all int
	if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM article_rows a WHERE `+where, args...).Scan(&all); err != nil {
		return c.db.Wrap(err)
	}
	rows, err := tx.QueryContext(ctx, `SELECT `+recordColumns+` WHERE `+where+` ORDER BY a.id`, args...)
	if err != nil {
		return c.db.Wrap(err)
	}
	defer rows.Close()
	var beside pack.Opened
	for ctx.Err() == nil && rows.Next() {
		r, err := scanRecord(rows, &beside)
		if err != nil {
			return c.db.Wrap(err)
		}
		if err := take(r, all); err != nil {
			return err
		}
	}
	return c.db.Wrap(errors.Join(rows.Err(), ctx.Err()))
}

// recordColumns are those that scanRecord reads, of article_rows a and packed p.
const recordColumns = `(SELECT json_group_array(json_array(COALESCE(x.local, ''), x.country, COALESCE(x.name, o.written, o.name), o.id)) FROM appearance_rows x JOIN officials o ON o.n = x.official
	WHERE x.id BETWEEN a.id << 20 AND a.id << 20 | 1048575), ` + pack.Selected + ` FROM article_rows a` + pack.Joined

// scanRecord reads a record, which may stand in one row of packed with the one before.
func scanRecord(rows *sql.Rows, beside *pack.Opened) (*boctin.Record, error) {
	k := pack.Kept{Opened: beside}
	var names sql.RawBytes
	if err := rows.Scan(append([]any{&names}, k.Into()...)...); err != nil {
		return nil, err
	}
	_, r, err := k.Read()
	if err != nil {
		return nil, err
	}
	var bearers [][4]string
	if err := json.Unmarshal(names, &bearers); err != nil {
		return nil, err
	}
	persons := map[string]string{}
	for _, b := range bearers {
		local := cmp.Or(b[0], identity.BaseID(b[1], b[2]))
		persons[local] = b[3]
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
