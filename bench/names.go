package main

import (
	"context"
	"time"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// found are the columns of articles saved as text: what is named in them.
var found = []column{{"dates", "dates F1"}, {"officials", "officials"}, {"official_country", "country"}, {"ranks", "ranks"}, {"posts", "posts"}, {"agencies", "agencies"}}

// texts measures what we find in articles saved as text.
func (s *labelled) texts() (figures, float64, error) {
	known, err := sites.Load(nil)
	if err != nil {
		return figures{}, 0, err
	}
	lex, err := lexicon.Load(nil)
	if err != nil {
		return figures{}, 0, err
	}
	stages := &pipeline.Stages{Extractor: extract.New(known), Normalizer: normalize.New(lex)}
	best := time.Duration(0)
	var find score.Find
	for range 3 {
		t := time.Now()
		find = score.Run(context.Background(), []*score.Set{s.Set}, stages.Run, nil)
		if took := time.Since(t); best == 0 || took < best {
			best = took
		}
	}
	return s.figures(find), best.Seconds() * 1000 / float64(len(s.Golds)), nil
}
