// Package interop holds this project's WARC files against the readers and
// writers of others. It is a module of its own, so that their dependencies are
// not the project's.
package interop

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gowarc "github.com/internetarchive/gowarc"

	"github.com/boctin/boctin/crawl/warc"
)

const pages = 40

func body(i int) string {
	return fmt.Sprintf("<h1>Bài %d</h1>%s", i, strings.Repeat("Công an xã họp. ", i*50))
}

// written makes a WARC file with our writer.
func written(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	w, err := warc.Open(dir, "boctin interop test", warc.Mark{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var file string
	for i := range pages {
		x := &warc.Exchange{URI: fmt.Sprintf("https://a.vn/bai-%d.htm", i), Date: time.Now(), IP: "203.0.113.7",
			Request: []byte("GET / HTTP/1.1\r\nHost: a.vn\r\n\r\n"), Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
			Body: []byte(body(i)), Metadata: warc.Header{{Name: "via", Value: "https://a.vn/"}}, Page: warc.PageArticle}
		place, err := w.Append(x)
		if err != nil {
			t.Fatal(err)
		}
		file = filepath.Join(dir, place.File)
		x.Revisit = &warc.Revisit{Profile: warc.ProfileSameBody, ID: place.ID, Date: x.Date, Digest: place.Digest}
		if _, err := w.Append(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestGowarcReadsOurs(t *testing.T) {
	f, err := os.Open(written(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gowarc.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for {
		rec, err := r.ReadRecord()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		kind := rec.Header.Get("WARC-Type")
		counts[kind]++
		rec.Content.Seek(0, io.SeekStart)
		digest, err := gowarc.GetDigest(rec.Content, gowarc.SHA1)
		if err != nil || digest != rec.Header.Get("WARC-Block-Digest") {
			t.Errorf("%s at %d: block digest %s, header says %s (%v)", kind, rec.Offset, digest, rec.Header.Get("WARC-Block-Digest"), err)
		}
		if kind == "response" {
			rec.Content.Seek(0, io.SeekStart)
			raw, _ := io.ReadAll(rec.Content)
			_, payload, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
			if digest, _ := gowarc.GetDigest(bytes.NewReader(payload), gowarc.SHA1); digest != rec.Header.Get("WARC-Payload-Digest") {
				t.Errorf("at %d: payload digest %s, header says %s", rec.Offset, digest, rec.Header.Get("WARC-Payload-Digest"))
			}
		}
		rec.Content.Close()
	}
	if want := fmt.Sprint(map[string]int{"warcinfo": 1, "response": pages, "revisit": pages, "request": 2 * pages, "metadata": 2 * pages}); fmt.Sprint(counts) != want {
		t.Errorf("records: %v, want %s", counts, want)
	}
}

func TestWeReadGowarcs(t *testing.T) {
	var file bytes.Buffer
	w, err := gowarc.NewWriter(&file, "x.warc.gz", gowarc.SHA1, gowarc.MustCompressionTypeFromString("gzip"), true, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range pages {
		rec := gowarc.NewRecord(t.TempDir(), false)
		rec.Header.Set("WARC-Type", "response")
		rec.Header.Set("WARC-Target-URI", fmt.Sprintf("https://a.vn/bai-%d.htm", i))
		rec.Header.Set("Content-Type", "application/http; msgtype=response")
		fmt.Fprintf(rec.Content, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s", body(i))
		if _, err := w.WriteRecord(rec); err != nil {
			t.Fatal(err)
		}
		w.Reset(&file) // a member a record
	}
	got := readOurs(t, &file)
	for i := range pages {
		if uri := fmt.Sprintf("https://a.vn/bai-%d.htm", i); got[uri] != body(i) {
			t.Errorf("%s: %.60q", uri, got[uri])
		}
	}
}

// readOurs reads the pages of a file with our reader.
func readOurs(t *testing.T, file io.Reader) map[string]string {
	t.Helper()
	out := map[string]string{}
	r := warc.NewReader(file)
	for {
		rec, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if rec.Type != warc.TypeResponse {
			continue
		}
		m, err := rec.Message(1 << 20)
		if err != nil {
			t.Fatal(err)
		}
		out[rec.URI] = string(m.Body)
	}
}

func TestWeReadWgets(t *testing.T) {
	wget, err := exec.LookPath("wget")
	if err != nil {
		t.Skip("wget is not installed")
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var i int
		w.Header().Set("Content-Type", "text/html")
		if _, err := fmt.Sscanf(r.URL.Path, "/bai-%d.htm", &i); err == nil {
			fmt.Fprint(w, body(i))
			return
		}
		for i := range pages {
			fmt.Fprintf(w, "<a href='/bai-%d.htm'>x</a>", i)
		}
	}))
	defer s.Close()
	for _, form := range []string{".warc.gz", ".warc"} {
		dir := t.TempDir()
		cmd := exec.Command(wget, "-q", "-r", "-l1", "--warc-file=w", s.URL)
		if cmd.Dir = dir; form == ".warc" {
			cmd.Args = append(cmd.Args, "--no-warc-compression")
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("wget: %v\n%s", err, out)
		}
		f, err := os.Open(filepath.Join(dir, "w"+form))
		if err != nil {
			t.Fatal(err)
		}
		got := readOurs(t, f)
		f.Close()
		for i := range pages {
			if uri := fmt.Sprintf("%s/bai-%d.htm", s.URL, i); got[uri] != body(i) {
				t.Errorf("%s: %s is %.60q", form, uri, got[uri])
			}
		}
	}
}
