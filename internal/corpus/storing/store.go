// Package storing stores articles in a corpus with their versions and all that was found in them:
// from the WARC files of a crawl, from imports, and anew where words or rules are others now.
package storing

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/viet"
)

// Storing stores in a corpus.
type Storing struct {
	db        *store.DB
	persons   *persons.Persons
	resolvers *persons.Resolvers
	stories   *stories.Stories
	pages     *pages.Pages
}

// Of stores in a database, of which persons and stories are kept up to date.
func Of(db *store.DB, p *persons.Persons, r *persons.Resolvers, s *stories.Stories, g *pages.Pages) *Storing {
	return &Storing{db, p, r, s, g}
}

// Entry is what came of one page of the WARC files.
type Entry struct {
	File    string // base name
	Offset  int64  // bytes
	Record  string // WARC-Record-ID
	URL     string
	SHA256  string // of the page as received
	Article *boctin.Article
	Found   *boctin.Record
	Outcome Outcome // where there is no article: NoArticle or Failed
	Reason  string
	ByText  bool   // an article whose title, text and day are as before is the same, whatever else its source prints
	Partial bool   // a summary alone, as feeds give it
	As      string // names the article where the page has no URL and is known to be a version of one; or empty
}

// Outcome says what was done with a page.
type Outcome string

// The outcomes of a page.
const (
	New       Outcome = "new"
	Changed   Outcome = "changed" // a further version of an article
	Same      Outcome = "same"    // prints what the version before printed
	Older     Outcome = "older"   // fetched before the version that is stored
	NoArticle Outcome = "no-article"
	Failed    Outcome = "failed"
)

// Add stores a batch in one transaction. A page that is stored already is
// passed over, so that the same batch may come again.
func (c *Storing) Add(ctx context.Context, lexicon string, batch []Entry) (map[Outcome]int, error) {
	done := map[Outcome]int{}
	err := c.db.Within(ctx, func(tx *store.Tx) error {
		clear(done)
		w := c.In(tx, lexicon)
		for i := range batch {
			if err := w.entry(&batch[i], done); err != nil {
				return err
			}
		}
		return w.Index()
	})
	return done, err
}

func (w *Writer) entry(e *Entry, done map[Outcome]int) error {
	file, err := w.numbers.Text(e.File)
	if err != nil {
		return err
	}
	var known int
	if err := w.tx.Row(`SELECT COUNT(*) FROM source_rows s LEFT JOIN article_rows a ON a.id = s.article WHERE s.file = ? AND s.offset = ? AND COALESCE(s.sha256, a.sha256) = ?`,
		file, e.Offset, column.Octets(e.SHA256)).Scan(&known); err != nil || known > 0 {
		return err
	}
	var article int64
	outcome := e.Outcome
	if e.Article != nil {
		if outcome, article, err = w.article(e); err != nil {
			return err
		}
	}
	done[outcome]++
	return w.Source(e, outcome, article)
}

// Source takes down what came of a page of the WARC files; article is 0 for none.
func (w *Writer) Source(e *Entry, outcome Outcome, article int64) error {
	file, err := w.numbers.Text(e.File)
	if err != nil {
		return err
	}
	var of any
	url, digest := any(e.URL), column.Octets(e.SHA256)
	if article != 0 {
		of = article
		if url, digest, err = w.unlike(article, e.URL, e.SHA256); err != nil {
			return err
		}
	}
	return w.tx.Do(`INSERT OR REPLACE INTO source_rows VALUES (?,?,?,?,?,?,?,?)`, file, e.Offset, column.RecordID(e.Record), url, digest, string(outcome), e.Reason, of)
}

// unlike gives the URL and digest of a page, and nil for either that is the article's.
func (w *Writer) unlike(article int64, url, sha256 string) (any, any, error) {
	var sameURL, sameDigest bool
	err := w.tx.Row(`SELECT url = ?2, sha256 = ?3 FROM article_rows WHERE id = ?1`, article, url, column.Octets(sha256)).Scan(&sameURL, &sameDigest)
	return column.Unless(sameURL, url), column.Unless(sameDigest, column.Octets(sha256)), err
}

// newest is what is stored of a URL.
type newest struct {
	id          int64
	version     int
	title, body string
	published   string
	identity.Version
}

func (w *Writer) article(e *Entry) (Outcome, int64, error) {
	url, content := cmp.Or(e.As, identity.Article(e.Article, e.SHA256)), identity.Content(e.Article)
	var old newest
	var digest []byte
	err := w.tx.Row(`SELECT id, (SELECT MAX(version) FROM article_rows b WHERE b.url_key = a.url_key AND b.url = a.url), title, body, COALESCE(published, ''), content, COALESCE(fetched, ''), partial
		FROM article_rows a WHERE url_key = ? AND url = ? AND newest = 1`, column.Key(url), url).Scan(&old.id, &old.version, &old.title, &old.body, &old.published, &digest, &old.Fetched, &old.Partial)
	old.Content = hex.EncodeToString(digest)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		first, as, err := w.address(e, url)
		if err != nil {
			return "", 0, err
		}
		if first != "" {
			return w.article(e.under(first, as))
		}
		id, err := w.version(e, url, content, 1, true)
		return New, id, err
	case err != nil:
		return "", 0, err
	case e.ByText && old.title == e.Found.Title && old.body == e.Found.Body && sameTime(old.published, e.Found.Published):
		return Same, old.id, nil
	}
	switch same, older := old.Then(identity.Version{Content: content, Fetched: e.Article.Source.Fetched, Partial: e.Partial}); {
	case same:
		return Same, old.id, nil
	case older:
		id, err := w.version(e, url, content, old.version+1, false)
		return Older, id, err
	}
	if err := w.retire(old.id); err != nil {
		return "", 0, err
	}
	id, err := w.version(e, url, content, old.version+1, true)
	return Changed, id, err
}

