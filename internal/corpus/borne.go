package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// borne is an official with his appearances, in the order in which they were stored.
type borne struct {
	n                 int64
	id, name, country string
	number            int // of his appearances
	all               []appeared
}

// appeared is one appearance of a person, with what it tells of him.
type appeared struct {
	id        int64
	published string // of its article
	manner    int64
	offices   []int64
	aliases   string // JSON; empty for none
}

// borne reads some officials with their appearances in the articles that pass a filter,
// those of most first. All of somebody's stand together in his block; where some do not,
// and where there is a filter, the rows are read.
func (c *Corpus) borne(ctx context.Context, ids []string, in telling) (people []*borne, err error) {
	err = c.DB.Reading(ctx, func(tx *store.Tx) error {
		w := newWriter(tx, "")
		if people, err = w.officials(ids); err != nil {
			return err
		}
		if in.text == "" {
			err = w.fromBlocks(people)
		}
		for _, b := range people {
			if err == nil && (in.text != "" || len(b.all) != b.number) {
				b.all, err = w.fromRows(b.n, in)
			}
		}
		return err
	})
	people = slices.DeleteFunc(people, func(b *borne) bool { return len(b.all) == 0 })
	slices.SortFunc(people, func(a, b *borne) int { return cmp.Or(len(b.all)-len(a.all), cmp.Compare(a.id, b.id)) })
	return people, err
}

func (w *writer) officials(ids []string) ([]*borne, error) {
	return store.All(w.tx, func(rows *sql.Rows) (*borne, error) {
		b := &borne{}
		return b, rows.Scan(&b.n, &b.id, &b.name, &b.country, &b.number)
	}, `SELECT o.n, o.id, o.name, o.country, (SELECT COUNT(*) FROM appearance_rows x WHERE x.official = o.n) FROM officials o WHERE o.n IN `+numbered, column.List(ids))
}

// fromBlocks takes the appearances of officials from the blocks that their ids lead to: of
// a name, and where that does not hold all of them, of a state.
func (w *writer) fromBlocks(people []*borne) error {
	by := map[int64]*borne{}
	for _, b := range people {
		by[b.n] = b
	}
	read := map[int64]bool{}
	for _, at := range []func(state, slug string) int64{
		func(_, slug string) int64 { return column.Key("=" + slug) },
		func(state, _ string) int64 { return column.Key(state) },
	} {
		var blocks []int64
		for _, b := range people {
			base, _, _ := identity.CutMark(b.id)
			state, slug, _ := strings.Cut(base, "/")
			if block := at(state, slug); len(b.all) != b.number && !read[block] {
				read[block] = true
				blocks = append(blocks, block)
			}
		}
		settled, err := w.unchanged(blocks)
		if err != nil {
			return err
		}
		for _, x := range settled {
			if of := by[x.official]; of != nil {
				of.all = append(of.all, appeared{x.id, x.Published, x.manner, x.offices, x.aliases})
			}
		}
	}
	for _, b := range people {
		slices.SortFunc(b.all, func(x, y appeared) int { return cmp.Compare(x.id, y.id) })
	}
	return nil
}

// fromRows reads the appearances of an official in the articles that pass a filter.
func (w *writer) fromRows(n int64, in telling) ([]appeared, error) {
	return store.All(w.tx, func(rows *sql.Rows) (x appeared, err error) {
		var posts sql.RawBytes
		if err := rows.Scan(&x.id, &x.published, &x.manner, &posts, &x.aliases); err != nil {
			return x, err
		}
		given, err := column.Posts(posts)
		for i := range given {
			x.offices = append(x.offices, given[i].Office)
		}
		return x, err
	}, `SELECT x.id, COALESCE(a.published, ''), x.manner, COALESCE(x.posts, ''), COALESCE(x.aliases, '')
		FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 WHERE x.official = ?`+in.text+` ORDER BY x.id`, in.with(n)...)
}

// period gives the first and the last day of publication of appearances.
func (b *borne) period() (first, last string) {
	for i := range b.all {
		if day := b.all[i].published; day != "" {
			first, last = min(cmp.Or(first, day), day), max(last, day)
		}
	}
	return first, last
}
