package tomlform

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// File brings a file into the one form and tells whether that changed it. The old
// file stands until the new one is whole; a file that is no TOML stays as it is.
func File(path string, order Order) (changed bool, err error) {
	old, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	text, err := Format(string(old), order)
	if err != nil {
		return false, fmt.Errorf("%s: left as it is: %w", path, err)
	}
	if bytes.Equal(old, []byte(text)) {
		return false, nil
	}
	return true, replace(path, text)
}

// replace writes the text beside the file and then puts it in its place, with the
// rights that the file had.
func replace(path, text string) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".boctin-*.toml")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if _, err = io.WriteString(f, text); err != nil {
		f.Close()
		return err
	}
	if err = f.Sync(); err != nil {
		f.Close()
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), info.Mode().Perm()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
