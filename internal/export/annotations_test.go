package export

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// TestWebAnnotations resolves both selectors of every annotation.
func TestWebAnnotations(t *testing.T) {
	all := records(t)
	field, got := fieldsOf(all), map[found]string{}
	for _, line := range split(exported(t, "webanno", all...)) {
		var a annotation
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Body[0].Value == "event" {
			continue // TestWebAnnotationEvents
		}
		place := strings.TrimPrefix(a.Target.Source.ID, "urn:boctin:article:")
		place = strings.NewReplacer("%5B", "[", "%5D", "]").Replace(place)
		record, name, _ := strings.Cut(place, "/")
		text := field(record, name)
		position, quote := a.Target.Selector[0], a.Target.Selector[1]
		at := found{record, name, strings.ToUpper(a.Body[0].Value), a.Body[1].Value, *position.Start, *position.End}
		if len(a.Body) == 3 {
			at.id = strings.TrimPrefix(a.Body[2].Source, "urn:boctin:"+a.Body[0].Value+":")
		}
		got[at] = points(text, at.start, at.end)
		if got[at] != quote.Exact {
			t.Errorf("%s: the position gives %q, the quote %q", a.ID, got[at], quote.Exact)
		}
		if n := len([]rune(quote.Prefix)); n != min(quoteContext, at.start) || quoteContext < 10 {
			t.Errorf("%s: %d code points before the quote", a.ID, n)
		}
		if n, rest := len([]rune(quote.Suffix)), len([]rune(text))-at.end; n != min(quoteContext, rest) {
			t.Errorf("%s: %d code points after the quote, of %d", a.ID, n, rest)
		}
		if !strings.Contains(text, quote.Prefix+quote.Exact+quote.Suffix) {
			t.Errorf("%s: no %q in the text", a.ID, quote.Prefix+quote.Exact+quote.Suffix)
		}
	}
	sameFindings(t, got, wanted(all))
}

func TestDoccano(t *testing.T) {
	all := records(t)
	field, got := fieldsOf(all), map[found]string{}
	for _, line := range split(exported(t, "doccano", all...)) {
		var d doccanoText
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		number := func(v any) int { return int(v.(float64)) }
		for i, l := range d.Label {
			start, end := number(l[0]), number(l[1])
			for _, f := range d.Fields {
				from, to := number(f[1]), number(f[2])
				if start < from || end > to {
					continue
				}
				if name := f[0].(string); points(d.Text, from, to) != field(d.ID, name) {
					t.Errorf("%s: %s is not in its place", d.ID, name)
				}
				got[found{d.ID, f[0].(string), l[2].(string), d.Entities[i], start - from, end - from}] = points(d.Text, start, end)
			}
		}
	}
	sameFindings(t, got, wanted(all))
}

var textBound = regexp.MustCompile(`^T(\d+)\t([A-Z]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$`)

