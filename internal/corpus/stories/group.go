// Package stories puts together the articles of a corpus that print one text: each wording with
// its keys, the wordings that are alike, and the stories that hang together by them.
package stories

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/neardup"
)

// Stories are what more than one article of a corpus prints.
type Stories struct{ db *store.DB }

// Of gives the stories of a database.
func Of(db *store.DB) *Stories { return &Stories{db} }

// Wordings are the texts that articles print, in one transaction.
type Wordings struct {
	tx       *store.Tx
	sketches map[int64]*neardup.Sketch // of wordings that were read
	glimpses map[int64]neardup.Glimpse // of wordings that were asked for
	carriers carriers                  // of keys of wordings
	digests  carriers                  // of digests of wordings
	touched  map[int64]bool            // wordings whose stories are still to be told
}

// In gives the wordings of a transaction; Tell is to follow what is done with them.
func In(tx *store.Tx) *Wordings {
	return &Wordings{tx: tx, sketches: map[int64]*neardup.Sketch{}, glimpses: map[int64]neardup.Glimpse{}, touched: map[int64]bool{},
		carriers: carriersIn(keysOf.In(tx)), digests: carriersIn(digestsOf.In(tx))}
}

// Group puts together the articles that print one text, as neardup.Groups does;
// only those that are new or changed are compared. It may be broken off and goes
// on at the next call. Progress, which may be nil, is told how many are done.
func (s *Stories) Group(ctx context.Context, progress func(done int)) error {
	sketches, glimpses := map[int64]*neardup.Sketch{}, map[int64]neardup.Glimpse{}
	for total := 0; ; {
		batch, err := s.ungrouped(ctx)
		if err != nil || len(batch) == 0 {
			return err
		}
		sketch(batch)
		if err := s.db.Within(ctx, func(tx *store.Tx) error {
			w := In(tx)
			w.sketches, w.glimpses = sketches, glimpses // of a wording id there is but one, ever
			return w.print(batch)
		}); err != nil {
			return err
		}
		total += len(batch)
		if progress != nil {
			progress(total)
		}
	}
}

// GroupBatch is how many articles are compared in one transaction, unless their text
// comes up to groupBytes: the more there are, the fewer pages of the keys are written
// again and again.
const (
	GroupBatch = 10_000
	groupBytes = 32 << 20
)

// printing is an article that is to be compared.
type printing struct {
	article     int64
	title, body string
	published   sql.NullString
	sketch      *neardup.Sketch
}

// Waiting gives the first articles that wait to be compared. CROSS JOIN has SQLite begin
// with them: it takes their table for a large one, since no statistics are kept of it, and
// read through all articles for each batch.
const Waiting = `SELECT a.id, a.title, a.body, a.published FROM ungrouped u CROSS JOIN article_rows a ON a.id = u.article ORDER BY u.article LIMIT ?`

