package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl"
	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/input"
)

// crawling is one call of crawl or refresh.
type crawling struct {
	app                     *app
	o                       crawl.Options
	data, since, quiet, out string
	shard, proxy            string
	extract, all, silent    bool
	noFetch, noStore        bool
	first                   bool           // the corpus was not there before
	stored                  storing.Stored // since the crawl began
	mu                      sync.Mutex     // of what is said and written
	records                 io.Writer
	loading                 sync.Mutex // of with
	with                    *reader    // made once, when it is needed
	wroteFailed             int
}

func crawlVerb(a *app) *cobra.Command {
	c := &crawling{app: a}
	cmd := &cobra.Command{
		Use:   "crawl --corpus DIR [SITE-or-URL...]",
		Short: "Fetch what is new on a site into a corpus directory",
		Long: `Fetch what is new into a corpus directory: boctin.db remembers what is known,
warc/*.warc.gz holds the pages as they came. The same command again goes on, or
fetches what has come since; killed at any moment, it loses nothing.

robots.txt, Crawl-delay and Retry-After are kept, and one request at a time is
made to a host. A SITE is crawled from its front page, feeds and sitemaps; a URL
of a section only from there. Without either, those of the runs before.

The articles that came are then read and stored in the tables of boctin.db, which
boctin search, who, agency, stats and new ask; --no-store leaves that for later.`,
		Example: `  boctin crawl --corpus news --contact me@example.org tuoitre.vn --since 2025-01-01
  boctin crawl --corpus news --limit 100 https://tuoitre.vn/phap-luat.htm
  boctin crawl --corpus news-0 --shard 0/3 tuoitre.vn vnexpress.net cand.com.vn
  boctin search --corpus news dai ta`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), args, crawl.Fresh) },
	}
	c.flags(cmd)
	return cmd
}

func refreshVerb(a *app) *cobra.Command {
	c := &crawling{app: a}
	cmd := &cobra.Command{
		Use:   "refresh --corpus DIR",
		Short: "Visit again what is due in a corpus directory, and store what is new or changed",
		Long: `Visit again the pages of a corpus that are due: the more often a page changed,
the sooner. Only what changed is sent by servers that know how (ETag,
Last-Modified); a changed article is kept as a further version.

What is new or changed is then read and stored in the tables of boctin.db. With
--no-fetch nothing is asked of any site, and what stands in warc/ is stored.`,
		Example: `  boctin refresh --corpus news
  boctin refresh --corpus news --all --quiet-hours 07:30-18:00
  boctin refresh --corpus news --no-fetch`,
		RunE: func(cmd *cobra.Command, args []string) error {
			mode := crawl.Due
			if c.all {
				mode = crawl.All
			}
			if c.noFetch {
				return c.storeOnly(cmd.Context(), args)
			}
			return c.run(cmd.Context(), args, mode)
		},
	}
	c.flags(cmd)
	cmd.Flags().BoolVar(&c.all, "all", false, "everything, due or not")
	cmd.Flags().BoolVar(&c.noFetch, "no-fetch", false, "ask nothing of the sites; only store what is in the corpus")
	return cmd
}

