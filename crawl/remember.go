package crawl

import (
	"net/http"
	"strconv"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/crawl/warc"
)

// remember tells a new page from a changed one and one that is the same.
func (v *visit) remember(text string, article bool) {
	it, a := v.it, v.answer
	old := it.url.Known
	digest := warc.Digest(a.Raw)
	seen := old != nil && old.Record != ""
	switch {
	case seen && old.Digest == digest:
		v.same(Unchanged, warc.ProfileSameBody)
		return
	case seen && article && old.Text == text: // another time stamp, another advertisement
		v.same(Unchanged, "")
		return
	}
	k := &frontier.Known{Status: http.StatusOK, ETag: clip(a.Header.Get("ETag")), Modified: clip(a.Header.Get("Last-Modified")),
		Text: text, Fetched: a.Sent, Changed: a.Sent, Versions: 1, Article: article}
	outcome := New
	if seen {
		outcome, k.Versions = Changed, old.Versions+1
	}
	k.Interval = interval(it.result.Kind, old, outcome == Changed)
	it.version, it.result.Page, it.body, it.mime = true, k, a.Body, a.Header.Get("Content-Type")
	x := exchange(it.url.URL, a, v.metadata())
	switch {
	case it.listing:
		x.Page = warc.PageListing
	case article:
		x.Page = warc.PageArticle
	}
	it.exchanges = append(it.exchanges, x)
	it.settle(frontier.Done, outcome, k.Interval, "")
}

// same notes a page that did not change since it was stored. An empty profile
// writes no revisit record: the bytes differ and only the text is the same.
func (v *visit) same(outcome, profile string) {
	it, a := v.it, v.answer
	old := it.url.Known
	if old == nil || old.Record == "" {
		it.settle(frontier.Failed, Failed, day, "status 304 to a request that did not ask for it")
		return
	}
	k := *old
	k.Fetched = a.Sent
	if e := clip(a.Header.Get("ETag")); e != "" {
		k.ETag = e
	}
	if m := clip(a.Header.Get("Last-Modified")); m != "" {
		k.Modified = m
	}
	if it.result.Kind != frontier.Feed && it.result.Kind != frontier.Sitemap && old.Article {
		it.result.Kind = frontier.Article
	}
	k.Interval = interval(it.result.Kind, old, false)
	it.result.Page = &k
	it.settle(frontier.Done, outcome, k.Interval, "")
	if profile != "" {
		x := exchange(it.url.URL, a, nil)
		x.Revisit = &warc.Revisit{Profile: profile, ID: old.Record, Date: old.Stored, Digest: old.Digest}
		it.exchanges = append(it.exchanges, x)
	}
}

func clip(s string) string {
	if len(s) > 500 {
		return ""
	}
	return s
}

// interval is the time to the next visit: half of the last after a change,
// longer after none.
func interval(kind frontier.Kind, old *frontier.Known, changed bool) time.Duration {
	first, least, most := 20*time.Hour, 6*time.Hour, 60*day // a daily refresh finds what came the day before due
	if kind < frontier.Article {
		first, least, most = time.Hour, 15*time.Minute, day
	}
	if old == nil || old.Interval == 0 {
		return first
	}
	if changed {
		return max(old.Interval/2, least)
	}
	return min(old.Interval*2, most)
}

// canonical keeps what the page says its URL is, where that is believable: the
// same name under another address.
func (v *visit) canonical(sheet *discover.Sheet) {
	it, at := v.it, v.at
	k := it.result.Page
	if sheet.Canonical == nil || k == nil || !it.version || !discover.SameName(sheet.Canonical, at) {
		return
	}
	u, _ := v.inScope(sheet.Canonical)
	if u == nil || u.String() == at.String() {
		return
	}
	k.Canonical = u.String()
	l, err := v.link(u, it.result.Kind, it.url.Depth)
	if err != nil {
		it.err = err
		return
	}
	l.Via = it.url.ID
	it.result.Alias = &l
}

// metadata is what the archive keeps of how a page was come by.
func (v *visit) metadata() warc.Header {
	it := v.it
	h := warc.Header{{Name: "hopsFromSeed", Value: strconv.Itoa(it.url.Depth)}}
	if it.url.Via != "" {
		h = append(h, warc.Field{Name: "via", Value: it.url.Via})
	}
	h = append(h, warc.Field{Name: "fetchTimeMs", Value: strconv.FormatInt(it.result.Visit.Took.Milliseconds(), 10)})
	return h
}
