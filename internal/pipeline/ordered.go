package pipeline

import (
	"context"
	"iter"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/boctin/boctin/internal/input"
)

// Ordered works on documents with many workers and hands the results on in the
// order of the inputs. What is read and not yet taken is bounded by count and by
// bytes. The zero Timeout is none.
type Ordered[T any] struct {
	Workers int
	Timeout time.Duration              // of one document
	Do      func(*input.Item) T        // loads the item and works on it
	Broken  func(*input.Item, error) T // the result where Do panics or takes too long
}

// piece is one document on its way.
type piece[T any] struct {
	item   input.Item
	weight int64
	result T
	done   chan struct{}
}

// Each hands every result to take, until that fails or ctx ends.
func (o *Ordered[T]) Each(ctx context.Context, items iter.Seq[input.Item], take func(T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan *piece[T], window*o.Workers)
	work := make(chan *piece[T], window*o.Workers)
	budget := semaphore.NewWeighted(inFlight)
	go func() {
		defer close(queue)
		defer close(work)
		for item := range items {
			p := &piece[T]{item: item, weight: min(item.Weight()+1, inFlight), done: make(chan struct{})}
			if budget.Acquire(ctx, p.weight) != nil {
				return
			}
			select {
			case queue <- p:
			case <-ctx.Done():
				return
			}
			work <- p // has room: it holds as many as the queue
		}
	}()
	for range o.Workers {
		go func() {
			var h hand
			defer h.end()
			for p := range work {
				p.result = o.one(&h, &p.item)
				close(p.done)
			}
		}()
	}
	for {
		select {
		case p := <-queue:
			if p == nil {
				return ctx.Err()
			}
			select {
			case <-p.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := take(p.result); err != nil {
				return err
			}
			budget.Release(p.weight)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// one works on one document, no longer than Timeout.
func (o *Ordered[T]) one(h *hand, item *input.Item) T {
	if o.Timeout <= 0 {
		return o.guarded(item)
	}
	copied := *item
	page := *item.Page
	copied.Page = &page
	result := new(T)
	late, _ := h.do(o.Timeout, func() error {
		*result = o.guarded(&copied)
		return nil
	})
	if late {
		return o.Broken(item, tooSlow(o.Timeout))
	}
	return *result
}

func (o *Ordered[T]) guarded(item *input.Item) (r T) {
	err := guarded(func() error { r = o.Do(item); return nil })
	if err != nil {
		return o.Broken(item, err)
	}
	return r
}

// NewFailure says why a document gave no record.
func NewFailure(item *input.Item, err error) Failure { return newFailure(item.Page, err) }
