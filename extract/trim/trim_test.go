package trim

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/boctin/boctin/extract/limits"
)

var bounds = limits.Limits{Bytes: 4 << 10, Tags: 60, Depth: 20, Attrs: 3}

func kept() *Asked {
	s := &Asked{}
	for _, a := range KeptAttrs {
		s.Attributes.Add(a)
	}
	for _, said := range []string{"og:title", "article:tag", "author", "canonical"} {
		s.Said.Add(said)
	}
	return s
}

func scan(t *testing.T, src string, mark bool) Trimmed {
	t.Helper()
	got, err := Scan([]byte(src), nil, bounds, kept(), mark)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return got
}

// TestNamesOfLinks holds which classes and rels of links and pictures are kept, and that those of other
// elements, which are compared with one another, all are.
func TestNamesOfLinks(t *testing.T) {
	asked := kept()
	asked.Tells = func(name []byte) bool { return bytes.Contains(name, []byte("author")) }
	asked.Classes.Add("b-c")
	asked.Attributes.AddValue("class", "tin-lien")
	for src, want := range map[string]string{
		`<a class="x author-name">`:               `<a class="x author-name">`,
		`<a class="x y" rel="nofollow noopener">`: `<a>`,
		`<a rel=author>`:                          `<a rel=author>`,
		`<IMG CLASS='x b-c'>`:                     `<IMG CLASS='x b-c'>`,
		`<i class="b-cd">`:                        `<i>`,
		`<i class="&#98;-c">`:                     `<i class="&#98;-c">`,
		`<a class=x-tin-lien-y>`:                  `<a class=x-tin-lien-y>`,
		`<a class>`:                               `<a>`,
		`<a class="` + strings.Repeat("x", longestName+1) + `">`:         `<a class="` + strings.Repeat("x", longestName+1) + `">`,
		`<style>.h{display:none}</style><a class="x h"></a><a class=hh>`: `<a class="x h"></a><a>`,
		`<span class="x y"><link rel=canonical><p class=z>`:              `<span class="x y"><link rel=canonical><p class=z>`,
	} {
		for _, mark := range []bool{false, true} {
			got, err := Scan([]byte(src), nil, bounds, asked, mark)
			if err != nil {
				t.Fatal(err)
			}
			if same := string(got.HTML) == want; !mark && !same {
				t.Errorf("%s is kept as %s, want %s", src, got.HTML, want)
			}
			if mark && strings.Count(string(got.HTML), "=") < strings.Count(src, "=")-strings.Count(src, "style") {
				t.Errorf("%s loses a name where it is to be explained: %s", src, got.HTML)
			}
		}
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"text alone", "Nước rút dần", "Nước rút dần"},
		{"a sign that begins no tag", "a < b <3 c <", "a &lt; b &lt;3 c "},
		{"a sign before the end", "a<b>c</b><", "a<b>c</b>"},
		{"comment", "a<!-- <p>b</p> -->c", "ac"},
		{"empty comment", "a<!-->b-->c", "ab-->c"},
		{"comment without end", "a<!-- b <i>c</i><!-- d -- e > f", "ac</i> f"},
		{"comment without end after one with", "a<!-- b -->c<!-- d>e", "ace"},
		{"declaration", "<!DOCTYPE html><p>a", "<p>a"},
		{"instruction", "<?xml version='1'?><p>a", "<p>a"},
		{"instruction without end", "a<?xml b", "a"},

		{"white space of an editor", "<div>\n\t<p>a</p>\n  <p>b</p>\n</div>", "<div><p>a</p><p>b</p></div>"},
		{"white space before a block", "<b>a</b> <p>b</p>", "<b>a</b><p>b</p>"},
		{"white space before the end of a block", "<p><b>a</b> </p>", "<p><b>a</b></p>"},
		{"white space between words", "<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"},
		{"white space after a block", "<p> <b>a</b>", "<p><b>a</b>"},
		{"white space after text", "<p>a</p>b<i>c</i> <i>d</i>", "<p>a</p>b<i>c</i> <i>d</i>"},
		{"white space before text", "<p>a</p>\n\t\tb<i>c</i>    d<i>e</i>\r\n \r\n \tf<br>", "<p>a</p>\nb<i>c</i> d<i>e</i>\n\nf<br>"},
		{"no-break space", "<p>\u00a0</p>", "<p>\u00a0</p>"},
		{"form feed is no indentation", "<p>\f</p>", "<p>\f</p>"},
		{"a block of any case", "<b>a</b> <DIV>b</DIV>", "<b>a</b> <DIV>b</DIV>"},
		{"a longer name is no block", "<b>a</b> <blockquotes>b", "<b>a</b> <blockquotes>b"},

		{"script", "<p>a<script>if (a<b) c('</p>')</script>b", "<p>ab"},
		{"script of any case", "<p>a<SCRIPT>b</Script >c", "<p>ac"},
		{"script whose end has a longer name", "a<script>b</scripts>c</script>d", "ad"},
		{"script without end", "a<script>b<p>c", "ab<p>c"},
		{"a second script without end", "<script>a<script>b", "ab"},
		{"end of a script alone", "a</script>b", "ab"},
		{"form controls", "<p><select><option>a</select><textarea>b</textarea>c<input value=d>e", "<p>ce"},
		{"drawing", "a<svg viewBox='0'><path d='b'/><title>c</title></svg>d", "ad"},
		{"drawing that closes itself", "a<svg/>b<svg>c</svg>d", "abd"},
		{"frame that looks as if it closed itself", "a<iframe src=b />c</iframe>d", "ad"},
		{"title", "<title>a</title><p>b", "<title>a</title><p>b"},
		{"title without end", "<title>a<p>b", "a<p>b"},
		{"a later title without end", "<title>a</title><title>b<p>c", "<title>a</title>b<p>c"},
		{"a tag in a title", "<title id=a>a<script>b<li class=c onclick=d> </title> <b>e", "<title>a<script>b<li class=c onclick=d> </title> <b>e"},

		{"attributes that nobody reads", `<p class="a" onclick="b(1 > 2)" data-x=c>d`, `<p class="a">d`},
		{"attributes without quotes", "<p class=a id = b>c", "<p class=a id = b>c"},
		{"attributes in single quotes", "<p class='a>b'>c", "<p class='a>b'>c"},
		{"attribute without value", "<p hidden>a", "<p hidden>a"},
		{"attribute of any case", "<P CLASS=a>b", "<P CLASS=a>b"},
		{"attribute that begins with =", "<p =a class=b>c", "<p class=b>c"},
		{"attribute without end", `<p>a<p class="b>c`, `<p>a<p class="b>c>`},
		{"unquoted value to the end", "a<p class=b", "a<p class=b>"},
		{"slashes between attributes", "<p/class=a/id=b>c", "<p class=a/id=b>c"},
		{"value that ends a tag", "<p class=>a", "<p class=>a"},
		{"name that is longer than any kept", "<p abcdefghijabcdefghijabcdefghijabcdefghij=1 id=a>b", "<p id=a>b"},
		{"name that only begins as a kept one", "<p classes=a ids=b>c", "<p>c"},
		{"more attributes than are kept", "<p id=a class=b lang=c role=d rel=e>f", "<p id=a class=b lang=c>f"},
		{"more attributes than are looked at", "<p a b c id=d>e", "<p>e"},
		{"style that hides", `<p style="display:none">a`, `<p style="display:none">a`},
		{"style that says nothing", `<p style="color:red">a`, `<p>a`},
		{"address of a style sheet", `<link href=a rel=stylesheet><a href=c>d</a>`, `<a>d</a>`},
		{"address of the page", `<link href=a rel=Canonical><a href=c>d</a>`, `<link href=a rel=Canonical><a>d</a>`},
		{"what is asked for", `<META content=a name=Author><meta property = "og:article:tag" content=b>`, `<META content=a name=Author><meta property = "og:article:tag" content=b>`},
		{"what nobody asks for", `<b>a</b><meta name=viewport content="author"> <meta charset=utf-8><meta name="a longer name than any that somebody asks for">b`, `<b>a</b>b`},
		{"a name with an entity", `<meta name="og&#58;title">`, `<meta name="og&#58;title">`},
		{"a class", `<meta class=b>`, `<meta class=b>`},
		{"a side of a picture", `<img width="5" height='600' src=a><img height=" 59 " width=400px><td width="&#53;0%">`, `<img width="5" src=a><img height=" 59 "><td width="&#53;0%">`},
		{"title of a date", `<span title="8:00">a</span><a title="b">c</a>`, `<span title="8:00">a</span><a>c</a>`},
	} {
		if diff := cmp.Diff(c.want, string(scan(t, c.src, false).HTML)); diff != "" {
			t.Errorf("%s: %s\n%s", c.name, c.src, diff)
		}
	}
}

