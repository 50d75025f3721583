package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"modernc.org/sqlite"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/corpus/upgrade"
	"github.com/boctin/boctin/internal/pipeline"
)

// small makes a corpus whose database may grow by so many pages and no more, as on a
// disk that is nearly full.
func small(t *testing.T, c *Corpus, pages int) {
	t.Helper()
	c.DB.SetMaxOpenConns(1) // the bound is of a connection
	var now int
	if err := c.DB.QueryRow(`PRAGMA page_count`).Scan(&now); err != nil {
		t.Fatal(err)
	}
	if _, err := c.DB.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, now+pages)); err != nil {
		t.Fatal(err)
	}
}

func isFull(err error) bool {
	var fault *sqlite.Error
	return errors.As(err, &fault) && fault.Code()&0xff == 13 // SQLITE_FULL
}

// untilDone does work again and again, each time with a few pages more, and tells how
// often the disk was full.
func untilDone(t *testing.T, c *Corpus, work func() error) (full int) {
	t.Helper()
	for {
		small(t, c, full)
		err := work()
		if err == nil {
			return full
		}
		if !isFull(err) {
			t.Fatal(err)
		}
		if full += 3; full > 2000 {
			t.Fatal("it does not come to an end")
		}
		if err := c.Check.Sound(context.Background(), func(format string, args ...any) { t.Errorf("after a full disk: "+format, args...) }, func(int, string) {}); err != nil {
			t.Fatal(err)
		}
	}
}

// contents are the rows that two corpora of the same articles have in common.
func contents(t *testing.T, c *Corpus) string {
	t.Helper()
	var out bytes.Buffer
	for _, q := range []string{
		`SELECT id, url, version, newest, site, published, sha256, content, lexicon, title, body FROM articles ORDER BY id`,
		`SELECT * FROM packed ORDER BY n`, `SELECT * FROM sources ORDER BY file, offset`, `SELECT * FROM dates ORDER BY 1, 2, 3`,
		`SELECT id, article, official, ranks, honorifics, aliases FROM appearances ORDER BY id`, `SELECT * FROM official_mentions ORDER BY 1, 2, 5, 6`,
		`SELECT * FROM posts ORDER BY 1, 2, 3, 4, 9`, `SELECT official, title, agency, first_seen, last_seen, articles FROM posts_held ORDER BY 1, 2, 3`,
		`SELECT * FROM agency_names ORDER BY 1, 2`, `SELECT * FROM agency_mentions ORDER BY 1, 2, 4, 5`, `SELECT * FROM events ORDER BY id`,
		`SELECT article, story, since FROM printings ORDER BY article`, `SELECT * FROM unsettled`, `SELECT block, number FROM blocks ORDER BY block`, `SELECT * FROM ungrouped`,
		`SELECT rowid FROM search WHERE search MATCH 'mau' ORDER BY rowid`,
	} {
		if err := c.DB.Dump(context.Background(), q, &out); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// TestFullDisk stores and renormalizes a corpus on a disk that is full at every few
// pages: what was stored stands and is sound, the next call goes on, and in the end all
// is as on a disk that never was.
func TestFullDisk(t *testing.T) {
	var batch []storing.Entry
	for i := range 300 {
		batch = append(batch, entry(i+1, fmt.Sprintf("https://a.vn/%d", i%250), "17/08/2025", fmt.Sprint("Tin ", i),
			fmt.Sprintf("Sáng 17/8/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp dân lần %d.\n\n%s", i, sentences(uint64(i/2), 5))))
	}
	for i := 0; i < len(batch); i += 2 { // as words that knew little would find
		found := *batch[i].Found
		found.Officials, found.Agencies, found.Events = nil, nil, nil
		batch[i].Found = &found
	}
	fill := func(c *Corpus) func() error {
		return func() error {
			for at := 0; at < len(batch); at += 75 {
				if _, err := c.Storing.Add(context.Background(), "v1", batch[at:at+75]); err != nil {
					return err
				}
			}
			return c.Storing.Finish(context.Background(), true, nil)
		}
	}
	renew := func(c *Corpus) func() error {
		return func() error {
			_, err := c.Storing.Renormalize(context.Background(), storing.Renewing{Stages: &pipeline.Stages{Normalizer: finders()}, Lexicon: "v2", Workers: 1})
			return err
		}
	}
	calm, hard := made(t), made(t)
	for _, work := range []func(*Corpus) func() error{fill, renew} {
		if err := work(calm)(); err != nil {
			t.Fatal(err)
		}
		if _, err := hard.DB.Exec(`VACUUM`); err != nil {
			t.Fatal(err)
		}
		n := untilDone(t, hard, work(hard))
		t.Logf("full %d times", n)
		if n == 0 {
			t.Error("the disk was never full")
		}
		if want, got := contents(t, calm), contents(t, hard); want != got {
			t.Errorf("stored on a full disk:\n%s\nelse\n%s", got, want)
		}
	}
}

// TestUpgradeGoesOn brings an older database up to date on a disk that is full at every
// few pages.
func TestUpgradeGoesOn(t *testing.T) {
	_, c := fifthStep(t)
	const n = 450
	for i := range n {
		e := entry(i, fmt.Sprintf("https://a.vn/%d", i), "17/08/2025", fmt.Sprint("Tin ", i), fmt.Sprintf("Đại tá Trần Văn Mẫu họp dân lần %d.", i))
		article, _ := (&boctin.Record{Article: *e.Article}).AppendJSON(nil)
		record, _ := e.Found.AppendJSON(nil)
		if _, err := c.DB.Exec(`INSERT INTO articles VALUES (?, ?, 1, 1, 'a.vn', '2025-08-17', '2025-08', NULL, NULL, '2025-08-18T00:00:00.000Z', ?, ?, 'v0', ?, ?, '[]', '', '', '', ?, ?, ?, 0)`,
			i+1, e.URL, e.SHA256, fmt.Sprintf("%032x", i), fmt.Sprintf("%032x", i), e.Article.Title, e.Article.Body, string(article), string(record)); err != nil {
			t.Fatal(err)
		}
		if _, err := c.DB.Exec(`INSERT INTO sources VALUES ('a.warc.gz', ?, '', ?, ?, 'new', '', ?)`, i, e.URL, e.SHA256, i+1); err != nil {
			t.Fatal(err)
		}
	}
	steps, full := 0, 0
	for {
		small(t, c, full*4)
		err := upgrade.Of(c.DB, c.Storing, c.Stories).Run(func(int, string) { steps++ })
		if err == nil {
			break
		}
		if full++; !isFull(err) || full > 500 {
			t.Fatal(err)
		}
	}
	if full == 0 || steps == 0 {
		t.Errorf("%d times full, %d steps told", full, steps)
	}
	for query, want := range map[string]string{
		`SELECT COUNT(*) FROM articles WHERE newest = 1 AND site = 'a.vn'`:                     fmt.Sprint(n),
		`SELECT COUNT(*) FROM sources WHERE article IS NOT NULL AND url LIKE 'https://a.vn/%'`: fmt.Sprint(n),
		`SELECT COUNT(*) FROM appearances WHERE official = 'vn/tran-van-mau'`:                  fmt.Sprint(n),
		`SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'old_%'`:                           "0",
	} {
		if got := value(t, c, query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}
