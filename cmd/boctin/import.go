package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/internal/corpus"
	importer "github.com/boctin/boctin/internal/corpus/import"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize/lexicon"
)

// importing is one call of import.
type importing struct {
	app           *app
	flags         batchFlags
	dir           string
	columns       map[string]string
	link, again   bool
	dropBytes     bool
	inputs        *input.Set
	words         *lexicon.Lexicon
	drawn, begun  time.Time
	errors        *os.File
	wroteFailures error
}

func importVerb(a *app) *cobra.Command {
	i := &importing{app: a}
	cmd := &cobra.Command{
		Use:   "import --corpus DIR PATH...",
		Short: "Store saved pages, archives and lists of articles in a corpus",
		Long: `Store documents in a corpus directory, which is made where there is none. PATH is
what boctin run reads: saved pages, archives, directories; or a list of articles:

  .jsonl .ndjson .json   articles or records of boctin, or of another tool with
                         title, text, url, date
  .csv .tsv              a table with a header; --columns title=HEADING,... where
                         its headings are not known
  .rss .atom .xml        a feed: each item is an article with what the feed gives;
                         the full page, once it is imported, takes its place

The same command again stores only what is new or changed; an article that
changed is kept as a further version. Killed at any moment, it loses nothing.
The bytes of each document are kept in warc/ of the corpus. A document that cannot
be read gives one line, and exit status 1.`,
		Example: `  boctin import --corpus mine saved-pages/
  boctin import --corpus mine articles.jsonl feed.rss table.csv --columns text=content
  boctin import --corpus mine --link /archive/2024.warc.gz
  boctin who --corpus mine "Lương Tam Quang"`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := needPaths(cmd, &i.flags, paths); err != nil {
				return err
			}
			return i.run(cmd.Context(), paths)
		},
	}
	i.define(cmd)
	return cmd
}

func (i *importing) define(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&i.dir, "corpus", "", "the corpus `DIR`; made when it is not there")
	f.StringToStringVar(&i.columns, "columns", nil, "`PART=NAME` where a list has a part of the article under a name of its own; parts are url, title, text, html, summary, date, modified, authors, section, tags")
	f.Lookup("columns").DefValue = ""
	f.BoolVar(&i.dropBytes, "no-keep", false, "do not keep the bytes of the documents in warc/")
	f.BoolVar(&i.link, "link", false, "of WARC files, only note where each page stands; the files have to stay where they are")
	f.BoolVar(&i.again, "again", false, "read also what was imported before and did not change")
	f.StringVar(&i.flags.errors, "errors", "", "write one JSON line a failure to `FILE`")
	i.flags.addReading(cmd)
	i.flags.addPages(cmd)
}

func (i *importing) run(ctx context.Context, paths []string) error {
	i.app.talk.quiet = i.flags.quiet
	o, err := i.options(paths)
	if err != nil {
		return err
	}
	if err := i.spared(ctx, &o.Inputs); err != nil {
		return err
	}
	tune(i.flags.workers)
	c, err := i.app.opened(corpus.Make, i.dir)
	if err != nil {
		return err
	}
	defer c.Close()
	held, err := i.alone()
	if err != nil {
		return err
	}
	defer held.Close()
	if err := identify(c, i.words, i.flags.data); err != nil {
		return err
	}
	if i.flags.errors != "" {
		if i.errors, err = os.Create(i.flags.errors); err != nil {
			return err
		}
		defer i.errors.Close()
	}
	return i.importAll(ctx, c, o)
}

// spared refuses a file of failures that would be written over what is read or kept.
func (i *importing) spared(ctx context.Context, o *input.Options) error {
	if i.flags.errors == "" {
		return nil
	}
	if err := spare(i.dir, i.flags.errors); err != nil {
		return err
	}
	if err := i.flags.replaceable(); err != nil {
		return err
	}
	inputs := input.New(*o)
	if err := inputs.Clashes(ctx, []input.Written{input.Target(i.flags.errors)}); err != nil {
		return misused("%v", err)
	}
	o.Never = inputs.Never
	return nil
}

