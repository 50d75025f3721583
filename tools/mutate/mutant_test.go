package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = `package p

func f(a, b, c bool, n int) int {
	if a && (b || c) {
		return 1
	}
	for n > 3 {
		n--
	}
	switch n {
	case 1, 2:
		return 5
	default:
	}
	switch {
	case a:
	case b && c:
	}
	if n == 0 {
		return 0
	}
	return n
}
`

func TestMutants(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := pkg{Dir: dir, Files: []string{"p.go"}}.mutants()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range found {
		text := sample[:m.from] + m.new + sample[m.to:]
		line := strings.TrimSpace(strings.Split(text, "\n")[1+strings.Count(sample[:m.from], "\n")-1])
		got = append(got, m.what+": "+line)
	}
	want := []string{
		"&&: if ((a) || true) && (b || c) {",
		"||: if a && (((b) && false) || c) {",
		"||: if a && (b || ((c) && false)) {",
		"for: for (n > 3) && false {",
		"case: ", // the clause is gone
		"case: case (a) && false:",
		"&&: case ((b) || true) && c:",
		"&&: case b && ((c) || true):",
		"if: if (n == 0) && false {",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSampleIsOfTheSeed(t *testing.T) {
	all := make([]mutant, 100)
	for i := range all {
		all[i].from = i
	}
	pick := func(seed uint64) string {
		var at []string
		for _, m := range sampled(all, options{sample: 5, seed: seed}) {
			at = append(at, string(rune('0'+m.from)))
		}
		return strings.Join(at, "")
	}
	if first, again := pick(1), pick(1); first != again || first == pick(2) || len(sampled(all, options{})) != 100 {
		t.Errorf("%q %q", pick(1), pick(2))
	}
}
