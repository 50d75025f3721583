package persons

import (
	"cmp"
	"database/sql"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// summing is officials whose posts and names are summed up together.
type summing struct {
	*Blocks
	names map[int64]string
	forms map[int64][]string  // official_name_rows.text
	held  map[int64][]heldRow // as they stand
	fresh []any               // of held_rows, to be inserted
	ways  []any               // of official_name_rows
}

// heldRow is a row of held_rows of an official.
type heldRow struct {
	office      int64
	first, last string // last is empty where it is the first
	articles    int
}

// met are officials as blocks that were settled together have them.
type met struct {
	his   map[int64][]*Seen // of an official; none where they stand in several of the blocks
	home  map[int64]bool    // whether the block is his own
	names map[int64]string
}

// sum sums up the posts and names of officials over their appearances: those of the
// blocks that are settled, and of others where somebody has such. Those without any are
// taken out.
func (w *Blocks) sum(officials []int64, m met) error {
	numbers, err := w.appearing(officials, m)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(officials), func(n int64) bool { return numbers[n] == 0 })
	gone := slices.DeleteFunc(officials, func(n int64) bool { return numbers[n] > 0 })
	s := &summing{Blocks: w, names: map[int64]string{}, forms: map[int64][]string{}, held: map[int64][]heldRow{}}
	if err := cmp.Or(w.takeOut(gone), s.read(left, m.names)); err != nil {
		return err
	}
	for _, n := range left {
		all, err := w.allOf(n, numbers[n], m.his[n])
		if err == nil {
			err = cmp.Or(s.nameForms(n, all), s.hold(n, all))
		}
		if err != nil {
			return err
		}
	}
	return cmp.Or(w.tx.InsertRows(`INSERT OR IGNORE INTO official_name_rows VALUES `, 3, s.ways), w.tx.InsertRows(`INSERT OR FAIL INTO held_rows VALUES `, 5, s.fresh))
}

// allOf gives the appearances of an official, who has so many: his, or where these are
// not all, what the table has.
func (w *Blocks) allOf(n int64, number int, his []*Seen) ([]*Seen, error) {
	if countSeen(his) == number {
		return his, nil
	}
	all, err := w.seen(`SELECT `+appearanceColumns+` WHERE x.official = ? ORDER BY x.id`, n)
	slices.SortStableFunc(all, func(a, b *Seen) int { return a.Compare(&b.Appearance) })
	return all, err
}

// elsewhere gives those officials of whom an appearance stands in another block than his own.
const elsewhere = `SELECT v.value FROM json_each(?) v WHERE EXISTS (SELECT 1 FROM appearance_rows x INDEXED BY appearances_elsewhere WHERE x.official = v.value AND x.block IS NOT NULL)`

// appearing tells how many appearances officials have. Of one who is at home and has none
// elsewhere, his are all; those of the others are counted.
func (w *Blocks) appearing(officials []int64, m met) (map[int64]int, error) {
	other, err := w.tx.IDs(elsewhere, column.Numbers(officials))
	if err != nil {
		return nil, err
	}
	out := map[int64]int{}
	var counted []int64
	slices.Sort(other)
	for _, n := range officials {
		if _, is := slices.BinarySearch(other, n); is || !m.home[n] || len(m.his[n]) == 0 {
			counted = append(counted, n)
			continue
		}
		out[n] = countSeen(m.his[n])
	}
	if len(counted) == 0 {
		return out, nil
	}
	_, err = store.All(w.tx, func(rows *sql.Rows) (n int64, err error) {
		var number int
		err = rows.Scan(&n, &number)
		out[n] = number
		return n, err
	}, `SELECT v.value, (SELECT COUNT(*) FROM appearance_rows WHERE official = v.value) FROM json_each(?) v`, column.Numbers(counted))
	return out, err
}

// takeOut takes out officials whom no article names.
func (w *Blocks) takeOut(gone []int64) error {
	if len(gone) == 0 {
		return nil
	}
	for _, text := range []string{
		`DELETE FROM held_rows WHERE official IN (SELECT value FROM json_each(?))`,
		`DELETE FROM official_name_rows WHERE official IN (SELECT value FROM json_each(?))`,
		`DELETE FROM officials WHERE n IN (SELECT value FROM json_each(?))`,
	} {
		if err := w.tx.Do(text, column.Numbers(gone)); err != nil {
			return err
		}
	}
	return nil
}

// read reads what the tables say of officials, some of whose names are known.
func (s *summing) read(officials []int64, names map[int64]string) error {
	unknown := slices.DeleteFunc(slices.Clone(officials), func(n int64) bool { _, is := names[n]; return is })
	for _, n := range officials {
		s.names[n] = names[n]
	}
	return cmp.Or(s.readNames(column.Numbers(unknown)), s.readForms(column.Numbers(officials)), s.readHeld(column.Numbers(officials)))
}

func (s *summing) readNames(officials string) error {
	_, err := store.All(s.tx, func(rows *sql.Rows) (n int64, err error) {
		var name string
		err = rows.Scan(&n, &name)
		s.names[n] = name
		return n, err
	}, `SELECT o.n, o.name FROM json_each(?) v CROSS JOIN officials o ON o.n = v.value`, officials)
	return err
}

