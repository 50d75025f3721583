// Package pages reads the pages behind the articles of a corpus, which its WARC files keep.
package pages

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/input"
)

// Pages are what the WARC files of a corpus keep.
type Pages struct{ db *store.DB }

// Of gives the pages of a corpus by its database.
func Of(db *store.DB) *Pages { return &Pages{db} }

// All opens the WARC files; rest leaves out what is stored. It gives nil
// where there is no file.
func (p *Pages) All(ctx context.Context, maxBytes int64, rest bool) (*input.Set, error) {
	dir := filepath.Join(p.db.Dir, "warc")
	kept, err := p.Kept(ctx)
	if err != nil {
		return nil, err
	}
	stored := func(path string) bool { // what imports keep, they store; an index that is being written is none of the files
		name := filepath.Base(path)
		return filepath.Ext(name) == ".part" || begunAlone(filepath.Join(dir, name)) || slices.ContainsFunc(kept, func(m warc.Mark) bool { return m.File == name })
	}
	names, _ := os.ReadDir(dir)
	if !slices.ContainsFunc(names, func(f os.DirEntry) bool { return !stored(f.Name()) && filepath.Ext(f.Name()) != ".cdxj" }) {
		return nil, nil
	}
	o := input.Options{Paths: []string{dir}, MaxBytes: maxBytes, Skip: stored}
	if rest {
		last := map[string]int64{}
		rows, err := p.db.QueryContext(ctx, `SELECT f.text, MAX(s.offset) FROM source_rows s JOIN strings f ON f.n = s.file GROUP BY s.file`)
		if err != nil {
			return nil, p.db.Wrap(err)
		}
		defer rows.Close()
		for rows.Next() {
			var file string
			var offset int64
			if err := rows.Scan(&file, &offset); err != nil {
				return nil, p.db.Wrap(err)
			}
			last[file] = offset
		}
		if err := rows.Err(); err != nil {
			return nil, p.db.Wrap(err)
		}
		o.Begin = func(path string) int64 { return last[p.Name(path)] }
	}
	return input.New(o), nil
}

// begunAlone tells whether a WARC file holds nothing: it was made, and the disk was full.
func begunAlone(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.Size() == 0 && strings.HasSuffix(path, ".warc.gz")
}

// Name names a WARC file as sources do: below warc/, or where it stands
// outside of the corpus.
func (p *Pages) Name(path string) string {
	name, err := filepath.Rel(filepath.Join(p.db.Dir, "warc"), path)
	if err != nil || strings.HasPrefix(name, "..") {
		return path
	}
	return filepath.ToSlash(name)
}

// Written is how far the crawl says that its newest file is written.
type Written struct {
	File string
	Size int64
}

// Written reads it; behind it another process may be writing.
func (p *Pages) Written(ctx context.Context) (m Written, err error) {
	var crawled int
	if err := p.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'`).Scan(&crawled); err != nil || crawled == 0 {
		return m, p.db.Stopped(ctx, err)
	}
	err = p.db.QueryRowContext(ctx, `SELECT COALESCE(MAX(CASE key WHEN 'warc' THEN value END), ''),
		CAST(COALESCE(MAX(CASE key WHEN 'warc-size' THEN value END), '0') AS INTEGER) FROM meta`).Scan(&m.File, &m.Size)
	return m, p.db.Stopped(ctx, err)
}

// Beyond tells whether a page stands where the crawl has not yet come to.
func (m Written) Beyond(p *boctin.Page) bool {
	return m.File != "" && filepath.Base(p.Path) == m.File && p.Offset >= m.Size
}

// Kept gives the WARC files that imports write, with the size up to which each
// is whole, in the order of their names.
func (p *Pages) Kept(ctx context.Context) (files []warc.Mark, err error) {
	err = p.db.Each(ctx, `SELECT file, size FROM kept ORDER BY file`, nil, func(rows *sql.Rows) error {
		var m warc.Mark
		err := rows.Scan(&m.File, &m.Size)
		files = append(files, m)
		return err
	})
	return files, err
}

// Keep takes down the name of a WARC file that is about to be made, and tells whether it may
// be: not where something was stored from one of that name, which is not there any more. One that
// an import was broken off before it wrote to may, in the same second.
func (p *Pages) Keep(ctx context.Context, file string) (may bool, err error) {
	r, err := p.db.ExecContext(ctx, `INSERT INTO kept VALUES (?, 0) ON CONFLICT (file) DO UPDATE SET size = 0 WHERE size = 0`, file)
	if err != nil {
		return false, p.db.Stopped(ctx, err)
	}
	n, err := r.RowsAffected()
	return n > 0, p.db.Stopped(ctx, err)
}

// Busy tells whether a crawl, a refresh or an import of another process is at work in
// the corpus.
func (p *Pages) Busy() bool {
	for _, name := range []string{"boctin.lock", "import.lock"} {
		path := filepath.Join(p.db.Dir, name)
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		err = lock.Take(f, path)
		f.Close()
		if errors.Is(err, lock.ErrHeld) {
			return true
		}
	}
	return false
}
