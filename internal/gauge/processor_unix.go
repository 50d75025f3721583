//go:build unix

package gauge

import (
	"syscall"
	"time"
)

// Processor is the processor time that this program has taken, its garbage collector's and
// the system's for it included: on a busy machine it says more than the clock.
func Processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
