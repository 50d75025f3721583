package extract

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

// text reads an article that was saved as plain text. An address printed in the
// text gives way to the one the page is known by.
func (x *Extractor) text(page *boctin.Page, text []byte, a *boctin.Article, explain bool) error {
	if len(text) > x.limits.Bytes {
		return &LimitError{What: "bytes", Limit: x.limits.Bytes, Got: len(text)}
	}
	source := a.Source
	*a = x.plain.Article(string(text), explain)
	a.Schema, a.Source = boctin.Schema, source
	if page.URL != "" {
		a.URL = page.URL
	}
	if lines.URLDate(a.URL) != "" {
		a.Stamps = slices.DeleteFunc(a.Stamps, coarse)
	}
	a.ID = identify(a.URL, source.SHA256)
	if u, err := url.Parse(a.URL); err == nil {
		a.Site = sites.Host(u.Host)
	}
	a.Source.Claimed = host(page.URL) == "" && a.Site != ""
	a.Language = language(a.Body, "")
	if !saysSomething(a.Body) {
		return &NoArticleError{"no text"}
	}
	return nil
}

// leastWords is how many words a text has at least: Ngày 5/6/2025, or a stray
// letter, is none.
const leastWords = 3

// saysSomething tells whether a text has some words.
func saysSomething(body string) bool {
	words := 0
	for word := range strings.FieldsSeq(body) {
		if strings.ContainsFunc(word, unicode.IsLetter) {
			words++
		}
		if words == leastWords {
			return true
		}
	}
	return false
}

// coarse tells a mark that gives the month alone, as a saving program writes it: it
// says less than the day in an address.
func coarse(s boctin.Stamp) bool {
	return len(s.Text) == len("2006-01")
}
