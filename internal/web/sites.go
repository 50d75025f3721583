package web

import (
	"slices"
	"strconv"
	"time"

	"github.com/boctin/boctin/internal/corpus/figures"
	"github.com/boctin/boctin/internal/web/words"
)

// sitesView is what each site brought.
type sitesView struct {
	Sites []siteRow `json:"sites"`
}

// siteRow is one site.
type siteRow struct {
	figures.SiteFigures
	Falling bool  `json:"falling,omitempty"` // the last run got far less than those before
	Columns []bar `json:"-"`                 // articles of the last months
}

// bar is a month of the small picture beside a site.
type bar struct {
	X, Y, H float64
	Month   string
	N       int
}

// mostMonths is how many months the small picture has.
const mostMonths = 24

func sites(r *Request) (View, error) {
	all, err := r.Corpus.Figures.Sites(r.Context())
	if err != nil {
		return nil, err
	}
	v := &sitesView{Sites: []siteRow{}}
	last := ""
	for _, s := range all {
		last = max(last, lastMonth(s.Months))
	}
	for _, s := range all {
		v.Sites = append(v.Sites, siteRow{s, falling(s.Runs), columns(s.Months, last)})
	}
	return v, nil
}

// lastMonth is the last that lies not in the future: a page may be dated wrongly.
func lastMonth(months []figures.Month) string {
	now := time.Now().Format("2006-01")
	for _, m := range slices.Backward(months) {
		if m.Month <= now {
			return m.Month
		}
	}
	return ""
}

// fewRuns is how many runs must have been before the last for it to be compared.
const fewRuns = 2

// falling tells whether the last run got less than half of what the runs before did on
// average, of links on listings or of articles among pages: a sign of a redesign.
func falling(runs []figures.Run) bool {
	if len(runs) <= fewRuns {
		return false
	}
	var before figures.Run
	for _, r := range runs[1:] {
		before.Lists, before.Links, before.Pages, before.Articles = before.Lists+r.Lists, before.Links+r.Links, before.Pages+r.Pages, before.Articles+r.Articles
	}
	now := runs[0]
	return half(now.Links, now.Lists, before.Links, before.Lists) || half(now.Articles, now.Pages, before.Articles, before.Pages)
}

// half tells whether one share is less than half of another.
func half(part, whole, partBefore, wholeBefore int) bool {
	return whole > 0 && 2*part*wholeBefore < partBefore*whole
}

// columns draws the articles of the months up to the last.
func columns(months []figures.Month, last string) (bars []bar) {
	end, err := time.Parse("2006-01", last)
	if err != nil {
		return nil
	}
	n := map[string]int{}
	most := 1
	for _, m := range months {
		n[m.Month] = m.Articles
	}
	for i := range mostMonths {
		most = max(most, n[end.AddDate(0, -i, 0).Format("2006-01")])
	}
	for i := range mostMonths {
		month := end.AddDate(0, i-mostMonths+1, 0).Format("2006-01")
		high := float64(n[month]) / float64(most) * 24
		bars = append(bars, bar{float64(i * 5), 25 - high, high, month, n[month]})
	}
	return bars
}

func (v *sitesView) Title(w *words.Words) string { return w.Say("screen.sites") }

func (v *sitesView) Table() Table {
	t := Table{Head: []string{"site", "articles", "first_published", "last_published", "no_article", "failed", "why", "falling"}}
	for _, s := range v.Sites {
		t.Rows = append(t.Rows, []string{s.Site, strconv.Itoa(s.Articles), s.First, s.Last, strconv.Itoa(s.Without), strconv.Itoa(s.Failed), s.Why, strconv.FormatBool(s.Falling)})
	}
	return t
}
