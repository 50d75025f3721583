package identity

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
)

// Appearance is what one article says of one person.
type Appearance struct {
	Article    string   `json:",omitempty"` // URL, or the digest of the page; where Mark is given, whatever tells articles apart
	Mark       string   `json:"-"`          // what the function Mark gives; empty where it is to be told from Article and Local
	Published  string   `json:",omitempty"` // EDTF
	Local      string   `json:",omitempty"` // id in the article's record
	Name       string   // as the record gives it, marks kept
	Aliases    []string `json:",omitempty"`
	Country    string   `json:",omitempty"` // ISO 3166-1 alpha-2
	Ranks      []string `json:",omitempty"`
	Honorifics []string `json:",omitempty"`
	Posts      []Post   `json:",omitempty"`
	Born       int      `json:",omitempty"` // year
	More       int      `json:"-"`          // further articles, of nobody else of the block, that say the same later
	Until      string   `json:"-"`          // Published of the last of them
}

// number is how many appearances it stands for.
func (a *Appearance) number() int { return 1 + a.More }

// Post is an office that an article gives to a person.
type Post struct {
	Title      string
	Agency     string `json:",omitempty"` // id
	AgencyName string `json:",omitempty"`
	Parent     string `json:",omitempty"` // id of the agency above
	Place      string `json:",omitempty"` // that the agency serves; read from AgencyName where empty
	Former     bool   `json:",omitempty"`
	Acting     bool   `json:",omitempty"`
}

// Of gives the appearances of the persons of a record, in the record's order.
func Of(r *boctin.Record) []Appearance {
	agencies := map[string]*boctin.Agency{}
	for i := range r.Agencies {
		agencies[r.Agencies[i].ID] = &r.Agencies[i]
	}
	article, published := Article(&r.Article, r.Source.SHA256), ""
	if r.Published != nil {
		published = r.Published.Value
	}
	var all []Appearance
	for i := range r.Officials {
		o := &r.Officials[i]
		a := Appearance{
			Article: article, Published: published, Local: o.ID, Name: o.Name, Aliases: o.Aliases,
			Country: o.Country, Ranks: o.Ranks, Honorifics: o.Honorifics,
		}
		for _, p := range o.Posts {
			post := Post{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Former: p.Former, Acting: p.Acting}
			if g := agencies[p.Agency]; g != nil {
				post.Parent, post.Place = g.Parent, g.Place
			}
			a.Posts = append(a.Posts, post)
		}
		all = append(all, a)
	}
	return all
}

// Compare puts the earliest article first, and what bears no day last: the order
// in which a person's appearances are told, and by which his id is chosen.
func (a *Appearance) Compare(b *Appearance) int {
	switch {
	case (a.Published == "") != (b.Published == ""):
		return cmp.Compare(b.Published, a.Published)
	case a.Published != b.Published:
		return cmp.Compare(a.Published, b.Published)
	}
	return cmp.Or(cmp.Compare(Mark(a), Mark(b)), cmp.Compare(a.Local, b.Local), slices.Compare(a.Ranks, b.Ranks))
}
