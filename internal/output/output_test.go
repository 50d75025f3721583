package output

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
)

func sample() *boctin.Record {
	body := "Đại tướng Trần Văn Mẫu, Bộ trưởng Bộ Công an, phát biểu."
	r := &boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: "1", Title: "=HYPERLINK(\"x\")", Body: body,
		Authors: []string{"An", "Bình"}, Source: boctin.Source{Path: "a<b>.html"}, Published: &boctin.Moment{Value: "2025-08-17", From: boctin.FromPage}}}
	at := func(s string) boctin.Span {
		i := strings.Index(body, s)
		return boctin.Span{Field: "body", Start: i, End: i + len(s)}
	}
	who := "Đại tướng Trần Văn Mẫu"
	r.Officials = []boctin.Official{{ID: "vn/tran-van-mau", Name: "Trần Văn Mẫu", Ranks: []string{"Đại tướng"},
		Posts:    []boctin.Post{{Title: "Bộ trưởng", Agency: "vn/bo-cong-an", Former: true}},
		Mentions: []boctin.PersonMention{{Text: who, Name: [2]int{len("Đại tướng "), len(who)}, Span: at(who)}}}}
	r.Agencies = []boctin.Agency{{ID: "vn/bo-cong-an", Name: "Bộ Công an", Country: "VN",
		Mentions: []boctin.Mention{{Text: "Bộ Công an", Span: at("Bộ Công an")}}}}
	return r
}

func written(t *testing.T, o Options, format string, set Settings, records int) {
	t.Helper()
	f, err := NewFormat(format, set)
	if err != nil {
		t.Fatal(err)
	}
	o.Format = f
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	for range records {
		chunk, err := f.Encode(sample())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
}

func TestJSONIsOneArray(t *testing.T) {
	for n := range 3 {
		for _, pretty := range []bool{false, true} {
			var out bytes.Buffer
			written(t, Options{Stdout: &out}, "json", Settings{Pretty: pretty}, n)
			var list []json.RawMessage
			if err := json.Unmarshal(out.Bytes(), &list); err != nil || len(list) != n {
				t.Errorf("%d records give %d: %v\n%s", n, len(list), err, out.String())
			}
		}
	}
}

func TestEvidenceStandsInTheLine(t *testing.T) {
	r := sample()
	r.Evidence = &boctin.Evidence{Kept: []boctin.Trace{{Text: "<p>", Reason: boctin.Reason{Rule: "densest"}}}}
	f, _ := NewFormat("jsonl", Settings{})
	chunk, err := f.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	var line struct {
		ID       string
		Evidence boctin.Evidence
	}
	if err := json.Unmarshal(chunk[0], &line); err != nil || line.ID != "1" || len(line.Evidence.Kept) != 1 || line.Evidence.Kept[0].Text != "<p>" {
		t.Errorf("%v: %s", err, chunk[0])
	}
}

func table(t *testing.T, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// cell gives a named cell of the first row below the header.
func cell(t *testing.T, rows [][]string, column string) string {
	t.Helper()
	for i, name := range rows[0] {
		if strings.TrimPrefix(name, byteOrderMark) == column {
			return rows[1][i]
		}
	}
	t.Fatalf("no column %s in %v", column, rows[0])
	return ""
}

func TestTables(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	written(t, Options{Path: dir}, "csv", Settings{}, 2)
	load := func(name string) [][]string {
		data, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		return table(t, data)
	}
	for _, want := range []struct{ table, column, value string }{
		{"articles", "title", `'=HYPERLINK("x")`}, {"articles", "authors", "An; Bình"}, {"articles", "published", "2025-08-17"},
		{"officials", "name", "Trần Văn Mẫu"}, {"posts", "former", "true"}, {"agencies", "country", "VN"},
		{"mentions", "name_start", "10"}, {"mentions", "end", "22"},
	} {
		if got := cell(t, load(want.table), want.column); got != want.value {
			t.Errorf("%s.%s is %q, want %q", want.table, want.column, got, want.value)
		}
	}
	if n := len(load("mentions")); n != 5 {
		t.Errorf("mentions has %d rows, want a header and 4", n)
	}
	left, _ := filepath.Glob(dir + "*" + partSuffix)
	inside, _ := filepath.Glob(dir + "/*" + partSuffix)
	if len(left)+len(inside) > 0 {
		t.Errorf("%v %v are left behind", left, inside)
	}
}

func TestTablesInAnArchive(t *testing.T) {
	dir := t.TempDir()
	written(t, Options{Path: dir + "/t.zip"}, "csv", Settings{BOM: true}, 1)
	z, err := zip.OpenReader(dir + "/t.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if len(z.File) != 8 || z.File[0].Name != "articles.csv" {
		t.Fatalf("the archive holds %d files, first %s", len(z.File), z.File[0].Name)
	}
	r, _ := z.File[0].Open()
	head := make([]byte, 3)
	r.Read(head)
	if string(head) != byteOrderMark {
		t.Errorf("articles.csv begins with %q", head)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%v stand beside the archive", files)
	}
}

func TestCellsThatLookLikeFormulas(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "+84": "'+84", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1",
		"＝1": "'＝1", "Công an": "Công an", "": "", "a=b": "a=b"} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) is %q, want %q", in, got, want)
		}
	}
}