// TestDepth holds that what nests deeper than the bound loses its tags, both of
// them, and keeps its text.
func TestDepth(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"levels", strings.Repeat("<div>", 21) + "a</div>b</div>c", strings.Repeat("<div>", 20) + "ab</div>c"},
		{"tables count for their rows", strings.Repeat("<table>", 6) + "a", strings.Repeat("<table>", 5) + "a"},
		{"lists count for their items", strings.Repeat("<ul><li>", 11) + "a", strings.Repeat("<ul><li>", 10) + "<li>a"},
		{"what needs no end has no depth", strings.Repeat("<p>", 25) + "a", strings.Repeat("<p>", 25) + "a"},
		{"formatting", strings.Repeat("<b>", 13) + "a</b>b</b>c", strings.Repeat("<b>", 12) + "ab</b>c"},
		{"formatting that is closed", strings.Repeat("<b>a</b>", 14), strings.Repeat("<b>a</b>", 14)},
		{"levels that are closed", strings.Repeat("<div>a</div>", 22), strings.Repeat("<div>a</div>", 22)},
		{"an end too many", "</div></div>" + strings.Repeat("<div>", 21) + "a", "</div></div>" + strings.Repeat("<div>", 20) + "a"},
		{"white space beside what was left out", strings.Repeat("<div>", 21) + "a</div> <div>b", strings.Repeat("<div>", 20) + "a b"},
	} {
		if diff := cmp.Diff(c.want, string(scan(t, c.src, false).HTML)); diff != "" {
			t.Errorf("%s: %s\n%s", c.name, c.src, diff)
		}
	}
}

