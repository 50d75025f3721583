package normalize_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/internal/cases"
)

// FuzzRecord holds all finders together, events above the rest: none panics, whom an event names is
// among the officials, and the clause that tells it stands in its field.
func FuzzRecord(f *testing.F) {
	all, _ := articles(f)
	for i := range all {
		f.Add(all[i].Title, all[i].Body)
	}
	for _, body := range []string{
		"Ngày 5/3/2024, Thủ tướng Lê Văn Tám (quê Hà Nam) đã tiếp Bộ trưởng Ngoại giao Lào Bua Keo tại Trụ sở Chính phủ.",
		"Công an tỉnh Hà Nam bắt A. Bộ Y tế bổ nhiệm bà Trần Thị Chín, Phó Giám đốc Sở Y tế Hà Nam, làm Giám đốc; miễn nhiệm ông B (",
		"Hội nghị do A chủ trì. Tại hội nghị, B và C, D. Lễ trao Huân chương cho Lê Văn Tám, 1,8 tỷ - Lào.\n\nNgày 6, đoàn rời Lào.",
	} {
		f.Add("Thủ tướng tiếp Bộ trưởng Lào", body)
	}
	n := normalize.New(cases.Lexicon(f))
	f.Fuzz(func(t *testing.T, title, body string) {
		const most = 4000 // bytes
		if len(title)+len(body) > most || !utf8.ValidString(title) || !utf8.ValidString(body) {
			t.Skip()
		}
		a := boctin.Article{Title: title, Body: body, Published: &boctin.Moment{Value: "2025-11-17"}}
		r := n.Record(a)
		for _, e := range r.Events {
			if field, _ := r.Field(e.Field); field[e.Start:e.End] != e.Text {
				t.Errorf("%q stands where %q is told", field[e.Start:e.End], e.Text)
			}
			for _, id := range e.Officials {
				if !slices.ContainsFunc(r.Officials, func(o boctin.Official) bool { return o.ID == id }) {
					t.Errorf("%s is in an event, and no official", id)
				}
			}
		}
		if _, err := r.AppendJSON(nil); err != nil {
			t.Error(err)
		}
	})
}
