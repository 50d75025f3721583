package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/normalize"
)

// renewing is one call of renormalize.
type renewing struct {
	app        *app
	dir, data  string
	all, quiet bool
}

func renormalizeVerb(a *app) *cobra.Command {
	r := &renewing{app: a}
	cmd := &cobra.Command{
		Use:   "renormalize --corpus DIR",
		Short: "Find dates, officials and agencies of a corpus anew, after a change of the lexicon",
		Long: `Find anew what the stored articles say, without reading a page again: those that
were read with other words or rules than the present ones. boctin diff then says
what changed. Interrupted, the same command without --all goes on.`,
		Example: `  boctin renormalize --corpus news --data my-words/
  boctin diff --corpus news`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return r.run(cmd.Context()) },
	}
	f := cmd.Flags()
	f.StringVar(&r.dir, "corpus", "", "the corpus `DIR`")
	f.StringVar(&r.data, "data", "", "lay lexicon files of `DIR`/lexicon over the built-in ones; give it to refresh too")
	f.BoolVar(&r.all, "all", false, "also articles that were read with these words and rules")
	f.BoolVarP(&r.quiet, "quiet", "q", false, "tell failures alone")
	return cmd
}

func (r *renewing) run(ctx context.Context) error {
	if r.dir == "" {
		return misused("name the corpus directory: --corpus DIR")
	}
	words, err := loadLexicon(r.data)
	if err != nil {
		return err
	}
	c, err := r.app.opened(corpus.Open, r.dir)
	if err != nil {
		return r.app.noCorpus(err)
	}
	defer c.Close()
	if err := identify(c, words, r.data); err != nil {
		return err
	}
	said, err := labels.Read(r.data)
	if err != nil {
		return err
	}
	stages := &pipeline.Stages{Normalizer: normalize.New(words)}
	if len(said.IDs()) > 0 {
		stages.Labels = said.Lay
	}
	draw := r.app.talk.counting(r.quiet)
	done, err := c.Storing.Renormalize(ctx, storing.Renewing{Stages: stages, Labelled: said.IDs(),
		Lexicon: storing.Version(words, buildVersion()), All: r.all, Workers: runtime.NumCPU(), Progress: renewedOf(draw), Step: stepOf(draw, together)})
	r.app.talk.progress.end()
	r.app.talk.progress = nil
	if !r.quiet {
		r.tell(done)
	}
	if errors.Is(err, context.Canceled) {
		r.app.talk.say("interrupted: what is done stays; the same command without --all goes on from here")
		return errFailed
	}
	return err
}

func renewedOf(draw func(string)) func(storing.Renewed) {
	if draw == nil {
		return nil
	}
	return func(n storing.Renewed) {
		draw(fmt.Sprintf("%s read anew, %d changed", pipeline.Count(uint64(n.Articles), "article"), n.Changed))
	}
}

func (r *renewing) tell(n storing.Renewed) {
	if !terminal(os.Stderr) {
		r.app.talk.numbers(n)
		return
	}
	r.app.talk.say("%s read anew, findings of %d changed: boctin diff --corpus %s lists them", pipeline.Count(uint64(n.Articles), "article"), n.Changed, r.dir)
}
