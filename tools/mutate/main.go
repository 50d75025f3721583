// Command mutate measures what the tests notice: it neutralises conditions of a
// package one at a time and runs the tests against each. It prints the conditions
// that no test misses, and their share. docs/quality.md says what that means.
//
//	mutate [-n 20] [-seed 1] [-also ./internal/score] [-processor 10m] ./normalize/date ./extract
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"time"
)

func main() {
	var o options
	flag.IntVar(&o.sample, "n", 20, "conditions tried in each package, 0 for all")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the sample: the same seed tries the same conditions")
	flag.StringVar(&o.also, "also", "", "a further package whose tests may notice what the package's own do not")
	flag.DurationVar(&o.processor, "processor", 30*time.Minute, "processor time after which no further condition is tried")
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
	sample    int
	seed      uint64
	also      string
	processor time.Duration
}

func run(o options, patterns []string) error {
	packages, err := list(patterns)
	if err != nil {
		return err
	}
	bench, err := newBench(o)
	if err != nil {
		return err
	}
	defer bench.close()
	var all tally
	for _, p := range packages {
		mutants, err := p.mutants()
		if err != nil {
			return err
		}
		t := tally{conditions: len(mutants)}
		for _, m := range sampled(mutants, o) {
			if bench.spent > o.processor {
				break
			}
			verdict, err := bench.try(p, m)
			if err != nil {
				return err
			}
			t.count(verdict)
			if verdict == survived {
				fmt.Printf("%s: %s: %s\n", m.at, m.what, m.text)
			}
		}
		fmt.Printf("%-40s %s\n", p.Path, t)
		all.add(t)
	}
	fmt.Printf("%-40s %s; %s of processor time\n", "all", all, bench.spent.Round(time.Second))
	return nil
}

// sampled gives n of the mutants, in the order of the source.
func sampled(mutants []mutant, o options) []mutant {
	if o.sample == 0 || o.sample >= len(mutants) {
		return mutants
	}
	chosen := make([]bool, len(mutants))
	for _, i := range rand.New(rand.NewPCG(o.seed, 0)).Perm(len(mutants))[:o.sample] {
		chosen[i] = true
	}
	var some []mutant
	for i, m := range mutants {
		if chosen[i] {
			some = append(some, m)
		}
	}
	return some
}

// tally counts what became of the conditions.
type tally struct{ conditions, killed, survived, unfit int }

func (t *tally) count(v verdict) {
	switch v {
	case killed:
		t.killed++
	case survived:
		t.survived++
	case unfit:
		t.unfit++
	}
}

func (t *tally) add(o tally) {
	t.conditions += o.conditions
	t.killed += o.killed
	t.survived += o.survived
	t.unfit += o.unfit
}

func (t tally) String() string {
	tried := t.killed + t.survived
	share := 0.0
	if tried > 0 {
		share = 100 * float64(t.survived) / float64(tried)
	}
	return fmt.Sprintf("%d of %d conditions tried, %d survive (%.1f %%), %d do not compile", tried, t.conditions, t.survived, share, t.unfit)
}
