package stories

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/neardup"
)

// checkBatch is how many are read at a time, and after how many it is told how far a check is.
const checkBatch = 200

// Check holds the tables of near-duplicates against the articles: each
// wording must be that of its text, be joined to all that are alike to it, and
// share its story with those alone.
func (s *Stories) Check(ctx context.Context, tell func(string, ...any), step store.Step) error {
	wrong := func(format string, args ...any) {
		tell(format+"; move boctin.db away and store anew", args...)
	}
	if err := s.checkPrintings(ctx, wrong, step); err != nil {
		return err
	}
	return s.db.Reading(ctx, func(tx *store.Tx) error {
		w := In(tx)
		ids, err := tx.IDs(`SELECT id FROM wordings ORDER BY id`)
		if err != nil {
			return err
		}
		for n, id := range ids {
			if n%checkBatch == 0 {
				step(n, "wording")
				err = w.loadKeys(ids[n:min(n+checkBatch, len(ids))])
			}
			err = cmp.Or(err, ctx.Err(), w.checkWording(id, wrong))
			if errors.Is(err, sql.ErrNoRows) {
				wrong("wording %d, or one beside it, is printed by nobody", id)
			} else if err != nil {
				return err
			}
		}
		return cmp.Or(w.checkKeys(ids, wrong), w.checkNames(ids, wrong))
	})
}

// loadKeys reads who carries the keys and digests of some wordings, and forgets those of
// others, which are as many as there are keys.
func (w *Wordings) loadKeys(wordings []int64) error {
	clear(w.carriers.known)
	clear(w.digests.known)
	var keys, digests []uint32
	for _, id := range wordings {
		s, err := w.sketch(id)
		if errors.Is(err, sql.ErrNoRows) { // which checkWording tells
			continue
		}
		if err != nil {
			return err
		}
		keys, digests = append(keys, shortKeys(s)...), append(digests, runs.KeyOf(DigestOf(s)))
	}
	return cmp.Or(w.carriers.load(keys), w.digests.load(digests))
}

// checkKeys holds that none carries a key or digest but one of the wordings there are.
func (w *Wordings) checkKeys(ids []int64, wrong func(string, ...any)) error {
	check := func(key uint32, wordings []int64) error {
		for _, n := range wordings {
			if _, there := slices.BinarySearch(ids, n); !there {
				wrong("key %d is carried by wording %d, which is none", key, n)
			}
		}
		return nil
	}
	return cmp.Or(w.carriers.set.Each(check), w.digests.set.Each(check))
}

// checkPrintings sketches every article anew.
func (s *Stories) checkPrintings(ctx context.Context, wrong func(string, ...any), step store.Step) error {
	type stored struct {
		printing
		digest sql.NullInt64
		since  sql.NullInt64
		url    string
	}
	for done, last := 0, int64(0); ; {
		var batch []*stored
		var texts []*printing
		if err := s.db.Each(ctx, `SELECT a.id, a.url, a.title, a.body, a.published, w.digest, p.since
			FROM article_rows a LEFT JOIN printings p ON p.article = a.id LEFT JOIN wordings w ON w.id = p.wording
			WHERE a.newest = 1 AND a.id > ? AND a.id NOT IN (SELECT article FROM ungrouped) ORDER BY a.id LIMIT ?`, []any{last, checkBatch}, func(rows *sql.Rows) error {
			s := &stored{}
			batch, texts = append(batch, s), append(texts, &s.printing)
			return rows.Scan(&s.article, &s.url, &s.title, &s.body, &s.published, &s.digest, &s.since)
		}); err != nil || len(batch) == 0 {
			return err
		}
		sketch(texts)
		for _, s := range batch {
			if s.sketch == nil && !s.digest.Valid {
				continue
			}
			when, known := neardup.When(s.published.String)
			if s.sketch == nil || !s.digest.Valid || s.digest.Int64 != DigestOf(s.sketch) || known != s.since.Valid || known && when.Unix() != s.since.Int64 {
				wrong("the wording or the time stored of %s is not its own", s.url)
			}
		}
		done, last = done+len(batch), batch[len(batch)-1].article
		step(done, "text")
	}
}

// checkWording compares a wording anew with all that share a key with it.
func (w *Wordings) checkWording(id int64, wrong func(string, ...any)) error {
	s, err := w.sketch(id)
	if err != nil {
		return err
	}
	for _, key := range shortKeys(s) {
		list, err := w.carriers.of(key)
		if err != nil {
			return err
		}
		if !slices.Contains(list, id) && len(list) <= neardup.Crowd {
			wrong("a key of wording %d is missing", id)
		}
	}
	same, err := w.digests.of(runs.KeyOf(DigestOf(s)))
	if err != nil {
		return err
	}
	if !slices.Contains(same, id) {
		wrong("the digest of wording %d is missing", id)
	}
	if err := w.glimpse([]int64{id}); err != nil {
		return err
	}
	if !s.Has(w.glimpses[id]) {
		wrong("the glimpse of wording %d is not its own", id)
	}
	alike, err := w.near(id)
	if err != nil {
		return err
	}
	slices.Sort(alike)
	joined, err := w.tx.IDs(`SELECT other FROM wordings_alike WHERE wording = ? ORDER BY other`, id)
	if err == nil && !slices.Equal(alike, joined) {
		wrong("wording %d is joined to %d others and alike to %d", id, len(joined), len(alike))
	}
	return err
}

// checkNames holds the stories against those told anew.
func (w *Wordings) checkNames(ids []int64, wrong func(string, ...any)) error {
	seen := map[int64]bool{}
	for _, begin := range ids {
		if seen[begin] {
			continue
		}
		told, err := w.stories(begin, seen)
		if errors.Is(err, sql.ErrNoRows) { // told already
			continue
		}
		if err != nil {
			return err
		}
		for name, wordings := range told {
			for _, id := range wordings {
				names, err := w.tx.IDs(`SELECT DISTINCT story FROM printings WHERE wording = ?`, id)
				if err != nil {
					return err
				}
				if len(names) != 1 || names[0] != name {
					wrong("wording %d is printed in the stories %d, and belongs to %d", id, names, name)
				}
			}
		}
	}
	return nil
}

// reach tells add of a wording and of all that are joined to it, directly or
// through others; add tells whether one is new.
func (w *Wordings) reach(begin int64, add func(int64) bool) error {
	add(begin)
	for open := []int64{begin}; len(open) > 0; {
		next, err := w.tx.IDs(`SELECT other FROM wordings_alike WHERE wording = ?`, open[0])
		if err != nil {
			return err
		}
		open = open[1:]
		for _, o := range next {
			if add(o) {
				open = append(open, o)
			}
		}
	}
	return nil
}
