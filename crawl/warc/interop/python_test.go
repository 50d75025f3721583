package interop

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/boctin/boctin/crawl/warc"
)

// python gives a program of the environment that make test-interop makes.
func python(t *testing.T, name string) string {
	t.Helper()
	program, err := filepath.Abs(filepath.Join(".venv", "bin", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Skipf("%s is not installed: make test-interop does it, with python3", name)
	}
	return program
}

// TestWarcioChecksOurs lets warcio recompute every digest of our records.
func TestWarcioChecksOurs(t *testing.T) {
	warcio := python(t, "warcio")
	file := written(t)
	out, err := exec.Command(warcio, "check", "-v", file).CombinedOutput()
	if err != nil {
		t.Fatalf("warcio check: %v\n%s", err, out)
	}
	if n := strings.Count(string(out), "digest pass"); n < pages {
		t.Errorf("warcio found right digests in %d records of at least %d:\n%.2000s", n, pages, out)
	}
}

// indexed reads the lines of a CDXJ index: key, day and fields.
func indexed(t *testing.T, data []byte) []string {
	t.Helper()
	var lines []string
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		key, fields, ok := strings.Cut(s.Text(), " {")
		if !ok || strings.HasPrefix(key, "!") {
			continue
		}
		var e struct{ URL, Mime, Status, Digest, Length, Offset, Filename string }
		if err := json.Unmarshal([]byte("{"+fields), &e); err != nil {
			t.Fatalf("%s: %v", s.Text(), err)
		}
		if e.Mime == "warc/revisit" {
			e.Status = "" // pywb's leaves it out there
		}
		lines = append(lines, strings.Join([]string{key, e.URL, e.Mime, e.Status, e.Length, e.Offset, filepath.Base(e.Filename)}, " "))
	}
	sort.Strings(lines)
	return lines
}

// TestIndexersAgree holds our CDXJ index against those that two indexers make of
// the same file: the one of pywb, which replays archives, and the newer one of its
// authors.
func TestIndexersAgree(t *testing.T) {
	file := written(t)
	if err := warc.Index(file); err != nil {
		t.Fatal(err)
	}
	ours, err := os.ReadFile(warc.IndexName(file))
	if err != nil {
		t.Fatal(err)
	}
	got := indexed(t, ours)
	for _, indexer := range [][]string{{"cdxj-indexer"}, {"cdx-indexer", "-j"}} {
		t.Run(indexer[0], func(t *testing.T) {
			out, err := exec.Command(python(t, indexer[0]), append(indexer[1:], file)...).Output()
			if err != nil {
				t.Fatal(err)
			}
			want := indexed(t, out)
			if len(want) < pages {
				t.Fatalf("the indexer has %d lines", len(want))
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("ours, %d lines:\n%s\ntheirs, %d lines:\n%s", len(got), strings.Join(got[:2], "\n"), len(want), strings.Join(want[:2], "\n"))
			}
		})
	}
}
