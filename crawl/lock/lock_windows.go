package lock

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// behind is where the byte that is locked stands: a lock keeps others from
// reading what it covers, so it lies behind the end of any file.
var behind = windows.Overlapped{Offset: 0, OffsetHigh: 1 << 30}

// Real tells whether files can be taken on this system.
const Real = true

func try(f *os.File) error {
	at := behind
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return ErrHeld
	}
	return nil // a folder, which has no bytes to lock
}

// Finish closes a file and gives it its final name: an open file cannot be
// renamed here.
func Finish(f *os.File, from, to string) error {
	return errors.Join(f.Close(), os.Rename(from, to))
}
