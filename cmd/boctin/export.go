package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/export"
	"github.com/boctin/boctin/internal/pipeline"
)

// exporting is one call of export.
type exporting struct {
	app         *app
	dir, format string
	out         string
	bom, quiet  bool
	filter      filterFlags
}

func exportVerb(a *app) *cobra.Command {
	e := &exporting{app: a}
	cmd := &cobra.Command{
		Use:   "export --corpus DIR --format FORMAT",
		Short: "Hand a corpus to other tools: Parquet, CSV, JSON-LD, FollowTheMoney, annotations",
		Long:  exportHelp(),
		Example: `  boctin export --corpus news --format parquet -o news.parquet
  boctin export --corpus news --format csv -o tables.zip --bom
  boctin export --corpus news --format ftm --official "to lam" > to-lam.ftm.json
  boctin export --corpus news --format jsonl --from 2025-01-01 --to 2025-06-30 --site bocongan.gov.vn
  boctin export --corpus news --format brat -o brat/ --agency "Bộ Công an"`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return e.run(cmd.Context()) },
	}
	f := cmd.Flags()
	f.StringVar(&e.dir, "corpus", "", "the corpus `DIR`")
	f.StringVar(&e.format, "format", "", "write `FORMAT`: "+export.FormatNames())
	f.StringVarP(&e.out, "output", "o", "", "write to `PATH`, a file or a folder; it gets its name when it is finished")
	f.StringVar(&e.out, "out", "", "the same as --output")
	f.Lookup("out").Hidden = true
	e.filter.add(cmd)
	f.StringVar(&e.filter.From, "since", "", "the same as --from")
	f.StringVar(&e.filter.To, "until", "", "the same as --to")
	f.Lookup("since").Hidden, f.Lookup("until").Hidden = true, true
	f.BoolVar(&e.bom, "bom", false, "csv: begin with a byte order mark, so that Excel reads Vietnamese")
	f.BoolVarP(&e.quiet, "quiet", "q", false, "no progress and no summary")
	return cmd
}

func exportHelp() string {
	var b strings.Builder
	b.WriteString("Write the newest version of every article of a corpus, with its findings, in a\nformat of another tool:\n\n")
	for _, f := range export.Formats {
		where := "needs -o"
		if f.Piped {
			where = ""
		}
		fmt.Fprintf(&b, "  %-8s %s%s\n", f.Name, f.About, strings.TrimRight("  "+where, " "))
	}
	b.WriteString(`
Officials have the ids of the corpus, in which namesakes are told apart. A filter
given twice takes what either takes; different filters must all fit. The export
shows one moment of the corpus, whoever writes to it meanwhile, and PATH is
replaced only when all is written. docs/export.md says how to open each format.`)
	return b.String()
}

// check refuses flags that make no sense.
func (e *exporting) check() error {
	if err := e.filter.check(); err != nil {
		return err
	}
	switch {
	case e.dir == "":
		return misused("name the corpus directory: --corpus DIR")
	case e.format == "":
		return misused("say --format with one of %s", export.FormatNames())
	case e.bom && e.format != "csv":
		return misused("--bom is for --format csv")
	}
	return nil
}

func (e *exporting) run(ctx context.Context) error {
	if err := e.check(); err != nil {
		return err
	}
	format, err := export.FormatNamed(e.format)
	if err != nil {
		return misused("--format: %v", err)
	}
	if err := spare(e.dir, e.out); err != nil {
		return err
	}
	c, err := e.app.opened(corpus.Open, e.dir)
	if err != nil {
		return e.app.noCorpus(err)
	}
	defer c.Close()
	c.Names.Read = newFinders().read
	x, err := export.Open(export.Options{Format: format, Path: e.out, Stdout: e.app.stdout, BOM: e.bom})
	if errors.Is(err, export.ErrMisuse) {
		return misused("%v", err)
	}
	if err != nil {
		return err
	}
	n, err := e.write(ctx, c, x)
	e.app.talk.progress.end()
	e.app.talk.progress = nil
	if err == nil {
		err = x.Commit()
	}
	if err != nil {
		x.Abort()
		return e.failed(err)
	}
	e.tell(n)
	return nil
}

func (e *exporting) write(ctx context.Context, c *corpus.Corpus, x *export.Export) (n int, err error) {
	draw := e.progress()
	err = c.Articles.Records(ctx, e.filter.Filter, func(r *boctin.Record, all int) error {
		n++
		draw(n, all)
		return x.Write(r)
	})
	return n, err
}

// progress draws how far an export is, on a terminal and once it takes longer
// than two seconds.
func (e *exporting) progress() func(n, all int) {
	begun, last := time.Now(), time.Now()
	var draw func(string)
	return func(n, all int) {
		now := time.Now()
		if now.Sub(begun) < 2*time.Second || now.Sub(last) < 500*time.Millisecond {
			return
		}
		last = now
		if draw == nil {
			if draw = e.app.talk.counting(e.quiet); draw == nil {
				draw = func(string) {}
			}
		}
		draw(fmt.Sprintf("%d of %s, %d %%", n, pipeline.Count(uint64(all), "article"), n*100/max(all, 1)))
	}
}

func (e *exporting) failed(err error) error {
	switch {
	case errors.Is(err, context.Canceled) && e.out == "":
		e.app.talk.say("interrupted: what was written ends with a whole line, but is not all")
		return errFailed
	case errors.Is(err, context.Canceled):
		e.app.talk.say("interrupted: nothing was written, and %s is as it was before", e.out)
		return errFailed
	case errors.Is(err, store.ErrNobody):
		return fmt.Errorf("%w; boctin search --corpus %s WORDS looks in the text", err, e.dir)
	}
	return err
}

func (e *exporting) tell(n int) {
	to := ""
	if e.out != "" {
		to = " in " + e.out
	}
	switch {
	case e.quiet:
	case !terminal(os.Stderr):
		e.app.talk.numbers(map[string]int{"exported": n})
	case n == 0:
		e.app.talk.say("no article fits%s", to)
	default:
		e.app.talk.say("%s%s", pipeline.Count(uint64(n), "article"), to)
	}
}
