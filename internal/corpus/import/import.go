// Package importer stores documents from anywhere in a corpus: saved pages,
// archives, lists of articles, records of other runs. What was stored before is
// passed over, what changed is a further version.
package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// Options say what is imported and how.
type Options struct {
	Inputs   input.Options // Lists is set here
	Stages   *pipeline.Stages
	Lexicon  string // version of the words and rules
	Reader   string // version of the program, and the flags that change what is read
	Fields   Fields
	Keep     bool   // the bytes of every document in the WARC files of the corpus
	Link     bool   // not those of WARC files, which stay where they are
	Again    bool   // read also what was imported before
	Software string // that wrote the WARC files
	Workers  int
	Timeout  time.Duration // of one document
	Failed   func(pipeline.Failure)
	Progress func(Counts) // after each document
	Step     store.Step   // of what follows; may be nil
	Notice   func(string) // of what is wrong with the WARC files of imports before; may be nil
}

// Counts is what was done so far.
type Counts struct {
	storing.Stored
	Documents int `json:"documents"`
	Known     int `json:"known"` // passed over: imported before with the same bytes
}

// A batch ends after so many documents, so many bytes of text, or so much time, which is
// what a kill loses. Of a large database every row goes to pages of its own, which a
// larger batch writes once.
const (
	batchDocuments = 12_000
	batchBytes     = 16 << 20
	batchTime      = time.Minute
)

// job is one import.
type job struct {
	Options
	corpus *corpus.Corpus
	archive
	memory *storing.Memory
	counts Counts
	batch  []storing.Import
	bytes  int // of the text of the batch
}

// document is what came of one document.
type document struct {
	storing.Import
	told    bool // it is on record as it stands
	inner   bool // its place alone does not lead to it
	page    *boctin.Page
	failure *pipeline.Failure
	stop    error // of the corpus, which ends the import
}

// Run stores the documents. It may be broken off at any moment, and the same
// call goes on.
func Run(ctx context.Context, c *corpus.Corpus, set func(input.Options) *input.Set, o Options) (counts Counts, err error) {
	j := &job{Options: o, corpus: c, archive: archive{corpus: c, software: o.Software, notice: o.Notice}}
	defer func() {
		if closed := j.close(); err == nil { // else what stopped the import is told
			err = frontier.Full(closed)
		}
	}()
	if err := j.repair(ctx); err != nil {
		return j.counts, err
	}
	if j.memory, err = c.Storing.Memory(ctx); err != nil {
		return j.counts, err
	}
	defer j.memory.Close()
	o.Inputs.Lists = o.Fields.lists()
	work := &pipeline.Ordered[*document]{Workers: o.Workers, Timeout: o.Timeout,
		Do: func(i *input.Item) *document { return j.document(ctx, i) }, Broken: failed}
	begun := time.Now()
	err = work.Each(ctx, set(o.Inputs).Items(ctx), func(d *document) error {
		if err := j.take(d); err != nil {
			return err
		}
		if len(j.batch) < batchDocuments && j.bytes < batchBytes && time.Since(begun) < batchTime {
			return nil
		}
		begun = time.Now()
		return j.flush(ctx)
	})
	if err == nil {
		err = j.flush(ctx)
	}
	if err == nil {
		err = c.Storing.Finish(ctx, j.counts.New+j.counts.Changed > 0, o.Step)
	}
	return j.counts, err
}

// document reads one document, unless its bytes were imported before.
func (j *job) document(ctx context.Context, it *input.Item) *document {
	if err := it.Load(); err != nil {
		return failed(it, err)
	}
	p := *it.Page // which a failure names as the user did
	if abs, err := filepath.Abs(p.Path); err == nil && p.Path != "-" {
		p.Path = abs
	}
	sum := sha256.Sum256(p.Body)
	d := &document{page: &p, inner: it.Inner, Import: storing.Import{Path: p.Path, Member: p.Record, At: p.Offset, Reader: j.Reader,
		Entry: storing.Entry{URL: p.URL, SHA256: hex.EncodeToString(sum[:])}}}
	if !j.Again {
		var err error
		if d.told, err = j.memory.Recall(ctx, &d.Import); err != nil {
			return &document{stop: err}
		}
		if d.Known != 0 {
			return d
		}
	}
	if err := j.read(d); err != nil {
		return failed(it, err)
	}
	return d
}

func failed(it *input.Item, err error) *document {
	f := pipeline.NewFailure(it, err)
	return &document{failure: &f}
}

