package crawl

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

// Mode says what of the known URLs is fetched again.
type Mode int

// The modes of a run. All of them fetch what was never fetched.
const (
	Fresh Mode = iota // feeds and seeds, and listings that are due
	Due               // every URL that is due
	All               // every URL
)

// Options say what to crawl and how. Zero values stand for the defaults.
type Options struct {
	Dir     string   // the corpus directory
	Seeds   []string // sites (tuoitre.vn) or URLs; none: those of the runs before
	Sites   *sites.Sites
	Mode    Mode
	Version string // for the User-Agent
	Contact string // mail address or URL, for the User-Agent

	Delay    time.Duration // between the end of a request and the next to the host; default 1s
	MaxDelay time.Duration // the longest Crawl-delay that is kept; default 30s
	Since    time.Time     // nothing that is known to be older
	Limit    int           // pages fetched, listings, feeds and sitemaps not counted; 0: no limit
	Depth    int           // links from the seed; default 3
	Sections []string      // only these, by name or path
	Shard    Shard         // only the sites that fall to it; zero: what the directory was begun with
	Quiet    Hours         // no requests in these hours

	AllowPrivate bool
	Proxy        *url.URL      // of all requests; nil: none
	Workers      int           // hosts fetched from at a time; default 32
	Timeout      time.Duration // of one request; default 60s
	MaxBody      int64         // bytes; default 16 MiB
	Patience     time.Duration // how long a run waits for a host that asked to wait; default 2m
	Retry        time.Duration // before the first retry, then four times as long each; default 5s

	// OnPage takes each page that is new or changed and may be an article, once
	// its WARC record is on disk; after a crash it may be called again for the same page.
	OnPage func(*boctin.Page)
	// OnEvent is told of every fetch.
	OnEvent func(Event)
	// OnNotice is told in a line what a person should know at once.
	OnNotice func(string)
}

func (o Options) filled() Options {
	o.Delay = cmp.Or(o.Delay, time.Second)
	o.MaxDelay = cmp.Or(o.MaxDelay, 30*time.Second)
	o.Depth = cmp.Or(o.Depth, 3)
	o.Workers = cmp.Or(o.Workers, 32)
	o.Timeout = cmp.Or(o.Timeout, time.Minute)
	o.MaxBody = cmp.Or(o.MaxBody, 16<<20)
	o.Patience = cmp.Or(o.Patience, 2*time.Minute)
	o.Retry = cmp.Or(o.Retry, 5*time.Second)
	o.Version = cmp.Or(o.Version, "dev")
	if o.OnNotice == nil {
		o.OnNotice = func(string) {}
	}
	return o
}

// userAgent names the product, its version and whom to write to.
func (o *Options) userAgent() string {
	contact := strings.Join(strings.Fields(o.Contact), " ")
	if contact == "" {
		contact = "https://github.com/boctin/boctin"
	}
	return fmt.Sprintf("%s/%s (+%s)", Product, o.Version, contact)
}

// Event is one fetch, as it is told while the crawl runs.
type Event struct {
	Time    time.Time `json:"time"`
	URL     string    `json:"url"`
	Outcome string    `json:"outcome"`
	Status  int       `json:"status,omitempty"`
	Bytes   int64     `json:"bytes,omitempty"`
	Note    string    `json:"note,omitempty"`
	Final   bool      `json:"final,omitempty"` // a failure that is not tried again in this run
}

// The outcomes of a fetch.
const (
	New         = "new"
	Changed     = "changed"
	Unchanged   = "unchanged"
	NotModified = "not-modified"
	Redirect    = "redirect"
	Gone        = "gone"
	Retry       = "retry"
	Failed      = "failed"
	Blocked     = "blocked"
)

// Hours is a part of the day in local time, as 22:00-06:00.
type Hours struct{ from, to int } // minutes since midnight; equal: none

// ParseHours reads 22:00-06:00.
func ParseHours(s string) (Hours, error) {
	var h1, m1, h2, m2 int
	if n, err := fmt.Sscanf(s, "%d:%d-%d:%d", &h1, &m1, &h2, &m2); n != 4 || err != nil || h1 > 23 || h2 > 24 || m1 > 59 || m2 > 59 || h1 < 0 || h2 < 0 || m1 < 0 || m2 < 0 {
		return Hours{}, fmt.Errorf("%q is no part of the day: write it as 07:30-18:00", s)
	}
	return Hours{h1*60 + m1, (h2*60 + m2) % (24 * 60)}, nil
}

// left is how long the hours last from now on; 0 outside them.
func (h Hours) left(now time.Time) time.Duration {
	if h.from == h.to {
		return 0
	}
	minute := now.Hour()*60 + now.Minute()
	length := (h.to - h.from + 24*60) % (24 * 60)
	since := (minute - h.from + 24*60) % (24 * 60)
	if since >= length {
		return 0
	}
	return time.Duration(length-since)*time.Minute - time.Duration(now.Second())*time.Second
}
