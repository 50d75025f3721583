package register

import (
	"cmp"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/fold"
)

// country is the first part of an id.
func country(id string) string {
	c, _, _ := strings.Cut(id, "/")
	return strings.ToUpper(c)
}

type knownAgency struct {
	n    int64
	told boctin.Agency // as it was written last; without mentions
}

// Agency gives the number of an agency, and writes what is said of it where that is
// not what was said last.
func (w *Numbers) Agency(a *boctin.Agency) (int64, error) {
	told := *a
	told.Mentions, told.Place = nil, ""
	known, met := w.agencies[a.ID]
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
	w.agencies[a.ID] = knownAgency{n, told}
	return n, err
}

func same(a, b *boctin.Agency) bool {
	return a.Name == b.Name && a.NameEN == b.NameEN && a.Kind == b.Kind && a.Parent == b.Parent && a.Wikidata == b.Wikidata
}

// Mentioned gives the number of an agency that has no entry of its own in the
// article: a post or an event alone names it.
func (w *Numbers) Mentioned(id, name string) (int64, error) {
	if known, met := w.agencies[id]; met {
		return known.n, nil
	}
	n, err := w.tx.Number(`SELECT n FROM agencies WHERE id = ?`, id)
	if err != nil || n != 0 {
		return n, err
	}
	name = cmp.Or(name, id)
	return w.tx.Insert(`INSERT INTO agencies (id, name, folded, name_en, country, kind, parent, wikidata) VALUES (?,?,?,'',?,'','','')`, id, name, fold.Plain(name), country(id))
}
