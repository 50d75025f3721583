package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/check"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/normalize/lexicon"
)

func checkVerb(a *app) *cobra.Command {
	var dir string
	var write bool
	var sample int
	cmd := &cobra.Command{
		Use:   "check [DIR | --write DIR | --corpus DIR]",
		Short: "Refuse wrong site and lexicon files, or hold a corpus against its pages",
		Long: `Load the built-in site and lexicon files with those of DIR/sites and DIR/lexicon
laid over them, and print one line a fault: file, key, reason and remedy.

With --write, first bring the files of DIR into one form, so that a change of one
entry is a change of its lines alone: keys in order, one element of a long list a
line; comments stay. What says something else afterwards is never written.

With --corpus, hold boctin.db of a corpus against its WARC files: each stored
page must stand at its place with its digest, and sums, stories and the full-text index
must be those of the articles. That reads everything; --sample N looks at N articles,
picked at random, and the pages behind them.`,
		Example: `  boctin check my-data/
  boctin check --write my-data/
  boctin check --corpus news
  boctin check --corpus news --sample 1000`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if dir != "" && len(args) > 0 {
				return misused("boctin check looks at data files or at a corpus, one at a time")
			}
			if dir != "" {
				if sample < 0 {
					return misused("--sample %d: give the number of articles to look at", sample)
				}
				return a.checkCorpus(cmd.Context(), dir, sample)
			}
			if len(args) > 1 {
				return misused("boctin check takes one directory, not %d", len(args))
			}
			if write {
				if err := a.format(strings.Join(args, "")); err != nil {
					return err
				}
			}
			return a.check(strings.Join(args, ""))
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "first bring the files of DIR into one form")
	cmd.Flags().IntVar(&sample, "sample", 0, "of a corpus, look at `N` articles alone, picked at random")
	cmd.Flags().StringVar(&dir, "corpus", "", "the corpus `DIR` to check")
	return cmd
}

// checkCorpus holds the database of a corpus against its WARC files.
func (a *app) checkCorpus(ctx context.Context, dir string, sample int) error {
	c, err := a.opened(corpus.Open, dir)
	if err != nil {
		return a.noCorpus(err)
	}
	defer c.Close()
	fault := func(fault string) {
		a.talk.progress.wipe()
		fmt.Fprintln(a.stdout, fault)
	}
	step := stepOf(a.talk.counting(false), "checked")
	var found check.Checked
	if sample > 0 {
		found, err = c.Check.Sample(ctx, sample, fault, step)
	} else {
		found, err = c.Check.All(ctx, maxPage, fault, step)
	}
	a.talk.progress.end()
	a.talk.progress = nil
	if err != nil {
		return err
	}
	if found.Waiting > 0 {
		a.talk.note("%s not stored yet: boctin refresh --corpus %s --no-fetch", pipeline.Count(uint64(found.Waiting), "page"), dir)
	}
	if found.Faults > 0 {
		a.talk.say("%s", pipeline.Count(uint64(found.Faults), "fault"))
		return errFailed
	}
	a.talk.note("no faults; %s as stored", pipeline.Count(uint64(found.Pages), "page"))
	return nil
}

func (a *app) check(dir string) error {
	siteFiles, err := overlay(dir, "sites")
	if err != nil {
		return misused("%s: no such directory: give one that holds sites/ or lexicon/", dir)
	}
	wordFiles, _ := overlay(dir, "lexicon")
	if dir != "" && siteFiles == nil && wordFiles == nil && !exists(filepath.Join(dir, identity.JudgementsFile)) && !isDir(filepath.Join(dir, labels.Folder)) {
		return misused("%s holds neither sites/ nor lexicon/: put site files into %s/sites and word lists into %s/lexicon", dir, dir, dir)
	}
	var faults []string
	_, err = sites.Load(siteFiles)
	faults = append(faults, faultLines("sites/", err)...)
	_, err = lexicon.Load(wordFiles)
	faults = append(faults, faultLines("lexicon/", err)...)
	_, err = identity.ReadJudgements(dir)
	faults = append(faults, faultLines("", err)...)
	_, err = labels.Read(dir)
	faults = append(faults, faultLines("", err)...)
	for _, fault := range faults {
		fmt.Fprintln(a.stdout, fault)
	}
	if len(faults) > 0 {
		a.talk.say("%s", pipeline.Count(uint64(len(faults)), "fault"))
		return errFailed
	}
	a.talk.note("no faults")
	return nil
}

// faultLines gives each of the faults that a loader joined.
func faultLines(folder string, err error) []string {
	if err == nil {
		return nil
	}
	var lines []string
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			lines = append(lines, faultLines(folder, e)...)
		}
		return lines
	}
	return []string{folder + strings.TrimPrefix(err.Error(), folder)}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
