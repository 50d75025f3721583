package figures

import (
	"cmp"
	"context"
	"database/sql"
	"net/url"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/store"
)

// SiteFigures is what a corpus has of one site.
type SiteFigures struct {
	Site     string  `json:"site"`
	Articles int     `json:"articles"`
	First    string  `json:"first_published,omitempty"`
	Last     string  `json:"last_published,omitempty"`
	Months   []Month `json:"months,omitempty"`     // in order; those without articles are not there
	Without  int     `json:"no_article,omitempty"` // pages that gave no article
	Failed   int     `json:"failed,omitempty"`     // pages that could not be read
	Why      string  `json:"why,omitempty"`        // the reason that most of these give
	Runs     []Run   `json:"runs,omitempty"`       // of the crawl, the newest first
}

// Month is how many articles were published in one.
type Month struct {
	Month    string `json:"month"`
	Articles int    `json:"articles"`
}

// Run is what one run of the crawl got from a site.
type Run struct {
	Lists    int `json:"lists"`    // listing pages read
	Links    int `json:"links"`    // article links on them
	Pages    int `json:"pages"`    // fetched that looked like articles
	Articles int `json:"articles"` // of these, articles
}

// mostRuns is how many runs of a site are told.
const mostRuns = 8

// Sites gives the figures of all sites, those of most articles first.
func (c *Figures) Sites(ctx context.Context) ([]SiteFigures, error) {
	return store.Remembered(ctx, c.db, "sites", func() ([]SiteFigures, error) { return c.sitesFigures(ctx) })
}

func (c *Figures) sitesFigures(ctx context.Context) ([]SiteFigures, error) {
	sites := map[string]*SiteFigures{}
	of := func(name string) *SiteFigures {
		if sites[name] == nil {
			sites[name] = &SiteFigures{Site: name}
		}
		return sites[name]
	}
	for _, read := range []func(context.Context, func(string) *SiteFigures) error{c.siteMonths, c.siteFaults, c.siteRuns} {
		if err := read(ctx, of); err != nil {
			return nil, err
		}
	}
	var all []SiteFigures
	for _, s := range sites {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b SiteFigures) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Site, b.Site)) })
	return all, nil
}

// siteMonths counts the articles of each month: the index is asked where each begins and
// ends, so that no article is read. What has no month stands under its year, or under none.
func (c *Figures) siteMonths(ctx context.Context, of func(string) *SiteFigures) error {
	const ofSite = `FROM article_rows INDEXED BY articles_site WHERE site = n AND newest = 1 AND `
	return c.db.Each(ctx, `WITH RECURSIVE m (n, host, first) AS (SELECT n, host, (SELECT MIN(published) `+ofSite+`published >= '') FROM sites
			UNION ALL SELECT n, host, (SELECT MIN(published) `+ofSite+`published > `+monthEnd+`) FROM m WHERE first IS NOT NULL)
		SELECT host, substr(first, 1, 7), (SELECT COUNT(*) `+ofSite+`published BETWEEN first AND `+monthEnd+`), first, (SELECT MAX(published) `+ofSite+`published BETWEEN first AND `+monthEnd+`) FROM m WHERE first IS NOT NULL
		UNION ALL SELECT host, '', (SELECT COUNT(*) `+ofSite+`published IS NULL), '', '' FROM sites ORDER BY 1, 2`, nil, func(rows *sql.Rows) error {
		var site, first, last string
		var m Month
		if err := rows.Scan(&site, &m.Month, &m.Articles, &first, &last); err != nil || m.Articles == 0 {
			return err
		}
		s := of(site)
		s.Articles += m.Articles
		if m.Month != "" {
			s.First, s.Last = cmp.Or(s.First, first), last
			s.Months = append(s.Months, m)
		}
		return nil
	})
}

// monthEnd is behind all times of the month of first, which may be a year alone.
const monthEnd = `CASE WHEN length(first) < 7 THEN first ELSE substr(first, 1, 7) || '~~' END`

// siteFaults counts the pages that gave no article, by the host of their address.
func (c *Figures) siteFaults(ctx context.Context, of func(string) *SiteFigures) error {
	reasons := map[*SiteFigures]map[string]int{}
	return c.db.Each(ctx, `SELECT url, outcome, reason FROM source_rows WHERE article IS NULL AND outcome IN ('no-article', 'failed')`, nil, func(rows *sql.Rows) error {
		var address, outcome, reason string
		if err := rows.Scan(&address, &outcome, &reason); err != nil {
			return err
		}
		u, err := url.Parse(address)
		if err != nil {
			return nil
		}
		s := of(strings.TrimPrefix(u.Hostname(), "www."))
		if outcome == "failed" {
			s.Failed++
		} else {
			s.Without++
		}
		if reasons[s] == nil {
			reasons[s] = map[string]int{}
		}
		reasons[s][reason]++
		if reasons[s][reason] > reasons[s][s.Why] || s.Why == "" {
			s.Why = reason
		}
		return nil
	})
}

// siteRuns reads what the crawl took down, where there was one.
func (c *Figures) siteRuns(ctx context.Context, of func(string) *SiteFigures) error {
	var crawled int
	if err := c.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE name = 'runs'`).Scan(&crawled); err != nil || crawled == 0 {
		return c.db.Stopped(ctx, err)
	}
	return c.db.Each(ctx, `SELECT site, lists, links, pages, articles FROM runs ORDER BY site, run DESC`, nil, func(rows *sql.Rows) error {
		var site string
		var r Run
		err := rows.Scan(&site, &r.Lists, &r.Links, &r.Pages, &r.Articles)
		if s := of(strings.TrimPrefix(site, "www.")); len(s.Runs) < mostRuns {
			s.Runs = append(s.Runs, r)
		}
		return err
	})
}