func (c *crawling) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.o.Dir, "corpus", "", "the corpus `DIR`; made when it is not there")
	f.DurationVar(&c.o.Delay, "delay", time.Second, "from the end of a request to the next one to the host; a longer Crawl-delay wins")
	f.StringVar(&c.since, "since", "", "nothing that is known to be older, `YYYY-MM-DD`")
	f.IntVar(&c.o.Limit, "limit", 0, "stop after `N` pages, listings and feeds not counted")
	f.IntVar(&c.o.Depth, "depth", 3, "follow `N` links from the seed")
	f.StringSliceVar(&c.o.Sections, "section", nil, "only this `SECTION` of the sites, by name or path; may be given again")
	f.StringVar(&c.shard, "shard", "", "only the sites that fall to part `i/n`, counted from 0; each part has a DIR of its own, which remembers it")
	f.BoolVar(&c.o.AllowPrivate, "allow-private", false, "fetch from loopback and private addresses too")
	f.StringVar(&c.o.Contact, "contact", "", "mail `ADDRESS` or URL for the User-Agent, so that a site's keeper can reach you")
	f.StringVar(&c.quiet, "quiet-hours", "", "no requests in these `HOURS` of the day, as 07:30-18:00")
	f.DurationVar(&c.o.Timeout, "timeout", time.Minute, "give up a request that takes longer")
	f.DurationVar(&c.o.Patience, "patience", 2*time.Minute, "leave a host for the next run that asks for a longer wait")
	f.IntVarP(&c.o.Workers, "jobs", "j", 32, "hosts to fetch from at a time, `N`")
	f.StringVar(&c.proxy, "proxy", "", "fetch through the proxy `URL`; else that of HTTPS_PROXY or HTTP_PROXY, none: without")
	f.BoolVar(&c.noStore, "no-store", false, "only fetch; boctin refresh --no-fetch stores what came")
	f.BoolVar(&c.extract, "extract", false, "print the record of each article as it comes")
	f.StringVarP(&c.out, "output", "o", "", "with --extract: append the records to `FILE`")
	f.StringVar(&c.data, "data", "", "lay site and lexicon files of `DIR`/sites and DIR/lexicon over the built-in ones")
	f.BoolVarP(&c.silent, "quiet", "q", false, "tell failures alone")
}

// prepare checks the flags and fills the options.
func (c *crawling) prepare(seeds []string, mode crawl.Mode) (err error) {
	if c.o.Dir == "" {
		return misused("name the corpus directory: --corpus DIR")
	}
	for _, s := range seeds {
		if err := crawl.CheckSeed(s); err != nil {
			return misused("%v", err)
		}
	}
	if c.since != "" {
		if c.o.Since, err = time.ParseInLocation(time.DateOnly, c.since, time.FixedZone("+07", 7*3600)); err != nil {
			return misused("--since %s is no day: write it as 2025-01-01", c.since)
		}
	}
	if c.shard != "" {
		part, err := input.ParseShard(c.shard)
		if err != nil {
			return misused("--shard: %v", err)
		}
		c.o.Shard = crawl.Shard(part)
	}
	if c.quiet != "" {
		if c.o.Quiet, err = crawl.ParseHours(c.quiet); err != nil {
			return misused("--quiet-hours: %v", err)
		}
	}
	switch {
	case c.o.Delay <= 0 || c.o.Limit < 0 || c.o.Depth < 1 || c.o.Workers < 1 || c.o.Timeout <= 0:
		return misused("--delay, --depth, --timeout and -j must be more than 0, --limit not less")
	case c.out != "" && !c.extract:
		return misused("-o takes records: add --extract, or read the corpus with boctin run %s", c.o.Dir)
	}
	if c.o.Sites, err = loadSites(c.data, ""); err != nil {
		return err
	}
	c.o.Seeds, c.o.Mode, c.o.Version = seeds, mode, strings.Trim(buildVersion(), "()")
	c.o.OnEvent = c.event
	c.o.OnNotice = func(text string) { c.say("%s", text) }
	c.o.Proxy, err = proxyOf(c.proxy)
	return err
}

// proxyOf is the proxy of a flag, or else of the environment, as other programs
// read it; nil for none.
func proxyOf(flag string) (*url.URL, error) {
	for _, name := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"} {
		if flag == "" {
			flag = os.Getenv(name)
		}
	}
	if flag == "" || flag == "none" {
		return nil, nil
	}
	if !strings.Contains(flag, "://") {
		flag = "http://" + flag
	}
	u, err := url.Parse(flag)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "socks5" {
		return nil, misused("--proxy %s is no proxy: write http://host:port, or socks5://host:port", flag)
	}
	return u, nil
}

