package beam

import (
	"slices"

	"github.com/boctin/boctin/internal/identity"
)

// VersionsFn takes the pages of one article in the order of the shards and
// hands on the version that counts.
type VersionsFn struct{}

// ProcessElement takes one article.
func (VersionsFn) ProcessElement(article string, next func(*Page) bool, newest func(string, Page)) {
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
	}
	newest(article, *last)
}
