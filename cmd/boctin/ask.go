package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// asking is one call of a verb that asks a corpus.
type asking struct {
	app  *app
	dir  string
	json bool
	out  io.Writer
}

func (q *asking) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.dir, "corpus", "", "the corpus `DIR`")
	cmd.Flags().BoolVar(&q.json, "json", false, "print JSON lines")
}

// with opens the corpus, asks it, and closes it.
func (q *asking) with(cmd *cobra.Command, ask func(context.Context, *corpus.Corpus) error) error {
	if q.dir == "" {
		return misused("name the corpus directory: --corpus DIR")
	}
	tune(runtime.NumCPU())
	c, err := q.app.opened(corpus.Ask, q.dir)
	if err != nil {
		return q.app.noCorpus(err)
	}
	defer c.Close()
	c.Names.Read = newFinders().read
	out := bufio.NewWriterSize(&harmlessWriter{to: q.app.stdout}, 1<<16)
	q.out = out
	return errors.Join(ask(cmd.Context(), c), out.Flush())
}

// finders are what reads a name that nobody bears as it stands: they are made
// only when they are needed, which takes a tenth of a second.
type finders struct{ made func() *normalize.Normalizer }

func newFinders() finders {
	return finders{sync.OnceValue(func() *normalize.Normalizer {
		words, err := lexicon.Load(nil)
		if err != nil {
			return nil // the tests of the lexicon say why
		}
		return normalize.New(words)
	})}
}

func (f finders) read(a boctin.Article) boctin.Record {
	if n := f.made(); n != nil {
		return n.Record(a)
	}
	return boctin.Record{}
}

// nobody says that a name is not in the corpus; other errors stay.
func (q *asking) nobody(err error) error {
	var unknown *store.Unknown
	if !errors.As(err, &unknown) {
		return err
	}
	if len(unknown.Near) > 0 {
		q.app.talk.say("no %s is named %s; did you mean %s?", unknown.What, unknown.Name, strings.Join(unknown.Near, ", "))
		return nil
	}
	q.app.talk.say("no %s is named %s; boctin search --corpus %s %s looks in the text", unknown.What, unknown.Name, q.dir, unknown.Name)
	return nil
}

// filterFlags are the flags that pick articles, alike for all verbs.
type filterFlags struct{ named.Filter }

func (f *filterFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.From, "from", "", "articles published on `DATE` or later, YYYY-MM-DD")
	flags.StringVar(&f.To, "to", "", "articles published on `DATE` or earlier")
	flags.StringArrayVar(&f.Sites, "site", nil, "articles of `HOST`")
	flags.StringArrayVar(&f.Officials, "official", nil, "articles that name the official `NAME`, however it is written, or an id such as vn/to-lam")
	flags.StringArrayVar(&f.Agencies, "agency", nil, "articles that name the agency `NAME`, or an id such as vn/bo-cong-an")
	flags.StringArrayVar(&f.Kinds, "kind", nil, "articles that name an agency of the `KIND`, as ministry")
	flags.StringArrayVar(&f.Countries, "country", nil, "articles that name an official or agency of a country, `CODE` as VN, CN, INT")
	flags.StringArrayVar(&f.Places, "place", nil, "articles that name the `PLACE`")
}

// check refuses values that make no sense.
func (f *filterFlags) check() error {
	for flag, day := range map[string]string{"from": f.From, "to": f.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return misused("--%s %q is no day: write it as 2025-08-17", flag, day)
		}
	}
	if f.From != "" && f.To != "" && f.To < f.From {
		return misused("--to %s is before --from %s", f.To, f.From)
	}
	if slices.ContainsFunc(slices.Concat(f.Sites, f.Officials, f.Agencies, f.Kinds, f.Countries, f.Places), func(s string) bool { return strings.TrimSpace(s) == "" }) {
		return misused("--site, --official, --agency, --kind, --country and --place need a value")
	}
	return nil
}

// line prints one JSON object.
func (q *asking) line(v any) error {
	enc := json.NewEncoder(q.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
