package beam

import (
	"context"
	"io"
	"sync"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/export"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
	"github.com/boctin/boctin/internal/pipeline"
)

// namespace is that of the counters.
const namespace = "boctin"

// ReadFn reads a shard and writes its records and dead letters. What it hands on
// is what the steps over all articles need, and the articles of each site.
type ReadFn struct{ Options Options }

// Setup builds the reader and finders, once in a process.
func (f *ReadFn) Setup() error {
	_, err := here.prepare(&f.Options)
	return err
}

// ProcessElement reads one shard. It fails only where the output cannot be
// written: a shard that cannot be read is a dead letter.
func (f *ReadFn) ProcessElement(ctx context.Context, shard Shard, page func(string, Page), site func(string, int)) error {
	here.turn.Lock()
	defer here.turn.Unlock()
	stages, err := here.prepare(&f.Options)
	if err != nil {
		return err
	}
	out, err := f.open(ctx, shard)
	if err != nil {
		return err
	}
	defer out.discard()
	read := reading{f: f, shard: shard, stages: stages, out: out, page: page, sites: map[string]int{}, failed: map[input.Kind]int64{}}
	if err := read.run(ctx); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	for name, n := range read.sites {
		site(name, n)
	}
	read.count(ctx)
	return nil
}

// outputs are the files of one shard.
type outputs struct {
	lines, table, failures *file // lines or table is nil where it is not wanted
	parquet                *export.Parquet
}

func (f *ReadFn) open(ctx context.Context, s Shard) (out *outputs, err error) {
	out = &outputs{}
	begin := func(kind, ending string) *file {
		if err != nil {
			return nil
		}
		var made *file
		made, err = create(ctx, f.Options.Output, partName(kind, s.Index, s.Count, ending))
		return made
	}
	out.failures = begin("failures", "jsonl")
	if f.Options.writes(JSONLines) {
		out.lines = begin("records", "jsonl")
	}
	if f.Options.writes(Parquet) {
		out.table = begin("records", "parquet")
	}
	if err != nil {
		out.discard()
		return nil, err
	}
	if out.table != nil {
		out.parquet = export.NewParquet(out.table)
	}
	return out, nil
}

func (o *outputs) files() []*file { return []*file{o.lines, o.table, o.failures} }

func (o *outputs) commit() error {
	if o.parquet != nil {
		if err := o.parquet.Close(); err != nil {
			return err
		}
	}
	for _, f := range o.files() {
		if f == nil {
			continue
		}
		if err := f.commit(); err != nil {
			return err
		}
	}
	return nil
}

func (o *outputs) discard() {
	for _, f := range o.files() {
		f.discard()
	}
}

// reading is one pass over a shard.
type reading struct {
	f      *ReadFn
	shard  Shard
	stages *pipeline.Stages
	out    *outputs
	page   func(string, Page)
	pages  sync.Map // *boctin.Record to Page, made by the workers until the writer comes to it

	sites    map[string]int
	articles int64
	failed   map[input.Kind]int64
	broken   error // of the file of dead letters
}

func (r *reading) run(ctx context.Context) error {
	o := &r.f.Options
	format, err := output.NewFormat(JSONLines, output.Settings{})
	if err != nil {
		return err
	}
	to := io.Writer(io.Discard)
	if r.out.lines != nil {
		to = r.out.lines
	}
	sink, err := output.Open(output.Options{Stdout: to, Format: format})
	if err != nil {
		return err
	}
	batch := &pipeline.Batch{
		Inputs: input.New(input.Options{Paths: []string{r.shard.Path}, MaxBytes: o.MaxBytes, Open: opener(ctx, r.shard.Path)}),
		Steps:  []pipeline.Step{r.stages.Read, r.find}, Encode: r.encoder(format.Encode), Sink: sink, Workers: o.workers(), Timeout: o.Timeout,
		Failed: r.fail, Each: r.each, Tally: pipeline.NewTally(nil, nil),
	}
	if err := batch.Run(ctx); err != nil {
		return err
	}
	return r.broken
}

// find makes the record, and leaves the stamps of the article in it, by which
// its versions are told apart.
func (r *reading) find(_ *boctin.Page, record *boctin.Record) error {
	stamps := record.Stamps
	*record = r.stages.Normalizer.Record(record.Article)
	record.Stamps = stamps
	return nil
}

func (r *reading) encoder(encode func(*boctin.Record) (output.Chunk, error)) func(*boctin.Record) (output.Chunk, error) {
	o := &r.f.Options
	return func(record *boctin.Record) (output.Chunk, error) {
		if o.overAll() {
			r.pages.Store(record, pageOf(record, o, here.people))
		}
		record.Stamps = nil
		if !o.writes(JSONLines) {
			return output.Chunk{}, nil
		}
		return encode(record)
	}
}

// each takes the records in their order.
func (r *reading) each(record *boctin.Record, at input.Position) error {
	r.articles++
	r.sites[record.Site]++
	if r.out.parquet != nil {
		if err := r.out.parquet.Write(record); err != nil {
			return err
		}
	}
	if made, ok := r.pages.LoadAndDelete(record); ok {
		p := made.(Page)
		p.Shard, p.Document = r.shard.Index, at.Index
		r.page(p.Article, p)
	}
	return nil
}

func (r *reading) fail(f pipeline.Failure) {
	r.failed[f.Kind]++
	if _, err := r.out.failures.Write(f.JSON()); err != nil && r.broken == nil {
		r.broken = err
	}
}

// count tells the runner; a bundle that is given up is not counted.
func (r *reading) count(ctx context.Context) {
	add := func(name string, n int64) { sdk.NewCounter(namespace, name).Inc(ctx, n) }
	pages := r.articles
	for kind, n := range r.failed {
		add("failed/"+string(kind), n)
		pages += n
	}
	add("pages", pages)
	add("articles", r.articles)
}
