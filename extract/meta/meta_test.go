package meta

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/sites"
)

// read gives what a head says, with its JSON-LD and scripts.
func read(t *testing.T, head string, data, scripts []string) *Data {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<html><head>" + head + "</head><body><p>A</p></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	bytes := func(all []string) (out [][]byte) {
		for _, s := range all {
			out = append(out, []byte(s))
		}
		return out
	}
	tree := dom.Plant(new(dom.Tree), doc, 16, dom.NewNamer(sites.Generic().Words()), nil, nil)
	return Read(tree, bytes(data), bytes(scripts))
}

// TestHostileHeads must neither fail nor let one value drive out the others.
func TestHostileHeads(t *testing.T) {
	deep := strings.Repeat(`{"@graph":[`, 2000) + `{"@type":"NewsArticle","headline":"X"}` + strings.Repeat(`]}`, 2000)
	for name, c := range map[string]struct {
		head          string
		data, scripts []string
		title         string // the most trusted, "" for none
		published     int
		own           string
	}{
		"nothing":                 {},
		"empty values":            {head: `<meta property="og:title" content=""><meta property="og:title"><title></title>`},
		"the last og:title":       {head: `<meta property="og:title" content="A"><title>B</title>`, title: "A"},
		"title after mark-up":     {head: `<title>A &amp; B &lt;i&gt;</title>`, title: "A & B <i>"},
		"address of a script":     {head: `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://a.example/x">`, own: "https://a.example/x"},
		"the first canonical":     {head: `<link rel="CANONICAL" href=" https://a.example/1 "><link rel="canonical" href="https://a.example/2">`, own: "https://a.example/1"},
		"a thousand days":         {head: strings.Repeat(`<meta property="article:published_time" content="2021-03-05">`, 1000), published: 1},
		"a day with two prefixes": {head: `<meta property="og:article:published_time" content="2021-03-05"><meta property="og:published_time" content="2021-03-06">`, published: 1},
		"JSON that never closes":  {data: []string{`{"@type":"NewsArticle","headline":"A","datePublished":"2021-03-05`}, title: "A"},
		"JSON of other types":     {data: []string{`[1,null,"x",{"@type":7,"headline":{"a":[]}}]`}},
		"JSON too deep":           {data: []string{deep}},
		"its own parent":          {data: []string{`{"@id":"#a","name":"x","@type":"NewsArticle","headline":"A","mainEntity":{"@id":"#a"}}`}, title: "A"},
		"comments and commas":     {data: []string{`<!-- {"@type":"NewsArticle",/* no */"headline":"A","datePublished":"2021-03-05",} -->;`}, title: "A", published: 1},
		"commas left out":         {data: []string{"{\"@type\":\"NewsArticle\",\"headline\":\"A\"\n\"datePublished\":\"2021-03-05\",\"author\":{\"name\":\"B\"}\n\"url\":\"c\"}"}, title: "A", published: 1},
		"quoted words in a line":  {data: []string{"{\"@type\":\"NewsArticle\",\"headline\":\"Ông \"X\" \"Y\" và \"Z\"\",\"datePublished\":\"2021-03-05\"}"}, title: `Ông "X" "Y" và "Z"`, published: 1},
		"keys without quotes":     {data: []string{`{"@type":"NewsArticle", headline: "A", datePublished: "2021-03-05", author: {name: "B"},}`}, title: "A", published: 1},
		"words behind a comma":    {data: []string{`{"@type":"NewsArticle","headline":"Ông "X", ông: "Y"","datePublished":"2021-03-05"}`}, title: `Ông "X", ông: "Y"`, published: 1},
		"NULs and controls":       {head: "<meta property=\"og:title\" content=\"A\x01\x02 B\">", title: "A B"},
		"script that loops":       {scripts: []string{strings.Repeat(`document.getElementById("d").innerHTML="x";`, 500)}},
	} {
		m := read(t, c.head, c.data, c.scripts)
		title := ""
		if len(m.Titles) > 0 {
			title = m.Titles[0]
		}
		if title != c.title || len(m.Published) != c.published || m.Own() != c.own {
			t.Errorf("%s: title %q, %d published, own %q", name, title, len(m.Published), m.Own())
		}
	}
}

// TestWritten reads the text that a script puts into an element, and nothing that
// it would have to run.
func TestWritten(t *testing.T) {
	m := read(t, "", nil, []string{`document.getElementById('ngay').innerHTML = "05/03/2021 07:15"; $("#gio").text('8:00 sáng'); document.getElementById("x").innerHTML = build(2021);`})
	if m.Written["ngay"] != "05/03/2021 07:15" || m.Written["gio"] != "8:00 sáng" || len(m.Written) != 2 {
		t.Errorf("%q", m.Written)
	}
}
