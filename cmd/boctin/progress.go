package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// progress is the line at the foot of a terminal that says how far a batch is.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	shown bool
	stop  chan struct{}
}

// terminal tells whether a person watches the file.
func terminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// watch draws the line twice a second; total gives the bytes of all inputs, or
// 0 while they are not known.
func watch(out io.Writer, tally *pipeline.Tally, inputs *input.Set, total func() int64) *progress {
	p := &progress{out: out, stop: make(chan struct{})}
	begun := time.Now()
	tick := time.NewTicker(500 * time.Millisecond)
	go func() {
		defer tick.Stop()
		for {
			select {
			case <-p.stop:
				return
			case <-tick.C:
				p.draw(line(tally, inputs.BytesRead(), total(), time.Since(begun)))
			}
		}
	}()
	return p
}

func line(tally *pipeline.Tally, read, total int64, spent time.Duration) string {
	pages, now := tally.Pages()
	s := fmt.Sprintf("%s, %.0f a second", pipeline.Count(pages, "page"), float64(now)/max(spent.Seconds(), 0.1))
	if failed := tally.Failed(); failed > 0 {
		s += fmt.Sprintf(", %d failed", failed)
	}
	return s + left(read, total, spent)
}

func (p *progress) draw(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.out, "\r\x1b[K%s", fit(harmless(s), columns()))
	p.shown = true
}

// columns is the width of the terminal on standard error.
func columns() int {
	if width, _, err := term.GetSize(int(os.Stderr.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}

// fit cuts a line so that it does not wrap in a terminal of so many columns.
func fit(s string, columns int) string {
	r := []rune(s)
	if most := max(columns-1, 0); len(r) > most {
		r = append(r[:max(most-1, 0)], []rune("…")[:min(most, 1)]...)
	}
	return string(r)
}

// wipe clears the line, so that another can be written.
func (p *progress) wipe() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end() {
	if p != nil {
		close(p.stop)
		p.wipe()
	}
}

// counting begins a status line on a terminal and gives what draws it; nil
// where nobody looks on.
func (t *talk) counting(quiet bool) func(string) {
	if quiet || !terminal(os.Stderr) {
		return nil
	}
	p := &progress{out: t.out, stop: make(chan struct{})}
	t.progress = p
	return p.draw
}

// numbers writes a summary for a program to read: one JSON line.
func (t *talk) numbers(counts any) {
	line, _ := json.Marshal(counts) // numbers alone
	fmt.Fprintf(t.out, "%s\n", line)
}
