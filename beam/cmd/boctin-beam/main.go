// Command boctin-beam reads web archives into records on Apache Beam: in this
// process by default, or on the Flink, Spark, Dataflow or Prism that its flags name.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"github.com/boctin/boctin/beam"
)

const usage = `boctin-beam reads web archives (WARC) into records on Apache Beam.

  boctin-beam --output out 'warc/*.warc.gz'                     on this machine
  boctin-beam --output gs://bucket/out --runner dataflow --project P --region R \
      --staging_location gs://bucket/staging 'gs://bucket/warc/*.warc.gz'
  boctin-beam --output /shared/out --runner universal --endpoint localhost:8073 \
      --environment_type LOOPBACK '/shared/warc/*.warc.gz'

For every shard: records-I-of-N.jsonl and .parquet, failures-I-of-N.jsonl. Over all:
posts-*.jsonl, stories-*.jsonl, events-*.jsonl, sites-*.jsonl. A rerun overwrites the same names.
Exit status: 0 all done, 1 something failed (see the failures), 2 misused.

Flags of boctin-beam:
`

// own are the flags of this program; all others belong to the runners.
var own = map[string]bool{}

type call struct {
	o                   beam.Options
	format, from, sites string
	noPosts, noStories  bool
	noEvents            bool
	quiet               bool
	verbose             bool
}

func (c *call) flags() {
	before := map[string]bool{}
	flag.VisitAll(func(f *flag.Flag) { before[f.Name] = true })
	flag.StringVar(&c.o.Output, "output", "", "write into `DIR`, or under gs:// or s3://")
	flag.StringVar(&c.format, "format", "jsonl,parquet", "of the records: jsonl, parquet or both")
	flag.StringVar(&c.from, "from", "", "take shards from `LIST`, one a line; - is standard input")
	flag.BoolVar(&c.noPosts, "no-posts", false, "leave out the posts of officials with first and last seen")
	flag.BoolVar(&c.noStories, "no-stories", false, "leave out the articles that print one text")
	flag.BoolVar(&c.noEvents, "no-events", false, "leave out the events of the world with the articles that tell each")
	flag.IntVar(&c.o.Parts, "parts", 16, "files that posts, stories and events are parted into, `N`")
	flag.StringVar(&c.o.Data, "data", "", "lay site and lexicon files of `DIR`/sites and DIR/lexicon over the built-in ones; on every worker")
	flag.StringVar(&c.o.Date, "date", "", "date of documents that print none, as `YYYY-MM-DD`")
	flag.StringVar(&c.sites, "sites", "", "none: the generic reader alone, without site profiles")
	flag.IntVar(&c.o.Jobs, "jobs", 0, "cores that a worker process uses, `N`; 0: all")
	flag.Int64Var(&c.o.MaxBytes, "max-bytes", 16<<20, "give up a document of more than `N` bytes, decompressed")
	flag.DurationVar(&c.o.Timeout, "timeout", 10*time.Second, "give up a document that takes longer than `TIME`; 0: never")
	flag.BoolVar(&c.quiet, "quiet", false, "no summary")
	flag.BoolVar(&c.verbose, "verbose", false, "let Beam tell what it does")
	flag.VisitAll(func(f *flag.Flag) { own[f.Name] = !before[f.Name] })
	flag.Usage = help
}

func help() {
	out := flag.CommandLine.Output()
	fmt.Fprint(out, usage)
	print := func(mine bool) {
		set := flag.NewFlagSet("", flag.ContinueOnError)
		set.SetOutput(out)
		flag.VisitAll(func(f *flag.Flag) {
			if own[f.Name] == mine {
				set.Var(f.Value, f.Name, f.Usage)
			}
		})
		set.PrintDefaults()
	}
	print(true)
	fmt.Fprintln(out, "\nFlags of the runners:")
	print(false)
}

func main() {
	var c call
	c.flags()
	flag.Parse()
	log.LogLevel = "warn"
	if c.verbose {
		log.LogLevel = "info"
	}
	sdk.Init() // does not come back where this process is a worker
	os.Exit(c.run(flag.Args()))
}

func (c *call) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	tune(c.noPosts && c.noStories && c.noEvents)
	shards, err := c.shards(ctx, args)
	if err == nil {
		err = c.o.Check()
	}
	if err != nil {
		say("%v", err)
		return 2
	}
	done, err := beam.Run(ctx, c.o, shards)
	if err != nil {
		say("%v", err)
		return 1
	}
	if !c.quiet {
		say("%s", done.String())
	}
	if done.Failed() > 0 {
		return 1
	}
	return 0
}

// tune lets the heap grow to five times what is in use, as boctin run does, or
// to three times where Prism holds what the steps over all articles need.
func tune(alone bool) {
	percent := 200
	if alone {
		percent = 400
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "boctin-beam: "+format+"\n", args...) }

func (c *call) shards(ctx context.Context, args []string) ([]beam.Shard, error) {
	if c.sites != "" && c.sites != "none" {
		return nil, fmt.Errorf("--sites %s: only none is known; --data DIR adds site files", c.sites)
	}
	c.o.Formats = strings.Split(c.format, ",")
	c.o.Generic, c.o.Posts, c.o.Stories, c.o.Events = c.sites == "none", !c.noPosts, !c.noStories, !c.noEvents
	list, err := c.list()
	if err != nil {
		return nil, err
	}
	return beam.Shards(ctx, args, list)
}

func (c *call) list() (io.Reader, error) {
	switch c.from {
	case "":
		return nil, nil
	case "-":
		return os.Stdin, nil
	}
	return os.Open(c.from)
}
