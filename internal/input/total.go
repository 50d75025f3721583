package input

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Total sums the sizes of all inputs in the background, for the time left. The
// function it gives returns 0 as long as the sum is not known, which is for
// ever where standard input is among them.
func (s *Set) Total(ctx context.Context) func() int64 {
	var total atomic.Int64
	if s.From == "" {
		go func() { total.Store(s.sum(ctx)) }()
	}
	return total.Load
}

func (s *Set) sum(ctx context.Context) int64 {
	var sum int64
	for _, path := range s.Paths {
		if path == "-" {
			return 0
		}
		err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !s.wanted(path) {
				return ctx.Err()
			}
			if info, err := os.Stat(path); err == nil {
				sum += info.Size()
			}
			return ctx.Err()
		})
		if err != nil {
			return 0
		}
	}
	return sum
}

// wanted tells by the name alone whether a file is likely an input.
func (s *Set) wanted(path string) bool {
	f, _ := named(path)
	if kind := listed(path); s.Lists != nil && kind != "" && kind != formObjects {
		return true
	}
	return s.Lines == (f == formJSON) && f != formOther
}
