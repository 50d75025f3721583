package stories

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin/internal/neardup"
)

// Tell tells anew the stories of all wordings that were touched, and of those that
// hang together with them, and stores by which keys those are compared that came or went.
func (w *Wordings) Tell() error {
	seen := map[int64]bool{}
	for id, touched := range w.touched {
		if seen[id] || !touched {
			continue
		}
		stories, err := w.stories(id, seen)
		if err != nil {
			return err
		}
		for name, wordings := range stories {
			for _, id := range wordings {
				if err := w.tx.Do(`UPDATE printings SET story = ?1 WHERE wording = ?2 AND story <> ?1`, name, id); err != nil {
					return err
				}
			}
		}
	}
	clear(w.touched)
	return cmp.Or(w.carriers.store(), w.digests.store())
}

// stories parts the wordings that hang together with one into stories, by the name
// of each: the first article stored of it. Seen takes all of them down. A wording
// that nobody prints any more has none.
func (w *Wordings) stories(begin int64, seen map[int64]bool) (map[int64][]int64, error) {
	var ids, first []int64
	var all []neardup.Wording
	var err error
	if e := w.reach(begin, func(id int64) bool {
		if seen[id] || err != nil {
			return false
		}
		seen[id] = true
		var s neardup.Wording
		var stored int64
		if s, stored, err = w.printed(id); err == nil && s.Sketch != nil {
			ids, first, all = append(ids, id), append(first, stored), append(all, s)
		}
		return true
	}); e != nil || err != nil {
		return nil, cmp.Or(err, e)
	}
	members := map[int][]int{}
	for i, head := range neardup.Stories(all) {
		members[head] = append(members[head], i)
	}
	out := map[int64][]int64{}
	for _, list := range members {
		name := first[list[0]]
		var wordings []int64
		for _, i := range list {
			name = min(name, first[i])
			wordings = append(wordings, ids[i])
		}
		slices.Sort(wordings)
		out[name] = wordings
	}
	return out, nil
}

// printed reads a wording with its earliest article, and the first that was stored.
func (w *Wordings) printed(id int64) (s neardup.Wording, stored int64, err error) {
	var n int
	if err := w.tx.Row(`SELECT COUNT(*), COALESCE(MIN(article), 0) FROM printings WHERE wording = ?`, id).Scan(&n, &stored); err != nil || n == 0 {
		return s, 0, err
	}
	if err := w.tx.Row(`SELECT CASE typeof(a.record_id) WHEN 'blob' THEN lower(hex(a.record_id)) ELSE a.record_id END, COALESCE(a.published, '') FROM printings p JOIN article_rows a ON a.id = p.article
		WHERE p.wording = ? ORDER BY p.since IS NULL, p.since, a.record_id LIMIT 1`, id).Scan(&s.First.ID, &s.First.Published); err != nil {
		return s, 0, err
	}
	s.Sketch, err = w.sketch(id)
	return s, stored, err
}
