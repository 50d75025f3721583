// Package extract turns a page into an article: it copies what the page prints
// and leaves the boilerplate behind. HTML ends here.
package extract

import (
	"errors"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

// ErrNoArticle says that a page was read and holds no article.
var ErrNoArticle = errors.New("no article on this page")

// Extractor reads articles. It is built once, then read-only and safe to share
// between goroutines; nothing of one page is kept for the next.
type Extractor struct {
	sites *sites.Sites
}

// New builds an extractor from site profiles; nil leaves the generic reader alone.
func New(s *sites.Sites) *Extractor { return &Extractor{sites: s} }

// Article reads the article that a page prints.
func (e *Extractor) Article(page *boctin.Page) (boctin.Article, error) {
	return boctin.Article{}, ErrNoArticle
}
