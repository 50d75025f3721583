package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const (
	aPage = "<!doctype html><title>Tin</title><p>Công an xã Phú Lâm làm việc.</p>"
	aText = "Công an xã Phú Lâm làm việc\n\nNgày 5/3, công an xã họp dân.\n"
)

// write makes a file below dir and gives its path.
func write(t *testing.T, dir, name, data string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func tarred(members ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w.WriteHeader(&tar.Header{Name: members[i], Mode: 0o644, Size: int64(len(members[i+1]))})
		w.Write([]byte(members[i+1]))
	}
	w.Close()
	return b.String()
}

func zipped(members ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		m, _ := w.Create(members[i])
		m.Write([]byte(members[i+1]))
	}
	w.Close()
	return b.String()
}

// anMHTML is a page in one file, as a browser saves it.
const anMHTML = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example.vn/tin-1.htm\r\nSubject: Tin\r\n" +
	"Date: Sun, 17 Aug 2025 09:12:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"xx\"\r\n\r\n\r\n" +
	"--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example.vn/tin-1.htm\r\n\r\n" +
	"<!doctype html><p class=3D\"x\">C=C3=B4ng an</p>\r\n--xx--\r\n"

func TestMHTML(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mhtml", anMHTML)
	write(t, dir, "b.html", anMHTML) // under the name of a page
	write(t, dir, "c.mht.gz", gz(anMHTML))
	write(t, dir, "d.mhtml", strings.ReplaceAll(anMHTML, "text/html", "image/png"))
	n := 0
	for it := range New(Options{Paths: []string{dir}, MaxBytes: 1 << 20}).Items(context.Background()) {
		err := it.Load()
		if strings.HasSuffix(it.Page.Path, "d.mhtml") {
			if KindOf(err, "") != Damaged {
				t.Errorf("%s: %v", it.Page.Path, err)
			}
			continue
		}
		n++
		if err != nil || it.Page.URL != "https://a.example.vn/tin-1.htm" || !strings.Contains(string(it.Page.Body), "Công an") || it.Page.Fetched.Hour() != 2 {
			t.Errorf("%s: %v, %s at %v: %s", it.Page.Path, err, it.Page.URL, it.Page.Fetched, it.Page.Body)
		}
	}
	if n != 3 {
		t.Errorf("%d pages, want 3", n)
	}
}

// aWARC is a WARC file of three responses, a request and a robots.txt.
func aWARC() string {
	var b strings.Builder
	n := 0
	record := func(kind, uri, http string) {
		n++
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-08-17T09:12:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			kind, n, uri, len(http), http)
	}
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + aPage
	record("request", "https://a.example.vn/1", "GET /1 HTTP/1.1\r\n\r\n")
	record("response", "https://a.example.vn/1", page)
	record("response", "https://a.example.vn/robots.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\r\n")
	record("response", "https://a.example.vn/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+aPage)
	record("response", "https://a.example.vn/2", page)
	record("response", "https://a.example.vn/muc", page)
	return strings.Replace(b.String(), "WARC-Target-URI: https://a.example.vn/muc", "Boctin-Page: listing\r\nWARC-Target-URI: https://a.example.vn/muc", 1)
}

// listing walks a set and writes one line an item, with dir left out.
func listing(t *testing.T, dir string, o Options) []string {
	t.Helper()
	if o.MaxBytes == 0 {
		o.MaxBytes = 1 << 20
	}
	var lines []string
	for it := range New(o).Items(context.Background()) {
		err := it.Load()
		path := strings.TrimPrefix(strings.TrimPrefix(it.Page.Path, dir), "/")
		line := fmt.Sprintf("%s|%s|%s", path, it.Page.Record, it.Page.Format)
		if err != nil {
			line = fmt.Sprintf("%s|%s|! %s", path, it.Page.Record, KindOf(err, "?"))
		}
		lines = append(lines, line)
	}
	return lines
}

func TestEveryKindOfInput(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.html", aPage)
	write(t, dir, "a.txt", aText)
	write(t, dir, "c.htm.gz", gz(aPage))
	write(t, dir, "d.zip", zipped("x/1.html", aPage, "x/logo.png", "\x89PNG", "2.txt.gz", gz(aText)))
	write(t, dir, "e.tar", tarred("1.html", aPage, "in.tar.gz", gz(tarred("deep.txt", aText))))
	write(t, dir, "f.tgz", gz(tarred("1.html", aPage)))
	write(t, dir, "g.warc", aWARC())
	write(t, dir, "h.warc.gz", gz(aWARC()))
	write(t, dir, "sub/bai-viet-123", aPage)     // saved by wget: no extension
	write(t, dir, "sub/bai-viet-124.chn", aPage) // or that of the server
	write(t, dir, "sub/logo.png", "\x89PNG")
	write(t, dir, "sub/notes", "plain words without a name that says text")
	write(t, dir, ".hidden/z.html", aPage)
	write(t, dir, "sub/boctin.db", "SQLite format 3\x00")
	want := []string{
		"a.txt||text", "b.html||html", "c.htm.gz||html",
		"d.zip|x/1.html|html", "d.zip|2.txt.gz|text",
		"e.tar|1.html|html", "e.tar|in.tar.gz/deep.txt|text", "f.tgz|1.html|html",
		"g.warc|<urn:uuid:2>|html", "g.warc|<urn:uuid:5>|html",
		"h.warc.gz|<urn:uuid:2>|html", "h.warc.gz|<urn:uuid:5>|html",
		"sub/bai-viet-123||html", "sub/bai-viet-124.chn||html",
	}
	if diff := cmp.Diff(want, listing(t, dir, Options{Paths: []string{dir}})); diff != "" {
		t.Error(diff)
	}
}

