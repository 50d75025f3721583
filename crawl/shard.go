package crawl

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// Shard is part Index of Count parts of a crawl, counted from 0; the zero value
// is the whole. A site with all its hosts belongs to one part, by its name alone.
type Shard struct{ Index, Count int }

func (s Shard) String() string {
	if s.Count <= 1 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// owns tells whether a site falls to the part.
func (s Shard) owns(key string) bool {
	if s.Count <= 1 {
		return true
	}
	sum := sha256.Sum256([]byte(key))
	return binary.BigEndian.Uint64(sum[:])%uint64(s.Count) == uint64(s.Index)
}

// takeShard settles which part the directory holds: the one it was begun with.
func (c *Crawl) takeShard() error {
	kept, err := c.frontier.Meta("shard")
	if err != nil {
		return err
	}
	wanted := c.o.Shard.String()
	seeds, err := c.frontier.Meta("seeds")
	switch {
	case err != nil || wanted == kept:
		return err
	case kept != "" && c.o.Shard.Count == 0:
		_, err := fmt.Sscanf(kept, "%d/%d", &c.o.Shard.Index, &c.o.Shard.Count)
		return err
	case kept != "" && wanted == "":
		return fmt.Errorf("%s holds shard %s of a crawl, not the whole: leave out --shard to go on with it", c.o.Dir, kept)
	case kept != "":
		return fmt.Errorf("%s holds shard %s, not %s: every shard has a directory of its own, and another number of shards gives the sites to others, so begin it in new directories", c.o.Dir, kept, wanted)
	case seeds != "":
		return fmt.Errorf("%s was begun as one whole: a shard begins in a directory of its own, as in boctin crawl --corpus %s-%d --shard %s", c.o.Dir, c.o.Dir, c.o.Shard.Index, wanted)
	}
	return c.frontier.SetMeta("shard", wanted)
}

// own keeps those seeds whose site falls to the shard, and counts the sites of others.
func (c *Crawl) own(seeds []string) ([]string, error) {
	var mine []string
	for _, arg := range seeds {
		u, _, err := seedURL(arg)
		if err != nil {
			return nil, err
		}
		if key := siteKey(u.Host); c.o.Shard.owns(key) {
			mine = append(mine, arg)
		} else if !slices.Contains(c.elsewhere, key) {
			c.elsewhere = append(c.elsewhere, key)
		}
	}
	if len(mine) == 0 {
		c.warning = append(c.warning, fmt.Sprintf("none of the sites falls to shard %s: nothing to do (%s)", c.o.Shard, strings.Join(c.elsewhere, ", ")))
	}
	return mine, nil
}
