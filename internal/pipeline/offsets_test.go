package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// wrongSpans reads a record as a stranger would, from its JSON, and tells which
// offsets do not cut out their own text: field[start:end] in code points.
func wrongSpans(line []byte) (wrong []string, spans int) {
	var r boctin.Record
	if err := json.Unmarshal(line, &r); err != nil {
		return []string{err.Error()}, 0
	}
	cut := func(text string, start, end int) string {
		points := []rune(text)
		if start < 0 || start > end || end > len(points) {
			return fmt.Sprintf("%d:%d of %d", start, end, len(points))
		}
		return string(points[start:end])
	}
	hold := func(what, text string, s boctin.Span) {
		spans++
		field, ok := r.Field(s.Field)
		if got := cut(field, s.Start, s.End); !ok || got != text || text == "" {
			wrong = append(wrong, fmt.Sprintf("%s: %s[%d:%d] is %q, not %q", what, s.Field, s.Start, s.End, got, text))
		}
	}
	for _, d := range r.Dates {
		hold("date", d.Text, d.Span)
	}
	for _, a := range r.Agencies {
		for _, m := range a.Mentions {
			hold(a.ID, m.Text, m.Span)
		}
	}
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			hold(o.ID, m.Text, m.Span)
			if name := cut(m.Text, m.Name[0], m.Name[1]); name == "" || !strings.Contains(m.Text, name) {
				wrong = append(wrong, fmt.Sprintf("%s: the name in %q is %q", o.ID, m.Text, name))
			}
		}
	}
	for _, e := range r.Events {
		hold("event", e.Text, e.Span)
	}
	for _, i := range r.Issues {
		if i.Span != nil {
			hold(i.Rule, i.Text, *i.Span)
		}
	}
	return wrong, spans
}

func TestWrongSpansAreSeen(t *testing.T) {
	line := `{"schema":"boctin/1","id":"1","source":{},"body":"Bộ Công an","dates":[{"value":"2025","text":"Công","field":"body","start":3,"end":8}]}`
	if wrong, n := wrongSpans([]byte(line)); len(wrong) != 1 || n != 1 {
		t.Errorf("%d spans, wrong: %v", n, wrong)
	}
}

// TestGoldenOffsets holds every mention of every golden record against the text
// that it points into.
func TestGoldenOffsets(t *testing.T) {
	spans := 0
	err := filepath.WalkDir("../../testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".gold.json") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(`"boctin/1"`)) {
			return err
		}
		wrong, n := wrongSpans(data)
		spans += n
		for _, w := range wrong {
			t.Errorf("%s: %s", path, w)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if spans == 0 {
		t.Skip("no golden records in testdata")
	}
	t.Logf("%d spans", spans)
}
