package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// batch is one call of a verb that goes through documents.
type batch struct {
	app   *app
	flags batchFlags
	lines bool // documents are JSON lines, not pages
	steps func(*pipeline.Stages) []pipeline.Step
	words *lexicon.Lexicon // of the stages, once they are made
}

// run does the batch.
func (b *batch) run(cmd *cobra.Command, paths []string) error {
	b.app.talk.quiet = b.flags.quiet
	b.flags.named(cmd)
	if err := b.flags.check(paths); err != nil {
		return err
	}
	tune(b.flags.workers)
	stages, err := b.stages()
	if err != nil {
		return err
	}
	options, err := b.flags.inputs(b.app, paths, b.lines)
	if err != nil {
		return err
	}
	inputs := input.New(options)
	if err := b.unharmed(cmd.Context(), inputs); err != nil {
		return err
	}
	sink, format, err := b.flags.sink(b.app, b.command(cmd, paths))
	if err != nil {
		return err
	}
	if sink.After() != nil && b.lines {
		sink.Close()
		return misused("%s has no journal beside it: if it is finished there is nothing to do, else leave out --resume to start over", b.flags.out)
	}
	state := sink.Resumed()
	inputs.Resume, inputs.After = state.Done, sink.After()
	job := &pipeline.Batch{
		Inputs: inputs, Steps: b.steps(stages), Encode: format.Encode, Sink: sink,
		Workers: b.flags.workers, Timeout: b.flags.timeout, Failed: b.app.talk.failed,
		Tally: pipeline.NewTally(state.Done, state.Counts),
	}
	return b.supervise(cmd.Context(), job, sink)
}

// unharmed refuses outputs that would be written over what the batch reads.
func (b *batch) unharmed(ctx context.Context, inputs *input.Set) error {
	f := &b.flags
	written := []input.Written{input.Stream("standard output", b.app.stdout)}
	options := output.Options{Path: f.out, Errors: f.errors}
	if format, err := output.NewFormat(f.format, output.Settings{}); err == nil {
		options.Format = format
	}
	for _, name := range output.Targets(options) {
		written = append(written, input.Target(name))
		for _, folder := range []string{"sites", "lexicon"} {
			if dir := filepath.Join(f.data, folder); f.data != "" && input.Inside(name, dir) {
				return misused("%s would lie among the data files of %s: write it to another folder", name, dir)
			}
		}
	}
	if err := f.replaceable(); err != nil {
		return err
	}
	if err := inputs.Clashes(ctx, written); err != nil {
		return misused("%v", err)
	}
	return nil
}

// replaceable refuses a file of failures that holds something else, where a list on
// standard input may name it later.
func (f *batchFlags) replaceable() error {
	if f.from == "-" && !failures(f.errors) {
		return misused("--errors %s would replace what is in it, which are no failures of boctin: give another name", f.errors)
	}
	return nil
}

// failures tells whether a file holds nothing else than an --errors FILE does.
func failures(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	var first pipeline.Failure
	err = json.NewDecoder(f).Decode(&first)
	return errors.Is(err, io.EOF) || err == nil && first.Kind != ""
}

// memoryGoal is where the garbage collector begins to work harder, in bytes;
// ordinary pages stay far below it.
const memoryGoal = 400 << 20

// tune makes -j mean cores, the collector's work included, and lets the heap
// grow to five times what is in use: a fifth less time on saved pages. GOGC and
// GOMEMLIMIT of the environment win.
func tune(workers int) {
	runtime.GOMAXPROCS(min(workers, runtime.NumCPU()))
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
}

// stages builds what the documents go through.
func (b *batch) stages() (*pipeline.Stages, error) {
	known, err := loadSites(b.flags.data, b.flags.sites)
	if err != nil {
		return nil, err
	}
	if b.words, err = loadLexicon(b.flags.data); err != nil {
		return nil, err
	}
	reader := extract.New(known)
	if !b.lines {
		b.flags.limits.Bytes = int(min(b.flags.maxBytes, math.MaxInt32))
		reader = reader.WithLimits(b.flags.limits)
	}
	return &pipeline.Stages{Extractor: reader, Normalizer: normalize.New(b.words), Limits: b.flags.limits, Date: b.flags.date, Explain: b.flags.explain}, nil
}

// telling are the flags beside --format that change what is written, in the order in
// which a journal has them; --timeout is not among them, which slow machines need longer.
var telling = []string{"bom", "data", "date", "explain", "from", "max-bytes", "max-depth", "max-nodes", "max-text", "pretty", "shard", "sites", "url"}

// command is what makes two calls the same run: the verb, its inputs and all
// flags that change what is written.
func (b *batch) command(cmd *cobra.Command, paths []string) string {
	f := &b.flags
	parts := []string{cmd.Name(), "--format=" + f.format}
	for _, name := range telling {
		if flag := cmd.Flags().Lookup(name); flag != nil && flag.Value.String() != flag.DefValue {
			parts = append(parts, "--"+name+"="+flag.Value.String())
		}
	}
	return strings.Join(append(parts, paths...), " ")
}

// supervise runs the batch, shows how far it is, and says at the end what was done.
func (b *batch) supervise(ctx context.Context, job *pipeline.Batch, sink *output.Sink) error {
	t := b.app.talk
	if !b.flags.quiet && terminal(os.Stderr) {
		t.progress = watch(t.out, job.Tally, job.Inputs, job.Inputs.Total(ctx))
	}
	err := job.Run(ctx)
	t.progress.end()
	t.progress = nil
	switch {
	case errors.Is(err, context.Canceled):
		t.say("%s", interrupted(job, sink))
		return errFailed
	case errors.Is(err, syscall.ENOSPC) && sink.CanResume():
		return fmt.Errorf("%w: make room, and the same command with --resume goes on", err)
	case err != nil:
		return err
	}
	if _, now := job.Tally.Pages(); now == 0 && b.flags.resume {
		t.note("%s", nothingLeft(b.flags.out, sink.After()))
	} else {
		t.note("%s", job.Tally.Summary())
	}
	if passed := job.Inputs.Passed().String(); passed != "" {
		t.note("passed over, as no pages: %s", pipeline.Printable(passed))
	}
	if job.Tally.Failed() > 0 {
		return errFailed
	}
	return nil
}

// nothingLeft says that a run was finished already, and what it ended with:
// pages that come before that are taken for done.
func nothingLeft(out string, last *boctin.Source) string {
	if last == nil {
		return "nothing left to do: " + out + " is finished"
	}
	return "nothing left to do: " + out + " ends with " + pipeline.Printable(last.Path) + ", and nothing comes after that"
}

// interrupted says what stands and how to go on.
func interrupted(job *pipeline.Batch, sink *output.Sink) string {
	pages, _ := job.Tally.Pages()
	s := "interrupted after " + pipeline.Count(pages, "page")
	if sink.CanResume() {
		return s + ": they stand in " + sink.Partial() + "; the same command with --resume goes on from there"
	}
	if sink.Partial() != "" && pages > 0 {
		return s + ": what is done stands in " + sink.Partial() + ", and cannot be gone on with; jsonl, and csv into a folder, can"
	}
	return s + ": what was written are whole records; -o FILE with --resume can go on after an interruption"
}
