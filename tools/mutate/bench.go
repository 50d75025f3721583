package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/tools/mutate/point"
)

// verdict is what the tests say of a condition that is neutralised.
type verdict int

const (
	killed   verdict = iota // a test fails, or does not end
	survived                // no test notices
	idle                    // it decides nothing in any test
)

// program is the tests of a package, compiled.
type program struct {
	pkg, dir, file string
	decides        map[int]bool
	took           time.Duration // with no condition neutralised
}

// bench tries conditions on programs that are compiled once.
type bench struct {
	dir, skip string
	programs  []*program // those that take less time first
}

// build compiles the tests and runs them once, to see what decides something in them.
func (b *bench) build(packages []pkg) error {
	for i, p := range packages {
		if !p.tested() {
			continue
		}
		t := &program{pkg: p.Path, dir: p.Dir, file: filepath.Join(b.dir, fmt.Sprintf("%d.test", i))}
		out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay="+filepath.Join(b.dir, "overlay.json"), "-o", t.file, p.Path).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", p.Path, err, out)
		}
		if err := b.trace(t); err != nil {
			return err
		}
		b.programs = append(b.programs, t)
	}
	sort.SliceStable(b.programs, func(i, j int) bool { return b.programs[i].took < b.programs[j].took })
	return nil
}

func (b *bench) trace(t *program) error {
	file := t.file + ".trace"
	began := time.Now()
	if out, err := b.run(t, 10*time.Minute, point.TraceEnv+"="+file); err != nil {
		return fmt.Errorf("%s: the tests fail as they are: %w\n%s", t.pkg, err, out)
	}
	t.took, t.decides = time.Since(began), map[int]bool{}
	data, err := os.ReadFile(file)
	for _, line := range strings.Fields(string(data)) {
		if k, err := strconv.Atoi(line); err == nil {
			t.decides[k] = true
		}
	}
	return err
}

// run ends a program that does not heed the limit soon after it.
func (b *bench) run(t *program, limit time.Duration, env string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit+limit/4)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.file, "-test.failfast", "-test.skip="+b.skip, "-test.timeout="+limit.String())
	cmd.Dir, cmd.Env = t.dir, append(os.Environ(), env)
	return cmd.CombinedOutput()
}

// try runs the tests in which a condition decides something, those that take less time first.
func (b *bench) try(c condition) verdict {
	v := idle
	for _, t := range b.programs {
		if !t.decides[c.number] {
			continue
		}
		v = survived
		if _, err := b.run(t, 5*time.Second+5*t.took, point.NumberEnv+"="+strconv.Itoa(c.number)); err != nil {
			return killed
		}
	}
	return v
}
