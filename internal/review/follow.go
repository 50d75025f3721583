package review

import (
	"context"
	"errors"
	"math"
	"runtime"
	"sync"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// ErrBusy says that another process stores in the corpus.
var ErrBusy = errors.New("another boctin is at work in the corpus: what was corrected is written, and the corpus follows when that has ended")

// Pending gives the corrections that the corpus has not followed yet: written or taken
// back, and broken off before the end.
func (o *Overlay) Pending() ([]Entry, error) {
	all, err := o.History()
	var out []Entry
	for _, e := range all {
		if !e.Followed && (e.State == Done || e.State == Undone) {
			out = append(out, e)
		}
	}
	return out, err
}

// Follow brings the corpus into line with a correction that was written or taken back.
// Broken off at any moment, it goes on at the next call. Progress, which may be nil, is
// told how many of how many articles are done.
func (o *Overlay) Follow(ctx context.Context, id string, progress func(done, of int)) error {
	all, err := o.History()
	if err != nil {
		return err
	}
	e := find(all, id)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case e == nil:
		return refused("", "there is no correction %s", id)
	case o.Corpus == nil:
		return refused("", "there is no corpus to follow")
	case o.Corpus.Pages.Busy():
		return ErrBusy
	}
	c, err := corpus.Open(o.Corpus.DB.Dir) // with a resolver of its own
	if err != nil {
		return err
	}
	defer c.Close()
	if err := o.follow(ctx, c, &e.Touched, progress); err != nil {
		return err
	}
	o.Corpus.Resolvers.Know(c.Resolvers.People)
	return o.locked(func() error { return o.noteStep(id, followed) })
}

func (o *Overlay) follow(ctx context.Context, c *corpus.Corpus, t *touched, progress func(done, of int)) error {
	r, err := o.readerNow()
	if err != nil {
		return err
	}
	c.Resolvers.People = r.people
	if len(t.Persons) > 0 {
		return c.Persons.Settle(ctx, nil)
	}
	rows, of, err := o.rows(ctx, t, math.MaxInt32)
	if err != nil || len(rows) == 0 {
		return err
	}
	work := storing.Renewing{Stages: r.stages, Lexicon: r.version, Only: rows, All: len(t.Phrases) == 0, Workers: runtime.NumCPU(), Reread: t.Site != ""}
	if progress != nil {
		work.Progress = func(n storing.Renewed) { progress(n.Articles, of) }
	}
	_, err = c.Storing.Renormalize(ctx, work)
	return err
}

// Job is the corpus following a correction.
type Job struct {
	ID string

	mu       sync.Mutex
	done, of int
	ended    bool
	err      error
	stop     context.CancelFunc
	over     chan struct{}
}

// Start has the corpus follow a correction beside all else, once the job before, which
// may be nil, has ended; ctx is that of the program.
func (o *Overlay) Start(ctx context.Context, id string, before *Job) *Job {
	ctx, stop := context.WithCancel(ctx)
	j := &Job{ID: id, stop: stop, over: make(chan struct{})}
	go func() {
		defer close(j.over)
		defer stop()
		if before != nil {
			before.await(ctx)
		}
		err := o.Follow(ctx, id, func(done, of int) {
			j.mu.Lock()
			j.done, j.of = done, of
			j.mu.Unlock()
		})
		j.mu.Lock()
		j.ended, j.err = true, err
		j.mu.Unlock()
	}()
	return j
}

// Stop breaks the job off and waits for its end: what is done stays, and the same goes
// on from there.
func (j *Job) Stop() {
	j.stop()
	<-j.over
}

// State tells how far the job is: how many of how many articles, whether it has ended,
// and how.
func (j *Job) State() (done, of int, ended bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.done, j.of, j.ended, j.err
}

func (j *Job) await(ctx context.Context) {
	select {
	case <-j.over:
	case <-ctx.Done():
	}
}

// Wait waits for the end of the job.
func (j *Job) Wait() error {
	<-j.over
	return j.err
}
