package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
)

// Batch runs steps over inputs: one goroutine finds the documents, some read
// them ahead, Workers work, one writes in the order of the inputs. What is read
// and not yet written is bounded by count and by bytes, so a slow output holds
// the readers back.
type Batch struct {
	Inputs  *input.Set
	Steps   []Step
	Encode  func(*boctin.Record) (output.Chunk, error)
	Sink    *output.Sink
	Workers int
	Timeout time.Duration                              // of one page; 0: none
	Failed  func(Failure)                              // called in order, may be nil
	Each    func(*boctin.Record, input.Position) error // called in order before the record is written, may be nil
	Tally   *Tally                                     // counts while it runs
}

// inFlight is how many bytes of pages may be read and not yet written; a larger
// page goes alone.
const inFlight = 32 << 20

// window is how many documents a worker may be ahead of the output, so that one
// slow page does not leave the others without work.
const window = 64

// readers is how many files are opened at once for each worker: while one is
// waited for, on a disk or a network, the worker has the other.
const readers = 2

// An output that is a file notes how far it is after checkpointEvery at the
// soonest, and after checkpointShare times as long as that takes on its disk, so
// that little of the time goes into it, but after checkpointLatest in any case.
const (
	checkpointEvery  = 250 * time.Millisecond
	checkpointShare  = 50
	checkpointLatest = 10 * time.Second
)

// job is one document on its way.
type job struct {
	item   input.Item
	weight int64
	done   chan struct{}

	work    *work         // nil from the first failure on
	took    time.Duration // by the steps so far
	chunk   output.Chunk
	record  *boctin.Record // nil where no Each asks for it
	site    string
	bytes   int64
	failure *Failure
	fatal   error
}

// Run does the whole batch and finishes the sink. If ctx ends before, what was
// written stands as whole records, and the error is that of ctx.
func (b *Batch) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan *job, window*b.Workers)
	found := make(chan *job)
	work := make(chan *job, together*b.Workers)
	budget := semaphore.NewWeighted(inFlight)
	go b.find(ctx, queue, found, budget)
	go load(readers*b.Workers, found, work)
	var workers sync.WaitGroup
	for range b.Workers {
		workers.Go(func() {
			w := worker{Batch: b}
			defer w.hand.end()
			for group := range w.groups(work) {
				w.do(group)
			}
		})
	}
	err := b.write(ctx, queue, budget)
	if err == nil {
		workers.Wait()
	} else {
		cancel()
		go drain(queue) // the reader may hang in a pipe: nobody waits for it
	}
	return b.finish(err)
}

// drain lets the reader end.
func drain(queue <-chan *job) {
	for range queue {
	}
}

// find hands every document to the writer's queue and to the readers, in that
// order, so that the queue is in input order.
func (b *Batch) find(ctx context.Context, queue, found chan<- *job, budget *semaphore.Weighted) {
	defer close(queue)
	defer close(found)
	for item := range b.Inputs.Items(ctx) {
		j := &job{item: item, done: make(chan struct{})}
		j.weight = min(item.Weight()+1, inFlight)
		if budget.Acquire(ctx, j.weight) != nil {
			return
		}
		select {
		case queue <- j:
		case <-ctx.Done():
			return
		}
		found <- j
	}
}

// load reads the documents that are files of their own, n at a time.
func load(n int, found <-chan *job, work chan<- *job) {
	defer close(work)
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			for j := range found {
				j.item.Load() // the item keeps the error
				work <- j
			}
		})
	}
	all.Wait()
}

// write takes the jobs in order. Between jobs that are not ready it hands on
// what is written, so that nobody at the other end of a pipe waits in vain.
func (b *Batch) write(ctx context.Context, queue <-chan *job, budget *semaphore.Weighted) error {
	due := time.Now().Add(checkpointEvery)
	for {
		j, err := next(ctx, queue)
		if j == nil {
			return err
		}
		if err := b.await(ctx, j); err != nil {
			return err
		}
		if err := b.put(j); err != nil {
			return err
		}
		budget.Release(j.weight)
		if now := time.Now(); now.After(due) {
			if err := b.Sink.Checkpoint(b.Tally.position(), b.Tally.counts()); err != nil {
				return err
			}
			took := time.Since(now)
			due = time.Now().Add(min(max(checkpointEvery, checkpointShare*took), checkpointLatest))
		}
	}
}

// next takes a job from the queue; nil without an error is the end.
func next(ctx context.Context, queue <-chan *job) (*job, error) {
	select {
	case j := <-queue:
		if j == nil {
			return nil, ctx.Err()
		}
		return j, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (b *Batch) await(ctx context.Context, j *job) error {
	select {
	case <-j.done:
		return ctx.Err()
	default:
	}
	if err := b.Sink.Flush(); err != nil {
		return err
	}
	select {
	case <-j.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (b *Batch) put(j *job) error {
	if j.fatal != nil {
		return j.fatal
	}
	b.Tally.add(j)
	if j.failure == nil {
		if b.Each != nil {
			if err := b.Each(j.record, j.item.Position); err != nil {
				return err
			}
		}
		return b.Sink.Write(j.chunk)
	}
	if b.Failed != nil {
		b.Failed(*j.failure)
	}
	return b.Sink.Failure(j.failure.JSON())
}

func (b *Batch) finish(err error) error {
	if err == nil {
		return b.Sink.Commit()
	}
	if b.Tally.position() != nil {
		if e := b.Sink.Checkpoint(b.Tally.position(), b.Tally.counts()); e != nil && !errors.Is(e, err) {
			return fmt.Errorf("%w (and %w)", err, e)
		}
	}
	if e := b.Sink.Close(); e != nil && !errors.Is(e, err) {
		return fmt.Errorf("%w (and %w)", err, e)
	}
	return err
}
