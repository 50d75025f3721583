package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

func testPage(t *testing.T, name string) *boctin.Page {
	t.Helper()
	body, err := os.ReadFile("testdata/" + name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	return &boctin.Page{Path: name, Body: body}
}

// TestExplainPointsIntoTheSource: each offset is that of a tag, and the text of
// the paragraph follows it.
func TestExplainPointsIntoTheSource(t *testing.T) {
	page := testPage(t, "related-inside")
	a, err := New(nil).Explain(page)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.Evidence.Kept); n != 9 {
		t.Errorf("%d kept, want headline, lead and seven paragraphs", n)
	}
	for _, k := range a.Evidence.Kept {
		if k.Rule == "" || k.Node == "" || k.Offset < 0 || page.Body[k.Offset] != '<' {
			t.Errorf("no place or rule: %+v", k)
			continue
		}
		if rest := string(page.Body[k.Offset:]); !strings.Contains(rest[:min(len(rest), len(k.Text)+40)], k.Text[:20]) {
			t.Errorf("%q does not follow offset %d", k.Text, k.Offset)
		}
	}
	rules := map[string]bool{}
	for _, c := range a.Evidence.Cut {
		if c.Rule == "" {
			t.Errorf("cut without a rule: %+v", c)
		}
		rules[c.Rule] = true
	}
	for _, want := range []string{"links", "link line", "related head", "outside the body"} {
		if !rules[want] {
			t.Errorf("no cut by %q among %v", want, rules)
		}
	}
	if b, err := New(nil).Article(page); err != nil || b.Evidence != nil {
		t.Errorf("evidence that nobody asked for: %v, %v", b.Evidence, err)
	}
}

// TestSamePageSameAnswer: whatever was read before or is read meanwhile.
func TestSamePageSameAnswer(t *testing.T) {
	s, err := sites.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/*.html")
	fresh := make([]string, len(files))
	read := func(x *Extractor, file string) string {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		}
		a, _ := x.Article(&boctin.Page{Path: file, Body: body})
		out, err := json.Marshal(a)
		if err != nil {
			t.Error(err)
		}
		return string(out)
	}
	for i, f := range files {
		fresh[i] = read(New(s), f)
	}
	x := New(s)
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range files {
				i = (i*7 + worker*11) % len(files)
				if got := read(x, files[i]); got != fresh[i] {
					t.Errorf("%s: another answer", files[i])
				}
			}
		}()
	}
	wait.Wait()
}

// TestProfileWins: what a profile says goes before what the reader finds, and
// keep and drop are obeyed.
func TestProfileWins(t *testing.T) {
	s, err := sites.Load(os.DirFS("testdata/profiles"))
	if err != nil {
		t.Fatal(err)
	}
	page := testPage(t, "box-shares-class")
	page.URL = "https://m.ven-song.example/bai-1.html"
	a, err := New(s).Article(page)
	if err != nil {
		t.Fatal(err)
	}
	if a.Source.Layout != "ven-song.example#thu" || a.Site != "ven-song.example" {
		t.Errorf("layout %q, site %q", a.Source.Layout, a.Site)
	}
	if strings.Contains(a.Body, "Theo cơ quan chức năng") || !strings.Contains(a.Body, "Thêm một bãi tập kết cát bị đình chỉ") {
		t.Errorf("drop or keep is not obeyed: %s", a.Body)
	}
	if got := New(nil); got.sites != nil {
		t.Error("the generic reader has sites")
	}
}
