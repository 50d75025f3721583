package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"github.com/boctin/boctin"
)

// Person is what a corpus says of one official.
type Person struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Country     string   `json:"country,omitempty"`
	Aliases     []string `json:"aliases,omitempty"`
	Appearances int      `json:"appearances"` // articles
	First       string   `json:"first_seen,omitempty"`
	Last        string   `json:"last_seen,omitempty"`
	Ranks       []Rank   `json:"ranks,omitempty"`
	Posts       []Held   `json:"posts,omitempty"`
	Beside      []Beside `json:"named_with,omitempty"` // those most often named in the same articles
	Alone       *Alone   `json:"named_alone,omitempty"`
}

// Rank is a rank with the days of the first and last article that gives it.
type Rank struct {
	Rank     string `json:"rank"`
	First    string `json:"first_seen,omitempty"`
	Last     string `json:"last_seen,omitempty"`
	Articles int    `json:"articles"`
}

// Office is what tells one post from another.
type Office struct {
	Title      string `json:"title"`
	Agency     string `json:"agency,omitempty"` // id
	AgencyName string `json:"agency_name,omitempty"`
	Former     bool   `json:"former,omitempty"`
	Acting     bool   `json:"acting,omitempty"`
}

// Held is a post with its evidence.
type Held struct {
	Office
	First    string   `json:"first_seen,omitempty"`
	Last     string   `json:"last_seen,omitempty"`
	Articles int      `json:"articles"`
	Presumed bool     `json:"presumed,omitempty"` // of a day: last seen before it
	Sources  []Source `json:"sources"`            // the first and the last
}

// Source is the sentence of an article; Start and End are code points.
type Source struct {
	URL       string `json:"url"`
	Published string `json:"published,omitempty"`
	Sentence  string `json:"sentence"`
	Field     string `json:"field"`
	Start     int    `json:"start"`
	End       int    `json:"end"`

	article int64 // and the number of its field: 0 of the title, 1 of the body, 2 of the first caption
	field   int
}

// Beside is another official named in the same articles.
type Beside struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Articles int    `json:"articles"`
}

// Who gives every official of a name, however it is written, or of an id, the
// most often named first; a person of people.toml is found by all his names. Where
// nobody bears it the error is an *Unknown.
func (c *Corpus) Who(ctx context.Context, name string) ([]Person, error) {
	return c.WhoIn(ctx, name, Filter{})
}

// WhoIn is Who, as far as the articles that pass the filter say.
func (c *Corpus) WhoIn(ctx context.Context, name string, f Filter) (people []Person, err error) {
	ids, err := c.officialsNamed(ctx, c.db, name)
	if err != nil {
		return nil, c.stopped(ctx, err)
	}
	in, err := c.telling(ctx, &f)
	if err != nil {
		return nil, c.stopped(ctx, err)
	}
	err = c.each(ctx, `SELECT o.id, o.name, o.country, COUNT(*), COALESCE(MIN(a.published), ''), COALESCE(MAX(a.published), '')
		FROM (SELECT * FROM officials WHERE n IN `+numbered+`) o CROSS JOIN appearance_rows x ON x.official = o.n JOIN article_rows a ON a.id = x.id >> 20
		WHERE TRUE`+in.text+` GROUP BY o.n ORDER BY COUNT(*) DESC, o.id`,
		in.with(list(ids)), func(rows *sql.Rows) error {
			var p Person
			err := rows.Scan(&p.ID, &p.Name, &p.Country, &p.Appearances, &p.First, &p.Last)
			people = append(people, p)
			return err
		})
	for i := range people {
		if err == nil {
			err = c.fill(ctx, &people[i], in)
		}
		if err == nil && in.text == "" {
			err = c.alone(ctx, &people[i])
		}
	}
	return people, err
}

// On keeps of a person the posts of one day: those that articles give him before
// and after it, and of those seen before it alone the last, which is presumed.
func (p *Person) On(day Day) {
	var held, before []Held
	for _, h := range p.Posts {
		switch {
		case h.Former || h.First == "" || !day.after(h.First):
		case day.before(h.Last):
			held = append(held, h)
		default:
			h.Presumed = true
			before = append(before, h)
		}
	}
	if len(held) == 0 && len(before) > 0 {
		slices.SortStableFunc(before, func(a, b Held) int { return cmp.Compare(b.Last, a.Last) })
		held = before[:1]
	}
	p.Posts, p.Ranks, p.Beside = held, nil, nil
}

// telling picks appearances x by their articles.
type telling struct {
	text string
	args []any
}

func (c *Corpus) telling(ctx context.Context, f *Filter) (t telling, err error) {
	t.text, t.args, err = c.among(ctx, c.db, f, `x.id >> 20`)
	return t, err
}

// with are the values of a query, the filter's last.
func (t telling) with(args ...any) []any { return append(args, t.args...) }

