package pipeline

import (
	"iter"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
)

// together is how many documents a worker takes through a step before it goes on to the
// next: the words and rules of a step are more than a processor holds near, and are fetched
// once for all of them (docs/performance.md).
const together = 64

// inGroup is how many bytes of documents make a group full, so that large ones do not wait for one
// worker while others have nothing to do.
const inGroup = 4 << 20

// worker takes jobs through the steps of a batch.
type worker struct {
	*Batch
	hand hand
}

// work is what the steps make of a page.
type work struct {
	page   boctin.Page
	record boctin.Record
	chunk  output.Chunk
}

// groups gives the jobs as they come, those that are there already together: a worker's share
// of them.
func (w *worker) groups(work <-chan *job) iter.Seq[[]*job] {
	return func(yield func([]*job) bool) {
		var room [together]*job
		for j := range work {
			share := min(together, 1+len(work)/w.Workers)
			if !yield(more(append(room[:0:share], j), work)) {
				return
			}
		}
	}
}

// more adds jobs to a group until it is full or there are none.
func more(group []*job, work <-chan *job) []*job {
	for weight := group[0].weight; len(group) < cap(group) && weight < inGroup; {
		select {
		case j := <-work:
			if j == nil {
				return group
			}
			group, weight = append(group, j), weight+j.weight
		default:
			return group
		}
	}
	return group
}

// do makes the records or failures of some jobs, all of them step by step.
func (w *worker) do(group []*job) {
	for _, j := range group {
		j.begin()
	}
	for _, step := range w.Steps {
		w.each(group, func(k *work) error { return step(&k.page, &k.record) })
	}
	w.each(group, func(k *work) (err error) {
		k.chunk, err = w.Encode(&k.record)
		return err
	})
	for _, j := range group {
		j.end(w.Each != nil)
	}
}

// each does a step of all jobs that have not failed.
func (w *worker) each(group []*job, step func(*work) error) {
	for _, j := range group {
		if j.work == nil {
			continue
		}
		if err := w.within(j, step); err != nil {
			j.fail(err)
		}
	}
}

// begin takes up what was read of a document.
func (j *job) begin() {
	switch err := j.item.Err.(type) {
	case nil:
		j.work = &work{page: *j.item.Page}
		j.bytes = int64(len(j.work.page.Body))
	case *input.Changed, *input.Clash:
		j.fatal = err
	default:
		j.fail(err)
	}
}

// fail gives a document up. The step may go on with its work, which nobody looks at.
func (j *job) fail(err error) {
	f := newFailure(j.item.Page, err)
	j.failure, j.work = &f, nil
}

// end hands on what was made of a document, with its record if it is wanted.
func (j *job) end(record bool) {
	defer close(j.done)
	if j.item.Page != nil {
		j.item.Page.Body = nil
	}
	w := j.work
	if w == nil {
		return
	}
	j.chunk, j.site, j.work = w.chunk, w.record.Site, nil
	if record {
		j.record = &w.record
	}
}

// within does a step, but waits no longer than what other steps have left of Timeout.
func (w *worker) within(j *job, step func(*work) error) error {
	k := j.work
	do := func() error { return guarded(func() error { return step(k) }) }
	if w.Timeout <= 0 {
		return do()
	}
	begun := time.Now()
	late, err := w.hand.do(w.Timeout-j.took, do)
	if late {
		return tooSlow(w.Timeout)
	}
	j.took += time.Since(begun)
	return err
}
