// Command mutate measures what the tests notice: it neutralises the conditions of
// packages one at a time and runs the tests against each. It prints the conditions
// that no test misses, and their share. docs/quality.md says what that means.
//
//	mutate [-n 60 [-over]] [-seed 1] [-also ./internal/score] [-at lists.go:73] ./normalize/... ./extract/...
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	var o options
	flag.IntVar(&o.sample, "n", 60, "conditions tried in each package, 0 for all")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the sample: the same seed tries the same conditions")
	flag.BoolVar(&o.over, "over", false, "draw the sample over the conditions of all packages together")
	flag.StringVar(&o.also, "also", "", "packages, with commas between, whose tests may notice what those of the named packages do not")
	flag.StringVar(&o.at, "at", "", "try only the conditions of the places that contain this, such as lists.go:73")
	flag.StringVar(&o.skip, "skip", "", "pattern of the names of tests that are too slow to be run for every condition")
	flag.StringVar(&o.keep, "keep", "", "folder in which the changed copies are kept: go build -overlay FOLDER/overlay.json builds a program that does without the condition of MUTATE_NUMBER")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "mutate: name packages, such as ./normalize/...")
		os.Exit(2)
	}
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

type options struct {
	sample               int
	seed                 uint64
	over                 bool
	also, at, skip, keep string
}

func run(o options, patterns []string) error {
	dir, err := folder(o.keep)
	if err != nil {
		return err
	}
	if o.keep == "" {
		defer os.RemoveAll(dir)
	}
	packages, err := list(patterns)
	if err != nil {
		return err
	}
	conditions, err := layOver(dir, packages)
	if err != nil {
		return err
	}
	if o.also != "" {
		further, err := list(strings.Split(o.also, ","))
		if err != nil {
			return err
		}
		packages = append(packages, further...)
	}
	b := &bench{dir: dir, skip: o.skip}
	if err := b.build(packages); err != nil {
		return err
	}
	return b.report(o, packages, conditions)
}

func folder(keep string) (string, error) {
	if keep == "" {
		return os.MkdirTemp("", "mutate-*")
	}
	keep, err := filepath.Abs(keep)
	if err != nil {
		return "", err
	}
	return keep, os.MkdirAll(keep, 0o700)
}

// report tries a sample of each package and prints what survives.
func (b *bench) report(o options, packages []pkg, conditions []condition) error {
	var all tally
	if o.over {
		conditions, o.sample = sampled(conditions, o), 0
	}
	for _, p := range packages {
		var own []condition
		for _, c := range conditions {
			if c.pkg == p.Path && strings.Contains(c.at, o.at) {
				own = append(own, c)
			}
		}
		t := tally{conditions: len(own)}
		for _, c := range sampled(own, o) {
			v := b.try(c)
			t.count(v)
			if v != killed {
				fmt.Printf("%s: %s: %s (%d%s)\n", c.at, c.op, c.text, c.number, map[verdict]string{idle: ", decides nothing"}[v])
			}
		}
		if t.conditions > 0 {
			fmt.Printf("%-40s %s\n", p.Path, t)
		}
		all.add(t)
	}
	fmt.Printf("%-40s %s\n", "all", all)
	return nil
}

// sampled gives n of the conditions, in the order of the source.
func sampled(conditions []condition, o options) []condition {
	if o.sample == 0 || o.sample >= len(conditions) {
		return conditions
	}
	chosen := make([]bool, len(conditions))
	for _, i := range rand.New(rand.NewPCG(o.seed, 0)).Perm(len(conditions))[:o.sample] {
		chosen[i] = true
	}
	var some []condition
	for i, c := range conditions {
		if chosen[i] {
			some = append(some, c)
		}
	}
	return some
}

// tally counts what became of the conditions.
type tally struct{ conditions, tried, survived, idle int }

func (t *tally) count(v verdict) {
	t.tried++
	switch v {
	case idle:
		t.idle++
		t.survived++
	case survived:
		t.survived++
	}
}

func (t *tally) add(o tally) {
	t.conditions += o.conditions
	t.tried += o.tried
	t.survived += o.survived
	t.idle += o.idle
}

func (t tally) String() string {
	share := 100 * float64(t.survived) / float64(max(1, t.tried))
	return fmt.Sprintf("%d of %d conditions tried, %d survive (%.1f %%), %d of them decide nothing in any test", t.tried, t.conditions, t.survived, share, t.idle)
}
