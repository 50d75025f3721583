package crawl

import (
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/fetch"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/warc"
)

// fetchRobots fetches a host's robots.txt, redirects followed, and sets its
// rules. Where the server fails nothing is fetched from the host until it says
// what it allows (RFC 9309, 2.3.1.4).
func (c *Crawl) fetchRobots(h *host) *item {
	it := &item{host: h}
	at := &url.URL{Scheme: h.scheme, Host: h.Name, Path: "/robots.txt"}
	for hop := 0; ; hop++ {
		a, err := c.get(h, fetch.Request{URL: at.String(), Any: true})
		if a != nil && err == nil {
			it.exchanges = append(it.exchanges, exchange(at.String(), a, nil))
		}
		if err != nil && c.interrupted() {
			return it
		}
		next := c.judgeRobots(h, a, err)
		if next == "" {
			return it
		}
		to, err := discover.Canonical(at, next)
		if err != nil || hop == robotsHops {
			h.obey(http.StatusNotFound, nil) // as the RFC has it, and no way round: nothing is forbidden
			return it
		}
		at = to
		c.sleep(h.Next)
	}
}

// judgeRobots takes the answer; next is where a redirect leads.
func (c *Crawl) judgeRobots(h *host, a *fetch.Answer, err error) (next string) {
	switch {
	case err != nil && a == nil:
		h.parked, h.away = fetch.Describe(err), true
	case err != nil:
		c.parkForRobots(h, fetch.Describe(err))
	case a.Status >= 500 || a.Status == http.StatusTooManyRequests:
		c.parkForRobots(h, fmt.Sprintf("status %d", a.Status))
	case a.Status >= 300 && a.Status < 400 && a.Header.Get("Location") != "":
		return a.Header.Get("Location")
	default:
		h.obey(a.Status, a.Body)
		h.Next = later(h.Next, time.Now().Add(c.delay(h)))
	}
	return ""
}

// obey takes a robots.txt over.
func (h *host) obey(status int, body []byte) {
	h.Status, h.Robots, h.RobotsAt = status, body[:min(len(body), robotsSize)], time.Now()
	h.rules = parseRobots(status, body)
	h.parked = ""
}

// parkForRobots leaves a host alone that does not say what it allows.
func (c *Crawl) parkForRobots(h *host, why string) {
	h.parked = "robots.txt cannot be had (" + why + ")"
	h.Fails++
	h.Next = later(h.Next, time.Now().Add(5*time.Minute<<min(h.Fails-1, 6)))
}

// addSitemaps queues the sitemaps that a robots.txt names, for a whole site.
func (c *Crawl) addSitemaps(it *item) error {
	h := it.host
	if h.site == nil || !h.site.whole || h.rules == nil {
		return nil
	}
	base := &url.URL{Scheme: h.scheme, Host: h.Name, Path: "/"}
	var links []frontier.Link
	for _, s := range h.rules.sitemaps {
		u, err := discover.Canonical(base, s)
		if err != nil {
			continue
		}
		if u, _ = c.inScope(u); u == nil {
			continue
		}
		l, err := c.link(u, frontier.Sitemap, 0)
		if err != nil {
			return err
		}
		links = append(links, l)
		it.touched = append(it.touched, l.Host)
	}
	_, err := c.frontier.Add(links)
	return err
}

// get makes one request in the host's turn and sets its pace.
func (c *Crawl) get(h *host, r fetch.Request) (*fetch.Answer, error) {
	if h.ip != "" {
		c.turn(h.ip)
	}
	begun := time.Now()
	a, err := c.fetcher.Get(c.requests, r)
	if a != nil && a.IP != "" {
		h.ip = a.IP
	}
	if c.interrupted() {
		h.Next = later(h.Next, time.Now().Add(c.delay(h)))
		return a, err
	}
	c.pace(h, a, err, time.Since(begun))
	return a, err
}

// interrupted tells that a request may have ended because the run does.
func (c *Crawl) interrupted() bool { return c.requests.Err() != nil }

// sleep waits until a time, or the end of the run.
func (c *Crawl) sleep(until time.Time) {
	select {
	case <-time.After(time.Until(until)):
	case <-c.requests.Done():
	}
}

// exchange is the archive's form of an answer.
func exchange(url string, a *fetch.Answer, metadata warc.Header) *warc.Exchange {
	return &warc.Exchange{URI: url, Date: a.Sent, IP: a.IP, Request: a.Request, Head: a.Head, Body: a.Raw, Metadata: metadata}
}
