package crawl

import (
	"net/url"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/warc"
)

// item is what one job brings home.
type item struct {
	host      *host
	url       *frontier.URL // nil for robots.txt
	exchanges []*warc.Exchange
	result    *frontier.Result // nil for robots.txt
	page      bool             // the answer is an HTML page
	listing   bool             // it is no article for certain
	version   bool             // the last exchange holds a new version of the page
	body      []byte           // of it, decoded
	mime      string
	mark      warc.Mark // the end of its records
	touched   []int64   // hosts that got links
	retry     bool      // it did not count as a page
	trapped   int
	err       error
}

// keeper writes what the jobs of a run bring.
type keeper struct{ *Crawl }

// keep writes what the jobs bring: archive first, put on disk, then the
// frontier, one transaction a page. What came together is synced together.
func (k *keeper) keep(store <-chan *item, done chan<- *item) {
	defer close(done)
	var broken error
	for it := range store {
		batch := []*item{it}
		for len(batch) < 64 && len(store) > 0 {
			batch = append(batch, <-store)
		}
		if broken == nil {
			broken = k.keepAll(batch)
		}
		for _, it := range batch {
			it.err = broken
			done <- it
		}
	}
}

func (k *keeper) keepAll(batch []*item) error {
	for _, it := range batch {
		if err := k.archive(it); err != nil {
			return frontier.Full(err)
		}
		it.mark = k.writer.Mark()
	}
	if _, err := k.writer.Sync(); err != nil {
		return frontier.Full(err)
	}
	for _, it := range batch { // each with the end of its own records: what follows may be fetched again
		if err := k.commit(it); err != nil {
			return frontier.Full(err)
		}
	}
	return nil
}

// archive appends the exchanges and notes where the page stands.
func (k *keeper) archive(it *item) error {
	if it.err != nil { // the frontier failed the job
		return it.err
	}
	for i, x := range it.exchanges {
		place, err := k.writer.Append(x)
		if err != nil {
			return err
		}
		if it.result == nil || i < len(it.exchanges)-1 {
			continue
		}
		it.result.Visit.File, it.result.Visit.Offset = place.File, place.Offset
		if p := it.result.Page; p != nil && it.version {
			p.File, p.Offset, p.Record, p.Stored, p.Digest = place.File, place.Offset, place.ID, x.Date, place.Digest
		}
	}
	return nil
}

func (k *keeper) commit(it *item) error {
	if it.result == nil {
		if err := k.frontier.SaveHost(it.host.Host); err != nil {
			return err
		}
		if err := k.addSitemaps(it); err != nil {
			return err
		}
		return k.frontier.SetMark(it.mark.File, it.mark.Size)
	}
	r := it.result
	if k.o.OnPage != nil && it.version && it.page && !it.listing {
		k.o.OnPage(it.document())
	}
	r.Next, r.Slow, r.Fails, r.File, r.Size = it.host.Next, it.host.Slow, it.host.Fails, it.mark.File, it.mark.Size
	out, err := k.frontier.Commit(r)
	if err != nil {
		return err
	}
	it.trapped = out.Trapped
	k.count(it, out)
	return nil
}

// addSitemaps queues the sitemaps that a robots.txt names, for a whole site.
func (k *keeper) addSitemaps(it *item) error {
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
		if u, _ = k.inScope(u); u == nil {
			continue
		}
		l, err := k.link(u, frontier.Sitemap, 0)
		if err != nil {
			return err
		}
		links = append(links, l)
		it.touched = append(it.touched, l.Host)
	}
	_, err := k.frontier.Add(links)
	return err
}

// document is what is handed on to extraction.
func (it *item) document() *boctin.Page {
	p := it.result.Page
	u := it.url.URL
	if p.Canonical != "" {
		u = p.Canonical
	}
	return &boctin.Page{URL: u, Path: p.File, Record: p.Record, Offset: p.Offset, Format: boctin.FormatHTML,
		ContentType: it.mime, Fetched: p.Stored, Body: it.body}
}

// block notes that robots.txt forbids a URL.
func (c *Crawl) block(h *host, u *frontier.URL) error {
	now := time.Now()
	r := &frontier.Result{ID: u.ID, Host: h.ID, State: frontier.Blocked, Kind: u.Kind, Due: now.Add(7 * 24 * time.Hour),
		Next: h.Next, Slow: h.Slow, Fails: h.Fails, Visit: frontier.Visit{Run: c.run, At: now, Outcome: Blocked, Note: "robots.txt"}}
	if _, err := c.frontier.Commit(r); err != nil {
		return err
	}
	c.count(&item{host: h, url: u, result: r}, frontier.Outcome{})
	return nil
}
