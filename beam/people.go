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
	Article, Published, Local string
	Posts                     []Post
}

// AppearancesFn parts an article into its officials, by the id that namesakes share.
type AppearancesFn struct{}

// ProcessElement takes one article.
func (AppearancesFn) ProcessElement(article string, p Page, emit func(string, Appearance)) {
	for _, who := range p.People {
		emit(who.Base, Appearance{article, p.Published, who.Local, who.Posts})
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

// PeopleFn tells namesakes apart and sums up the posts of each.
type PeopleFn struct {
	Parts    int
	agencies map[string]Naming // of the side input, read once
}

// ProcessElement takes all appearances of one base.
func (f *PeopleFn) ProcessElement(base string, seen func(*Appearance) bool, names func(*Naming) bool, agencies func(*string, *Naming) bool, emit func(int, string)) error {
	f.learn(agencies)
	var name Naming
	names(&name)
	var list []Appearance
	for a := (Appearance{}); seen(&a); a = (Appearance{}) {
		list = append(list, a)
	}
	for _, h := range f.posts(base, name.Name, list) {
		line, err := jsonLine(h)
		if err != nil {
			return err
		}
		emit(partOf(base, f.Parts), line)
	}
	return nil
}

func (f *PeopleFn) learn(agencies func(*string, *Naming) bool) {
	if f.agencies != nil {
		return
	}
	f.agencies = map[string]Naming{}
	var id string
	var n Naming
	for agencies(&id, &n) {
		f.agencies[id] = n
		n = Naming{}
	}
}

// posts gives the posts of the persons of one base, in the order of their ids.
func (f *PeopleFn) posts(base, name string, list []Appearance) []Held {
	people := make([]*identity.Seen, len(list))
	posts := map[*identity.Seen][]Post{}
	for i, a := range list {
		people[i] = &identity.Seen{Article: a.Article, Published: a.Published, Local: a.Local, Places: f.places(a.Posts)}
		posts[people[i]] = a.Posts
	}
	slices.SortFunc(people, (*identity.Seen).Compare)
	identity.Group(people)
	type key struct {
		group int
		Post
	}
	held := map[key]*Held{}
	in := map[key]string{} // the article counted last; those of one stand together
	for _, s := range people {
		for _, p := range posts[s] {
			k := key{s.Group, p}
			h := held[k]
			if h == nil {
				h = &Held{Official: identity.PersonID(base, s.Group), Name: name, Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Former: p.Former, Acting: p.Acting}
				held[k] = h
			}
			if h.Articles == 0 || in[k] != s.Article {
				h.see(s.Published)
				in[k] = s.Article
			}
		}
	}
	var out []Held
	for _, h := range held {
		out = append(out, *h)
	}
	slices.SortFunc(out, func(a, b Held) int {
		return cmp.Or(cmp.Compare(a.Official, b.Official), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Agency, b.Agency))
	})
	return out
}

func (f *PeopleFn) places(posts []Post) (keys []string) {
	for _, p := range posts {
		if p.Agency != "" {
			a := f.agencies[p.Agency]
			keys = append(keys, identity.Places(a.Name, f.agencies[a.Parent].Name)...)
		}
	}
	return keys
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
