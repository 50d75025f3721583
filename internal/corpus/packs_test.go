package corpus

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// seventy are articles of two rows of packed.
func seventy() (all []storing.Entry) {
	for i := range 70 {
		all = append(all, entry(i+1, fmt.Sprintf("https://a.vn/%d", i), "17/08/2025", fmt.Sprint("Tin ", i),
			fmt.Sprintf("Sáng 17/8/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp dân lần %d.", i)))
	}
	return all
}

// recordsOf are the records of a corpus, and what is packed of them.
func recordsOf(t *testing.T, c *Corpus) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.Articles.Records(context.Background(), named.Filter{}, func(r *boctin.Record, _ int) error {
		line, err := r.AppendJSON(nil)
		out.Write(line)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := c.DB.Dump(context.Background(), `SELECT n, hex(json) FROM packed ORDER BY n`, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestPackedByBatches holds that what is packed is the same however few come at a time.
func TestPackedByBatches(t *testing.T) {
	whole, parts := made(t), made(t)
	add(t, whole, seventy()...)
	for i := 0; i < 70; i += 7 {
		add(t, parts, seventy()[i:i+7]...)
	}
	if a, b := recordsOf(t, whole), recordsOf(t, parts); a != b {
		t.Errorf("%s\nwant\n%s", b, a)
	}
}

// TestPackedAlone brings a database up to date that packed each article by itself, also
// where that was broken off.
func TestPackedAlone(t *testing.T) {
	for _, moved := range []int{0, 40} {
		c := made(t)
		add(t, c, seventy()...)
		want := recordsOf(t, c)
		packAloneAgain(t, c, moved)
		c.Close()
		again, err := Open(c.DB.Dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := recordsOf(t, again); got != want {
			t.Errorf("%d moved: %s\nwant\n%s", moved, got, want)
		}
		for query, want := range map[string]string{
			`SELECT COUNT(*) FROM sqlite_master WHERE name IN ('packed_alone', 'unsearched')`: "0",
			`SELECT COUNT(*) FROM search WHERE search MATCH 'title_folded : "tin"'`:           "70",
			`SELECT COUNT(*) FROM search WHERE search MATCH 'body_folded : "hop dan lan 69"'`: "1",
		} {
			if got := value(t, again, query); got != want {
				t.Errorf("%d moved: %s: %s, want %s", moved, query, got, want)
			}
		}
		again.Close()
	}
}

// packAloneAgain makes the table of what was packed alone, as if so many articles were
// packed anew already.
func packAloneAgain(t *testing.T, c *Corpus, moved int) {
	t.Helper()
	run := func(text string, args ...any) {
		t.Helper()
		if _, err := c.DB.Exec(text, args...); err != nil {
			t.Fatal(err)
		}
	}
	zip, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	alone := map[int64][]byte{}
	keep := map[int64]*pack.Row{}
	ids, err := c.DB.Rows(context.Background(), `SELECT id FROM article_rows`)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		var packed []byte
		if err := c.DB.QueryRow(`SELECT json FROM packed WHERE n = ?`, id>>pack.Bits).Scan(&packed); err != nil {
			t.Fatal(err)
		}
		left, err := new(pack.Opened).One(packed, id)
		if err != nil {
			t.Fatal(err)
		}
		if id <= int64(moved) {
			if keep[id>>pack.Bits] == nil {
				keep[id>>pack.Bits] = &pack.Row{}
			}
			keep[id>>pack.Bits][id&63] = left
			continue
		}
		rest := bytes.TrimPrefix(left, pack.Terse)
		n, size := binary.Uvarint(rest)
		head := len(left) - len(rest) + size + int(n)
		alone[id] = zip.EncodeAll(left[head:], bytes.Clone(left[:head]))
	}
	run(`DELETE FROM packed`)
	table := "packed_alone"
	if moved == 0 {
		table = "packed"
		run(`DROP TABLE packed`)
		sixteenthAgain(t, c)
		run(`DELETE FROM corpus_migrations WHERE version >= 16`)
	}
	run(`CREATE TABLE ` + table + ` (article INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT`)
	for id, packed := range alone {
		run(`INSERT INTO `+table+` VALUES (?, ?)`, id, packed)
	}
	for n, p := range keep {
		packed, err := p.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		run(`INSERT INTO packed VALUES (?, ?)`, n, packed)
	}
}

// TestPackedDamaged tells of an article of which nothing is packed.
func TestPackedDamaged(t *testing.T) {
	c := made(t)
	add(t, c, seventy()[:2]...)
	packed, err := (&pack.Row{1: []byte("x")}).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.DB.Exec(`UPDATE packed SET json = ?`, packed); err != nil {
		t.Fatal(err)
	}
	var said []string
	if err := c.Check.CheckPacked(context.Background(), func(f string, args ...any) { said = append(said, fmt.Sprintf(f, args...)) }, func(int, string) {}); err != nil {
		t.Fatal(err)
	}
	if len(said) != 2 || !strings.Contains(said[1], "nothing is packed of it") {
		t.Errorf("%q", said)
	}
}
