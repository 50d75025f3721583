package corpus

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/boctin/boctin/internal/corpus/storing"
)

// TestPersonsWhateverTheOrder stores articles that name a dozen namesakes in one go, in
// random order, and one by one, each settled before the next comes: the persons and
// their ids are the same.
func TestPersonsWhateverTheOrder(t *testing.T) {
	names := []string{"Trần Văn Long", "Nguyễn Hải Sơn", "Lê Thanh Bình", "Lê Thành Bình"}
	offices := []string{"Giám đốc Công an tỉnh Nghệ An", "Phó Giám đốc Công an tỉnh Cà Mau", "Chủ tịch UBND tỉnh Lào Cai", "nguyên Giám đốc Công an tỉnh Nghệ An", "Bí thư Tỉnh ủy Nghệ An"}
	ranks := []string{"Đại tá", "Thượng tá", "Đồng chí"}
	r := rand.New(rand.NewPCG(1, 2))
	var all []storing.Entry
	for i := range 90 {
		body := fmt.Sprintf("%s %s, %s, họp dân với ông Joe Biden, Tổng thống Mỹ.", ranks[r.IntN(3)], names[r.IntN(4)], offices[r.IntN(5)])
		all = append(all, entry(i, fmt.Sprintf("https://a.vn/%d", i), fmt.Sprintf("%02d/%02d/2025", 1+r.IntN(28), 1+r.IntN(12)), "Tin", body))
	}
	persons := func(batches ...[]storing.Entry) string {
		c := made(t)
		for _, batch := range batches {
			add(t, c, batch...)
		}
		var out bytes.Buffer
		for _, q := range []string{`SELECT a.url, x.name, x.official FROM appearances x JOIN articles a ON a.id = x.article ORDER BY 1, 2, 3`,
			`SELECT id, name FROM officials ORDER BY 1`, `SELECT official, title, agency, former, first_seen, last_seen, articles FROM posts_held ORDER BY 1, 2, 3, 4`} {
			if err := c.DB.Dump(context.Background(), q, &out); err != nil {
				t.Fatal(err)
			}
		}
		return out.String()
	}
	want := persons(all)
	shuffled := append([]storing.Entry(nil), all...)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	if got := persons(shuffled); got != want {
		t.Errorf("in another order:\n%s\nin one go\n%s", got, want)
	}
	var single [][]storing.Entry
	for i := range shuffled {
		single = append(single, shuffled[i:i+1])
	}
	if got := persons(single...); got != want {
		t.Errorf("one by one:\n%s\nin one go\n%s", got, want)
	}
}
