package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/output"
)

func open(t *testing.T, format, path string) (*Export, error) {
	t.Helper()
	f, err := FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	return Open(Options{Format: f, Path: path})
}

func mustOpen(t *testing.T, format, path string) *Export {
	t.Helper()
	x, err := open(t, format, path)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// tree lists what stands in a folder.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && path != dir {
			rel, _ := filepath.Rel(dir, path)
			all = append(all, rel)
		}
		return err
	})
	return all
}

func TestFileIsReplacedWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "news.jsonl")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	read := func() string {
		raw, _ := os.ReadFile(path)
		return string(raw)
	}
	write("news.jsonl", "former")
	write("news.jsonl.part", strings.Repeat("left by one that was killed", 1000))
	x := mustOpen(t, "jsonl", path)
	if err := x.Write(sample(t)); err != nil {
		t.Fatal(err)
	}
	if read() != "former" {
		t.Error("the former export is gone before the new one is whole")
	}
	if _, err := open(t, "jsonl", path); err == nil || !strings.Contains(err.Error(), "another export is writing") {
		t.Errorf("two write to one name: %v", err)
	}
	x.Abort()
	if got := tree(t, dir); read() != "former" || !slices.Equal(got, []string{"news.jsonl"}) {
		t.Errorf("after Abort: %v, %q", got, read())
	}
	fill(t, mustOpen(t, "jsonl", path), sample(t))
	want, _ := sample(t).AppendJSON(nil)
	if got := tree(t, dir); read() != string(want)+"\n" || !slices.Equal(got, []string{"news.jsonl"}) {
		t.Errorf("after Commit: %v, %q", got, read())
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err == nil {
		fill(t, mustOpen(t, "jsonl", link), bare())
		if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 || strings.Contains(read(), "title") {
			t.Error("a link was replaced, not what it points to")
		}
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	fill(t, mustOpen(t, "csv", at("tables")), sample(t))
	first, _ := os.ReadFile(at("tables/articles.csv"))
	x := mustOpen(t, "csv", at("tables"))
	x.Write(bare())
	if now, _ := os.ReadFile(at("tables/articles.csv")); !bytes.Equal(now, first) {
		t.Error("the former tables are gone before the new ones are whole")
	}
	if err := x.Commit(); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(at("tables/articles.csv")); bytes.Equal(now, first) || len(tree(t, dir)) != 9 {
		t.Errorf("the tables were not replaced: %v", tree(t, dir))
	}
	os.WriteFile(at("tables/notes.txt"), []byte("mine"), 0o666)
	for _, c := range []struct{ format, path, says string }{
		{"csv", "tables", "notes.txt, which would be lost"},
		{"brat", "tables", "which would be lost"},
		{"brat", "brat.zip", "not into a zip file"},
		{"csv", "tables/notes.txt", "is a file"},
		{"jsonl", "tables", "is a folder"},
		{"parquet", "", "cannot go to standard output: say where with -o news.parquet"},
		{"brat", "", "say where with -o brat/"},
	} {
		if c.path != "" {
			c.path = at(c.path)
		}
		if _, err := open(t, c.format, c.path); !errors.Is(err, ErrMisuse) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s to %s: %v, want %q", c.format, c.path, err, c.says)
		}
	}
	fill(t, mustOpen(t, "brat", at("brat")), sample(t))
	if _, err := open(t, "brat", at("brat")); !errors.Is(err, ErrMisuse) {
		t.Errorf("a folder in which people annotate may be replaced: %v", err)
	}
}

func TestFolderLeftBehind(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	one := mustOpen(t, "csv", at("tables"))
	if _, err := open(t, "csv", at("tables")); err == nil {
		t.Error("two write to one name")
	}
	one.Abort()
	os.Mkdir(at("brat.part"), 0o777)
	os.WriteFile(at("brat.part/0123456789abcdef0123456789abcdef.txt"), []byte("left"), 0o666)
	x := mustOpen(t, "brat", at("brat"))
	x.Abort()
	if _, err := os.Stat(at("brat.part")); err == nil {
		t.Error("Abort leaves its folder")
	}
	os.Mkdir(at("brat.part"), 0o777)
	os.WriteFile(at("brat.part/thesis.doc"), []byte("mine"), 0o666)
	if _, err := open(t, "brat", at("brat")); err == nil || !strings.Contains(err.Error(), "thesis.doc") {
		t.Errorf("a folder of somebody else is swept: %v", err)
	}
	if _, err := os.Stat(at("brat.part/thesis.doc")); err != nil {
		t.Error("a file of somebody else is gone")
	}
}

func TestSwapByThree(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	os.Mkdir(a, 0o777)
	os.MkdirAll(filepath.Join(b, "in"), 0o777)
	if err := swapByThree(a, b); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"a", "a/in", "b"}) {
		t.Error(got)
	}
}

// TestSpreadsheetSafe reads the tables back: the cells hold what the records
// hold, and none begins as a formula does.
func TestSpreadsheetSafe(t *testing.T) {
	hostile := sample(t)
	hostile.Title, hostile.Section, hostile.Credit = "=HYPERLINK(\"http://x\")", "@SUM(A1)", "+1"
	hostile.Tags, hostile.Site = []string{"-2+3"}, "\tcmd|' /C calc'!A0"
	hostile.Officials[0].Name = "＝1+1"
	path := filepath.Join(t.TempDir(), "tables.zip")
	fill(t, mustOpen(t, "csv", path), sample(t), hostile)
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	format, _ := output.NewFormat("csv", output.Settings{})
	if len(z.File) != len(format.Tables) {
		t.Errorf("%d tables", len(z.File))
	}
	cells := map[string]bool{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := io.ReadAll(in)
		rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		for _, row := range rows {
			for _, c := range row {
				cells[c] = true
				if c != "" && strings.ContainsRune("=+-@\t\r|%＝＋－＠", []rune(c)[0]) {
					t.Errorf("%s: a cell begins as a formula: %q", f.Name, c)
				}
			}
		}
	}
	for _, want := range []string{hostile.Body, "'" + hostile.Title, "'" + hostile.Officials[0].Name, "Ông Mẫu", "vn/tran-van-mau"} {
		if !cells[want] {
			t.Errorf("no cell %q", want)
		}
	}
}

type deadDisk struct{ left int }

func (d *deadDisk) Write(b []byte) (int, error) {
	if d.left -= len(b); d.left < 0 {
		return 0, &os.PathError{Op: "write", Path: "x", Err: errors.New("no space left on device")}
	}
	return len(b), nil
}

func TestFullDiskIsTold(t *testing.T) {
	long := sample(t)
	long.Body += strings.Repeat(" tin", 50_000)
	for _, f := range Formats {
		if !f.Piped {
			continue
		}
		x, err := Open(Options{Format: &f, Stdout: &deadDisk{500}})
		if err != nil {
			t.Fatal(err)
		}
		if err = x.Write(long); err == nil {
			err = x.Commit()
		}
		if err == nil || err.Error() != "cannot write standard output: no space left on device" {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestFormatNames(t *testing.T) {
	if _, err := FormatNamed("xml"); err == nil || !strings.Contains(err.Error(), "choose jsonl, csv, parquet") {
		t.Error(err)
	}
	for _, f := range Formats {
		if f.Piped == (f.folder != nil) || (f.stream == nil) == (f.folder == nil) || (f.folder != nil) != (f.made != nil) {
			if f.Name != "parquet" {
				t.Errorf("%s: its row of the table makes no sense", f.Name)
			}
		}
	}
}
