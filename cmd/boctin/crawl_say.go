package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/boctin/boctin/crawl"
	"github.com/boctin/boctin/internal/pipeline"
)

func (c *crawling) say(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.app.talk.say(format, args...)
}

// event tells of one fetch: failures always, the rest as JSON lines where no
// person watches.
func (c *crawling) event(e crawl.Event) {
	if terminal(os.Stderr) {
		if e.Final {
			c.say("%s: %s", pipeline.Printable(e.URL), e.Note)
		}
		return
	}
	if c.silent && !e.Final {
		return
	}
	c.json(e)
}

func (c *crawling) json(v any) {
	line, err := json.Marshal(v)
	if err != nil {
		return // structs of strings and numbers alone
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintf(c.app.talk.out, "%s\n", harmless(string(line)))
}

// watch draws the status line twice a second, on a terminal.
func (c *crawling) watch(job *crawl.Crawl) (stop func()) {
	if c.silent || !terminal(os.Stderr) {
		return func() {}
	}
	p := &progress{out: c.app.talk.out, stop: make(chan struct{})}
	c.app.talk.progress = p
	begun := time.Now()
	go func() {
		for {
			select {
			case <-p.stop:
				return
			case <-time.After(500 * time.Millisecond):
				n := job.Progress()
				if n.Quiet {
					p.draw("quiet hours: no requests")
					continue
				}
				p.draw(fmt.Sprintf("%d pages, %d new, %d unchanged, %d failed, %d queued, %s, %.1f a second", n.Pages, n.New, n.Unchanged,
					n.Failed, n.Queued, pipeline.Count(uint64(n.Hosts), "host"), float64(n.Pages)/max(time.Since(begun).Seconds(), 0.1)))
			}
		}
	}()
	return func() {
		p.end()
		c.app.talk.progress = nil
	}
}

// tell says what came of each site.
func (c *crawling) tell(r *crawl.Report) {
	if !terminal(os.Stderr) {
		for i := range r.Sites {
			c.json(&r.Sites[i])
		}
	} else if !c.silent {
		for i := range r.Sites {
			c.tellSite(&r.Sites[i])
		}
	}
	for _, w := range r.Warnings {
		c.say("warning: %s", w)
	}
	if r.Elsewhere > 0 && len(r.Sites) > 0 && !c.silent {
		c.say("shard %s: %s left to other shards", r.Shard, pipeline.Count(uint64(r.Elsewhere), "site"))
	}
	switch {
	case r.Interrupted:
		c.say("interrupted: nothing is lost; the same command goes on from here")
	case r.Limited && !c.silent:
		c.say("stopped at --limit %d; the same command goes on from here", c.o.Limit)
	}
}

// tellNone says that a first crawl brought nothing that is an article: none by its looks,
// and none that could be stored.
func (c *crawling) tellNone(r *crawl.Report) {
	if fetched, articles := r.Fetched(); articles == 0 && c.stored.New == 0 && fetched > 0 && c.first && !c.silent {
		c.say("no article came of the %s fetched: give the URL of a section, more --depth, or see what the pages are with boctin extract --explain %s", pipeline.Count(uint64(fetched), "page"), c.o.Dir)
	}
}

func (c *crawling) tellSite(t *crawl.Tally) {
	parts := []string{pipeline.Count(uint64(t.Articles), "article") + " new or changed"}
	for _, n := range []struct {
		count int64
		what  string
	}{{int64(t.Unchanged), "unchanged"}, {int64(t.Gone), "gone"}, {int64(t.Failed), "failed"}, {int64(t.Blocked), "forbidden by robots.txt"}, {t.Left, "left for later"}} {
		if n.count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n.count, n.what))
		}
	}
	c.say("%s: %s fetched: %s", t.Site, pipeline.Count(uint64(t.Fetched), "page"), strings.Join(parts, ", "))
	for i, why := range t.Why {
		if i == 5 {
			c.say("  and %d more reasons", len(t.Why)-i)
			break
		}
		c.say("  %d × %s, as %s", why.Count, why.Why, pipeline.Printable(why.Example))
	}
	if left := t.Coverage(); left != "" {
		c.say("  %s", left)
	}
	for _, w := range t.Warnings {
		c.say("  warning: %s", w)
	}
}
