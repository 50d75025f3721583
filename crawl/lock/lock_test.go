package lock

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func open(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestOneHolder(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	first, second := open(t, name), open(t, name)
	if err := Take(first, name); err != nil {
		t.Fatal(err)
	}
	if err := Take(second, name); !errors.Is(err, ErrHeld) {
		t.Errorf("the second opening: %v", err)
	}
	first.Close()
	if err := Take(second, name); err != nil {
		t.Errorf("after the first was closed: %v", err)
	}
}

// TestFinishedInBetween opens a file before its holder gives it its final name.
func TestFinishedInBetween(t *testing.T) {
	dir := t.TempDir()
	part, final := filepath.Join(dir, "a.part"), filepath.Join(dir, "a")
	first, second := open(t, part), open(t, part)
	if err := Take(first, part); err != nil {
		t.Fatal(err)
	}
	if err := Finish(first, part, final); err != nil {
		t.Fatal(err)
	}
	if err := Take(second, part); !errors.Is(err, ErrHeld) {
		t.Errorf("took what has another name: %v", err)
	}
}
