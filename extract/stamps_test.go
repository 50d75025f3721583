package extract

import (
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin"
)

// TestStampLines reads one page with different lines of publication.
func TestStampLines(t *testing.T) {
	var file struct {
		Line []struct {
			Above, HTML     string
			Stamps, Authors []string
		}
	}
	meta, err := toml.DecodeFile("testdata/stamps.toml", &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatal(err, meta.Undecoded())
	}
	x := New(nil)
	for _, l := range file.Line {
		page := `<html lang="vi"><head><title>Diễn tập chữa cháy tại chợ huyện</title></head><body>` + l.Above + `<div class="c"><h1>Diễn tập chữa cháy tại chợ huyện</h1>` + l.HTML +
			`<p>Sáng nay, Công an huyện Mẫu Sơn phối hợp với các xã tổ chức diễn tập chữa cháy tại chợ trung tâm với hơn 200 người tham gia.</p><p>Sau 40 phút, đám cháy giả định được dập tắt, các nạn nhân được đưa ra ngoài an toàn.</p></div></body></html>`
		a, err := x.Article(&boctin.Page{Path: "a.html", Body: []byte(page)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Stamps {
			text := s.Text
			if s.Modified {
				text = "~" + text
			}
			got = append(got, text)
		}
		if !slices.Equal(got, l.Stamps) {
			t.Errorf("%s%s: stamps %q, want %q", l.Above, l.HTML, got, l.Stamps)
		}
		if !slices.Equal(a.Authors, l.Authors) {
			t.Errorf("%s: authors %q, want %q", l.HTML, a.Authors, l.Authors)
		}
	}
}