// fill reads all that some articles say of a person.
func (c *Corpus) fill(ctx context.Context, p *Person, in telling) error {
	if err := c.ranks(ctx, p, in); err != nil {
		return err
	}
	if err := c.aliases(ctx, p, in); err != nil {
		return err
	}
	if err := c.posts(ctx, p, in); err != nil {
		return err
	}
	return c.each(ctx, `SELECT o.id, o.name, b.times FROM (SELECT y.official, COUNT(*) AS times FROM appearance_rows x JOIN appearance_rows y ON y.id BETWEEN x.id >> 20 << 20 AND x.id | 1048575 AND y.official <> x.official
		WHERE x.official IN `+numbered+in.text+` GROUP BY y.official) b JOIN officials o ON o.n = b.official ORDER BY b.times DESC, o.id LIMIT 10`, in.with(list([]string{p.ID})), func(rows *sql.Rows) error {
		var b Beside
		err := rows.Scan(&b.ID, &b.Name, &b.Articles)
		p.Beside = append(p.Beside, b)
		return err
	})
}

func (c *Corpus) ranks(ctx context.Context, p *Person, in telling) error {
	return c.each(ctx, `SELECT r.value, COALESCE(MIN(a.published), ''), COALESCE(MAX(a.published), ''), COUNT(*)
		FROM appearance_rows x JOIN manners m ON m.n = x.manner JOIN json_each(m.ranks) r JOIN article_rows a ON a.id = x.id >> 20
		WHERE x.official IN `+numbered+in.text+` GROUP BY r.value ORDER BY MAX(a.published) DESC, r.value`, in.with(list([]string{p.ID})), func(rows *sql.Rows) error {
		var r Rank
		err := rows.Scan(&r.Rank, &r.First, &r.Last, &r.Articles)
		p.Ranks = append(p.Ranks, r)
		return err
	})
}

func (c *Corpus) aliases(ctx context.Context, p *Person, in telling) error {
	var raw string
	err := c.db.QueryRowContext(ctx, `SELECT json_group_array(DISTINCT l.value) FROM appearance_rows x JOIN json_each(x.aliases) l WHERE x.official IN `+numbered+in.text, in.with(list([]string{p.ID}))...).Scan(&raw)
	if err == nil {
		err = json.Unmarshal([]byte(raw), &p.Aliases)
	}
	return c.wrap(err)
}

// posts reads the posts of a person, the last seen first, each with the
// sentences of its first and last article.
func (c *Corpus) posts(ctx context.Context, p *Person, in telling) error {
	err := c.each(ctx, `SELECT h.title, COALESCE(g.id, ''), h.agency_name, h.former, h.acting, a.id, a.url, COALESCE(a.published, ''), p.value ->> 1, p.value ->> 2, p.value ->> 3, COALESCE(p.value ->> 5, '')
		FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 JOIN json_each(x.posts) p JOIN offices h ON h.n = p.value ->> 0 LEFT JOIN agencies g ON g.n = h.agency
		WHERE x.official IN `+numbered+in.text+` ORDER BY a.published, a.id, x.id`, in.with(list([]string{p.ID})), func(rows *sql.Rows) error {
		var h Office
		var s Source
		err := rows.Scan(&h.Title, &h.Agency, &h.AgencyName, &h.Former, &h.Acting, &s.article, &s.URL, &s.Published, &s.field, &s.Start, &s.End, &s.Sentence)
		p.hold(h, s)
		return err
	})
	for i := range p.Posts {
		for j := range p.Posts[i].Sources {
			if err == nil {
				err = c.sentence(ctx, &p.Posts[i].Sources[j])
			}
		}
	}
	slices.SortStableFunc(p.Posts, func(a, b Held) int { return cmp.Compare(b.Last, a.Last) })
	return err
}

// sentence reads the sentence of a source from its article; that of a caption is known.
func (c *Corpus) sentence(ctx context.Context, s *Source) error {
	column := "body"
	switch s.field {
	case 0:
		s.Field, column = "title", "title"
	case 1:
		s.Field = "body"
	default:
		s.Field = boctin.CaptionField(s.field - 2)
		return nil
	}
	err := c.db.QueryRowContext(ctx, `SELECT substr(`+column+`, ?, ?) FROM article_rows WHERE id = ?`, s.Start+1, s.End-s.Start, s.article).Scan(&s.Sentence)
	return c.stopped(ctx, err)
}

// hold adds one sentence to the post that it gives; they come in order of time.
func (p *Person) hold(o Office, s Source) {
	for i := range p.Posts {
		h := &p.Posts[i]
		if h.Office != o {
			continue
		}
		last := h.Sources[len(h.Sources)-1]
		if last.URL == s.URL {
			return
		}
		h.Articles++
		h.First, h.Last = cmp.Or(h.First, s.Published), cmp.Or(s.Published, h.Last)
		h.Sources = append(h.Sources[:1], s)
		return
	}
	p.Posts = append(p.Posts, Held{Office: o, First: s.Published, Last: s.Published, Articles: 1, Sources: []Source{s}})
}
