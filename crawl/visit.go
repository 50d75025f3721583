package crawl

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/fetch"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/warc"
)

const (
	maxTries = 3  // of a URL in one run
	maxHops  = 10 // redirects in a row
	day      = 24 * time.Hour
)

// visit is the fetch of one URL, and what becomes of the answer.
type visit struct {
	*Crawl
	it     *item
	at     *url.URL
	answer *fetch.Answer
}

// visit fetches one URL; a page that breaks what reads it is a failure.
func (c *Crawl) visit(h *host, u *frontier.URL, at *url.URL) (it *item) {
	it = c.begun(h, u)
	defer func() {
		if r := recover(); r != nil { // nothing of what was made of the page is kept
			it = c.begun(h, u)
			it.settle(frontier.Failed, Failed, 30*day, fmt.Sprintf("the page broke the reader: %v", r))
			h.Next = later(h.Next, time.Now().Add(c.asker.delay(h)))
		}
	}()
	(&visit{Crawl: c, it: it, at: at}).fetch()
	return it
}

// begun is the item of a URL that is fetched now.
func (c *Crawl) begun(h *host, u *frontier.URL) *item {
	it := &item{host: h, url: u, result: &frontier.Result{ID: u.ID, Host: h.ID, Kind: u.Kind, Tries: u.Tries, Page: u.Known}}
	it.result.Visit.Run, it.result.Visit.At = c.run, time.Now()
	return it
}

// fetch asks for the URL and judges what came.
func (v *visit) fetch() {
	req := fetch.Request{URL: v.it.url.URL}
	if k := v.it.url.Known; k != nil && k.Status == http.StatusOK && k.Record != "" {
		req.ETag, req.Modified = k.ETag, k.Modified
	}
	a, err := v.asker.get(v.it.host, req)
	seen := &v.it.result.Visit
	seen.Took = time.Since(seen.At)
	if a != nil {
		seen.Status, seen.Bytes = a.Status, int64(len(a.Raw))
	}
	if v.answer = a; err != nil {
		v.broken(err)
		return
	}
	switch {
	case a.Status == http.StatusNotModified:
		v.same(NotModified, warc.ProfileNotModified)
	case a.Status >= 200 && a.Status < 300:
		v.content()
	case a.Status >= 300 && a.Status < 400:
		v.redirect()
	default:
		v.refused()
	}
}

// settle sets state, outcome and the next visit of an item.
func (it *item) settle(state frontier.State, outcome string, wait time.Duration, note string) {
	r := it.result
	r.State, r.Due, r.Visit.Outcome, r.Visit.Note = state, time.Now().Add(wait), outcome, note
	if state != frontier.Queued {
		r.Tries = 0
	}
}

// again queues the URL for another try, or gives it up after the last.
func (v *visit) again(wait time.Duration, why string) {
	it := v.it
	if it.url.Tries+1 >= maxTries {
		it.settle(frontier.Failed, Failed, day, fmt.Sprintf("%s (%d tries)", why, maxTries))
		return
	}
	it.settle(frontier.Queued, Retry, wait, why)
	it.result.Tries = it.url.Tries + 1
	it.retry = true
}

// broken judges a request that brought no whole answer.
func (v *visit) broken(err error) {
	it := v.it
	why := fetch.Describe(err)
	switch {
	case v.asker.interrupted():
		it.settle(frontier.Queued, Retry, 0, "interrupted")
		it.result.Tries, it.retry = it.url.Tries, true
	case it.host.parked != "": // the host's fault, not the page's
		it.settle(frontier.Queued, Retry, 0, why)
		it.retry = true
	case fetch.Temporary(err):
		v.again(v.asker.backoff(it.url.Tries), why)
	case errors.Is(err, fetch.ErrType):
		it.settle(frontier.Failed, Failed, 365*day, why)
	default:
		it.settle(frontier.Failed, Failed, 7*day, why)
	}
}

// refused judges the statuses of failure.
func (v *visit) refused() {
	it, a := v.it, v.answer
	why := fmt.Sprintf("status %d", a.Status)
	switch {
	case a.Status == http.StatusNotFound || a.Status == http.StatusGone:
		it.settle(frontier.Gone, Gone, 90*day, why)
		it.exchanges = append(it.exchanges, exchange(it.url.URL, a, v.metadata()))
	case a.Header.Get("Cf-Mitigated") == "challenge" || a.Status < 500 && discover.Scan(a.Body, &url.URL{}).Challenge:
		it.settle(frontier.Failed, Failed, 7*day, challenge+" ("+why+")")
	case a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable:
		wait := max(time.Until(it.host.Next), 0)
		if _, said := retryAfter(a.Header.Get("Retry-After"), time.Now()); !said {
			wait = max(wait, v.asker.backoff(it.url.Tries))
		}
		v.again(wait, why)
	case a.Status >= 500 || a.Status == http.StatusRequestTimeout:
		v.again(v.asker.backoff(it.url.Tries), why)
	default:
		it.settle(frontier.Failed, Failed, 7*day, why)
	}
}

const challenge = "the server wants a browser: it sets a cookie by script and loads the page again"

