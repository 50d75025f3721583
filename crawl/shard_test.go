package crawl

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// shardedSites are news sites, at least two of which fall to each of n shards.
func shardedSites(t *testing.T, n, articles int) (all []*testSite, owner map[*testSite]int) {
	t.Helper()
	owner = map[*testSite]int{}
	for held := map[int]int{}; len(owner) < 2*n; {
		s := newsSite(articles)
		t.Cleanup(s.Close)
		u, _ := url.Parse(s.URL)
		for i := range n {
			if (Shard{i, n}).owns(siteKey(u.Host)) && held[i] < 2 {
				held[i]++
				owner[s] = i
				all = append(all, s)
			}
		}
	}
	return all, owner
}

// TestThreeShards crawls six hosts with a process a shard, all at once: each
// host is asked by one process alone, and together they have what a single
// run has.
func TestThreeShards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const shards, perSite = 3, 30
	sites, owner := shardedSites(t, shards, perSite)
	var seeds, dirs []string
	for _, s := range sites {
		seeds = append(seeds, s.URL)
	}
	var procs []*exec.Cmd
	for i := range shards {
		dirs = append(dirs, t.TempDir())
		cmd := exec.Command(os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s shard=%d/%d %s", childEnv, dirs[i], i, shards, strings.Join(seeds, " ")))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		procs = append(procs, cmd)
	}
	for i, p := range procs {
		if err := p.Wait(); err != nil {
			t.Fatalf("shard %d: %v", i, err)
		}
	}
	var parts []map[string]int
	for _, dir := range dirs {
		parts = append(parts, archived(t, dir))
	}
	for _, s := range sites {
		log := s.requests()
		for i := range perSite {
			if n := count(log, articlePath(i)); n != 1 {
				t.Errorf("%s%s was asked for %d times", s.URL, articlePath(i), n)
			}
		}
		if n := count(log, "/robots.txt"); n != 1 {
			t.Errorf("%s: robots.txt was asked for %d times", s.URL, n)
		}
		for i, part := range parts {
			if got := part["response "+s.URL+articlePath(0)]; (got == 1) != (owner[s] == i) {
				t.Errorf("shard %d holds %d of %s, which falls to %d", i, got, s.URL, owner[s])
			}
		}
	}
	whole := t.TempDir()
	crawlOnce(t, Options{Dir: whole, Seeds: seeds})
	union := map[string]int{}
	for _, part := range parts {
		for what, n := range part {
			union[what] += n
		}
	}
	single := archived(t, whole)
	for what := range merged(union, single) {
		if strings.Contains(what, " http") && union[what] != single[what] {
			t.Errorf("%s: %d times in the shards, %d in the single run", what, union[what], single[what])
		}
	}
}

func merged(a, b map[string]int) map[string]bool {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	return keys
}

// TestShardOfADirectory holds a directory to the shard that it was begun with.
func TestShardOfADirectory(t *testing.T) {
	sites, _ := shardedSites(t, 2, 3)
	var seeds []string
	for _, s := range sites {
		seeds = append(seeds, s.URL)
	}
	dir, whole := t.TempDir(), t.TempDir()
	first := crawlOnce(t, Options{Dir: dir, Seeds: seeds, Shard: Shard{0, 2}})
	if len(first.Sites) != 2 || first.Elsewhere != 2 || first.Shard != "0/2" || len(first.Warnings) > 0 {
		t.Errorf("%+v", first)
	}
	again := crawlOnce(t, Options{Dir: dir, Mode: All})
	if len(again.Sites) != 2 || again.Elsewhere != 2 || again.Shard != "0/2" {
		t.Errorf("without --shard: %+v", again)
	}
	crawlOnce(t, Options{Dir: whole, Seeds: seeds})
	for name, c := range map[string]struct {
		o    Options
		want string
	}{
		"another part":   {Options{Dir: dir, Shard: Shard{1, 2}}, "holds shard 0/2, not 1/2: every shard has a directory of its own"},
		"another number": {Options{Dir: dir, Shard: Shard{0, 3}}, "another number of shards gives the sites to others"},
		"the whole":      {Options{Dir: dir, Shard: Shard{0, 1}}, "leave out --shard"},
		"part of whole":  {Options{Dir: whole, Shard: Shard{0, 2}}, "was begun as one whole"},
	} {
		crawl, err := Open(c.o)
		if err == nil {
			crawl.Close()
			t.Errorf("%s: no error", name)
		} else if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestShardWithoutASite(t *testing.T) {
	sites, owner := shardedSites(t, 2, 3)
	var seeds []string
	for s, i := range owner {
		if i == 0 {
			seeds = append(seeds, s.URL)
		}
	}
	r := crawlOnce(t, Options{Dir: t.TempDir(), Seeds: seeds, Shard: Shard{1, 2}})
	if len(r.Sites) != 0 || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "none of the sites falls to shard 1/2") {
		t.Errorf("%+v", r)
	}
	for _, s := range sites {
		if n := len(s.requests()); n > 0 {
			t.Errorf("%s was asked %d times", s.URL, n)
		}
	}
}

// TestShardOfHosts pins who owns what: another answer would give the sites of
// crawls begun before to others.
func TestShardOfHosts(t *testing.T) {
	for host, want := range map[string]int{"tuoitre.vn": 2, "www.tuoitre.vn": 2, "m.tuoitre.vn": 2, "vnexpress.net": 0, "cand.com.vn": 3, "127.0.0.1:8808": 1} {
		for i := range 5 {
			if (Shard{i, 5}).owns(siteKey(host)) && i != want {
				t.Errorf("%s falls to %d, not %d", host, i, want)
			}
		}
	}
}

// TestRedirectToAnotherShard is no failure: the page is the other shard's.
func TestRedirectToAnotherShard(t *testing.T) {
	sites, owner := shardedSites(t, 2, 3)
	var mine, other *testSite
	for _, s := range sites {
		if owner[s] == 0 {
			mine = s
		} else {
			other = s
		}
	}
	mine.set(articlePath(1), func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+articlePath(1), http.StatusMovedPermanently)
	})
	c, err := Open(Options{Dir: t.TempDir(), Seeds: []string{mine.URL, other.URL}, Shard: Shard{0, 2}, AllowPrivate: true, Delay: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	r, err := c.Run(context.Background())
	if err != nil || r.Failed() > 0 || r.Sites[0].Articles != 2 || len(other.requests()) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
