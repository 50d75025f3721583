package cases_test

import (
	"testing"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/internal/cases"
)

// TestEdges holds that a text may begin and end anywhere: each text of the corpora is read from
// where a word, a number or a mark begins in it, and up to there, as title and as body. What
// looks for something before the first token or behind the last one fails.
func TestEdges(t *testing.T) {
	n := normalize.New(cases.Lexicon(t))
	for _, finder := range []string{"date", "agency", "official", "event"} {
		for k, c := range corpusOf(t, finder) {
			whole := c.Text
			for i := 1; i < len(whole); i++ {
				if !utf8.RuneStart(whole[i]) || !edge(whole[i-1], whole[i]) || testing.Short() && (i+k)%5 > 0 {
					continue
				}
				for _, part := range []string{whole[i:], whole[:i]} {
					c.Text = part
					read(t, n, c)
				}
			}
		}
	}
}

// edge tells whether a token may begin between two bytes.
func edge(before, at byte) bool { return letter(at) != letter(before) || !letter(at) }

func letter(c byte) bool { return c >= utf8.RuneSelf || c|0x20 >= 'a' && c|0x20 <= 'z' }

func read(t *testing.T, n *normalize.Normalizer, c text) {
	t.Helper()
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%q is not read: %v", c.Text, fault)
		}
	}()
	a := c.article()
	n.Record(a)
	a.Title, a.Body = a.Body, ""
	n.Record(a)
}
