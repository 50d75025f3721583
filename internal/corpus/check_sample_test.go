package corpus

import (
	"context"
	"strings"
	"testing"
)

// TestCheckSample sees a damaged record and a text that is not the one that was compared.
func TestCheckSample(t *testing.T) {
	for wrong, want := range map[string]string{
		``: "",
		`UPDATE packed SET json = x'020428b52ffd' WHERE n = 0`:                  "the stored record of https://a.vn/1 is damaged",
		`UPDATE article_rows SET body = body || ' và một câu nữa' WHERE id = 2`: "the wording stored of https://a.vn/2",
	} {
		c := made(t)
		add(t, c, plain(1, "https://a.vn/1", "2025-08-17", sentences(1, 8)), plain(2, "https://a.vn/2", "2025-08-18", sentences(2, 8)))
		if err := c.Stories.Group(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if wrong != "" {
			if _, err := c.DB.Exec(wrong); err != nil {
				t.Fatal(err)
			}
		}
		var said []string
		found, err := c.Check.Sample(context.Background(), 100, func(s string) {
			if !strings.Contains(s, "bring the file back") { // there are no pages here
				said = append(said, s)
			}
		}, nil)
		if err != nil || found.Faults != len(said)+2 || (want == "") != (len(said) == 0) || !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("%s: %d faults, %q, %v", wrong, found.Faults, said, err)
		}
	}
}
