package output

import (
	"archive/zip"
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
	for _, f := range s.files {
		f.close()
		os.Remove(f.temp)
	}
	if s.errors != nil {
		s.errors.close()
	}
	return os.Rename(temp, s.zip)
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
