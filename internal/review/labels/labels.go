// Package labels keeps the gold labels of an overlay (MINE/gold) and lays them over
// what the finders make of an article: what a label wants is there, what it calls
// wrong is not, and all else is as found.
package labels

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/jsonfault"
	"github.com/boctin/boctin/internal/score"
)

// Folder is the folder of an overlay that holds labels, Suffix what their names end in.
const (
	Folder = "gold"
	Suffix = ".gold.json"
)

// maxLabel is how many bytes a label may have.
const maxLabel = 4 << 20

// Labels are those of an overlay, by the id of the record that each speaks of.
type Labels struct{ byID map[string]*score.Label }

// Read reads the labels of an overlay; there are none where dir is "" or has no folder
// for them. It reports every fault: file, and what is wrong.
func Read(dir string) (*Labels, error) {
	l := &Labels{byID: map[string]*score.Label{}}
	if dir == "" {
		return l, nil
	}
	files, err := filepath.Glob(filepath.Join(escapeGlob(filepath.Join(dir, Folder)), "*"+Suffix))
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, file := range files {
		label, err := readFile(file)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		l.byID[label.ID] = label
	}
	return l, errors.Join(faults...)
}

// escapeGlob takes the signs of a pattern in the name of a folder as they are.
func escapeGlob(dir string) string {
	if filepath.Separator == '\\' {
		return dir // there a backslash escapes nothing
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}

func readFile(file string) (*score.Label, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxLabel {
		return nil, fmt.Errorf("%s: no label: it is no file, or of more than %d MB", file, maxLabel>>20)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	label, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return label, nil
}

// recordID is what the id of a record looks like.
var recordID = regexp.MustCompile(`^[0-9a-z]{1,64}$`)

// ValidID tells whether an id may name the file of a label.
func ValidID(id string) bool { return recordID.MatchString(id) }

// Parse reads a label. It fails on a key that no label has, and on an id that no
// record can have.
func Parse(data []byte) (*score.Label, error) {
	label := new(score.Label)
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(label); err != nil {
		return nil, fmt.Errorf("not a label: %w", jsonfault.Say(err))
	}
	if label.ID == "" {
		return nil, errors.New("not a label of an article: it has no id: write the id of its record")
	}
	return label, nil
}

// Append writes a label as a file holds it.
func Append(label *score.Label) ([]byte, error) {
	whole(label)
	data, err := json.MarshalIndent(label, "", "  ")
	return append(data, '\n'), err
}

// whole makes lists of those that are missing: a reader of the file finds each.
func whole(l *score.Label) {
	for _, list := range []*[]string{&l.Authors, &l.Captions, &l.MustContain, &l.MustNotContain} {
		if *list == nil {
			*list = []string{}
		}
	}
	if l.Dates == nil {
		l.Dates = []score.DateOf{}
	}
	if l.Officials == nil {
		l.Officials = []score.Official{}
	}
	if l.Agencies == nil {
		l.Agencies = []score.Agency{}
	}
	if l.Events == nil {
		l.Events = []score.Event{}
	}
}

// IDs are the records that have a label.
func (l *Labels) IDs() []string {
	var ids []string
	for id := range l.byID {
		ids = append(ids, id)
	}
	return ids
}

// With gives labels that hold this one too; without it where label is nil.
func (l *Labels) With(id string, label *score.Label) *Labels {
	out := &Labels{byID: map[string]*score.Label{}}
	for k, v := range l.byID {
		out.byID[k] = v
	}
	delete(out.byID, id)
	if label != nil {
		out.byID[id] = label
	}
	return out
}

// Lay makes the record of an article: what find makes of it, with what its label says.
func (l *Labels) Lay(a boctin.Article, find func(boctin.Article) boctin.Record) boctin.Record {
	label := l.byID[a.ID]
	if label == nil {
		return find(a)
	}
	lay := &laying{label: label}
	r := find(lay.article(a))
	lay.record(&r)
	return r
}
