package crawl

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/temoto/robotstxt"

	"github.com/boctin/boctin/crawl/discover"
)

// Product is the token by which robots.txt files name this crawler.
const Product = "boctin"

const (
	robotsLife = 24 * time.Hour // how long a robots.txt holds (RFC 9309, 2.4)
	robotsSize = 500 << 10      // bytes of it that are read (RFC 9309, 2.5)
	robotsHops = 5              // redirects that are followed (RFC 9309, 2.3.1.2)
)

// rules are what a host's robots.txt says to this crawler.
type rules struct {
	group    *robotstxt.Group // nil: everything is allowed
	delay    time.Duration
	sitemaps []string
}

// parseRobots reads a robots.txt that came with a status of 2xx; any other
// status allows everything.
func parseRobots(status int, body []byte) *rules {
	if status < 200 || status > 299 {
		return &rules{}
	}
	data, err := robotstxt.FromBytes(tidyRobots(body[:min(len(body), robotsSize)]))
	if err != nil {
		return &rules{}
	}
	r := &rules{group: data.FindGroup(Product), sitemaps: data.Sitemaps}
	r.delay = r.group.CrawlDelay
	return r
}

// allows tells whether a URL may be fetched.
func (r *rules) allows(u *url.URL) bool {
	if r.group == nil || u.EscapedPath() == "/robots.txt" {
		return true
	}
	path := discover.Escapes(u.EscapedPath())
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + discover.Escapes(u.RawQuery)
	}
	return r.group.Test(path)
}

// robotsGroup is the agents and rules of one group, in the file's order.
type robotsGroup struct {
	agents, allow, disallow, delay []string
}

// tidyRobots writes a robots.txt anew with what is in it for a crawler: the
// parser behind it gives up a whole file for one bad line, and takes the first
// of two rules of one length where Allow ought to win.
func tidyRobots(body []byte) []byte {
	var groups []*robotsGroup
	var sitemaps []string
	var g *robotsGroup
	for line := range strings.Lines(strings.ReplaceAll(string(bytes.TrimPrefix(body, []byte("\ufeff"))), "\r", "\n")) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if !ok || len(value) > 2000 {
			continue
		}
		switch key = strings.ToLower(strings.TrimSpace(key)); {
		case key == "sitemap" && len(sitemaps) < 1000:
			sitemaps = append(sitemaps, value)
		case key == "user-agent":
			if g == nil || len(g.allow)+len(g.disallow)+len(g.delay) > 0 {
				g = &robotsGroup{}
				groups = append(groups, g)
			}
			g.agents = append(g.agents, agent(value))
		case g == nil:
		case key == "allow" && value != "":
			g.allow = append(g.allow, pattern(value))
		case key == "disallow":
			g.disallow = append(g.disallow, pattern(value))
		case key == "crawl-delay":
			if n, err := strconv.ParseFloat(value, 64); err == nil && n >= 0 && n < 1e6 {
				g.delay = append(g.delay, strconv.FormatFloat(n, 'f', -1, 64))
			}
		}
	}
	return writeRobots(groups, sitemaps)
}

func writeRobots(groups []*robotsGroup, sitemaps []string) []byte {
	var b bytes.Buffer
	put := func(key string, values ...string) {
		for _, v := range values {
			b.WriteString(key + ": " + v + "\n")
		}
	}
	for _, g := range groups {
		put("User-agent", g.agents...)
		put("Crawl-delay", g.delay...)
		put("Allow", g.allow...)
		put("Disallow", g.disallow...)
		if len(g.allow)+len(g.disallow) == 0 {
			put("Disallow", "")
		}
		b.WriteString("\n")
	}
	put("Sitemap", sitemaps...)
	return b.Bytes()
}

// agent is the product token of a User-agent line. A token that is only the
// beginning of ours is not ours.
func agent(value string) string {
	token, _, _ := strings.Cut(value, "/")
	token = strings.ToLower(strings.TrimSpace(token))
	if token != Product && token != "*" && strings.HasPrefix(Product, token) {
		return "not-" + Product
	}
	return token
}

// pattern is a path rule that begins as it must.
func pattern(value string) string {
	if value != "" && value[0] != '/' && value[0] != '*' {
		value = "/" + value
	}
	return discover.Escapes(value)
}