func TestStandardInputIsSniffed(t *testing.T) {
	for data, want := range map[string]string{
		aPage: "-||html", aText: "-||text", gz(aPage): "-||html", aWARC(): "-|<urn:uuid:2>|html",
		zipped("1.html", aPage): "-|1.html|html", gz(tarred("1.txt", aText)): "-|1.txt|text",
		"": "-||! empty", "%PDF-1.4": "-||! binary", "\x1f\x8b\x08\x00cut": "-||! damaged",
		zipped("logo.png", "x"): "-||! no-pages",
	} {
		got := listing(t, "", Options{Paths: []string{"-"}, Stdin: strings.NewReader(data)})
		if len(got) == 0 || got[0] != want {
			t.Errorf("%.20q gives %q, want %q", data, got, want)
		}
	}
}

// TestPipesAreRead reads a pipe that has a name, as a shell makes for <(command).
func TestPipesAreRead(t *testing.T) {
	for data, want := range map[string]string{aPage: "||html", zipped("1.html", aPage): "|1.html|html", aWARC(): "|<urn:uuid:2>|html"} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			io.WriteString(w, data)
			w.Close()
		}()
		path := fmt.Sprintf("/dev/fd/%d", r.Fd())
		if _, err := os.Stat(path); err != nil {
			t.Skip("no /dev/fd here")
		}
		got := listing(t, path, Options{Paths: []string{path}})
		if len(got) == 0 || got[0] != want {
			t.Errorf("%.20q gives %q, want %q", data, got, want)
		}
		r.Close()
	}
}

func TestListsOfPaths(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a b.html", aPage), write(t, dir, "c\nd.html", aPage)
	want := []string{"a b.html||html", "c\nd.html||html", "no.html||! missing"}
	list := a + "\x00" + b + "\x00" + dir + "/no.html\x00"
	if diff := cmp.Diff(want, listing(t, dir, Options{From: "-", Stdin: strings.NewReader(list)})); diff != "" {
		t.Error(diff)
	}
	lines := a + "\r\n\n" + dir + "/no.html"
	want = []string{"a b.html||html", "no.html||! missing"}
	for _, file := range []string{write(t, dir, "list", lines), write(t, dir, "wide", wide(lines))} {
		if diff := cmp.Diff(want, listing(t, dir, Options{From: file})); diff != "" {
			t.Error(diff)
		}
	}
	broken := io.MultiReader(strings.NewReader(a+"\n"), iotest.ErrReader(errors.New("gone")))
	want = []string{"a b.html||html", "-||! unreadable"}
	if diff := cmp.Diff(want, listing(t, dir, Options{From: "-", Stdin: broken})); diff != "" {
		t.Error(diff)
	}
}

func TestHostileDirectories(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "ok.html", aPage)
	write(t, dir, "line\nbreak.html", aPage)
	for link, to := range map[string]string{"up": "..", "self": "self", "gone.html": "nowhere", "loop/again": "."} {
		os.MkdirAll(filepath.Join(dir, "loop"), 0o755)
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	os.Mkdir(filepath.Join(dir, "void"), 0o755)
	tree := filepath.Join(dir, "tree")
	os.Mkdir(tree, 0o755)
	os.Symlink(dir, filepath.Join(tree, "top"))
	want := []string{"gone.html||! missing", "line\nbreak.html||html", "loop/again||! unreadable", "ok.html||html",
		"self||! unreadable", "tree/top||! unreadable"}
	got := listing(t, dir, Options{Paths: []string{dir}})
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "up") })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"void||! no-pages"}, listing(t, dir, Options{Paths: []string{filepath.Join(dir, "void")}})); diff != "" {
		t.Error(diff)
	}
}

