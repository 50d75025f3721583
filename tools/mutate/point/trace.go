package point

import (
	"fmt"
	"os"
	"sync/atomic"
)

// tracer writes every number once, a line each.
type tracer struct {
	file *os.File
	seen [1 << 16]atomic.Bool
}

func open(path string) *tracer {
	if path == "" {
		return nil
	}
	file, err := os.Create(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(3)
	}
	return &tracer{file: file}
}

func (t *tracer) note(k int) {
	if !t.seen[k].Load() && !t.seen[k].Swap(true) {
		fmt.Fprintln(t.file, k)
	}
}
