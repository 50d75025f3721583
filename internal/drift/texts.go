// Package drift tells what a change of the rules or the data changes in real texts: those
// that may lie beside the repository, in ../shared, and those of testdata.
package drift

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Set is a set of texts that is read in one way.
type Set struct {
	Name  string   // the path from the folder of the texts
	Paths []string // of pages, saved texts and archives; nil where Items are given
	Items []Item
}

// Item is an article of a list.
type Item struct {
	ID string // the name of the list and the number of the line, from 1
	boctin.Article
	line []byte // as it stands in the list
}

// pages are the pages, texts and archives of ../shared.
var pages = []string{"samples", "articles", "articles-2017", "pages/html", "faults/pages", "listing", "identity/items.warc.gz"}

// lists are its lists of articles: the shorter first.
var lists = []string{"faults/text.jsonl", "events/bkee-train.jsonl", "corpus/baochinhphu-items.jsonl"}

// Sets gives the texts of a folder, those that are there.
func Sets(folder string) ([]Set, error) {
	var all []Set
	for _, name := range pages {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			all = append(all, Set{Name: name, Paths: []string{path}})
		}
	}
	for _, name := range lists {
		items, err := read(filepath.Join(folder, filepath.FromSlash(name)), name)
		switch {
		case os.IsNotExist(err):
			continue
		case err != nil:
			return nil, err
		}
		all = append(all, Set{Name: name, Items: items})
	}
	return all, nil
}

// line is an article as the lists write it.
type line struct {
	URL, Title, Summary, Text, Published string
	Date                                 string // of publication, in lists of faults
}

// article makes one of it; a text without a title has it in its first line.
func (l *line) article() boctin.Article {
	a := boctin.Article{Schema: boctin.Schema, URL: l.URL, Title: l.Title, Body: l.Summary}
	if l.Text != "" {
		a.Body = l.Text
		if l.Title == "" {
			a.Title, a.Body, _ = strings.Cut(l.Text, "\n")
		}
	}
	for _, stamp := range []string{l.Published, l.Date} {
		if stamp != "" {
			a.Stamps = append(a.Stamps, boctin.Stamp{Text: stamp, From: boctin.FromMetadata})
		}
	}
	return a
}

func read(path, name string) ([]Item, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var items []Item
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var l line
		id := fmt.Sprintf("%s:%d", name, len(items)+1)
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		items = append(items, Item{id, l.article(), slices.Clone(lines.Bytes())})
	}
	return items, lines.Err()
}
