package review

import (
	"context"
	"errors"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/pipeline"
)

// Effect is what a correction would change in the corpus.
type Effect struct {
	Articles int                 `json:"articles"` // that would change, of those that were read
	Read     int                 `json:"read"`     // articles that were tried
	Of       int                 `json:"of"`       // articles that may change: they hold the words, or are of the site
	Examples []Example           `json:"examples,omitempty"`
	Persons  *persons.Regrouping `json:"persons,omitempty"`
}

// Complete tells whether all were read that may change.
func (e *Effect) Complete() bool { return e.Read >= e.Of }

// Example is one article that would change.
type Example struct {
	URL         string                `json:"url"`
	Published   string                `json:"published,omitempty"`
	Title       string                `json:"title"`
	Differences []articles.Difference `json:"differences"`
}

// Bounds of a dry run.
const (
	mostExamples = 5
	mostTried    = 5000
	EffectTime   = 8 * time.Second // after which it tells what it knows
)

// errEnough ends a dry run whose time is up.
var errEnough = errors.New("the time is up")

// Effect tells what a plan would change, and writes nothing. It stops after EffectTime,
// or where ctx ends, with what it knows; progress, which may be nil, is told how many
// of how many articles were read.
func (o *Overlay) Effect(ctx context.Context, p *Plan, progress func(read, of int)) (e Effect, err error) {
	if o.Corpus == nil {
		return e, nil
	}
	if len(p.touched.Persons) > 0 {
		groups, err := o.Corpus.Persons.Regroup(ctx, p.touched.Persons, p.next.people)
		e.Persons = &groups
		return e, err
	}
	rows, all, err := o.rows(ctx, &p.touched, mostTried)
	if err != nil {
		return e, err
	}
	e.Of = all
	before, after := p.base.stages.Normalize, p.next.stages.Normalize
	if p.touched.Site != "" {
		before, after = o.rereading(ctx, p.base.stages), o.rereading(ctx, p.next.stages)
	}
	until := time.Now().Add(EffectTime)
	err = o.Corpus.Articles.Try(ctx, rows, before, after, func(t articles.Tried) error {
		e.take(&t)
		if progress != nil {
			progress(e.Read, e.Of)
		}
		if time.Now().After(until) {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return e, err
}

func (e *Effect) take(t *articles.Tried) {
	e.Read++
	if len(t.Differences) == 0 {
		return
	}
	e.Articles++
	if len(e.Examples) < mostExamples {
		e.Examples = append(e.Examples, Example{t.URL, t.Published, t.Record.Title, t.Differences})
	}
}

// rows gives the articles that a change may touch, and how many there are in all.
func (o *Overlay) rows(ctx context.Context, t *touched, most int) (rows []int64, all int, err error) {
	switch {
	case t.Article != "":
		a, err := o.Corpus.Articles.Article(ctx, t.Article)
		var unknown *store.Unknown
		if errors.As(err, &unknown) {
			return nil, 0, nil
		}
		if err != nil {
			return nil, 0, err
		}
		return []int64{a.Row}, 1, nil
	case t.Site != "":
		return o.Corpus.Articles.OfSite(ctx, t.Site, most)
	}
	return o.Corpus.Articles.Holding(ctx, t.Phrases, most)
}

// rereading reads the page of an article anew; where none is kept, the article.
func (o *Overlay) rereading(ctx context.Context, s *pipeline.Stages) pipeline.Stage {
	return func(p *boctin.Page) (boctin.Record, error) {
		page, err := o.Corpus.Pages.Page(ctx, p.URL)
		if err != nil {
			return s.Normalize(p)
		}
		r, err := s.Run(page)
		if err != nil { // by these selectors there is no article
			return boctin.Record{Article: boctin.Article{Schema: boctin.Schema, URL: p.URL}}, nil
		}
		return r, nil
	}
}
