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
	result := make(chan error, 1)
	go func() {
		var err error
		defer func() {
			if p := recover(); p != nil {
				err = input.Faultf(Broken, "a fault in boctin, please report it with this page: %v (%s)", p, culprit(debug.Stack()))
			}
			result <- err
		}()
		err = work()
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case err := <-result:
		return err
	case <-timer.C:
		return input.Faultf(TooSlow, "took longer than %v to read", limit)
	}
}
