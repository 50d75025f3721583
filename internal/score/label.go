package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/jsonfault"
)

// Label is what is right about one document, written by hand. One file may
// hold either shape or both: a record label (ID, body edges, findings) and a
// page label (Paragraphs or Host: the whole body).
type Label struct {
	ID             string     `json:"id"`
	Record         string     `json:"record,omitempty"` // base name of the input, if it is not ID
	URL            string     `json:"url,omitempty"`
	Title          string     `json:"title"`
	Published      string     `json:"published"` // EDTF
	Authors        []string   `json:"authors"`
	Captions       []string   `json:"captions"`
	BodyFirst      string     `json:"body_first,omitempty"`
	BodyLast       string     `json:"body_last,omitempty"`
	MustContain    []string   `json:"must_contain"`
	MustNotContain []string   `json:"must_not_contain"`
	Dates          []DateOf   `json:"dates"`
	Officials      []Official `json:"officials"`
	Agencies       []Agency   `json:"agencies"`
	Events         []Event    `json:"events"`

	Host          string   `json:"host,omitempty"`
	Lead          string   `json:"lead,omitempty"`
	LeadPrefix    string   `json:"lead_prefix,omitempty"`
	LeadAsPrinted string   `json:"lead_as_printed,omitempty"`
	Paragraphs    []string `json:"paragraphs,omitempty"`
	MustNot       []string `json:"must_not,omitempty"`
	Either        []string `json:"either,omitempty"`
	SourceLine    string   `json:"source_line,omitempty"`
	PhotoStory    bool     `json:"photo_story,omitempty"`
	Notes         string   `json:"notes,omitempty"`

	// Of a label that a correction wrote: the fields that a person read ("title",
	// "published", "authors", "captions", "body"), and what is not so.
	Checked []string `json:"checked,omitempty"`
	Wrong   *Wrong   `json:"wrong,omitempty"`
}

// Wrong is what a program finds in a document and a person says is not so. An official
// with posts is right but for these posts.
type Wrong struct {
	Captions  []string   `json:"captions,omitempty"`
	Dates     []DateOf   `json:"dates,omitempty"`
	Officials []Official `json:"officials,omitempty"`
	Agencies  []Agency   `json:"agencies,omitempty"`
	Events    []Event    `json:"events,omitempty"`
}

// DateOf is one calendar expression of a label; the first value or any of the
// others is right.
type DateOf struct {
	Text         string   `json:"text"`
	Value        string   `json:"value"`
	ValueAliases []string `json:"value_aliases,omitempty"`
	AltValues    []string `json:"alt_values,omitempty"`
	Must         *bool    `json:"must,omitempty"`
	Note         string   `json:"note,omitempty"`
}

