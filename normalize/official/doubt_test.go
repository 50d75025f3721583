package official_test

import (
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize"
)

// TestDoubts holds that what is not certain is said.
func TestDoubts(t *testing.T) {
	n := normalize.New(load(t))
	for text, rule := range map[string]string{
		"Bí thư Ủy ban Chính pháp Trung ương Đảng Cộng sản Trung Quốc Quách Thanh Côn đến. Ông Quách Thành Côn phát biểu.": "official/slip",
		"Giám đốc Sở Y tế Hà Nội Trần Văn Bảy họp. || Giám đốc Sở Tư pháp Lào Cai Trần Văn Bảy đi vắng.":                   "official/namesakes",
		"Ông Vương Nghị, Ủy viên Bộ Chính trị, đến Hà Nội.":                                                                "official/agency-of-another-state",
		"Ngoại trưởng Mỹ John Smith đến. Đại tá Pháp Smith phát biểu.":                                                     "official/two-countries",
	} {
		r := record(n, example{Text: text})
		var rules []string
		for _, i := range r.Issues {
			rules = append(rules, i.Rule)
			if i.Span == nil || i.Why == "" {
				t.Errorf("%s: issue without place or reason: %+v", text, i)
			}
		}
		if !strings.Contains(strings.Join(rules, " "), rule) {
			t.Errorf("%s: issues %v, want %s", text, rules, rule)
		}
	}
}

// TestOneEntryAPerson holds how mentions unite, and that namesakes do not.
func TestOneEntryAPerson(t *testing.T) {
	n := normalize.New(load(t))
	for text, want := range map[string]string{
		"Bộ trưởng Bộ Công an Tô Lâm đến. Ông Tô Lâm, rồi Bộ trưởng Tô Lâm nói. Ông Lâm về. Tô Lâm gửi thư.":               "vn/to-lam 5",
		"Giám đốc Sở Y tế Hà Nội Trần Văn Bảy họp. || Giám đốc Sở Tư pháp Lào Cai Trần Văn Bảy đi vắng.":                   "vn/tran-van-bay 1 vn/tran-van-bay-2 1",
		"Bí thư Ủy ban Chính pháp Trung ương Đảng Cộng sản Trung Quốc Quách Thanh Côn đến. Ông Quách Thành Côn phát biểu.": "cn/quach-thanh-con 2",
		"Thượng tá Nguyễn Văn Hợi kể. Thượng tá Hợi cười. Chị Hợi bán nước.":                                               "vn/nguyen-van-hoi 3",
	} {
		r := record(n, example{Text: text})
		var got []string
		for _, o := range r.Officials {
			got = append(got, o.ID, string(rune('0'+len(o.Mentions))))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %s, want %s", text, s, want)
		}
	}
}

// TestMentionSpan holds that a mention is rank, post and name as they stand
// together, and that Name marks the name in it.
func TestMentionSpan(t *testing.T) {
	n := normalize.New(load(t))
	r := explained(n, example{Title: "BỘ TRƯỞNG TÔ LÂM TIẾP KHÁCH", Text: "Hôm qua, Bộ trưởng Bộ Công an Đại tướng Tô Lâm, Ủy viên Bộ Chính trị, đi xa. Nay đường Tô Lâm đông, Tô Lâm về."})
	var got []string
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			got = append(got, m.Field+": "+m.Text[:m.Name[0]]+"<"+m.Text[m.Name[0]:m.Name[1]]+">")
			if len(m.Reasons) == 0 {
				t.Errorf("%s: not explained", m.Text)
			}
		}
	}
	want := "title: BỘ TRƯỞNG <TÔ LÂM>; body: Bộ trưởng Bộ Công an Đại tướng <Tô Lâm>; body: <Tô Lâm>"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
