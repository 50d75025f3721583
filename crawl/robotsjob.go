package crawl

import (
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/fetch"
	"github.com/boctin/boctin/crawl/warc"
)

// fetchRobots fetches a host's robots.txt, redirects followed, and sets its
// rules. Where the server fails nothing is fetched from the host until it says
// what it allows (RFC 9309, 2.3.1.4).
func (a *asker) fetchRobots(h *host) *item {
	it := &item{host: h}
	at := &url.URL{Scheme: h.scheme, Host: h.Name, Path: "/robots.txt"}
	for hop := 0; ; hop++ {
		got, err := a.get(h, fetch.Request{URL: at.String(), Any: true})
		if got != nil && err == nil {
			it.exchanges = append(it.exchanges, exchange(at.String(), got, nil))
		}
		if err != nil && a.interrupted() {
			return it
		}
		next := a.judgeRobots(h, got, err)
		if next == "" {
			return it
		}
		to, err := discover.Canonical(at, next)
		if err != nil || hop == robotsHops {
			h.obey(http.StatusNotFound, nil) // as the RFC has it, and no way round: nothing is forbidden
			return it
		}
		at = to
		a.sleep(h.Next)
	}
}

// judgeRobots takes the answer; next is where a redirect leads.
func (a *asker) judgeRobots(h *host, got *fetch.Answer, err error) (next string) {
	switch {
	case err != nil && got == nil:
		h.parked, h.away = fetch.Describe(err), true
	case err != nil:
		a.parkForRobots(h, fetch.Describe(err))
	case got.Status >= 500 || got.Status == http.StatusTooManyRequests:
		a.parkForRobots(h, fmt.Sprintf("status %d", got.Status))
	case got.Status >= 300 && got.Status < 400 && got.Header.Get("Location") != "":
		return got.Header.Get("Location")
	default:
		h.obey(got.Status, got.Body)
		h.Next = later(h.Next, time.Now().Add(a.delay(h)))
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
func (a *asker) parkForRobots(h *host, why string) {
	h.parked = "robots.txt cannot be had (" + why + ")"
	h.Fails++
	h.Next = later(h.Next, time.Now().Add(5*time.Minute<<min(h.Fails-1, 6)))
}

// exchange is the archive's form of an answer.
func exchange(url string, a *fetch.Answer, metadata warc.Header) *warc.Exchange {
	return &warc.Exchange{URI: url, Date: a.Sent, IP: a.IP, Request: a.Request, Head: a.Head, Body: a.Raw, Metadata: metadata}
}
