package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// programs builds the program of a revision and that of the tree into a folder.
func programs(base, dir string) (old, fresh string, err error) {
	old, fresh = filepath.Join(dir, "old"), filepath.Join(dir, "new")
	source := filepath.Join(dir, "source")
	if err := unpack(base, source); err != nil {
		return "", "", err
	}
	if err := build(source, old); err != nil {
		return "", "", err
	}
	return old, fresh, build(".", fresh)
}

func build(source, program string) error {
	_, err := output(source, "go", "build", "-o", program, "./cmd/boctin")
	return err
}

// unpack writes the files of a revision into a folder; neither the tree nor the index is
// touched.
func unpack(revision, dir string) error {
	packed, err := output(".", "git", "archive", "--format=tar", revision)
	if err != nil {
		return err
	}
	for r := tar.NewReader(bytes.NewReader(packed)); ; {
		head, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case head.Typeflag != tar.TypeReg || !filepath.IsLocal(head.Name):
			continue
		}
		if err := write(filepath.Join(dir, head.Name), r); err != nil {
			return err
		}
	}
}

func write(path string, r io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if _, err := io.Copy(file, r); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// output runs a command in a folder; what it says of its failure is part of the error.
func output(dir, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var out, said bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", cmd, err, said.Bytes())
	}
	return out.Bytes(), nil
}
