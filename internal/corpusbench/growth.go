package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/boctin/boctin/internal/corpus"
)

// sizes are those of the growth table; sample is how many items are measured at each.
var sizes = []int{20_000, 50_000, 100_000, 150_000, 200_000, 300_000, 400_000, 500_000, 600_000, 800_000, 1_000_000}

const sample = 10_000

// grow imports invented items into one corpus, which holds some of them already, and
// prints at each size up to n what the last 10,000 of them cost in an import of their own, and
// those before since the size before, on one core.
func (b *bench) grow(at, n int) error {
	if err := os.MkdirAll(b.dir, 0o777); err != nil {
		return err
	}
	fmt.Print("| items | processor s for the last 10,000 | of it system | s per 10,000 of those before, in one import | peak MB | database / text | none of 10,000 new, s | none of 500 new, s |\n|---|---|---|---|---|---|---|---|\n")
	for _, size := range sizes {
		if size > n {
			break
		}
		if size <= at {
			continue
		}
		before := max(size-sample-at, 0)
		var bulk spent
		if before > 0 {
			var err error
			if bulk, err = b.items(at, size-sample); err != nil {
				return err
			}
		}
		cost, err := b.items(size-sample, size)
		if err != nil {
			return err
		}
		at = size
		again, err := b.items(size-sample, size)
		if err != nil {
			return err
		}
		few, err := b.items(size-sample, size-sample+500)
		if err != nil {
			return err
		}
		share, err := b.share()
		if err != nil {
			return err
		}
		fmt.Printf("| %d | %.1f | %.1f | %s | %d | %.2f | %.2f | %.2f |\n", size, cost.seconds(), cost.system.Seconds(), bulk.per(before), cost.peak>>20, share, again.seconds(), few.seconds())
	}
	return nil
}

// spent is what a run of the program took.
type spent struct {
	user, system time.Duration
	peak         int64 // bytes
}

// seconds are those of the processor.
func (s spent) seconds() float64 { return (s.user + s.system).Seconds() }

// per tells the seconds for 10,000 of so many items, which came in one import.
func (s spent) per(items int) string {
	if items == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f", s.seconds()*sample/float64(items))
}

// items imports the items from one number up to another.
func (b *bench) items(from, to int) (s spent, err error) {
	name := filepath.Join(b.dir, fmt.Sprintf("items-%d.jsonl", from))
	if err := writeItems(name, from, to); err != nil {
		return s, err
	}
	defer os.Remove(name)
	cmd := exec.Command(b.program, "import", "--corpus", b.dir, "--no-keep", "-q", "-j", "1", name)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	if said, err := cmd.CombinedOutput(); err != nil {
		return s, fmt.Errorf("%v: %w: %s", cmd.Args, err, said)
	}
	s = spent{user: cmd.ProcessState.UserTime(), system: cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.peak = int64(usage.Maxrss)
		if runtime.GOOS == "linux" {
			s.peak <<= 10 // KiB there
		}
	}
	return s, nil
}

// writeItems writes invented items as JSON lines: a title and two sentences.
func writeItems(name string, from, to int) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for i := from; i < to; i++ {
		title, text, at := item(i)
		if err := enc.Encode(map[string]string{"url": fmt.Sprintf("https://bao%d.example.vn/tin-%d.htm", i%7, i), "title": title,
			"text": text, "date": at.Format(time.RFC3339)}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// share is how many times the text its database takes.
func (b *bench) share() (float64, error) {
	c, err := corpus.Open(b.dir)
	if err != nil {
		return 0, err
	}
	text, err := c.DB.TextBytes(b.context)
	c.Close()
	info, err2 := os.Stat(filepath.Join(b.dir, "boctin.db"))
	if err != nil || err2 != nil {
		return 0, fmt.Errorf("%w, %w", err, err2)
	}
	return float64(info.Size()) / float64(text), nil
}
