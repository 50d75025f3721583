package input

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Passed counts, by kind, what is passed over as no page. It is safe for
// concurrent use.
type Passed struct {
	mu   sync.Mutex
	kind map[string]int64
}

func (p *Passed) add(kind string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.kind == nil {
		p.kind = map[string]int64{}
	}
	if len(p.kind) >= maxKinds && p.kind[kind] == 0 {
		kind = "others"
	}
	p.kind[kind]++
}

// maxKinds bounds the kinds that are told apart.
const maxKinds = 1000

// shown is how many kinds String names.
const shown = 8

// String names the kinds, the most frequent first; empty where there is none.
func (p *Passed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	kinds := slices.SortedFunc(maps.Keys(p.kind), func(a, b string) int {
		if d := p.kind[b] - p.kind[a]; d != 0 {
			return int(d)
		}
		return strings.Compare(a, b)
	})
	var out []string
	for i, kind := range kinds {
		if i == shown {
			out = append(out, fmt.Sprintf("and %d more kinds", len(kinds)-i))
			break
		}
		out = append(out, fmt.Sprintf("%s (%d)", kind, p.kind[kind]))
	}
	return strings.Join(out, ", ")
}

// pass counts a thing that is passed over, for the batch and for the file.
func (f *file) pass(kind string) {
	f.passed.add(kind)
	f.walk.set.passed.add(kind)
}

// kindOf names the kind of a file that is no page by its name.
func kindOf(name string) string {
	if ext := strings.ToLower(filepath.Ext(name)); ext != "" && len(ext) <= 12 {
		return ext
	}
	return "without a known name"
}
