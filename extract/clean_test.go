package extract

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/extract/charset"
)

// TestShortWay holds that a page of which only what is kept was looked at gives the article of the
// page that was decoded first, whatever stands in what is cut.
func TestShortWay(t *testing.T) {
	x := New(nil)
	plain := smallPage(`{T}{W}{A}{B}`)
	want, err := x.Article(plain)
	if err != nil {
		t.Fatal(err)
	}
	html := string(plain.Body)
	latin, _ := charmap.Windows1258.NewEncoder().String("<script>C\u00abng an</script>")
	for name, c := range map[string]struct {
		body, label string
		short       bool
	}{
		"as it is":            {html, "utf-8", true},
		"byte order mark":     {"\ufeff" + html, "utf-8", true},
		"other bytes in junk": {strings.Replace(html, "</head>", latin+"<!-- \xe1\xbb --></head>", 1), "utf-8", true},
		"decomposed":          {norm.NFD.String(html), "utf-8", true},
		"a broken byte":       {strings.Replace(html, "ở bản Khe", "ở bản\xe1 Khe", 1), "utf-8", false},
		"a NUL":               {strings.Replace(html, "</p>", "\x00</p>", 1), "utf-8", false},
	} {
		page := *plain
		page.Body = []byte(c.body)
		text, ok := charset.Undecoded(page.Body)
		d := document{Page: &page, digest: digest(page.Body), label: charset.UTF8, text: text, raw: true}
		if ok {
			_, err = x.article(d)
			ok = err != errUnclear
		}
		if ok != c.short {
			t.Errorf("%s: read as it stands: %v", name, ok)
		}
		got, err := x.Article(&page)
		if err != nil || got.Source.Charset != c.label {
			t.Errorf("%s: %q, %v", name, got.Source.Charset, err)
		}
		got.Body = strings.ReplaceAll(got.Body, "\ufffd", "")
		got.ID, got.Source = want.ID, want.Source
		a, _ := json.Marshal(got)
		if b, _ := json.Marshal(want); string(a) != string(b) {
			t.Errorf("%s:\n%s\nwant\n%s", name, a, b)
		}
	}
}
