package persons

import (
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Seen is an appearance with what its row says. It may stand for others, too, that say the
// same: then it is the earliest of them.
type Seen struct {
	ID       int64
	first    int64  // the smallest id for which it stands
	last     int64  // the largest
	packed   []byte // all for which it stands, see members; of several alone
	block    int64
	Official int64 // as he is stored
	Manner   int64
	Offices  []int64
	local    string // these as the columns have them; empty for NULL
	aliases  string
	forms    string
	bearer   string // the id of the official, where it was asked for
	fresh    bool   // it came or changed since its block was settled
	loose    bool   // it was not looked yet who says the same
	identity.Appearance
}

// BlockOf is the block of an appearance x of an official o.
const BlockOf = `COALESCE(x.block, o.block)`

// appearanceColumns are those that scanSeen reads, of appearance_rows x with its article a.
const appearanceColumns = `x.id, x.official, a.url, COALESCE(a.published, ''), COALESCE(x.local, ''), COALESCE(x.name, o.written, o.name), x.country, COALESCE(x.aliases, ''), COALESCE(x.forms, ''), x.manner, x.posts, ` + BlockOf + `
	FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 JOIN officials o ON o.n = x.official`

// appearances reads those of one block, with the URLs of their articles.
func (w *Blocks) appearances(block int64) (all []*Seen, err error) {
	ids, err := w.members(block)
	if err != nil {
		return nil, err
	}
	return w.seen(`SELECT `+appearanceColumns+` WHERE x.id IN (SELECT value FROM json_each(?)) ORDER BY x.id`, column.Numbers(ids))
}

// seen reads appearances.
func (w *Blocks) seen(text string, args ...any) (all []*Seen, err error) {
	if all, err = store.All(w.tx, scanSeen, text, args...); err != nil {
		return nil, err
	}
	return all, w.complete(all)
}

// scanSeen reads one appearance, with the numbers of its offices.
func scanSeen(rows *sql.Rows) (*Seen, error) {
	var x Seen
	var posts sql.RawBytes
	if err := rows.Scan(&x.ID, &x.Official, &x.Article, &x.Published, &x.local, &x.Name, &x.Country, &x.aliases, &x.forms, &x.Manner, &posts, &x.block); err != nil {
		return nil, err
	}
	given, err := column.Posts(posts)
	for i := range given {
		x.Offices = append(x.Offices, given[i].Office)
	}
	x.first, x.last, x.loose = x.ID, x.ID, true
	return &x, err
}

// complete gives appearances what the numbers and texts of their rows stand for.
func (w *Blocks) complete(all []*Seen) error {
	ids := map[[2]string]string{}
	for _, x := range all {
		if x.Local = x.local; x.local == "" {
			x.Local, _ = store.Remember(ids, [2]string{x.Country, x.Name}, func() (string, error) { return identity.BaseID(x.Country, x.Name), nil })
		}
		x.Mark = identity.Mark(&x.Appearance)
		x.Aliases = column.ReadList(x.aliases)
		m, err := w.numbers.MannerOf(x.Manner)
		if err != nil {
			return err
		}
		x.Ranks, x.Honorifics = m.Ranks, m.Honorifics
		if x.Posts, err = w.numbers.Posts(x.Offices); err != nil {
			return err
		}
	}
	return nil
}
