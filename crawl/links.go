package crawl

import (
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/frontier"
)

// maxPages is how far the pages of one listing are turned.
const maxPages = 500

// fromItems gives the links of a feed or sitemap.
func (v *visit) fromItems(items []discover.Item) ([]frontier.Link, error) {
	it := v.it
	var out []frontier.Link
	for i := range items {
		u, s := v.inScope(items[i].URL)
		if u == nil || v.old(items[i].Date) && !items[i].Sitemap || v.old(discover.Date(u)) || s.crawlOf().Skips(u) {
			continue
		}
		if items[i].Sitemap && v.old(items[i].Date) {
			continue
		}
		kind := frontier.Article
		if items[i].Sitemap {
			kind = frontier.Sitemap
		} else if !looksLikeArticle(s, u) && it.result.Kind == frontier.Sitemap {
			kind = frontier.Page
		}
		l, err := v.link(u, kind, it.url.Depth+1)
		if err != nil {
			return nil, err
		}
		l.Via, l.Changed = it.url.ID, items[i].Date
		if l.Changed.After(time.Now()) {
			l.Changed = time.Time{} // a clock that runs ahead, or another zone
		}
		out = append(out, l)
	}
	return out, nil
}

// old tells whether a day lies before the day from which pages are wanted.
func (c *Crawl) old(t time.Time) bool {
	return !t.IsZero() && !c.o.Since.IsZero() && t.Before(c.o.Since)
}

// fromPage gives the links of a page that are to be followed: of a listing its
// articles, its next page, its feeds and the listings it leads to; of an
// article other articles.
func (v *visit) fromPage(sheet *discover.Sheet, article bool) ([]frontier.Link, error) {
	it, at := v.it, v.at
	if sheet.NoFollow {
		return nil, nil
	}
	p := picker{c: v.Crawl, it: it, seen: map[string]bool{it.url.URL: true}}
	u := it.url
	if !article && it.host.site.whole && u.Depth <= 1 {
		for _, f := range sheet.Feeds {
			p.add(f, frontier.Feed, u.Depth+1, 0)
		}
	}
	if sheet.Refresh != nil {
		p.add(sheet.Refresh, frontier.Page, u.Depth+1, 0)
	}
	turned := p.anchors(sheet, at, article)
	if article || p.err != nil {
		return p.out, p.err
	}
	return p.out, p.turn(sheet, at, turned)
}

// picker collects links.
type picker struct {
	c       *Crawl
	it      *item
	seen    map[string]bool
	out     []frontier.Link
	news    []frontier.Link // articles among them
	maybe   []frontier.Link // pages among them of which nobody knows yet what they are
	current bool            // a link is not known to be older than wanted
	err     error
}

// add takes a URL in scope; page is its number in a listing.
func (p *picker) add(u *url.URL, kind frontier.Kind, depth, page int) {
	u, s := p.c.inScope(u)
	if u == nil || p.err != nil || p.seen[u.String()] {
		return
	}
	p.seen[u.String()] = true
	switch {
	case s.crawlOf().Skips(u):
		s.leave(u, "left out by the site's profile")
		return
	case depth > p.c.o.Depth:
		s.leave(u, fmt.Sprintf("deeper than --depth %d", p.c.o.Depth))
		return
	}
	s.follow(u)
	l, err := p.c.link(u, kind, depth)
	if err != nil {
		p.err = err
		return
	}
	l.Via, l.Page = p.it.url.ID, page
	switch {
	case kind == frontier.Article:
		p.news = append(p.news, l)
		if p.it.result.Kind == frontier.Article {
			l.Priority = 4
		}
	case kind == frontier.Page:
		l.Shape = discover.Shape(u)
		if mayBeArticle(s, u) {
			p.maybe = append(p.maybe, l)
		}
	case kind == frontier.List:
		l.Changed = p.c.started // the listing may have moved on
		if len(p.news) == 0 {   // first it is to be seen what its links are
			l.Priority = priorities[frontier.Page] + 1
		}
	}
	p.out = append(p.out, l)
}

// anchors takes the links of the text; next is the one to the next page.
func (p *picker) anchors(sheet *discover.Sheet, at *url.URL, article bool) (next *url.URL) {
	depth, behind := p.it.url.Depth+1, max(p.it.url.Page, 1)+1
	for _, a := range sheet.Anchors {
		t, s := p.c.inScope(a.URL)
		if t == nil || a.NoFollow {
			continue
		}
		n, paging := discover.Paging(t)
		number, turning := a.Turning(at)
		turned := false
		switch {
		case turning && !article && (number > 0 || !paging):
			turned = number == 0 || number == behind
		case looksLikeArticle(s, t):
			p.article(s, t, !article || s.whole)
		case article:
		case paging && n <= 1 && s.covers(t): // the beginning of another listing
			p.add(t, frontier.Page, depth, 0)
		case paging:
			turned = n == behind
		case s.covers(t):
			p.current = p.current || !p.c.old(discover.Date(t))
			p.add(t, frontier.Page, depth, 0)
		default:
			s.leave(t, "outside of the sections asked for")
		}
		if turned && next == nil {
			next = t
		}
	}
	return next
}

// article takes note of an article that is not too old, and follows it if wanted.
func (p *picker) article(s *site, t *url.URL, follow bool) {
	if p.c.old(discover.Date(t)) {
		s.leave(t, "older than --since")
		return
	}
	p.current = true
	if follow {
		p.add(t, frontier.Article, p.it.url.Depth+1, 0)
	}
}

// turn takes the next page of a listing, as long as this one leads to pages that
// are not known yet and are, or may be, articles.
func (p *picker) turn(sheet *discover.Sheet, at *url.URL, next *url.URL) error {
	u := p.it.url
	may := slices.Concat(p.news, p.maybe)
	if len(may) == 0 || !p.current || u.Page >= maxPages {
		return nil
	}
	if fresh, err := p.c.frontier.Unknown(may); err != nil || fresh == 0 {
		return err
	}
	profile := p.it.host.site.crawlOf()
	switch {
	case next != nil:
	case sheet.Next != nil:
		next = sheet.Next
	case profile.Paging == "":
	case u.Page >= 2:
		next = discover.Turn(at)
	case u.Kind != frontier.Page:
		next, _ = discover.Canonical(at, profile.SectionPage(at.Path, 2))
	}
	if next != nil {
		p.add(next, frontier.List, u.Depth, max(u.Page, 1)+1)
	}
	return p.err
}
