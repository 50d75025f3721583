package storing

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
)

// documentsOf are the articles of documents that were imported, by the first 32 bits of the
// digest of each document.
var documentsOf = runs.Named("import_digest")

// Memory knows what was imported before. It is safe for concurrent use.
type Memory struct {
	db        *store.DB
	told      *sql.Stmt // of this very document
	of        *sql.Stmt // of an article
	documents func() (*runs.Index, error)
}

// Memory opens the memory of a corpus, to be closed.
func (c *Storing) Memory(ctx context.Context) (*Memory, error) {
	const known = `SELECT i.article, COALESCE((SELECT text FROM strings WHERE n = i.file), ''), i.offset FROM import_rows i JOIN article_rows a ON a.id = i.article
		WHERE i.digest = ?1 AND COALESCE(i.sha256, a.sha256) = ?2 AND i.reader = (SELECT n FROM strings WHERE text = ?3) AND `
	m := &Memory{db: c.db, documents: sync.OnceValues(func() (*runs.Index, error) { return c.documents(ctx) })}
	var err error
	if m.told, err = c.db.PrepareContext(ctx, known+`i.path = (SELECT n FROM strings WHERE text = ?4) AND i.at = ?5 AND i.member = ?6`); err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	if m.of, err = c.db.PrepareContext(ctx, known+`i.article = ?4 LIMIT 1`); err != nil {
		m.told.Close()
	}
	return m, c.db.Stopped(ctx, err)
}

// documents reads which documents were imported: those that come are looked up one by one.
func (c *Storing) documents(ctx context.Context) (x *runs.Index, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		x, err = documentsOf.In(tx).Load()
		return err
	})
	return x, err
}

// Close frees what the memory holds.
func (m *Memory) Close() error { return errors.Join(m.told.Close(), m.of.Close()) }

// Recall tells what came of the bytes of a document that was imported before
// with the same reader: the article, and where the bytes are kept. Told is true
// where this very document is on record. The article is 0 where there was none.
func (m *Memory) Recall(ctx context.Context, i *Import) (told bool, err error) {
	documents, err := m.documents()
	if err != nil {
		return false, m.db.Stopped(ctx, err)
	}
	articles := documents.Of(runs.KeyOf(digestKey(i.SHA256)))
	if len(articles) == 0 { // as of most that come
		return false, nil
	}
	if told, err = m.ask(ctx, i, m.told, i.Path, i.At, i.Member); told || err != nil {
		return told, err
	}
	for _, article := range articles {
		if known, err := m.ask(ctx, i, m.of, article); known || err != nil {
			return false, err
		}
	}
	return false, nil
}

// ask looks for a document with the same bytes and reader.
func (m *Memory) ask(ctx context.Context, i *Import, s *sql.Stmt, where ...any) (known bool, err error) {
	err = s.QueryRowContext(ctx, append([]any{digestKey(i.SHA256), column.Octets(i.SHA256), i.Reader}, where...)...).Scan(&i.Known, &i.File, &i.Offset)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, m.db.Stopped(ctx, err)
}

// KeepDocuments stores by which digests the documents are found that were imported.
func (w *Writer) KeepDocuments() error {
	if len(w.documents) == 0 {
		return nil
	}
	err := documentsOf.In(w.tx).Add(w.documents)
	w.documents = nil
	return err
}

// PackDocuments makes a run of all documents, which older databases find by an index.
func (w *Writer) PackDocuments() error {
	return documentsOf.In(w.tx).AddQuery(`SELECT digest, article FROM import_rows`)
}
