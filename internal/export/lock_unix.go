//go:build unix

package export

import (
	"os"
	"syscall"
)

// tryLock takes a file or folder for this process; it is let go when the
// process ends, however it ends.
func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
