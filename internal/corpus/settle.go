package corpus

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/identity"
)

// settleBatch is how many blocks are settled in one transaction.
const settleBatch = 500

// Settle tells who is who among those who were named since the last time, and sums
// up their posts. It may be broken off and goes on at the next call.
func (c *Corpus) Settle(ctx context.Context) error { return c.settle(ctx, nil) }

func (c *Corpus) settle(ctx context.Context, progress func(done int)) error {
	if err := c.reblock(ctx); err != nil {
		return err
	}
	total := 0
	for more := true; more; {
		err := c.within(ctx, func(tx *sql.Tx) error {
			w := c.writer(tx, "")
			blocks, err := w.ids(`SELECT block FROM unsettled LIMIT ?`, settleBatch)
			more = len(blocks) == settleBatch
			for _, block := range blocks {
				if err == nil {
					err = w.settle(block)
				}
			}
			total += len(blocks)
			return err
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(total)
		}
	}
	return nil
}

// seen is an appearance with the id of its row.
type seen struct {
	id       int64
	official int64  // as he is stored
	bearer   string // the id of that, where it was asked for
	forms    []string
	identity.Appearance
}

func (w *writer) settle(block int64) error {
	all, err := w.appearances(block)
	if err != nil {
		return err
	}
	list := make([]*identity.Appearance, len(all))
	before := map[int64]bool{}
	for i, s := range all {
		list[i] = &s.Appearance
		before[s.official] = true
	}
	touched := map[int64][]*seen{}
	for n := range before {
		touched[n] = nil
	}
	for _, p := range w.who.Settle(list) {
		n, err := w.person(&p, all)
		if err != nil {
			return err
		}
		for _, i := range p.Members {
			touched[n] = append(touched[n], all[i])
		}
	}
	for n, his := range touched {
		if err := w.sum(n, his); err != nil {
			return err
		}
	}
	return w.exec(`DELETE FROM unsettled WHERE block = ?`, block)
}

// person writes a person, whose appearances are his, and gives his number.
func (w *writer) person(p *identity.Person, all []*seen) (int64, error) {
	state, slug, mark := parts(p.ID)
	if err := w.exec(`INSERT INTO officials (slug, state, mark, name) VALUES (?,?,?,?) ON CONFLICT (slug, state, mark) DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
		slug, state, mark, p.Name); err != nil {
		return 0, err
	}
	n, err := w.number(officialNumber, slug, state, mark)
	for _, i := range p.Members {
		if err == nil && all[i].official != n {
			err = w.exec(`UPDATE appearance_rows SET official = ? WHERE id = ?`, n, all[i].id)
		}
	}
	return n, err
}

// sum sums up the posts and names of an official over his appearances: those of the
// block that is settled, and of others where he has such. One without any is taken out.
func (w *writer) sum(n int64, his []*seen) error {
	count, err := w.number(`SELECT COUNT(*) FROM appearance_rows WHERE official = ?`, n)
	if err != nil {
		return err
	}
	if count == 0 {
		for _, text := range []string{`DELETE FROM held_rows WHERE official = ?`, `DELETE FROM official_name_rows WHERE official = ?`, `DELETE FROM officials WHERE n = ?`} {
			if err := w.exec(text, n); err != nil {
				return err
			}
		}
		return nil
	}
	if count != int64(len(his)) {
		if his, err = w.seen(`SELECT `+appearanceColumns+` WHERE x.official = ? ORDER BY x.id`, n); err != nil {
			return err
		}
		slices.SortStableFunc(his, func(a, b *seen) int { return a.Compare(&b.Appearance) })
	}
	if err := w.nameForms(n, his); err != nil {
		return err
	}
	return w.hold(n, his)
}

// nameForms takes down the ways in which articles write a person that are not his
// name without marks.
func (w *writer) nameForms(n int64, his []*seen) error {
	var own string
	if err := w.row(`SELECT name FROM officials WHERE n = ?`, n).Scan(&own); err != nil {
		return err
	}
	own = foldName(own)
	told := map[string]bool{}
	for _, x := range his {
		for _, form := range append([]string{x.Name}, x.forms...) {
			told[form] = told[form] || foldName(form) != own
		}
	}
	maps.DeleteFunc(told, func(_ string, other bool) bool { return !other })
	return w.rewrite(n, slices.Sorted(maps.Keys(told)), `SELECT text FROM official_name_rows WHERE official = ? ORDER BY text`, `DELETE FROM official_name_rows WHERE official = ?`,
		func(form string) error {
			return w.exec(`INSERT OR IGNORE INTO official_name_rows VALUES (?,?,?)`, foldName(form), n, form)
		})
}

// rewrite writes rows of an official, each known by a text, unless they stand as they
// are: of a name that many bear, most persons stay as they were.
func (w *writer) rewrite(n int64, want []string, read, clear string, insert func(string) error) error {
	have, err := w.texts(read, n)
	if err != nil || slices.Equal(have, want) {
		return err
	}
	if err := w.exec(clear, n); err != nil {
		return err
	}
	for _, row := range want {
		if err := insert(row); err != nil {
			return err
		}
	}
	return nil
}

// hold sums up the posts of a person.
func (w *writer) hold(n int64, his []*seen) error {
	type sum struct {
		post        identity.Post
		first, last string
		articles    int
		article     string
	}
	sums := map[Office]*sum{}
	var order []Office
	for _, s := range his {
		for _, post := range s.Posts {
			o := Office{post.Title, post.Agency, post.AgencyName, post.Former, post.Acting}
			h := sums[o]
			if h == nil {
				h = &sum{post: post, first: s.Published}
				sums[o], order = h, append(order, o)
			}
			if h.article != s.Article {
				h.article = s.Article
				h.articles++
			}
			h.last = max(h.last, s.Published)
		}
	}
	rows := map[string][]any{}
	for _, o := range order {
		h := sums[o]
		office, err := w.office(h.post)
		if err != nil {
			return err
		}
		rows[fmt.Sprintf("%d|%s|%s|%d", office, h.first, unlikeFirst(h.first, h.last), h.articles)] = []any{n, office, null(h.first), unless(h.last == h.first, h.last), h.articles}
	}
	return w.rewrite(n, slices.Sorted(maps.Keys(rows)), `SELECT office || '|' || COALESCE(first_seen, '') || '|' || COALESCE(last_seen, '') || '|' || articles FROM held_rows WHERE official = ? ORDER BY 1`,
		`DELETE FROM held_rows WHERE official = ?`, func(row string) error { return w.exec(`INSERT INTO held_rows VALUES (?,?,?,?,?)`, rows[row]...) })
}

// unlikeFirst gives the last day where it is not the first.
func unlikeFirst(first, last string) string {
	if last == first {
		return ""
	}
	return last
}

// appearanceColumns are those that appearance reads, of appearance_rows x with its
// article a and its manner m.
const appearanceColumns = `x.id, x.official, x.block, a.url, COALESCE(a.published, ''), x.local, x.name, x.country, x.aliases, x.forms, m.ranks, m.honorifics, x.posts
	FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 JOIN manners m ON m.n = x.manner`

// appearances reads those of one block.
func (w *writer) appearances(block int64) (all []*seen, err error) {
	return w.seen(`SELECT `+appearanceColumns+` WHERE x.block = ? ORDER BY x.id`, block)
}

// seen reads appearances.
func (w *writer) seen(text string, args ...any) (all []*seen, err error) {
	s, err := w.statement(text)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	var offices [][]int64
	for rows.Next() {
		x, held, err := scanSeen(rows)
		if err != nil {
			rows.Close()
			return nil, err
		}
		all, offices = append(all, x), append(offices, held)
	}
	if err := rows.Close(); err != nil {
		return nil, err
	}
	for i, x := range all {
		for _, n := range offices[i] {
			p, err := w.post(n)
			if err != nil {
				return nil, err
			}
			x.Posts = append(x.Posts, p)
		}
	}
	return all, rows.Err()
}

// scanSeen reads one appearance, with the numbers of its offices.
func scanSeen(rows *sql.Rows) (*seen, []int64, error) {
	var x seen
	var block int64
	var local, aliases, forms, posts sql.NullString
	var ranks, honorifics string
	if err := rows.Scan(&x.id, &x.official, &block, &x.Article, &x.Published, &local, &x.Name, &x.Country, &aliases, &forms, &ranks, &honorifics, &posts); err != nil {
		return nil, nil, err
	}
	if x.Local = local.String; !local.Valid {
		x.Local = identity.BaseID(x.Country, x.Name)
	}
	for _, l := range []struct {
		raw  string
		into *[]string
	}{{aliases.String, &x.Aliases}, {forms.String, &x.forms}, {ranks, &x.Ranks}, {honorifics, &x.Honorifics}} {
		if l.raw == "" || l.raw == "[]" {
			continue
		}
		if err := json.Unmarshal([]byte(l.raw), l.into); err != nil {
			return nil, nil, err
		}
	}
	if !posts.Valid {
		return &x, nil, nil
	}
	var list [][]any
	if err := json.Unmarshal([]byte(posts.String), &list); err != nil {
		return nil, nil, err
	}
	var offices []int64
	for _, p := range list {
		n, _ := p[0].(float64)
		offices = append(offices, int64(n))
	}
	return &x, offices, nil
}

// post gives the post of a number.
func (w *writer) post(n int64) (p identity.Post, err error) {
	if p, known := w.postsKnown[n]; known {
		return p, nil
	}
	err = w.row(`SELECT h.title, COALESCE(g.id, ''), h.agency_name, h.parent, h.place, h.former, h.acting FROM offices h LEFT JOIN agencies g ON g.n = h.agency WHERE h.n = ?`, n).
		Scan(&p.Title, &p.Agency, &p.AgencyName, &p.Parent, &p.Place, &p.Former, &p.Acting)
	if err == nil {
		w.postsKnown[n] = p
		w.numbers.offices[p] = n
	}
	return p, err
}