func (c *crawling) run(ctx context.Context, seeds []string, mode crawl.Mode) (err error) {
	if err := c.prepare(seeds, mode); err != nil {
		return err
	}
	if c.extract {
		finish, err := c.extraction()
		if err != nil {
			return err
		}
		defer finish()
	}
	_, missing := os.Stat(filepath.Join(c.o.Dir, crawl.Database))
	c.first = missing != nil
	if c.first && len(seeds) == 0 {
		return misused("%v", crawl.NoSeeds(c.o.Dir))
	}
	job, err := crawl.Open(c.o)
	if err != nil {
		return err
	}
	stop := c.watch(job)
	end := c.storing(ctx)
	report, err := job.Run(ctx)
	end()
	stop()
	if report != nil {
		c.tell(report)
	}
	if err := errors.Join(err, job.Close()); err != nil {
		return err
	}
	if !c.noStore && !report.Interrupted {
		err = c.store(ctx)
	}
	c.tellNone(report)
	if err == nil && (report.Interrupted || report.Failed() > 0 || c.wroteFailed > 0) {
		return errFailed
	}
	return err
}

// storeEvery is how often articles are stored while a crawl goes on.
const storeEvery = 30 * time.Second

// storing stores articles while the crawl goes on, so that a long one can be
// asked; it gives what ends that.
func (c *crawling) storing(ctx context.Context) (end func()) {
	if c.noStore {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(storeEvery):
			}
			if err := (&keeping{app: c.app, dir: c.o.Dir, reader: c.reader, silent: true, say: c.say, sum: &c.stored}).some(ctx); err != nil && ctx.Err() == nil {
				c.say("not stored yet: %v; it is tried again", err)
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

func (c *crawling) store(ctx context.Context) error {
	return (&keeping{app: c.app, dir: c.o.Dir, reader: c.reader, silent: c.silent, sum: &c.stored}).run(ctx)
}

func (c *crawling) reader() (_ *reader, err error) {
	c.loading.Lock()
	defer c.loading.Unlock()
	if c.with == nil {
		c.with, err = newReader(c.o.Sites, c.data)
	}
	return c.with, err
}

// storeOnly is refresh without the network.
func (c *crawling) storeOnly(ctx context.Context, seeds []string) error {
	switch {
	case c.o.Dir == "":
		return misused("name the corpus directory: --corpus DIR")
	case len(seeds) > 0 || c.all || c.noStore || c.extract:
		return misused("--no-fetch stores what is in the corpus: leave out sites, --all, --extract and --no-store")
	}
	return c.store(ctx)
}

// extraction sets up what turns pages into records as they come.
func (c *crawling) extraction() (finish func(), err error) {
	if _, err := c.reader(); err != nil {
		return nil, err
	}
	c.records, finish = c.app.stdout, func() {}
	if c.out != "" {
		f, err := c.append()
		if err != nil {
			return nil, err
		}
		c.records, finish = f, func() { f.Close() }
	}
	c.o.OnPage = c.page
	return finish, nil
}

// append opens the file of records for this process alone.
func (c *crawling) append() (*os.File, error) {
	if err := spare(c.o.Dir, c.out); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(c.out), 0o777); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(c.out, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && errors.Is(lock.Take(f, c.out), lock.ErrHeld) {
		f.Close()
		return nil, fmt.Errorf("another boctin is writing %s: wait for its end, or give -o another name", c.out)
	}
	return f, nil
}

// page prints the record of one article.
func (c *crawling) page(p *boctin.Page) {
	line, err := c.record(p)
	if err == nil {
		c.mu.Lock()
		_, err = c.records.Write(append(line, '\n'))
		c.mu.Unlock()
	}
	if err != nil && !errors.Is(err, extract.ErrNoArticle) {
		c.wroteFailed++
		c.say("%s: no record: %v", p.URL, err)
	}
}

// record reads one page; a page that breaks the reader breaks nothing else.
func (c *crawling) record(p *boctin.Page) (line []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the reader broke: %v", r)
		}
	}()
	r, err := c.with.stages.Run(p)
	if err != nil {
		return nil, err
	}
	return r.AppendJSON(nil)
}
