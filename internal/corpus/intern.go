package corpus

import (
	"cmp"
	"database/sql"
	"errors"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// interned are the numbers of what stands in many rows, as far as a transaction met them.
type interned struct {
	strings   map[string]int64
	sites     map[string]int64
	agencies  map[string]knownAgency
	officials map[string]namedOfficial
	offices   map[identity.Post]int64
	manners   map[[2]string]int64
}

type knownAgency struct {
	n    int64
	told boctin.Agency // as it was written last; without mentions
}

func newNumbers() interned {
	return interned{map[string]int64{}, map[string]int64{}, map[string]knownAgency{}, map[string]namedOfficial{}, map[identity.Post]int64{}, map[[2]string]int64{}}
}

func (w *writer) string(text string) (int64, error) {
	return store.Remember(w.numbers.strings, text, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM strings WHERE text = ?`, `INSERT INTO strings (text) VALUES (?)`, text)
	})
}

func (w *writer) site(host string) (int64, error) {
	return store.Remember(w.numbers.sites, host, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM sites WHERE host = ?`, `INSERT INTO sites (host) VALUES (?)`, host)
	})
}

func (w *writer) manner(ranks, honorifics []string) (int64, error) {
	key := [2]string{column.List(ranks), column.List(honorifics)}
	return store.Remember(w.numbers.manners, key, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM manners WHERE ranks = ? AND honorifics = ?`, `INSERT INTO manners (ranks, honorifics) VALUES (?,?)`, key[0], key[1])
	})
}

// namedOfficial is an official with what his appearances are taken for where they do not
// say otherwise: the name that he was first written by, and the block.
type namedOfficial struct {
	n, block int64
	written  string
}

// bearer gives an official who may be settled under another id later.
func (w *writer) bearer(id, name string, block int64) (namedOfficial, error) {
	return store.Remember(w.numbers.officials, id, func() (b namedOfficial, err error) {
		state, slug, mark := parts(id)
		err = w.tx.Row(`SELECT n, COALESCE(written, name), block FROM officials WHERE slug = ? AND state = ? AND mark = ?`, slug, state, mark).Scan(&b.n, &b.written, &b.block)
		if errors.Is(err, sql.ErrNoRows) {
			b.written, b.block = name, block
			b.n, err = w.tx.Insert(`INSERT INTO officials (slug, state, mark, name, block) VALUES (?,?,?,?,?)`, slug, state, mark, name, block)
		}
		return b, err
	})
}

// parts takes the id of an official apart.
func parts(id string) (state, slug, mark string) {
	base, mark, _ := identity.CutMark(id)
	state, slug, _ = strings.Cut(base, "/")
	return state, slug, mark
}

// body gives the number of an agency, and writes what is said of it where that is
// not what was said last.
func (w *writer) body(a *boctin.Agency) (int64, error) {
	told := *a
	told.Mentions, told.Place = nil, ""
	known, met := w.numbers.agencies[a.ID]
	if met && same(&known.told, &told) {
		return known.n, nil
	}
	if err := w.tx.Do(`INSERT INTO agencies (id, name, folded, name_en, country, kind, parent, wikidata) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,
		folded = excluded.folded, name_en = excluded.name_en, kind = excluded.kind, parent = excluded.parent, wikidata = excluded.wikidata
		WHERE (name, name_en, kind, parent, wikidata) <> (excluded.name, excluded.name_en, excluded.kind, excluded.parent, excluded.wikidata)`,
		a.ID, a.Name, fold.Plain(a.Name), a.NameEN, a.Country, a.Kind, a.Parent, a.Wikidata); err != nil {
		return 0, err
	}
	n, err := w.tx.Number(`SELECT n FROM agencies WHERE id = ?`, a.ID)
	w.numbers.agencies[a.ID] = knownAgency{n, told}
	return n, err
}

func same(a, b *boctin.Agency) bool {
	return a.Name == b.Name && a.NameEN == b.NameEN && a.Kind == b.Kind && a.Parent == b.Parent && a.Wikidata == b.Wikidata
}

// mentioned gives the number of an agency that has no entry of its own in the
// article: a post or an event alone names it.
func (w *writer) mentioned(id, name string) (int64, error) {
	if known, met := w.numbers.agencies[id]; met {
		return known.n, nil
	}
	n, err := w.tx.Number(`SELECT n FROM agencies WHERE id = ?`, id)
	if err != nil || n != 0 {
		return n, err
	}
	name = cmp.Or(name, id)
	return w.tx.Insert(`INSERT INTO agencies (id, name, folded, name_en, country, kind, parent, wikidata) VALUES (?,?,?,'',?,'','','')`, id, name, fold.Plain(name), country(id))
}

// office gives the number of a post.
func (w *writer) office(p identity.Post) (int64, error) {
	return store.Remember(w.numbers.offices, p, func() (int64, error) {
		var agency any
		if p.Agency != "" {
			n, err := w.mentioned(p.Agency, p.AgencyName)
			if err != nil {
				return 0, err
			}
			agency = n
		}
		return w.tx.Find(`SELECT n FROM offices WHERE title = ?1 AND COALESCE(agency, 0) = COALESCE(?2, 0) AND agency_name = ?3 AND former = ?4 AND acting = ?5 AND parent = ?6 AND place = ?7`,
			`INSERT INTO offices (title, agency, agency_name, former, acting, parent, place) VALUES (?,?,?,?,?,?,?)`,
			p.Title, agency, p.AgencyName, p.Former, p.Acting, p.Parent, p.Place)
	})
}
