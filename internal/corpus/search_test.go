package corpus

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/agencies"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// asked is a corpus of a few articles to be asked.
func askedCorpus(t *testing.T) *Corpus {
	c := made(t)
	c.Names.Read = finders().Record
	add(t, c,
		entry(1, "https://a.vn/1", "17/08/2025", "Họp báo về ma túy", "Đại tá Lê Hoà Thuỷ, Giám đốc Công an tỉnh Nghệ An, chủ trì họp báo cùng Bộ Công an."),
		entry(2, "https://a.vn/2", "18/08/2025", "Bóng đá", "Ông Trần Văn Mẫu, Chủ tịch UBND TP. Hồ Chí Minh, xem bóng đá; Cục Cảnh sát phòng, chống tội phạm sử dụng công nghệ cao bảo vệ."),
		entry(3, "https://a.vn/3", "19/08/2025", "Giao thông", "Bộ Giao thông vận tải họp bàn, báo cáo về đường sắt; Đại tá Trần Văn Tạm, nguyên Giám đốc Công an tỉnh Nghệ An, dự. Không ai nói về ma trận."))
	return c
}

func TestSearch(t *testing.T) {
	c := askedCorpus(t)
	for query, want := range map[string]string{
		"hop bao":              "1 3", // one after the other first
		`"họp báo"`:            "1",   // the other has them apart
		"title:hop":            "1",
		"ma tuy OR bong da":    "2 1",
		"họp -báo":             "", // both articles that have the one have the other
		"đại tá -ma":           "",
		"ma":                   "1 3",
		"má":                   "",        // other marks
		"Lê Hòa Thủy":          "1",       // the tone mark in its other place
		"bong khongcochunay":   "2: bong", // what is there, and said so
		"túy đường":            "1 3: túy OR đường",
		`"ma túy" "đường sắt"`: `1 3: "ma túy" OR "đường sắt"`,
		"khongcochunay":        "",
		"-bóng":                "",
	} {
		found, err := c.Search.Find(context.Background(), search.Searching{Query: query, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range found.Hits {
			got = append(got, strings.TrimPrefix(h.URL, "https://a.vn/"))
		}
		s := strings.Join(got, " ")
		if found.Instead != "" {
			s += ": " + found.Instead
		}
		if s != want {
			t.Errorf("%s: %q, want %q", query, s, want)
		}
	}
}

func TestFilters(t *testing.T) {
	c := askedCorpus(t)
	for _, f := range []struct {
		named.Filter
		want string
	}{
		{named.Filter{From: "2025-08-18"}, "2 3"}, {named.Filter{To: "2025-08-17"}, "1"}, {named.Filter{Sites: []string{"a.vn"}}, "1 2 3"},
		{named.Filter{Sites: []string{"a.vm"}}, "no site is named a.vm: not in this corpus; did you mean a.vn?"},
		{named.Filter{Officials: []string{"trần văn mẫu"}}, "2"}, {named.Filter{Agencies: []string{"BCA"}}, "1"},
		{named.Filter{Kinds: []string{"ministry"}}, "1 3"}, {named.Filter{Countries: []string{"vn"}}, "1 2 3"}, {named.Filter{Countries: []string{"CN"}}, ""},
		{named.Filter{Places: []string{"Nghệ An"}}, "1 3"}, {named.Filter{Places: []string{"nghe an", "hồ chí minh"}}, "1 2 3"},
		{named.Filter{Places: []string{"nghe an"}, To: "2025-08-18"}, "1"}, {named.Filter{Month: "2025-08"}, "1 2 3"},
	} {
		found, err := c.Search.Find(context.Background(), search.Searching{Query: "cong OR bong OR an", Filter: f.Filter, Limit: 20, Newest: true})
		var got []string
		for _, h := range found.Hits {
			got = append([]string{strings.TrimPrefix(h.URL, "https://a.vn/")}, got...)
		}
		if err != nil {
			got = []string{err.Error()}
		}
		if s := strings.Join(got, " "); s != f.want {
			t.Errorf("%+v: %s, want %s", f.Filter, s, f.want)
		}
	}
}

// TestNames holds that a name is found in every way of writing it.
func TestNames(t *testing.T) {
	c := askedCorpus(t)
	for asked, want := range map[string]string{
		"Lê Hoà Thuỷ": "vn/le-hoa-thuy", "Lê Hòa Thủy": "vn/le-hoa-thuy", "LÊ HÒA THỦY": "vn/le-hoa-thuy", "le  hoa thuy ": "vn/le-hoa-thuy",
		"Le\u0302 Hoa\u0300 Thu\u0309y": "vn/le-hoa-thuy", "Đại tá Lê Hòa Thủy": "vn/le-hoa-thuy", "ĐẠI TÁ LÊ HÒA THỦY": "vn/le-hoa-thuy", "đại tá lê hòa thủy": "vn/le-hoa-thuy", "đồng chí Lê Hòa Thủy": "vn/le-hoa-thuy", "vn/le-hoa-thuy": "vn/le-hoa-thuy",
		"Lê Hoa Thủy": "near Lê Hoà Thuỷ", "Lê Hòa Thuy": "near Lê Hoà Thuỷ", "tran van mao": "near Trần Văn Mẫu, Trần Văn Tạm", "Bùi Thị Xa": "near ",
	} {
		people, err := c.Officials.Who(context.Background(), asked)
		if got := answer(err, func() string { return people[0].ID }); got != want {
			t.Errorf("who %s: %s, want %s", asked, got, want)
		}
	}
	for asked, want := range map[string]string{
		"Bộ Công an": "vn/bo-cong-an", "BỘ CÔNG AN": "vn/bo-cong-an", "bo cong an": "vn/bo-cong-an", "BCA": "vn/bo-cong-an", "Bộ GTVT": "vn/bo-giao-thong-van-tai",
		"UBND TP.HCM": "vn/uy-ban-nhan-dan-thanh-pho-ho-chi-minh", "vn/bo-cong-an": "vn/bo-cong-an", "giao thông vận tải": "vn/bo-giao-thong-van-tai", "Bộ Cong an": "near Bộ Công an", "bo cong am": "near Bộ Công an",
	} {
		bodies, err := c.Agencies.Named(context.Background(), asked, "")
		if got := answer(err, func() string { return bodies[0].ID }); got != want {
			t.Errorf("agency %s: %s, want %s", asked, got, want)
		}
	}
}

func answer(err error, id func() string) string {
	var unknown *store.Unknown
	switch {
	case errors.As(err, &unknown):
		return "near " + strings.Join(unknown.Near, ", ")
	case err != nil:
		return err.Error()
	}
	return id()
}

// TestHolders holds who is a holder now, who was one, and who was one on a day.
func TestHolders(t *testing.T) {
	c := made(t)
	say := func(n int, day, text string) storing.Entry {
		return entry(n, "https://a.vn/"+day[6:]+day[3:5]+day[:2], day, "Tin", text)
	}
	add(t, c,
		say(1, "01/02/2021", "Đại tá Lê Văn Một, Giám đốc Công an tỉnh Nghệ An, dự."), say(2, "01/06/2022", "Đại tá Lê Văn Một, Giám đốc Công an tỉnh Nghệ An, dự."),
		say(3, "01/02/2023", "Đại tá Trần Văn Hai, Giám đốc Công an tỉnh Nghệ An, và Thượng tá Vũ Văn Ba, Phó Giám đốc Công an tỉnh Nghệ An, dự."),
		say(4, "01/08/2024", "Đại tá Trần Văn Hai, Giám đốc Công an tỉnh Nghệ An, dự."), say(5, "02/08/2024", "Thượng tá Bùi Văn Bốn, Phó Giám đốc Công an tỉnh Nghệ An, dự."),
		say(6, "03/08/2024", "Ông Đỗ Văn Năm, nguyên Giám đốc Công an tỉnh Nghệ An, dự."))
	ask := func(change func(*agencies.Body)) string {
		bodies, err := c.Agencies.Named(context.Background(), "Công an tỉnh Nghệ An", "")
		if err != nil || len(bodies) != 1 {
			t.Fatal(err, len(bodies))
		}
		change(&bodies[0])
		if err := c.Agencies.Source(context.Background(), &bodies[0]); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range bodies[0].Holders {
			s := strings.Fields(h.Name)[2]
			if h.Former {
				s += "-former"
			}
			if h.Presumed {
				s += "-presumed"
			}
			if h.Source.URL == "" {
				s += "-unproved"
			}
			got = append(got, s)
		}
		return strings.Join(got, " ")
	}
	for want, change := range map[string]func(*agencies.Body){
		"Hai Bốn Ba Một-former Năm-former": func(*agencies.Body) {},
		"Năm-former Một-former Hai":        func(b *agencies.Body) { b.Titled("giam doc") },
		"Một-former":                       func(b *agencies.Body) { b.Titled("Giám đốc"); b.On("2022-01-01") },
		"Một-former-presumed":              func(b *agencies.Body) { b.Titled("Giám đốc"); b.On("2022-12-01") },
		"Hai":                              func(b *agencies.Body) { b.Titled("Giám đốc"); b.On("2023") },
		"Hai-presumed":                     func(b *agencies.Body) { b.On("2025-01-01") },
		"":                                 func(b *agencies.Body) { b.On("2020-01-01") },
	} {
		if got := ask(change); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestMet holds who met, and that whoever is named beside them did not.
func TestMet(t *testing.T) {
	c := made(t)
	add(t, c, entry(1, "https://a.vn/1", "12/06/2025", "Tiếp khách", "Chiều 12/6/2025, tại Hà Nội, Thượng tướng Trần Quang Mẫu, Thứ trưởng Bộ Công an, tiếp Trung tướng Khăm-phăn Thử, Thứ trưởng Bộ Công an Lào.\n\nTrước đó, Đại tá Lê Văn Tạm, Giám đốc Công an tỉnh Nghệ An, được khen thưởng vì thành tích phòng, chống ma túy."))
	for asked, want := range map[string]string{"": "Trần Quang Mẫu+Khăm-phăn Thử", "Khăm-phăn Thử": "Khăm-phăn Thử+Trần Quang Mẫu", "le van tam": ""} {
		got := ""
		if err := c.Events.Met(context.Background(), events.Filter{}, asked, func(m events.Meeting) error {
			got += m.Name + "+" + m.OtherName
			if m.Day != "2025-06-12" || m.Place != "Hà Nội" || m.URL == "" || !strings.Contains(m.Text, "tiếp") {
				t.Errorf("%+v", m)
			}
			return nil
		}); err != nil || got != want {
			t.Errorf("met %s: %s, %v, want %s", asked, got, err, want)
		}
	}
	together := 0
	if err := c.Events.NamedTogether(context.Background(), named.Filter{}, "le van tam", func(events.Pair) error { together++; return nil }); err != nil || together != 2 {
		t.Errorf("together beside %d, %v", together, err)
	}
	if err := c.Events.Met(context.Background(), events.Filter{}, "ai đó", func(events.Meeting) error { return nil }); !errors.Is(err, store.ErrNobody) {
		t.Error(err)
	}
}

// TestWhoAsFiltered holds that a filter picks the same articles of a person as it does in
// a search.
func TestWhoAsFiltered(t *testing.T) {
	c := askedCorpus(t)
	ctx := t.Context()
	people, err := c.Officials.Who(ctx, "trần văn mẫu")
	if err != nil || len(people) == 0 {
		t.Fatal(people, err)
	}
	some := 0
	for _, f := range []named.Filter{{From: "2025-08-18"}, {To: "2025-08-17"}, {Month: "2025-08"}, {Sites: []string{"a.vn"}}, {Agencies: []string{"BCA"}}, {Kinds: []string{"ministry"}},
		{Countries: []string{"vn"}}, {Places: []string{"Nghệ An"}}, {Places: []string{"hồ chí minh"}, From: "2025-01-01"}} {
		found, err := c.Officials.WhoIn(ctx, "trần văn mẫu", f)
		if err != nil {
			t.Fatal(err)
		}
		f.Officials = []string{"trần văn mẫu"}
		all, err := c.Search.Find(ctx, search.Searching{Query: "cong OR bong OR an", Filter: f, Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, p := range found {
			n += p.Appearances
		}
		if some += n; n != len(all.Hits) {
			t.Errorf("%+v: %d articles, a search finds %d", f, n, len(all.Hits))
		}
	}
	if some == 0 {
		t.Error("no filter lets an article through")
	}
}
