package crawl

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/crawl/fetch"
	"github.com/boctin/boctin/crawl/frontier"
)

const (
	maxSlow       = time.Minute      // the most that adaptive slowing adds
	maxRetryAfter = 24 * time.Hour   // the most that Retry-After is kept
	deadAfter     = 5                // failures in a row after which a host is left alone
	deadFor       = 10 * time.Minute // for so long, doubled with each failure more
	leaseSlack    = 2 * time.Minute
)

// host is a host of this run. While busy it belongs to the job that fetches
// from it.
type host struct {
	*frontier.Host
	site   *site
	scheme string
	rules  *rules
	ip     string
	busy   bool
	ready  time.Time // no request before
	parked string    // why it is left for a later run
	away   bool      // it cannot be reached: the next run tries at once, this one no more
}

// host gives the host of a number, with what is known of its robots.txt.
func (c *Crawl) host(id int64) (*host, error) {
	if h := c.hosts[id]; h != nil {
		return h, nil
	}
	rec, err := c.frontier.HostByID(id)
	if err != nil {
		return nil, err
	}
	h := &host{Host: rec, site: c.sites[siteKey(rec.Name)], ready: rec.Next}
	if h.Status != 0 && time.Since(h.RobotsAt) < robotsLife {
		h.rules = parseRobots(h.Status, h.Robots)
	}
	c.hosts[id] = h
	return h, nil
}

// delay is what lies between the end of a request to the host and the next.
func (c *Crawl) delay(h *host) time.Duration {
	d := c.o.Delay
	if h.site != nil {
		d = max(d, h.site.crawlOf().Delay)
	}
	if h.rules != nil {
		d = max(d, min(h.rules.delay, c.o.MaxDelay))
	}
	return d
}

// pace sets when the host may be asked again, after an answer or an error.
func (c *Crawl) pace(h *host, a *fetch.Answer, err error, took time.Duration) {
	now := time.Now()
	delay := c.delay(h)
	pause := max(delay, min(took, 30*time.Second))
	busy := a != nil && err == nil && (a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable)
	switch {
	case busy:
		h.Fails++
		h.Slow = min(max(2*h.Slow, delay), maxSlow)
		if wait, ok := retryAfter(a.Header.Get("Retry-After"), now); ok {
			pause = max(pause, wait)
		}
	case err != nil && fetch.Temporary(err):
		h.Fails++
		h.Slow = min(max(2*h.Slow, delay/2), maxSlow)
		if h.Fails >= deadAfter {
			pause = max(pause, deadFor<<min(h.Fails-deadAfter, 6))
			h.parked = "it does not answer: " + fetch.Describe(err)
		}
	default:
		h.Fails, h.parked = 0, ""
		if h.Slow = h.Slow * 3 / 4; h.Slow < delay/20 {
			h.Slow = 0
		}
	}
	h.Next = now.Add(pause + h.Slow)
}

// retryAfter reads both forms of the field: seconds, and a date.
func retryAfter(s string, now time.Time) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return min(time.Duration(min(n, 1e6))*time.Second, maxRetryAfter), true
	}
	if t, err := http.ParseTime(s); err == nil {
		return min(max(t.Sub(now), 0), maxRetryAfter), true
	}
	return 0, false
}

// backoff is how long the try after n tries waits, with jitter.
func (c *Crawl) backoff(tries int) time.Duration {
	d := c.o.Retry << (2 * min(tries, 5))
	return d/2 + rand.N(d)
}

// turn waits until the host's address may be asked: hosts behind one address
// are spaced by a quarter of the delay.
func (c *Crawl) turn(ip string) {
	gap := c.o.Delay / 4
	c.mu.Lock()
	at := c.ipNext[ip]
	if now := time.Now(); at.Before(now) {
		at = now
	}
	c.ipNext[ip] = at.Add(gap)
	c.mu.Unlock()
	c.sleep(at)
}
