package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// page is a saved page with its label.
type page struct {
	name string
	body []byte
	gold gold
}

// gold is what is right about a page, as labelled by hand.
type gold struct {
	URL         string   `json:"url"`
	Title       string   `json:"title"`
	Lead        string   `json:"lead"`
	LeadPrefix  string   `json:"lead_prefix"`
	LeadPrinted string   `json:"lead_as_printed"`
	Paragraphs  []string `json:"paragraphs"`
	Captions    []string `json:"captions"`
	Authors     []string `json:"authors"`
	SourceLine  string   `json:"source_line"`
	MustNot     []string `json:"must_not"`
	Either      []string `json:"either"`
	PhotoStory  bool     `json:"photo_story"`
}

func load(dir string) ([]page, error) {
	files, err := filepath.Glob(filepath.Join(dir, "html", "*.html"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no pages in %s", filepath.Join(dir, "html"))
	}
	var pages []page
	for _, f := range files {
		p := page{name: strings.TrimSuffix(filepath.Base(f), ".html")}
		if p.body, err = os.ReadFile(f); err != nil {
			return nil, err
		}
		label, err := os.ReadFile(filepath.Join(dir, "gold", p.name+".json"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(label, &p.gold); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		pages = append(pages, p)
	}
	return pages, nil
}

// figures are what a reader reaches on all pages.
type figures struct {
	tp, fp, fn                       float64
	perfect, leaks, captions, titles int
	empty, pages                     int
}

func (f figures) String() string {
	p, r := f.tp/(f.tp+f.fp+1e-9), f.tp/(f.tp+f.fn+1e-9)
	return fmt.Sprintf("%.3f\t%d\t%d\t%d\t%d\t%d", 2*p*r/(p+r+1e-9), f.perfect, f.leaks, f.captions, f.empty, f.titles)
}

func score(r reader, pages []page) figures {
	var f figures
	for _, p := range pages {
		title, text := r.read(p)
		f.add(p.gold, title, text)
	}
	return f
}

// add scores a page as the article-extraction benchmark does: 4-gram shingles,
// each page normalised to one. Headline, lead prefix, source and byline are
// neutral.
func (f *figures) add(g gold, title, text string) {
	f.pages++
	want := shingles(words(wanted(g)))
	got := shingles(words(text))
	neutral := neutrals(g)
	var t, x, m float64
	for s, n := range got {
		t += float64(min(n, want[s]))
		if n > want[s] && !neutral[s] {
			x += float64(n - want[s])
		}
	}
	for s, n := range want {
		m += float64(max(0, n-got[s]))
	}
	total := max(t+x+m, 1)
	f.tp, f.fp, f.fn = f.tp+t/total, f.fp+x/total, f.fn+m/total
	if 2*t/(2*t+x+m+1e-9) >= 0.99 {
		f.perfect++
	}
	if strings.TrimSpace(text) == "" {
		f.empty++
	}
	if strings.Join(words(title), " ") == strings.Join(words(g.Title), " ") {
		f.titles++
	}
	f.count(g, " "+strings.Join(words(text), " ")+" ")
}

// count finds boilerplate and captions in the text.
func (f *figures) count(g gold, text string) {
	body := " " + strings.Join(words(wanted(g)), " ") + " "
	for _, s := range g.MustNot {
		if strings.Contains(text, " "+strings.Join(words(s), " ")+" ") {
			f.leaks++
		}
	}
	for _, c := range g.Captions {
		w := words(c)
		s := " " + strings.Join(w, " ") + " "
		if len(w) > 4 && !g.PhotoStory && !strings.Contains(body, s) && strings.Contains(text, s) {
			f.captions++
		}
	}
}

func wanted(g gold) string {
	either := map[string]bool{}
	for _, e := range g.Either {
		either[e] = true
	}
	lines := []string{strings.TrimPrefix(g.Lead, g.LeadPrefix)}
	for _, p := range g.Paragraphs {
		if !either[p] {
			lines = append(lines, p)
		}
	}
	if len(g.Paragraphs) == 0 {
		lines = append(lines, g.Captions...)
	}
	return strings.Join(lines, "\n")
}

func neutrals(g gold) map[string]bool {
	all := map[string]bool{}
	lines := append([]string{g.Title, g.LeadPrinted, g.LeadPrefix + " " + g.Lead, g.SourceLine, strings.Join(g.Authors, " ")}, g.Either...)
	if g.PhotoStory {
		lines = append(lines, g.Captions...)
	}
	for _, l := range lines {
		for s := range shingles(words(l)) {
			all[s] = true
		}
	}
	return all
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(s)), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_'
	})
}

func shingles(w []string) map[string]int {
	all := map[string]int{}
	if len(w) == 0 {
		return all
	}
	for i := 0; i < max(1, len(w)-3); i++ {
		all[strings.Join(w[i:min(i+4, len(w))], " ")]++
	}
	return all
}
