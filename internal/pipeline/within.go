package pipeline

import (
	"runtime/debug"
	"time"

	"github.com/boctin/boctin/internal/input"
)

// PageTime is how long one page may take where no flag says it.
const PageTime = 10 * time.Second

// Within does work, but waits no longer than limit for it. Work that takes
// longer is left behind and goes on: what it writes must not be read then. A
// panic of work is an error as well. The errors are faults (TooSlow, Broken) or
// those of work.
func Within(limit time.Duration, work func() error) error {
	var h hand
	defer h.end()
	late, err := h.do(limit, func() error { return guarded(work) })
	if late {
		return input.Faultf(TooSlow, "took longer than %v to read", limit)
	}
	return err
}

// guarded does work; a panic is an error, so that it costs this page and not the batch.
func guarded(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = input.Faultf(Broken, "a fault in boctin, please report it with this page: %v (%s)", p, culprit(debug.Stack()))
		}
	}()
	return work()
}

// hand does steps one after the other, each within its time, on a stack that has grown as they
// need it: to grow one for each step of each page is a sixth of the work. The zero hand is ready.
type hand struct {
	steps chan func() error // nil where none was done yet, or the last was left behind
	done  chan error        // has room for one, so that nobody need wait for it
	timer *time.Timer
}

// do does a step. One that takes longer is left behind, and keeps its goroutine until it is
// through: what it writes must not be read then.
func (h *hand) do(limit time.Duration, step func() error) (late bool, err error) {
	h.ready(limit)
	h.steps <- step
	select {
	case err := <-h.done:
		return false, err
	case <-h.timer.C:
		h.end()
		return true, nil
	}
}

func (h *hand) ready(limit time.Duration) {
	if h.timer == nil {
		h.timer = time.NewTimer(limit)
	} else {
		h.timer.Reset(limit)
	}
	if h.steps != nil {
		return
	}
	steps, done := make(chan func() error), make(chan error, 1)
	h.steps, h.done = steps, done
	go func() {
		for step := range steps {
			done <- step()
		}
	}()
}

// end lets the goroutine end when it is through with its step.
func (h *hand) end() {
	if h.steps != nil {
		close(h.steps)
		h.steps = nil
	}
}

// tooSlow says that a page took longer than the user waits.
func tooSlow(limit time.Duration) error {
	return input.Faultf(TooSlow, "took longer than %v: raise --timeout to wait for it", limit)
}
