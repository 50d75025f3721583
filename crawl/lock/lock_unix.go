//go:build unix

package lock

import (
	"errors"
	"os"
	"syscall"
)

// Real tells whether files can be taken on this system.
const Real = true

func try(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrHeld
	}
	return nil
}

// Finish gives an open file its final name and closes it. Until the name is
// there nobody else can take the file.
func Finish(f *os.File, from, to string) error {
	return errors.Join(os.Rename(from, to), f.Close())
}
