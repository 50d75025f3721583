package extract

import (
	"errors"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin"
)

// TestRefusals reads pages that are no article, and articles that look like
// them.
func TestRefusals(t *testing.T) {
	var file struct {
		Page []struct {
			Name, Reason, HTML string
			Body               []string
		}
	}
	meta, err := toml.DecodeFile("testdata/nature.toml", &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatal(err, meta.Undecoded())
	}
	x := New(nil)
	for _, p := range file.Page {
		t.Run(p.Name, func(t *testing.T) {
			a, err := x.Article(&boctin.Page{Path: p.Name, Body: []byte(p.HTML)})
			var refused *NoArticleError
			if errors.As(err, &refused) {
				if refused.Reason != p.Reason {
					t.Fatalf("refused as %q, want %q; body %q", refused.Reason, p.Reason, a.Body)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p.Reason != "" {
				t.Fatalf("read as an article %q: %q", a.Title, a.Body)
			}
			begins(t, a.Body, p.Body)
		})
	}
}

func begins(t *testing.T, body string, want []string) {
	t.Helper()
	got := strings.Split(body, "\n\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !strings.HasPrefix(got[i], want[i]) {
			t.Fatalf("paragraphs are %q, want %q", got, want)
		}
	}
}
