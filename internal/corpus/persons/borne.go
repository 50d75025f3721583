package persons

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Borne is an official with his appearances, in the order in which they were stored.
type Borne struct {
	N                 int64
	ID, Name, Country string
	number            int // of his appearances
	All               []Appeared
}

// Appeared is one appearance of a person, with what it tells of him.
type Appeared struct {
	ID        int64
	Published string // of its article
	Manner    int64
	Offices   []int64
	Aliases   string // JSON; empty for none
}

// Borne reads some officials with their appearances in the articles that pass a filter,
// those of most first. All of somebody's stand together in his block; where some do not,
// and where there is a filter, the rows are read.
func (p *Persons) Borne(ctx context.Context, ids []string, in Telling) (people []*Borne, err error) {
	err = p.db.Reading(ctx, func(tx *store.Tx) error {
		w := In(tx, register.New(tx), nil)
		if people, err = w.officials(ids); err != nil {
			return err
		}
		if in.Text == "" {
			err = w.fromBlocks(people)
		}
		for _, b := range people {
			if err == nil && (in.Text != "" || len(b.All) != b.number) {
				b.All, err = w.fromRows(b.N, in)
			}
		}
		return err
	})
	people = slices.DeleteFunc(people, func(b *Borne) bool { return len(b.All) == 0 })
	slices.SortFunc(people, func(a, b *Borne) int { return cmp.Or(len(b.All)-len(a.All), cmp.Compare(a.ID, b.ID)) })
	return people, err
}

func (w *Blocks) officials(ids []string) ([]*Borne, error) {
	return store.All(w.tx, func(rows *sql.Rows) (*Borne, error) {
		b := &Borne{}
		return b, rows.Scan(&b.N, &b.ID, &b.Name, &b.Country, &b.number)
	}, `SELECT o.n, o.id, o.name, o.country, (SELECT COUNT(*) FROM appearance_rows x WHERE x.official = o.n) FROM officials o WHERE o.n IN `+Numbered, column.List(ids))
}

// fromBlocks takes the appearances of officials from the blocks that their ids lead to: of
// a name, and where that does not hold all of them, of a state.
func (w *Blocks) fromBlocks(people []*Borne) error {
	by := map[int64]*Borne{}
	for _, b := range people {
		by[b.N] = b
	}
	read := map[int64]bool{}
	for _, at := range []func(state, slug string) int64{
		func(_, slug string) int64 { return column.Key("=" + slug) },
		func(state, _ string) int64 { return column.Key(state) },
	} {
		var blocks []int64
		for _, b := range people {
			base, _, _ := identity.CutMark(b.ID)
			state, slug, _ := strings.Cut(base, "/")
			if block := at(state, slug); len(b.All) != b.number && !read[block] {
				read[block] = true
				blocks = append(blocks, block)
			}
		}
		settled, err := w.unchanged(blocks)
		if err != nil {
			return err
		}
		for _, x := range settled {
			if of := by[x.Official]; of != nil {
				of.All = append(of.All, Appeared{x.ID, x.Published, x.Manner, x.Offices, x.aliases})
			}
		}
	}
	for _, b := range people {
		slices.SortFunc(b.All, func(x, y Appeared) int { return cmp.Compare(x.ID, y.ID) })
	}
	return nil
}

// fromRows reads the appearances of an official in the articles that pass a filter.
func (w *Blocks) fromRows(n int64, in Telling) ([]Appeared, error) {
	return store.All(w.tx, func(rows *sql.Rows) (x Appeared, err error) {
		var posts sql.RawBytes
		if err := rows.Scan(&x.ID, &x.Published, &x.Manner, &posts, &x.Aliases); err != nil {
			return x, err
		}
		given, err := column.Posts(posts)
		for i := range given {
			x.Offices = append(x.Offices, given[i].Office)
		}
		return x, err
	}, `SELECT x.id, COALESCE(a.published, ''), x.manner, COALESCE(x.posts, ''), COALESCE(x.aliases, '')
		FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 WHERE x.official = ?`+in.Text+` ORDER BY x.id`, in.with(n)...)
}

// Period gives the first and the last day of publication of appearances.
func (b *Borne) Period() (first, last string) {
	for i := range b.All {
		if day := b.All[i].Published; day != "" {
			first, last = min(cmp.Or(first, day), day), max(last, day)
		}
	}
	return first, last
}

// Telling picks appearances by their articles a.
type Telling struct {
	Text string
	Args []any
}

// with are the values of a query, the filter's last.
func (t Telling) with(args ...any) []any { return append(args, t.Args...) }
