package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

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
func (c *Corpus) Add(ctx context.Context, lexicon string, batch []Entry) (map[Outcome]int, error) {
	done := map[Outcome]int{}
	err := c.within(ctx, func(tx *sql.Tx) error {
		clear(done)
		w := c.writer(tx, lexicon)
		for i := range batch {
			if err := w.entry(&batch[i], done); err != nil {
				return err
			}
		}
		return w.index()
	})
	return done, err
}

func (w *writer) entry(e *Entry, done map[Outcome]int) error {
	var known int
	if err := w.row(`SELECT COUNT(*) FROM sources WHERE file = ? AND offset = ? AND sha256 = ?`, e.File, e.Offset, e.SHA256).Scan(&known); err != nil || known > 0 {
		return err
	}
	var article sql.NullInt64
	outcome := e.Outcome
	if e.Article != nil {
		var err error
		if outcome, article.Int64, err = w.article(e); err != nil {
			return err
		}
		article.Valid = true
	}
	done[outcome]++
	return w.source(e, outcome, article)
}

// source takes down what came of a page of the WARC files.
func (w *writer) source(e *Entry, outcome Outcome, article any) error {
	return w.exec(`INSERT OR REPLACE INTO sources VALUES (?,?,?,?,?,?,?,?)`, e.File, e.Offset, e.Record, e.URL, e.SHA256, string(outcome), e.Reason, article)
}

// newest is what is stored of a URL.
type newest struct {
	id          int64
	version     int
	title, body string
	published   string
	identity.Version
}

func (w *writer) article(e *Entry) (Outcome, int64, error) {
	url, content := cmp.Or(e.As, identity.Article(e.Article, e.SHA256)), identity.Content(e.Article)
	var old newest
	err := w.row(`SELECT id, (SELECT MAX(version) FROM articles b WHERE b.url = a.url), title, body, COALESCE(published, ''), content, COALESCE(fetched, ''), partial
		FROM articles a WHERE url = ? AND newest = 1`, url).Scan(&old.id, &old.version, &old.title, &old.body, &old.published, &old.Content, &old.Fetched, &old.Partial)
	switch {
	case errors.Is(err, sql.ErrNoRows):
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

// text is what the full-text index has, or had, of an article.
type text struct {
	article     int64
	title, body string
	out         bool // take it out
}

// index brings the full-text index and the stories up to date at the end of a batch: any
// statement that can be rolled back alone makes it write what it has.
func (w *writer) index() error {
	for _, t := range w.indexed {
		folded := `INSERT INTO search (rowid, title_folded, body_folded) VALUES (?,?,?)`
		marked := `INSERT INTO marked (rowid, text) VALUES (?,?)`
		if t.out {
			folded = `INSERT INTO search (search, rowid, title_folded, body_folded) VALUES ('delete',?,?,?)`
			marked = `INSERT INTO marked (marked, rowid, text) VALUES ('delete',?,?)`
		}
		if err := w.exec(folded, t.article, viet.Fold(t.title), viet.Fold(t.body)); err != nil {
			return err
		}
		if err := w.exec(marked, t.article, keyed(t.title)+" "+keyed(t.body)); err != nil {
			return err
		}
	}
	w.indexed = nil
	return w.tell()
}

// retire takes the findings of a version out of the tables.
func (w *writer) retire(article int64) error {
	if err := w.exec(`UPDATE articles SET newest = 0 WHERE id = ?`, article); err != nil {
		return err
	}
	t := text{article: article, out: true}
	if err := w.row(`SELECT title, body FROM articles WHERE id = ?`, article).Scan(&t.title, &t.body); err != nil {
		return err
	}
	w.indexed = append(w.indexed, t)
	if err := w.unprint(article); err != nil {
		return err
	}
	return w.clear(article)
}

func (w *writer) version(e *Entry, url, content string, version int, newest bool) (int64, error) {
	article, err := (&boctin.Record{Article: *e.Article}).AppendJSON(nil)
	if err != nil {
		return 0, err
	}
	record, err := e.Found.AppendJSON(nil)
	if err != nil {
		return 0, err
	}
	a := &e.Found.Article
	raw, err := pack(article, record)
	if err != nil {
		return 0, err
	}
	id, err := w.insert(`INSERT INTO articles (url, version, newest, site, published, month, modified, fetched, stored, sha256, content,
		lexicon, record_id, title, authors, credit, section, lead, body, partial) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		url, version, newest, a.Site, moment(a.Published), month(a.Published), moment(a.Modified), null(a.Source.Fetched), stamp(time.Now()), e.SHA256, content,
		w.lexicon, a.ID, a.Title, list(a.Authors), a.Credit, a.Section, a.Lead, a.Body, e.Partial)
	if err == nil {
		err = w.exec(`INSERT INTO packed VALUES (?, ?)`, id, raw)
	}
	if err != nil || !newest {
		return id, err
	}
	w.indexed = append(w.indexed, text{article: id, title: a.Title, body: a.Body})
	if err := w.exec(`INSERT INTO ungrouped VALUES (?)`, id); err != nil {
		return id, err
	}
	return id, w.findings(id, e.Found)
}

func moment(m *boctin.Moment) any {
	if m == nil {
		return nil
	}
	return null(m.Value)
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

// month gives 2025-08 of a time that is known as far.
func month(m *boctin.Moment) any {
	if m == nil {
		return nil
	}
	v, _ := edtf.Parse(m.Value)
	return null(v.Month())
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func list(l []string) string {
	if len(l) == 0 {
		return "[]"
	}
	raw, _ := json.Marshal(l) // strings alone
	return string(raw)
}
