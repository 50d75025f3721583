package corpus

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/pack"
)

// TestPackedIsWhole packs every golden record, and some that cannot be terse: what
// comes out is what went in.
func TestPackedIsWhole(t *testing.T) {
	n, size := 0, 0
	if err := filepath.WalkDir("../../testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" || strings.HasSuffix(path, ".gold.json") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if r, err := boctin.ParseRecord(raw); err == nil {
			n++
			size += whole(t, r, true)
		}
		return nil
	}); err != nil || n < 60 {
		t.Fatal(n, err)
	}
	t.Logf("%d records, %d bytes each", n, size/n)
	text := "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp."
	for name, spoil := range map[string]func(*boctin.Record){
		"explained":        func(r *boctin.Record) { r.Agencies[0].Mentions[0].Reasons = []boctin.Reason{{Rule: "x"}} },
		"another text":     func(r *boctin.Record) { r.Agencies[0].Mentions[0].Text = "khác" },
		"no field":         func(r *boctin.Record) { r.Officials[0].Mentions[0].Field = "nowhere" },
		"an id like a ref": func(r *boctin.Record) { r.Officials[0].Posts[0].Agency = "a0" },
		"no mentions":      func(r *boctin.Record) { r.Agencies[0].Mentions = nil },
	} {
		r := entry(1, "https://a.vn/1", "17/08/2025", "Họp báo", text).Found
		spoil(r)
		if whole(t, r, false); t.Failed() {
			t.Fatal(name)
		}
	}
	for _, change := range []func(*boctin.Record){
		func(r *boctin.Record) { r.Agencies[0].Name, r.Officials[0].Name = "", "" },
		func(r *boctin.Record) {
			r.Officials[0].Posts[0].Text, r.Officials[0].Posts[0].AgencyName = "", "Công an"
		},
		func(r *boctin.Record) { r.Agencies[0].ID, r.Officials[0].ID = "vn/khac", "vn/khac-2" },
		func(r *boctin.Record) {
			r.Events = []boctin.Event{{Kind: "meeting", Officials: []string{"vn/ai", r.Officials[0].ID}, Agencies: []string{r.Agencies[0].ID}, Post: &r.Officials[0].Posts[0],
				Text: "Họp", Span: boctin.Span{Field: "title", End: len("Họp")}}}
		},
	} {
		r := entry(1, "https://a.vn/1", "17/08/2025", "Họp báo", text).Found
		change(r)
		whole(t, r, true)
	}
}

// whole packs a record and reads it again; it gives the size.
func whole(t *testing.T, r *boctin.Record, terse bool) int {
	t.Helper()
	want, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	columns := pack.Columns{URL: r.URL, Title: r.Title, Body: r.Body, Lead: r.Lead, Site: r.Site, ID: r.ID, SHA256: r.Source.SHA256, Fetched: r.Source.Fetched}
	left, err := pack.Leave(&r.Article, r, &columns)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.HasPrefix(left, pack.Terse) != terse {
		t.Errorf("%s: terse is not %v", r.URL, terse)
	}
	packed, err := (&pack.Row{1: left}).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	k := pack.Kept{Columns: columns, Row: 1, Packed: packed, Opened: nil}
	_, found, err := k.Read()
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := found.AppendJSON(nil); string(got) != string(want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if again, _ := r.AppendJSON(nil); string(again) != string(want) {
		t.Errorf("packing changed the record of %s", r.URL)
	}
	return len(packed)
}
