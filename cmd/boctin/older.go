package main

import (
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/pipeline"
)

// opened opens a corpus by one of the ways of package corpus, and says so where an
// older boctin wrote it, which takes its time.
func (a *app) opened(open func(string, ...store.Step) (*corpus.Corpus, error), dir string) (*corpus.Corpus, error) {
	told := false
	var draw func(string)
	c, err := open(dir, func(done int, what string) {
		if !told {
			told = true
			a.talk.note("an older boctin wrote %s: it is brought up to date; broken off, that goes on the next time", dir)
			draw = a.talk.counting(a.talk.quiet)
		}
		if draw != nil {
			draw(pipeline.Count(uint64(done), what) + " brought up to date")
		}
	})
	if draw != nil {
		a.talk.progress.end()
		a.talk.progress = nil
	}
	return c, err
}
