package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

func newReader(t testing.TB) *Reader {
	t.Helper()
	return New(sites.Generic().Words(), lines.New(sites.Generic().Words()))
}

func TestWordsAreStrict(t *testing.T) {
	if _, err := newVocabulary("[caption]\nsceen = [\"x\"]\n", sites.Generic().Words(), lines.New(sites.Generic().Words())); err == nil || !strings.Contains(err.Error(), "caption.sceen") {
		t.Errorf("unknown key: %v", err)
	}
	if _, err := newVocabulary(wordsFile, sites.Generic().Words(), lines.New(sites.Generic().Words())); err != nil {
		t.Error(err)
	}
	if !norm.NFC.IsNormalString(wordsFile) {
		t.Error("words.toml is not NFC")
	}
}

// wanted is one case of testdata/cases.toml.
type wanted struct {
	Name        string
	Text        string
	CRLF, Quote bool
	Wrap        int

	Title, Lead, URL, Credit, Section                      string
	Body, Captions, Credits, Images, Authors, Stamps, Tags []string
}

func cases(t testing.TB) []wanted {
	t.Helper()
	var file struct{ Case []wanted }
	meta, err := toml.DecodeFile("testdata/cases.toml", &file)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range meta.Undecoded() {
		t.Fatalf("testdata/cases.toml: unknown key %s", key)
	}
	return file.Case
}

// input is the text of the case as it was saved.
func (w *wanted) input() string {
	var lines []string
	for l := range strings.SplitSeq(strings.TrimPrefix(w.Text, "\n"), "\n") {
		lines = append(lines, fill(l, w.Wrap)...)
	}
	if w.Quote {
		for i, l := range lines {
			lines[i] = "> " + l
		}
	}
	end := "\n"
	if w.CRLF {
		end = "\r\n"
	}
	return strings.Join(lines, end)
}

// fill breaks a line at a column.
func fill(l string, width int) []string {
	if width == 0 {
		return []string{l}
	}
	var out []string
	now := ""
	for _, w := range strings.Fields(l) {
		if now != "" && utf8.RuneCountInString(now+" "+w) > width {
			out = append(out, now)
			now = ""
		}
		now = strings.TrimSpace(now + " " + w)
	}
	return append(out, now)
}

func TestCases(t *testing.T) {
	r := newReader(t)
	for _, w := range cases(t) {
		t.Run(w.Name, func(t *testing.T) {
			check(t, &w, r.Article(w.input(), false))
		})
	}
}

func check(t *testing.T, w *wanted, a boctin.Article) {
	t.Helper()
	same := func(field string, want, got any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", field, d)
		}
	}
	same("title", w.Title, a.Title)
	same("url", w.URL, a.URL)
	same("credit", w.Credit, a.Credit)
	same("section", w.Section, a.Section)
	same("authors", w.Authors, a.Authors)
	same("tags", w.Tags, a.Tags)
	if w.Lead == "" != (a.Lead == "") || !strings.HasPrefix(a.Lead, w.Lead) {
		t.Errorf("lead: want %q, got %q", w.Lead, a.Lead)
	}
	var stamps, captions, credits, images []string
	for _, s := range a.Stamps {
		stamps = append(stamps, s.Text+" "+string(s.From))
	}
	for _, i := range a.Images {
		if i.Caption != "" {
			captions = append(captions, i.Caption)
		}
		if i.Credit != "" && w.Credits != nil {
			credits = append(credits, i.Credit)
		}
		if i.Src != "" && w.Images != nil {
			images = append(images, i.Src)
		}
	}
	same("stamps", w.Stamps, stamps)
	same("captions", w.Captions, captions)
	same("credits", w.Credits, credits)
	same("images", w.Images, images)
	paragraphs := strings.Split(a.Body, "\n\n")
	if len(paragraphs) != len(w.Body) {
		t.Fatalf("%d paragraphs, want %d:\n%s", len(paragraphs), len(w.Body), a.Body)
	}
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, w.Body[i]) {
			t.Errorf("paragraph %d begins %.60q, want %q", i, p, w.Body[i])
		}
	}
}

// Line endings, columns and empty lines do not change what a text says.
func TestSameInEveryDress(t *testing.T) {
	r := newReader(t)
	for _, w := range cases(t) {
		w.Wrap, w.CRLF, w.Quote = 0, false, false
		plain := r.Article(w.input(), false)
		for name, text := range map[string]string{
			"CRLF":   strings.ReplaceAll(w.input(), "\n", "\r\n"),
			"CR":     strings.ReplaceAll(w.input(), "\n", "\r"),
			"mark":   "\ufeff" + w.input(),
			"spaces": strings.ReplaceAll(w.input(), " ", " \u00a0\t"),
		} {
			if d := cmp.Diff(plain, r.Article(text, false)); d != "" && !strings.HasPrefix(w.Text, "\n ") {
				t.Errorf("%s, %s (-plain +dressed):\n%s", w.Name, name, d)
			}
		}
	}
}

// The articles beside the repository are title, line of publication and
// paragraphs: nothing of them may be lost.
func TestSharedArticles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/articles/*.txt")
	if len(files) == 0 {
		t.Skip("no ../shared/articles beside the repository")
	}
	r := newReader(t)
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(strings.TrimSpace(string(b)), "\n\n")
		a := r.Article(string(b), false)
		if a.Title != parts[0] || len(a.Stamps) != 1 || a.Stamps[0].Text != parts[1] {
			t.Errorf("%s: title %q, stamps %v", f, a.Title, a.Stamps)
		}
		if want := norm.NFC.String(strings.Join(parts[2:], "\n\n")); a.Body != want {
			t.Errorf("%s: body (-want +got):\n%s", f, cmp.Diff(strings.Split(want, "\n\n"), strings.Split(a.Body, "\n\n")))
		}
	}
}

// TestOneLine holds that a line of publication or a byline is one only beside a
// text.
func TestOneLine(t *testing.T) {
	r := newReader(t)
	for _, line := range []string{"Ngày 5/6/2025, Đại tá Trần Văn Mẫu", "Theo Trần Văn Mẫu"} {
		if a := r.Article(line, false); a.Body != line || len(a.Stamps)+len(a.Authors) > 0 {
			t.Errorf("%s: got %+v", line, a)
		}
	}
	const text = "Công an tỉnh Nghệ An họp bàn phòng cháy ở các chợ lớn trong mùa khô năm nay."
	if a := r.Article("Họp bàn phòng cháy\n\nNgày 5/6/2025, 08:30\n\n"+text, false); a.Body != text || len(a.Stamps) != 1 {
		t.Errorf("beside a text: got %+v", a)
	}
}
