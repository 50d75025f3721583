package frontier

import (
	"database/sql"
	"encoding/json"
	"slices"
)

// Add takes URLs in. A known one stays as it is, but for a better priority, or
// when it changed since it was fetched.
func (f *Frontier) Add(links []Link) (out Outcome, err error) {
	err = f.within(func() error {
		out, err = f.add(links)
		return err
	})
	return out, err
}

// row is what add needs of a known URL.
type row struct {
	id       int64
	state    State
	priority int
}

func (f *Frontier) add(links []Link) (Outcome, error) {
	a := adding{session: &f.session}
	for batch := range slices.Chunk(links, 500) {
		known, err := a.rows(batch)
		if err != nil {
			return a.out, err
		}
		a.known = known
		for i := range batch {
			if err := a.one(&batch[i]); err != nil {
				return a.out, err
			}
		}
	}
	return a.out, nil
}

// adding takes links in: what is known of them, and what came of it.
type adding struct {
	*session
	known map[string]row
	out   Outcome
}

// rows looks all links up at once.
func (s *session) rows(links []Link) (map[string]row, error) {
	urls := make([]string, len(links))
	for i := range links {
		urls[i] = links[i].URL
	}
	list, err := json.Marshal(urls)
	if err != nil {
		return nil, err
	}
	known := make(map[string]row, len(links))
	err = s.each(`SELECT id, state, priority, url FROM urls WHERE url IN (SELECT value FROM json_each(?))`, []any{string(list)}, func(rows *sql.Rows) error {
		var r row
		var url string
		err := rows.Scan(&r.id, &r.state, &r.priority, &url)
		known[url] = r
		return err
	})
	return known, err
}

func (a *adding) one(l *Link) (err error) {
	old, found := a.known[l.URL]
	switch {
	case !found:
		a.known[l.URL] = row{state: Done}
		return a.insert(l)
	case old.state == Queued && l.Priority < old.priority:
		_, err = a.exec(`UPDATE urls SET priority = ?, depth = MIN(depth, ?) WHERE id = ?`, l.Priority, l.Depth, old.id)
	case !l.Changed.IsZero() && (old.state == Done || l.Kind == Seed && old.state != Blocked && old.state > Leased):
		var n int64
		n, err = a.exec(`UPDATE urls SET state = 0, tries = 0, due = 0, priority = ? WHERE id = ?
			AND ? > COALESCE((SELECT fetched FROM pages WHERE url = urls.id), 0)`, l.Priority, old.id, ms(l.Changed))
		a.out.Again += int(n)
	}
	return err
}

func (a *adding) insert(l *Link) error {
	if l.Shape != "" {
		var seen, useful int
		if _, err := a.scan(`SELECT seen, useful FROM shapes WHERE host = ? AND shape = ?`, []any{l.Host, l.Shape}, &seen, &useful); err != nil {
			return err
		}
		if seen >= ShapeLimit*(1+useful) {
			a.out.Trapped++
			return nil
		}
		if _, err := a.exec(`INSERT INTO shapes VALUES (?,?,1,0) ON CONFLICT DO UPDATE SET seen = seen + 1`, l.Host, l.Shape); err != nil {
			return err
		}
	}
	_, err := a.exec(`INSERT INTO urls (url, host, state, kind, priority, depth, hops, page, via, due) VALUES (?,?,0,?,?,?,?,?,?,?)`,
		l.URL, l.Host, l.Kind, l.Priority, l.Depth, l.Hops, l.Page, l.Via, ms(l.Due))
	a.out.Added++
	if l.Kind == Article {
		a.out.Article++
	}
	return err
}
