package corpus

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/agencies"
)

// TestSuccession tells from when to when each of three held one post, whatever the order
// in which the articles came.
func TestSuccession(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(5, "https://a.vn/5", "05/08/2025", "Tin", "Đại tá Phạm Văn Ví, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(1, "https://a.vn/1", "10/01/2024", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(2, "https://a.vn/2", "20/02/2024", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, chữa cháy."),
		entry(3, "https://a.vn/3", "02/03/2024", "Tin", "Ngày 1/3/2024, Bộ Công an bổ nhiệm Đại tá Lê Văn Thử giữ chức Giám đốc Công an tỉnh Cà Mau."),
		entry(6, "https://a.vn/6", "06/08/2025", "Tin", "Đại tá Phạm Văn Ví, Giám đốc Công an tỉnh Cà Mau, gặp Đại tá Ngô Văn Tập, nguyên Giám đốc Công an tỉnh Cà Mau."),
		entry(4, "https://a.vn/4", "04/03/2024", "Tin", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, và Đại tá Hồ Văn Nháp, nguyên Giám đốc Công an tỉnh Cà Mau, họp dân."))
	got := heads(t, c)
	want := []string{
		"Hồ Văn Nháp, called former 2024-03-04 by 4 0",
		"Trần Văn Mẫu, first seen 2024-01-10 by 1, last seen 2024-02-20 by 2 0",
		"Lê Văn Thử, appointed 2024-03-01 by 3, last seen 2024-03-04 by 4 10",
		"Ngô Văn Tập, called former 2025-08-06 by 6 0", // in the gap; the other before one who is known
		"Phạm Văn Ví, first seen 2025-08-05 by 5, last seen 2025-08-06 by 6 0",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestReplaced holds that whoever is told to have been replaced held the post up to that day.
func TestReplaced(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "10/01/2024", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(2, "https://a.vn/2", "16/02/2025", "Tin", "Ngày 15/2/2025, Đại tá Lê Văn Thử được điều động giữ chức Giám đốc Công an tỉnh Cà Mau, thay Đại tá Trần Văn Mẫu."),
		entry(3, "https://a.vn/3", "02/03/2025", "Tin", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, gặp Đại tá Hồ Văn Nháp, nguyên Giám đốc Công an tỉnh Cà Mau."))
	got := heads(t, c)
	want := []string{
		"Hồ Văn Nháp, called former 2025-03-02 by 3 0",
		"Trần Văn Mẫu, first seen 2024-01-10 by 1, replaced 2025-02-15 by 2 0",
		"Lê Văn Thử, appointed 2025-02-15 by 2, last seen 2025-03-02 by 3 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// heads tells from when to when each head of the police of Cà Mau held the post.
func heads(t *testing.T, c *Corpus) (got []string) {
	t.Helper()
	bodies, err := c.Agencies.Named(context.Background(), "cong an tinh ca mau", "")
	if err != nil || len(bodies) != 1 {
		t.Fatal(bodies, err)
	}
	b := &bodies[0]
	b.Titled("giam doc")
	if err := c.Agencies.Succession(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	for _, h := range b.Holders {
		got = append(got, fmt.Sprint(h.Name, inShort(h.From), inShort(h.To), " ", h.Gap))
	}
	return got
}

func inShort(b *agencies.Bound) string {
	if b == nil {
		return ""
	}
	return fmt.Sprint(", ", b.By, " ", b.Day, " by ", strings.TrimPrefix(b.Source.URL, "https://a.vn/"))
}

// TestHoldersOfToday keeps no deputy who heads the agency since, and nobody who is told
// to have left; a deputy of another agency stays.
func TestHoldersOfToday(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "10/01/2024", "Tin", "Đại tá Trần Văn Mẫu, Phó Giám đốc Công an tỉnh Cà Mau, và Đại tá Lê Văn Thử, Phó Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(2, "https://a.vn/2", "20/02/2024", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, và Đại tá Hồ Văn Nháp, Phó Giám đốc Công an tỉnh Cà Mau, chữa cháy."),
		entry(3, "https://a.vn/3", "02/03/2024", "Tin", "Ngày 1/3/2024, Đại tá Hồ Văn Nháp thôi giữ chức Phó Giám đốc Công an tỉnh Cà Mau."))
	bodies, err := c.Agencies.Named(context.Background(), "cong an tinh ca mau", "")
	if err != nil || len(bodies) != 1 {
		t.Fatal(bodies, err)
	}
	var got []string
	for _, h := range bodies[0].Holders {
		got = append(got, fmt.Sprint(h.Name, ", ", h.Title, " ", h.Former))
	}
	want := "Trần Văn Mẫu, Giám đốc false\nLê Văn Thử, Phó Giám đốc false\nHồ Văn Nháp, Phó Giám đốc true\nTrần Văn Mẫu, Phó Giám đốc true"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
