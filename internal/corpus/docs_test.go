package corpus

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/pipeline"
)

// queries are the blocks of SQL of docs/database.md.
func queries(t testing.TB) (out []string) {
	t.Helper()
	raw, err := os.ReadFile("../../docs/database.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(raw), "```sql\n")[1:] {
		q, _, _ := strings.Cut(part, "```")
		out = append(out, q)
	}
	return out
}

// TestDocumentedQueries runs every query of docs/database.md on a corpus that
// has an answer to each.
func TestDocumentedQueries(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "17/08/2025", "Công an tỉnh Nghệ An họp dân", "Sáng 17/8/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, và Thượng tướng Phạm Văn Ví, Thứ trưởng Bộ Công an, họp dân."),
		entry(2, "https://a.vn/2", "18/08/2025", "Bộ Công an Trung Quốc", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, tiếp đoàn Bộ Công an Trung Quốc."),
		entry(3, "https://a.vn/3", "19/08/2025", "Cà Mau", "Ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Cà Mau, phát biểu."),
		entry(7, "https://a.vn/7", "22/08/2025", "Tiếp", "Ngày 22/8/2025, Bộ trưởng Bộ Công an Lương Tam Quang tiếp Thứ trưởng Bộ An ninh quốc gia Trung Quốc Lý Khiêm."),
		entry(8, "https://a.vn/8", "23/08/2025", "Cán bộ", "Ngày 23/8/2025, Bộ Công an bổ nhiệm Đại tá Lê Văn Thử giữ chức Giám đốc Công an tỉnh Cà Mau."),
		entry(5, "https://b.vn/5", "20/08/2025", "Tin đăng lại", sentences(1, 8)), entry(6, "https://c.vn/6", "21/08/2025", "Tin đăng lại", sentences(1, 8)),
		entry(4, "https://a.vn/2", "18/08/2025", "Đoàn Bộ Công an Trung Quốc", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, tiếp đoàn Bộ Công an Trung Quốc."))
	if err := c.Stories.Group(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	all := queries(t)
	if len(all) < 10 {
		t.Fatalf("%d queries", len(all))
	}
	for _, q := range all {
		if n, err := c.DB.Count(context.Background(), q); err != nil || n == 0 {
			t.Errorf("%d rows, %v of\n%s", n, err, q)
		}
	}
}

func TestRenormalizeAndDiff(t *testing.T) {
	c := made(t)
	ctx := context.Background()
	// as if found with words that knew nobody
	poor := entry(1, "https://a.vn/1", "17/08/2025", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp dân ngày 17/8.")
	poor.Found.Officials, poor.Found.Dates = nil, nil
	add(t, c, poor, entry(2, "https://a.vn/2", "18/08/2025", "Tin", "Ngày 18/8, Bộ Công an họp."))
	if ran, err := c.Articles.Changes(ctx, func(articles.Change) error { return nil }); ran || err != nil {
		t.Errorf("a difference before any run: %v", err)
	}
	r := storing.Renewing{Stages: &pipeline.Stages{Normalizer: finders()}, Lexicon: "v2", Workers: 2}
	if done, err := c.Storing.Renormalize(ctx, r); err != nil || done != (storing.Renewed{Articles: 2, Changed: 1}) {
		t.Fatalf("%+v, %v", done, err)
	}
	var got []string
	if _, err := c.Articles.Changes(ctx, func(x articles.Change) error {
		got = append(got, strings.Join([]string{x.URL, x.What, x.Kind, x.Key, x.Before, x.After}, "|"))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"https://a.vn/1|added|date|body:60||2025-08-17 “ngày 17/8”",
		"https://a.vn/1|added|official|vn/tran-van-mau||Trần Văn Mẫu, VN, Đại tá: Đại tá Trần Văn Mẫu at body:0",
		"https://a.vn/1|added|post|vn/tran-van-mau: Giám đốc, vn/cong-an-tinh-nghe-an||Giám đốc, Công an tỉnh Nghệ An",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := value(t, c, `SELECT group_concat(name) FROM officials`); got != "Trần Văn Mẫu" {
		t.Errorf("officials: %s", got)
	}
	if done, err := c.Storing.Renormalize(ctx, r); err != nil || done != (storing.Renewed{}) {
		t.Errorf("again: %+v, %v", done, err)
	}
	r.All = true
	if done, err := c.Storing.Renormalize(ctx, r); err != nil || done != (storing.Renewed{Articles: 2, Changed: 0}) {
		t.Errorf("all: %+v, %v", done, err)
	}
}
