package score

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// Run makes the record of each labelled document. A document that fails has no
// record; failed is told why and may be nil.
func Run(ctx context.Context, sets []*Set, stage pipeline.Stage, failed func(path string, err error)) Find {
	records, addresses := map[string]*boctin.Record{}, map[string]string{}
	for _, s := range sets {
		for _, g := range s.Golds {
			if g.Checked != nil { // a correction saved the page, which may not say where it is from
				addresses[g.Input] = g.URL
			}
		}
	}
	for item := range input.New(input.Options{Paths: Inputs(sets), MaxBytes: 64 << 20}).Items(ctx) {
		err := item.Load()
		var r boctin.Record
		if item.Page.URL == "" {
			item.Page.URL = addresses[item.Page.Path]
		}
		if err == nil {
			r, err = stage(item.Page)
		}
		if err == nil {
			records[item.Page.Path] = &r
		} else if failed != nil {
			failed(item.Page.Path, err)
		}
	}
	return func(g *Gold) *boctin.Record { return records[g.Input] }
}

// Read takes records that were made before, as JSON lines. A record belongs to
// the label that bears the base name of its source, or else its id.
func Read(file string) (Find, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	records := map[string]*boctin.Record{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		r, err := boctin.ParseRecord(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		records[sourceKey(r.Source.Path)] = r
		if records[r.ID] == nil {
			records[r.ID] = r
		}
	}
	return func(g *Gold) *boctin.Record { return records[g.Key()] }, lines.Err()
}

// sourceKey is the base name of a document without its extension.
func sourceKey(path string) string {
	base := strings.TrimSuffix(filepath.Base(path), ".gz")
	return strings.TrimSuffix(base, filepath.Ext(base))
}
