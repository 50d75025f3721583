package corpus

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/internal/corpus/store"
)

// fifthStep makes a corpus whose database is empty and of the fifth step.
func fifthStep(t *testing.T) (dir string, c *Corpus) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "warc"), 0o777); err != nil {
		t.Fatal(err)
	}
	db, err := store.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	c = of(db)
	t.Cleanup(func() { c.Close() })
	steps := slices.Concat([]string{`CREATE TABLE corpus_migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT`}, store.Migrations[:5],
		[]string{`INSERT INTO corpus_migrations VALUES (1, ''), (2, ''), (3, ''), (4, ''), (5, '')`})
	for _, text := range steps {
		if _, err := c.DB.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	return dir, c
}

// TestOlderDatabase brings a database of the fifth step up to date.
func TestOlderDatabase(t *testing.T) {
	dir, c := fifthStep(t)
	e := entry(1, "https://a.vn/1", "17/08/2025", "Họp báo", "Đại tá Lê Hoà Thuỷ, Giám đốc Công an tỉnh Nghệ An, họp báo tại UBND TP.HCM.")
	article, _ := (&boctin.Record{Article: *e.Article}).AppendJSON(nil)
	record, _ := e.Found.AppendJSON(nil)
	for _, q := range []struct {
		text string
		args []any
	}{
		{`INSERT INTO articles VALUES (7, ?, 1, 1, 'a.vn', '2025-08-17', '2025-08', NULL, NULL, '', 'x', 'y', 'v0', 'z', ?, '[]', '', '', '', ?, ?, ?, 0)`,
			[]any{e.URL, e.Article.Title, e.Article.Body, string(article), string(record)}},
		{text: `INSERT INTO sources VALUES ('a.warc.gz', 0, '', '', '', 'new', '', 7)`},
		{text: `INSERT INTO officials VALUES ('vn/le-hoa-thuy', 'vn/le-hoa-thuy', 'Lê Hoà Thuỷ', 'le hoa thuy', 'VN')`},
		{text: `INSERT INTO appearances (id, article, official, base, local, ranks, honorifics, aliases) VALUES (1, 7, 'vn/le-hoa-thuy', 'vn/le-hoa-thuy', 'vn/le-hoa-thuy', '[]', '[]', '[]')`},
		{text: `INSERT INTO agencies VALUES ('vn/a', 'Bộ Lao động - Xã hội', 'bo lao dong - xa hoi', '', 'VN', '', '', '')`},
		{text: `INSERT INTO posts VALUES (1, 1, 'Giám đốc', 'vn/a', 'A', 0, 0, 'Giám đốc A', 'Đại tá', 'body', 0, 6)`},
		{text: `INSERT INTO agency_names VALUES ('vn/a', 'UBND TP.HCM', 1)`},
		{text: `INSERT INTO dates VALUES (1, 7, '2025', 'Đại', '', 'body', 0, 3), (2, 7, '2025', 'chú thích', '', 'images[0].caption', 0, 9)`},
	} {
		if _, err := c.DB.Exec(q.text, q.args...); err != nil {
			t.Fatalf("%s: %v", q.text, err)
		}
	}
	c.Close()
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for query, want := range map[string]string{
		`SELECT text || ' ' || sentence FROM posts`:                                                "Giám đốc Công an tỉnh Nghệ An Đại tá Lê Hoà Thuỷ, Giám đốc Công an tỉnh Nghệ An, họp báo tại UBND TP.HCM.",
		`SELECT group_concat(text) FROM official_mentions`:                                         "Đại tá Lê Hoà Thuỷ",
		`SELECT group_concat(folded, ', ') FROM (SELECT folded FROM agency_names ORDER BY folded)`: "cong an tinh nghe an, ubnd tp hcm",
		`SELECT id || ' ' || url || ' ' || version || ' ' || lexicon FROM articles`:                "7 https://a.vn/1 1 v0",
		`SELECT file || ' ' || article FROM sources`:                                               "a.warc.gz 7",
		`SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'old_%'`:                               "0",
		`SELECT COUNT(*) FROM printings`:                                                           "1",
	} {
		if got := value(t, c, query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	found, err := c.Search.Find(context.Background(), search.Searching{Query: `"họp báo"`, Limit: 1})
	if err != nil || len(found.Hits) != 1 {
		t.Errorf("%v, %v", found, err)
	}
	if err := c.Articles.Records(context.Background(), named.Filter{}, func(r *boctin.Record, _ int) error {
		line, _ := r.AppendJSON(nil)
		if string(line) != string(record) {
			t.Errorf("%s\nwant\n%s", line, record)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	if found, err := c.Check.All(context.Background(), 1<<20, func(s string) {
		if !strings.Contains(s, "bring the file back") && !strings.Contains(s, "agency_names") && !strings.Contains(s, "vn/") {
			t.Error(s)
		}
	}, nil); err != nil {
		t.Error(found, err)
	}
}
