package crawl

import (
	"time"

	"github.com/boctin/boctin/crawl/frontier"
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
