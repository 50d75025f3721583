package meta

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// TestSaid holds all that a head and its JSON-LD say.
func TestSaid(t *testing.T) {
	for name, c := range map[string]struct {
		head string
		data []string
		want Data
	}{
		"tags of every kind": {
			head: `<meta name="AUTHOR" content="Lò Văn Thử"><meta property="article:author" content="Lò Văn Thử"><meta itemprop="dateCreated" content="2021-03-05">` +
				`<meta name="keywords" content="lũ; cầu treo,, bản Pọng "><meta property="article:tag" content="mưa,lũ"><meta property="article:tag" content="lũ">` +
				`<meta property="og:image" content="a.jpg"><meta property="article:section" content="Thời sự"><meta name="lastmod" content="2021-03-06">`,
			want: Data{Authors: []string{"Lò Văn Thử"}, Published: []string{"2021-03-05"}, Keywords: []string{"lũ", "cầu treo", "bản Pọng"},
				Tags: []string{"mưa", "lũ"}, Images: []string{"a.jpg"}, Section: "Thời sự", Modified: []string{"2021-03-06"}},
		},
		"who wrote and when, for those who count readers": {
			head: `<meta name="parsely-author" content="Lò Văn Thử"><meta name="sailthru.author" content="Vi Thị Mừng"><meta name="cXenseParse:author" content="Lan Anh"><meta name="article_author" content="Hoa Mai"><meta property="dable:author" content="THU HÀ;NGHI VŨ">` +
				`<meta name="parsely-section" content="Đời sống"><meta name="parsely-pub-date" content="2021-03-05"><meta name="article_date_original" content="2021-03-06">`,
			want: Data{Authors: []string{"Lò Văn Thử", "Vi Thị Mừng", "Lan Anh", "Hoa Mai", "THU HÀ;NGHI VŨ"}, Published: []string{"2021-03-05", "2021-03-06"}},
		},
		"who wrote and when, of libraries": {
			head: `<meta name="DCTERMS.creator" content="Lò Văn Thử"><meta name="citation_authors" content="Vi Thị Mừng"><meta name="DC.publisher" content="Hoa Mai">` +
				`<meta name="DCTERMS.created" content="2021-03-05"><meta name="DCTERMS.issued" content="2021-03-06"><meta name="DCTERMS.valid" content="2021-03-07">`,
			want: Data{Authors: []string{"Lò Văn Thử", "Vi Thị Mừng"}, Published: []string{"2021-03-05", "2021-03-06"}},
		},
		"the first key that is known": {
			head: `<meta property="x:y" name="description" content="A"><meta property="og:title" name="description" content="B">`,
			want: Data{Titles: []string{"B"}, Descriptions: []string{"A"}},
		},
		"a time without a key":  {head: `<meta class="cms-date x" content="2021-03-05"><meta class="cms" content="2022">`, want: Data{Published: []string{"2021-03-05"}}},
		"a link to other pages": {head: `<link rel="next" href="https://a.example/2"><link href="https://a.example/3">`},
		"the first title":       {head: `<title>A</title><title>B</title>`, want: Data{Titles: []string{"A"}, PageTitle: "A"}},

		"an article of JSON-LD": {
			data: []string{`{"@type":["Thing","NewsArticle"],"headline":"A","description":"B &amp; C","datePublished":["2021-03-05","2020"],"dateModified":"2021-03-06",` +
				`"articleBody":"D","articleSection":["E","F"],"keywords":["x, y",7],"author":{"name":"Lò Văn Thử"}}`},
			want: Data{Titles: []string{"A"}, Descriptions: []string{"B & C"}, Published: []string{"2021-03-05"}, Modified: []string{"2021-03-06"},
				Body: "D", Section: "E", Tags: []string{"x", "y"}, Authors: []string{"Lò Văn Thử"}},
		},
		"the first body and section": {
			data: []string{`[{"@type":"Article","articleBody":"A","articleSection":"B"},{"@type":"Article","articleBody":"C","articleSection":"D"}]`},
			want: Data{Body: "A", Section: "B"},
		},
		"empty lists":        {data: []string{`{"@type":"Article","headline":[],"keywords":"x","author":[]}`}},
		"a blog's post":      {data: []string{`{"@type":"BlogPosting","headline":"A"}`}, want: Data{Titles: []string{"A"}}},
		"a report":           {data: []string{`{"@type":"Report","headline":"A"}`}, want: Data{Titles: []string{"A"}}},
		"no report":          {data: []string{`{"@type":"Reporting","headline":"A"}`}},
		"no article":         {data: []string{`{"@type":"WebPage","headline":"A","author":"B"}`}},
		"part of a page":     {data: []string{`{"@type":"WebPage","hasPart":{"@type":"Article","headline":"A"}}`}, want: Data{Titles: []string{"A"}}},
		"values in a row":    {data: []string{`{"@type":"Article","headline":"A"} {"@type":"Article","headline":"B"}`}, want: Data{Titles: []string{"A", "B"}}},
		"a node by its name": {data: []string{`{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Lò Văn Thử"}]}`}, want: Data{Authors: []string{"Lò Văn Thử"}}},
		"a node that has its own name": {
			data: []string{`{"@graph":[{"@type":"Article","author":{"@id":"#p","name":"Tạ Thử"}},{"@id":"#p","name":"Lò Văn Thử"}]}`},
			want: Data{Authors: []string{"Tạ Thử"}},
		},
		"an article with the address of a person": {
			data: []string{`{"@graph":[{"@type":"Article","@id":"#p","headline":"A"},{"@id":"#p","name":"B","@type":"Person"}]}`},
			want: Data{Titles: []string{"A"}},
		},
		"a node that nobody names": {data: []string{`{"@graph":[{"@type":"Article","@id":"#x","headline":"A","author":{"@id":"#y","@type":"Person"}},{"@id":"#y"}]}`},
			want: Data{Titles: []string{"A"}}},
		"an organisation that writes": {
			data: []string{`{"@type":"Article","author":[{"@type":"Organization","name":"Báo Mẫu"},{"@type":["Person"],"name":"Lò Văn Thử"},"Tạ &amp; Thử"]}`},
			want: Data{Authors: []string{"Lò Văn Thử", "Tạ & Thử"}},
		},
		"JSON that is not":            {data: []string{`{"datePublished" : "2021-03-05", "dateModified": 7, "headline" "A" oops`}, want: Data{Published: []string{"2021-03-05"}}},
		"JSON that ends in a key":     {data: []string{`{oops "headline"`, `{oops "headline":`, `{oops "headline":"A`, `{oops "headline": ""`}},
		"JSON with a text too long":   {data: []string{`{oops "headline":"` + strings.Repeat("a", 301) + `"`}},
		"a slip that is mended":       {data: []string{"//<![CDATA[\n{\"@type\":\"Article\", // of ours\n\"headline\":\"A\tB \\\" // C\",\n\"keywords\":[\"x\",],}\n//]]>"}, want: Data{Titles: []string{`A B " // C`}, Tags: []string{"x"}}},
		"a comment that does not end": {data: []string{`{"@type":"Article","headline":"A"} /* oops`}, want: Data{Titles: []string{"A"}}},
		"a string that does not end":  {data: []string{`{"@type":"Article","headline":"A\`}},
		"an empty script":             {data: []string{` `}},
	} {
		got := *read(t, c.head, c.data, nil)
		got.Written = nil
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestOnlySoMuch bounds what a head may say.
func TestOnlySoMuch(t *testing.T) {
	var head strings.Builder
	for i := range 150 {
		head.WriteString(`<meta property="og:image" content="` + strconv.Itoa(i) + `">`)
	}
	if m := read(t, head.String(), nil, nil); len(m.Images) != mostSaid || m.Images[99] != "99" {
		t.Errorf("%d images", len(m.Images))
	}
}

func TestAddress(t *testing.T) {
	for page, want := range map[string]string{
		`<head><link rel=canonical href="https://a.example/1"></head>`:                                                             "https://a.example/1",
		`<head><meta property="OG:URL" content=" https://a.example/2 "></head>`:                                                    "https://a.example/2",
		`<head><meta property="og:url" content="https://a.example/2"><link rel=canonical href="https://a.example/1"></head>`:       "https://a.example/1",
		`<head><link rel=canonical href="/1"><meta property="og:url" content="https://a.example/2"></head>`:                        "https://a.example/2",
		`<head><meta property="og:title" content="https://a.example/2"><link rel=alternate href="https://a.example/1"></head>`:     "",
		`<head></head><body><link rel=canonical href="https://a.example/1"><meta property="og:url" content="https://a.example/2">`: "",
	} {
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if got := Address(doc); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}
