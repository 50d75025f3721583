package persons

import (
	"cmp"
	"database/sql"
	"fmt"
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
	forms stood // official_name_rows.text
	held  stood // held_rows, as heldRow writes them
	fresh []any // of held_rows, to be inserted
	ways  []any // of official_name_rows
}

// stood are the rows of officials as they stand, each as a text; sorted.
type stood map[int64][]string

// sum sums up the posts and names of officials over their appearances: those of the
// blocks that are settled, and of others where somebody has such. Those without any are
// taken out. Whoever is at home has his stand in the block of his own.
func (w *Blocks) sum(officials []int64, his map[int64][]*Seen, home map[int64]bool) error {
	numbers, err := w.appearing(officials, his, home)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(officials), func(n int64) bool { return numbers[n] == 0 })
	gone := slices.DeleteFunc(officials, func(n int64) bool { return numbers[n] > 0 })
	s := &summing{Blocks: w, names: map[int64]string{}, forms: stood{}, held: stood{}}
	if err := cmp.Or(w.takeOut(gone), s.read(column.Numbers(left))); err != nil {
		return err
	}
	for _, n := range left {
		all, err := w.allOf(n, numbers[n], his[n])
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
func (w *Blocks) appearing(officials []int64, his map[int64][]*Seen, home map[int64]bool) (map[int64]int, error) {
	other, err := w.tx.IDs(elsewhere, column.Numbers(officials))
	if err != nil {
		return nil, err
	}
	out := map[int64]int{}
	var counted []int64
	slices.Sort(other)
	for _, n := range officials {
		if _, is := slices.BinarySearch(other, n); is || !home[n] || len(his[n]) == 0 {
			counted = append(counted, n)
			continue
		}
		out[n] = countSeen(his[n])
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

// read reads what the tables say of officials.
func (s *summing) read(officials string) error {
	_, err := store.All(s.tx, func(rows *sql.Rows) (n int64, err error) {
		var name string
		err = rows.Scan(&n, &name)
		s.names[n] = name
		return n, err
	}, `SELECT o.n, o.name FROM json_each(?) v CROSS JOIN officials o ON o.n = v.value`, officials)
	return cmp.Or(err,
		s.stand(s.forms, `SELECT m.official, m.text FROM json_each(?) v CROSS JOIN official_name_rows m ON m.official = v.value`, officials),
		s.stand(s.held, `SELECT h.official, h.office || '|' || COALESCE(h.first_seen, '') || '|' || COALESCE(h.last_seen, '') || '|' || h.articles FROM json_each(?) v CROSS JOIN held_rows h ON h.official = v.value`, officials))
}

func (s *summing) stand(into stood, text, officials string) error {
	_, err := store.All(s.tx, func(rows *sql.Rows) (n int64, err error) {
		var row string
		err = rows.Scan(&n, &row)
		into[n] = append(into[n], row)
		return n, err
	}, text, officials)
	for _, rows := range into {
		slices.Sort(rows)
	}
	return err
}

// nameForms takes down the ways in which articles write a person that are not his
// name without marks.
func (s *summing) nameForms(n int64, his []*Seen) error {
	own := fold.Plain(s.names[n])
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
	maps.DeleteFunc(told, func(_ string, other bool) bool { return !other })
	return s.rewrite(n, slices.Sorted(maps.Keys(told)), s.forms, `DELETE FROM official_name_rows WHERE official = ? AND text = ?`,
		func(form string) { s.ways = append(s.ways, fold.Plain(form), n, form) })
}

// rewrite writes those rows of an official, each known by a text, that do not stand as
// they are, and takes the others out: of a name that many bear, most stay as they were.
// Want is sorted; drop takes the row of a text out.
func (s *summing) rewrite(n int64, want []string, stand stood, drop string, insert func(string)) error {
	for _, row := range without(stand[n], want) {
		if err := s.tx.Do(drop, n, row); err != nil {
			return err
		}
	}
	for _, row := range without(want, stand[n]) {
		insert(row)
	}
	return nil
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
	rows := map[string][]any{}
	for _, o := range order {
		h := sums[o]
		slices.Sort(h.articles)
		articles := len(slices.Compact(h.articles)) + h.more
		office, err := s.numbers.Office(h.post)
		if err != nil {
			return err
		}
		rows[fmt.Sprintf("%d|%s|%s|%d", office, h.first, unlikeFirst(h.first, h.last), articles)] = []any{n, office, column.Null(h.first), column.Unless(h.last == h.first, h.last), articles}
	}
	return s.rewrite(n, slices.Sorted(maps.Keys(rows)), s.held, `DELETE FROM held_rows WHERE official = ? AND office = CAST(? AS INTEGER)`,
		func(row string) { s.fresh = append(s.fresh, rows[row]...) })
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
