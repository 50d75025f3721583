package date

import (
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/reading"
)

// FuzzFind holds for any text: spans lie inside and equal their text, values
// are EDTF, dates stand in order and do not overlap.
func FuzzFind(f *testing.F) {
	finder, words := testFinder(f)
	for i, c := range readCorpus(f) {
		if i%4 == 0 {
			f.Add(c.Text, c.Doc)
		}
	}
	f.Add("từ ngày 23 - 25/9/2026 (mùng 3 Tết), cùng kỳ năm trước, 15h30 ngày 10/1", "2024-02-29")
	f.Fuzz(func(t *testing.T, text, doc string) {
		texts := []*reading.Text{words.Read("body", text)}
		found, issues := finder.Find(texts, &boctin.Moment{Value: doc}, true)
		end := 0
		for _, d := range found {
			if d.From < end || d.Empty() || d.To > len(texts[0].Tokens) {
				t.Fatalf("%q: tokens %d-%d after %d", text, d.From, d.To, end)
			}
			if !edtf.Valid(d.Value.String()) {
				t.Fatalf("%q: %q gives %q: not EDTF", text, d.Written(texts), d.Value)
			}
			end = d.To
		}
		for _, i := range issues {
			if i.At.Empty() || i.At.To > len(texts[0].Tokens) {
				t.Fatalf("%q: doubt at %+v", text, i.At)
			}
		}
	})
}

// FuzzMoments holds for any stamp: what is read is EDTF.
func FuzzMoments(f *testing.F) {
	finder, _ := testFinder(f)
	f.Add("Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "http://a.vn/2012/12/24/tin-20160314083511309.htm", "Hà Nội, ngày 5/3/2026")
	f.Fuzz(func(t *testing.T, stamp, url, body string) {
		for _, from := range []boctin.Origin{boctin.FromPage, boctin.FromMetadata, boctin.FromFlag} {
			a := boctin.Article{URL: url, Body: body, Stamps: []boctin.Stamp{{Text: stamp, From: from}}}
			a.Source.Fetched = "2026-03-06T19:00:00Z"
			published, modified := finder.Moments(&a)
			if published != nil && !edtf.Valid(published.Value) || modified != nil && !edtf.Valid(modified.Value) {
				t.Fatalf("%q %q %q: %+v %+v", stamp, url, body, published, modified)
			}
		}
	})
}
