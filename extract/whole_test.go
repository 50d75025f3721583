package extract

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin"
)

var update = flag.Bool("update", false, "write what is read of the pages anew")

// labelled is a page of testdata/pages with what is right about it: what is not said is
// not looked at.
type labelled struct {
	File, URL                 string
	Title, Lead, Credit, Site *string
	Authors, Captions, Body   *[]string
	Has, Lacks                []string
	Refused                   bool
}

// TestPages holds pages against what a person says of them.
func TestPages(t *testing.T) {
	x := New(nil)
	var file struct{ Page []labelled }
	decode(t, "testdata/pages.toml", &file)
	for _, p := range file.Page {
		html, err := os.ReadFile(filepath.Join("testdata", "pages", p.File))
		if err != nil {
			t.Fatal(err)
		}
		page := &boctin.Page{Path: p.File, URL: p.URL, Body: html}
		a, err := x.Article(page)
		sameExplained(t, x, page, a)
		if p.Refused != (err != nil) {
			t.Errorf("%s: %v", p.File, err)
			continue
		}
		k := kindPage{Title: p.Title, Lead: p.Lead, Credit: p.Credit, Site: p.Site, Captions: p.Captions, Body: p.Body, Lacks: p.Lacks}
		for _, fault := range k.faults(&a, nil, strings.NewReplacer()) {
			if !p.Refused {
				t.Errorf("%s: %s", p.File, fault)
			}
		}
		if p.Authors != nil && !slices.Equal(slices.Sorted(slices.Values(a.Authors)), slices.Sorted(slices.Values(*p.Authors))) {
			t.Errorf("%s: authors %q, want %q", p.File, a.Authors, *p.Authors)
		}
		for _, h := range p.Has {
			if !strings.Contains(a.Body, h) {
				t.Errorf("%s: the body lacks %q", p.File, h)
			}
		}
	}
}

func decode(t *testing.T, path string, into any) {
	t.Helper()
	if meta, err := toml.DecodeFile(path, into); err != nil || len(meta.Undecoded()) > 0 {
		t.Fatal(path, err, meta.Undecoded())
	}
}

// TestWholeArticles compares all that is read of the small pages of testdata with what
// was read when they were last looked at. Their labels say what is right of what they
// are about; here every field is held.
func TestWholeArticles(t *testing.T) {
	x := New(nil)
	files, err := filepath.Glob("testdata/*.html")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("testdata/pages/*.html")
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]string{}
	for _, file := range append(files, more...) {
		html, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read[filepath.ToSlash(file)] = whole(x, boctin.Page{Path: filepath.Base(file), Body: html})
	}
	var kinds struct {
		Text map[string]string
		Page []kindPage
	}
	decode(t, "testdata/kinds.toml", &kinds)
	for _, p := range kinds.Page {
		html := p.page(kinds.Text)
		read["kinds.toml: "+p.Kind+", "+p.Name] = whole(x, boctin.Page{Path: p.Name, URL: p.URL, Body: []byte(html)})
	}
	held(t, filepath.Join("testdata", "whole.txt"), read)
}

// held compares texts with those of a file, by their names.
func held(t *testing.T, path string, got map[string]string) {
	t.Helper()
	if *update {
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(got)) {
			fmt.Fprintf(&b, "# %s\n%s", name, got[name])
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split("\n"+string(data), "\n# ")[1:] {
		name, want, _ := strings.Cut(block, "\n")
		if g, known := got[name]; known && strings.TrimSpace(g) != strings.TrimSpace(want) { // a new page is held from the next make golden on
			t.Errorf("%s is not what is read (make golden, then read the diff)\n got\n%s\nwant\n%s", name, g, want)
		}
	}
}

// whole writes an article, a line a field, of each paragraph how it begins and ends.
func whole(x *Extractor, p boctin.Page) string {
	a, err := x.Article(&p)
	if err != nil {
		return "  " + err.Error() + "\n"
	}
	var b strings.Builder
	add := func(key string, values ...string) {
		if strings.Join(values, "") != "" {
			fmt.Fprintf(&b, "  %s %q\n", key, values)
		}
	}
	add("title", a.Title)
	add("lead", a.Lead)
	add("url", a.URL)
	add("site", a.Site, a.Section, a.Language, a.Credit)
	add("authors", a.Authors...)
	add("tags", a.Tags...)
	for _, i := range a.Images {
		add("image", i.Src, i.Caption, i.Credit)
	}
	for _, s := range a.Stamps {
		add("stamp", s.Text, string(s.From), map[bool]string{true: "modified"}[s.Modified])
	}
	for _, text := range strings.Split(a.Body, "\n\n") {
		runes := []rune(text)
		add("body", firstRunes(text, 40), fmt.Sprint(len(runes)), string(runes[max(0, len(runes)-20):]))
	}
	return b.String()
}
