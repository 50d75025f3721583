package input

import (
	"fmt"
	"hash/fnv"

	"github.com/boctin/boctin"
)

// Shard is part Index of Count parts of a batch. Which part a document belongs
// to depends on its path and record alone.
type Shard struct{ Index, Count int }

// ParseShard reads "i/n", counted from 0.
func ParseShard(s string) (Shard, error) {
	var sh Shard
	var rest string
	n, _ := fmt.Sscanf(s+" ", "%d/%d%s", &sh.Index, &sh.Count, &rest)
	if n != 2 || sh.Index < 0 || sh.Index >= sh.Count {
		return Shard{}, fmt.Errorf("%q is no shard: write i/n with i from 0 to n-1, as 0/4", s)
	}
	return sh, nil
}

func (s Shard) has(p *boctin.Page) bool {
	if s.Count <= 1 {
		return true
	}
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%d", p.Path, p.Record, p.Offset)
	return h.Sum64()%uint64(s.Count) == uint64(s.Index)
}
