// Package lock takes a file or folder for one process. What is taken is let go
// when the process ends, however it ends.
package lock

import (
	"errors"
	"os"
)

// ErrHeld says that another process, or another opening of the same file, has it.
var ErrHeld = errors.New("another process has it")

// Take takes an open file, or fails with ErrHeld where another has it. A file
// that was given another name, or replaced, since it was opened counts as held:
// who had it has finished in between. File systems without locks take all.
func Take(f *os.File, name string) error {
	if err := try(f); err != nil {
		return err
	}
	mine, err := f.Stat()
	if err != nil {
		return err
	}
	if now, err := os.Stat(name); err != nil || !os.SameFile(mine, now) {
		return ErrHeld
	}
	return nil
}
