package review

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/tomlform"
	"github.com/boctin/boctin/normalize/edtf"
)

// Exported counts what was handed over.
type Exported struct{ Files, Cases int }

const readMe = `# Corrections for boctin

What a person corrected, for the project:

- lexicon/ and sites/: blocks for the files of the same names in normalize/lexicon and
  extract/sites. Check them with: boctin check this-folder
- gold/: labels of articles, to be read twice before they count. The pages are not
  here: they are their papers'.
- cases/: a proposed case for each word and finding, for the corpus.toml of
  normalize/agency, normalize/date, normalize/official and normalize/event. Each is a
  sentence of a paper: write it in words of your own that fail for the same reason.
`

// Export writes what was corrected, and not taken back, into a new folder. A folder that
// is there already is refused.
func (o *Overlay) Export(ctx context.Context, out string) (n Exported, err error) {
	all, err := o.History()
	if err != nil {
		return n, err
	}
	if _, err := os.Lstat(out); err == nil {
		return n, refused("", "%s is there already: name a folder that is not", out)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return n, err
	}
	files, err := o.handedOver(ctx, all, &n)
	if err != nil {
		return n, err
	}
	if len(files) == 0 {
		return n, refused("", "nothing was corrected that the project could take")
	}
	files["README.md"] = []byte(readMe)
	next := strings.TrimRight(out, `/\`) + ".part"
	if err := os.Mkdir(next, 0o777); err != nil {
		return n, err
	}
	for name, data := range files {
		n.Files++
		if err := writeBelow(next, name, data); err != nil {
			return n, errors.Join(err, os.RemoveAll(next))
		}
	}
	if err := os.Rename(next, out); err != nil {
		return n, errors.Join(err, os.RemoveAll(next))
	}
	return n, nil
}

func writeBelow(dir, name string, data []byte) error {
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// handedOver gives the files of an export, by their paths.
func (o *Overlay) handedOver(ctx context.Context, all []Entry, n *Exported) (map[string][]byte, error) {
	files := map[string][]byte{}
	cases := map[string]string{}
	for i := range all {
		e := &all[i]
		if e.State != Done {
			continue
		}
		for _, f := range e.Files {
			if !forProject(f.Path) {
				continue
			}
			data, err := o.read(f.Path)
			if err != nil {
				return nil, err
			}
			if data != nil {
				files[f.Path] = data
			}
		}
		finder, text, err := o.proposed(ctx, e)
		if err != nil {
			return nil, err
		}
		if text != "" && !strings.Contains(cases[finder], text) {
			cases[finder] = tomlform.Append(cases[finder], text)
			n.Cases++
		}
	}
	for finder, text := range cases {
		files["cases/"+finder+".toml"] = []byte(text)
	}
	return files, nil
}

// forProject tells whether a file is handed over: words, sites and labels. Pages are
// their papers', and persons those of one corpus.
func forProject(name string) bool {
	switch path.Dir(name) {
	case "lexicon", "sites":
		return true
	case labels.Folder:
		return strings.HasSuffix(name, labels.Suffix)
	}
	return false
}

// proposed gives the case that a correction makes for a finder; none where nothing of it
// can be one, or no corpus has a text.
func (o *Overlay) proposed(ctx context.Context, e *Entry) (finder, text string, err error) {
	if o.Corpus == nil {
		return "", "", nil
	}
	finder, phrase, want := expected(&e.Correction)
	if finder == "" {
		return "", "", nil
	}
	rows, _, err := o.rows(ctx, &e.Touched, 20)
	if err != nil {
		return "", "", err
	}
	articles, err := o.Corpus.Articles.ByRow(ctx, rows)
	if err != nil {
		return "", "", err
	}
	for _, a := range articles {
		if sentence := sentenceWith(a.Record, phrase); sentence != "" {
			return finder, aCase(a.Record, sentence, finder, want), nil
		}
	}
	return "", "", nil
}

// expected gives the finder that a correction speaks of, the words that its text must
// hold, and what is to be found there, as the corpus.toml of the finder has it.
func expected(c *Correction) (finder, phrase string, want []string) {
	f := c.Fields
	switch c.Kind {
	case "date":
		if f["value"] != "" {
			want = []string{f["value"] + " " + f["text"]}
		}
		return "date", f["text"], want
	case "agency":
		if f["name"] != "" {
			want = []string{f["country"] + " " + f["name"]}
		}
		return "agency", firstOf(f["text"], f["was"], f["name"]), want
	case "word-agency":
		return "agency", f["name"], []string{f["country"] + " " + f["name"]}
	case "alias":
		if f["of"] == "agency" {
			return "agency", f["alias"], []string{f["country"] + " " + f["name"]}
		}
	case "official":
		if f["name"] != "" {
			want = []string{f["name"] + " | " + f["country"] + " | " + strings.Join(parts(f["ranks"]), "; ") + " | "}
		}
		return "official", firstOf(f["text"], f["was"], f["name"]), want
	case "post":
		if f["title"] != "" {
			want = []string{f["official"] + " | " + f["country"] + " |  | " + strings.TrimSuffix(f["title"]+" @ "+f["agency"], " @ ")}
		}
		return "official", f["official"], want
	case "event":
		people := parts(f["participants"])
		if f["type"] != "" {
			want = []string{f["type"] + " | " + f["date"] + " | " + f["place"] + " | " + strings.Join(people, ", ")}
		}
		return "event", firstOf(append([]string{f["text"]}, append(people, parts(f["agencies"])...)...)...), want
	}
	return "", "", nil
}

func firstOf(list ...string) string {
	i := slices.IndexFunc(list, func(s string) bool { return s != "" })
	if i < 0 {
		return ""
	}
	return list[i]
}

// sentenceWith gives the first sentence of title or body that holds some words.
func sentenceWith(r *boctin.Record, phrase string) string {
	for _, text := range []string{r.Body, r.Title} {
		i := strings.Index(text, phrase)
		if i < 0 || phrase == "" {
			continue
		}
		from := strings.LastIndexAny(text[:i], "\n!?") + 1
		if stop := strings.LastIndex(text[:i], ". "); stop+2 > from && stop >= 0 {
			from = stop + 2
		}
		rest := text[i+len(phrase):]
		if end := strings.IndexAny(rest, ".!?\n"); end >= 0 {
			rest = rest[:end] + "."
		}
		return strings.TrimSpace(text[from:i+len(phrase)] + rest)
	}
	return ""
}

// aCase writes a case of a corpus.toml.
func aCase(r *boctin.Record, text, finder string, want []string) string {
	var b strings.Builder
	day := ""
	if r.Published != nil {
		day = edtf.WithoutClock(r.Published.Value)
	}
	fmt.Fprintf(&b, "# %s %s\n[[case]]\n", day, harmless(r.URL))
	if day != "" && (finder == "date" || finder == "event") { // the others read no day
		fmt.Fprintf(&b, "doc = %s\n", tomlform.Quote(day))
	}
	fmt.Fprintf(&b, "text = %s\n", tomlform.Quote(text))
	key := "want"
	if finder == "official" {
		key = "officials"
	}
	if len(want) > 0 {
		fmt.Fprintf(&b, "%s = %s\n", key, tomlform.List(key, want))
	}
	return b.String()
}

// harmless gives a text for a comment of one line.
func harmless(s string) string { return strings.ReplaceAll(Visible(s), "\n", " ") }

// Visible takes out of a text what no field takes: control characters but the end of a
// line, and what cannot be seen.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		if harmful(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}
