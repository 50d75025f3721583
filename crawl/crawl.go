package crawl

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/boctin/boctin/crawl/fetch"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/crawl/warc"
)

// Database is the name of a corpus directory's database.
const Database = "boctin.db"

// Archive is the name of a corpus directory's folder of WARC files.
const Archive = "warc"

// Crawl is one run over a corpus directory.
type Crawl struct {
	o        Options
	frontier *frontier.Frontier
	writer   *warc.Writer
	asker    asker
	lock     *os.File
	sites    map[string]*site
	started  time.Time
	run      int64
	warning  []string

	elsewhere []string // sites of other shards

	mu      sync.Mutex
	hosts   map[int64]*host
	hostIDs map[string]int64

	queued  int64     // as counted last
	countAt time.Time // not to be counted again before
}

// Open opens the corpus directory or makes it, mends what a crash left behind,
// and adds the seeds.
func Open(o Options) (*Crawl, error) {
	o = o.filled()
	if err := os.MkdirAll(filepath.Join(o.Dir, Archive), 0o777); err != nil {
		return nil, err
	}
	held, err := hold(o.Dir)
	if err != nil {
		return nil, err
	}
	c := &Crawl{o: o, lock: held, started: time.Now().UTC(), sites: map[string]*site{}, hosts: map[int64]*host{},
		hostIDs: map[string]int64{}}
	c.asker = asker{o: &c.o, ipNext: map[string]time.Time{}, requests: context.Background()}
	c.run = c.started.UnixMilli()
	if err := c.open(); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// hold takes the corpus directory for this process.
func hold(dir string) (*os.File, error) {
	name := filepath.Join(dir, "boctin.lock")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := lock.Take(f, name); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: another crawl is at work in it: wait for its end", dir)
	}
	return f, nil
}

func (c *Crawl) open() (err error) {
	if c.frontier, err = frontier.Open(filepath.Join(c.o.Dir, Database), c.waiting); err != nil {
		return err
	}
	if err := c.mend(); err != nil {
		return err
	}
	if _, err := c.frontier.Recover(c.started, lock.Real); err != nil {
		return err
	}
	if err := c.takeShard(); err != nil {
		return err
	}
	seeds, err := c.seeds()
	if err == nil {
		seeds, err = c.own(seeds)
	}
	if err != nil {
		return err
	}
	for _, s := range seeds {
		if err := c.seed(s); err != nil {
			return err
		}
	}
	c.asker.fetcher = fetch.New(fetch.Options{UserAgent: c.o.userAgent(), AllowPrivate: c.o.AllowPrivate, Timeout: c.o.Timeout, MaxBody: c.o.MaxBody, Proxy: c.o.Proxy})
	if c.o.Proxy != nil {
		c.warning = append(c.warning, fmt.Sprintf("requests go through the proxy %s: whether a site has a private address cannot be seen behind it", c.o.Proxy.Host))
	}
	return nil
}

// waiting says that another program holds the database.
func (c *Crawl) waiting() {
	c.o.OnNotice(fmt.Sprintf("another program holds %s: waiting for it, up to a minute", filepath.Join(c.o.Dir, Database)))
}

// seeds gives those of the user, and keeps them; or those kept before.
func (c *Crawl) seeds() ([]string, error) {
	kept, err := c.frontier.Meta("seeds")
	if err != nil {
		return nil, err
	}
	known := slices.DeleteFunc(strings.Fields(kept), func(s string) bool { return CheckSeed(s) != nil }) // mistyped once
	if len(c.o.Seeds) == 0 {
		if len(known) == 0 {
			return nil, NoSeeds(c.o.Dir)
		}
		return known, nil
	}
	all := known
	for _, s := range c.o.Seeds {
		if err := CheckSeed(s); err != nil {
			return nil, err
		}
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return c.o.Seeds, c.frontier.SetMeta("seeds", strings.Join(all, "\n"))
}

// mend cuts the WARC files back to what the frontier knows of.
func (c *Crawl) mend() error {
	dir := filepath.Join(c.o.Dir, Archive)
	file, size, err := c.frontier.Mark()
	if err != nil {
		return err
	}
	mark := warc.Mark{File: file, Size: size}
	if broken := warc.Repair(dir, mark); broken != nil {
		if err := c.lose(filepath.Join(dir, file), broken); err != nil {
			return err
		}
		mark = warc.Mark{}
	}
	if file == "" {
		names, err := warc.Files(dir)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := warc.Trim(name); err != nil {
				return err
			}
		}
	}
	c.writer, err = warc.Open(dir, "boctin/"+c.o.Version, mark, 0)
	return err
}

// lose has the pages fetched again that an archive has lost, the broken one at its end
// too.
func (c *Crawl) lose(name string, broken error) error {
	var size int64
	if err := warc.Trim(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if info, err := os.Stat(name); err == nil {
		size = info.Size()
	}
	n, err := c.frontier.Lose(filepath.Base(name), size)
	c.warning = append(c.warning, fmt.Sprintf("the archive lost bytes: %v; pages fetched again for it: %d", broken, n))
	return err
}

// Close ends the run: the WARC file gets its index, the database is closed.
func (c *Crawl) Close() error {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	if c.writer != nil {
		keep(c.writer.Close())
	}
	if c.frontier != nil {
		keep(c.frontier.Close())
	}
	if c.asker.fetcher != nil {
		c.asker.fetcher.Close()
	}
	keep(c.lock.Close())
	return first
}

// grace is how long the requests in flight may take after an interrupt.
const grace = 400 * time.Millisecond

// Run crawls until nothing is left to do, the limit is reached, or ctx ends;
// then the pages in flight are finished, if they come at once. The report stands even with an error.
func (c *Crawl) Run(ctx context.Context) (*Report, error) {
	if err := c.requeue(); err != nil {
		return nil, err
	}
	requests, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
	c.asker.requests = requests
	s := &schedule{c: c, active: map[int64]*host{}, store: make(chan *item, c.o.Workers), done: make(chan *item, c.o.Workers)}
	err := s.run(ctx)
	report, reportErr := c.report(s, ctx.Err() != nil)
	if err == nil {
		err = reportErr
	}
	return report, err
}

// requeue takes up again what the mode asks for, of this run's sites.
func (c *Crawl) requeue() error {
	var hosts []int64
	for _, s := range c.sites {
		_, name := s.address()
		id, err := c.hostID(name)
		if err != nil {
			return err
		}
		hosts = append(hosts, id)
	}
	_, err := c.frontier.Requeue(c.started, c.o.Mode == All, c.o.Mode == Fresh, hosts...)
	return err
}

// hostID gives the number of a host, made when it is new.
func (c *Crawl) hostID(name string) (int64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if id, ok := c.hostIDs[name]; ok {
		return id, nil
	}
	h, err := c.frontier.Host(name)
	if err != nil {
		return 0, err
	}
	c.hostIDs[name] = h.ID
	return h.ID, nil
}

// link makes a frontier link of a URL.
func (c *Crawl) link(u *url.URL, kind frontier.Kind, depth int) (frontier.Link, error) {
	id, err := c.hostID(u.Host)
	return frontier.Link{URL: u.String(), Host: id, Kind: kind, Priority: priorities[kind], Depth: depth}, err
}

// priorities by kind: what leads to articles first, then articles, then the rest.
var priorities = map[frontier.Kind]int{frontier.Seed: 0, frontier.Feed: 0, frontier.Sitemap: 0, frontier.Article: 1, frontier.List: 2, frontier.Page: 3}
