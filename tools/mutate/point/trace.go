package point

import (
	"fmt"
	"os"
	"sync"
)

// tracer writes every number once, a line each.
type tracer struct {
	mu   sync.Mutex
	file *os.File
	seen map[int]bool
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
	return &tracer{file: file, seen: map[int]bool{}}
}

func (t *tracer) note(k int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.seen[k] {
		t.seen[k] = true
		fmt.Fprintln(t.file, k)
	}
}
