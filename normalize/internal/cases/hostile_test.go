package cases_test

import (
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/internal/cases"
)

// TestHostileBrackets holds that a text is read to its end where a bracket opens and none
// closes: each text of the corpora with one behind a word of it, those of events, which
// are read by what stands far off, behind every word. A search that begins anew never
// comes back.
func TestHostileBrackets(t *testing.T) {
	const limit = 10 * time.Second // one takes some tenths of a millisecond
	n := normalize.New(cases.Lexicon(t))
	for finder, step := range map[string]int{"date": 5, "agency": 5, "official": 5, "event": 1} {
		for k, c := range corpusOf(t, finder) {
			words := strings.Fields(c.Text)
			for i := 1 + k%step; i <= len(words); i += step {
				c.Text = strings.Join(words[:i], " ") + " ( " + strings.Join(words[i:], " ")
				stop := time.AfterFunc(limit, func() { panic("not read to its end: " + c.Text) })
				n.Record(c.article())
				stop.Stop()
			}
		}
	}
}
