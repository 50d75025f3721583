package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/extract"
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

func (s *Stored) add(done map[Outcome]int) {
	s.New += done[New]
	s.Changed += done[Changed]
	s.Same += done[Same] + done[Older]
	s.NoArticle += done[NoArticle]
	s.Failed += done[Failed]
}

// A batch ends after so many pages, or so much time.
const (
	batchPages = 200
	batchTime  = time.Second
)

// Fill stores what stands in the WARC files and is not stored yet. It may be
// broken off at any moment and goes on at the next call.
func (c *Corpus) Fill(ctx context.Context, f Filling) (Stored, error) {
	var total Stored
	set, err := c.pages(ctx, f.MaxBytes, true)
	if err != nil || set == nil {
		return total, err
	}
	limit, err := c.mark(ctx)
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
	for e := range f.entries(ctx, set, limit, c.fileName) {
		if e.Outcome == Failed && f.Failed != nil {
			f.Failed(e.URL, e.Reason)
		}
		if batch = append(batch, e); len(batch) < batchPages && time.Since(begun) < batchTime {
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
	return total, c.finish(ctx, total.New+total.Changed > 0, f.Step)
}

// finish does what needs many articles at a time. Broken off, it goes on at the
// next call.
func (c *Corpus) finish(ctx context.Context, changed bool, step store.Step) error {
	if step == nil {
		step = func(int, string) {}
	}
	if err := c.Persons.Settle(ctx, func(done int) { step(done, "name") }); err != nil {
		return err
	}
	if err := c.Stories.Group(ctx, func(done int) { step(done, "text") }); err != nil {
		return err
	}
	if !changed {
		return nil
	}
	return c.DB.Analyze(ctx)
}

// pages opens the WARC files; rest leaves out what is stored. It gives nil
// where there is no file.
func (c *Corpus) pages(ctx context.Context, maxBytes int64, rest bool) (*input.Set, error) {
	dir := filepath.Join(c.DB.Dir, "warc")
	kept, err := c.Kept(ctx)
	if err != nil {
		return nil, err
	}
	stored := func(path string) bool { // what imports keep, they store; an index that is being written is none of the files
		name := filepath.Base(path)
		return filepath.Ext(name) == ".part" || begunAlone(filepath.Join(dir, name)) || slices.ContainsFunc(kept, func(m warc.Mark) bool { return m.File == name })
	}
	names, _ := os.ReadDir(dir)
	if !slices.ContainsFunc(names, func(f os.DirEntry) bool { return !stored(f.Name()) && filepath.Ext(f.Name()) != ".cdxj" }) {
		return nil, nil
	}
	o := input.Options{Paths: []string{dir}, MaxBytes: maxBytes, Skip: stored}
	if rest {
		last := map[string]int64{}
		rows, err := c.DB.QueryContext(ctx, `SELECT f.text, MAX(s.offset) FROM source_rows s JOIN strings f ON f.n = s.file GROUP BY s.file`)
		if err != nil {
			return nil, c.DB.Wrap(err)
		}
		defer rows.Close()
		for rows.Next() {
			var file string
			var offset int64
			if err := rows.Scan(&file, &offset); err != nil {
				return nil, c.DB.Wrap(err)
			}
			last[file] = offset
		}
		if err := rows.Err(); err != nil {
			return nil, c.DB.Wrap(err)
		}
		o.Begin = func(path string) int64 { return last[c.fileName(path)] }
	}
	return input.New(o), nil
}

// begunAlone tells whether a WARC file holds nothing: it was made, and the disk was full.
func begunAlone(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.Size() == 0 && strings.HasSuffix(path, ".warc.gz")
}

// fileName names a WARC file as sources do: below warc/, or where it stands
// outside of the corpus.
func (c *Corpus) fileName(path string) string {
	name, err := filepath.Rel(filepath.Join(c.DB.Dir, "warc"), path)
	if err != nil || strings.HasPrefix(name, "..") {
		return path
	}
	return filepath.ToSlash(name)
}

// written is how far the crawl says that its newest file is written.
type written struct {
	file string
	size int64
}

// mark reads it; behind it another process may be writing.
func (c *Corpus) mark(ctx context.Context) (m written, err error) {
	var crawled int
	if err := c.DB.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'`).Scan(&crawled); err != nil || crawled == 0 {
		return m, c.DB.Stopped(ctx, err)
	}
	err = c.DB.QueryRowContext(ctx, `SELECT COALESCE(MAX(CASE key WHEN 'warc' THEN value END), ''),
		CAST(COALESCE(MAX(CASE key WHEN 'warc-size' THEN value END), '0') AS INTEGER) FROM meta`).Scan(&m.file, &m.size)
	return m, c.DB.Stopped(ctx, err)
}

// beyond tells whether a page stands where the crawl has not yet come to.
func (m written) beyond(p *boctin.Page) bool {
	return m.file != "" && filepath.Base(p.Path) == m.file && p.Offset >= m.size
}

// job is one page on its way.
type job struct {
	item  input.Item
	entry Entry
	done  chan struct{}
}

// entries reads the pages with all workers and hands them on in order.
func (f *Filling) entries(ctx context.Context, set *input.Set, limit written, name func(path string) string) func(yield func(Entry) bool) {
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
func feed(ctx context.Context, set *input.Set, limit written, queue, work chan<- *job) {
	defer close(queue)
	defer close(work)
	for item := range set.Items(ctx) {
		if limit.beyond(item.Page) || input.KindOf(item.Err, "") == input.NoPages { // so far only listings came
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
