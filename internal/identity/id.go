package identity

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// Base is the id of a record without the number by which an article tells
// namesakes apart.
func Base(o *boctin.Official) string { return withoutNumber(o.ID) }

func withoutNumber(id string) string {
	if i := strings.LastIndexByte(id, '-'); i > 0 && strings.Trim(id[i+1:], "0123456789") == "" {
		return id[:i]
	}
	return id
}

// BaseID is country/name, which namesakes share.
func BaseID(country, name string) string {
	if country == "" {
		country = "xx"
	}
	return viet.CountryID(country, name)
}

// Mark tells an appearance from all others of its name; an id that ends in it
// stays his whose appearance that is, whatever else the corpus comes to hold.
func Mark(a *Appearance) string {
	if a.Mark != "" {
		return a.Mark
	}
	sum := sha256.Sum256([]byte(a.Article + "\x00" + a.Local))
	return "x" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:6])
}

// MarkLength is how many bytes a mark has.
const MarkLength = 7

// CutMark parts an id into country/name and the mark, where it has one.
func CutMark(id string) (base, mark string, marked bool) {
	i := strings.LastIndexByte(id, '-')
	if i < 0 || len(id)-i != 1+MarkLength || id[i+1] != 'x' {
		return id, "", false
	}
	return id[:i], id[i+1:], true
}

// giveIDs gives country/name to whoever alone bears that name, and to namesakes
// country/name and the mark of the earliest appearance of each. Whoever bore a name in
// one article bears it: an id that was his is nobody else's, though most now write him
// otherwise.
func giveIDs(people []Person, block []*Appearance) {
	bearers := map[string]map[int]bool{}
	bear := func(id string, person int) {
		if bearers[id] == nil {
			bearers[id] = map[int]bool{}
		}
		bearers[id][person] = true
	}
	for i := range people {
		p := &people[i]
		p.ID = BaseID(p.Country, p.Name)
		bear(p.ID, i)
		named := map[[2]string]bool{}
		for _, m := range p.Members {
			as := [2]string{block[m].Country, block[m].Name}
			if !named[as] {
				named[as] = true
				bear(BaseID(as[0], as[1]), i)
			}
		}
	}
	for i := range people {
		p := &people[i]
		if len(bearers[p.ID]) > 1 && p.group.leader == nil {
			p.ID += "-" + Mark(block[p.Members[0]])
		}
	}
}
