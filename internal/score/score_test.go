package score

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// shared gives a folder of the shared material beside the repository, or skips.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there", path)
	}
	return path
}

// guess makes a record that is partly right: from the label, with every third
// item lost and some invented, so that every rule of the scorer is walked.
func guess(g *Gold, n int) *boctin.Record {
	keep := func(i int) bool { return (i+n)%3 != 0 }
	r := &boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: strings.Repeat("0", 32), Title: g.Title,
		Source: boctin.Source{Path: "x/" + g.Key() + ".html"}, Authors: g.Authors, Published: &boctin.Moment{Value: g.Published}}}
	if n%2 == 0 {
		r.Title, r.Authors = strings.ToUpper(r.Title), append([]string{"Vũ Văn Bịa"}, r.Authors...)
		r.Published.Value = head(g.Published, 10) + "T00:05+07:00"
	}
	if n%5 == 0 {
		r.Title, r.Published = "Nhầm", nil
	}
	lines := append([]string{g.BodyFirst, g.Lead}, append(g.MustContain, g.Paragraphs...)...)
	lines = append(lines, g.Captions...)
	for i, line := range append(lines, g.MustNot...) {
		if keep(i) {
			r.Body += line + "\n\n"
		}
	}
	r.Body += g.BodyLast
	guessFindings(r, g, keep)
	return r
}

func guessFindings(r *boctin.Record, g *Gold, keep func(int) bool) {
	r.Dates = append(r.Dates, boctin.Date{Value: "1999-09-09", Text: "x", Span: boctin.Span{Field: "body", Start: 0, End: 1}})
	for i, d := range g.Dates {
		if value, _, cut := strings.Cut(d.Value, "/"); keep(i) {
			r.Dates = append(r.Dates, boctin.Date{Value: strings.ReplaceAll(value, "--", "XXXX-"), Text: "y", Span: boctin.Span{Field: "title"}})
			if cut {
				r.Dates = append(r.Dates, boctin.Date{Value: d.Value[len(value)+1:] + "T10:00", Span: boctin.Span{Field: "body"}})
			}
		}
	}
	for i, o := range g.Officials {
		found := boctin.Official{ID: "vn/x", Name: o.Name, Country: "VN", Ranks: append([]string{"Đại tá"}, o.Ranks...)}
		for j, p := range o.Posts {
			post := boctin.Post{Title: p.Title, AgencyName: p.Agency}
			if len(p.AgencyAliases) > 0 {
				post.AgencyName = p.AgencyAliases[0]
			}
			if keep(j) {
				found.Posts = append(found.Posts, post, boctin.Post{Title: p.Title, Agency: "vn/y"})
			}
		}
		found.Mentions = []boctin.PersonMention{{Text: head(r.Body, 1), Span: boctin.Span{Field: "body", End: 1}}}
		if keep(i) {
			r.Officials = append(r.Officials, found)
		}
		if len(o.Aliases) > 0 {
			r.Officials = append(r.Officials, boctin.Official{ID: "vn/z", Name: o.Aliases[0], Mentions: found.Mentions})
		}
	}
	mention := []boctin.Mention{{Text: "?", Span: boctin.Span{Field: "title", End: 1}}}
	for i, a := range g.Agencies {
		if keep(i) {
			r.Agencies = append(r.Agencies, boctin.Agency{ID: "vn/a", Name: strings.ToUpper(a.Name), Country: a.Country, Mentions: mention},
				boctin.Agency{ID: "vn/b", Name: a.Name, Country: "CN", Mentions: mention})
		}
	}
}

// guesses writes partly right records of a set as JSON lines.
func guesses(t *testing.T, s *Set) (string, Find) {
	t.Helper()
	var lines []byte
	found := map[*Gold]*boctin.Record{}
	for i, g := range s.Golds {
		if i == 3 {
			continue // a document without a record
		}
		found[g] = guess(g, i)
		var err error
		if lines, err = found[g].AppendJSON(lines); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, '\n')
	}
	file := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(file, lines, 0o644); err != nil {
		t.Fatal(err)
	}
	return file, func(g *Gold) *boctin.Record { return found[g] }
}

func reference(t *testing.T, tool, gold, records string) string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there")
	}
	out, err := exec.Command(python, shared(t, "tools", tool), gold, records).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestFiguresOfRecordsEqualTheReference(t *testing.T) {
	for _, name := range []string{"samples", "articles"} {
		gold := shared(t, name, "gold")
		sets, err := Load(gold)
		if err != nil {
			t.Fatal(err)
		}
		file, find := guesses(t, sets[0])
		got := sets[0].Score(find, nil)
		lines := []string{fmt.Sprintf("articles %d without-record %d", got.Labels, got.Missing)}
		for _, f := range got.Figures[:len(recordFigures)] {
			if !strings.HasPrefix(f.Name, "event") { // another reference has those
				lines = append(lines, f.String())
			}
		}
		if want := reference(t, "score_records.py", gold, file); strings.Join(lines, "\n") != want {
			t.Errorf("%s: figures\n%s\nwant\n%s", name, strings.Join(lines, "\n"), want)
		}
	}
}

func TestFiguresOfPagesEqualTheReference(t *testing.T) {
	gold := shared(t, "pages", "gold")
	sets, err := Load(gold)
	if err != nil {
		t.Fatal(err)
	}
	file, find := guesses(t, sets[0])
	f := map[string]Figure{}
	for _, figure := range sets[0].Score(find, nil).Figures {
		f[figure.Name] = figure
	}
	part := func(name string) string { return strings.TrimPrefix(f[name].String(), name+" ") }
	wrong := func(name string) string { return fmt.Sprintf("%g/%g", f[name].Missed, f[name].Right+f[name].Missed) }
	got := fmt.Sprintf("pages %d body P=%.3f R=%.3f F1=%.3f perfect %s | leaks %s captions-in-body %s | title %s day %s minute %s author F1=%.3f",
		len(sets[0].Golds), f["body"].Precision, f["body"].Recall, f["body"].F1, part("perfect"), wrong("no_leaks"), wrong("no_captions"),
		part("page_title"), part("day"), part("minute"), f["page_authors"].F1)
	if want := reference(t, "score_pages.py", gold, file); got != want {
		t.Errorf("figures\n%s\nwant\n%s", got, want)
	}
}

