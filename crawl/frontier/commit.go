package frontier

import (
	"strconv"
	"time"
)

// Link is a URL to be added.
type Link struct {
	URL      string
	Host     int64
	Kind     Kind
	Priority int
	Depth    int
	Hops     int
	Page     int
	Via      int64
	Due      time.Time
	Changed  time.Time // when its page changed last, as a sitemap or feed says
	Shape    string    // of a URL that may be one of an endless family; empty for others
}

// ShapeLimit is how many URLs of one shape are taken that led to no new article.
const ShapeLimit = 300

// Visit is one fetch, kept in the history.
type Visit struct {
	Run     int64
	At      time.Time
	Outcome string
	Status  int
	Bytes   int64
	Took    time.Duration
	File    string
	Offset  int64
	Note    string
}

// Result is what came of a leased URL.
type Result struct {
	ID, Host int64
	State    State
	Kind     Kind
	Due      time.Time // when it is to be fetched again
	Tries    int
	Page     *Known // nil: nothing is known of it yet
	Links    []Link
	Alias    *Link  // another URL of the same page, which needs no fetch
	Shape    string // of the URL itself
	Useful   bool   // it is an article, so that its shape leads to some
	Visit    Visit
	Next     time.Time // no request to the host before
	Slow     time.Duration
	Fails    int
	File     string // how far the WARC files are written
	Size     int64
}

// Outcome says what a commit or Add did.
type Outcome struct {
	Added   int // URLs that were not known
	Article int // of these, thought to be articles
	Again   int // known URLs queued again, because they changed
	Trapped int // URLs refused for their shape
}

// Commit writes what came of one URL in one transaction: its state, its page,
// its links, the fetch, the host's next moment, and how far the WARC goes.
func (f *Frontier) Commit(r *Result) (out Outcome, err error) {
	err = f.within(func() error {
		if _, err := f.exec(`UPDATE urls SET state = ?, kind = ?, due = ?, tries = ?, lease = 0 WHERE id = ?`,
			r.State, r.Kind, ms(r.Due), r.Tries, r.ID); err != nil {
			return err
		}
		if err := f.savePage(r.ID, r.Page); err != nil {
			return err
		}
		if err := f.alias(r.Alias, r.Due.Add(10*365*24*time.Hour)); err != nil {
			return err
		}
		if out, err = f.add(r.Links); err != nil {
			return err
		}
		if (out.Article > 0 || r.Useful) && r.Shape != "" {
			if _, err := f.exec(`UPDATE shapes SET useful = useful + 1 WHERE host = ? AND shape = ?`, r.Host, r.Shape); err != nil {
				return err
			}
		}
		v := r.Visit
		if _, err := f.exec(`INSERT INTO history (url, run, at, outcome, status, bytes, ms, file, offset, note) VALUES (?,?,?,?,?,?,?,?,?,?)`,
			r.ID, v.Run, ms(v.At), v.Outcome, v.Status, v.Bytes, v.Took.Milliseconds(), v.File, v.Offset, v.Note); err != nil {
			return err
		}
		if _, err := f.exec(`UPDATE hosts SET next = ?, slow = ?, fails = ? WHERE id = ?`,
			ms(r.Next), r.Slow.Milliseconds(), r.Fails, r.Host); err != nil {
			return err
		}
		return f.setMark(r.File, r.Size)
	})
	return out, err
}

func (f *Frontier) savePage(id int64, k *Known) error {
	if k == nil {
		return nil
	}
	_, err := f.exec(`INSERT OR REPLACE INTO pages (url, status, etag, modified, digest, text, fetched, changed, interval,
		versions, article, canonical, file, offset, record, stored) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		id, k.Status, k.ETag, k.Modified, k.Digest, k.Text, ms(k.Fetched), ms(k.Changed), k.Interval.Milliseconds(),
		k.Versions, k.Article, k.Canonical, k.File, k.Offset, k.Record, ms(k.Stored))
	return err
}

// alias notes that a URL needs no fetch because another one is its page.
func (f *Frontier) alias(l *Link, due time.Time) error {
	if l == nil {
		return nil
	}
	_, err := f.exec(`INSERT INTO urls (url, host, state, kind, priority, depth, hops, page, via, due) VALUES (?,?,5,?,?,?,0,0,?,?)
		ON CONFLICT (url) DO UPDATE SET state = 5 WHERE state = 0`, l.URL, l.Host, l.Kind, l.Priority, l.Depth, l.Via, ms(due))
	return err
}

// Mark tells how far the WARC files are written; an empty file for not at all.
func (f *Frontier) Mark() (file string, size int64, err error) {
	file, err = f.Meta("warc")
	if err != nil || file == "" {
		return "", 0, err
	}
	text, err := f.Meta("warc-size")
	if err != nil {
		return "", 0, err
	}
	size, err = strconv.ParseInt(text, 10, 64)
	return file, size, err
}

// SetMark says how far the WARC files are written, outside a commit.
func (f *Frontier) SetMark(file string, size int64) error {
	return f.within(func() error { return f.setMark(file, size) })
}

func (s *session) setMark(file string, size int64) error {
	if file == "" {
		return nil
	}
	_, err := s.exec(`INSERT OR REPLACE INTO meta VALUES ('warc', ?), ('warc-size', ?)`, file, strconv.FormatInt(size, 10))
	return err
}

// Meta gives a value of the table of settings; empty for none.
func (f *Frontier) Meta(key string) (value string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err = f.scan(`SELECT value FROM meta WHERE key = ?`, []any{key}, &value)
	return value, err
}

// SetMeta keeps a value in the table of settings.
func (f *Frontier) SetMeta(key, value string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.exec(`INSERT OR REPLACE INTO meta VALUES (?, ?)`, key, value)
	return err
}
