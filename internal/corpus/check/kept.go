package check

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/input"
)

// checkKept holds what imports stored against the WARC files that keep it, and
// against those elsewhere that they only refer to.
func (c *Check) checkKept(ctx context.Context, maxBytes int64, seen map[string]map[int64]bool, out *Checked, tell func(string, ...any), step store.Step) error {
	kept, err := c.pages.Kept(ctx)
	if err != nil {
		return err
	}
	for _, m := range kept {
		seen[m.File] = map[int64]bool{}
		if err := c.checkFile(ctx, m, seen[m.File], out, tell, step); err != nil {
			return err
		}
	}
	var linked []string
	if err := c.db.Each(ctx, `SELECT DISTINCT file FROM imports WHERE file LIKE '/%' OR file LIKE '_:%'`, nil, func(rows *sql.Rows) error {
		var file string
		err := rows.Scan(&file)
		linked = append(linked, file)
		return err
	}); err != nil || len(linked) == 0 {
		return err
	}
	for item := range input.New(input.Options{Paths: linked, MaxBytes: maxBytes}).Items(ctx) {
		waiting := out.Waiting
		if err := c.checkPage(ctx, &item, seen, out, tell); err != nil {
			return err
		}
		out.Waiting = waiting // what else such a file holds is nobody's loss
	}
	return ctx.Err()
}

// checkFile reads one WARC file of an import.
func (c *Check) checkFile(ctx context.Context, m warc.Mark, seen map[int64]bool, out *Checked, tell func(string, ...any), step store.Step) error {
	name := filepath.Join(c.db.Dir, "warc", m.File)
	f, err := os.Open(name)
	if err != nil {
		if m.Size > 0 {
			tell("%s cannot be read (%v): bring the file back", shown(m.File), err)
		}
		return nil
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() < m.Size {
		tell("%s holds %d bytes of the %d that were written: bring the file back", shown(m.File), info.Size(), m.Size)
	}
	r := warc.NewReader(io.LimitReader(f, m.Size))
	for ctx.Err() == nil {
		rec, err := r.Next()
		var damaged *warc.DamagedError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &damaged):
			tell("%s is damaged at %d (%v): bring the file back", shown(m.File), damaged.Offset, damaged.Err)
			continue
		case err != nil:
			return err
		case rec.Type != warc.TypeResource:
			continue
		}
		if err := c.checkRecord(ctx, rec, m.File, seen, out, tell); err != nil {
			return err
		}
		if out.Pages%told == 0 {
			step(out.Pages, "page")
		}
	}
	return ctx.Err()
}

func (c *Check) checkRecord(ctx context.Context, rec *warc.Record, file string, seen map[int64]bool, out *Checked, tell func(string, ...any)) error {
	var id, digest string
	err := c.db.QueryRowContext(ctx, pageStored, file, rec.Offset).Scan(&id, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return c.db.Wrap(err)
	}
	seen[rec.Offset] = true
	sum := sha256.New()
	_, err = io.Copy(sum, rec.Block)
	if err != nil || id != rec.ID || digest != hex.EncodeToString(sum.Sum(nil)) {
		tell("%s: the document at %d (%s) is not the one that was stored; bring the file back", shown(file), rec.Offset, rec.URI)
		return nil
	}
	out.Pages++
	return nil
}

// shown is where a WARC file stands.
func shown(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return "warc/" + file
}
