//go:build unix

package pipeline

import (
	"syscall"
	"time"
)

// processor is the processor time that this process has used, the garbage
// collector's included: on a busy machine it says more than the clock.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
