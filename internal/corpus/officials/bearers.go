package officials

import (
	"context"
	"database/sql"
	"errors"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Bearer is an official or agency in short.
type Bearer struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Country  string `json:"country,omitempty"`
	Articles int    `json:"articles"`
	First    string `json:"first_seen,omitempty"`
	Last     string `json:"last_seen,omitempty"`
	Post     string `json:"post,omitempty"` // of an official, the last seen
}

// Bearers gives the officials of a name as Who does, in short: an id that is borne
// alone gives him alone.
func (c *Officials) Bearers(ctx context.Context, name string) ([]Bearer, error) {
	ids, err := c.names.Officials(ctx, c.db, name)
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	for _, id := range ids {
		if id == name {
			ids = []string{id}
			break
		}
	}
	return c.bearersOf(ctx, ids)
}

func (c *Officials) bearersOf(ctx context.Context, ids []string) (all []Bearer, err error) {
	people, err := c.persons.Borne(ctx, ids, persons.Telling{})
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		b := Bearer{ID: p.ID, Name: p.Name, Country: p.Country, Articles: len(p.All)}
		b.First, b.Last = p.Period()
		if b.Post, err = c.lastPost(ctx, p.N); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}

// lastPost gives the post of an official that was seen last.
func (c *Officials) lastPost(ctx context.Context, n int64) (post string, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT trim(h.title || ' ' || h.agency_name) FROM held_rows r JOIN offices h ON h.n = r.office WHERE r.official = ?
		ORDER BY h.former, COALESCE(r.last_seen, r.first_seen) DESC, r.articles DESC LIMIT 1`, n).Scan(&post)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return post, c.db.Stopped(ctx, err)
}

// Late is how many of the articles stored last tell who is prominent.
const Late = 2000

// Prominent gives the officials whom most of the articles stored last name.
func (c *Officials) Prominent(ctx context.Context, most int) (all []Bearer, err error) {
	err = c.db.Each(ctx, `WITH a AS MATERIALIZED (SELECT id FROM article_rows WHERE newest = 1 ORDER BY id DESC LIMIT ?)
		SELECT o.id, o.name, o.country, x.times, COALESCE((SELECT trim(h.title || ' ' || h.agency_name) FROM held_rows r JOIN offices h ON h.n = r.office WHERE r.official = o.n
			ORDER BY h.former, COALESCE(r.last_seen, r.first_seen) DESC, r.articles DESC LIMIT 1), '')
		FROM (SELECT official, COUNT(*) AS times FROM a CROSS JOIN appearance_rows y ON y.id BETWEEN a.id << 20 AND a.id << 20 | 1048575 GROUP BY official ORDER BY 2 DESC, 1 LIMIT ?) x
		JOIN officials o ON o.n = x.official ORDER BY x.times DESC, o.id`, []any{Late, most}, func(rows *sql.Rows) error {
		var b Bearer
		err := rows.Scan(&b.ID, &b.Name, &b.Country, &b.Articles, &b.Post)
		all = append(all, b)
		return err
	})
	return all, err
}

// Person gives all that is known of one official. An id that was printed once leads
// to its person for good; one that leads to nobody, or to several, gives an *Unknown.
func (c *Officials) Person(ctx context.Context, id string) (*Person, error) {
	all, err := c.persons.Borne(ctx, []string{id}, persons.Telling{})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, &store.Unknown{What: "official", Name: id}
	}
	p := &Person{ID: id, Name: all[0].Name, Country: all[0].Country}
	return p, c.fill(ctx, p, all[0])
}

// Naming gives the articles published last that name a person.
func (c *Officials) Naming(ctx context.Context, p *Person, most int) ([]articles.Piece, error) {
	return c.articles.Pieces(ctx, `SELECT a.url, a.site, COALESCE(a.published, ''), '', 0, a.title FROM json_each(?) v CROSS JOIN articles a ON a.id = v.value >> 20
		ORDER BY a.published DESC, a.id DESC`, column.Numbers(p.last[:min(len(p.last), most)]))
}
