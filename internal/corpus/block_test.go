package corpus

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/identity"
)

func TestPackBlock(t *testing.T) {
	var all []*seen
	for i, published := range []string{"2025-08-17T08:05+07:00", "2025-08-17", "", "1960-01-01T00:00+07:00", "2025-08-17T08:05Z", "2025-02-30T08:05+07:00", "1970-01-01T07:00+07:00", "2o25-08-17T08:05+07:00", "9999-12-31T23:59+07:00", "\xff\xff\xff\xff-08-17T08:05+07:00"} {
		x := &seen{id: int64(i)<<20 | int64(i), official: int64(9 - i), manner: int64(i), offices: make([]int64, i), local: strings.Repeat("x", i), aliases: `["A"]`}
		x.Appearance = identity.Appearance{Article: column.ArticleOf(x.id), Published: published, Name: "Lê Văn Thử", Country: "VN", Mark: "xabcde" + string(rune('a'+i))}
		all = append(all, x)
	}
	packed := packBlock(all)
	again, err := unpackBlock(packed)
	if err != nil || len(again) != len(all) || !bytes.Equal(packBlock(again), packed) {
		t.Fatalf("%d of %d, %v", len(again), len(all), err)
	}
	for i, x := range again {
		if x.id != all[i].id || x.official != all[i].official || x.Published != all[i].Published || x.Mark != all[i].Mark || x.local != all[i].local || x.Article != all[i].Article {
			t.Errorf("%+v, packed was %+v", x, all[i])
		}
	}
	whole := 0
	for n := range packed {
		if part, err := unpackBlock(packed[:n]); err == nil {
			whole++
			if len(part) >= len(all) {
				t.Errorf("%d of %d bytes hold all", n, len(packed))
			}
		}
	}
	if whole > len(all) {
		t.Errorf("%d beginnings are read as if they were whole", whole)
	}
}

// TestCheckBlocks holds that check sees what is packed of a block otherwise than articles
// say it.
func TestCheckBlocks(t *testing.T) {
	for _, change := range []string{
		`UPDATE appearance_rows SET official = official + 1`,
		`DELETE FROM blocks`,
		`UPDATE article_rows SET published = '2020'`,
	} {
		c := made(t)
		add(t, c, entry(1, "https://a.vn/1", "17/08/2025", "Họp báo", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, họp báo."))
		faults := 0
		tell := func(string, ...any) { faults++ }
		check := func() {
			if err := c.checkBlocks(context.Background(), tell, func(int, string) {}); err != nil {
				t.Fatal(err)
			}
		}
		if check(); faults > 0 {
			t.Fatal("faults in a sound block")
		}
		if _, err := c.DB.Exec(change); err != nil {
			t.Fatal(err)
		}
		if check(); faults == 0 {
			t.Errorf("no fault after %s", change)
		}
	}
}
