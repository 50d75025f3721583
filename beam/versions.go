package beam

import (
	"slices"

	"github.com/boctin/boctin/internal/identity"
)

// Naming is what one article says of an agency or of a name, and where it stands.
type Naming struct {
	Full     bool // of an agency: it has an entry of its own, not only in a post
	Name     string
	Parent   string // id of the agency above
	Shard    int
	Document int
	Finding  int // in the article
}

// VersionsFn takes the pages of one article in the order of the shards and
// hands on the version that counts. What versions before it said of agencies
// and names stays known, as in boctin.db.
type VersionsFn struct{}

// ProcessElement takes one article.
func (VersionsFn) ProcessElement(article string, next func(*Page) bool, newest func(string, Page), agency, name func(string, Naming)) {
	var pages []Page
	for p := (Page{}); next(&p); p = (Page{}) {
		pages = append(pages, p)
	}
	slices.SortFunc(pages, func(a, b Page) int {
		if a.before(&b) {
			return -1
		}
		return 1
	})
	var last *Page
	for i := range pages {
		p := &pages[i]
		if last != nil {
			same, older := identity.Version{Content: last.Content, Fetched: last.Fetched}.Then(identity.Version{Content: p.Content, Fetched: p.Fetched})
			if same || older {
				continue
			}
		}
		last = p
		p.name(agency, name)
	}
	newest(article, *last)
}

// name hands on what the article says of agencies and names.
func (p *Page) name(agency, name func(string, Naming)) {
	at := 0
	naming := func(full bool, name, parent string) Naming {
		at++
		return Naming{full, name, parent, p.Shard, p.Document, at}
	}
	for _, a := range p.Agencies {
		agency(a.ID, naming(true, a.Name, a.Parent))
	}
	for _, who := range p.People {
		name(who.Base, naming(false, who.Name, ""))
		for _, h := range who.Posts {
			if h.Agency != "" {
				agency(h.Agency, naming(false, h.AgencyName, ""))
			}
		}
	}
}

// NamingFn keeps of what was said of one agency or name what boctin.db keeps:
// the last full entry, or else the first naming.
type NamingFn struct{}

// MergeAccumulators keeps one of two.
func (NamingFn) MergeAccumulators(a, b Naming) Naming {
	if a.Finding == 0 || b.Finding == 0 { // the empty one
		if a.Finding == 0 {
			return b
		}
		return a
	}
	if a.Full != b.Full {
		if a.Full {
			return a
		}
		return b
	}
	if a.before(b) != a.Full {
		return a
	}
	return b
}

func (n Naming) before(o Naming) bool {
	if n.Shard != o.Shard {
		return n.Shard < o.Shard
	}
	if n.Document != o.Document {
		return n.Document < o.Document
	}
	return n.Finding < o.Finding
}