// redirect judges an answer that leads elsewhere. The place it leads to takes
// its own turn, with its own robots.txt and pace.
func (v *visit) redirect() {
	it, a, at := v.it, v.answer, v.at
	u := it.url
	to, err := discover.Canonical(at, a.Header.Get("Location"))
	switch {
	case err != nil || a.Header.Get("Location") == "":
		it.settle(frontier.Failed, Failed, 7*day, fmt.Sprintf("status %d without a place to go to", a.Status))
		return
	case to.String() == u.URL:
		it.settle(frontier.Failed, Failed, 7*day, "redirects to itself: "+challenge)
		return
	case v.circle(to):
		it.settle(frontier.Failed, Failed, 7*day, "redirects lead in a circle")
		return
	case u.Hops >= maxHops:
		it.settle(frontier.Failed, Failed, 7*day, fmt.Sprintf("more than %d redirects in a row", maxHops))
		return
	}
	s := v.site(to)
	switch {
	case s == nil && slices.Contains(v.elsewhere, siteKey(to.Host)):
		it.settle(frontier.Done, Redirect, 7*day, to.String()+", which falls to another shard")
		return
	case s == nil:
		it.settle(frontier.Failed, Failed, 30*day, "redirects to another site, "+to.Host)
		return
	}
	if u.Kind == frontier.Seed && (to.Host != at.Host || to.Scheme != at.Scheme) {
		if err := v.adopt(s, to); err != nil {
			it.err = err
		}
	}
	l, err := v.link(to, u.Kind, u.Depth)
	if err != nil {
		it.err = err
		return
	}
	l.Hops, l.Via, l.Priority, l.Page = u.Hops+1, u.ID, u.Priority, u.Page
	if u.Kind == frontier.Seed {
		l.Changed = v.started
	}
	it.take([]frontier.Link{l})
	it.result.Page = &frontier.Known{Status: a.Status, Fetched: a.Sent}
	it.settle(frontier.Done, Redirect, 7*day, to.String())
	it.exchanges = append(it.exchanges, exchange(u.URL, a, v.metadata()))
}

// circle tells whether a redirect leads back to one of those that led here.
func (v *visit) circle(to *url.URL) bool {
	back, err := v.frontier.Through(v.it.url.ID, maxHops, to.String())
	if err != nil {
		v.it.err = err
	}
	return back
}

// take adds links to what the item brings.
func (it *item) take(links []frontier.Link) {
	it.result.Links = append(it.result.Links, links...)
	seen := map[int64]bool{}
	for i := range links {
		if h := links[i].Host; !seen[h] {
			seen[h] = true
			it.touched = append(it.touched, h)
		}
	}
}

// content judges an answer with a body.
func (v *visit) content() {
	it, a, at := v.it, v.answer, v.at
	if a.Status == http.StatusNoContent || len(a.Body) == 0 {
		it.settle(frontier.Failed, Failed, 7*day, "the page is empty")
		return
	}
	what := discover.Sniff(a.Body)
	if plain, err := discover.Unpacked(a.Body); err == nil && len(plain) > 0 { // gzip without a word
		a.Body, what = plain, discover.Sniff(plain)
	}
	if _, list := discover.URLList(a.Body); list && it.url.Kind == frontier.Sitemap {
		what = discover.IsSitemap
	}
	switch what {
	case discover.IsFeed:
		items, err := discover.Feed(a.Body, at)
		v.items(items, err, frontier.Feed)
	case discover.IsSitemap:
		items, err := discover.SitemapItems(a.Body, at)
		v.items(items, err, frontier.Sitemap)
	default:
		v.html()
	}
}

// items takes the links of a feed or sitemap.
func (v *visit) items(items []discover.Item, err error, kind frontier.Kind) {
	it := v.it
	it.result.Kind = kind
	links, linkErr := v.fromItems(items)
	if linkErr != nil {
		it.err = linkErr
	}
	it.take(links)
	v.remember("", false)
	switch {
	case err != nil && len(items) == 0:
		it.settle(frontier.Failed, Failed, day, err.Error())
	case err != nil:
		it.result.Visit.Note = err.Error()
		v.o.OnNotice(it.url.URL + ": " + err.Error())
	}
}

// html judges a page and takes its links.
func (v *visit) html() {
	it, at := v.it, v.at
	sheet := discover.Scan(v.answer.Body, at)
	if sheet.Challenge {
		it.settle(frontier.Failed, Failed, 7*day, challenge)
		return
	}
	if u := it.url; u.Kind == frontier.Feed || u.Kind == frontier.Sitemap {
		it.settle(frontier.Failed, Failed, 7*day, "an HTML page, not a feed or sitemap")
		return
	}
	s := it.host.site
	looks := looksLikeArticle(s, at)
	article := sheet.IsArticle(looks) && it.url.Page == 0 && at.Path != "/"
	if yes, known := s.crawlOf().IsArticle(at); known {
		article = yes
	}
	it.result.Kind = frontier.List
	if article {
		it.result.Kind = frontier.Article
	}
	links, err := v.fromPage(sheet, article)
	if err != nil {
		it.err = err
	}
	it.take(links)
	if it.url.Kind == frontier.Page {
		it.result.Shape, it.result.Useful = discover.Shape(at), article
	}
	s.learn(at, article)
	n := v.articleLinks(sheet)
	it.page = true
	it.listing = !article && !sheet.NewsLD && (at.Path == "/" || it.url.Page > 0 || !looks && n >= 3)
	v.remember(sheet.Text, article)
	v.canonical(sheet)
	s.yield(it, n, article)
}

// articleLinks counts the links of a page that look like articles.
func (v *visit) articleLinks(sheet *discover.Sheet) (n int) {
	for _, a := range sheet.Anchors {
		if t, s := v.inScope(a.URL); t != nil && looksLikeArticle(s, t) {
			n++
		}
	}
	return n
}
