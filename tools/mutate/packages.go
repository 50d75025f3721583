package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// hook is the package that the changed copies ask.
const hook = "github.com/boctin/boctin/tools/mutate/point"

// pkg is a package as go list tells it.
type pkg struct {
	Path                               string `json:"ImportPath"`
	Dir                                string
	GoFiles, TestGoFiles, XTestGoFiles []string
}

func (p pkg) tested() bool { return len(p.TestGoFiles)+len(p.XTestGoFiles) > 0 }

func list(patterns []string) ([]pkg, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles"}, patterns...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// overlay is the file by which go build takes the changed copies.
type overlay struct {
	Replace map[string]string
}

// layOver writes into dir a copy of every file of the packages with its conditions
// wrapped, and the overlay.
func layOver(dir string, packages []pkg) ([]condition, error) {
	var all []condition
	over := overlay{Replace: map[string]string{}}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for _, p := range packages {
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			source, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			shown, err := filepath.Rel(here, path)
			if err != nil {
				return nil, err
			}
			text, found, err := wrap(p.Path, shown, string(source), 1+len(all))
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
			copied := filepath.Join(dir, fmt.Sprintf("%d.go", len(over.Replace)))
			if err := os.WriteFile(copied, []byte(text), 0o600); err != nil {
				return nil, err
			}
			over.Replace[path] = copied
		}
	}
	data, err := json.Marshal(over)
	if err != nil {
		return nil, err
	}
	return all, os.WriteFile(filepath.Join(dir, "overlay.json"), data, 0o600)
}
