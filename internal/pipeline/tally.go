package pipeline

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/boctin/boctin/internal/input"
)

// Tally counts what a batch has done. It is safe to read while the batch runs.
type Tally struct {
	mu       sync.Mutex
	begun    time.Time
	pages    uint64 // of this and of the runs that it takes up
	now      uint64 // of this run
	articles uint64
	bytes    uint64 // of this run, decompressed
	failed   map[input.Kind]uint64
	sites    map[string]bool // not kept over a resumed run
	done     *input.Position
}

// maxSites bounds the memory for site names in the summary.
const maxSites = 100_000

// NewTally begins to count; done and counts come from a run that is taken up.
func NewTally(done *input.Position, counts map[string]uint64) *Tally {
	t := &Tally{begun: time.Now(), failed: map[input.Kind]uint64{}, sites: map[string]bool{}, done: done}
	for name, n := range counts {
		switch name {
		case "pages":
			t.pages = n
		case "articles":
			t.articles = n
		default:
			t.failed[input.Kind(name)] = n
		}
	}
	return t
}

func (t *Tally) add(j *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.pages++
	t.now++
	t.bytes += uint64(j.bytes)
	at := j.item.Position
	t.done = &at
	if j.failure != nil {
		t.failed[j.failure.Kind]++
		return
	}
	t.articles++
	if j.site != "" && len(t.sites) < maxSites {
		t.sites[j.site] = true
	}
}

func (t *Tally) position() *input.Position {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.done
}

func (t *Tally) counts() map[string]uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := map[string]uint64{"pages": t.pages, "articles": t.articles}
	for kind, n := range t.failed {
		c[string(kind)] = n
	}
	return c
}

// Failed tells how many documents gave no record.
func (t *Tally) Failed() uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.pages - t.articles
}

// Pages tells how many documents are done, and how many of them in this run.
func (t *Tally) Pages() (all, now uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.pages, t.now
}

// Summary says in one line what was done.
func (t *Tally) Summary() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	seconds := time.Since(t.begun).Seconds()
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s", Count(t.pages, "page"), Count(t.articles, "article"))
	if failed := t.pages - t.articles; failed > 0 {
		fmt.Fprintf(&b, ", %d failed (%s)", failed, t.reasons())
	}
	if len(t.sites) > 0 {
		fmt.Fprintf(&b, ", %s", Count(uint64(len(t.sites)), "site"))
	}
	fmt.Fprintf(&b, " in %.1f s, %.1f MB/s", seconds, float64(t.bytes)/1e6/max(seconds, 1e-3))
	return b.String()
}

func (t *Tally) reasons() string {
	var list []string
	for _, kind := range slices.Sorted(maps.Keys(t.failed)) {
		list = append(list, fmt.Sprintf("%s %d", kind, t.failed[kind]))
	}
	return strings.Join(list, ", ")
}

// Count writes a number of things.
func Count(n uint64, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// culprit names the function of ours in which a panic began.
func culprit(stack []byte) string {
	for line := range bytes.Lines(stack) {
		name := string(bytes.TrimSpace(line))
		if strings.HasPrefix(name, "github.com/boctin/boctin/") && !strings.Contains(name, "/internal/pipeline.") {
			name, _, _ = strings.Cut(name, "(0x")
			return name
		}
	}
	return "unknown place"
}
