package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/boctin/boctin"
)

// Article names the article that a page holds: its canonical URL, or the digest
// of the page as received where there is none.
func Article(a *boctin.Article, pageSHA256 string) string {
	if a.URL == "" {
		return "sha256:" + pageSHA256
	}
	return a.URL
}

// Content is the digest of what a page prints, apart from where it was read.
func Content(a *boctin.Article) string {
	b := *a
	b.Source, b.ID = boctin.Source{}, ""
	raw, _ := json.Marshal(&b) // strings alone
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:16])
}

// Version is what tells the versions of an article apart.
type Version struct {
	Content string // see Content
	Fetched string // RFC 3339, UTC; or empty
	Partial bool   // a summary alone, as feeds give it
}

// Then judges a page that comes after a version was taken for the newest: it
// prints the same, or was fetched before, or else takes its place. A summary
// says nothing beside the text that it sums up, which takes its place whenever
// it was fetched.
func (v Version) Then(page Version) (same, older bool) {
	switch {
	case page.Partial && !v.Partial:
		return true, false
	case v.Partial && !page.Partial:
		return false, false
	}
	return v.Content == page.Content, page.Fetched < v.Fetched
}
