package corpus

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// taken gives the titles of the records that pass a filter.
func taken(t *testing.T, c *Corpus, f named.Filter) string {
	t.Helper()
	var titles []string
	err := c.Articles.Records(context.Background(), f, func(r *boctin.Record, all int) error {
		titles = append(titles, r.Title)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(titles, " ")
}

func TestRecordsFilter(t *testing.T) {
	c := made(t)
	who := "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp với Bộ Công an."
	other := "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, họp."
	add(t, c, entry(1, "https://a.vn/1", "17/08/2025", "một", who), entry(2, "https://a.vn/2", "18/08/2025", "hai", other),
		entry(3, "https://a.vn/3", "31/12/2025", "ba", who+" "+other))
	last := entry(4, "https://b.vn/4", "", "bốn", "Bà Phạm Thị Nháp họp ở Bộ Công an Trung Quốc.")
	last.Article.Site, last.Found.Site = "b.vn", "b.vn"
	month := entry(5, "https://b.vn/5", "", "năm", other)
	month.Found.Published = &boctin.Moment{Value: "2024-05"}
	add(t, c, last, month)
	add(t, c, entry(6, "https://a.vn/1", "17/08/2025", "một-sửa", who)) // a newer version
	for _, x := range []struct {
		name string
		f    named.Filter
		want string
	}{
		{"all", named.Filter{}, "hai ba bốn năm một-sửa"},
		{"from a day on", named.Filter{From: "2025-08-18"}, "hai ba"},
		{"until a day", named.Filter{To: "2025-08-17"}, "năm một-sửa"},
		{"one day", named.Filter{From: "2025-08-18", To: "2025-08-18"}, "hai"},
		{"a month belongs to its days", named.Filter{From: "2024-05-20", To: "2024-05-21"}, "năm"},
		{"and not to others", named.Filter{From: "2024-06-01", To: "2024-07-01"}, ""},
		{"site", named.Filter{Sites: []string{"b.vn"}}, "bốn"},
		{"either site", named.Filter{Sites: []string{"b.vn", "a.vn"}}, "hai ba bốn năm một-sửa"},
		{"without marks", named.Filter{Officials: []string{"tran van mau"}}, "ba một-sửa"},
		{"not composed", named.Filter{Officials: []string{"Trần Văn Mẫu"}}, "ba một-sửa"},
		{"id", named.Filter{Officials: []string{"vn/tran-van-mau"}}, "ba một-sửa"},
		{"agency", named.Filter{Agencies: []string{"cong an tinh nghe an"}}, "ba một-sửa"},
		{"agency of one country", named.Filter{Agencies: []string{"cn/bo-cong-an"}}, "bốn"},
		{"both", named.Filter{Officials: []string{"le van thu"}, Agencies: []string{"nghe an"}}, "ba"},
	} {
		if got := taken(t, c, x.f); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
	for _, f := range []named.Filter{{Officials: []string{"Trần Văn Mâu"}}, {Officials: []string{"nobody"}}, {Agencies: []string{"bộ của tôi"}}} {
		if err := c.Articles.Records(context.Background(), f, nil); !errors.Is(err, store.ErrNobody) || strings.Contains(err.Error(), "boctin.db") {
			t.Errorf("%v: %v", f, err)
		}
	}
}

// TestRecordsAreThoseOfTheCorpus holds that a record comes as it was stored,
// apart from the ids of namesakes.
func TestRecordsAreThoseOfTheCorpus(t *testing.T) {
	c := made(t)
	nghean := entry(1, "https://a.vn/1", "17/08/2025", "một", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp.")
	camau := entry(2, "https://a.vn/2", "18/08/2025", "hai", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, họp.")
	camau.Found.Events = []boctin.Event{{Kind: "meeting", Officials: []string{"vn/tran-van-mau"}, Text: "họp", Span: boctin.Span{Field: "title", End: 3}}}
	add(t, c, nghean, camau)
	var lines []string
	err := c.Articles.Records(context.Background(), named.Filter{}, func(r *boctin.Record, all int) error {
		line, err := r.AppendJSON(nil)
		lines = append(lines, string(line))
		if all != 2 {
			t.Errorf("%d records in all", all)
		}
		return err
	})
	if err != nil || len(lines) != 2 {
		t.Fatal(lines, err)
	}
	marked := regexp.MustCompile(`vn/tran-van-mau-x[a-z0-9]{6}`)
	ids := map[string]bool{}
	for i, e := range []storing.Entry{nghean, camau} {
		want, _ := e.Found.AppendJSON(nil)
		found := marked.FindAllString(lines[i], -1)
		if got := marked.ReplaceAllString(lines[i], "vn/tran-van-mau"); got != string(want) || len(found) != i+1 {
			t.Errorf("got  %s\nwant %s", lines[i], want)
		}
		ids[found[0]] = true
	}
	if len(ids) != 2 {
		t.Errorf("namesakes have the ids %v", ids)
	}
}

// TestRecordsAreOfOneMoment stores while an export goes on.
func TestRecordsAreOfOneMoment(t *testing.T) {
	c := made(t)
	for i := range 20 {
		add(t, c, entry(i, "https://a.vn/"+string(rune('a'+i)), "17/08/2025", "cũ", "Đại tá Trần Văn Mẫu họp."))
	}
	n := 0
	err := c.Articles.Records(context.Background(), named.Filter{}, func(r *boctin.Record, all int) error {
		if n == 0 {
			for i := range 20 {
				add(t, c, entry(100+i, "https://a.vn/"+string(rune('a'+i)), "17/08/2025", "mới", "Đại tá Lê Văn Thử họp."))
			}
		}
		n++
		if r.Title != "cũ" || all != 20 {
			t.Errorf("record %d of %d is %q", n, all, r.Title)
		}
		return nil
	})
	if err != nil || n != 20 {
		t.Error(n, err)
	}
}

func TestRecordsStop(t *testing.T) {
	c := made(t)
	for i := range 5 {
		add(t, c, entry(i, "https://a.vn/"+string(rune('a'+i)), "17/08/2025", "tin", "Đại tá Trần Văn Mẫu họp."))
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := c.Articles.Records(ctx, named.Filter{}, func(*boctin.Record, int) error { n++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || n == 5 {
		t.Errorf("%d records after Ctrl-C, %v", n, err)
	}
	full := errors.New("full")
	if err := c.Articles.Records(context.Background(), named.Filter{}, func(*boctin.Record, int) error { return full }); err != full {
		t.Errorf("%v", err)
	}
	if _, err := c.DB.Exec(`UPDATE packed SET json = x'28b52ffd'`); err != nil {
		t.Fatal(err)
	}
	if err := c.Articles.Records(context.Background(), named.Filter{}, nil); err == nil || !strings.Contains(err.Error(), "the stored record of https://a.vn/a is damaged") {
		t.Errorf("%v", err)
	}
}
