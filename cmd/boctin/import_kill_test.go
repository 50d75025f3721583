package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// collection writes a folder of n documents: pages, and a list of articles.
func collection(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	var lines strings.Builder
	for i := range n {
		text := strings.Repeat(fmt.Sprintf("Ngày %d/8, Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, và Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, làm việc lần %d với dân. ", i%28+1, i/3), 3)
		if i%2 == 0 {
			fmt.Fprintf(&lines, `{"url":"https://a.vn/bai-%d.htm","title":"Bài số %d","text":%q,"date":"2025-08-%02d"}`+"\n", i, i, text, i%28+1)
			continue
		}
		page := fmt.Sprintf(`<!doctype html><html lang="vi"><body><article><h1>Công an phường số %d họp dân</h1><p class="date">%02d/08/2025 09:00</p><p>%s</p><p>%s</p></article></body></html>`, i, i%28+1, text, text)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("p%04d.html", i)), []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "items.jsonl"), []byte(lines.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// holdings is all that a corpus holds, apart from the times of storing and the
// random ids of WARC records.
func holdings(t *testing.T, dir string) string {
	t.Helper()
	return dumped(t, dir,
		`SELECT id, url, version, newest, site, published, sha256, content, lexicon, title, body FROM articles ORDER BY id`,
		`SELECT path, member, at, sha256, outcome, article FROM imports ORDER BY path, member, at`,
		`SELECT url, sha256, outcome, article FROM sources ORDER BY article, url`,
		`SELECT id, article, official, ranks, honorifics, aliases FROM appearances ORDER BY id`, `SELECT * FROM official_mentions ORDER BY appearance, field, start`, `SELECT * FROM events ORDER BY id`,
		`SELECT official, title, agency, first_seen, last_seen, articles FROM posts_held ORDER BY official, title, agency`,
		`SELECT * FROM agency_names ORDER BY agency, text`,
		`SELECT article, story FROM printings ORDER BY article`,
		`SELECT * FROM unsettled`, `SELECT * FROM ungrouped`,
	)
}

// TestImportKilled kills an import twenty times: in the end the corpus is that
// of an import that nobody disturbed, and holds all bytes.
func TestImportKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some twenty seconds")
	}
	from := collection(t, 300)
	whole, broken := t.TempDir(), t.TempDir()
	begun := time.Now()
	if out, err := program(t, "import", "--corpus", whole, from).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(begun)
	for range 20 {
		cmd := program(t, "import", "--corpus", broken, from)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took))
		cmd.Process.Kill()
		cmd.Wait()
	}
	for range 2 {
		if out, err := program(t, "import", "--corpus", broken, from).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	if got, want := holdings(t, broken), holdings(t, whole); got != want {
		t.Errorf("after kills the corpus holds\n%.3000s\nand undisturbed\n%.3000s", got, want)
	}
	if out, err := program(t, "check", "--corpus", broken).CombinedOutput(); err != nil || !strings.Contains(string(out), "300 pages as stored") {
		t.Errorf("%v: %s", err, out)
	}
}
