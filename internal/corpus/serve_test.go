package corpus

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/figures"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// gathering is a corpus in which some met, namesakes among them.
func gathering(t *testing.T) *Corpus {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "2025-08-17", "Bộ trưởng tiếp khách", "Ngày 17/8/2025, Đại tướng Lương Tam Quang, Bộ trưởng Bộ Công an, tiếp đồng chí Lý Khiêm, Thứ trưởng Bộ An ninh Quốc gia Trung Quốc tại Hà Nội."),
		entry(2, "https://b.vn/2", "2025-08-18", "Cuộc gặp tại Hà Nội", "Ngày 17/8/2025, Bộ trưởng Bộ Công an Lương Tam Quang đã tiếp ông Lý Khiêm, Thứ trưởng Bộ An ninh Quốc gia Trung Quốc."),
		entry(3, "https://a.vn/3", "2025-09-02", "Hội đàm", "Ngày 1/9/2025, Đại tướng Lương Tam Quang, Bộ trưởng Bộ Công an, hội đàm với ông Thongsavanh Phomvihane, Bộ trưởng Bộ Ngoại giao Lào."))
	return c
}

func TestBeginOf(t *testing.T) {
	c := made(t)
	gathered(t, c)
	days := map[int]string{}
	for n := range 4 {
		day, err := c.Events.BeginOf(t.Context(), "vn/bo-cong-an", n)
		if err != nil {
			t.Fatal(err)
		}
		days[n] = day
	}
	want := value(t, c, `SELECT group_concat(d, ' ') FROM (SELECT e.first_day AS d FROM event_rows e JOIN event_agencies p ON p.event = e.id WHERE p.agency = 'vn/bo-cong-an' ORDER BY d DESC LIMIT 4)`)
	if got := strings.TrimSpace(days[0] + " " + days[1] + " " + days[2] + " " + days[3]); got != want || got == "" {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNetwork(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	n, err := c.Events.Network(ctx, events.Netting{Of: "vn/luong-tam-quang", Most: 10})
	if err != nil || len(n.Knots) != 3 || len(n.Ties) != 2 {
		t.Fatalf("%+v %v", n, err)
	}
	if i := slices.IndexFunc(n.Ties, func(t events.Tie) bool { return t.A == "cn/ly-khiem" }); i < 0 || n.Ties[i].Events != 1 || n.Ties[i].First != "2025-08-17" {
		t.Errorf("what two articles tell of one day counts twice: %+v", n.Ties)
	}
	for name, netting := range map[string]events.Netting{"all": {Most: 10}, "a year": {Most: 10, From: "2025-01-01", To: "2025-12-31"}} {
		if n, err := c.Events.Network(ctx, netting); err != nil || len(n.Knots) != 3 {
			t.Errorf("%s: %+v %v", name, n, err)
		}
	}
	if n, err := c.Events.Network(ctx, events.Netting{Most: 10, From: "2025-09-01"}); err != nil || len(n.Knots) != 2 {
		t.Errorf("from September on: %+v %v", n, err)
	}
	for many, want := range map[int]string{1: "2025-08-17 2025-09-01", 0: "2025-09-01 2025-09-01", 100: "2025-08-17 2025-09-01"} {
		if first, last, err := c.Events.LastEvents(ctx, many); err != nil || first+" "+last != want {
			t.Errorf("the last %d events are of %s to %s, %v", many, first, last, err)
		}
	}
	if n, err := c.Events.Network(ctx, events.Netting{Of: "vn/luong-tam-quang", Most: 10, Star: true}); err != nil || len(n.Ties) != 2 {
		t.Errorf("of him alone: %+v %v", n, err)
	}
	if n, err := c.Events.Network(ctx, events.Netting{Most: 2}); err != nil || len(n.Knots) != 2 || len(n.Ties) != 1 {
		t.Errorf("two at most: %+v %v", n, err)
	}
	if n, err := c.Events.Network(ctx, events.Netting{Agencies: true, Of: "vn/bo-cong-an", Most: 10}); err != nil || len(n.Ties) != 2 {
		t.Errorf("agencies: %+v %v", n, err)
	}
}

func TestPersonByID(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	p, err := c.Officials.Person(ctx, "vn/luong-tam-quang")
	if err != nil || p.Appearances != 3 || len(p.Posts) == 0 || len(p.Beside) != 2 {
		t.Errorf("%+v %v", p, err)
	}
	if all, err := c.Officials.Bearers(ctx, "luong tam quang"); err != nil || len(all) != 1 || all[0].Post != "Bộ trưởng Bộ Công an" || all[0].Last != "2025-09-02" {
		t.Errorf("%+v %v", all, err)
	}
	var unknown *store.Unknown
	if _, err := c.Officials.Person(ctx, "vn/khong-co-ai-o-day"); !errors.As(err, &unknown) {
		t.Errorf("nobody: %v", err)
	}
	if all, err := c.Officials.Prominent(ctx, 2); err != nil || len(all) != 2 || all[0].ID != "vn/luong-tam-quang" {
		t.Errorf("%+v %v", all, err)
	}
	if all, err := c.Agencies.ProminentAgencies(ctx, 1); err != nil || len(all) != 1 || all[0].ID != "vn/bo-cong-an" || all[0].Articles != 3 {
		t.Errorf("%+v %v", all, err)
	}
	quang, err := c.Officials.Person(ctx, "vn/luong-tam-quang")
	if err != nil {
		t.Fatal(err)
	}
	if all, err := c.Officials.Naming(ctx, quang, 2); err != nil || len(all) != 2 || all[0].URL != "https://a.vn/3" {
		t.Errorf("%+v %v", all, err)
	}
}

func TestEditions(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	add(t, c, entry(4, "https://a.vn/1", "2025-08-17", "Bộ trưởng tiếp khách quý", "Ngày 17/8/2025, Đại tướng Lương Tam Quang, Bộ trưởng Bộ Công an, tiếp đoàn khách."))
	all, err := c.Articles.Editions(ctx, "https://a.vn/1")
	if err != nil || len(all) != 2 || all[0].Version != 2 || !all[0].Newest || all[1].Newest {
		t.Errorf("%+v %v", all, err)
	}
	for version, title := range map[int]string{0: "Bộ trưởng tiếp khách quý", 1: "Bộ trưởng tiếp khách", 2: "Bộ trưởng tiếp khách quý"} {
		if r, err := c.Articles.Record(ctx, "https://a.vn/1", version); err != nil || r.Title != title {
			t.Errorf("version %d: %v", version, err)
		}
	}
	var unknown *store.Unknown
	if _, err := c.Articles.Record(ctx, "https://a.vn/1", 3); !errors.As(err, &unknown) {
		t.Errorf("a version that is not there: %v", err)
	}
	if _, err := c.Articles.Editions(ctx, "https://a.vn/9"); !errors.As(err, &unknown) {
		t.Errorf("an article that is not there: %v", err)
	}
	if _, err := c.Pages.Saved(ctx, "https://a.vn/1", 0, 1<<20); !errors.Is(err, pages.ErrNoPage) {
		t.Errorf("the file of a page is not there: %v", err)
	}
	if since, of, err := c.Articles.CountSince(ctx, "2000-01-01"); err != nil || since != 3 || of != 3 {
		t.Errorf("%d of %d, %v", since, of, err)
	}
	if all, err := c.Articles.Latest(ctx, "2000-01-01", 1); err != nil || len(all) != 1 || all[0].Version != 2 {
		t.Errorf("%+v %v", all, err)
	}
}

func TestSitesFigures(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	if _, err := c.Storing.Add(ctx, "v1", []storing.Entry{{File: "a.warc.gz", Offset: 90, URL: "https://www.x.vn/1", Outcome: storing.Failed, Reason: "binary"}, {File: "a.warc.gz", Offset: 91, URL: "https://x.vn/2", Outcome: storing.NoArticle, Reason: "a list"},
		{File: "a.warc.gz", Offset: 92, URL: "https://x.vn/3", Outcome: storing.NoArticle, Reason: "a list"}}); err != nil {
		t.Fatal(err)
	}
	all, err := c.Figures.Sites(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v %v", all, err)
	}
	if s := all[0]; s.Site != "a.vn" || s.Articles != 3 || len(s.Months) != 2 || s.First != "2025-08-17" || s.Last != "2025-09-02" {
		t.Errorf("%+v", s)
	}
	if s := all[1]; s.Site != "x.vn" || s.Failed != 1 || s.Without != 2 || s.Why != "a list" {
		t.Errorf("%+v", s)
	}
}

func TestDoubtful(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	add(t, c, entry(5, "https://a.vn/5", "2025-09-03", "Họp", "Chiều 3/9, Tổng Bí thư Tô Lâm phát biểu tại buổi họp."))
	all, err := c.Figures.WithoutAgency(ctx, 10)
	if err != nil || !slices.ContainsFunc(all, func(u figures.Unplaced) bool { return u.Title == "Tổng Bí thư" && u.Officials == 1 }) {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := c.Articles.Issues(ctx, 10); err != nil {
		t.Error(err)
	}
}

func TestEventCounts(t *testing.T) {
	c := gathering(t)
	ctx := context.Background()
	counts, err := c.Events.EventCounts(ctx, events.Filter{From: "2025-08-01", To: "2025-09-30"})
	if err != nil || len(counts) != 2 || counts[0] != (events.DayCount{Day: "2025-08-17", Kind: "meeting", N: 1}) || counts[1].Day != "2025-09-01" {
		t.Errorf("what two articles tell of one meeting counts once: %+v %v", counts, err)
	}
	for name, f := range map[string]events.Filter{"of a day": {Most: 1}, "stored since": {Most: 1, Stored: "2000-01-01T00:00:00.000Z"}} {
		if events, err := c.Events.Find(ctx, f); err != nil || len(events) != 1 {
			t.Errorf("the last, %s: %+v %v", name, events, err)
		}
	}
	if events, err := c.Events.Find(ctx, events.Filter{From: "2025-08-17", To: "2025-08-17", Most: 1}); err != nil || len(events) != 1 || len(events[0].Articles) != 2 {
		t.Errorf("an event has all its articles, though one was asked for: %+v %v", events, err)
	}
}
