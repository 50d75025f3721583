package crawl

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/boctin/boctin/crawl/fetch"
)

const (
	maxSlow       = time.Minute      // the most that adaptive slowing adds
	maxRetryAfter = 24 * time.Hour   // the most that Retry-After is kept
	deadAfter     = 5                // failures in a row after which a host is left alone
	deadFor       = 10 * time.Minute // for so long, doubled with each failure more
	leaseSlack    = 2 * time.Minute
)

// asker makes the requests of a run, each in its host's turn.
type asker struct {
	o        *Options
	fetcher  *fetch.Fetcher
	requests context.Context // ends the requests in flight, soon after the run is interrupted

	mu     sync.Mutex
	ipNext map[string]time.Time
}

// get makes one request in the host's turn and sets its pace.
func (a *asker) get(h *host, r fetch.Request) (*fetch.Answer, error) {
	if h.ip != "" {
		a.turn(h.ip)
	}
	begun := time.Now()
	got, err := a.fetcher.Get(a.requests, r)
	if got != nil && got.IP != "" {
		h.ip = got.IP
	}
	if a.interrupted() {
		h.Next = later(h.Next, time.Now().Add(a.delay(h)))
		return got, err
	}
	a.pace(h, got, err, time.Since(begun))
	return got, err
}

// interrupted tells that a request may have ended because the run does.
func (a *asker) interrupted() bool { return a.requests.Err() != nil }

// sleep waits until a time, or the end of the run.
func (a *asker) sleep(until time.Time) {
	select {
	case <-time.After(time.Until(until)):
	case <-a.requests.Done():
	}
}

// delay is what lies between the end of a request to the host and the next.
func (a *asker) delay(h *host) time.Duration {
	d := a.o.Delay
	if h.site != nil {
		d = max(d, h.site.crawlOf().Delay)
	}
	if h.rules != nil {
		d = max(d, min(h.rules.delay, a.o.MaxDelay))
	}
	return d
}

// pace sets when the host may be asked again, after an answer or an error.
func (a *asker) pace(h *host, got *fetch.Answer, err error, took time.Duration) {
	now := time.Now()
	delay := a.delay(h)
	pause := max(delay, min(took, 30*time.Second))
	busy := got != nil && err == nil && (got.Status == http.StatusTooManyRequests || got.Status == http.StatusServiceUnavailable)
	switch {
	case busy:
		h.Fails++
		h.Slow = min(max(2*h.Slow, delay), maxSlow)
		if wait, ok := retryAfter(got.Header.Get("Retry-After"), now); ok {
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
func (a *asker) backoff(tries int) time.Duration {
	d := a.o.Retry << (2 * min(tries, 5))
	return d/2 + rand.N(d)
}

// turn waits until the host's address may be asked: hosts behind one address
// are spaced by a quarter of the delay.
func (a *asker) turn(ip string) {
	gap := a.o.Delay / 4
	a.mu.Lock()
	at := a.ipNext[ip]
	if now := time.Now(); at.Before(now) {
		at = now
	}
	a.ipNext[ip] = at.Add(gap)
	a.mu.Unlock()
	a.sleep(at)
}
