//go:build unix

package crawl

import (
	"errors"
	"os"
	"syscall"
)

// lock takes the corpus for this process; it is let go when the process ends,
// however it ends.
func lock(file string) (*os.File, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, errors.New("another crawl is at work in it: wait for its end")
	}
	return f, nil
}

const alone = true
