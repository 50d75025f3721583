package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/gauge"
)

// stored makes a corpus of n articles.
func stored(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "news")
	archive(t, dir, n)
	if out, err := program(t, "refresh", "--no-fetch", "--corpus", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return dir
}

// contents gives all files of an export; none where there is nothing.
func contents(t *testing.T, path string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(name)
		all[strings.TrimPrefix(name, path)] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestExportKilled kills an export at random: under its name stands, whole, what
// stood there before or what it was to be.
func TestExportKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	dir := stored(t, 400)
	for _, x := range []struct{ format, name string }{{"jsonl", "news.jsonl"}, {"csv", "tables"}, {"csv", "tables.zip"}, {"parquet", "news.parquet"}, {"brat", "brat"}} {
		folder := t.TempDir()
		at, elsewhere := filepath.Join(folder, x.name), filepath.Join(t.TempDir(), x.name)
		command := func(to string, more ...string) *exec.Cmd {
			return program(t, append([]string{"export", "-q", "--corpus", dir, "--format", x.format, "-o", to}, more...)...)
		}
		done := func(to string, more ...string) map[string]string {
			if out, err := command(to, more...).CombinedOutput(); err != nil {
				t.Fatalf("%s: %v: %s", x.name, err, out)
			}
			return contents(t, to)
		}
		after := done(elsewhere)
		before := map[string]string{}
		if x.format != "brat" { // which replaces nothing
			before = done(at, "--until", "2025-08-14")
		}
		begun := time.Now()
		os.RemoveAll(elsewhere)
		done(elsewhere)
		took := time.Since(begun)
		killed := 0
		for range 6 {
			cmd := command(at)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(rand.N(took))
			cmd.Process.Kill()
			if cmd.Wait() != nil {
				killed++
			}
			switch got := contents(t, at); {
			case maps.Equal(got, after):
				os.RemoveAll(at) // was done before
				before = map[string]string{}
			case !maps.Equal(got, before):
				t.Errorf("%s: a killed export leaves %d files that are neither the former nor the new", x.name, len(got))
			}
		}
		if got := done(at); !maps.Equal(got, after) {
			t.Errorf("%s: after kills it is not whole", x.name)
		}
		if left, _ := os.ReadDir(folder); len(left) != 1 {
			t.Errorf("left behind: %v", left)
		}
		t.Logf("%s: killed %d times", x.name, killed)
	}
}

// bulky makes a corpus of n long articles.
func bulky(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "warc"), 0o777); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var batch []storing.Entry
	for i := range n {
		a := boctin.Article{Schema: boctin.Schema, ID: fmt.Sprintf("%032x", i), URL: fmt.Sprintf("https://a.vn/%d", i), Site: "a.vn", Title: "Tin",
			Body: fmt.Sprintf("Ông Mẫu họp. %d %s", i, strings.Repeat(strings.Repeat("x", 999)+" ", 64))}
		r := boctin.Record{Article: a, Officials: []boctin.Official{{ID: "vn/mau", Name: "Mẫu", Country: "VN",
			Mentions: []boctin.PersonMention{{Text: "Ông Mẫu", Name: [2]int{len("Ông "), len("Ông Mẫu")}, Span: boctin.Span{Field: "body", End: len("Ông Mẫu")}}}}}}
		batch = append(batch, storing.Entry{File: "a", Offset: int64(i), URL: a.URL, SHA256: a.ID, Article: &a, Found: &r})
		if len(batch) == 100 || i == n-1 {
			if _, err := c.Storing.Add(context.Background(), "v", batch); err != nil {
				t.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	return dir
}

// peak runs a command and gives the most memory it held.
func peak(t *testing.T, cmd *exec.Cmd) int64 {
	t.Helper()
	bytes, err := gauge.Peak(cmd)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

// TestExportMemory holds that the peak of an export does not grow with the corpus.
func TestExportMemory(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("takes some seconds, and reads the peak as Linux gives it")
	}
	const few, many, bytes = 500, 1100, 64 << 10
	small, large := bulky(t, few), bulky(t, many)
	for _, format := range []string{"jsonl", "parquet", "ftm"} {
		export := func(dir string) int64 {
			cmd := program(t, "export", "-q", "--corpus", dir, "--format", format, "-o", filepath.Join(t.TempDir(), "out"))
			cmd.Env = append(os.Environ(), "GOGC=20") // or the peak tells when garbage was collected, not what is held
			return peak(t, cmd)
		}
		one, four := min(export(small), export(small)), min(export(large), export(large)) // of two peaks the lower is nearer to what is held
		t.Logf("%s: %d MB for %d MB of text, %d MB for %d MB", format, one>>20, few*bytes>>20, four>>20, many*bytes>>20)
		if four-one > (many-few)*bytes*3/4 {
			t.Errorf("%s takes %d MB for %d articles and %d MB for %d", format, one>>20, few, four>>20, many)
		}
	}
}

// TestExportInterrupted holds what Ctrl-C says and leaves.
func TestExportInterrupted(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	dir := stored(t, 1500)
	at := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(at, []byte("former"), 0o666); err != nil {
		t.Fatal(err)
	}
	for wait := 60 * time.Millisecond; wait > time.Millisecond; wait /= 2 {
		cmd := program(t, "export", "--corpus", dir, "--format", "conll", "-o", at)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for part := at + ".part"; cmd.ProcessState == nil; time.Sleep(time.Millisecond) {
			if _, err := os.Stat(part); err == nil {
				break
			}
		}
		time.Sleep(wait)
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		if cmd.ProcessState.Success() {
			os.WriteFile(at, []byte("former"), 0o666)
			continue // too late
		}
		got := contents(t, filepath.Dir(at))
		if cmd.ProcessState.ExitCode() != 1 || !strings.Contains(said.String(), "nothing was written, and "+at+" is as it was before") || len(got) != 1 || got["/news.jsonl"] != "former" {
			t.Errorf("exit status %d, %s, %d files", cmd.ProcessState.ExitCode(), said.String(), len(got))
		}
		return
	}
	t.Skip("too fast to be interrupted")
}