func (s *Stories) ungrouped(ctx context.Context) (batch []*printing, err error) {
	size := 0
	err = s.db.Each(ctx, Waiting, []any{GroupBatch}, func(rows *sql.Rows) error {
		if size > groupBytes {
			return errEnough
		}
		p := &printing{}
		err := rows.Scan(&p.article, &p.title, &p.body, &p.published)
		batch, size = append(batch, p), size+len(p.title)+len(p.body)
		return err
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return batch, err
}

// errEnough ends a query whose further rows are not wanted.
var errEnough = errors.New("enough")

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

// Since is when an article came out, in seconds of Unix, or nil.
func Since(published *boctin.Moment) any {
	if published == nil {
		return nil
	}
	if t, known := neardup.When(published.Value); known {
		return t.Unix()
	}
	return nil
}

// print stores the wordings of articles, and joins the new ones to those alike.
func (w *Wordings) print(batch []*printing) error {
	var digests []uint32
	for _, p := range batch {
		if p.sketch != nil {
			digests = append(digests, runs.KeyOf(DigestOf(p.sketch)))
		}
	}
	if err := w.digests.load(digests); err != nil {
		return err
	}
	var fresh []int64
	for _, p := range batch {
		id, made, err := w.printOne(p)
		if err != nil {
			return err
		}
		if made {
			fresh = append(fresh, id)
		}
	}
	if err := w.carry(fresh); err != nil {
		return err
	}
	for _, id := range fresh {
		if err := w.joinAlike(id); err != nil {
			return err
		}
	}
	return w.Tell()
}

// printOne stores the wording of an article, unless another process has done so
// meanwhile or a later version has come; it tells whether the wording is new.
func (w *Wordings) printOne(p *printing) (id int64, made bool, err error) {
	r, err := w.tx.Execute(`DELETE FROM ungrouped WHERE article = ?`, p.article)
	if err != nil {
		return 0, false, err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 || p.sketch == nil {
		return 0, false, err
	}
	if id, made, err = w.wording(p.sketch); err != nil {
		return 0, false, err
	}
	w.keep(id, p.sketch)
	w.touched[id] = w.touched[id] || !made // by itself it is a story of its own
	return id, made, w.tx.Do(`INSERT INTO printings VALUES (?,?,?,?)`, p.article, id, p.article, Since(&boctin.Moment{Value: p.published.String}))
}

// wording gives the wording of a sketch, which it makes where there is none.
func (w *Wordings) wording(s *neardup.Sketch) (id int64, made bool, err error) {
	digest := DigestOf(s)
	some, err := w.digests.of(runs.KeyOf(digest))
	if err != nil {
		return 0, false, err
	}
	for _, id := range some {
		if other, err := w.tx.Number(`SELECT digest FROM wordings WHERE id = ?`, id); err != nil || other == digest {
			return id, false, err
		}
	}
	if id, err = w.tx.Insert(`INSERT INTO wordings (digest, glimpse) VALUES (?, ?)`, digest, []byte(s.Glimpse())); err == nil {
		w.digests.take(runs.Entry{Key: runs.KeyOf(digest), Number: id})
	}
	return id, true, err
}

// DigestOf gives the first 8 bytes of a wording's digest.
func DigestOf(s *neardup.Sketch) int64 { return int64(binary.BigEndian.Uint64(s.Wording[:])) }

// shortKeys gives the first 32 bits of the keys of a sketch: of two keys that are one in
// these, the texts are compared in vain.
func shortKeys(s *neardup.Sketch) []uint32 {
	out := make([]uint32, len(s.Keys))
	for i, k := range s.Keys {
		out[i] = uint32(k >> 32)
	}
	return slices.Compact(out)
}

// joinAlike joins a wording, whose keys are stored, to those alike.
func (w *Wordings) joinAlike(id int64) error {
	near, err := w.near(id)
	for _, other := range near {
		if err == nil {
			err = w.join(id, other)
		}
	}
	return err
}

// near gives the wordings that are alike to one whose keys are stored.
func (w *Wordings) near(id int64) (alike []int64, err error) {
	s, err := w.sketch(id)
	if err != nil {
		return nil, err
	}
	keys := shortKeys(s)
	if err := w.carriers.load(keys); err != nil {
		return nil, err
	}
	shared := map[int64]neardup.Shared{}
	for _, key := range keys {
		list, err := w.carriers.of(key)
		if err != nil {
			return nil, err
		}
		if len(list) > neardup.Crowd {
			continue
		}
		for _, other := range list {
			both := shared[other]
			both.Add(len(list))
			shared[other] = both
		}
	}
	delete(shared, id)
	for other, both := range shared {
		if !both.Compared() {
			delete(shared, other)
		}
	}
	some, err := w.mayBeAlike(s, shared)
	for _, other := range some {
		if err == nil {
			alike, err = w.ifAlike(alike, s, other)
		}
	}
	return alike, err
}

func (w *Wordings) ifAlike(list []int64, s *neardup.Sketch, other int64) ([]int64, error) {
	o, err := w.sketch(other)
	if err == nil && neardup.Alike(s, o) {
		list = append(list, other)
	}
	return list, err
}

// mostSketches is how many are kept in memory, 1 to 2 KB each.
const mostSketches = 60_000

func (w *Wordings) sketch(wording int64) (*neardup.Sketch, error) {
	if s := w.sketches[wording]; s != nil {
		return s, nil
	}
	var title, body string
	if err := w.tx.Row(`SELECT title, body FROM article_rows WHERE id = (SELECT article FROM printings WHERE wording = ? LIMIT 1)`, wording).Scan(&title, &body); err != nil {
		return nil, err
	}
	s := neardup.Of(title, body)
	if s == nil {
		return nil, fmt.Errorf("what prints wording %d has no words any more", wording)
	}
	w.keep(wording, s)
	return s, nil
}

// keep keeps a sketch in memory.
func (w *Wordings) keep(wording int64, s *neardup.Sketch) {
	if len(w.sketches) >= mostSketches {
		w.forgetSome()
	}
	w.sketches[wording] = s
}

// forgetSome makes room for further sketches: any eighth of them goes.
func (w *Wordings) forgetSome() {
	n := len(w.sketches) / 8
	for id := range w.sketches {
		if n--; n < 0 {
			return
		}
		delete(w.sketches, id)
	}
}

func (w *Wordings) join(a, b int64) error {
	x, err := w.sketch(a)
	if err != nil {
		return err
	}
	y, err := w.sketch(b)
	if err != nil {
		return err
	}
	w.touched[a], w.touched[b] = true, true
	return w.tx.Do(`INSERT OR IGNORE INTO wordings_alike VALUES (?1,?2,?3), (?2,?1,?3)`, a, b, neardup.Compare(x, y).Similar())
}

// Date gives an article another time of publication, which its story may begin with.
func (w *Wordings) Date(article int64, since any) error {
	wordings, err := w.tx.IDs(`SELECT wording FROM printings WHERE article = ?1 AND since IS NOT ?2`, article, since)
	for _, id := range wordings {
		w.touched[id] = true
	}
	if err == nil && len(wordings) > 0 {
		err = w.tx.Do(`UPDATE printings SET since = ?2 WHERE article = ?1`, article, since)
	}
	return err
}
