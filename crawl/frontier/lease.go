package frontier

import (
	"database/sql"
	"slices"
	"time"
)

// URL is one URL handed out to be fetched.
type URL struct {
	ID       int64
	URL      string
	Host     int64
	Kind     Kind
	Priority int
	Depth    int
	Hops     int // redirects in a row that led here
	Page     int // number of the page of a listing, 0 for none
	Via      string
	Tries    int
	Known    *Known // what the last fetch left; nil at the first
}

// Known is what is kept of a fetched page for the next visit.
type Known struct {
	Status    int
	ETag      string
	Modified  string // Last-Modified as sent
	Digest    string // of the body as received
	Text      string // digest of its text
	Fetched   time.Time
	Changed   time.Time
	Interval  time.Duration
	Versions  int
	Article   bool
	Canonical string
	File      string // WARC file of the newest version
	Offset    int64
	Record    string
	Stored    time.Time
}

const leaseNext = `UPDATE urls SET state = 1, lease = ? WHERE id = (
	SELECT id FROM urls WHERE host = ? AND state = 0 AND due <= ? ORDER BY priority, id LIMIT 1)
	RETURNING id, url, kind, priority, depth, hops, page, tries, COALESCE((SELECT v.url FROM urls v WHERE v.id = urls.via), '')`

// Lease hands out the next URL of a host for the given time; nil when none is
// due. A lease that is not committed in time can be taken back by Recover.
func (f *Frontier) Lease(host int64, now time.Time, length time.Duration) (*URL, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	u := &URL{Host: host}
	found, err := f.scan(leaseNext, []any{ms(now.Add(length)), host, ms(now)},
		&u.ID, &u.URL, &u.Kind, &u.Priority, &u.Depth, &u.Hops, &u.Page, &u.Tries, &u.Via)
	if !found || err != nil {
		return nil, err
	}
	u.Known, err = f.known(u.ID)
	return u, err
}

func (f *Frontier) known(id int64) (*Known, error) {
	var k Known
	var fetched, changed, interval, stored int64
	found, err := f.scan(`SELECT status, etag, modified, digest, text, fetched, changed, interval, versions, article,
		canonical, file, offset, record, stored FROM pages WHERE url = ?`, []any{id},
		&k.Status, &k.ETag, &k.Modified, &k.Digest, &k.Text, &fetched, &changed, &interval, &k.Versions, &k.Article,
		&k.Canonical, &k.File, &k.Offset, &k.Record, &stored)
	if !found || err != nil {
		return nil, err
	}
	k.Fetched, k.Changed, k.Interval, k.Stored = at(fetched), at(changed), time.Duration(interval)*time.Millisecond, at(stored)
	return &k, nil
}

// Release hands a leased URL back, as if it had not been leased.
func (f *Frontier) Release(id int64) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.exec(`UPDATE urls SET state = 0, lease = 0 WHERE id = ? AND state = 1`, id)
	return err
}

// Recover takes back the leases that ended; alone says that no other process
// can hold one, so that all are taken back.
func (f *Frontier) Recover(now time.Time, alone bool) (int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.exec(`UPDATE urls SET state = 0, lease = 0 WHERE state = 1 AND (lease <= ? OR ?)`, ms(now), alone)
}

// Lose forgets the pages that stood in a WARC file behind size, and queues them again.
func (f *Frontier) Lose(file string, size int64) (n int64, err error) {
	err = f.within(func() error {
		if n, err = f.exec(`UPDATE urls SET state = 0, due = 0 WHERE id IN (SELECT url FROM pages WHERE file = ? AND offset >= ?)`, file, size); err != nil {
			return err
		}
		_, err = f.exec(`DELETE FROM pages WHERE file = ? AND offset >= ?`, file, size)
		return err
	})
	return n, err
}

// Waiting tells which hosts have URLs queued, and when the first is due.
func (f *Frontier) Waiting() (map[int64]time.Time, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[int64]time.Time{}
	err := f.each(`SELECT host, MIN(due) FROM urls WHERE state = 0 GROUP BY host`, nil, func(rows *sql.Rows) error {
		var host, due int64
		err := rows.Scan(&host, &due)
		out[host] = time.UnixMilli(due)
		return err
	})
	return out, err
}

// NextDue tells when the first queued URL of a host is due; false for none.
func (f *Frontier) NextDue(host int64) (time.Time, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var due sql.NullInt64
	_, err := f.scan(`SELECT MIN(due) FROM urls WHERE host = ? AND state = 0`, []any{host}, &due)
	return time.UnixMilli(due.Int64), due.Valid, err
}

// Requeue puts URLs of the hosts that were fetched back into the queue: those
// whose next visit is due, or all of them; lists keeps it to what leads to
// articles.
func (f *Frontier) Requeue(now time.Time, all, lists bool, hosts ...int64) (n int64, err error) {
	text := `UPDATE urls SET state = 0, tries = 0, hops = 0, due = 0, priority = CASE WHEN kind < 4 THEN 0 ELSE 6 END
		WHERE host = ? AND state > 1 AND (kind < 4 OR NOT ?) AND due <= ?`
	if all {
		text += ` OR host = ? AND state > 1 AND state < 4`
	}
	err = f.within(func() error {
		for _, h := range hosts {
			args := []any{h, lists, ms(now)}
			if all {
				args = append(args, h)
			}
			one, err := f.exec(text, args...)
			if n += one; err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// Unknown counts the URLs that the frontier does not have.
func (f *Frontier) Unknown(links []Link) (n int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for batch := range slices.Chunk(links, 500) {
		known, err := f.rows(batch)
		if err != nil {
			return 0, err
		}
		n += len(batch) - len(known)
	}
	return n, nil
}

// Through tells whether the redirects that led to a URL came by another.
func (f *Frontier) Through(id int64, most int, url string) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var one int
	return f.scan(`WITH RECURSIVE chain(via, url, n) AS (SELECT via, url, 0 FROM urls WHERE id = ?
		UNION ALL SELECT u.via, u.url, n + 1 FROM urls u JOIN chain c ON u.id = c.via JOIN pages p ON p.url = u.id
			WHERE n < ? AND p.status BETWEEN 300 AND 399)
		SELECT 1 FROM chain WHERE url = ? LIMIT 1`, []any{id, most, url}, &one)
}

// Queued counts the URLs of a host that wait; 0 stands for all hosts.
func (f *Frontier) Queued(host int64) (n int64, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err = f.scan(`SELECT COUNT(*) FROM urls WHERE (host = ? OR ? = 0) AND state = 0`, []any{host, host}, &n)
	return n, err
}

// Counts gives the number of URLs in each state.
func (f *Frontier) Counts() (map[State]int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[State]int64{}
	err := f.each(`SELECT state, COUNT(*) FROM urls GROUP BY state`, nil, func(rows *sql.Rows) error {
		var s State
		var n int64
		err := rows.Scan(&s, &n)
		out[s] = n
		return err
	})
	return out, err
}
