package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize"
)

// maxPage is how many bytes of a page are read; the crawl fetches no more.
const maxPage = 16 << 20

// storing is what crawl and refresh do with the pages that they fetched.
type storing struct {
	app    *app
	dir    string
	data   string
	silent bool
}

// run stores what the WARC files hold and the tables do not.
func (s *storing) run(ctx context.Context) error {
	c, err := corpus.Create(s.dir)
	if err != nil {
		return s.app.noCorpus(err)
	}
	defer c.Close()
	known, err := loadSites(s.data, "")
	if err != nil {
		return err
	}
	words, err := loadLexicon(s.data)
	if err != nil {
		return err
	}
	stages := &pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(words, false)}
	done, err := c.Fill(ctx, corpus.Filling{Stages: stages, Lexicon: corpus.Version(words, buildVersion()), Workers: runtime.NumCPU(),
		MaxBytes: maxPage, Failed: s.failed, Progress: s.progress()})
	s.app.talk.progress.end()
	s.app.talk.progress = nil
	s.tell(done)
	switch {
	case errors.Is(err, context.Canceled):
		s.app.talk.say("interrupted: what is stored stays; boctin refresh --corpus %s --no-fetch stores the rest", s.dir)
		return errFailed
	case err != nil:
		return err
	case done.Failed > 0:
		return errFailed
	}
	return nil
}

func (s *storing) failed(url, reason string) {
	s.app.talk.say("%s: not stored: %s", pipeline.Printable(url), reason)
}

// progress draws what is stored, on a terminal.
func (s *storing) progress() func(corpus.Stored) {
	draw := s.app.talk.counting(s.silent)
	if draw == nil {
		return nil
	}
	return func(n corpus.Stored) {
		draw(fmt.Sprintf("%s stored, %d changed", pipeline.Count(uint64(n.New), "article"), n.Changed))
	}
}

func (s *storing) tell(n corpus.Stored) {
	switch {
	case s.silent:
	case terminal(os.Stderr):
		s.app.talk.say("%s stored, %d changed", pipeline.Count(uint64(n.New), "new article"), n.Changed)
	default:
		s.app.talk.numbers(n)
	}
}

// noCorpus makes a wrong --corpus a misuse.
func (a *app) noCorpus(err error) error {
	if errors.Is(err, corpus.ErrNoCorpus) || errors.Is(err, corpus.ErrEmpty) {
		return misused("%v", err)
	}
	return err
}
