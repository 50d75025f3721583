package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/boctin/boctin/internal/drift"
)

// inputs are what both programs are given.
type inputs struct {
	paths []string // of pages, saved texts and archives
	items string   // a file of articles, a line each
}

// newInputs writes the articles of the lists into a folder; the source of each is its ID.
func newInputs(sets []drift.Set, dir string) (in inputs, err error) {
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	for _, s := range sets {
		in.paths = append(in.paths, s.Paths...)
		for _, item := range s.Items {
			item.Article.Source.Path = item.ID
			if err := out.Encode(item.Article); err != nil {
				return in, err
			}
		}
	}
	in.items = filepath.Join(dir, "items.jsonl")
	return in, os.WriteFile(in.items, lines.Bytes(), 0o600)
}

// record is a record as a program printed it.
type record struct {
	key    string
	fields map[string]json.RawMessage
}

// records gives what a program prints for the inputs.
func (in inputs) records(program string) ([]record, error) {
	pages, err := printed(program, append([]string{"run", "-q"}, in.paths...)...)
	if err != nil {
		return nil, err
	}
	items, err := printed(program, "normalize", "-q", in.items)
	return append(pages, items...), err
}

// printed reads the records that a command prints. That it refuses some of its inputs is no
// failure: the other program is asked for the same.
func printed(program string, args ...string) ([]record, error) {
	out, err := exec.Command(program, args...).Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) > 0) {
		return nil, fmt.Errorf("%s %v: %w", program, args, err)
	}
	return parse(out)
}

func parse(lines []byte) (all []record, err error) {
	for line := range bytes.Lines(lines) {
		r := record{}
		if err := json.Unmarshal(line, &r.fields); err != nil {
			return nil, err
		}
		var source struct {
			Path, Record string
			Offset       int64
		}
		if err := json.Unmarshal(r.fields["source"], &source); err != nil {
			return nil, err
		}
		r.key = source.Path
		if source.Record != "" {
			r.key += " " + source.Record
		}
		all = append(all, r)
	}
	return all, nil
}
