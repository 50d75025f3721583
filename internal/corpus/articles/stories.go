package articles

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
)

// Story is what more than one article prints.
type Story struct {
	First    string  `json:"first_seen,omitempty"`
	Last     string  `json:"last_seen,omitempty"`
	Count    int     `json:"count"`
	Sites    int     `json:"sites"`
	Articles []Piece `json:"articles"` // the earliest first
}

// StoriesIn tells take of the stories that more than one article prints, the last
// begun first, and of which an article passes the filter: of one article where url is
// given, and of those that a version stored at or after a time belongs to where stored
// is, given as stored is written.
func (c *Articles) StoriesIn(ctx context.Context, f named.Filter, url, stored string, take func(Story) error) error {
	url, err := c.first(ctx, url)
	if err != nil {
		return err
	}
	rows := `SELECT s.story, s.url, s.site, COALESCE(s.published, ''), a.stored, a.version, s.title
		FROM story_articles s JOIN articles a ON a.id = s.article WHERE `
	order := ` ORDER BY MAX(CASE s.number WHEN 1 THEN s.published END) OVER w DESC, MAX(CASE s.number WHEN 1 THEN s.url END) OVER w, s.number`
	args := []any{}
	where := `TRUE`
	switch {
	case url != "": // without the view, which looks through all stories
		rows = `SELECT s.story, a.url, a.site, COALESCE(a.published, ''), a.stored, a.version, a.title
			FROM (SELECT p.*, row_number() OVER (ORDER BY p.since IS NULL, p.since, r.record_id) AS number FROM printings p JOIN article_rows r ON r.id = p.article
				WHERE p.story = (SELECT story FROM printings WHERE article = (SELECT id FROM article_rows WHERE url_key = ? AND url = ? AND newest = 1))) s JOIN articles a ON a.id = s.article
			WHERE (SELECT COUNT(*) FROM printings q WHERE q.story = s.story) > 1 AND `
		order, args = ` ORDER BY s.number`, []any{column.Key(url), url}
	case stored != "":
		where, args = `s.story IN (SELECT story FROM printings p JOIN article_rows b ON b.id = p.article WHERE b.stored >= ?)`, []any{column.Milliseconds(stored)}
	}
	among, more, err := c.names.Among(ctx, c.db, &f, `article`)
	if err != nil {
		return c.db.Stopped(ctx, err)
	}
	if among != "" {
		where, args = where+` AND s.story IN (SELECT story FROM printings WHERE TRUE`+among+`)`, append(args, more...)
	}
	var s Story
	var last int64
	sites := map[string]bool{}
	end := func() error {
		if s.Count == 0 {
			return nil
		}
		s.Sites = len(sites)
		clear(sites)
		err := take(s)
		s = Story{}
		return err
	}
	if err := c.db.Each(ctx, rows+where+` WINDOW w AS (PARTITION BY s.story)`+order, args, func(rows *sql.Rows) error {
		var story int64
		var p Piece
		if err := rows.Scan(&story, &p.URL, &p.Site, &p.Published, &p.Stored, &p.Version, &p.Title); err != nil {
			return err
		}
		if story != last {
			if err := end(); err != nil {
				return err
			}
			last = story
		}
		s.add(p)
		sites[p.Site] = true
		return nil
	}); err != nil {
		return err
	}
	return end()
}

func (s *Story) add(p Piece) {
	s.Count++
	s.Articles = append(s.Articles, p)
	if p.Published == "" {
		return
	}
	if s.First == "" {
		s.First = p.Published
	}
	s.Last = p.Published
}
