package beam

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// Summary is what a job has done, by the counters that its runner kept.
type Summary struct {
	Took   time.Duration
	Counts map[string]int64 // pages, articles, failed/KIND, sites, posts, stories, events
}

// Run does the job on the runner that the flag --runner names. The output must
// hold no parts of another job.
func Run(ctx context.Context, o Options, shards []Shard) (Summary, error) {
	if err := o.Check(); err != nil {
		return Summary{}, err
	}
	if err := fresh(ctx, &o, len(shards)); err != nil {
		return Summary{}, err
	}
	begun := time.Now()
	pipeline, scope := sdk.NewPipelineWithRoot()
	Build(scope, o, shards)
	result, err := beamx.RunWithMetrics(ctx, pipeline)
	if err != nil {
		return Summary{}, err
	}
	s := Summary{Took: time.Since(begun), Counts: map[string]int64{}}
	if *jobopts.Async { // it has only begun: no counters yet, and files in the making
		return s, nil
	}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == namespace {
			s.Counts[c.Name()] += c.Result()
		}
	}
	return s, cleanUp(ctx, o.Output)
}

// Failed tells how many pages gave no record.
func (s *Summary) Failed() int64 { return s.Counts["pages"] - s.Counts["articles"] }

// String is the summary as one line for people.
func (s *Summary) String() string {
	if len(s.Counts) == 0 {
		return "the job is handed over: its runner tells how far it is"
	}
	var failed []string
	for _, name := range slices.Sorted(maps.Keys(s.Counts)) {
		if kind, ok := strings.CutPrefix(name, "failed/"); ok {
			failed = append(failed, fmt.Sprintf("%s %d", kind, s.Counts[name]))
		}
	}
	line := fmt.Sprintf("%d pages, %d articles", s.Counts["pages"], s.Counts["articles"])
	if len(failed) > 0 {
		line += fmt.Sprintf(", %d failed (%s)", s.Failed(), strings.Join(failed, ", "))
	}
	return line + fmt.Sprintf(", %d sites, %d posts, %d stories, %d events in %.1f s", s.Counts["sites"], s.Counts["posts"], s.Counts["stories"], s.Counts["events"], s.Took.Seconds())
}

// names are those of all parts of a job.
func names(o *Options, shards int) map[string]bool {
	all := map[string]bool{partName("sites", 0, 1, "jsonl"): true}
	for i := range shards {
		all[partName("failures", i, shards, "jsonl")] = true
		for _, f := range o.Formats {
			all[partName("records", i, shards, f)] = true
		}
	}
	for i := range o.Parts {
		for kind, wanted := range map[string]bool{"posts": o.Posts, "stories": o.Stories, "events": o.Events} {
			if wanted {
				all[partName(kind, i, o.Parts, "jsonl")] = true
			}
		}
	}
	return all
}

// fresh refuses an output in which parts of another job would stay between
// those of this one.
func fresh(ctx context.Context, o *Options, shards int) error {
	store, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer store.Close()
	found, err := store.List(ctx, join(o.Output, "*-of-*"))
	if err != nil {
		return fmt.Errorf("%s: %w", o.Output, err)
	}
	wanted := names(o, shards)
	for _, name := range found {
		if !wanted[path.Base(name)] {
			return fmt.Errorf("%s is of another job than this one of %d shards: remove it and its like, or name another --output", name, shards)
		}
	}
	return nil
}

// cleanUp takes away what attempts left that were given up.
func cleanUp(ctx context.Context, output string) error {
	store, err := filesystem.New(ctx, output)
	if err != nil {
		return err
	}
	defer store.Close()
	left, err := store.List(ctx, join(output, tempFolder, "*"))
	if err != nil {
		return err
	}
	if r, ok := store.(filesystem.Remover); ok {
		for _, name := range left {
			if err := r.Remove(ctx, name); err != nil {
				return err
			}
		}
	}
	os.Remove(join(output, tempFolder)) // where it is a directory
	return nil
}
