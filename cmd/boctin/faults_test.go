package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaultPages holds the pages of known kinds of faults, which lie beside the
// project, with the program that scores them.
func TestFaultPages(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program a hundred times: left out of a short run")
	}
	shared := filepath.Join("..", "..", "..", "shared")
	pages := filepath.Join(shared, "faults", "pages")
	python, err := exec.LookPath("python3")
	if found, _ := filepath.Glob(filepath.Join(pages, "*.html")); err != nil || len(found) == 0 {
		t.Skip("the pages of known faults are not beside the project, or there is no python3: left out")
	}
	check := exec.Command(python, filepath.Join(shared, "tools", "check_pages.py"), filepath.Join(pages, "cases.jsonl"), pages, "--boctin", program(t).Path, "--verbose", "-j", "2")
	out, err := check.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	last := strings.Fields(lines[len(lines)-1]) // pages right N of M
	if len(last) != 5 || last[2] != last[4] {
		t.Errorf("%s", out)
	}
}
