package output

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// pack puts the finished tables into one archive and removes them.
func (s *Sink) pack() error {
	temp := s.zip + partSuffix
	if err := s.packInto(temp); err != nil {
		return fmt.Errorf("cannot write %s: %w", temp, reason(err))
	}
	err := os.Rename(temp, s.zip)
	s.unpacked()
	return errors.Join(err, s.closeErrors())
}

// unpacked takes the tables away that are packed, or will never be.
func (s *Sink) unpacked() {
	for _, f := range s.files {
		f.buf = nil
		f.release()
		os.Remove(f.temp)
	}
}

// leave keeps the tables of an unfinished run in one archive under the temporary
// name, or nothing where there is no room for it.
func (s *Sink) leave() error {
	var errs []error
	for _, f := range s.files {
		errs = append(errs, f.flush())
	}
	if temp := s.zip + partSuffix; s.records == 0 || s.packInto(temp) != nil {
		os.Remove(temp)
	}
	s.unpacked()
	return errors.Join(errs...)
}

func (s *Sink) packInto(name string) error {
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	z := zip.NewWriter(out)
	for _, f := range s.files {
		w, err := z.Create(strings.TrimPrefix(filepath.Base(f.name), filepath.Base(s.zip)+"."))
		if err != nil {
			return err
		}
		if _, err := f.disk.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(w, f.disk); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return out.Sync()
}