func (i *importing) importAll(ctx context.Context, c *corpus.Corpus, o importer.Options) error {
	draw := i.app.talk.counting(i.flags.quiet)
	o.Step = stepOf(draw, together)
	total := func() int64 { return 0 }
	if draw != nil {
		i.begun = time.Now()
		o.Progress = func(n importer.Counts) { i.draw(draw, n, total()) }
	}
	done, err := importer.Run(ctx, c, func(in input.Options) *input.Set {
		i.inputs = input.New(in)
		if draw != nil {
			total = i.inputs.Total(ctx)
		}
		return i.inputs
	}, o)
	i.app.talk.progress.end()
	i.app.talk.progress = nil
	return i.tell(done, err)
}

// options is what is to be imported, and how.
func (i *importing) options(paths []string) (o importer.Options, err error) {
	if i.dir == "" {
		return o, misused("name the corpus directory: --corpus DIR")
	}
	if err := i.flags.check(paths); err != nil {
		return o, err
	}
	if o.Fields, err = importer.NewFields(i.columns); err != nil {
		return o, misused("--columns: %v", err)
	}
	if o.Inputs, err = i.flags.inputs(i.app, paths, false); err != nil {
		return o, err
	}
	b := &batch{app: i.app, flags: i.flags}
	if o.Stages, err = b.stages(); err != nil {
		return o, err
	}
	if o.Stages.Labels, err = labelsOf(i.flags.data); err != nil {
		return o, err
	}
	i.words = b.words
	o.Lexicon, o.Reader = storing.Version(i.words, buildVersion()), i.reader()
	o.Software = "boctin/" + strings.Trim(buildVersion(), "()")
	o.Keep, o.Link, o.Again = !i.dropBytes, i.link, i.again
	o.Workers, o.Timeout = i.flags.workers, i.flags.timeout
	o.Failed = i.failed
	o.Notice = func(what string) { i.app.talk.say("%s", what) }
	return o, nil
}

// reader names all that changes what is read of the same bytes.
func (i *importing) reader() string {
	parts := []string{buildVersion()}
	for name, value := range i.columns {
		parts = append(parts, name+"="+value)
	}
	for name, value := range map[string]string{"date": i.flags.date, "url": i.flags.url, "sites": i.flags.sites, "data": i.flags.data} {
		if value != "" {
			parts = append(parts, "--"+name+"="+value)
		}
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, " ")
}

// alone takes the corpus for this import: one at a time writes into its WARC file.
func (i *importing) alone() (*os.File, error) {
	name := filepath.Join(i.dir, "import.lock")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := lock.Take(f, name); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: another import is at work in it: wait for its end", i.dir)
	}
	return f, nil
}

func (i *importing) failed(f pipeline.Failure) {
	i.app.talk.failed(f)
	if i.errors != nil {
		_, err := i.errors.Write(f.JSON())
		i.wroteFailures = errors.Join(i.wroteFailures, err)
	}
}

// draw shows twice a second how far the import is.
func (i *importing) draw(show func(string), n importer.Counts, total int64) {
	now := time.Now()
	if now.Sub(i.drawn) < 500*time.Millisecond {
		return
	}
	i.drawn = now
	spent := now.Sub(i.begun)
	s := fmt.Sprintf("%s, %.0f a second, %d stored", pipeline.Count(uint64(n.Documents), "document"), float64(n.Documents)/spent.Seconds(), n.New+n.Changed)
	if n.Failed > 0 {
		s += fmt.Sprintf(", %d failed", n.Failed)
	}
	show(s + left(i.inputs.BytesRead(), total, spent))
}

// left says how much of the work is done, and how long the rest takes.
func left(read, total int64, spent time.Duration) string {
	if total <= 0 || read <= 0 || read > total {
		return ""
	}
	rest := time.Duration(float64(spent) * float64(total-read) / float64(read))
	return fmt.Sprintf(", %d %%, %v left", read*100/total, rest.Round(time.Second))
}

// tell says what was stored.
func (i *importing) tell(n importer.Counts, err error) error {
	t := i.app.talk
	switch {
	case i.flags.quiet:
	case terminal(os.Stderr):
		t.say("%s: %d new, %d changed, %d as before, %d failed", pipeline.Count(uint64(n.Documents), "document"), n.New, n.Changed, n.Known+n.Same, n.Failed)
	default:
		t.numbers(n)
	}
	switch err = errors.Join(err, i.wroteFailures); {
	case errors.Is(err, context.Canceled):
		t.say("interrupted: what is stored stays, and the same command goes on from here")
		return errFailed
	case err == nil && n.Failed > 0:
		return errFailed
	}
	return err
}
