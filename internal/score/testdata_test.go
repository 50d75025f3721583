package score

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/docs"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

var update = flag.Bool("update", false, "write the golden records anew")

// root is the top of the repository.
var root = filepath.Join("..", "..")

func stages(t *testing.T, profiles bool) *pipeline.Stages {
	t.Helper()
	words, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	var known *sites.Sites
	if profiles {
		if known, err = sites.Load(nil); err != nil {
			t.Fatal(err)
		}
	}
	return &pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(words)}
}

// golden is the record as it stands in the repository: indented, its path from
// the top.
func golden(t *testing.T, path string, r boctin.Record) []byte {
	t.Helper()
	rel, err := filepath.Rel(root, path)
	if err != nil {
		t.Fatal(err)
	}
	r.Source.Path = filepath.ToSlash(rel)
	line, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, line, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// firstDifference shows the first line that two texts do not share.
func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return "one has more lines than the other"
}

func TestGolden(t *testing.T) {
	if testing.Short() && !*update {
		t.Skip("golden records are compared without -short")
	}
	s := stages(t, true)
	n := 0
	for item := range input.New(input.Options{Paths: []string{filepath.Join(root, "testdata")}, MaxBytes: 64 << 20}).Items(context.Background()) {
		path := item.Page.Path
		n++
		if err := item.Load(); err != nil {
			t.Fatal(err)
		}
		r, err := s.Run(item.Page)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		file := strings.TrimSuffix(path, filepath.Ext(path)) + ".json"
		got := golden(t, path, r)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%v: make golden writes it; read it before it goes in", err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the program prints (make golden, then read the diff): %s", file, firstDifference(got, want))
		}
	}
	if n < 13 {
		t.Errorf("%d documents in testdata, want at least 13", n)
	}
}

// measure scores a set of labels and gives every fault.
func measure(s *pipeline.Stages, set *Set) (Result, []string) {
	var faults []string
	find := Run(context.Background(), []*Set{set}, s.Run, func(path string, err error) { faults = append(faults, path+": "+err.Error()) })
	result := set.Score(find, func(g *Gold, fault string) { faults = append(faults, g.Key()+": "+fault) })
	return result, faults
}

// No miss and no invention of anything that must be there, in the five samples
// and in their twins.
func TestSamples(t *testing.T) {
	if testing.Short() {
		t.Skip("the samples are held without -short")
	}
	s := stages(t, true)
	for _, gold := range []string{filepath.Join(root, "testdata", "text"), shared(t, "samples", "gold")} {
		sets, err := Load(gold)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range sets[0].Golds {
			// A rule of dashes has no words: the scorer finds it in every body.
			g.MustNotContain = slices.DeleteFunc(g.MustNotContain, func(s string) bool { return len(words(s)) == 0 })
		}
		result, faults := measure(s, sets[0])
		for _, figure := range result.Figures {
			if figure.Value() != 1 && !strings.HasPrefix(figure.Name, "event") { // events are held by floors
				t.Errorf("%s: %s", result.Name, figure)
			}
		}
		for _, fault := range faults {
			if !strings.Contains(fault, ": event ") {
				t.Errorf("%s: %s", result.Name, fault)
			}
		}
	}
}

// No set of labels that is at hand may score under its floors.
func TestFloorsHold(t *testing.T) {
	if testing.Short() {
		t.Skip("floors are held without -short")
	}
	floors, err := ReadFloors(filepath.Join(root, "testdata", "floors.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, profiles := range []bool{true, false} {
		s := stages(t, profiles)
		for _, gold := range []string{"testdata", "../shared/samples/gold", "../shared/articles/gold", "../shared/pages/gold"} {
			path := filepath.Join(root, gold)
			if _, err := os.Stat(path); err != nil {
				t.Logf("%s is not there", gold)
				continue
			}
			sets, err := Load(path)
			if err != nil {
				t.Fatal(err)
			}
			result, faults := measure(s, sets[0])
			if !profiles {
				result.Name += "-generic"
			}
			for _, fallen := range floors.Fallen([]Result{result}) {
				t.Errorf("%s\n%s", fallen, strings.Join(faults, "\n"))
			}
		}
	}
}

// Every record is valid against the published schema, with and without
// explanations, and every mention cuts out its own text.
func TestRecordsAreSound(t *testing.T) {
	schema := compiled(t)
	for _, explain := range []bool{false, true} {
		s := stages(t, true)
		if explain {
			words, err := lexicon.Load(nil)
			if err != nil {
				t.Fatal(err)
			}
			s.Normalizer = normalize.New(words)
		}
		paths := []string{filepath.Join(root, "testdata")}
		if _, err := os.Stat(filepath.Join(root, "../shared")); err == nil {
			paths = append(paths, filepath.Join(root, "../shared/samples"), filepath.Join(root, "../shared/articles"), filepath.Join(root, "../shared/pages/html"))
		}
		for item := range input.New(input.Options{Paths: paths, MaxBytes: 64 << 20}).Items(context.Background()) {
			if err := item.Load(); err != nil {
				t.Fatal(err)
			}
			r, err := s.Run(item.Page)
			if err != nil {
				t.Errorf("%s: %v", item.Page.Path, err)
				continue
			}
			sound(t, schema, &r)
		}
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(docs.RecordSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("record.schema.json")
}

func sound(t *testing.T, schema *jsonschema.Schema, r *boctin.Record) {
	t.Helper()
	line, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s: %v", r.Source.Path, err)
	}
	cuts := func(kind, text string, span boctin.Span) {
		field, ok := r.Field(span.Field)
		if !ok || span.Start < 0 || span.Start > span.End || span.End > len(field) || field[span.Start:span.End] != text {
			t.Errorf("%s: %s %q is not %s[%d:%d]", r.Source.Path, kind, text, span.Field, span.Start, span.End)
		}
	}
	for _, d := range r.Dates {
		cuts("date", d.Text, d.Span)
	}
	for _, a := range r.Agencies {
		for _, m := range a.Mentions {
			cuts("agency", m.Text, m.Span)
		}
	}
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			cuts("official", m.Text, m.Span)
			if m.Name[0] < 0 || m.Name[0] >= m.Name[1] || m.Name[1] > len(m.Text) {
				t.Errorf("%s: name %v of %q", r.Source.Path, m.Name, m.Text)
			}
		}
	}
	for _, i := range r.Issues {
		if i.Span != nil {
			cuts("issue", i.Text, *i.Span)
		}
	}
}
