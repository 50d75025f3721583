package crawl

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin/crawl/frontier"
)

// Reason is one way in which pages of a site failed.
type Reason struct {
	Why     string `json:"why"`
	Count   int    `json:"count"`
	Example string `json:"example"` // URL
}

// Tally counts what came of one site.
type Tally struct {
	Site      string    `json:"site"`
	Fetched   int       `json:"fetched"` // answers, robots.txt not counted
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Articles  int       `json:"articles"` // new or changed
	Gone      int       `json:"gone"`
	Blocked   int       `json:"blocked"` // by robots.txt
	Failed    int       `json:"failed"`
	Left      int64     `json:"left"` // URLs queued for a later run
	Trapped   int       `json:"trapped,omitempty"`
	Why       []*Reason `json:"why,omitempty"` // of the failures, most frequent first
	Warnings  []string  `json:"warnings,omitempty"`

	Links     int         `json:"links,omitempty"`     // that listings led to
	Unfetched []Unfetched `json:"unfetched,omitempty"` // of these, and why, most first

	failures map[string]*Reason
	yield    frontier.Yield
}

// Report is the outcome of a run.
type Report struct {
	Sites       []Tally       `json:"sites"`
	Took        time.Duration `json:"-"`
	Interrupted bool          `json:"interrupted,omitempty"`
	Limited     bool          `json:"limited,omitempty"` // the limit was reached
	Shard       string        `json:"shard,omitempty"`
	Elsewhere   int           `json:"elsewhere,omitempty"` // sites that fall to other shards
	Warnings    []string      `json:"warnings,omitempty"`
}

// Failed counts the pages that failed for good in this run.
func (r *Report) Failed() (n int) {
	for _, t := range r.Sites {
		n += t.Failed
	}
	return n
}

// Fetched counts the answers of this run, and the articles among them that are
// new or changed.
func (r *Report) Fetched() (pages, articles int) {
	for _, t := range r.Sites {
		pages += t.Fetched
		articles += t.Articles
	}
	return pages, articles
}

// Progress is how far a run is.
type Progress struct {
	Pages, New, Unchanged, Failed, Hosts int
	Queued                               int64
	Quiet                                bool // waiting for the end of the quiet hours
}

// Progress may be asked at any time while the run goes on.
func (c *Crawl) Progress() Progress {
	p := Progress{Quiet: c.o.Quiet.left(time.Now()) > 0}
	for _, s := range c.sites {
		s.mu.Lock()
		t := &s.tally
		p.Pages += t.Fetched
		p.New += t.New + t.Changed
		p.Unchanged += t.Unchanged
		p.Failed += t.Failed
		s.mu.Unlock()
		p.Hosts++
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if begun := time.Now(); begun.After(c.countAt) { // counting takes a while in a large corpus
		if n, err := c.frontier.Queued(0); err == nil {
			c.queued, c.countAt = n, time.Now().Add(20*time.Since(begun))
		}
	}
	p.Queued = c.queued
	return p
}

// count notes the outcome of a fetch that was committed.
func (c *Crawl) count(it *item, out frontier.Outcome) {
	r := it.result
	s := it.host.site
	s.mu.Lock()
	t := &s.tally
	if r.Visit.Outcome != Blocked && r.Visit.Outcome != Retry {
		t.Fetched++
	}
	switch r.Visit.Outcome {
	case New:
		t.New++
	case Changed:
		t.Changed++
	case Unchanged, NotModified:
		t.Unchanged++
	case Gone:
		t.Gone++
	case Blocked:
		t.Blocked++
	case Failed:
		t.fail(it)
	}
	if it.version && r.Page != nil && r.Page.Article {
		t.Articles++
	}
	t.Trapped += out.Trapped
	s.mu.Unlock()
	if c.o.OnEvent != nil {
		c.o.OnEvent(Event{Time: r.Visit.At.UTC(), URL: it.url.URL, Outcome: r.Visit.Outcome, Status: r.Visit.Status,
			Bytes: r.Visit.Bytes, Note: r.Visit.Note, Final: r.Visit.Outcome == Failed})
	}
}

func (t *Tally) fail(it *item) {
	t.Failed++
	why := it.result.Visit.Note
	if r := t.failures[why]; r != nil {
		r.Count++
		return
	}
	if len(t.failures) < 1000 {
		t.failures[why] = &Reason{Why: why, Count: 1, Example: it.url.URL}
	}
}

// yield notes what a page says of how well the site is understood.
func (s *site) yield(it *item, links int, article bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	y := &s.tally.yield
	switch {
	case it.url.Kind == frontier.Article:
		y.Pages++
		if article {
			y.Articles++
		}
	case !article:
		y.Lists++
		y.Links += links
	}
}

// report closes the books of a run.
func (c *Crawl) report(sch *schedule, interrupted bool) (*Report, error) {
	r := &Report{Took: time.Since(c.started), Interrupted: interrupted, Limited: sch.limited, Warnings: c.warning,
		Shard: c.o.Shard.String(), Elsewhere: len(c.elsewhere)}
	left, why, err := c.leftBehind()
	if err != nil {
		return r, err
	}
	for _, key := range slices.Sorted(maps.Keys(c.sites)) {
		s := c.sites[key]
		t := s.tally
		t.Site, t.Left = key, left[key]
		if t.Fetched == 0 && !interrupted { // nothing came of the site: that is a failure, not a wait
			for _, w := range why[key] {
				t.Failed++
				t.failures[w] = &Reason{Why: w, Count: 1, Example: s.scheme + "://" + s.host + "/"}
			}
		}
		for _, reason := range t.failures {
			t.Why = append(t.Why, reason)
		}
		slices.SortFunc(t.Why, func(a, b *Reason) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Why, b.Why))
		})
		for _, w := range why[key] {
			t.Warnings = append(t.Warnings, fmt.Sprintf("%s: %s left for a later run", w, urls(t.Left)))
		}
		if t.Trapped > 0 {
			t.Warnings = append(t.Warnings, fmt.Sprintf("%s of an endless kind left out (a calendar or a search?): none of %d like them led to a new article", urls(int64(t.Trapped)), frontier.ShapeLimit))
		}
		past, err := c.frontier.Yields(c.run, key, 5)
		if err != nil {
			return r, err
		}
		t.Warnings = append(t.Warnings, redesign(past, t.yield)...)
		if t.yield.Lists+t.yield.Pages > 0 {
			if err := c.frontier.SaveYield(c.run, key, t.yield); err != nil {
				return r, err
			}
		}
		if err := c.frontier.SaveForms(key, s.forms); err != nil {
			return r, err
		}
		t.cover(&s.links)
		r.Sites = append(r.Sites, t)
	}
	return r, nil
}