func TestRecordLabelMeasuresEachFault(t *testing.T) {
	no := false
	g := &Gold{onText: true, Label: Label{ID: "a", Title: "Hội nghị", BodyFirst: "Sáng 1/2", MustContain: []string{"hai bên"}, Captions: []string{"Quang cảnh buổi tiếp."},
		Dates:     []DateOf{{Value: "2024-02-01"}, {Value: "2023", Must: &no}, {Value: "2020/2025"}},
		Officials: []Official{{Name: "Lý Khiêm", Country: "CN", Posts: []Post{{Title: "Thứ trưởng", Agency: "Bộ An ninh Quốc gia"}}}},
		Agencies:  []Agency{{Name: "Bộ Công an", Country: "CN"}}}}
	r := &boctin.Record{Article: boctin.Article{Title: "Hội nghị!", Body: "Sáng 1/2, hai bên gặp. Quang cảnh buổi tiếp."},
		Dates:     []boctin.Date{{Value: "2024-02-01", Text: "1/2", Span: boctin.Span{Field: "body", Start: 0, End: 3}}, {Value: "2023"}, {Value: "2021"}},
		Officials: []boctin.Official{{Name: "Lý Khiêm", Country: "VN"}, {Name: "lý  khiêm"}},
		Agencies:  []boctin.Agency{{Name: "Bộ Công an", Country: "VN"}}}
	var faults []string
	s := &Set{Golds: []*Gold{g}}
	s.Score(func(*Gold) *boctin.Record { return r }, func(_ *Gold, fault string) { faults = append(faults, fault) })
	for _, want := range []string{`title "Hội nghị!"`, "leaked into the body: Quang cảnh", "date missed: 2020/2025", "date invented: 2021", `country of Lý Khiêm "VN"`,
		"posts of Lý Khiêm: missed [thứ trưởng / bộ an ninh quốc gia]", "official invented: lý  khiêm", "agency missed: Bộ Công an (CN)", "agency invented: Bộ Công an (VN)",
		`date "1/2" does not stand at body[0:3]`} {
		if !strings.Contains(strings.Join(faults, "\n"), want) {
			t.Errorf("nothing says %q in\n%s", want, strings.Join(faults, "\n"))
		}
	}
	if len(faults) != 11 { // and the caption that stands with no image
		t.Errorf("%d faults:\n%s", len(faults), strings.Join(faults, "\n"))
	}
}

func TestFloors(t *testing.T) {
	result := []Result{{Name: "testdata", Figures: []Figure{tally{tp: 2, fn: 1}.figure("dates", 1), tally{tp: 9, fn: 1}.shareFigure("perfect")}}}
	floors := Floors{"testdata": {"dates": 0.9, "perfect": 0.9, "rank": 1}, "other": {"dates": 1}}
	got := strings.Join(floors.Fallen(result), "; ")
	if want := "testdata: dates fell to 0.800, its floor is 0.900; testdata: the floor rank has no figure of that name"; got != want {
		t.Errorf("fallen: %s\nwant:   %s", got, want)
	}
	floors.Raise(result)
	if floors["testdata"]["dates"] != 0.9 || floors["testdata"]["perfect"] != 0.9 {
		t.Errorf("a floor moved down: %v", floors)
	}
	file := filepath.Join(t.TempDir(), "floors.toml")
	if err := floors.Write(file); err != nil {
		t.Fatal(err)
	}
	back, err := ReadFloors(file)
	if err != nil || fmt.Sprint(back) != fmt.Sprint(floors) {
		t.Errorf("read back %v, %v; want %v", back, err, floors)
	}
}

func TestLoadFindsLabelsAndInputs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("own/a.html", "")
	write("own/a.gold.json", `{"id": "a", "paragraphs": ["x"]}`)
	write("own/a.json", `{"schema": "boctin/1"}`)
	write("set/gold/b.json", `{"host": "b.vn"}`)
	write("set/html/b.html", "")
	sets, err := Load(filepath.Join(dir, "own"), filepath.Join(dir, "set"), filepath.Join(dir, "set", "gold"))
	if err != nil {
		t.Fatal(err)
	}
	own, other := sets[0].Golds, sets[1].Golds[0]
	got := fmt.Sprintln(sets[0].Name, sets[1].Name, sets[2].Name, len(own), own[0].onText, own[0].onPage, other.onText)
	if got != "own set set 1 true true false\n" {
		t.Errorf("loaded %s", got)
	}
	inputs := strings.ReplaceAll(strings.Join(Inputs(sets), " "), dir, "")
	if inputs != "/own/a.html /set/html/b.html /set/html/b.html" {
		t.Errorf("inputs %s", inputs)
	}
	write("bad/a.gold.json", `{}`)
	for _, path := range []string{"bad", "missing", "own/a.html"} {
		if _, err := Load(filepath.Join(dir, path)); err == nil || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

// A misspelt key in a label would be a fault that nobody sees.
func TestOwnLabelsAreWellFormed(t *testing.T) {
	sets, err := Load(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range sets[0].Golds {
		if err := Check(g.Path); err != nil {
			t.Error(err)
		}
		if g.Input == "" {
			t.Errorf("%s: no document beside it", g.Path)
		}
	}
}
