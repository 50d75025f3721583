package beam

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/neardup"
)

// Page is what the steps over all articles need of one: a few kilobytes.
type Page struct {
	Article   string // URL, or the digest of the page
	ID        string // of the record
	Shard     int    // place of the page: of the shard in the list,
	Document  int    // and of the page in it
	Content   string // digest of what is printed
	Fetched   string // RFC 3339, UTC
	Published string // EDTF, or empty
	Wording   []byte // of the text, see neardup; nil where stories are not wanted
	Sketch    []byte
	People    []Person
	Events    []string // what it tells of each event, as JSON of an event of identity; its officials by their ids in the article
}

// Person is an official in an article.
type Person struct {
	Block, Local string
	Said         string // what the article says of him, see identity
}

// before tells which of two pages comes first in the shards.
func (p *Page) before(q *Page) bool {
	return p.Shard < q.Shard || p.Shard == q.Shard && p.Document < q.Document
}

// pageOf takes out of a record what the steps need. Its stamps are those of the
// article.
func pageOf(r *boctin.Record, o *Options, people *identity.Resolver) Page {
	printed := r.Article
	printed.Published, printed.Modified = nil, nil // read from the stamps
	p := Page{Article: identity.Article(&printed, r.Source.SHA256), ID: r.ID, Content: identity.Content(&printed), Fetched: r.Source.Fetched}
	if r.Published != nil {
		p.Published = r.Published.Value
	}
	if s := sketch(r, o.Stories); s != nil {
		p.Wording = s.Wording[:]
		p.Sketch, _ = s.MarshalBinary() // cannot fail
	}
	if o.Events {
		p.Events = eventsOf(r, p.Article)
	}
	if !o.Posts && !o.Events {
		return p
	}
	for _, a := range identity.Of(r) {
		p.People = append(p.People, Person{people.Block(&a), a.Local, a.Said()})
	}
	return p
}

func sketch(r *boctin.Record, wanted bool) *neardup.Sketch {
	if !wanted {
		return nil
	}
	return neardup.Of(r.Title, r.Body)
}
