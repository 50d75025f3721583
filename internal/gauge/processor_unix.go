//go:build unix

package gauge

import (
	"syscall"
	"time"
)

// Processor is the processor time that this program has taken, in its own code and in
// the system's.
func Processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
