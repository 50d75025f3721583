package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
)

// page is a saved page.
type page struct {
	path, url string
	body      []byte
}

// labelled is a set of labels whose documents are saved pages.
type labelled struct {
	*score.Set
	pages []page
}

// load reads the labels of a folder, and the pages that they speak of. Labels of
// texts beside pages are left out, for the peers that read pages read no text; a
// folder of texts alone has no pages.
func load(folder string) (*labelled, error) {
	sets, err := score.Load(folder)
	if err != nil {
		return nil, err
	}
	all := &labelled{Set: &score.Set{Name: sets[0].Name}}
	for _, g := range sets[0].Golds {
		if !strings.HasSuffix(g.Input, ".html") {
			continue
		}
		body, err := os.ReadFile(g.Input)
		if err != nil {
			return nil, err
		}
		all.Golds = append(all.Golds, g)
		all.pages = append(all.pages, page{path: g.Input, url: g.URL, body: body})
	}
	if len(all.pages) == 0 {
		all.Golds = sets[0].Golds
	}
	return all, nil
}

// figures are what a reader reaches on a set: a cell a column, and the number
// of pages of which it gave no text.
type figures struct {
	cells []string
	empty int
}

// column is a figure of internal/score and how it is headed here.
type column struct{ name, head string }

// wholeBody and edges are the columns of the two kinds of labels.
var (
	wholeBody = []column{{"body", "body F1"}, {"perfect", "perfect"}, {"no_leaks", "leaks"}, {"no_captions", "captions"},
		{"page_title", "title"}, {"day", "day"}, {"minute", "minute"}, {"page_authors", "authors"}}
	edges = []column{{"body_keep", "kept"}, {"body_drop", "cut"}, {"body_edges", "edges"}, {"title", "title"}, {"published", "day"}, {"authors", "authors"}}
)

func (s *labelled) columns() []column {
	if len(s.pages) == 0 {
		return found
	}
	for _, f := range s.Score(func(*score.Gold) *boctin.Record { return nil }, nil).Figures {
		if f.Name == "body" {
			return wholeBody
		}
	}
	return edges
}

// figures measures records against the labels.
func (s *labelled) figures(find score.Find) figures {
	var f figures
	byName := map[string]score.Figure{}
	for _, figure := range s.Score(find, nil).Figures {
		byName[figure.Name] = figure
	}
	for _, c := range s.columns() {
		f.cells = append(f.cells, cell(c.name, byName[c.name]))
	}
	for _, g := range s.Golds {
		if r := find(g); r == nil || strings.TrimSpace(r.Body) == "" {
			f.empty++
		}
	}
	return f
}

// cell prints a figure: the share of decisions as a fraction, leaks and
// captions by their number, the rest as F1.
func cell(name string, f score.Figure) string {
	switch name {
	case "no_leaks", "no_captions":
		return fmt.Sprintf("%.0f of %.0f", f.Missed, f.Right+f.Missed)
	case "perfect", "page_title", "day", "minute":
		return fmt.Sprintf("%.0f/%.0f", f.Right, f.Right+f.Missed)
	}
	return fmt.Sprintf("%.3f", f.F1)
}

// run reads every page with a reader.
func (s *labelled) run(r reader) figures {
	records := map[string]*boctin.Record{}
	for _, p := range s.pages {
		if a, ok := r.read(p); ok {
			records[p.path] = &boctin.Record{Article: a}
		}
	}
	return s.figures(func(g *score.Gold) *boctin.Record { return records[g.Input] })
}
