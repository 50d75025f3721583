package check

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/neardup"
)

// Sample holds so many articles, picked at random, against what is kept of them:
// the record must be readable, the full-text index and the wording must be of the text,
// and the page must stand in its WARC file with its digest. Fault and step are as for
// Check.
func (c *Check) Sample(ctx context.Context, n int, fault func(string), step store.Step) (out Checked, err error) {
	if step == nil {
		step = func(int, string) {}
	}
	tell := func(format string, args ...any) {
		out.Faults++
		fault(fmt.Sprintf(format, args...))
	}
	ids, err := c.sample(ctx, n)
	if err != nil {
		return out, err
	}
	for i, id := range ids {
		if i%100 == 0 {
			step(i, "article")
		}
		if err := c.checkArticle(ctx, id, &out, tell); err != nil {
			return out, err
		}
	}
	return out, nil
}

// sample picks articles at random, each once.
func (c *Check) sample(ctx context.Context, n int) ([]int64, error) {
	var most int64
	if err := c.db.QueryRowContext(ctx, `SELECT COALESCE(MAX(id), 0) FROM article_rows`).Scan(&most); err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	var ids []int64
	picked := map[int64]bool{}
	for len(picked) < int(min(int64(n), most)) {
		id := 1 + rand.Int64N(most)
		if picked[id] {
			continue
		}
		picked[id] = true
		ids = append(ids, id)
	}
	return ids, nil
}

// checkArticle checks one version of an article; where there is none of the row, nothing.
func (c *Check) checkArticle(ctx context.Context, id int64, out *Checked, tell func(string, ...any)) error {
	var k pack.Kept
	var newest, indexed bool
	var wording sql.NullInt64
	err := c.db.QueryRowContext(ctx, `SELECT a.newest, EXISTS (SELECT 1 FROM search WHERE rowid = a.id), (SELECT w.digest FROM printings p JOIN wordings w ON w.id = p.wording WHERE p.article = a.id), `+
		pack.Selected+` FROM article_rows a`+pack.Joined+` WHERE a.id = ?`, id).Scan(append([]any{&newest, &indexed, &wording}, k.Into()...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return c.db.Stopped(ctx, err)
	}
	if _, _, err := k.Read(); err != nil {
		tell("%v; move boctin.db away and store anew", err)
	}
	if !newest {
		return nil
	}
	if !indexed {
		tell("%s is not in the full-text index; move boctin.db away and store anew", k.URL)
	}
	if s := neardup.Of(k.Title, k.Body); wording.Valid && (s == nil || stories.DigestOf(s) != wording.Int64) {
		tell("the wording stored of %s is not its own; move boctin.db away and store anew", k.URL)
	}
	return c.checkPageOf(ctx, &k, out, tell)
}

func (c *Check) checkPageOf(ctx context.Context, k *pack.Kept, out *Checked, tell func(string, ...any)) error {
	p, err := c.pages.Page(ctx, k.URL)
	switch {
	case err == pages.ErrNotKept: // nor meant to be
		return nil
	case err != nil:
		tell("the page of %s cannot be read (%v): bring the file back", k.URL, err)
		return ctx.Err()
	}
	if sum := sha256.Sum256(p.Body); hex.EncodeToString(sum[:]) != k.SHA256 {
		tell("%s: the page at %d (%s) is not the one that was stored: its digest differs; bring the file back", shown(p.Path), p.Offset, k.URL)
		return nil
	}
	out.Pages++
	return nil
}
