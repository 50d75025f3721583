package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/column"
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
	if !q.json {
		q.out = &placing{out, func(digest string) string { return fileOf(cmd.Context(), c, digest) }}
	}
	return errors.Join(ask(cmd.Context(), c), out.Flush())
}

// placing writes for the eye: where the digest of a page stands that has no address, the file it
// was read from.
type placing struct {
	to   io.Writer
	file func(digest string) string // "" where none is known
}

// digests are what stands for the address of a page that has none.
var digests = regexp.MustCompile(column.Digested + `[0-9a-f]{64}`)

func (p *placing) Write(text []byte) (int, error) {
	said := text
	if bytes.Contains(text, []byte(column.Digested)) {
		said = digests.ReplaceAllFunc(text, func(digest []byte) []byte { return []byte(cmp.Or(p.file(string(digest)), string(digest))) })
	}
	if _, err := p.to.Write(said); err != nil {
		return 0, err
	}
	return len(text), nil
}

// fileOf gives the file that an article was read from.
func fileOf(ctx context.Context, c *corpus.Corpus, url string) string {
	a, err := c.Articles.Article(ctx, url)
	if err != nil {
		return ""
	}
	return a.Record.Source.Path
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
	if err := misdated(f.From, f.To); err != nil {
		return err
	}
	if err := uncoded(f.Countries...); err != nil {
		return err
	}
	if slices.ContainsFunc(slices.Concat(f.Sites, f.Officials, f.Agencies, f.Kinds, f.Countries, f.Places), func(s string) bool { return strings.TrimSpace(s) == "" }) {
		return misused("--site, --official, --agency, --kind, --country and --place need a value")
	}
	return nil
}

// misdated finds fault with the days of --from and --to.
func misdated(from, to string) error {
	for flag, day := range map[string]string{"from": from, "to": to} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return misused("--%s %q is no day: write it as 2025-08-17", flag, day)
		}
	}
	if from != "" && to != "" && to < from {
		return misused("--to %s is before --from %s", to, from)
	}
	return nil
}

// countryCode is how countries are written; INT stands for what serves several.
var countryCode = regexp.MustCompile(`^(?i:[a-z]{2}|int)$`)

// uncoded finds fault with a country that is written as a name.
func uncoded(countries ...string) error {
	for _, code := range countries {
		if !countryCode.MatchString(strings.TrimSpace(code)) && strings.TrimSpace(code) != "" {
			return misused("--country %s is no code: write two letters, as VN or CN, or INT", code)
		}
	}
	return nil
}

// miskinded finds fault with the kinds of events.
func miskinded(kinds []string) error {
	for _, k := range kinds {
		if !slices.Contains(lexicon.EventKinds, k) {
			return misused("--kind %s is no kind of event: write one of %s", k, strings.Join(lexicon.EventKinds, ", "))
		}
	}
	return nil
}

// line prints one JSON object.
func (q *asking) line(v any) error {
	enc := json.NewEncoder(q.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
