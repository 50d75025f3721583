package beam

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/boctin/boctin/internal/identity"
)

// Appearance is one official in the version of an article that counts.
type Appearance struct {
	Article, Published, Local, Said string
}

// AppearancesFn parts an article into its officials, by the block in which others
// of their persons may be.
type AppearancesFn struct{}

// ProcessElement takes one article.
func (AppearancesFn) ProcessElement(article string, p Page, emit func(string, Appearance)) {
	for _, who := range p.People {
		emit(who.Block, Appearance{article, p.Published, who.Local, who.Said})
	}
}

// Held is a post of one person over all articles: a row of the view posts_held
// of boctin.db.
type Held struct {
	Official   string `json:"official"`
	Name       string `json:"name"`
	Title      string `json:"title"`
	Agency     string `json:"agency,omitempty"`
	AgencyName string `json:"agency_name,omitempty"`
	Former     bool   `json:"former,omitempty"`
	Acting     bool   `json:"acting,omitempty"`
	FirstSeen  string `json:"first_seen,omitempty"` // EDTF, of publication
	LastSeen   string `json:"last_seen,omitempty"`
	Articles   int    `json:"articles"`
}

// Known is who an official of an article is: by the id in the article, the person.
type Known struct {
	Local, ID, Name, Country string
}

// PeopleFn tells who is who in a block and sums up the posts of each.
type PeopleFn struct{ Options Options }

// Setup reads the words, once a worker.
func (f *PeopleFn) Setup() error {
	_, err := here.prepare(&f.Options)
	return err
}

// ProcessElement takes all appearances of one block.
func (f *PeopleFn) ProcessElement(block string, seen func(*Appearance) bool, emit func(int, string), known func(string, Known)) error {
	var list []*identity.Appearance
	for a := (Appearance{}); seen(&a); a = (Appearance{}) {
		x := &identity.Appearance{Article: a.Article, Published: a.Published, Local: a.Local}
		if err := x.Hear(a.Said); err != nil {
			return err
		}
		list = append(list, x)
	}
	for _, p := range here.people.Settle(list) {
		for _, i := range p.Members {
			known(list[i].Article, Known{list[i].Local, p.ID, p.Name, p.Country})
		}
		for _, h := range heldBy(&p, list) {
			line, err := jsonLine(h)
			if err != nil {
				return err
			}
			emit(partOf(block, f.Options.Parts), line)
		}
	}
	return nil
}

// heldBy gives the posts of a person.
func heldBy(p *identity.Person, list []*identity.Appearance) []*Held {
	type office struct {
		title, agency, name string
		former, acting      bool
	}
	held := map[office]*Held{}
	in := map[office]string{} // the article counted last; those of one stand together
	var out []*Held
	for _, i := range p.Members {
		s := list[i]
		for _, post := range s.Posts {
			o := office{post.Title, post.Agency, post.AgencyName, post.Former, post.Acting}
			h := held[o]
			if h == nil {
				h = &Held{Official: p.ID, Name: p.Name, Title: o.title, Agency: o.agency, AgencyName: o.name, Former: o.former, Acting: o.acting}
				held[o], out = h, append(out, h)
			}
			if h.Articles == 0 || in[o] != s.Article {
				h.see(s.Published)
				in[o] = s.Article
			}
		}
	}
	slices.SortFunc(out, func(a, b *Held) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Agency, b.Agency))
	})
	return out
}

func (h *Held) see(published string) {
	h.Articles++
	if published == "" {
		return
	}
	if h.FirstSeen == "" || published < h.FirstSeen {
		h.FirstSeen = published
	}
	h.LastSeen = max(h.LastSeen, published)
}

func jsonLine(v any) (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.String(), err
}
