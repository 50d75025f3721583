package review

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	importer "github.com/boctin/boctin/internal/corpus/import"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// pages are the saved pages of the corpus of these tests: prose of our own.
var pages = map[string]string{
	"mot": page("mot", "Công an tỉnh Nghệ An họp bàn phòng cháy", "12/06/2025 08:30",
		"Sáng 11/6, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, chủ trì cuộc họp bàn về phòng cháy, chữa cháy ở các chợ lớn trong tỉnh.",
		"Ảnh chụp toàn cảnh cuộc họp tại hội trường lớn của tỉnh sáng nay.",
		"Hai bên thống nhất kiểm tra mọi chợ trước mùa khô và báo cáo kết quả lên Bộ Công an trong tuần sau. Tổ Vẫy Cờ cử người theo dõi.",
		"Cuộc họp kéo dài hai giờ và kết thúc vào buổi trưa cùng ngày."),
	"hai": page("hai", "Tổ Vẫy Cờ ra quân ở Nghệ An", "15/06/2025 09:00",
		"Ngày 14/6, Tổ Vẫy Cờ ra quân giữ trật tự ở các chợ, theo kế hoạch của Công an tỉnh Nghệ An công bố đầu tháng.",
		"Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, đến thăm và động viên các thành viên của tổ vào buổi chiều."),
	"ba": page("ba", "Cà Mau tập huấn chữa cháy rừng", "20/06/2025 10:00",
		"Ngày 19/6, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, dự lớp tập huấn chữa cháy rừng mùa khô ở huyện U Minh.",
		"Lớp học kéo dài ba ngày, có hơn một trăm người của các hạt kiểm lâm trong tỉnh tham gia."),
}

func page(name, title, day string, paragraphs ...string) string {
	return `<html><head><title>` + title + `</title><link rel="canonical" href="https://bao.example.vn/` + name + `-1.html"></head><body>
<h1>` + title + `</h1><p>` + day + `</p><article class="bai-viet"><p>` + strings.Join(paragraphs, "</p>\n<p class=\"doan\">") + `</p></article></body></html>`
}

func address(name string) string { return "https://bao.example.vn/" + name + "-1.html" }

// fixture is an overlay beside a small corpus.
type fixture struct {
	*testing.T
	*Overlay
	saved string
}

func made(t *testing.T) *fixture {
	t.Helper()
	saved := t.TempDir()
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(saved, name+".html"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	mine := filepath.Join(t.TempDir(), "mine")
	o, err := Open(mine, copied(t, saved), "test")
	if err != nil {
		t.Fatal(err)
	}
	o.reader = base(o)
	o.Now = func() time.Time { return time.Date(2025, 8, 17, 9, 0, 0, 0, time.UTC) }
	return &fixture{t, o, saved}
}

// plain is the folder of the corpus of the pages as the program alone reads them, made
// once for all tests.
var plain struct {
	sync.Once
	dir string
}

// copied gives a copy of it.
func copied(t *testing.T, saved string) *corpus.Corpus {
	t.Helper()
	plain.Do(func() {
		c := built(t, saved, filepath.Join(saved, "none"))
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		dir, err := os.MkdirTemp("", "boctin-review-")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(dir, "corpus"), os.DirFS(c.DB.Dir)); err != nil {
			t.Fatal(err)
		}
		plain.dir = dir
	})
	dir := filepath.Join(t.TempDir(), "corpus")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(plain.dir, "corpus"))); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestMain(m *testing.M) {
	code := m.Run()
	if plain.dir != "" {
		os.RemoveAll(plain.dir)
	}
	os.Exit(code)
}

// empty is the reader of no files, made once for all tests.
var empty = sync.OnceValues(func() (*reader, error) { return (&Overlay{Dir: "none", Program: "test"}).readerNow() })

func base(o *Overlay) *reader {
	r, err := empty()
	if err != nil {
		panic(err)
	}
	own := *r
	own.overlay, own.stamp = o, ""
	return &own
}

// built imports the saved pages into a new corpus, by the files of an overlay.
func built(t *testing.T, saved, mine string) *corpus.Corpus {
	t.Helper()
	dir := t.TempDir()
	c, err := corpus.Make(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	o, err := Open(mine, c, "test")
	if err != nil {
		t.Fatal(err)
	}
	o.reader = base(o)
	r, err := o.readerNow()
	if err != nil {
		t.Fatal(err)
	}
	c.Resolvers.People = r.people
	_, err = importer.Run(context.Background(), c, input.New, importer.Options{Inputs: input.Options{Paths: []string{saved}, MaxBytes: 1 << 20},
		Stages: r.stages, Lexicon: r.version, Reader: "test", Keep: true, Workers: 1, Timeout: time.Minute, Software: "test",
		Failed: func(f pipeline.Failure) { t.Error(f) }})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// record gives what the corpus has of a page.
func record(t *testing.T, c *corpus.Corpus, name string) *boctin.Record {
	t.Helper()
	a, err := c.Articles.Article(context.Background(), address(name))
	if err != nil {
		t.Fatal(err)
	}
	return a.Record
}

// apply plans, writes and follows a correction.
func (f *fixture) apply(c Correction) Entry {
	f.Helper()
	p, err := f.Plan(context.Background(), c)
	if err != nil {
		f.Fatalf("%v: %v", c, err)
	}
	e, err := f.Apply(context.Background(), p)
	if err == nil {
		err = f.Follow(context.Background(), e.ID, nil)
	}
	if err != nil {
		f.Fatalf("%v: %v", c, err)
	}
	return e
}

// lines gives all records of the corpus as JSON, one a line.
func (f *fixture) lines(c *corpus.Corpus) string {
	f.Helper()
	var b strings.Builder
	for _, name := range []string{"ba", "hai", "mot"} {
		r := record(f.T, c, name)
		r.Source = boctin.Source{}
		line, err := r.AppendJSON(nil)
		if err != nil {
			f.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

// file gives the text of a file of the overlay.
func (f *fixture) file(path string) string {
	f.Helper()
	data, err := os.ReadFile(filepath.Join(f.Dir, filepath.FromSlash(path)))
	if err != nil {
		f.Fatal(err)
	}
	return string(data)
}
