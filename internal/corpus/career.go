package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"github.com/boctin/boctin"
)

// appeared is one appearance of a person, with what it tells of him.
type appeared struct {
	id        int64
	published string // of its article
	ranks     string // JSON, as posts and aliases
	posts     string
	aliases   string
}

// besideOf is of how many of the last articles of a person it is told who else they name.
const besideOf = 2000

// fill reads all that some articles say of a person.
func (c *Corpus) fill(ctx context.Context, p *Person, in telling) error {
	all, err := c.appeared(ctx, p, in)
	if err != nil {
		return err
	}
	p.alias(all)
	slices.SortStableFunc(all, func(a, b appeared) int { return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(a.id, b.id)) })
	p.rank(all)
	if err := c.posts(ctx, p, all); err != nil {
		return err
	}
	for i := len(all) - 1; i >= max(0, len(all)-besideOf); i-- {
		p.last = append(p.last, all[i].id)
	}
	return c.beside(ctx, p)
}

// appeared reads the appearances of a person, in the order in which they were stored, and
// counts them.
func (c *Corpus) appeared(ctx context.Context, p *Person, in telling) (all []appeared, err error) {
	p.First, p.Last = "", ""
	err = c.each(ctx, `SELECT x.id, COALESCE(a.published, ''), m.ranks, COALESCE(x.posts, ''), COALESCE(x.aliases, '')
		FROM appearance_rows x JOIN manners m ON m.n = x.manner JOIN article_rows a ON a.id = x.id >> 20 WHERE x.official IN `+numbered+in.text, in.with(list([]string{p.ID})), func(rows *sql.Rows) error {
		var x appeared
		err := rows.Scan(&x.id, &x.published, &x.ranks, &x.posts, &x.aliases)
		all = append(all, x)
		if x.published != "" {
			p.First, p.Last = min(cmp.Or(p.First, x.published), x.published), max(p.Last, x.published)
		}
		return err
	})
	p.Appearances = len(all)
	slices.SortFunc(all, func(a, b appeared) int { return cmp.Compare(a.id, b.id) })
	return all, err
}

// alias takes the other ways in which articles write him.
func (p *Person) alias(all []appeared) {
	p.Aliases = []string{}
	for _, x := range all {
		var list []string
		if json.Unmarshal([]byte(x.aliases), &list) != nil {
			continue // there are none
		}
		for _, s := range list {
			if !slices.Contains(p.Aliases, s) {
				p.Aliases = append(p.Aliases, s)
			}
		}
	}
}

// rank takes the ranks, the last given first.
func (p *Person) rank(all []appeared) {
	known := map[string][]string{} // the few ways in which they are given together
	at := map[string]int{}
	for _, x := range all {
		list, seen := known[x.ranks]
		if !seen {
			json.Unmarshal([]byte(x.ranks), &list) // none, where it is damaged: check tells
			known[x.ranks] = list
		}
		for _, s := range list {
			i, seen := at[s]
			if !seen {
				i = len(p.Ranks)
				at[s], p.Ranks = i, append(p.Ranks, Rank{Rank: s})
			}
			r := &p.Ranks[i]
			r.Articles++
			r.First, r.Last = cmp.Or(r.First, x.published), cmp.Or(x.published, r.Last)
		}
	}
	slices.SortFunc(p.Ranks, func(a, b Rank) int { return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Rank, b.Rank)) })
}

// posts reads the posts that appearances give, in order of time; the last seen comes
// first, each with the sentences of its first and last article.
func (c *Corpus) posts(ctx context.Context, p *Person, all []appeared) error {
	offices := map[int64]Office{}
	for _, x := range all {
		var list [][]any
		if x.posts == "" {
			continue
		}
		if err := json.Unmarshal([]byte(x.posts), &list); err != nil {
			return err
		}
		for _, given := range list {
			n := number(given, 0)
			o, known := offices[n]
			if !known {
				var err error
				if o, err = c.office(ctx, n); err != nil {
					return err
				}
				offices[n] = o
			}
			s := Source{Published: x.published, Start: int(number(given, 2)), End: int(number(given, 3)), article: x.id >> 20, field: int(number(given, 1))}
			if len(given) > 5 {
				s.Sentence, _ = given[5].(string)
			}
			p.hold(o, s)
		}
	}
	for i := range p.Posts {
		for j := range p.Posts[i].Sources {
			if err := c.sentence(ctx, &p.Posts[i].Sources[j]); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(p.Posts, func(a, b Held) int { return cmp.Compare(b.Last, a.Last) })
	return nil
}

// number reads a number of a list of JSON, 0 where there is none.
func number(list []any, at int) int64 {
	if at >= len(list) {
		return 0
	}
	n, _ := list[at].(float64)
	return int64(n)
}

func (c *Corpus) office(ctx context.Context, n int64) (o Office, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT h.title, COALESCE(g.id, ''), h.agency_name, h.former, h.acting FROM offices h LEFT JOIN agencies g ON g.n = h.agency WHERE h.n = ?`, n).
		Scan(&o.Title, &o.Agency, &o.AgencyName, &o.Former, &o.Acting)
	return o, c.stopped(ctx, err)
}

// sentence reads the address and the sentence of a source from its article; that of a
// caption is known.
func (c *Corpus) sentence(ctx context.Context, s *Source) error {
	text := `NULL`
	switch s.field {
	case 0:
		s.Field, text = "title", `substr(title, ?2, ?3)`
	case 1:
		s.Field, text = "body", `substr(body, ?2, ?3)`
	default:
		s.Field = boctin.CaptionField(s.field - 2)
	}
	var printed sql.NullString
	err := c.db.QueryRowContext(ctx, `SELECT url, `+text+` FROM article_rows WHERE id = ?1`, s.article, s.Start+1, s.End-s.Start).Scan(&s.URL, &printed)
	if printed.Valid {
		s.Sentence = printed.String
	}
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
		if last.article == s.article {
			return
		}
		h.Articles++
		h.First, h.Last = cmp.Or(h.First, s.Published), cmp.Or(s.Published, h.Last)
		h.Sources = append(h.Sources[:1], s)
		return
	}
	p.Posts = append(p.Posts, Held{Office: o, First: s.Published, Last: s.Published, Articles: 1, Sources: []Source{s}})
}

// beside finds who is named in the same articles, the last of them.
func (c *Corpus) beside(ctx context.Context, p *Person) error {
	return c.each(ctx, `SELECT o.id, o.name, b.times FROM (SELECT y.official, COUNT(*) AS times FROM json_each(?) v CROSS JOIN appearance_rows y ON y.id BETWEEN v.value >> 20 << 20 AND v.value | 1048575
		WHERE y.official NOT IN `+numbered+` GROUP BY y.official) b JOIN officials o ON o.n = b.official ORDER BY b.times DESC, o.id LIMIT 10`, []any{listed(p.last), list([]string{p.ID})}, func(rows *sql.Rows) error {
		var b Beside
		err := rows.Scan(&b.ID, &b.Name, &b.Articles)
		p.Beside = append(p.Beside, b)
		return err
	})
}
