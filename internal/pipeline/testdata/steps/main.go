// Command steps reads files as boctin run does, one after the other, and writes beside
// each, into FILE.steps, how often each statement ran. It is built with counters
// (go build -cover -covermode=atomic) by TestStepsGrowWithTheText.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"runtime/coverage"

	"github.com/boctin/boctin/builtin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

func main() {
	reader, normalizer, err := builtin.New()
	if err != nil {
		log.Fatal(err)
	}
	limits := extract.DefaultLimits()
	limits.Text = 4_000_000
	stages := &pipeline.Stages{Extractor: reader.WithLimits(limits), Normalizer: normalizer}
	for _, path := range os.Args[1:] {
		if err := errors.Join(coverage.ClearCounters(), read(stages, path), keep(path+".steps")); err != nil {
			log.Fatal(err)
		}
	}
}

// read makes a line of JSON of each page of a file, or is refused it.
func read(stages *pipeline.Stages, path string) error {
	for item := range input.New(input.Options{Paths: []string{path}, MaxBytes: 16 << 20}).Items(context.Background()) {
		if err := item.Load(); err != nil {
			return err
		}
		record, err := stages.Run(item.Page)
		if err != nil {
			continue
		}
		if _, err := record.AppendJSON(nil); err != nil {
			return err
		}
	}
	return nil
}

func keep(dir string) error {
	return errors.Join(os.Mkdir(dir, 0o700), coverage.WriteMetaDir(dir), coverage.WriteCountersDir(dir))
}
