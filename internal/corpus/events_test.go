package corpus

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/store"
)

// told are articles of three events, one of which two of them tell.
func gathered(t *testing.T, c *Corpus) {
	t.Helper()
	add(t, c,
		entry(1, "https://a.vn/1", "17/08/2025", "Tin một", "Chiều 17/8/2025, tại Hà Nội, Đại tướng Lương Tam Quang, Bộ trưởng Bộ Công an, đã tiếp đồng chí Lý Khiêm, Thứ trưởng Bộ An ninh quốc gia Trung Quốc."),
		entry(2, "https://a.vn/2", "18/08/2025", "Tin hai", "Ngày 17/8/2025, Bộ trưởng Bộ Công an Lương Tam Quang gặp Thứ trưởng Bộ An ninh quốc gia Trung Quốc Lý Khiêm. Cùng dự có Đại sứ Trung Quốc tại Việt Nam Hà Vĩ."),
		entry(3, "https://a.vn/3", "20/08/2025", "Tin ba", "Ngày 20/8/2025, tại Viêng Chăn, Bộ trưởng Bộ Công an Lương Tam Quang hội đàm với Bộ trưởng Bộ Công an Lào Vilay Lakhamphong."),
		entry(4, "https://a.vn/4", "21/08/2025", "Tin bốn", "Chiều 21/8/2025, Bộ Công an bổ nhiệm Đại tá Trần Văn Mẫu giữ chức Giám đốc Công an tỉnh Nghệ An."),
	)
}

func asked(t *testing.T, c *Corpus, f events.Filter) string {
	t.Helper()
	list, err := c.Events.Find(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range list {
		fmt.Fprintf(&b, "%s %s %s %d:", e.Date, e.Kind, e.Place, len(e.Articles))
		for _, o := range e.Officials {
			fmt.Fprintf(&b, " %s/%s", o.Name, o.Role)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestEvents(t *testing.T) {
	c := made(t)
	gathered(t, c)
	const (
		china = "2025-08-17 meeting Hà Nội 2: Lương Tam Quang/host Lý Khiêm/guest Hà Vĩ/attendee\n"
		laos  = "2025-08-20 meeting Viêng Chăn 1: Lương Tam Quang/attendee Vilay Lakhamphong/attendee\n"
		post  = "2025-08-21 appointment  1: Trần Văn Mẫu/appointee\n"
	)
	for _, x := range []struct {
		f    events.Filter
		want string
	}{
		{events.Filter{}, china + laos + post},
		{events.Filter{Kinds: []string{"appointment"}}, post},
		{events.Filter{Agencies: []string{"Bộ Công an"}, Country: "CN"}, china},
		{events.Filter{Officials: []string{"luong tam quang", "vilay lakhamphong"}}, laos},
		{events.Filter{From: "2025-08-18", To: "2025-08-20"}, laos},
		{events.Filter{Place: "ha noi"}, china},
		{events.Filter{Kinds: []string{"arrest"}}, ""},
	} {
		if got := asked(t, c, x.f); got != x.want {
			t.Errorf("%+v:\n%swant\n%s", x.f, got, x.want)
		}
	}
	if _, err := c.Events.Find(context.Background(), events.Filter{Officials: []string{"Không Ai Cả"}}); !errors.Is(err, store.ErrNobody) {
		t.Errorf("nobody: %v", err)
	}
}

// TestEventsOfChangedArticle leaves nothing of what an older version told.
func TestEventsOfChangedArticle(t *testing.T) {
	c := made(t)
	gathered(t, c)
	add(t, c, entry(5, "https://a.vn/3", "20/08/2025", "Tin ba", "Không có gì mới."))
	if got := value(t, c, `SELECT COUNT(*) FROM events e JOIN articles a ON a.id = e.article WHERE a.newest = 1`); got != "3" {
		t.Errorf("%s events", got)
	}
	if got := asked(t, c, events.Filter{Country: "LA"}); got != "" {
		t.Error(got)
	}
}