// read makes an article of a document, and finds what it says.
func (j *job) read(d *document) error {
	p := d.page
	if p.Format != input.FormatItem {
		return j.readPage(d, p)
	}
	it, err := j.Fields.item(p.Body)
	if err != nil {
		return err
	}
	if it.values["schema"] == boctin.Schema {
		return j.readRecord(d)
	}
	if page, ok := it.page(p); ok {
		return j.readPage(d, page)
	}
	a, partial, err := it.article(p, d.SHA256)
	if err == nil {
		err = j.Stages.Limits.Check(&a)
	}
	if err != nil {
		return err
	}
	a.Stamps = j.Stages.Stamps(a.Stamps)
	d.Partial = partial
	j.found(d, a)
	return nil
}

func (j *job) readPage(d *document, p *boctin.Page) error {
	a, err := j.Stages.Article(p)
	if err == nil {
		j.found(d, a)
	}
	return err
}

// found takes down an article and what it says.
func (j *job) found(d *document, a boctin.Article) {
	r := j.Stages.Record(a)
	d.ByText, d.Article, d.Found = true, &a, &r
}

// readRecord takes an article or record that boctin printed; where it came from
// stays as it says.
func (j *job) readRecord(d *document) error {
	plain := *j.Stages
	plain.Labels = nil // the article is kept as it was printed
	r, err := plain.Normalize(d.page)
	if err != nil {
		return err
	}
	if r.Title == "" && r.Body == "" {
		return input.Faultf(input.Empty, "neither title nor text in this record: print it again with boctin extract or boctin run")
	}
	if !input.IsAddress(r.URL) { // others may have written the record
		r.URL = ""
	}
	a := r.Article
	if a.Source.SHA256 == "" {
		a.Source.SHA256 = d.SHA256
	}
	if a.URL == "" {
		d.As = identity.Article(&a, a.Source.SHA256)
	}
	printed, err := boctin.ParseRecord(d.page.Body)
	if err != nil {
		return err
	}
	a.Stamps = printed.Stamps
	if j.Stages.Labels != nil {
		if r, err = j.Stages.Normalize(d.page); err != nil {
			return err
		}
		r.URL = a.URL
	}
	d.ByText, d.Article, d.Found = true, &a, &r
	return nil
}

// take puts a document into the batch, its bytes into the archive.
func (j *job) take(d *document) error {
	if d.stop != nil {
		return d.stop
	}
	j.counts.Documents++
	switch {
	case d.failure != nil:
		j.counts.Failed++
		j.Failed(*d.failure)
	case d.told:
		j.counts.Known++
	default:
		if err := j.keep(d); err != nil {
			return frontier.Full(err)
		}
		if d.Known != 0 {
			j.counts.Known++
		}
		d.page = nil
		j.batch = append(j.batch, d.Import)
		if d.Article != nil {
			j.bytes += len(d.Article.Title) + len(d.Article.Body)
		}
	}
	if j.Progress != nil {
		j.Progress(j.counts)
	}
	return nil
}

func (j *job) keep(d *document) error {
	switch {
	case d.Known != 0:
		return nil
	case j.Link && linkable(d):
		d.File, d.Entry.Offset, d.Entry.Record = d.Path, d.At, d.Member
		return nil
	case !j.Keep:
		return nil
	}
	return j.store(d)
}

// linkable tells whether a document is a record of a WARC file, and its place leads to it.
func linkable(d *document) bool {
	name := strings.TrimSuffix(strings.ToLower(d.Path), ".gz")
	return strings.HasSuffix(name, ".warc") && strings.HasPrefix(d.Member, "<") && !d.inner
}

// flush stores the batch, once its bytes are on disk.
func (j *job) flush(ctx context.Context) error {
	if len(j.batch) == 0 {
		return nil
	}
	mark, err := j.sync()
	if err != nil {
		return frontier.Full(err)
	}
	known := 0
	for i := range j.batch {
		if j.batch[i].Known != 0 {
			known++
		}
	}
	done, err := j.corpus.Storing.AddImports(ctx, j.Lexicon, j.batch, mark)
	if err != nil {
		return frontier.Full(err)
	}
	clear(j.batch)
	j.batch, j.bytes = j.batch[:0], 0
	j.counts.New += done.New
	j.counts.Changed += done.Changed
	j.counts.Same += done.Same - known
	return nil
}
