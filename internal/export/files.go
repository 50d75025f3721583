package export

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
)

// files are the open files of a folder.
type files struct {
	dir  string
	open []*bufio.Writer
	disk []*os.File
}

// add makes a new file that begins with head.
func (f *files) add(name string, head []byte) error {
	d, err := os.OpenFile(filepath.Join(f.dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(d, 64<<10)
	f.disk, f.open = append(f.disk, d), append(f.open, w)
	_, err = w.Write(head)
	return err
}

// close brings all to the disk.
func (f *files) close() error {
	var errs []error
	for i, d := range f.disk {
		errs = append(errs, f.open[i].Flush(), d.Sync(), d.Close())
	}
	f.disk, f.open = nil, nil
	return errors.Join(errs...)
}
