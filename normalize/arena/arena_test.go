package arena_test

import (
	"testing"

	"github.com/boctin/boctin/normalize/arena"
)

// TestArena makes more values than one block, and more than are kept, over and over.
func TestArena(t *testing.T) {
	var a arena.Arena[[2]*int]
	one := 1
	for _, n := range []int{0, 1, 15, 16, 17, 40, 5000, 3, 100} {
		seen := map[*[2]*int]bool{}
		for range n {
			v := a.New()
			if seen[v] || v[0] != nil || v[1] != nil {
				t.Fatalf("of %d: a value given twice, or not zero", n)
			}
			seen[v] = true
			v[0], v[1] = &one, &one
		}
		a.Clear()
	}
}

// TestKept tells that an arena uses its memory again, and keeps a bounded part of it.
func TestKept(t *testing.T) {
	var a arena.Arena[int]
	fill := func(n int) func() {
		return func() {
			for range n {
				a.New()
			}
			a.Clear()
		}
	}
	fill(100)()
	if n := testing.AllocsPerRun(10, fill(100)); n != 0 {
		t.Errorf("%v allocations for values that were made before", n)
	}
	if n := testing.AllocsPerRun(10, fill(100_000)); n == 0 {
		t.Error("the memory of a huge article is kept")
	}
}
