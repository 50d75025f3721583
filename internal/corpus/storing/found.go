package storing

import (
	"context"
	"database/sql"
	"slices"

	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// toldAfter is after how many rows it is told how far something is that reads them all.
const toldAfter = 20_000

// CheckFound holds that every document that was imported is found by its digest, and every
// article under the number that its site gives it.
func CheckFound(ctx context.Context, db *store.DB, tell func(string, ...any), step store.Step) error {
	return db.Reading(ctx, func(tx *store.Tx) error {
		documents, err := documentsOf.In(tx).Load()
		if err != nil {
			return err
		}
		n := 0
		if err := store.Each(ctx, tx, `SELECT i.digest, i.article, p.text FROM import_rows i JOIN strings p ON p.n = i.path`, nil, func(rows *sql.Rows) error {
			if n++; n%toldAfter == 0 {
				step(n, "document")
			}
			var digest, article int64
			var path string
			err := rows.Scan(&digest, &article, &path)
			if _, found := slices.BinarySearch(documents.Of(runs.KeyOf(digest)), article); err == nil && !found {
				tell("%s was imported and is not found by its digest; move boctin.db away and store anew", path)
			}
			return err
		}); err != nil {
			return err
		}
		return checkNumbers(ctx, tx, tell, step)
	})
}

func checkNumbers(ctx context.Context, tx *store.Tx, tell func(string, ...any), step store.Step) error {
	there, err := tx.Statement(`SELECT EXISTS (SELECT 1 FROM number_rows WHERE key = ? AND url_key = ?)`)
	if err != nil {
		return err
	}
	n := 0
	return store.Each(ctx, tx, `SELECT url, url_key FROM article_rows WHERE newest = 1`, nil, func(rows *sql.Rows) error {
		if n++; n%toldAfter == 0 {
			step(n, "number")
		}
		var url string
		var key int64
		if err := rows.Scan(&url, &key); err != nil {
			return err
		}
		number, found := identity.Number(url), true
		if number == "" {
			return nil
		}
		err := there.QueryRowContext(ctx, numberKey(number), key).Scan(&found)
		if err == nil && !found {
			tell("%s is not found under its number; move boctin.db away and store anew", url)
		}
		return err
	})
}