// Official is one person of a label.
type Official struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitempty"`
	Country  string   `json:"country"`
	Ranks    []string `json:"ranks,omitempty"`
	Posts    []Post   `json:"posts,omitempty"`
	Mentions int      `json:"mentions,omitempty"`
	Must     *bool    `json:"must,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// Post is one office of a labelled person.
type Post struct {
	Title         string   `json:"title"`
	TitleAliases  []string `json:"title_aliases,omitempty"`
	Agency        string   `json:"agency,omitempty"`
	AgencyAliases []string `json:"agency_aliases,omitempty"`
	Country       string   `json:"country"`
	Must          *bool    `json:"must,omitempty"`
	Note          string   `json:"note,omitempty"`
}

// Agency is one body of a label.
type Agency struct {
	Name    string   `json:"name"`
	Country string   `json:"country"`
	Aliases []string `json:"aliases,omitempty"`
	Must    *bool    `json:"must,omitempty"`
	Note    string   `json:"note,omitempty"`
}

// Event is one happening of a label; without a date the text pins no day.
type Event struct {
	Type         string   `json:"type"`
	Date         string   `json:"date,omitempty"`
	Place        string   `json:"place,omitempty"`
	Participants []string `json:"participants,omitempty"`
	Agencies     []string `json:"agencies,omitempty"`
	Must         *bool    `json:"must,omitempty"`
	Name         string   `json:"name,omitempty"`
	Text         string   `json:"text,omitempty"` // the clause that tells it; not scored
	Note         string   `json:"note,omitempty"`
}

// Wanted reads a must flag: what is not marked is wanted.
func Wanted(must *bool) bool { return wanted(must) }

func wanted(must *bool) bool { return must == nil || *must }

// Gold is one label, the file it stands in and the document it speaks of.
type Gold struct {
	Label
	Path   string // of the label
	Input  string // path of the document, empty if none lies beside the label
	onPage bool   // has the shape of a page label
	onText bool   // has the shape of a record label
}

// Set is a folder of labels under one name, the name its floors stand under.
type Set struct {
	Name  string
	Golds []*Gold
}

// Load reads the labels under each path: a label file, a folder of *.gold.json,
// or a folder NAME with NAME/gold/*.json. It fails on a path without labels.
func Load(paths ...string) ([]*Set, error) {
	var sets []*Set
	for _, path := range paths {
		s, err := loadSet(path)
		if err != nil {
			return nil, err
		}
		sets = append(sets, s)
	}
	return sets, nil
}

func loadSet(path string) (*Set, error) {
	files, err := labelFiles(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no labels here; want *.gold.json or a folder gold of *.json", path)
	}
	s := &Set{Name: setName(path)}
	for _, file := range files {
		g, err := readGold(file)
		if err != nil {
			return nil, err
		}
		s.Golds = append(s.Golds, g)
	}
	return s, nil
}

// setName is the last part of the path; the folder gold goes by its parent's name.
func setName(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if filepath.Base(path) == "gold" {
		path = filepath.Dir(path)
	}
	return strings.TrimSuffix(filepath.Base(path), ".gold.json")
}

func labelFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, err
	}
	var files []string
	err = filepath.WalkDir(path, func(file string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isLabel(file) {
			files = append(files, file)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}

// isLabel knows a label by its name: NAME.gold.json, or gold/NAME.json.
func isLabel(file string) bool {
	base := filepath.Base(file)
	return strings.HasSuffix(base, ".gold.json") ||
		filepath.Base(filepath.Dir(file)) == "gold" && filepath.Ext(base) == ".json" && base[0] != '_'
}

func readGold(file string) (*Gold, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	g := &Gold{Path: file}
	if err := json.Unmarshal(data, &g.Label); err != nil {
		return nil, fmt.Errorf("%s: not a label (docs/data-files.md, Gold, has its keys): %w", file, jsonfault.Say(err))
	}
	g.onText = g.ID != ""
	g.onPage = g.Host != "" || g.Paragraphs != nil
	if !g.onText && !g.onPage {
		return nil, fmt.Errorf("%s: not a label: it has neither id nor paragraphs: write host and paragraphs for the article, id for what is found in it (docs/data-files.md, Gold)", file)
	}
	g.Input = inputOf(file)
	return g, nil
}

// Key is the base name of the document without its extension.
func (g *Gold) Key() string {
	if g.Record != "" {
		return g.Record
	}
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(g.Path), ".json"), ".gold")
}

// inputOf finds the document that a label speaks of: beside NAME.gold.json, or
// else beside the folder gold or in its neighbour html.
func inputOf(file string) string {
	base := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".json"), ".gold")
	dirs := []string{filepath.Dir(file)}
	if filepath.Base(dirs[0]) == "gold" {
		up := filepath.Dir(dirs[0])
		dirs = []string{dirs[0], up, filepath.Join(up, "html")}
	}
	for _, dir := range dirs {
		for _, ext := range []string{".html", ".htm", ".txt", ".html.gz", ".txt.gz"} {
			if info, err := os.Stat(filepath.Join(dir, base+ext)); err == nil && !info.IsDir() {
				return filepath.Join(dir, base+ext)
			}
		}
	}
	return ""
}

// Check refuses a label with a key that no label has, such as a misspelt one.
func Check(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(new(Label)); err != nil {
		return fmt.Errorf("%s: %w", file, jsonfault.Say(err))
	}
	return nil
}
