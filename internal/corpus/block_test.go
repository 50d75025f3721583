package corpus

import (
	"context"
	"testing"
)

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
			if err := c.Persons.CheckBlocks(context.Background(), tell, func(int, string) {}); err != nil {
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
