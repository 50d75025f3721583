package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize"
)

// scoring is one call of the verb score.
type scoring struct {
	app           *app
	records       string
	floors        string
	raise, faults bool
	data, sites   string
}

func scoreVerb(a *app) *cobra.Command {
	s := &scoring{app: a}
	cmd := &cobra.Command{
		Use:   "score GOLD...",
		Short: "Precision, recall and F1 per field against hand labels",
		Long: `Run the documents beside the labels and measure the records against them.

GOLD is a folder of NAME.gold.json beside NAME.html or NAME.txt, a folder with
gold/NAME.json beside NAME.txt or html/NAME.html, or one label file. With
--floors the exit status is 1 if a figure lies under its floor.`,
		Example: `  boctin score testdata --floors testdata/floors.toml
  boctin score my-labels --verbose
  boctin score my-labels --records records.jsonl`,
		RunE: func(cmd *cobra.Command, paths []string) error { return s.run(cmd, paths) },
	}
	f := cmd.Flags()
	f.StringVar(&s.records, "records", "", "JSON lines `FILE` to measure in place of running the documents")
	f.StringVar(&s.floors, "floors", "", "TOML `FILE` of the least each figure may be")
	f.BoolVar(&s.raise, "raise", false, "lift the floors to what was reached; none is lowered")
	f.BoolVarP(&s.faults, "verbose", "v", false, "list each miss and each invention")
	f.BoolVar(&s.faults, "explain", false, "the same as --verbose")
	f.StringVar(&s.data, "data", "", "`DIR` with sites/ and lexicon/ laid over the built-in files")
	f.StringVar(&s.sites, "sites", "", "`none`: leave the site profiles out (sets are then named NAME-generic)")
	return cmd
}

func (s *scoring) run(cmd *cobra.Command, paths []string) error {
	if len(paths) == 0 {
		return misused("boctin score needs GOLD, a folder of labels: boctin score testdata")
	}
	if s.raise && s.floors == "" {
		return misused("--raise needs --floors FILE")
	}
	sets, err := score.Load(paths...)
	if errors.Is(err, fs.ErrNotExist) {
		return misused("%v: give a folder of labels", err)
	} else if err != nil {
		return err
	}
	find, err := s.find(cmd, sets)
	if err != nil {
		return err
	}
	var results []score.Result
	for _, set := range sets {
		if s.sites == "none" {
			set.Name += "-generic"
		}
		results = append(results, s.print(set, find))
	}
	return s.hold(results)
}

// find runs the documents, or reads the records that were made before.
func (s *scoring) find(cmd *cobra.Command, sets []*score.Set) (score.Find, error) {
	if s.records != "" {
		return score.Read(s.records)
	}
	known, err := loadSites(s.data, s.sites)
	if err != nil {
		return nil, err
	}
	words, err := loadLexicon(s.data)
	if err != nil {
		return nil, err
	}
	stages := &pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(words)}
	failed := func(path string, err error) { s.app.talk.say("%s: %v", path, err) }
	return score.Run(cmd.Context(), sets, stages.Run, failed), nil
}

func (s *scoring) print(set *score.Set, find score.Find) score.Result {
	var log score.Log
	if s.faults {
		log = func(g *score.Gold, fault string) { fmt.Fprintf(s.app.stdout, "%s: %s\n", g.Path, fault) }
	}
	result := set.Score(find, log)
	fmt.Fprintf(s.app.stdout, "%s: %s, %d without a record\n", result.Name, pipeline.Count(uint64(result.Labels), "label"), result.Missing)
	for _, figure := range result.Figures {
		fmt.Fprintf(s.app.stdout, "  %s\n", figure)
	}
	return result
}

// hold keeps the results against the floors.
func (s *scoring) hold(results []score.Result) error {
	if s.floors == "" {
		return nil
	}
	floors, err := score.ReadFloors(s.floors)
	if err != nil {
		return err
	}
	fallen := floors.Fallen(results)
	for _, fault := range fallen {
		s.app.talk.say("%s", fault)
	}
	if len(fallen) > 0 {
		return errFailed
	}
	if s.raise {
		floors.Raise(results)
		return floors.Write(s.floors)
	}
	return nil
}
