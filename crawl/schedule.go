package crawl

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/boctin/boctin/crawl/frontier"
)

// schedule hands out hosts, one request at a time to each, and takes back what
// came of it. All its fields belong to the goroutine of run.
type schedule struct {
	c       *Crawl
	active  map[int64]*host // that have URLs queued
	flying  int             // jobs at work
	pages   int             // fetched or being fetched, towards the limit
	store   chan *item      // to the one that writes
	done    chan *item      // from it
	err     error
	limited bool
}

// run works until nothing is due within the patience of the run.
func (s *schedule) run(ctx context.Context) error {
	waiting, err := s.c.frontier.Waiting()
	if err != nil {
		return err
	}
	for id, due := range waiting {
		if err := s.wake(id, due); err != nil {
			return err
		}
	}
	go (&keeper{s.c}).keep(s.store, s.done)
	stop := ctx.Done()
	for {
		if ctx.Err() == nil && s.err == nil && !s.limited {
			s.err = s.launch()
		}
		wait, any := s.next()
		over := ctx.Err() != nil || s.err != nil || s.limited
		if s.flying == 0 && (over || !any) {
			break
		}
		var timer <-chan time.Time
		if any && !over {
			timer = time.After(wait)
		}
		select {
		case it := <-s.done:
			s.finish(it)
		case <-timer:
		case <-stop:
			stop = nil
		}
	}
	close(s.store)
	<-s.done
	return s.err
}

// wake makes a host that has URLs queued take part, if it belongs to the run.
func (s *schedule) wake(id int64, due time.Time) error {
	h, err := s.c.host(id)
	if err != nil || h.site == nil || h.away {
		return err
	}
	if s.active[id] == nil {
		s.active[id] = h
		if !h.busy {
			h.ready = later(h.Next, due)
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// next tells how long it is until a host can be asked; false when there is
// none worth waiting for.
func (s *schedule) next() (wait time.Duration, any bool) {
	now := time.Now()
	wait = time.Hour
	for _, h := range s.active {
		if h.busy || h.ready.Sub(now) > s.c.o.Patience {
			continue
		}
		any, wait = true, min(wait, max(h.ready.Sub(now), 0))
	}
	if s.flying >= s.c.o.Workers {
		wait = time.Hour
	}
	if quiet := s.c.o.Quiet.left(now); quiet > 0 && any {
		wait = max(wait, quiet)
	}
	return wait, any
}

// launch begins jobs on the hosts that are ready, the longest waiting first.
func (s *schedule) launch() error {
	now := time.Now()
	if s.c.o.Quiet.left(now) > 0 {
		return nil
	}
	var ready []*host
	for _, h := range s.active {
		if !h.busy && !h.ready.After(now) {
			ready = append(ready, h)
		}
	}
	slices.SortFunc(ready, func(a, b *host) int { return a.ready.Compare(b.ready) })
	for _, h := range ready {
		if s.flying >= s.c.o.Workers || s.limited {
			return nil
		}
		if err := s.begin(h); err != nil {
			return err
		}
	}
	return nil
}

// begin leases a URL of the host and starts the job that fetches it, or the
// one that fetches robots.txt first.
func (s *schedule) begin(h *host) error {
	for {
		u, err := s.c.frontier.Lease(h.ID, time.Now(), s.c.o.Timeout+leaseSlack)
		if err != nil {
			return err
		}
		if u == nil {
			return s.rest(h)
		}
		at, err := url.Parse(u.URL)
		if err != nil {
			return fmt.Errorf("frontier holds %q: %w", u.URL, err)
		}
		if h.rules == nil || time.Since(h.RobotsAt) >= robotsLife {
			h.scheme = at.Scheme
			s.fly(h, func() *item { return s.c.asker.fetchRobots(h) })
			return s.c.frontier.Release(u.ID)
		}
		if !h.rules.allows(at) {
			if err := s.c.block(h, u); err != nil {
				return err
			}
			continue
		}
		if counts(u) {
			if s.c.o.Limit > 0 && s.pages >= s.c.o.Limit {
				s.limited = true
				return s.c.frontier.Release(u.ID)
			}
			s.pages++
		}
		s.fly(h, func() *item { return s.c.visit(h, u, at) })
		return nil
	}
}

// counts tells whether a URL counts towards the limit.
func counts(u *frontier.URL) bool { return u.Kind == frontier.Article || u.Kind == frontier.Page }

// rest puts a host aside until its next URL is due.
func (s *schedule) rest(h *host) error {
	due, some, err := s.c.frontier.NextDue(h.ID)
	if err != nil || !some {
		delete(s.active, h.ID)
		return err
	}
	h.ready = later(h.Next, due)
	return nil
}

func (s *schedule) fly(h *host, job func() *item) {
	h.busy = true
	s.flying++
	go func() { s.store <- job() }()
}

// finish takes a job back.
func (s *schedule) finish(it *item) {
	s.flying--
	it.host.busy = false
	it.host.ready = it.host.Next
	if it.host.away {
		delete(s.active, it.host.ID)
	}
	if it.err != nil && s.err == nil {
		s.err = it.err
	}
	if it.retry && counts(it.url) {
		s.pages--
	}
	for _, id := range it.touched {
		if err := s.wake(id, time.Time{}); err != nil && s.err == nil {
			s.err = err
		}
	}
}
