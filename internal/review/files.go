package review

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/boctin/boctin/crawl/lock"
)

// Change is what becomes of a file of the overlay.
type Change struct {
	Path   string // below the overlay, with slashes
	Before []byte // nil where there is none
	After  []byte // nil where it is taken away
	Page   bool   // a saved page, whose text the history does not repeat
}

// Digest names what a plan would write in the place of what; it tells whether the
// files, or the correction, are others than when the plan was shown.
func (p *Plan) Digest() string {
	sum := sha256.New()
	for _, c := range p.Changes {
		fmt.Fprintf(sum, "%s %s %s\n", c.Path, digest(c.Before), digest(c.After))
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// digest is empty where there is no file.
func digest(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// maxFile is how many bytes a file may have that a correction changes.
const maxFile = 16 << 20

// read gives a file of the overlay, nil where there is none.
func (o *Overlay) read(path string) ([]byte, error) {
	name := filepath.Join(o.Dir, filepath.FromSlash(path))
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, refused("", "%s is no plain file: it is not written over", name)
	case info.Size() > maxFile:
		return nil, refused("", "%s is larger than %d MB: it is not written over", name, maxFile>>20)
	}
	data, err := os.ReadFile(name)
	if err == nil && data == nil {
		data = []byte{}
	}
	return data, err
}

// temporary begins the names of files that are being written.
const temporary = ".boctin-review-"

// write puts a change in its place: the old file stands until the new one is whole
// and on disk.
func (o *Overlay) write(c Change) error {
	name := filepath.Join(o.Dir, filepath.FromSlash(c.Path))
	if c.After == nil {
		return errors.Join(os.Remove(name), syncDir(filepath.Dir(name)))
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	next := filepath.Join(filepath.Dir(name), temporary+strings.ToLower(rand.Text()[:10]))
	if err := writeNew(next, name, c.After); err != nil {
		os.Remove(next)
		return err
	}
	if err := os.Rename(next, name); err != nil {
		os.Remove(next)
		return err
	}
	return syncDir(filepath.Dir(name))
}

// writeNew writes a file that is not there, with the rights of another.
func writeNew(next, like string, data []byte) error {
	f, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if info, err := os.Stat(like); err == nil {
		return os.Chmod(next, info.Mode().Perm())
	}
	return nil
}

// syncDir puts the names of a folder on disk, where the system can.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	f.Sync() // not every file system takes it for a folder
	return nil
}

// sweep takes away what a write left that was broken off. It is for the holder of the
// lock alone.
func (o *Overlay) sweep() {
	for _, folder := range []string{"", "lexicon", "sites", "gold"} {
		left, _ := filepath.Glob(filepath.Join(o.Dir, folder, temporary+"*")) // a pattern in the folder's name only leaves more lying
		for _, name := range left {
			os.Remove(name)
		}
	}
}

// lockWait is how long a writer waits for another.
const lockWait = 5 * time.Second

// ErrHeld says that another process writes a correction.
var ErrHeld = errors.New("another correction is being written: try again in a moment")

// locked runs work while no other writer is at work in the overlay.
func (o *Overlay) locked(work func() error) error {
	if err := os.MkdirAll(o.Dir, 0o777); err != nil {
		return err
	}
	name := filepath.Join(o.Dir, "review.lock")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		err := lock.Take(f, name)
		if err == nil {
			break
		}
		if !errors.Is(err, lock.ErrHeld) || time.Since(begun) > lockWait {
			return ErrHeld
		}
	}
	o.sweep()
	if err := o.recover(); err != nil {
		return err
	}
	return work()
}