func (s *summing) readForms(officials string) error {
	_, err := store.All(s.tx, func(rows *sql.Rows) (n int64, err error) {
		var text string
		err = rows.Scan(&n, &text)
		s.forms[n] = append(s.forms[n], text)
		return n, err
	}, `SELECT m.official, m.text FROM json_each(?) v CROSS JOIN official_name_rows m ON m.official = v.value`, officials)
	return err
}

func (s *summing) readHeld(officials string) error {
	_, err := store.All(s.tx, func(rows *sql.Rows) (n int64, err error) {
		var h heldRow
		err = rows.Scan(&n, &h.office, &h.first, &h.last, &h.articles)
		s.held[n] = append(s.held[n], h)
		return n, err
	}, `SELECT h.official, h.office, COALESCE(h.first_seen, ''), COALESCE(h.last_seen, ''), h.articles FROM json_each(?) v CROSS JOIN held_rows h ON h.official = v.value`, officials)
	return err
}

// nameForms takes down the ways in which articles write a person that are not the name of
// his id.
func (s *summing) nameForms(n int64, his []*Seen) error {
	own := fold.OfID(s.names[n])
	told := map[string]bool{}
	tell := func(form string) {
		if _, known := told[form]; !known {
			told[form] = fold.Plain(form) != own
		}
	}
	for _, x := range his {
		tell(x.Name)
		for _, form := range column.ReadList(x.forms) {
			tell(form)
		}
	}
	for _, form := range s.forms[n] {
		if !told[form] {
			if err := s.tx.Do(`DELETE FROM official_name_rows WHERE official = ? AND text = ?`, n, form); err != nil {
				return err
			}
		}
		told[form] = false // it stands, or stands no more
	}
	for _, form := range slices.Sorted(maps.Keys(told)) {
		if told[form] {
			s.ways = append(s.ways, fold.Plain(form), n, form)
		}
	}
	return nil
}

// hold sums up the posts of a person.
func (s *summing) hold(n int64, his []*Seen) error {
	type sum struct {
		post        identity.Post
		first, last string
		articles    []int64 // two of his names may stand in one
		more        int     // articles, in each of which one stands
	}
	sums := map[Office]*sum{}
	known := map[int64]*sum{} // by the number of the office, of which several are one Office
	var order []Office
	for _, x := range his {
		for i, number := range x.Offices {
			h := known[number]
			if h == nil {
				post := x.Posts[i]
				o := Office{post.Title, post.Agency, post.AgencyName, post.Former, post.Acting}
				if h = sums[o]; h == nil {
					h = &sum{post: post, first: x.Published}
					sums[o], order = h, append(order, o)
				}
				known[number] = h
			}
			h.articles = append(h.articles, x.ID>>column.ArticleBits)
			h.more += x.More
			h.last = max(h.last, x.Published, x.Until)
		}
	}
	want := map[int64]heldRow{}
	var offices []int64
	for _, o := range order {
		h := sums[o]
		slices.Sort(h.articles)
		office, err := s.numbers.Office(h.post)
		if err != nil {
			return err
		}
		want[office] = heldRow{office, h.first, unlikeFirst(h.first, h.last), len(slices.Compact(h.articles)) + h.more}
		offices = append(offices, office)
	}
	if err := s.amend(n, want); err != nil {
		return err
	}
	for _, office := range offices {
		if h, new := want[office]; new {
			s.fresh = append(s.fresh, n, h.office, column.Null(h.first), column.Null(h.last), h.articles)
		}
	}
	return nil
}

// amend writes those rows of an official that stand otherwise than they are to, takes out
// those that are not to stand, and leaves those that do not stand yet: of one whom many
// articles name, most stay as they were.
func (s *summing) amend(n int64, want map[int64]heldRow) (err error) {
	for _, stands := range s.held[n] {
		h, is := want[stands.office]
		switch {
		case err != nil || h == stands:
		case is:
			err = s.tx.Do(`UPDATE held_rows SET first_seen = ?, last_seen = ?, articles = ? WHERE official = ? AND office = ?`, column.Null(h.first), column.Null(h.last), h.articles, n, h.office)
		default:
			err = s.tx.Do(`DELETE FROM held_rows WHERE official = ? AND office = ?`, n, stands.office)
		}
		delete(want, stands.office)
	}
	return err
}

// unlikeFirst gives the last day where it is not the first.
func unlikeFirst(first, last string) string {
	if last == first {
		return ""
	}
	return last
}

// HeldOtherwise gives the officials whose posts are not summed up as the articles give them.
var HeldOtherwise = Differ(`SELECT official, title, agency, agency_name, former, acting, first_seen, last_seen, articles FROM posts_held`,
	`SELECT x.official, p.title, p.agency, p.agency_name, p.former, p.acting, MIN(a.published), MAX(a.published), COUNT(DISTINCT a.id)
	FROM posts p JOIN appearances x ON x.id = p.appearance JOIN article_rows a ON a.id = x.article GROUP BY 1, 2, 3, 4, 5, 6`, `official`)

// Differ gives a column of the rows that are in one of two queries alone.
func Differ(one, other, column string) string {
	return `SELECT DISTINCT ` + column + ` FROM (SELECT * FROM (` + one + ` EXCEPT ` + other + `) UNION ALL SELECT * FROM (` + other + ` EXCEPT ` + one + `))`
}
