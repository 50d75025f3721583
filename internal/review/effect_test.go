package review

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestEffect counts the articles that would change, and changes nothing.
func TestEffect(t *testing.T) {
	f, ctx := made(t), context.Background()
	before := f.lines(f.Corpus)
	for _, x := range []struct {
		c            Correction
		of, articles int
		example      string
	}{
		{agency("Tổ Vẫy Cờ"), 2, 2, "Tổ Vẫy Cờ"},
		{agency("Tổ Không Có"), 0, 0, ""},
		{Correction{Kind: "word-rank", Fields: map[string]string{"name": "Sáng nay"}}, 1, 0, ""},
		{Correction{Kind: "title", Article: address("mot"), Fields: map[string]string{"value": "Khác"}}, 1, 1, "Khác"},
		{Correction{Kind: "site-drop", Fields: map[string]string{"site": "bao.example.vn", "selector": "p.doan"}}, 3, 3, "Bộ Công an"},
		{Correction{Kind: "site-drop", Fields: map[string]string{"site": "bao.example.vn", "selector": "p.khong-co"}}, 3, 0, ""},
	} {
		p, err := f.Plan(ctx, x.c)
		if err != nil {
			t.Fatalf("%v: %v", x.c, err)
		}
		told := 0
		e, err := f.Effect(ctx, p, func(read, of int) { told++ })
		if err != nil || e.Of != x.of || e.Read != x.of || e.Articles != x.articles || told != x.of || !e.Complete() {
			t.Errorf("%v: %+v, %v, told %d times", x.c, e, err, told)
		}
		var all []string
		for _, a := range e.Examples {
			for _, d := range a.Differences {
				all = append(all, d.Before, d.After)
			}
		}
		if !strings.Contains(strings.Join(all, "\n"), x.example) {
			t.Errorf("%v: no %q in %q", x.c, x.example, all)
		}
	}
	stopped, stop := context.WithCancel(ctx)
	p, err := f.Plan(ctx, agency("Tổ Vẫy Cờ"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Effect(stopped, p, func(int, int) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if _, err := os.Stat(f.Dir); err == nil || f.lines(f.Corpus) != before {
		t.Error("something was written")
	}
}

// TestSelectors proposes selectors from the kept page that find the paragraph.
func TestSelectors(t *testing.T) {
	f := made(t)
	got, err := f.Selectors(context.Background(), address("mot"), "Ảnh chụp toàn cảnh cuộc họp tại hội trường lớn của tỉnh sáng nay.")
	if err != nil || len(got) == 0 || got[0] != "p.doan" && !strings.HasSuffix(got[0], "> p.doan") {
		t.Errorf("%q %v", got, err)
	}
	if got, err := f.Selectors(context.Background(), "https://a.vn/none", "x"); err != nil || len(got) > 0 {
		t.Errorf("%q %v", got, err)
	}
	for node, want := range map[string]string{
		"html > body > div#bai > p.doan": "p.doan", "html > body > div.x > p": "div.x > p", "html > body > p": "", "div.a:b > p": "", "": "",
	} {
		if got := SelectorOf(node); got != want {
			t.Errorf("%s: %q, want %q", node, got, want)
		}
	}
}

// TestExport hands over what was corrected and not taken back, into a new folder alone.
func TestExport(t *testing.T) {
	f, ctx := made(t), context.Background()
	f.apply(agency("Tổ Vẫy Cờ"))
	gone := f.apply(agency("Tổ Không Có"))
	f.apply(Correction{Kind: "date", Article: address("mot"), Fields: map[string]string{"was": "2025-06-11", "text": "Sáng 11/6", "value": "2025-06-10"}})
	f.apply(Correction{Kind: "official", Article: address("hai"), Fields: map[string]string{"was": "Trần Văn Mẫu"}})
	f.apply(Correction{Kind: "event", Article: address("mot"), Fields: map[string]string{"type": "conference", "date": "2025-06-10", "participants": "Trần Văn Mẫu"}})
	if _, err := f.Undo(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	n, err := f.Export(ctx, out)
	if err != nil || n.Cases != 4 {
		t.Errorf("%+v %v", n, err)
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		return string(data)
	}
	for name, want := range map[string]string{
		"lexicon/agencies.vn.toml": `name = "Tổ Vẫy Cờ"`,
		"cases/agency.toml":        `want = ["VN Tổ Vẫy Cờ"]`,
		"cases/date.toml":          "doc = \"2025-06-12\"\ntext = \"Sáng 11/6, Đại tá Trần Văn Mẫu",
		"cases/official.toml":      "[[case]]\ntext = \"Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, đến thăm",
		"cases/event.toml":         `want = ["conference | 2025-06-10 |  | Trần Văn Mẫu"]`,
		"README.md":                "corpus.toml",
	} {
		text := read(name)
		var v map[string]any
		if _, err := toml.Decode(text, &v); !strings.Contains(text, want) || strings.HasSuffix(name, ".toml") && err != nil || strings.Contains(text, "Tổ Không Có") {
			t.Errorf("%s, %v:\n%s", name, err, text)
		}
	}
	if golds, _ := filepath.Glob(filepath.Join(out, "gold", "*")); len(golds) != 2 {
		t.Errorf("%v", golds)
	}
	if _, err := f.Export(ctx, out); err == nil || !strings.Contains(err.Error(), "there already") {
		t.Errorf("written over: %v", err)
	}
}
