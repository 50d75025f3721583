package crawl

import (
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/extract/sites"
)

// site is one host that is crawled, with its www., m. and amp. doubles.
type site struct {
	mu      sync.Mutex
	key     string
	scheme  string
	host    string         // as it is asked for
	profile *sites.Profile // nil: nobody described it
	whole   bool           // not only sections of it
	stems   []string       // paths of the sections wanted, without extension
	bare    bool           // named without a scheme
	tally   Tally
	forms   forms
	links   linked
}

// siteKey is what the doubles of a host have in common, and its port.
func siteKey(host string) string {
	key := sites.Host(host)
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		key += host[i:]
	}
	return key
}

// address gives the scheme and host that the site is asked by.
func (s *site) address() (scheme, host string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.scheme, s.host
}

// crawlOf is what the profile says of crawling; never nil.
func (s *site) crawlOf() *sites.Crawl {
	if s.profile == nil {
		return &sites.Crawl{}
	}
	return &s.profile.Crawl
}

// site finds the site that a URL belongs to; nil when it is not to be crawled.
func (c *Crawl) site(u *url.URL) *site { return c.sites[siteKey(u.Host)] }

// inScope brings a URL to the host and scheme by which its site is asked.
func (c *Crawl) inScope(u *url.URL) (*url.URL, *site) {
	s := c.site(u)
	if s == nil || !discover.Worth(u) {
		return nil, nil
	}
	scheme, host := s.address()
	if u.Host != host || u.Scheme != scheme {
		moved := *u
		moved.Host, moved.Scheme = host, scheme
		return &moved, s
	}
	return u, s
}

// adopt notes that a site is asked by another address: its front page led there.
func (c *Crawl) adopt(s *site, to *url.URL) error {
	s.mu.Lock()
	s.scheme, s.host = to.Scheme, to.Host
	s.mu.Unlock()
	return c.frontier.SetMeta("address:"+s.key, to.Scheme+"://"+to.Host)
}

// seedURL reads a site or URL given by the user; bare says that it has no scheme.
func seedURL(arg string) (u *url.URL, bare bool, err error) {
	raw := arg
	if bare = !strings.Contains(arg, "://"); bare {
		raw = "https://" + arg
	}
	u, err = discover.Canonical(nil, raw)
	if err != nil || !strings.ContainsAny(u.Host, ".:") && u.Hostname() != "localhost" {
		return nil, bare, fmt.Errorf("%q is neither a site nor a URL: write tuoitre.vn or https://tuoitre.vn/phap-luat.htm", arg)
	}
	return u, bare, nil
}

// NoSeeds says that a corpus has none, and that none were given.
func NoSeeds(dir string) error {
	return fmt.Errorf("%s holds no crawl yet: name a site, as in boctin crawl --corpus %s tuoitre.vn", dir, dir)
}

// CheckSeed fails where a user names what is neither a site nor a URL.
func CheckSeed(arg string) error {
	_, _, err := seedURL(arg)
	return err
}

// seed is what a site or URL given by the user stands for.
func (c *Crawl) seed(arg string) error {
	u, bare, err := seedURL(arg)
	if err != nil {
		return err
	}
	s := c.sites[siteKey(u.Host)]
	if s == nil {
		s = &site{key: siteKey(u.Host), scheme: u.Scheme, host: u.Host, bare: bare, profile: c.o.Sites.Lookup(u.Host)}
		s.tally.failures = map[string]*Reason{}
		s.links = linked{seen: map[uint64]bool{}, left: map[string]int{}}
		if s.forms, err = c.frontier.Forms(s.key); err != nil {
			return err
		}
		c.sites[s.key] = s
		if known, err := c.frontier.Meta("address:" + s.key); err == nil && known != "" {
			s.scheme, s.host, _ = strings.Cut(known, "://")
		}
	}
	if moved, _ := c.inScope(u); moved != nil {
		u = moved
	}
	return c.plant(s, u)
}

// plant adds the URLs from which a site or one URL of it is crawled.
func (c *Crawl) plant(s *site, u *url.URL) error {
	base := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}
	add := func(kind frontier.Kind, refs ...string) error {
		var links []frontier.Link
		for _, ref := range refs {
			if t, err := discover.Canonical(base, ref); err == nil && c.site(t) != nil {
				l, err := c.link(t, kind, 0)
				if err != nil {
					return err
				}
				l.Changed = c.started // ask again, though it is known
				links = append(links, l)
			}
		}
		_, err := c.frontier.Add(links)
		return err
	}
	profile := s.crawlOf()
	if len(c.o.Sections) > 0 && u.Path == "/" {
		for _, name := range c.o.Sections {
			t := section(profile, name)
			s.stems = append(s.stems, stem(base.ResolveReference(&url.URL{Path: t}).Path))
			if err := add(frontier.Seed, t); err != nil {
				return err
			}
		}
		return nil
	}
	if u.Path != "/" || u.RawQuery != "" {
		s.stems = append(s.stems, stem(u.Path))
		return add(frontier.Seed, u.String())
	}
	s.whole = true
	if err := add(frontier.Seed, append([]string{"/"}, profile.Sections...)...); err != nil {
		return err
	}
	if err := add(frontier.Feed, profile.Feeds...); err != nil {
		return err
	}
	return add(frontier.Sitemap, profile.Sitemaps...)
}

// section finds the path of a section by its name or path.
func section(profile *sites.Crawl, name string) string {
	for _, s := range profile.Sections {
		if t := stem(s); strings.TrimPrefix(t, "/") == strings.Trim(stem(name), "/") || strings.HasSuffix(t, "/"+name) {
			return s
		}
	}
	return "/" + strings.TrimPrefix(name, "/")
}

// stem is a path without extension and trailing slash.
func stem(path string) string {
	path = strings.TrimSuffix(path, "/")
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		path = path[:i]
	}
	return path
}

// covers tells whether a listing lies in the sections wanted.
func (s *site) covers(u *url.URL) bool {
	if s.whole {
		return true
	}
	for _, t := range s.stems {
		if rest, ok := strings.CutPrefix(u.Path, t); ok && (rest == "" || strings.IndexByte("/.-?", rest[0]) >= 0) {
			return true
		}
	}
	return false
}
