package webtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// article is what copies of one page must agree on. The address and what is made
// of it are the copy's own.
type article struct {
	Title, Lead, Body string
	Authors           []string
	Published         struct{ Value string }
	Images            []struct{ Caption, Credit string }
}

func (a article) String() string {
	out, _ := json.MarshalIndent(a, "", " ")
	return string(out)
}

// read gives the articles that boctin finds in files, by the name of the file
// without its endings.
func read(t *testing.T, files ...string) map[string]article {
	t.Helper()
	found := map[string]article{}
	for line := range strings.Lines(boctin(t, append([]string{"run", "-q"}, files...)...)) {
		var record struct {
			article
			URL    string
			Source struct{ Path string }
		}
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		name := record.Source.Path
		if strings.HasSuffix(name, ".gz") {
			name = record.URL
		}
		name, _, _ = strings.Cut(filepath.Base(name), ".")
		found[name] = record.article
	}
	return found
}

// originals are own pages of as many layouts as there are, each in a file of its
// own name, as a server would give them.
func originals(t *testing.T) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	pages, err := filepath.Glob(filepath.Join(root, "testdata", "*", "*.html"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	hosts := map[string]bool{}
	for _, path := range pages {
		host := filepath.Base(filepath.Dir(path))
		if hosts[host] {
			continue
		}
		hosts[host] = true
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("page-%02d", len(names))
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(dir, name+".html"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, names
}

// serveFiles serves the originals, and nothing for the pictures that they name.
func serveFiles(t *testing.T, dir string) *httptest.Server {
	s := httptest.NewServer(http.FileServerFS(os.DirFS(dir)))
	t.Cleanup(s.Close)
	return s
}

// same holds the articles of copies equal to those of the originals.
func same(t *testing.T, kind string, want, got map[string]article) {
	t.Helper()
	equal := 0
	for name, w := range want {
		g, ok := got[name]
		switch {
		case !ok:
			t.Errorf("%s of %s: no article", kind, name)
		case g.String() != w.String():
			t.Errorf("%s of %s: %s", kind, name, firstDifference(w.String(), g.String()))
		default:
			equal++
		}
	}
	t.Logf("%s: %d of %d articles equal those of the originals", kind, equal, len(want))
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("want %.300s, got %.300s", a[i], b[i])
		}
	}
	return "one is longer"
}

// TestBrowserCopies saves pages with Chromium, as MHTML and as the tree that its
// scripts leave, and holds the articles equal to those of the originals.
func TestBrowserCopies(t *testing.T) {
	dir, names := originals(t)
	want := read(t, dir)
	server := serveFiles(t, dir)
	started, stop := chromedp.NewExecAllocator(t.Context(), browserFlags(t)...)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(started)
	t.Cleanup(end)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	trees, archives := t.TempDir(), t.TempDir()
	for _, name := range names {
		if err := saveCopies(ctx, server.URL, name, trees, archives); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	same(t, "the tree of the browser", want, read(t, trees))
	same(t, "MHTML", want, read(t, archives))
}

// saveCopies saves one page twice.
func saveCopies(ctx context.Context, base, name, trees, archives string) error {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/"+name+".html")); err != nil {
		return err
	}
	tree, err := chromedp.Run(ctx, chromedp.Evaluate[string](`"<!doctype html>" + document.documentElement.outerHTML`))
	if err != nil {
		return err
	}
	archive, err := chromedp.Call(ctx, page.CaptureSnapshot, page.CaptureSnapshotParams{})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(trees, name+".html"), []byte(tree), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(archives, name+".mhtml"), []byte(archive.Data), 0o644)
}

// TestSingleFileCopies does the same with SingleFile, which npm brings.
func TestSingleFileCopies(t *testing.T) {
	exe := chromium(t)
	tool := filepath.Join("node_modules", ".bin", "single-file")
	if _, err := os.Stat(tool); err != nil {
		t.Skip("single-file is not here: make test-web installs it")
	}
	dir, names := originals(t)
	names = names[:min(len(names), 8)]
	server := serveFiles(t, dir)
	copies := t.TempDir()
	want := map[string]article{}
	all := read(t, dir)
	for _, name := range names {
		a, ok := all[name]
		if !ok {
			continue
		}
		if !singleFile(t, tool, exe, server.URL+"/"+name+".html", filepath.Join(copies, name+".html"), a.Title) {
			t.Logf("%s: SingleFile has three times saved something else than the page: left out", name)
			continue
		}
		want[name] = a
	}
	if len(want) < 3 {
		t.Fatalf("SingleFile has saved %d pages of %d", len(want), len(names))
	}
	same(t, "SingleFile", want, read(t, copies))
}

// singleFile saves a page; again where the tool was too early on a busy machine, so
// that its copy lacks the headline.
func singleFile(t *testing.T, tool, exe, from, to, title string) bool {
	t.Helper()
	for range 3 {
		save := exec.Command("node", tool, "--browser-executable-path="+exe, `--browser-args=["--no-sandbox","--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]`,
			"--browser-wait-until=load", "--browser-wait-until-delay=0", "--load-deferred-images=false", "--filename-conflict-action=overwrite", from, to)
		if out, err := save.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %.500s", from, err, out)
		}
		if data, err := os.ReadFile(to); err == nil && bytes.Contains(data, []byte(title)) {
			return true
		}
	}
	return false
}

// TestWgetCopies does the same with the WARC and the files that wget writes.
func TestWgetCopies(t *testing.T) {
	if _, err := exec.LookPath("wget"); err != nil {
		t.Skip("there is no wget here")
	}
	dir, names := originals(t)
	want := read(t, dir)
	server := serveFiles(t, dir)
	copies := t.TempDir()
	args := []string{"--no-verbose", "--tries=1", "--warc-file=copy", "--no-directories"}
	for _, name := range names {
		args = append(args, server.URL+"/"+name+".html")
	}
	wget := exec.Command("wget", args...)
	wget.Dir = copies
	var said bytes.Buffer
	wget.Stderr = &said
	if err := wget.Run(); err != nil {
		t.Fatalf("%v: %.500s", err, said.String())
	}
	got := read(t, filepath.Join(copies, "copy.warc.gz"))
	if len(got) > len(want) {
		t.Errorf("the WARC gives %d articles of %d: records of the tool itself are none", len(got), len(want))
	}
	same(t, "the WARC of wget", want, got)
	if err := os.Remove(filepath.Join(copies, "copy.warc.gz")); err != nil {
		t.Fatal(err)
	}
	same(t, "wget", want, read(t, copies))
}