// TestBrat reads the folder as brat does: every span, cut at the ends of lines,
// must give its text.
func TestBrat(t *testing.T) {
	all := append(records(t), &boctin.Record{Article: boctin.Article{ID: "../../etc/passwd", Title: "Tên lạ"}})
	dir := filepath.Join(t.TempDir(), "brat")
	f, _ := FormatNamed("brat")
	x, err := Open(Options{Format: f, Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, x, all...)
	names, _ := os.ReadDir(dir)
	if len(names) != 2*len(all)+1 {
		t.Errorf("%d files for %d records", len(names), len(all))
	}
	for _, n := range names {
		if !f.made.MatchString(n.Name()) {
			t.Errorf("a file named %q", n.Name())
		}
	}
	pieces := 0
	for _, r := range all {
		pieces += readBrat(t, dir, r)
	}
	if pieces < 2 {
		t.Error("no span was cut at the end of a line")
	}
}

// readBrat holds one pair of files against its record and gives the number of
// spans in pieces.
func readBrat(t *testing.T, dir string, r *boctin.Record) (pieces int) {
	t.Helper()
	read := func(end string) string {
		raw, err := os.ReadFile(filepath.Join(dir, fileName(r)+end))
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	text, s := read(".txt"), sheetOf(r)
	var spans, refs []string
	ann := read(".ann")
	events := s.standoffEvents(r)
	if !strings.HasSuffix(ann, events) {
		t.Errorf("%s: the events do not stand behind the findings", r.ID)
	}
	for _, line := range split(strings.TrimSuffix(ann, events)) {
		if line == "" {
			continue
		}
		if m := textBound.FindStringSubmatch(line); m != nil {
			var parts []string
			for _, p := range strings.Split(m[3], ";") {
				from, to, _ := strings.Cut(p, " ")
				start, _ := strconv.Atoi(from)
				end, _ := strconv.Atoi(to)
				if parts = append(parts, points(text, start, end)); strings.Contains(parts[len(parts)-1], "\n") {
					t.Errorf("%s: a piece over the end of a line", line)
				}
			}
			if len(parts) > 1 {
				pieces++
			}
			if got := strings.Join(parts, " "); got != m[4] {
				t.Errorf("%s: the place reads %q", line, got)
			}
			spans = append(spans, m[2]+" "+m[4])
			continue
		}
		fields := strings.Split(line, "\t")
		refs = append(refs, fields[1]+" "+fields[2])
	}
	for i, f := range s.findings {
		if want := f.label + " " + oneLine(s.text[f.start:f.end]); oneLine(spans[i]) != want {
			t.Errorf("span %d is %q, want %q", i, spans[i], want)
		}
		want := fmt.Sprintf("Reference T%d boctin:%s %s", i+1, f.id, f.value)
		if f.label == date {
			want = fmt.Sprintf("AnnotatorNotes T%d %s", i+1, f.value)
		}
		if refs[i] != want {
			t.Errorf("reference %d is %q, want %q", i, refs[i], want)
		}
	}
	return pieces
}

// bratEvent is one that was read back: kind, text of the clause, status, and the ids of who
// took part by role.
type bratEvent struct {
	kind, text, status string
	arguments          map[string]string
}

// readBratEvents reads the E, A and T lines of a standoff file.
func readBratEvents(t *testing.T, ann string) (all []bratEvent) {
	t.Helper()
	texts, ids, at := map[string]string{}, map[string]string{}, map[string]int{}
	for _, line := range split(ann) {
		cells := strings.Split(line, "\t")
		switch words := strings.Fields(line); {
		case line == "":
		case line[0] == 'T':
			texts[cells[0]] = cells[2]
		case line[0] == 'N':
			ids[words[2]] = strings.TrimPrefix(words[3], "boctin:")
		case line[0] == 'E':
			kind, trigger, _ := strings.Cut(words[1], ":")
			e := bratEvent{kind: kind, text: texts[trigger], arguments: map[string]string{}}
			for _, x := range words[2:] {
				role, who, _ := strings.Cut(x, ":")
				e.arguments[ids[who]+" "+strings.ToLower(strings.TrimRight(role, "0123456789"))] = texts[who]
			}
			at[cells[0]] = len(all)
			all = append(all, e)
		case line[0] == 'A':
			all[at[words[2]]].status = words[3]
		}
	}
	return all
}

// TestBratEvents reads the events back and holds them against the records.
func TestBratEvents(t *testing.T) {
	seen := 0
	for _, r := range records(t) {
		s := sheetOf(r)
		got := readBratEvents(t, s.standoff()+s.standoffEvents(r))
		if len(got) != len(r.Events) {
			t.Fatalf("%s: %d events, want %d", r.ID, len(got), len(r.Events))
		}
		for i, e := range r.Events {
			want := map[string]bool{}
			for _, x := range e.Roles {
				want[x.ID+" "+x.Role] = true
			}
			for _, id := range e.Agencies {
				want[id+" "+agencyRole] = true
			}
			if got[i].kind != strings.ToUpper(e.Kind) || got[i].status != string(e.Status) || got[i].text != oneLine(e.Text) {
				t.Errorf("%s: event %d is %+v, want %s %s %q", r.ID, i, got[i], e.Kind, e.Status, e.Text)
			}
			for x := range got[i].arguments {
				if !want[x] {
					t.Errorf("%s: event %d has %s", r.ID, i, x)
				}
				seen++
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d arguments in all", seen)
	}
	for _, kind := range []string{"MEETING\tHost*:OFFICIAL, Guest*:OFFICIAL", "Agency*:AGENCY", "Status\tArg:<EVENT>, Value:done|planned|postponed|denied"} {
		if !strings.Contains(bratConf(), kind) {
			t.Errorf("annotation.conf lacks %q", kind)
		}
	}
}

// TestWebAnnotationEvents reads the events back and holds them against the records.
func TestWebAnnotationEvents(t *testing.T) {
	all := records(t)
	field := fieldsOf(all)
	var got, want []string
	for _, line := range split(exported(t, "webanno", all...)) {
		var a annotation
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Body[0].Value != "event" {
			continue
		}
		record, name, _ := strings.Cut(strings.NewReplacer("%5B", "[", "%5D", "]").Replace(strings.TrimPrefix(a.Target.Source.ID, "urn:boctin:article:")), "/")
		told := record + " " + a.Body[1].Value + " " + points(field(record, name), *a.Target.Selector[0].Start, *a.Target.Selector[0].End)
		for _, b := range a.Body[2:] {
			if b.Role != "" {
				told += " " + b.Role + "=" + b.Source
			}
		}
		got = append(got, told)
	}
	for _, r := range all {
		for _, e := range r.Events {
			told := r.ID + " " + e.Kind + " " + e.Text
			for _, x := range e.Roles {
				told += " " + x.Role + "=" + iri("official", x.ID)
			}
			for _, id := range e.Agencies {
				told += " " + agencyRole + "=" + iri("agency", id)
			}
			want = append(want, told)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(want) < 50 || !slices.Equal(got, want) {
		t.Errorf("%d events, want %d", len(got), len(want))
	}
}

// TestConll reads the columns: tokens stand where they say, tags begin and end
// well, and give back every finding that no longer one covers.
func TestConll(t *testing.T) {
	all := records(t)
	field := fieldsOf(all)
	whole, flat := map[found]string{}, map[found]string{}
	var doc, name string
	open := map[bool]*found{} // by column: the whole mention, the flat one
	end := func(column bool) {
		if f := open[column]; f != nil {
			map[bool]map[found]string{true: whole, false: flat}[column][*f] = points(field(doc, name), f.start, f.end)
		}
		open[column] = nil
	}
	for _, line := range split(exported(t, "conll", all...)) {
		if line == "" {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 6 {
			t.Fatalf("%d columns in %q", len(c), line)
		}
		if c[0] == "-DOCSTART-" {
			end(true)
			end(false)
			name, doc = c[1], c[3]
			continue
		}
		from, _ := strconv.Atoi(c[1])
		to, _ := strconv.Atoi(c[2])
		if got := points(field(doc, name), from, to); got != c[0] {
			t.Errorf("%s %s: %q reads %q", doc, name, line, got)
		}
		for column, tag := range map[bool]string{true: c[4], false: c[5]} {
			kind, label, _ := strings.Cut(tag, "-")
			if kind != "I" {
				end(column)
			}
			switch {
			case kind == "B":
				open[column] = &found{doc, name, label, c[3], from, to}
			case kind == "I" && (open[column] == nil || open[column].label != label):
				t.Errorf("%s without a beginning at %s %s %q", tag, doc, name, line)
			case kind == "I":
				open[column].end = to
			}
		}
	}
	end(true)
	end(false)
	wantWhole, wantFlat := map[found]string{}, map[found]string{}
	for _, r := range all {
		for field, list := range findings(r) {
			text, _ := r.Field(field)
			add := func(to map[found]string, tags []tag) {
				for _, g := range tags {
					start := len([]rune(text[:g.start]))
					to[found{r.ID, field, g.label, g.id, start, start + len([]rune(text[g.start:g.end]))}] = text[g.start:g.end]
				}
			}
			add(wantWhole, wholeTags(list))
			add(wantFlat, flatTags(list))
		}
	}
	// the id column is that of the inner tag where both stand on one token
	sameFindings(t, flat, wantFlat)
	if len(whole) != len(wantWhole) {
		t.Errorf("%d whole mentions, want %d", len(whole), len(wantWhole))
	}
	if covered := len(wanted(all)) - len(wantFlat); covered*10 > len(wantFlat) {
		t.Errorf("%d of %d findings are lost to longer ones", covered, len(wanted(all)))
	}
}

func TestLongest(t *testing.T) {
	tags := []tag{{0, 5, "ORG", "a"}, {3, 20, "ORG", "b"}, {20, 24, "PER", "c"}, {21, 22, "ORG", "d"}, {30, 30, "ORG", "e"}}
	got := fmt.Sprint(longest(tags))
	if want := "[{3 20 ORG b} {20 24 PER c}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestCut holds that a tag which begins or ends inside a token cuts it.
func TestCut(t *testing.T) {
	text, got := "Tổ PC04abc họp", ""
	start := strings.Index(text, "04")
	for _, token := range cut(part{"body", text}, []tag{{start, start + 2, "ORG", "a"}, {0, len("Tổ"), "ORG", "b"}}) {
		got += text[token.Start:token.End] + "|"
	}
	if want := "Tổ|PC|04|abc|họp|"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
