package frontier

import (
	"database/sql"
	"time"
)

// Host is what is kept of a host from run to run.
type Host struct {
	ID       int64
	Name     string
	Next     time.Time     // no request before
	Slow     time.Duration // what adaptive slowing adds to the delay
	Fails    int           // in a row
	Robots   []byte        // robots.txt
	Status   int           // HTTP status of robots.txt, 0 when it was never fetched
	RobotsAt time.Time
}

// Host gives the host of a name, and makes it when it is not known.
func (f *Frontier) Host(name string) (*Host, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, err := f.exec(`INSERT OR IGNORE INTO hosts (name) VALUES (?)`, name); err != nil {
		return nil, err
	}
	return f.host(`name = ?`, name)
}

// HostByID gives a host that is known.
func (f *Frontier) HostByID(id int64) (*Host, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.host(`id = ?`, id)
}

func (f *Frontier) host(where string, arg any) (*Host, error) {
	var h Host
	var next, slow, robotsAt int64
	found, err := f.scan(`SELECT id, name, next, slow, fails, robots, robots_status, robots_at FROM hosts WHERE `+where, []any{arg},
		&h.ID, &h.Name, &next, &slow, &h.Fails, &h.Robots, &h.Status, &robotsAt)
	if err == nil && !found {
		err = sql.ErrNoRows
	}
	h.Next, h.Slow, h.RobotsAt = at(next), time.Duration(slow)*time.Millisecond, at(robotsAt)
	return &h, err
}

// SaveHost keeps what changed of a host.
func (f *Frontier) SaveHost(h *Host) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.exec(`UPDATE hosts SET next = ?, slow = ?, fails = ?, robots = ?, robots_status = ?, robots_at = ? WHERE id = ?`,
		ms(h.Next), h.Slow.Milliseconds(), h.Fails, h.Robots, h.Status, ms(h.RobotsAt), h.ID)
	return err
}

// Yield is what one run got from a site, by which a redesign is noticed.
type Yield struct {
	Lists    int // listing pages read
	Links    int // article links on them
	Pages    int // pages fetched that looked like articles from outside
	Articles int // of these, articles
}

// SaveYield keeps the yield of a run.
func (f *Frontier) SaveYield(run int64, site string, y Yield) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.exec(`INSERT OR REPLACE INTO runs VALUES (?,?,?,?,?,?,?)`, run, site, run, y.Lists, y.Links, y.Pages, y.Articles)
	return err
}

// Yields gives what the runs before this one got from a site, the newest first.
func (f *Frontier) Yields(run int64, site string, n int) (out []Yield, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	err = f.each(`SELECT lists, links, pages, articles FROM runs WHERE site = ? AND run < ? ORDER BY run DESC LIMIT ?`, []any{site, run, n},
		func(rows *sql.Rows) error {
			var y Yield
			err := rows.Scan(&y.Lists, &y.Links, &y.Pages, &y.Articles)
			out = append(out, y)
			return err
		})
	return out, err
}
