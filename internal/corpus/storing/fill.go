package storing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// Filling says how the articles of the WARC files are stored.
type Filling struct {
	Stages   *pipeline.Stages
	Lexicon  string // version of the words and rules
	Workers  int
	MaxBytes int64                           // of one page
	Failed   func(url string, reason string) // of each page that cannot be read
	Progress func(Stored)                    // after each batch; may be nil
	Step     store.Step                      // of what follows; may be nil
}

// Stored counts what was done.
type Stored struct {
	New       int `json:"stored"`
	Changed   int `json:"changed"`
	Same      int `json:"same"`
	NoArticle int `json:"no_article"`
	Failed    int `json:"failed"`
}

// Plus counts what was done in two calls.
func (s Stored) Plus(more Stored) Stored {
	return Stored{s.New + more.New, s.Changed + more.Changed, s.Same + more.Same, s.NoArticle + more.NoArticle, s.Failed + more.Failed}
}

func (s *Stored) add(done map[Outcome]int) {
	s.New += done[New]
	s.Changed += done[Changed]
	s.Same += done[Same] + done[Older]
	s.NoArticle += done[NoArticle]
	s.Failed += done[Failed]
}

// A batch ends after so many pages, or so much time.
const (
	BatchPages = 200
	batchTime  = time.Second
)

// Fill stores what stands in the WARC files and is not stored yet. It may be
// broken off at any moment and goes on at the next call.
func (c *Storing) Fill(ctx context.Context, f Filling) (Stored, error) {
	var total Stored
	set, err := c.pages.All(ctx, f.MaxBytes, true)
	if err != nil || set == nil {
		return total, err
	}
	limit, err := c.pages.Written(ctx)
	if err != nil {
		return total, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var batch []Entry
	flush := func() error {
		done, err := c.Add(ctx, f.Lexicon, batch)
		batch = batch[:0]
		total.add(done)
		if err == nil && f.Progress != nil {
			f.Progress(total)
		}
		return err
	}
	begun := time.Now()
	for e := range f.entries(ctx, set, limit, c.pages.Name) {
		if e.Outcome == Failed && f.Failed != nil {
			f.Failed(e.URL, e.Reason)
		}
		if batch = append(batch, e); len(batch) < BatchPages && time.Since(begun) < batchTime {
			continue
		}
		if err := flush(); err != nil {
			return total, err
		}
		begun = time.Now()
	}
	if err := errors.Join(ctx.Err(), flush()); err != nil {
		return total, err
	}
	return total, c.Finish(ctx, total.New+total.Changed > 0, f.Step)
}

// Finish tells namesakes apart and compares texts, for all that was stored since
// that was last done. Broken off, it goes on at the next call.
func (c *Storing) Finish(ctx context.Context, changed bool, step store.Step) error {
	if step == nil {
		step = func(int, string) {}
	}
	if err := c.persons.Settle(ctx, func(done int) { step(done, "name") }); err != nil {
		return err
	}
	if err := c.stories.Group(ctx, func(done int) { step(done, "text") }); err != nil {
		return err
	}
	if !changed {
		return nil
	}
	return c.db.Analyze(ctx)
}

// job is one page on its way.
type job struct {
	item  input.Item
	entry Entry
	done  chan struct{}
}

// entries reads the pages with all workers and hands them on in order.
func (f *Filling) entries(ctx context.Context, set *input.Set, limit pages.Written, name func(path string) string) func(yield func(Entry) bool) {
	return func(yield func(Entry) bool) {
		ctx, cancel := context.WithCancel(ctx)
		queue := make(chan *job, 2*f.Workers)
		work := make(chan *job)
		for range f.Workers {
			go func() {
				for j := range work {
					j.entry = f.entry(&j.item, name(j.item.Page.Path))
					close(j.done)
				}
			}()
		}
		go feed(ctx, set, limit, queue, work)
		defer func() {
			cancel()
			for range queue { // lets the reader end
			}
		}()
		for j := range queue {
			select {
			case <-j.done:
			case <-ctx.Done():
				return
			}
			if !yield(j.entry) {
				return
			}
		}
	}
}

// feed hands every page to the queue and then to the workers.
func feed(ctx context.Context, set *input.Set, limit pages.Written, queue, work chan<- *job) {
	defer close(queue)
	defer close(work)
	for item := range set.Items(ctx) {
		if limit.Beyond(item.Page) || input.KindOf(item.Err, "") == input.NoPages { // so far only listings came
			continue
		}
		j := &job{item: item, done: make(chan struct{})}
		select {
		case queue <- j:
		case <-ctx.Done():
			return
		}
		select {
		case work <- j:
		case <-ctx.Done():
			return
		}
	}
}

// entry reads one page; one that breaks the reader fails alone.
func (f *Filling) entry(item *input.Item, file string) (e Entry) {
	p := item.Page
	e = Entry{File: file, Offset: p.Offset, Record: p.Record, URL: p.URL}
	defer func() {
		if r := recover(); r != nil {
			e.Article, e.Found, e.Outcome, e.Reason = nil, nil, Failed, fmt.Sprintf("the reader broke, please report it with this page: %v", r)
		}
	}()
	err := item.Load()
	sum := sha256.Sum256(p.Body)
	e.SHA256 = hex.EncodeToString(sum[:])
	if err == nil {
		read := e // the page that takes too long may write to it still
		if err = pipeline.Within(pipeline.PageTime, func() error { return f.read(&read, p) }); err == nil {
			e = read
		}
	}
	switch {
	case errors.Is(err, extract.ErrNoArticle):
		e.Outcome, e.Reason = NoArticle, err.Error()
	case err != nil:
		e.Outcome, e.Reason = Failed, err.Error()
	}
	return e
}

func (f *Filling) read(e *Entry, p *boctin.Page) error {
	a, err := f.Stages.Extractor.Article(p)
	if err != nil {
		return err
	}
	a.Source.Path = e.File
	r := f.Stages.Record(a)
	e.Article, e.Found = &a, &r
	return nil
}
