package date

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

type goldDates struct {
	ID, Title, Published string
	Dates                []struct {
		Text, Value string
		Must        *bool
		Alt         []string `json:"alt_values"`
	}
}

var clockPart = regexp.MustCompile(`T[^/]*`)

func dateKey(v string) string {
	return clockPart.ReplaceAllString(strings.ReplaceAll(v, "XXXX-", "--"), "")
}

// TestGold holds the finder to the labels of the sample articles: every date
// that must be found is found, none is invented.
func TestGold(t *testing.T) {
	dir := shared(t)
	f, words := testFinder(t)
	for _, set := range []string{"samples", "articles"} {
		labels, _ := filepath.Glob(filepath.Join(dir, set, "gold", "*.json"))
		for _, label := range labels {
			data, err := os.ReadFile(label)
			if err != nil {
				t.Fatal(err)
			}
			var g goldDates
			if err := json.Unmarshal(data, &g); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(filepath.Join(dir, set, g.ID+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			body, _, _ := strings.Cut(string(text), "Chia sẻFacebook")
			g.check(t, f, words, body)
		}
	}
}

func (g *goldDates) check(t *testing.T, f *Finder, words *reading.Words, text string) {
	var doc *boctin.Moment
	if g.Published != "" {
		doc = &boctin.Moment{Value: g.Published}
	}
	texts := []*reading.Text{words.Read("body", text)}
	dates, _ := f.Find(texts, doc, true)
	got := map[string]string{}
	for _, d := range dates {
		got[dateKey(d.Value.String())] = fmt.Sprintf("%s | %v", d.Written(texts), d.Reasons)
	}
	may := map[string]bool{dateKey(g.Published): true}
	for _, d := range g.Dates {
		found := false
		for _, v := range append(d.Alt, d.Value) {
			may[dateKey(v)] = true
			_, ok := got[dateKey(v)]
			found = found || ok
		}
		if (d.Must == nil || *d.Must) && !found {
			t.Errorf("%s: missed %s %q", g.ID, d.Value, d.Text)
		}
	}
	for v, why := range got {
		if !may[v] {
			t.Errorf("%s: invented %s %s", g.ID, v, why)
		}
	}
}
