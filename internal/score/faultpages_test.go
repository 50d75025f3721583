package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// faultPage is a saved page of a known kind, with what must hold of its article.
type faultPage struct {
	File, Kind, URL string
	Want            struct {
		Title, Credit, Lead, Site *string
		Published                 json.RawMessage // a value, or null where the page says none
		Authors                   *[]string
		AuthorsAny                [][]string `json:"authors_any"`
		AuthorsLack               []string   `json:"authors_lack"`
		Captions                  *[]string
		BodyIs                    []string `json:"body_is"`
		BodyHas                   []string `json:"body_has"` // in this order
		BodyLacks                 []string `json:"body_lacks"`
		Refused                   bool
		Says                      string // of what is refused: a pattern
		OrRefused                 bool   `json:"or_refused"`
	}
}

// TestFaultPages holds the pages of known kinds of faults where ../shared/faults is.
func TestFaultPages(t *testing.T) {
	dir := filepath.Join(root, "..", "shared", "faults", "pages")
	file, err := os.Open(filepath.Join(dir, "cases.jsonl"))
	if err != nil {
		t.Skip("no ../shared/faults beside the repository")
	}
	defer file.Close()
	s := stages(t, true)
	n := 0
	lines := bufio.NewScanner(file)
	for lines.Buffer(nil, 1<<20); lines.Scan(); n++ {
		var f faultPage
		d := json.NewDecoder(strings.NewReader(lines.Text()))
		d.DisallowUnknownFields()
		if err := d.Decode(&f); err != nil {
			t.Fatal(err)
		}
		records, why := extracted(t, s, filepath.Join(dir, f.File), f.URL)
		if bad := f.wrong(records, why); len(bad) > 0 {
			t.Errorf("%s (%s): %s", f.File, f.Kind, strings.Join(bad, "; "))
		}
	}
	if err := lines.Err(); err != nil || n == 0 {
		t.Errorf("%d pages, %v", n, err)
	}
}

// extracted reads a page as boctin extract does, and says why it is refused.
func extracted(t *testing.T, s *pipeline.Stages, path, url string) (records []boctin.Record, why string) {
	t.Helper()
	for item := range input.New(input.Options{Paths: []string{path}, URL: url, MaxBytes: 16 << 20}).Items(t.Context()) {
		err := item.Load()
		if err == nil {
			var r boctin.Record
			if r, err = s.Extract(item.Page); err == nil {
				records = append(records, r)
			}
		}
		if err != nil {
			why += err.Error()
		}
	}
	return records, why
}

// wrong says what does not hold of what came of a page.
func (f *faultPage) wrong(records []boctin.Record, why string) []string {
	w := &f.Want
	switch {
	case w.OrRefused && len(records) == 0 && why != "":
		return nil
	case w.Refused && (len(records) > 0 || why == "" || !regexp.MustCompile("(?i)"+w.Says).MatchString(why)):
		return []string{fmt.Sprintf("%d records, refused for %q, want /%s/", len(records), why, w.Says)}
	case w.Refused:
		return nil
	case len(records) != 1:
		return []string{fmt.Sprintf("%d records: %s", len(records), why)}
	}
	r := &records[0]
	return slices.Concat(f.wrongFields(r), f.wrongLists(r), f.wrongBody(r))
}

// wrongFields compares what the page says in one string.
func (f *faultPage) wrongFields(r *boctin.Record) (bad []string) {
	w := &f.Want
	for name, x := range map[string]struct {
		want *string
		got  string
	}{"title": {w.Title, r.Title}, "credit": {w.Credit, r.Credit}, "lead": {w.Lead, r.Lead}, "site": {w.Site, r.Site}} {
		if x.want != nil && oneLine(*x.want) != oneLine(x.got) {
			bad = append(bad, fmt.Sprintf("%s %q, want %q", name, x.got, *x.want))
		}
	}
	if got, _ := json.Marshal(publishedValue(r)); len(w.Published) > 0 && string(got) != string(w.Published) {
		bad = append(bad, fmt.Sprintf("published %s, want %s", got, w.Published))
	}
	return bad
}

// publishedValue is nil where the page says none.
func publishedValue(r *boctin.Record) *string {
	if r.Published == nil {
		return nil
	}
	return &r.Published.Value
}

// wrongLists compares authors, in any order, and captions.
func (f *faultPage) wrongLists(r *boctin.Record) (bad []string) {
	w := &f.Want
	authors := oneLines(r.Authors)
	slices.Sort(authors)
	are := func(want []string) bool { return slices.Equal(authors, slices.Sorted(slices.Values(oneLines(want)))) }
	if w.Authors != nil && !are(*w.Authors) || w.AuthorsAny != nil && !slices.ContainsFunc(w.AuthorsAny, are) {
		bad = append(bad, fmt.Sprintf("authors %q", authors))
	}
	for _, a := range oneLines(w.AuthorsLack) {
		if slices.Contains(authors, a) {
			bad = append(bad, "author "+a)
		}
	}
	var captions []string
	for _, i := range r.Images {
		captions = append(captions, i.Caption)
	}
	if w.Captions != nil && !slices.Equal(oneLines(captions), oneLines(*w.Captions)) {
		bad = append(bad, fmt.Sprintf("captions %q, want %q", captions, *w.Captions))
	}
	return bad
}

// wrongBody compares the paragraphs.
func (f *faultPage) wrongBody(r *boctin.Record) (bad []string) {
	w := &f.Want
	if got := oneLines(strings.Split(r.Body, "\n\n")); w.BodyIs != nil && !slices.Equal(got, oneLines(w.BodyIs)) {
		bad = append(bad, fmt.Sprintf("body %q, want %q", got, w.BodyIs))
	}
	rest := oneLine(r.Body)
	for _, p := range oneLines(w.BodyHas) {
		_, after, found := strings.Cut(rest, p)
		if !found {
			bad = append(bad, "body lacks, or has before, "+p)
			continue
		}
		rest = after
	}
	for _, p := range oneLines(w.BodyLacks) {
		for _, field := range []string{r.Title, r.Lead, r.Body} {
			if strings.Contains(oneLine(field), p) {
				bad = append(bad, "has "+p)
			}
		}
	}
	return bad
}

// oneLine makes one blank of white space, and NFC.
func oneLine(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// oneLines does so with each, and leaves out the empty ones.
func oneLines(all []string) (out []string) {
	for _, s := range all {
		if s = oneLine(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
