package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestShardsAreTheWhole runs the four parts of files, of a web archive and of
// lists on standard input: together and sorted they are the undivided run.
func TestShardsAreTheWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program two dozen times")
	}
	dir := mixed(t, 60, 70)
	archives, _ := filepath.Glob(filepath.Join(dir, "warc", "*.warc.gz"))
	pages, _ := filepath.Glob(filepath.Join(dir, "*.html"))
	if len(archives) == 0 || len(pages) != 70 {
		t.Fatalf("%d archives and %d pages", len(archives), len(pages))
	}
	for name, of := range map[string]struct {
		args  []string
		stdin string
		n     int
	}{
		"files":                    {[]string{dir}, "", 129},
		"a web archive":            {archives, "", 60},
		"a web archive on stdin":   {[]string{"-"}, readAll(t, archives[0]), 60},
		"a list":                   {[]string{"--from", "-"}, strings.Join(append(archives, pages...), "\n"), 129},
		"a list, NUL-separated":    {[]string{"--from", "-"}, strings.Join(append(pages, archives...), "\x00"), 129},
		"a list with a directory":  {[]string{"--from", "-"}, dir + "\n", 129},
		"a list after other paths": {[]string{archives[0], "--from", "-"}, strings.Join(pages, "\n"), 129},
	} {
		whole := lines(t, of.stdin, of.args)
		var parts []string
		for i := range 4 {
			part := lines(t, of.stdin, append(of.args, "--shard", fmt.Sprintf("%d/4", i)))
			if len(part) == 0 || len(part) == len(whole) {
				t.Errorf("%s: part %d has %d of %d records", name, i, len(part), len(whole))
			}
			parts = append(parts, part...)
		}
		slices.Sort(whole)
		slices.Sort(parts)
		if len(whole) != of.n || !slices.Equal(whole, parts) {
			t.Errorf("%s: the parts have %d records, the whole %d, want %d and the same", name, len(parts), len(whole), of.n)
		}
	}
}

// lines are the records that a run prints.
func lines(t *testing.T, stdin string, args []string) []string {
	t.Helper()
	cmd := program(t, append([]string{"run", "-q"}, args...)...)
	cmd.Stdin = strings.NewReader(stdin)
	out, _ := cmd.Output() // some pages fail
	return slices.Collect(strings.Lines(string(out)))
}

func readAll(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
