package storing

import (
	"context"
	"database/sql"
	"errors"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/runs"
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
	key := digestKey(i.SHA256)
	w.documents = append(w.documents, runs.Entry{Key: runs.KeyOf(key), Number: article})
	return w.tx.Do(`INSERT OR REPLACE INTO import_rows (path, at, member, digest, sha256, reader, outcome, article, file, offset) VALUES (?,?,?,?,?,?,?,?,?,?)`,
		path, i.At, i.Member, key, digest, reader, string(outcome), article, file, i.Offset)
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
