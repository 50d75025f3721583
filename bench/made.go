package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin/internal/score"
)

// made is a reader whose records another program wrote.
type made struct {
	name    string
	figures figures
	ms      float64 // processor time a page
}

// cost is what python/readers.py measured of a reader.
type cost struct {
	Version string  `json:"version"`
	MS      float64 `json:"ms_per_page"` // processor time, the fastest of the rounds
}

// madeBefore reads the records of a folder that belong to the set.
func madeBefore(folder string, set *labelled) ([]made, error) {
	end := "." + set.Name + ".jsonl"
	files, err := filepath.Glob(filepath.Join(folder, "*"+end))
	if folder == "" || err != nil {
		return nil, err
	}
	var all []made
	for _, file := range files {
		find, err := score.Read(file)
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(strings.TrimSuffix(file, "jsonl") + "cost.json")
		if err != nil {
			return nil, err
		}
		var c cost
		if err := json.Unmarshal(data, &c); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), end)
		all = append(all, made{name: name + " " + c.Version, figures: set.figures(find), ms: c.MS})
	}
	return all, nil
}