// TestDirectoryThatChanges removes files while the walk is under way.
func TestDirectoryThatChanges(t *testing.T) {
	dir := t.TempDir()
	for i := range 20 {
		write(t, dir, fmt.Sprintf("%02d.html", i), aPage)
	}
	write(t, dir, "zz.html.tmp", aPage) // under way to its name: nobody misses it
	write(t, dir, "zz/a.html", aPage)
	n, gone := 0, 0
	for it := range New(Options{Paths: []string{dir}, MaxBytes: 1000}).Items(context.Background()) {
		os.Remove(filepath.Join(dir, fmt.Sprintf("%02d.html", 20-it.File))) // the 10th before it is opened
		os.RemoveAll(filepath.Join(dir, "zz"))
		os.Remove(filepath.Join(dir, "zz.html.tmp"))
		switch err := it.Load(); {
		case err == nil:
			n++
		case err.Error() == "went away while the batch ran: run it again if it is needed" && KindOf(err, "") == Missing:
			gone++
		default:
			t.Errorf("%s: %v", it.Page.Path, err)
		}
	}
	if n != 10 || gone != 11 {
		t.Errorf("%d pages read and %d gone, want 10 and 11", n, gone)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	asNobody(t, dir)
	os.Chmod(write(t, dir, "a.html", aPage), 0)
	os.Chmod(filepath.Dir(write(t, dir, "shut/a.html", aPage)), 0)
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "shut"), 0o755) })
	want := []string{"a.html||! unreadable", "shut||! unreadable"}
	if diff := cmp.Diff(want, listing(t, dir, Options{Paths: []string{dir}})); diff != "" {
		t.Error(diff)
	}
}

func TestLimits(t *testing.T) {
	dir := t.TempDir()
	big := strings.Repeat("a", 2000)
	write(t, dir, "1.txt", big)
	write(t, dir, "2.txt.gz", gz(big))
	write(t, dir, "3.txt.gz", gz(aText)[:40])
	write(t, dir, "4.zip", zipped("big.txt", big, "ok.txt", aText))
	write(t, dir, "5.warc.gz", gz(aWARC())+gz(aWARC())[:60])
	want := []string{"1.txt||! too-large", "2.txt.gz||! too-large", "3.txt.gz||! damaged",
		"4.zip|big.txt|! too-large", "4.zip|ok.txt|text",
		"5.warc.gz|<urn:uuid:2>|html", "5.warc.gz|<urn:uuid:5>|html", "5.warc.gz||! damaged"}
	if diff := cmp.Diff(want, listing(t, dir, Options{Paths: []string{dir}, MaxBytes: 1000})); diff != "" {
		t.Error(diff)
	}
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 2000)
	in := "{}\n\n" + long + "\n{\"a\":1}"
	want := []string{"-|line 1|", "-|line 3|! too-large", "-|line 4|"}
	got := listing(t, "", Options{Paths: []string{"-"}, Stdin: strings.NewReader(in), Lines: true, MaxBytes: 1000})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestShardsAreTheWhole(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		write(t, dir, fmt.Sprintf("%02d.html", i), aPage)
	}
	write(t, dir, "a.warc", aWARC())
	var parts []string
	for i := range 4 {
		part := listing(t, dir, Options{Paths: []string{dir}, Shard: Shard{i, 4}})
		if len(part) == 0 || len(part) > 25 {
			t.Errorf("shard %d has %d of 42", i, len(part))
		}
		parts = append(parts, part...)
	}
	whole := listing(t, dir, Options{Paths: []string{dir}})
	slices.Sort(parts)
	slices.Sort(whole)
	if diff := cmp.Diff(whole, parts); diff != "" {
		t.Error(diff)
	}
}

// TestResume begins at every item in turn: what comes is what is left.
func TestResume(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.html", aPage)
	write(t, dir, "b.warc", aWARC())
	write(t, dir, "c.zip", zipped("1.html", aPage, "2.html", aPage))
	o := Options{Paths: []string{dir, filepath.Join(dir, "no")}, MaxBytes: 1 << 20}
	whole := listing(t, dir, o)
	n := 0
	for it := range New(o).Items(context.Background()) {
		n++
		rest := o
		rest.Resume = &it.Position
		if diff := cmp.Diff(whole[n:], listing(t, dir, rest), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("after item %d: %s", n, diff)
		}
	}
	rest := o
	rest.Resume = &Position{File: 1, Path: "other"}
	for it := range New(rest).Items(context.Background()) {
		if _, ok := it.Err.(*Changed); !ok {
			t.Errorf("other inputs are taken for the same: %v", it.Err)
		}
	}
}

// TestOpen reads paths that are no files of this system.
func TestOpen(t *testing.T) {
	packed := func(name, body string) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, body)
		z.Close()
		return b.String()
	}
	files := map[string]string{"gs://b/a.html": "<html><p>một</p></html>", "gs://b/c.zip": packed("d.html", "<html><p>hai</p></html>")}
	set := New(Options{Paths: []string{"gs://b/a.html", "gs://b/c.zip", "gs://b/none.warc.gz"}, MaxBytes: 1 << 20,
		Open: func(path string) (io.ReadCloser, error) {
			if body, ok := files[path]; ok {
				return io.NopCloser(strings.NewReader(body)), nil
			}
			return nil, fs.ErrNotExist
		}})
	var got []string
	for item := range set.Items(t.Context()) {
		err := item.Load()
		got = append(got, fmt.Sprintf("%s %s %d %v", item.Page.Path, item.Page.Record, len(item.Page.Body), err))
	}
	want := []string{"gs://b/a.html  25 <nil>", "gs://b/c.zip d.html 23 <nil>", "gs://b/none.warc.gz  0 no such file or directory: check the path"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
