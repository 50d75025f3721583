package corpus

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/neardup"
)

// Group puts together the articles that print one text, as neardup.Groups does;
// only those that are new or changed are compared. It may be broken off and goes
// on at the next call.
func (c *Corpus) Group(ctx context.Context) error { return c.group(ctx, func(int) {}) }

func (c *Corpus) group(ctx context.Context, progress func(done int)) error {
	sketches := map[int64]*neardup.Sketch{}
	for total := 0; ; {
		batch, err := c.ungrouped(ctx)
		if err != nil || len(batch) == 0 {
			return err
		}
		sketch(batch)
		if err := c.within(ctx, func(tx *sql.Tx) error {
			w := newWriter(tx, "")
			w.sketches = sketches // of a wording id there is but one, ever
			for _, p := range batch {
				if err := w.print(p); err != nil {
					return err
				}
			}
			return w.tell()
		}); err != nil {
			return err
		}
		total += len(batch)
		progress(total)
	}
}

// printing is an article that is to be compared.
type printing struct {
	article     int64
	title, body string
	published   sql.NullString
	sketch      *neardup.Sketch
}

func (c *Corpus) ungrouped(ctx context.Context) (batch []*printing, err error) {
	err = c.each(ctx, `SELECT a.id, a.title, a.body, a.published FROM ungrouped u JOIN article_rows a ON a.id = u.article ORDER BY a.id LIMIT ?`, []any{batchPages}, func(rows *sql.Rows) error {
		p := &printing{}
		batch = append(batch, p)
		return rows.Scan(&p.article, &p.title, &p.body, &p.published)
	})
	return batch, err
}

// sketch sketches a batch with all processors.
func sketch(batch []*printing) {
	work := make(chan *printing)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for p := range work {
				p.sketch = neardup.Of(p.title, p.body)
			}
		})
	}
	for _, p := range batch {
		work <- p
	}
	close(work)
	workers.Wait()
}

// since is when an article came out, in seconds of Unix, or nil.
func since(published *boctin.Moment) any {
	if published == nil {
		return nil
	}
	if t, known := neardup.When(published.Value); known {
		return t.Unix()
	}
	return nil
}

// print stores the wording of an article, unless another process has done so
// meanwhile or a later version has come.
func (w *writer) print(p *printing) error {
	r, err := w.execute(`DELETE FROM ungrouped WHERE article = ?`, p.article)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 || p.sketch == nil {
		return err
	}
	wording, err := w.wording(p)
	if err != nil {
		return err
	}
	w.touched[wording] = true
	return w.exec(`INSERT INTO printings VALUES (?,?,?,?)`, p.article, wording, p.article, since(&boctin.Moment{Value: p.published.String}))
}

// wording gives the wording of an article; a new one is joined to those alike.
func (w *writer) wording(p *printing) (id int64, err error) {
	digest := digestOf(p.sketch)
	err = w.row(`SELECT id FROM wordings WHERE digest = ?`, digest).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if id, err = w.insert(`INSERT INTO wordings (digest) VALUES (?)`, digest); err != nil {
		return 0, err
	}
	w.sketches[id] = p.sketch
	var keys []any
	for _, key := range shortKeys(p.sketch) {
		keys = append(keys, key, id)
	}
	if err := w.insertRows(`INSERT OR IGNORE INTO wording_keys VALUES `, 2, keys); err != nil {
		return 0, err
	}
	near, err := w.near(id, p.sketch)
	for _, other := range near {
		if err == nil {
			err = w.join(id, other)
		}
	}
	return id, err
}

// digestOf gives the first 8 bytes of a wording's digest.
func digestOf(s *neardup.Sketch) int64 { return int64(binary.BigEndian.Uint64(s.Wording[:])) }

// shortKeys gives the first 32 bits of the keys of a sketch: of two keys that are one in
// these, the texts are compared in vain.
func shortKeys(s *neardup.Sketch) []int64 {
	out := make([]int64, len(s.Keys))
	for i, k := range s.Keys {
		out[i] = int64(k >> 32)
	}
	return slices.Compact(out)
}

// near gives the wordings that are alike to one whose keys were just stored. A
// key that it made too common joins the others no more.
func (w *writer) near(id int64, s *neardup.Sketch) (alike []int64, err error) {
	all, err := w.carriers(shortKeys(s)...)
	if err != nil {
		return nil, err
	}
	seen := map[int64]bool{id: true}
	for _, carriers := range all {
		switch {
		case len(carriers) == neardup.Crowd+1:
			err = w.part(slices.DeleteFunc(carriers, func(c int64) bool { return c == id }))
		case len(carriers) <= neardup.Crowd:
			for _, c := range carriers {
				if err == nil && !seen[c] {
					seen[c] = true
					alike, err = w.ifAlike(alike, s, c)
				}
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return alike, nil
}

// carriers gives for each of some keys the wordings that carry it; of a crowd,
// some. One query for all keys costs little more than one for one.
func (w *writer) carriers(keys ...int64) ([][]int64, error) {
	raw, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	s, err := w.statement(`SELECT (SELECT group_concat(wording) FROM (SELECT wording FROM wording_keys WHERE key = k.value LIMIT ?2)) FROM json_each(?1) k ORDER BY k.id`)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(string(raw), neardup.Crowd+2)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all [][]int64
	for rows.Next() {
		var list sql.NullString
		if err := rows.Scan(&list); err != nil {
			return nil, err
		}
		var ids []int64
		if err := json.Unmarshal([]byte("["+list.String+"]"), &ids); err != nil {
			return nil, err
		}
		all = append(all, ids)
	}
	return all, rows.Err()
}

// carriersOf is carriers of one key.
func (w *writer) carriersOf(key int64) ([]int64, error) {
	all, err := w.carriers(key)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

func (w *writer) ifAlike(list []int64, s *neardup.Sketch, other int64) ([]int64, error) {
	o, err := w.sketch(other)
	if err == nil && neardup.Alike(s, o) {
		list = append(list, other)
	}
	return list, err
}

// mostSketches is how many are kept in memory, 1 to 2 KB each.
const mostSketches = 60_000

func (w *writer) sketch(wording int64) (*neardup.Sketch, error) {
	if s := w.sketches[wording]; s != nil {
		return s, nil
	}
	var title, body string
	if err := w.row(`SELECT title, body FROM article_rows WHERE id = (SELECT article FROM printings WHERE wording = ? LIMIT 1)`, wording).Scan(&title, &body); err != nil {
		return nil, err
	}
	s := neardup.Of(title, body)
	if s == nil {
		return nil, fmt.Errorf("what prints wording %d has no words any more", wording)
	}
	if len(w.sketches) >= mostSketches {
		w.forgetSome()
	}
	w.sketches[wording] = s
	return s, nil
}

// forgetSome makes room for further sketches: any eighth of them goes.
func (w *writer) forgetSome() {
	n := len(w.sketches) / 8
	for id := range w.sketches {
		if n--; n < 0 {
			return
		}
		delete(w.sketches, id)
	}
}

func (w *writer) join(a, b int64) error {
	x, err := w.sketch(a)
	if err != nil {
		return err
	}
	y, err := w.sketch(b)
	if err != nil {
		return err
	}
	w.touched[a], w.touched[b] = true, true
	return w.exec(`INSERT OR IGNORE INTO wordings_alike VALUES (?1,?2,?3), (?2,?1,?3)`, a, b, neardup.Compare(x, y).Similar())
}