func TestScripts(t *testing.T) {
	got := scan(t, `<script type="application/ld+json">{"a": "2024"}</script>`+
		`<script>e.innerHTML = "20/1/2024"</script><script>e.innerHTML = "x"</script><script>f("2024")</script>`+
		`<style>.innerHTML 2024</style><script>$(e).text("5/3/1998")</script>`+
		`<script>e.innerText = 2024;`+strings.Repeat(" ", longestWriter)+`</script>`, false)
	var data, scripts []string
	for _, d := range got.Data {
		data = append(data, string(d))
	}
	for _, s := range got.Scripts {
		scripts = append(scripts, string(s))
	}
	if diff := cmp.Diff([][]string{{`{"a": "2024"}`}, {`e.innerHTML = "20/1/2024"`, `$(e).text("5/3/1998")`}}, [][]string{data, scripts}); diff != "" {
		t.Error(diff)
	}
	if got.Tags != 7 || len(got.HTML) != 0 {
		t.Errorf("%d tags, %q", got.Tags, got.HTML)
	}
}

func TestMark(t *testing.T) {
	want := "<p boctin-at=0 id=a>b<br boctin-at=10></p>"
	if diff := cmp.Diff(want, string(scan(t, "<p id=a >b<br /></p>", true).HTML)); diff != "" {
		t.Error(diff)
	}
}

func TestLimits(t *testing.T) {
	for src, want := range map[string]string{
		strings.Repeat("a", 4<<10):         "",
		strings.Repeat("a", 4<<10+1):       "bytes",
		strings.Repeat("<br>", 60):         "",
		strings.Repeat("<br>", 61):         "tags",
		strings.Repeat("<i></i>", 60):      "",
		strings.Repeat("<script>", 61):     "tags",
		strings.Repeat("<", 100):           "",
		strings.Repeat("<!--", 1000) + "a": "",
	} {
		_, err := Scan([]byte(src), nil, bounds, kept(), false)
		var over *limits.Error
		if what := ""; errors.As(err, &over) {
			if what = over.What; what != want {
				t.Errorf("%.20s: over %s, want %q", src, what, want)
			}
		} else if want != "" || err != nil {
			t.Errorf("%.20s: %v, want %q", src, err, want)
		}
	}
}
