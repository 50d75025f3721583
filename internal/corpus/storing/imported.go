package storing

import (
	"context"
	"database/sql"
	"errors"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Import is a document that came from outside the corpus directory. File and
// Offset of its entry tell where its bytes are kept; File is empty where they
// are not.
type Import struct {
	Entry
	Path   string // of the file, absolute
	Member string // of an archive or list; empty for the whole file
	At     int64  // bytes into the file where the member stands
	Reader string // what read it: version and flags
	Known  int64  // the article that the same bytes gave before; 0 for none
}

// Memory knows what was imported before. It is safe for concurrent use.
type Memory struct{ asked *sql.Stmt }

// Memory opens the memory of a corpus, to be closed.
func (c *Storing) Memory(ctx context.Context) (*Memory, error) {
	s, err := c.db.PrepareContext(ctx, `SELECT i.article, COALESCE((SELECT text FROM strings WHERE n = i.file), ''), i.offset,
			COALESCE(i.path = (SELECT n FROM strings WHERE text = ?1) AND i.member = ?2 AND i.at = ?3, 0) AS told FROM import_rows i JOIN article_rows a ON a.id = i.article
		WHERE i.digest = ?4 AND COALESCE(i.sha256, a.sha256) = ?5 AND i.reader = (SELECT n FROM strings WHERE text = ?6) ORDER BY told DESC LIMIT 1`)
	return &Memory{s}, c.db.Stopped(ctx, err)
}

// Close frees what the memory holds.
func (m *Memory) Close() error { return m.asked.Close() }

// Recall tells what came of the bytes of a document that was imported before
// with the same reader: the article, and where the bytes are kept. Told is true
// where this very document is on record. The article is 0 where there was none.
func (m *Memory) Recall(ctx context.Context, i *Import) (told bool, err error) {
	err = m.asked.QueryRowContext(ctx, i.Path, i.Member, i.At, digestKey(i.SHA256), column.Octets(i.SHA256), i.Reader).Scan(&i.Known, &i.File, &i.Offset, &told)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return told, err
}

// AddImports stores a batch in one transaction, and with it how far the WARC
// file is whole that keeps the bytes.
func (c *Storing) AddImports(ctx context.Context, lexicon string, batch []Import, mark warc.Mark) (done Stored, err error) {
	err = c.db.Within(ctx, func(tx *store.Tx) error {
		done = Stored{}
		w := c.In(tx, lexicon)
		counts := map[Outcome]int{}
		for i := range batch {
			if err := w.imported(&batch[i], counts); err != nil {
				return err
			}
		}
		done.add(counts)
		if mark.File != "" {
			if err := w.tx.Do(`UPDATE kept SET size = ? WHERE file = ?`, mark.Size, mark.File); err != nil {
				return err
			}
		}
		return w.Index()
	})
	return done, err
}

func (w *Writer) imported(i *Import, done map[Outcome]int) error {
	outcome, article := Same, i.Known
	if article == 0 {
		var err error
		if i.As, err = w.before(i); err != nil {
			return err
		}
		if outcome, article, err = w.article(&i.Entry); err != nil {
			return err
		}
		if i.File != "" {
			if err := w.Source(&i.Entry, outcome, article); err != nil {
				return err
			}
		}
	}
	done[outcome]++
	return w.Imports(i, outcome, article)
}

// Imports takes down what came of a document.
func (w *Writer) Imports(i *Import, outcome Outcome, article int64) error {
	path, err := w.numbers.Text(i.Path)
	if err != nil {
		return err
	}
	reader, err := w.numbers.Text(i.Reader)
	if err != nil {
		return err
	}
	var file any
	if i.File != "" {
		if file, err = w.numbers.Text(i.File); err != nil {
			return err
		}
	}
	var digest any
	if outcome == Same || i.Article == nil {
		if _, digest, err = w.unlike(article, "", i.SHA256); err != nil {
			return err
		}
	}
	return w.tx.Do(`INSERT OR REPLACE INTO import_rows (path, at, member, digest, sha256, reader, outcome, article, file, offset) VALUES (?,?,?,?,?,?,?,?,?,?)`,
		path, i.At, i.Member, digestKey(i.SHA256), digest, reader, string(outcome), article, file, i.Offset)
}

// digestKey is by what a document is found: the first 8 bytes of its SHA-256, which
// is given in hexadecimal.
func digestKey(sha256 string) int64 {
	return column.Key(column.Digested + sha256)
}

// before names the article that a file without a URL held when it was imported
// before: the file was changed since. A line of a list may be any other by now.
func (w *Writer) before(i *Import) (url string, err error) {
	if i.Article.URL != "" || i.Member != "" || i.As != "" {
		return i.As, nil
	}
	err = w.tx.Row(`SELECT url FROM article_rows WHERE id = (SELECT article FROM import_rows WHERE path = (SELECT n FROM strings WHERE text = ?) AND member = '' AND at = ?) AND url LIKE 'sha256:%'`, i.Path, i.At).Scan(&url)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return url, err
}
