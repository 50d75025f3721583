package cases_test

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/internal/cases"
)

var update = flag.Bool("update", false, "write what is found in the cases anew")

// text is what the cases of all finders have in common.
type text struct{ Title, Text, Host, Doc string }

func (c *text) article() boctin.Article {
	a := boctin.Article{Schema: boctin.Schema, Title: c.Title, Body: strings.ReplaceAll(c.Text, " || ", "\n\n")}
	if c.Host != "" {
		a.URL = "https://" + c.Host + "/"
	}
	if c.Doc != "" {
		a.Stamps = []boctin.Stamp{{Text: c.Doc, From: boctin.FromMetadata}}
	}
	return a
}

// corpusOf reads the cases of a finder.
func corpusOf(t *testing.T, finder string) []text {
	t.Helper()
	var file struct{ Case []text }
	if _, err := toml.DecodeFile(filepath.Join("..", "..", finder, "corpus.toml"), &file); err != nil {
		t.Fatal(err)
	}
	return file.Case
}

// TestWholeRecords compares all that is found in the cases of every finder with what was
// found when they were last read. A case says what is right of its own finder alone;
// here its spans, ids, kinds, parents, places, honorifics and the words of its posts
// are held too, and what the other finders say of it.
func TestWholeRecords(t *testing.T) {
	n := normalize.New(cases.Lexicon(t))
	for _, finder := range []string{"date", "agency", "official", "event"} {
		var all strings.Builder
		for _, c := range corpusOf(t, finder) {
			if finder == "event" {
				c.Doc = cmp.Or(c.Doc, "2025-08-20")
			}
			r := n.Record(c.article())
			fmt.Fprintf(&all, "# %s\n", strings.Join(strings.Fields(r.Title+" "+r.Body), " "))
			for _, line := range found(&r) {
				fmt.Fprintln(&all, line)
			}
		}
		compare(t, filepath.Join("testdata", finder+".txt"), all.String())
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) == got {
		return
	}
	before, after := blocks(string(want)), blocks(got)
	for head, lines := range after {
		if was, known := before[head]; known && was != lines { // a new case is held from the next make golden on
			t.Errorf("%s: not what is found (make golden, then read the diff)\n#%s\n got\n%swant\n%s", file, head, lines, was)
		}
	}
}

// blocks gives what is found by the text that it is found in.
func blocks(file string) map[string]string {
	all := map[string]string{}
	for _, block := range strings.Split(file, "\n#") {
		head, lines, _ := strings.Cut(strings.TrimPrefix(block, "#"), "\n")
		all[head] = strings.TrimSuffix(lines, "\n") + "\n"
	}
	return all
}

// found writes what a record holds, a line a finding, what is empty left out.
func found(r *boctin.Record) (lines []string) {
	add := func(parts ...string) {
		lines = append(lines, "  "+strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
	}
	for _, d := range r.Dates {
		add("date", d.Value, d.Part, at(d.Span))
	}
	for _, a := range r.Agencies {
		add("agency", a.ID, a.Country, quoted("", a.Name), a.Kind, quoted("in", a.Parent), quoted("of", a.Place), spans(a.Mentions))
	}
	for _, o := range r.Officials {
		add("official", o.ID, o.Country, quoted("", o.Name), quoted("alias", o.Aliases...), quoted("rank", o.Ranks...), quoted("called", o.Honorifics...), named(o.Mentions))
		for i := range o.Posts {
			add("post", post(&o.Posts[i]))
		}
	}
	for _, e := range r.Events {
		add("event", e.Kind, string(e.Status), e.Date, quoted("name", e.Name), quoted("at", e.Place), fmt.Sprint(e.Officials, e.Agencies, e.Roles),
			post(e.FromPost), post(e.Post), quoted("rank", e.FromRank, e.Rank), quoted("measure", e.Measure), at(e.Span))
	}
	for _, i := range r.Issues {
		add("issue", i.Rule, i.Why, at(*i.Span))
	}
	return lines
}

func at(s boctin.Span) string { return fmt.Sprintf("%s:%d-%d", s.Field, s.Start, s.End) }

func spans(list []boctin.Mention) (s string) {
	for _, m := range list {
		s += " " + at(m.Span)
	}
	return s
}

func named(list []boctin.PersonMention) (s string) {
	for _, m := range list {
		s += fmt.Sprintf(" %s/%d-%d", at(m.Span), m.Name[0], m.Name[1])
	}
	return s
}

// post writes a post, "" for none.
func post(p *boctin.Post) string {
	if p == nil {
		return ""
	}
	s := quoted("", p.Title) + " " + p.Agency + quoted(" of", p.AgencyName) + quoted(" by", p.Text)
	return s + map[bool]string{true: " former"}[p.Former] + map[bool]string{true: " acting"}[p.Acting]
}

// quoted writes values behind what they are, nothing where all are empty.
func quoted(what string, values ...string) string {
	if strings.Join(values, "") == "" {
		return ""
	}
	return fmt.Sprintf("%s %q", what, values)
}
