package main

import (
	"bytes"
	"net/url"
	"time"

	readeck "codeberg.org/readeck/go-readability"
	"github.com/PuerkitoBio/goquery"
	shiori "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// reader is one way to get the article out of a page. What is timed is time:
// the reading of the page without what only our scoring needs.
type reader struct {
	name string
	time func(page)
	read func(page) (boctin.Article, bool) // nil: it is only timed
}

// readers lists the field; the bare parse comes first, it is the measure.
func readers() []reader {
	known, err := sites.Load(nil)
	if err != nil {
		panic(err)
	}
	lex, err := lexicon.Load(nil)
	if err != nil {
		panic(err)
	}
	dates := normalize.New(lex)
	list := []reader{
		{name: "goquery, parse alone", time: parse},
		ours("boctin", extract.New(known), dates),
		ours("boctin, no profiles", extract.New(nil), dates),
	}
	for _, p := range []struct {
		name string
		read func(page) (boctin.Article, bool)
	}{
		{"go-trafilatura", trafilaturaText},
		{"go-readability (readeck)", readeckText},
		{"go-readability (shiori)", shioriText},
		{"go-domdistiller", distillerText},
	} {
		list = append(list, reader{name: p.name, read: p.read, time: func(x page) { p.read(x) }})
	}
	return list
}

func parse(p page) {
	_, _ = goquery.NewDocumentFromReader(bytes.NewReader(p.body)) // only the time counts
}

// ours reads a page as boctin run does up to the day of publication.
func ours(name string, x *extract.Extractor, dates *normalize.Normalizer) reader {
	article := func(p page) (boctin.Article, error) {
		return x.Article(&boctin.Page{URL: p.url, Path: p.path, Body: p.body})
	}
	return reader{
		name: name,
		time: func(p page) { _, _ = article(p) }, // only the time counts
		read: func(p page) (boctin.Article, bool) {
			a, err := article(p)
			if err != nil {
				return boctin.Article{}, false
			}
			return dates.Dated(a), true
		},
	}
}

func address(p page) *url.URL {
	u, err := url.Parse(p.url)
	if err != nil {
		return &url.URL{}
	}
	return u
}

// peer makes an article of what a peer gives.
func peer(title, text, author string, day time.Time) boctin.Article {
	a := boctin.Article{Title: title, Body: text}
	if author != "" {
		a.Authors = []string{author}
	}
	if !day.IsZero() {
		a.Published = &boctin.Moment{Value: day.Format("2006-01-02T15:04-07:00")}
	}
	return a
}

func trafilaturaText(p page) (boctin.Article, bool) {
	r, err := trafilatura.Extract(bytes.NewReader(p.body), trafilatura.Options{OriginalURL: address(p), EnableFallback: true, ExcludeComments: true})
	if err != nil || r == nil {
		return boctin.Article{}, false
	}
	return peer(r.Metadata.Title, r.ContentText, r.Metadata.Author, r.Metadata.Date), true
}

func readeckText(p page) (boctin.Article, bool) {
	a, err := readeck.FromReader(bytes.NewReader(p.body), address(p))
	if err != nil || a.Node == nil {
		return boctin.Article{}, false
	}
	return peer(a.Title, nodeText(a.Node), a.Byline, value(a.PublishedTime)), true
}

func shioriText(p page) (boctin.Article, bool) {
	a, err := shiori.FromReader(bytes.NewReader(p.body), address(p))
	if err != nil {
		return boctin.Article{}, false
	}
	return peer(a.Title, a.TextContent, a.Byline, value(a.PublishedTime)), true
}

func value(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

func distillerText(p page) (boctin.Article, bool) {
	r, err := distiller.ApplyForReader(bytes.NewReader(p.body), &distiller.Options{OriginalURL: address(p)})
	if err != nil || r == nil {
		return boctin.Article{}, false
	}
	return peer(r.Title, r.Text, r.MarkupInfo.Author, time.Time{}), true
}

// nodeText is the text under a node, its elements apart.
func nodeText(n *html.Node) string {
	var out bytes.Buffer
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
			out.WriteByte(' ')
		}
	}
	return out.String()
}
