package corpus

import (
	"context"
	"fmt"
	"testing"

	"github.com/boctin/boctin/internal/identity"
)

// TestNamedAlike has forty articles name a person in one way: they are kept as one, each of
// them still leads to him, and one that names him no more is taken out.
func TestNamedAlike(t *testing.T) {
	t.Parallel()
	c, ctx := made(t), context.Background()
	name := func(n int, summary string) {
		add(t, c, newsEntry(n, fmt.Sprintf("https://a.vn/%d.htm", n%100), fmt.Sprintf("2025-08-%02dT08:00+07:00", 1+n%28), fmt.Sprint("Họp báo số ", n), summary))
	}
	const says = "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, họp báo."
	held := func(articles int) {
		t.Helper()
		if got := value(t, c, `SELECT group_concat(title || ' ' || articles || ' ' || first_seen || ' ' || last_seen) FROM posts_held`); got != fmt.Sprintf("Giám đốc %d 2025-08-01T08:00+07:00 2025-08-28T08:00+07:00", articles) {
			t.Errorf("posts %s, of %d articles", got, articles)
		}
		if got := value(t, c, `SELECT group_concat(number) FROM blocks`); got != fmt.Sprint(articles) {
			t.Errorf("%s appearances are kept of %d", got, articles)
		}
		tell := func(format string, args ...any) { t.Errorf(format, args...) }
		if err := c.Persons.CheckBlocks(ctx, tell, func(int, string) {}); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 40 {
		name(n, says)
	}
	held(40)
	if size := value(t, c, `SELECT MAX(length(packed)) FROM blocks`); len(size) > 3 {
		t.Errorf("%s bytes for a person who is named in one way", size)
	}
	for n := range 40 {
		id := "vn/le-van-thu-" + identity.Mark(&identity.Appearance{Article: fmt.Sprintf("https://a.vn/%d.htm", n), Local: "vn/le-van-thu"})
		if people, err := c.Officials.Who(ctx, id); err != nil || len(people) != 1 || people[0].ID != "vn/le-van-thu" {
			t.Errorf("%s leads to %v (%v)", id, people, err)
		}
	}
	name(117, "Đại tá Lê Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp báo.")
	name(118, says)
	if got := value(t, c, `SELECT group_concat(o.name || ' ' || h.articles, ', ') FROM posts_held h JOIN officials o ON o.id = h.official ORDER BY 1`); got != "Lê Văn Thử 39, Lê Văn Mẫu 1" && got != "Lê Văn Mẫu 1, Lê Văn Thử 39" {
		t.Errorf("posts of %s", got)
	}
	name(217, says)
	held(40)
}
