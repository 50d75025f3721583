package main

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus"
)

// seeded gives random numbers: the same ones each time, those of BOCTIN_SEED, or with
// BOCTIN_ROUNDS others each time (make kill).
func seeded(t *testing.T) *rand.Rand {
	t.Helper()
	seed, err := strconv.ParseUint(os.Getenv("BOCTIN_SEED"), 10, 64)
	if err != nil && rounds(1) > 1 {
		seed = rand.Uint64()
	}
	t.Logf("BOCTIN_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 1))
}

// rounds is how often a test tries: n times, and as often as BOCTIN_ROUNDS says
// (make kill).
func rounds(n int) int {
	if more, err := strconv.Atoi(os.Getenv("BOCTIN_ROUNDS")); err == nil {
		return n * more
	}
	return n
}

// done runs a command that is to succeed.
func done(t *testing.T, args ...string) {
	t.Helper()
	if out, err := program(t, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v: %s", args, err, out)
	}
}

// faultsOf is what boctin check says of a corpus; empty where nothing is wrong, or
// nothing is stored.
func faultsOf(t *testing.T, dir string) (faults []string) {
	t.Helper()
	c, err := corpus.Open(dir)
	if err != nil {
		if strings.Contains(err.Error(), "nothing is stored yet") || strings.Contains(err.Error(), "no corpus") {
			return nil
		}
		return []string{err.Error()}
	}
	defer c.Close()
	if _, err := c.Check.All(t.Context(), maxPage, func(s string) { faults = append(faults, s) }, nil); err != nil {
		faults = append(faults, err.Error())
	}
	return faults
}

// dumped is what queries give of a corpus.
func dumped(t *testing.T, dir string, queries ...string) string {
	t.Helper()
	c, err := corpus.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var b strings.Builder
	for _, q := range queries {
		if err := c.DB.Dump(t.Context(), q, &b); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	return b.String()
}

func sameHoldings(t *testing.T, got, want string) {
	t.Helper()
	if got, want := holdings(t, got), holdings(t, want); got != want {
		t.Errorf("the corpus holds\n%.2000s\nand undisturbed\n%.2000s", got, want)
	}
}
