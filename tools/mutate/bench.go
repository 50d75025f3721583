package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// verdict is what the tests say of a mutant.
type verdict int

const (
	killed   verdict = iota // a test fails, or does not end
	survived                // no test notices
	unfit                   // it does not compile
)

// bench tries mutants. It touches no source: the go command lays a changed copy
// over the file.
type bench struct {
	options
	dir   string
	spent time.Duration // processor time of all that it started
}

func newBench(o options) (*bench, error) {
	dir, err := os.MkdirTemp("", "mutate-*")
	return &bench{options: o, dir: dir}, err
}

func (b *bench) close() { os.RemoveAll(b.dir) }

// try runs the tests of the package, and where they pass those of the further one.
func (b *bench) try(p pkg, m mutant) (verdict, error) {
	overlay, err := b.lay(m)
	if err != nil {
		return killed, err
	}
	if v := b.do("build", "-overlay="+overlay, p.Path); v != survived {
		return unfit, nil
	}
	for _, tests := range []string{p.Path, b.also} {
		if tests == "" {
			continue
		}
		if v := b.do("test", "-overlay="+overlay, "-vet=off", "-count=1", "-failfast", "-timeout=120s", tests); v != survived {
			return v, nil
		}
	}
	return survived, nil
}

// lay writes the changed copy and the file that has go use it.
func (b *bench) lay(m mutant) (string, error) {
	source, err := os.ReadFile(m.file)
	if err != nil {
		return "", err
	}
	copied := filepath.Join(b.dir, "mutant.go")
	text := bytes.Join([][]byte{source[:m.from], []byte(m.new), source[m.to:]}, nil)
	if err := os.WriteFile(copied, text, 0o600); err != nil {
		return "", err
	}
	data, err := json.Marshal(map[string]any{"Replace": map[string]string{m.file: copied}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(b.dir, "overlay.json")
	return overlay, os.WriteFile(overlay, data, 0o600)
}

func (b *bench) do(args ...string) verdict {
	cmd := exec.Command("go", args...)
	err := cmd.Run()
	if state := cmd.ProcessState; state != nil {
		b.spent += state.UserTime() + state.SystemTime()
	}
	if err != nil {
		return killed
	}
	return survived
}
