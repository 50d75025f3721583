package normalize

import (
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
)

// TestCleaned holds that what prints nothing is taken out of every text of an article, a
// caption's too, and that the article given is left as it is.
func TestCleaned(t *testing.T) {
	a := boctin.Article{Title: "Bộ Công\u00ad an", Body: "Ðại tá\u200b Lê Mẫu An", Images: []boctin.Image{{Caption: "Trụ sở"}, {Caption: "Lễ\ufeff đón"}}}
	got := cleaned(a)
	if got.Title != "Bộ Công an" || got.Body != "Đại tá Lê Mẫu An" || got.Images[0].Caption != "Trụ sở" || got.Images[1].Caption != "Lễ đón" {
		t.Errorf("%+v", got)
	}
	if a.Images[1].Caption != "Lễ\ufeff đón" {
		t.Error("the article given is another now")
	}
}

// TestDayAndYear reads moments that are known to the minute, to the day, to the month, to
// the year and not at all.
func TestDayAndYear(t *testing.T) {
	for value, want := range map[string][2]string{
		"2025-06-12T08:00+07:00": {"2025-06-12", "2025"}, "2025-06-12": {"2025-06-12", "2025"}, "2025-06": {"", "2025"}, "2025": {"", "2025"}, "": {"", ""},
	} {
		m := &boctin.Moment{Value: value}
		if day, year := dayOf(m), yearOf(m); day != want[0] || year != want[1] {
			t.Errorf("%q: day %q, year %q", value, day, year)
		}
	}
	if dayOf(nil)+yearOf(nil) != "" {
		t.Error("a moment that is none has a day")
	}
}

// TestNamesAndReasons holds that a body of the lexicon has its English name in the record,
// one that every state has none, and that a date says by what rule it is one.
func TestNamesAndReasons(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := New(lex).Explain(boctin.Article{Body: "Bộ trưởng Bộ Công an Lê Mẫu An gặp người của Bộ Nội vụ Gabon. Ngày 5/6/2025, ông An tới Công an tỉnh Nghệ An; hôm sau, ông về."})
	names := map[string]string{}
	for _, a := range r.Agencies {
		names[a.ID] = a.NameEN
	}
	if names["vn/bo-cong-an"] != "Ministry of Public Security" || names["ga/bo-noi-vu"] != "" || len(names) < 3 {
		t.Errorf("%q", names)
	}
	if len(r.Dates) < 2 || len(r.Dates[0].Reasons) == 0 || r.Dates[0].Reasons[0].Rule == "" {
		t.Errorf("dates %+v", r.Dates)
	}
}
