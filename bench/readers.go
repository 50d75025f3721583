package main

import (
	"bytes"
	"net/url"

	readeck "codeberg.org/readeck/go-readability"
	"github.com/PuerkitoBio/goquery"
	shiori "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
)

// reader is one way to get the title and the text out of a page.
type reader struct {
	name string
	read func(page) (title, text string)
}

// readers lists the field; the bare parse comes first, it is the measure.
func readers() []reader {
	known, err := sites.Load(nil)
	if err != nil {
		panic(err)
	}
	return []reader{
		{"goquery, parse alone", parse},
		{"boctin", ours(extract.New(known))},
		{"boctin, no profiles", ours(extract.New(nil))},
		{"go-trafilatura", trafilaturaText},
		{"go-readability (readeck)", readeckText},
		{"go-readability (shiori)", shioriText},
		{"go-domdistiller", distillerText},
	}
}

func parse(p page) (string, string) {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(p.body))
	if err != nil || doc == nil {
		return "", ""
	}
	return "", ""
}

func ours(x *extract.Extractor) func(page) (string, string) {
	return func(p page) (string, string) {
		a, err := x.Article(&boctin.Page{URL: p.gold.URL, Path: p.name, Body: p.body})
		if err != nil {
			return "", ""
		}
		return a.Title, a.Body
	}
}

func address(p page) *url.URL {
	u, err := url.Parse(p.gold.URL)
	if err != nil {
		return &url.URL{}
	}
	return u
}

func trafilaturaText(p page) (string, string) {
	r, err := trafilatura.Extract(bytes.NewReader(p.body), trafilatura.Options{OriginalURL: address(p), EnableFallback: true, ExcludeComments: true})
	if err != nil || r == nil {
		return "", ""
	}
	return r.Metadata.Title, r.ContentText
}

func readeckText(p page) (string, string) {
	a, err := readeck.FromReader(bytes.NewReader(p.body), address(p))
	if err != nil || a.Node == nil {
		return "", ""
	}
	return a.Title, nodeText(a.Node)
}

func shioriText(p page) (string, string) {
	a, err := shiori.FromReader(bytes.NewReader(p.body), address(p))
	if err != nil {
		return "", ""
	}
	return a.Title, a.TextContent
}

func distillerText(p page) (string, string) {
	r, err := distiller.ApplyForReader(bytes.NewReader(p.body), &distiller.Options{OriginalURL: address(p)})
	if err != nil || r == nil {
		return "", ""
	}
	return r.Title, r.Text
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
