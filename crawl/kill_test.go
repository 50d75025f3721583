package crawl

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// childEnv makes the test binary a crawler: the corpus, its seeds, and shard=i/n
// for a part of them.
const childEnv = "BOCTIN_TEST_CRAWL"

func TestMain(m *testing.M) {
	if spec := os.Getenv(childEnv); spec != "" {
		os.Exit(child(strings.Fields(spec)))
	}
	os.Exit(m.Run())
}

func child(spec []string) int {
	o := Options{Dir: spec[0], AllowPrivate: true, Delay: 8 * time.Millisecond}
	for _, arg := range spec[1:] {
		if n, _ := fmt.Sscanf(arg, "shard=%d/%d", &o.Shard.Index, &o.Shard.Count); n == 0 {
			o.Seeds = append(o.Seeds, arg)
		}
	}
	c, err := Open(o)
	if err != nil {
		return 1
	}
	defer c.Close()
	if _, err := c.Run(context.Background()); err != nil {
		return 1
	}
	return 0
}

// crawlAndKill runs the crawler in a process of its own and kills it.
func crawlAndKill(t *testing.T, spec string, after time.Duration) (killed bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childEnv+"="+spec)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	return cmd.Wait() != nil
}

// TestKilledFiveTimes crawls 600 pages of three hosts with kill -9 at random,
// then to the end: every page is there, none twice beyond those in flight.
func TestKilledFiveTimes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const perSite, kills = 200, 5
	dir := t.TempDir()
	var seeds []string
	var sites []*testSite
	for range 3 {
		s := newsSite(perSite)
		defer s.Close()
		sites, seeds = append(sites, s), append(seeds, s.URL)
	}
	killed := 0
	for range kills {
		if crawlAndKill(t, dir+" "+strings.Join(seeds, " "), 100*time.Millisecond+rand.N(250*time.Millisecond)) {
			killed++
		}
	}
	crawlOnce(t, Options{Dir: dir, Seeds: seeds})
	if killed < kills {
		t.Errorf("the crawl ended before it was killed %d times", kills)
	}
	twice := 0
	stored := archived(t, dir)
	for _, s := range sites {
		log := s.requests()
		for i := range perSite {
			n := count(log, articlePath(i))
			if twice += n - 1; n == 0 {
				t.Errorf("%s%s was never fetched", s.URL, articlePath(i))
			}
			if got := stored["response "+s.URL+articlePath(i)]; got != 1 {
				t.Errorf("%s%s is stored %d times", s.URL, articlePath(i), got)
			}
		}
	}
	if most := killed * len(sites); twice > most {
		t.Errorf("%d pages were fetched twice, %d leases were in flight", twice, most)
	}
	t.Logf("killed %d times, %d pages fetched twice", killed, twice)

	crawlOnce(t, Options{Dir: dir, Seeds: seeds, Mode: All})
	for _, s := range sites {
		for _, a := range s.requests() {
			if !a.conditional {
				t.Errorf("second run: %s without a condition", a.path)
			}
		}
	}
	if again := archived(t, dir); again["response"] != stored["response"] {
		t.Errorf("second run stored %d pages again", again["response"]-stored["response"])
	}
}