// Text is what the full-text index has, or had, of an article.
type Text struct {
	Article     int64
	Title, Body string
	out         bool // take it out
}

// IntoSearch puts the words of an article into the full-text index.
const IntoSearch = `INSERT INTO search (rowid, title_folded, body_folded) VALUES (?,?,?)`

// OutOfSearch takes out of it what it has of an article.
const OutOfSearch = `INSERT INTO search (search, rowid, title_folded, body_folded) VALUES ('delete',?,?,?)`

// IntoMarked and OutOfMarked do so with its words with marks and the index of these.
const (
	IntoMarked  = `INSERT INTO marked (rowid, text) VALUES (?,?)`
	OutOfMarked = `INSERT INTO marked (marked, rowid, text) VALUES ('delete',?,?)`
)

// Index brings the full-text index, what is packed, the names of agencies and the stories up
// to date at the end of a batch: any statement that can be rolled back alone makes the index write
// what it has.
func (w *Writer) Index() error {
	for _, t := range w.Indexed {
		folded, marked := IntoSearch, IntoMarked
		if t.out {
			folded, marked = OutOfSearch, OutOfMarked
		}
		if err := w.tx.Do(folded, t.Article, viet.Fold(t.Title), viet.Fold(t.Body)); err != nil {
			return err
		}
		if err := w.tx.Do(marked, t.Article, fold.Marked(t.Title+" "+t.Body)); err != nil {
			return err
		}
	}
	w.Indexed = nil
	for _, write := range []func() error{w.tx.Flush, w.Rows.Write, w.countNames, w.KeepDocuments, w.Wordings.Tell} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// retire takes the findings of a version out of the tables.
func (w *Writer) retire(article int64) error {
	if err := w.tx.Flush(); err != nil {
		return err
	}
	t := Text{Article: article, out: true}
	if err := w.tx.Row(`SELECT title, body FROM article_rows WHERE id = ?`, article).Scan(&t.Title, &t.Body); err != nil {
		return err
	}
	w.Indexed = append(w.Indexed, t)
	if err := w.Wordings.Unprint(article); err != nil {
		return err
	}
	if err := w.clear(article); err != nil {
		return err
	}
	return w.tx.Do(`UPDATE article_rows SET newest = 0 WHERE id = ?`, article)
}

func (w *Writer) version(e *Entry, url, content string, version int, newest bool) (int64, error) {
	id, err := w.Put(&Row{Entry: e, Address: url, Content: content, Version: version, Newest: newest, Stored: time.Now().UnixMilli()})
	if err != nil || !newest {
		return id, err
	}
	a := &e.Found.Article
	w.Indexed = append(w.Indexed, Text{Article: id, Title: a.Title, Body: a.Body})
	if err := w.Numbered(url); err != nil {
		return id, err
	}
	if err := w.tx.Later(`INSERT OR FAIL INTO ungrouped VALUES `, id); err != nil {
		return id, err
	}
	return id, w.Findings(id, e.Found)
}

// Row is a version of an article that is to be written.
type Row struct {
	*Entry
	ID               any // nil for the next one
	Address, Content string
	Version          int
	Newest           bool
	Stored           int64 // milliseconds of Unix
}

// Put writes an article with its JSON.
func (w *Writer) Put(r *Row) (int64, error) {
	a := &r.Found.Article
	site, err := w.numbers.Site(a.Site)
	if err != nil {
		return 0, err
	}
	lexicon, err := w.numbers.Text(w.Lexicon)
	if err != nil {
		return 0, err
	}
	left, err := pack.Leave(r.Article, r.Found, &pack.Columns{URL: r.Address, Title: a.Title, Body: a.Body, Lead: a.Lead, Site: a.Site, ID: a.ID, SHA256: r.SHA256, Fetched: a.Source.Fetched})
	if err != nil {
		return 0, err
	}
	id, err := w.tx.Insert(`INSERT INTO article_rows (id, url, url_key, version, newest, site, lexicon, published, modified, fetched, stored, sha256, content, record_id, partial,
		authors, credit, section, lead, title, body) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		r.ID, r.Address, column.Key(r.Address), r.Version, r.Newest, site, lexicon, column.Moment(a.Published), column.Moment(a.Modified), column.Null(a.Source.Fetched), r.Stored, column.Octets(r.SHA256), column.Octets(r.Content), column.Octets(a.ID), r.Partial,
		column.Optional(a.Authors), a.Credit, a.Section, pack.Lead(a), a.Title, a.Body)
	if err == nil {
		w.Rows.Later(id, left)
	}
	return id, err
}

// sameTime tells whether one of two times is the other, or a part of it: a day, of
// its minute.
func sameTime(published string, m *boctin.Moment) bool {
	now := ""
	if m != nil {
		now = m.Value
	}
	return (published == "") == (now == "") && (strings.HasPrefix(published, now) || strings.HasPrefix(now, published))
}
