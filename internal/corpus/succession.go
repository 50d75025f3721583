package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"
)

// Bound is where the time of a holder begins or ends, as far as the articles say.
type Bound struct {
	Day    string `json:"day"` // EDTF
	By     string `json:"by"`  // appointed, left, first seen, last seen, or called former
	Source Source `json:"source"`
}

// Succession tells of the holders of one title, as Titled leaves them, from when to when
// each held it and by which articles: an appointment or departure that is told, else the
// first and last article that gives him the post. Of a post that one at a time holds, a
// time in which nobody is known to hold it is counted before the next.
func (c *Corpus) Succession(ctx context.Context, b *Body) error {
	for i := range b.Holders {
		if err := c.bounds(ctx, b.ID, &b.Holders[i]); err != nil {
			return err
		}
	}
	slices.SortStableFunc(b.Holders, func(x, y Holder) int { return cmp.Compare(x.begin(), y.begin()) })
	last := ""
	for i := range b.Holders {
		h := &b.Holders[i]
		if h.From == nil || !alone(h.Title) {
			continue
		}
		h.Gap = daysBetween(last, h.From.Day)
		if h.To != nil {
			last = max(last, h.To.Day)
		}
	}
	return nil
}

// begin is by what holders stand one after the other: whoever is only ever called a
// former one held the post before all whose time is known.
func (h *Holder) begin() string {
	switch {
	case h.From != nil:
		return h.From.Day
	case h.To != nil:
		return "0 " + h.To.Day
	}
	return "~"
}

// bounds reads from when to when somebody held a post.
func (c *Corpus) bounds(ctx context.Context, agency string, h *Holder) (err error) {
	if h.From, err = c.seen(ctx, agency, h, false, `a.published, a.id`, "first seen"); err != nil {
		return err
	}
	if h.To, err = c.seen(ctx, agency, h, false, `a.published DESC, a.id DESC`, "last seen"); err != nil {
		return err
	}
	former, err := c.seen(ctx, agency, h, true, `a.published, a.id`, "called former")
	if err != nil {
		return err
	}
	if h.From == nil {
		h.To = former
	}
	appointed, err := c.told(ctx, agency, h, "appointment", "appointee", "appointed")
	if err == nil && appointed != nil && (h.From == nil || appointed.Day <= h.From.Day || nearDay(appointed.Day, h.From.Day)) {
		h.From = appointed
	}
	if err != nil {
		return err
	}
	left, err := c.told(ctx, agency, h, "departure", "subject", "left")
	if left != nil && (h.To == nil || left.Day >= h.To.Day[:min(len(h.To.Day), len(left.Day))] || nearDay(h.To.Day, left.Day)) {
		h.To = left
	}
	return err
}

// nearDay tells whether two days are at most a month apart: papers go on to give a post
// to whom has just left it, and give it before he takes it.
func nearDay(one, other string) bool {
	days := daysBetween(min(one, other), max(one, other))
	return days <= 31 && daysBetween("0001-01-01", min(one, other)) > 0
}

// seen gives the first article, in an order, that gives somebody a post; nil where there
// is none with a day.
func (c *Corpus) seen(ctx context.Context, agency string, h *Holder, former bool, order, by string) (*Bound, error) {
	b := Bound{By: by}
	s := &b.Source
	err := c.db.QueryRowContext(ctx, `SELECT a.published, a.url, p.sentence, p.field, p."start", p."end" FROM appearance_rows x JOIN posts p ON p.appearance = x.id JOIN article_rows a ON a.id = x.id >> 20
		WHERE x.official IN `+numbered+` AND p.agency = ? AND p.title = ? AND p.former = ? AND a.published IS NOT NULL ORDER BY `+order+` LIMIT 1`,
		list([]string{h.ID}), agency, h.Title, former).Scan(&b.Day, &s.URL, &s.Sentence, &s.Field, &s.Start, &s.End)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	s.Published = b.Day
	b.Day = b.Day[:min(len(b.Day), len(time.DateOnly))]
	return &b, c.stopped(ctx, err)
}

// told gives the event by which somebody took a post or left it, of several the last
// told; nil where none is.
func (c *Corpus) told(ctx context.Context, agency string, h *Holder, kind, role, by string) (*Bound, error) {
	b := Bound{By: by}
	s := &b.Source
	err := c.db.QueryRowContext(ctx, `SELECT e.first_day, a.url, COALESCE(a.published, ''), e.text, e.field, e."start", e."end" FROM event_officials p
		JOIN events e ON e.id = p.event JOIN article_rows a ON a.id = p.event >> 20
		WHERE p.official IN `+numbered+` AND p.role = ? AND e.kind = ? AND e.agency = ? AND e.title = ? AND e.status = 'done' AND e.first_day IS NOT NULL
		ORDER BY a.published DESC, a.id DESC LIMIT 1`, list([]string{h.ID}), role, kind, agency, h.Title).Scan(&b.Day, &s.URL, &s.Published, &s.Sentence, &s.Field, &s.Start, &s.End)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	return &b, c.stopped(ctx, err)
}

// daysBetween counts the days from one to another, 0 where either is no day.
func daysBetween(one, other string) int {
	x, err := time.Parse(time.DateOnly, one)
	y, err2 := time.Parse(time.DateOnly, other)
	if err != nil || err2 != nil {
		return 0
	}
	return max(0, int(y.Sub(x).Hours()/24))
}