// TestTheOldFileStandsUntilTheNewOneIsWhole is what the temporary name is for.
func TestTheOldFileStandsUntilTheNewOneIsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.jsonl")
	os.WriteFile(path, []byte("old\n"), 0o644)
	f, _ := NewFormat("jsonl", Settings{})
	s, err := Open(Options{Path: path, Format: f})
	if err != nil {
		t.Fatal(err)
	}
	chunk, _ := f.Encode(sample())
	s.Write(chunk)
	s.Flush()
	if data, _ := os.ReadFile(path); string(data) != "old\n" {
		t.Errorf("the old file is %q while the new one is written", data)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), `{"schema"`) {
		t.Errorf("the new file is %q", data)
	}
}

// TestNamesThatAreNoUTF8 takes up a run whose output and input have names of bytes.
func TestNamesThatAreNoUTF8(t *testing.T) {
	for _, name := range []string{"a\xff.jsonl", `"a".jsonl`, "ạ.jsonl"} {
		path := filepath.Join(t.TempDir(), name)
		if f, err := os.Create(path); err != nil {
			t.Skip("the file system takes no such names")
		} else {
			f.Close()
		}
		f, _ := NewFormat("jsonl", Settings{})
		o := Options{Path: path, Format: f, Resume: true, Command: "run " + name}
		s, err := Open(o)
		if err != nil {
			t.Fatal(err)
		}
		chunk, _ := f.Encode(sample())
		s.Write(chunk)
		if err := s.Checkpoint(&input.Position{Path: name}, nil); err != nil {
			t.Fatal(err)
		}
		s.Close()
		if s, err = Open(o); err != nil {
			t.Fatal(err)
		}
		if done := s.Resumed().Done; done == nil || done.Path != name {
			t.Errorf("%q: taken up behind %+v", name, done)
		}
		s.Close()
		if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), `{"schema"`) {
			t.Errorf("%q: what was written is lost: %q", name, data)
		}
	}
}

func TestCellsWithoutControlCharacters(t *testing.T) {
	for cell, want := range map[string]string{"tin\x00\x1b[31m": "tin\ufffd\ufffd[31m", "\u009b=1": "\ufffd=1", "a\n\tb": "a\n\tb", "ạ": "ạ"} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func TestDevicesAreWrittenDirectly(t *testing.T) {
	written(t, Options{Path: os.DevNull}, "jsonl", Settings{}, 1)
	if _, err := os.Stat(os.DevNull + partSuffix); err == nil {
		t.Error("a device got a temporary name")
	}
}
