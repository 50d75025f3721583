package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/identity"
)

// settleBatch is how many blocks are settled in one transaction: their officials and posts
// stand on pages all over a large database, which a larger batch writes once.
const settleBatch = 4000

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
			blocks, err := w.ids(`SELECT DISTINCT block FROM unsettled ORDER BY block LIMIT ?`, settleBatch)
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

// settle tells who is who in a block, and sums up those of whom something changed: an
// appearance came or went, or is another's now.
func (w *writer) settle(block int64) error {
	all, changed, err := w.gather(block)
	if err != nil {
		return err
	}
	list := make([]*identity.Appearance, len(all))
	for i, s := range all {
		list[i] = &s.Appearance
	}
	known, err := w.bearers(all)
	if err != nil {
		return err
	}
	his := map[int64][]*seen{}
	for _, p := range w.who.Settle(list) {
		n, err := w.person(&p, all, known, changed)
		if err != nil {
			return err
		}
		for _, i := range p.Members {
			his[n] = append(his[n], all[i])
		}
	}
	for _, n := range slices.Sorted(maps.Keys(changed)) {
		if err := w.sum(n, his[n]); err != nil {
			return err
		}
	}
	if err := w.store(block, all); err != nil {
		return err
	}
	return w.exec(`DELETE FROM unsettled WHERE block = ?`, block)
}

// gather gives the appearances of a block as they are now, and the officials of those
// that came, changed or went since it was settled.
func (w *writer) gather(block int64) (all []*seen, changed map[int64]bool, err error) {
	all, outdated, late, err := w.parted(block)
	if err != nil {
		return nil, nil, err
	}
	changed = map[int64]bool{}
	for _, x := range outdated {
		changed[x.official] = true
	}
	fresh, err := w.seen(`SELECT `+appearanceColumns+` WHERE x.id IN (SELECT value FROM json_each(?)) AND x.block = ?`, listed(late), block)
	for _, x := range fresh {
		changed[x.official], x.fresh = true, true
		x.Article = articleOf(x.id)
	}
	all = append(all, fresh...)
	slices.SortFunc(all, func(a, b *seen) int { return cmp.Compare(a.id, b.id) })
	return all, changed, err
}

// bearer is an official as he is stored.
type bearer struct {
	n        int64
	id, name string
}

// bearers gives the officials of appearances by their ids.
func (w *writer) bearers(all []*seen) (map[string]bearer, error) {
	var numbers []int64
	for _, x := range all {
		numbers = append(numbers, x.official)
	}
	slices.Sort(numbers)
	list, err := rowsOf(w, func(rows *sql.Rows) (b bearer, err error) {
		err = rows.Scan(&b.n, &b.id, &b.name)
		return b, err
	}, `SELECT o.n, o.id, o.name FROM json_each(?) v CROSS JOIN officials o ON o.n = v.value`, listed(slices.Compact(numbers)))
	known := map[string]bearer{}
	for _, b := range list {
		known[b.id] = b
	}
	return known, err
}

// person writes a person, whose appearances are his, and gives his number. Changed takes
// down whose appearances are others than before.
func (w *writer) person(p *identity.Person, all []*seen, known map[string]bearer, changed map[int64]bool) (int64, error) {
	b, is := known[p.ID]
	if !is || b.name != p.Name {
		state, slug, mark := parts(p.ID)
		if err := w.exec(`INSERT INTO officials (slug, state, mark, name) VALUES (?,?,?,?) ON CONFLICT (slug, state, mark) DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
			slug, state, mark, p.Name); err != nil {
			return 0, err
		}
		n, err := w.number(officialNumber, slug, state, mark)
		if err != nil {
			return 0, err
		}
		b.n, changed[n] = n, true
	}
	for _, i := range p.Members {
		x := all[i]
		if x.official == b.n {
			changed[b.n] = changed[b.n] || x.fresh
			continue
		}
		if err := w.exec(`UPDATE appearance_rows SET official = ? WHERE id = ?`, b.n, x.id); err != nil {
			return 0, err
		}
		changed[x.official], changed[b.n], x.official = true, true, b.n
	}
	return b.n, nil
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

// resum sums up anew the posts of those of whom they are not summed up as the articles
// give them: by an earlier program, or after somebody wrote into the database.
func (c *Corpus) resum(ctx context.Context) error {
	return c.within(ctx, func(tx *sql.Tx) error {
		w := c.writer(tx, "")
		list, err := w.ids(`SELECT n FROM officials WHERE id IN (` + heldOtherwise + `)`)
		for _, n := range list {
			if err == nil {
				err = w.sum(n, nil)
			}
		}
		return err
	})
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
		for _, form := range append([]string{x.Name}, listOf(x.forms)...) {
			told[form] = told[form] || foldName(form) != own
		}
	}
	maps.DeleteFunc(told, func(_ string, other bool) bool { return !other })
	return w.rewrite(n, slices.Sorted(maps.Keys(told)), `SELECT text FROM official_name_rows WHERE official = ? ORDER BY text`, `DELETE FROM official_name_rows WHERE official = ? AND text = ?`,
		func(form string) error {
			return w.exec(`INSERT OR IGNORE INTO official_name_rows VALUES (?,?,?)`, foldName(form), n, form)
		})
}

// rewrite writes those rows of an official, each known by a text, that do not stand as
// they are, and takes the others out: of a name that many bear, most stay as they were.
// Want and what read gives are sorted; drop takes the row of a text out.
func (w *writer) rewrite(n int64, want []string, read, drop string, insert func(string) error) error {
	have, err := w.texts(read, n)
	for _, row := range without(have, want) {
		if err == nil {
			err = w.exec(drop, n, row)
		}
	}
	for _, row := range without(want, have) {
		if err == nil {
			err = insert(row)
		}
	}
	return err
}

// without gives the texts of a list that are not in another, sorted one.
func without(list, other []string) (rest []string) {
	for _, s := range list {
		if _, both := slices.BinarySearch(other, s); !both {
			rest = append(rest, s)
		}
	}
	return rest
}

// hold sums up the posts of a person.
func (w *writer) hold(n int64, his []*seen) error {
	type sum struct {
		post        identity.Post
		first, last string
		articles    map[string]bool // two of his names may stand in one
	}
	sums := map[Office]*sum{}
	var order []Office
	for _, s := range his {
		for _, post := range s.Posts {
			o := Office{post.Title, post.Agency, post.AgencyName, post.Former, post.Acting}
			h := sums[o]
			if h == nil {
				h = &sum{post: post, first: s.Published, articles: map[string]bool{}}
				sums[o], order = h, append(order, o)
			}
			h.articles[s.Article] = true
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
		rows[fmt.Sprintf("%d|%s|%s|%d", office, h.first, unlikeFirst(h.first, h.last), len(h.articles))] = []any{n, office, null(h.first), unless(h.last == h.first, h.last), len(h.articles)}
	}
	return w.rewrite(n, slices.Sorted(maps.Keys(rows)), `SELECT office || '|' || COALESCE(first_seen, '') || '|' || COALESCE(last_seen, '') || '|' || articles FROM held_rows WHERE official = ? ORDER BY 1`,
		`DELETE FROM held_rows WHERE official = ? AND office = CAST(? AS INTEGER)`, func(row string) error { return w.exec(`INSERT INTO held_rows VALUES (?,?,?,?,?)`, rows[row]...) })
}

// unlikeFirst gives the last day where it is not the first.
func unlikeFirst(first, last string) string {
	if last == first {
		return ""
	}
	return last
}
