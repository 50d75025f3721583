package export

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// records gives the sample, the least record, and all golden records of the
// repository.
func records(t testing.TB) []*boctin.Record {
	t.Helper()
	all := []*boctin.Record{sample(t), bare()}
	names, err := filepath.Glob("../../testdata/*/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := boctin.ParseRecord(raw); err == nil && r.Body != "" {
			all = append(all, r)
		}
	}
	if len(all) < 50 {
		t.Fatalf("%d records, want those of testdata", len(all))
	}
	return all
}

// exported writes records in a format that may be piped.
func exported(t testing.TB, format string, all ...*boctin.Record) string {
	t.Helper()
	f, err := FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	x, err := Open(Options{Format: f, Stdout: &b})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, x, all...)
	return b.String()
}

func fill(t testing.TB, x *Export, all ...*boctin.Record) {
	t.Helper()
	for _, r := range all {
		if err := x.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Commit(); err != nil {
		t.Fatal(err)
	}
}

// place is one finding as a reader of an export sees it: offsets are code points.
type found struct {
	record, field, label, id string
	start, end               int
}

// wanted gives all findings of records by their place, and counts the mentions.
func wanted(all []*boctin.Record) map[found]string {
	out := map[found]string{}
	for _, r := range all {
		p := r.CodePoints()
		add := func(label, id, text string, s boctin.Span) {
			out[found{r.ID, s.Field, label, id, s.Start, s.End}] = text
		}
		for _, d := range p.Dates {
			add(date, d.Value, d.Text, d.Span)
		}
		for _, a := range p.Agencies {
			for _, m := range a.Mentions {
				add(agency, a.ID, m.Text, m.Span)
			}
		}
		for _, o := range p.Officials {
			for _, m := range o.Mentions {
				add(official, o.ID, m.Text, m.Span)
			}
		}
	}
	return out
}

func sameFindings(t *testing.T, got, want map[found]string) {
	t.Helper()
	for at, text := range want {
		if read, ok := got[at]; !ok {
			t.Errorf("%+v (%s) is not in the export", at, text)
		} else if read != text {
			t.Errorf("%+v reads %q, want %q", at, read, text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d findings read, want %d", len(got), len(want))
	}
}

// fieldOf gives a field of a record by its name.
func fieldsOf(all []*boctin.Record) func(record, field string) string {
	byID := map[string]*boctin.Record{}
	for _, r := range all {
		byID[r.ID] = r
	}
	return func(record, field string) string {
		if r := byID[record]; r != nil {
			text, _ := r.Field(field)
			return text
		}
		return ""
	}
}

func split(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