// leftBehind counts by site what is still queued, and says why where a host is
// the reason.
func (c *Crawl) leftBehind() (left map[string]int64, why map[string][]string, err error) {
	left, why = map[string]int64{}, map[string][]string{}
	waiting, err := c.frontier.Waiting()
	if err != nil {
		return nil, nil, err
	}
	for id := range waiting {
		h, err := c.host(id)
		if err != nil {
			return nil, nil, err
		}
		if h.site == nil {
			continue
		}
		n, err := c.frontier.Queued(id)
		if err != nil {
			return nil, nil, err
		}
		left[h.site.key] += n
		switch wait := time.Until(h.Next); {
		case h.parked != "" && h.site.bare && h.scheme == "https" && strings.Contains(h.parked, "connection refused"):
			why[h.site.key] = append(why[h.site.key], fmt.Sprintf("%s: %s; has it no https? then write http://%s", h.Name, h.parked, h.Name))
		case h.parked != "":
			why[h.site.key] = append(why[h.site.key], h.Name+": "+h.parked)
		case wait > c.o.Patience:
			why[h.site.key] = append(why[h.site.key], fmt.Sprintf("%s asked to wait %s (status 429 or 503, or it failed again and again)", h.Name, wait.Round(time.Second)))
		}
	}
	return left, why, nil
}

func urls(n int64) string {
	if n == 1 {
		return "1 URL"
	}
	return fmt.Sprintf("%d URLs", n)
}

// redesign compares a site's yield with that of earlier runs: much less of it
// means that the site looks different now.
func redesign(past []frontier.Yield, now frontier.Yield) (out []string) {
	var before frontier.Yield
	for _, y := range past {
		before.Lists += y.Lists
		before.Links += y.Links
		before.Pages += y.Pages
		before.Articles += y.Articles
	}
	share := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	if a, b := share(now.Links, now.Lists), share(before.Links, before.Lists); now.Lists > 0 && b >= 4 && a < b/2 {
		out = append(out, fmt.Sprintf("listings hold %.0f article links each, %.0f before: was the site redesigned? Its article pattern in the site file may be out of date", a, b))
	}
	if a, b := share(now.Articles, now.Pages), share(before.Articles, before.Pages); now.Pages >= 5 && before.Pages >= 5 && a < b/2 {
		out = append(out, fmt.Sprintf("%.0f %% of the pages are articles, %.0f %% before: was the site redesigned?", a*100, b*100))
	}
	return out
}
