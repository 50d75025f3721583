// Package register numbers what stands in many rows of a corpus: texts, sites, officials, agencies,
// offices and the manner in which somebody is addressed.
package register

import (
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Numbers are the numbers of what stands in many rows, as far as a transaction met them.
type Numbers struct {
	tx        *store.Tx
	strings   map[string]int64
	sites     map[string]int64
	agencies  map[string]knownAgency
	officials map[string]Official
	offices   map[identity.Post]int64
	manners   map[[2]string]int64

	mannersKnown map[int64]Manner
	postsKnown   map[int64]identity.Post
	postsAlone   map[int64][]identity.Post // of one office
}

// New gives the numbers of one transaction.
func New(tx *store.Tx) *Numbers {
	return &Numbers{tx, map[string]int64{}, map[string]int64{}, map[string]knownAgency{}, map[string]Official{}, map[identity.Post]int64{}, map[[2]string]int64{},
		map[int64]Manner{}, map[int64]identity.Post{}, map[int64][]identity.Post{}}
}

// Text gives the number of a text.
func (w *Numbers) Text(text string) (int64, error) {
	return store.Remember(w.strings, text, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM strings WHERE text = ?`, `INSERT INTO strings (text) VALUES (?)`, text)
	})
}

// Site gives the number of a host.
func (w *Numbers) Site(host string) (int64, error) {
	return store.Remember(w.sites, host, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM sites WHERE host = ?`, `INSERT INTO sites (host) VALUES (?)`, host)
	})
}

// Manner gives the number of a manner.
func (w *Numbers) Manner(ranks, honorifics []string) (int64, error) {
	key := [2]string{column.List(ranks), column.List(honorifics)}
	return store.Remember(w.manners, key, func() (int64, error) {
		return w.tx.Find(`SELECT n FROM manners WHERE ranks = ? AND honorifics = ?`, `INSERT INTO manners (ranks, honorifics) VALUES (?,?)`, key[0], key[1])
	})
}

// Manner is how articles address a person.
type Manner struct{ Ranks, Honorifics []string }

// MannerOf reads the manner of a number.
func (w *Numbers) MannerOf(n int64) (Manner, error) {
	return store.Remember(w.mannersKnown, n, func() (Manner, error) {
		var ranks, honorifics string
		err := w.tx.Row(`SELECT ranks, honorifics FROM manners WHERE n = ?`, n).Scan(&ranks, &honorifics)
		return Manner{column.ReadList(ranks), column.ReadList(honorifics)}, err
	})
}
