package extract

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// FuzzHTML holds that any page gives an article with a body or an error, and
// that explaining it changes nothing.
func FuzzHTML(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.html")
	toml, _ := filepath.Glob("testdata/*.toml")
	for _, name := range append(files, toml...) {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	x := New(nil)
	f.Fuzz(func(t *testing.T, body []byte) {
		page := &boctin.Page{Path: "f.html", Body: body, Format: boctin.FormatHTML}
		a, err := x.Article(page)
		b, again := x.Explain(page)
		if (err == nil) != (again == nil) || err == nil && (a.Body != b.Body || a.Title != b.Title) {
			t.Fatalf("explained: %v %q %q, else %v %q %q", again, b.Title, b.Body, err, a.Title, a.Body)
		}
		var refused *NoArticleError
		if errors.As(err, &refused) && refused.Reason == "" {
			t.Fatal("refused without a reason")
		}
		if err == nil && (a.Body == "" || !utf8.ValidString(a.Body+a.Title+a.Lead)) {
			t.Fatalf("body %q, title %q, lead %q", a.Body, a.Title, a.Lead)
		}
	})
}
