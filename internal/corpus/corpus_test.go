package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// made makes an empty corpus.
func made(t testing.TB) *Corpus {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "warc"), 0o777); err != nil {
		t.Fatal(err)
	}
	c, err := Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

var finders = sync.OnceValue(func() *normalize.Normalizer {
	words, err := lexicon.Load(nil)
	if err != nil {
		panic(err)
	}
	return normalize.New(words)
})

// entry is an article of a day, as page number n of a WARC file.
func entry(n int, url, day, title, body string) storing.Entry {
	a := boctin.Article{Schema: boctin.Schema, ID: fmt.Sprint("id", n), URL: url, Site: "a.vn", Title: title, Body: body,
		Source: boctin.Source{SHA256: fmt.Sprintf("%064d", n), Fetched: fmt.Sprintf("2025-12-01T00:00:%02dZ", n%60)},
		Stamps: []boctin.Stamp{{Text: day, From: boctin.FromPage}}}
	r := finders().Record(a)
	return storing.Entry{File: "a.warc.gz", Offset: int64(n), Record: fmt.Sprint("<r", n, ">"), URL: url, SHA256: a.Source.SHA256, Article: &a, Found: &r}
}

func add(t testing.TB, c *Corpus, batch ...storing.Entry) map[storing.Outcome]int {
	t.Helper()
	done, err := c.Storing.Add(context.Background(), "v1", batch)
	if err == nil {
		err = c.Persons.Settle(context.Background(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// value gives the one value of a query.
func value(t testing.TB, c *Corpus, text string, args ...any) string {
	t.Helper()
	var v any
	if err := c.DB.QueryRow(text, args...).Scan(&v); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return fmt.Sprint(v)
}

func TestSameTwiceAndChanged(t *testing.T) {
	c := made(t)
	first := entry(1, "https://a.vn/1", "17/08/2025", "Tin một", "Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, họp dân.")
	if done := add(t, c, first, first); done[storing.New] != 1 || len(done) != 1 {
		t.Errorf("%v", done)
	}
	again := entry(2, "https://a.vn/1", "17/08/2025", "Tin một", "Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, họp dân.")
	changed := entry(3, "https://a.vn/1", "17/08/2025", "Tin một", "Trung tá Lê Văn Thử, Phó Trưởng Công an phường Hòa Bình, họp dân.")
	older := entry(0, "https://a.vn/1", "17/08/2025", "Tin cũ", "Chưa có gì.")
	if done := add(t, c, again, changed, older, first); done[storing.Same] != 1 || done[storing.Changed] != 1 || done[storing.Older] != 1 || len(done) != 3 {
		t.Errorf("%v", done)
	}
	for query, want := range map[string]string{
		`SELECT group_concat(version || ':' || newest) FROM (SELECT * FROM articles ORDER BY version)`: "1:0,2:1,3:0",
		`SELECT group_concat(name) FROM officials`:                                                     "Lê Văn Thử",
		`SELECT COUNT(*) FROM search WHERE search MATCH 'mau'`:                                         "0",
		`SELECT COUNT(*) FROM search WHERE search MATCH 'body_folded:"le van thu"'`:                    "1",
		`SELECT COUNT(*) FROM sources`:                                                                 "4",
		`SELECT COUNT(*) FROM unsettled`:                                                               "0",
		`SELECT sentence FROM posts`:                                                                   "Trung tá Lê Văn Thử, Phó Trưởng Công an phường Hòa Bình, họp dân.",
	} {
		if got := value(t, c, query); got != want {
			t.Errorf("%s\n is %s, want %s", query, got, want)
		}
	}
}

// TestOffsets holds every span of the tables against the text.
func TestOffsets(t *testing.T) {
	c := made(t)
	add(t, c, entry(1, "https://a.vn/1", "17/08/2025", "Đại tá Lê Văn Thử thăm Bộ Công an",
		"Mở đầu.\n\nChiều 17/8/2025, Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, đến Bộ Công an. Ngày 16/8, ông nghỉ."))
	for table, join := range map[string]string{
		"dates d":             "a.id = d.article",
		"agency_mentions d":   "a.id = d.article",
		"official_mentions d": "a.id = (SELECT article FROM appearances x WHERE x.id = d.appearance)",
		"(SELECT sentence AS text, field, start, \"end\", appearance FROM posts) d": "a.id = (SELECT article FROM appearances x WHERE x.id = d.appearance)",
	} {
		got := value(t, c, `SELECT COUNT(*) || ' ' || SUM(substr(CASE field WHEN 'title' THEN title ELSE body END, d.start + 1, d."end" - d.start) = text) FROM `+table+` JOIN articles a ON `+join)
		n, right, _ := strings.Cut(got, " ")
		if n == "0" || n != right {
			t.Errorf("%s: %s rows, of %s the text stands at its place", table, n, right)
		}
	}
	if got := value(t, c, `SELECT sentence FROM posts`); got != "Chiều 17/8/2025, Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, đến Bộ Công an." {
		t.Errorf("evidence is %q", got)
	}
}

func TestNamesakes(t *testing.T) {
	c := made(t)
	who := func(n int, day, body string) storing.Entry {
		return entry(n, fmt.Sprint("https://a.vn/", n), day, "Tin", body)
	}
	add(t, c,
		who(1, "01/02/2025", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, phát biểu."),
		who(2, "02/02/2025", "Ông Lê Văn Thử, Chủ tịch UBND tỉnh Cà Mau, phát biểu."),
		who(3, "03/02/2025", "Đồng chí Lê Văn Thử, Phó Bí thư Tỉnh ủy Nghệ An, Giám đốc Công an tỉnh Nghệ An, phát biểu."),
		who(4, "04/02/2025", "Đại tá Lê Văn Thử phát biểu."))
	persons := func() string {
		return value(t, c, `SELECT group_concat(urls, ' ') FROM (SELECT group_concat(substr(a.url, 14), '') AS urls FROM appearances x JOIN articles a ON a.id = x.article GROUP BY x.official ORDER BY MIN(a.id))`)
	}
	const apart = "134 2"
	if got := persons(); got != apart {
		t.Errorf("%s, want %s", got, apart)
	}
	printed := value(t, c, `SELECT official FROM appearances x JOIN articles a ON a.id = x.article WHERE a.url = 'https://a.vn/2'`)
	// an older article that names both posts makes them one
	add(t, c, who(5, "01/01/2025", "Ông Lê Văn Thử, Chủ tịch UBND tỉnh Cà Mau, nguyên Giám đốc Công an tỉnh Nghệ An, phát biểu."))
	if got := persons(); strings.Contains(got, " ") {
		t.Errorf("%s, want one person", got)
	}
	// an id that was printed still leads to him
	if who, err := c.Officials.Who(context.Background(), printed); err != nil || len(who) != 1 || who[0].ID != "vn/le-van-thu" {
		t.Errorf("%s leads to %v, %v", printed, who, err)
	}
	if got := value(t, c, `SELECT COUNT(*) FROM officials`); got != "1" {
		t.Errorf("%s officials are left", got)
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, store.ErrNoCorpus) {
		t.Errorf("%v", err)
	}
	os.Mkdir(filepath.Join(dir, "warc"), 0o777)
	if _, err := Open(dir); !errors.Is(err, store.ErrEmpty) {
		t.Errorf("%v", err)
	}
}
