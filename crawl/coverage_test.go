package crawl

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/crawl/discover"
)

// style is how a site writes its URLs.
type style struct {
	name    string
	article func(i int) string
	list    func(page int) string
	next    func(page int) string // the link to that page of the listing
}

// label gives pages of numbers, as most sites have them.
func label(list func(int) string) func(int) string {
	return func(page int) string {
		return fmt.Sprintf(`<a href="%s">%d</a> <a href="%s">Trang sau</a>`, list(page), page, list(page))
	}
}

func word(i int) string { // without a digit
	return string([]byte{'a' + byte(i/676%26), 'a' + byte(i/26%26), 'a' + byte(i%26)})
}

// styles look like no article's URL to who does not know the site.
var styles = []style{
	{"id", func(i int) string { return fmt.Sprintf("/a/%d", 1000+i) }, func(p int) string { return fmt.Sprintf("/tin?page=%d", p) }, nil},
	{"slug", func(i int) string { return "/tin-moi/hop-" + word(i) }, func(p int) string { return fmt.Sprintf("/tin-moi?start=%d", (p-1)*20) }, nil},
	{"query", func(i int) string { return "/xem?ma=" + strings.ToUpper(word(i)) }, func(p int) string { return fmt.Sprintf("/muc?m=1&trang=%d", p) }, nil},
	{"aspx", func(i int) string { return fmt.Sprintf("/ChiTiet.aspx?n=%d", i) }, func(p int) string { return fmt.Sprintf("/DanhSach.aspx?p=%d", p) }, nil},
	{"liferay", func(i int) string { return "/web/cong-an/tin/-/asset_publisher/Xy12/content/" + word(i) }, func(p int) string { return fmt.Sprintf("/web/cong-an/tin?p_p_id=101&_101_cur=%d", p) }, nil},
	{"sharepoint", func(i int) string { return fmt.Sprintf("/Pages/chi-tiet.aspx?Item=%d&l=Tin", i) }, func(p int) string { return fmt.Sprintf("/Pages/tin.aspx?Paged=TRUE&P_ID=%d", p*20) }, nil},
	{"dated folder", func(i int) string { return fmt.Sprintf("/2025/%02d/%02d/%s", 1+i/28%12, 1+i%28, word(i)) }, func(p int) string { return fmt.Sprintf("/tin/trang-%d.html", p) },
		func(p int) string { return fmt.Sprintf(`<link rel="next" href="/tin/trang-%d.html">`, p) }},
	{"application", func(i int) string { return fmt.Sprintf("/news/detail/65f1c%06x", i*7919) }, func(p int) string { return fmt.Sprintf("/news/list/%d", p) }, nil},
}

// unknownSite is a site of n articles in a style, twenty on a page of the listing.
func unknownSite(st style, n int) *testSite {
	s := newSite()
	next := st.next
	if next == nil {
		next = label(st.list)
	}
	menu := fmt.Sprintf(`<nav><a href="/">Trang chủ</a> <a href="%s">Tin tức</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/lien-he">Liên hệ</a></nav>`, st.list(1))
	s.html("/", menu)
	s.html("/gioi-thieu", menu+"<p>Giới thiệu chung.</p>")
	s.html("/lien-he", menu+"<p>Số 1, phố Một.</p>")
	for page := 1; (page-1)*20 < n; page++ {
		var b strings.Builder
		b.WriteString(menu)
		for i := (page - 1) * 20; i < min(page*20, n); i++ {
			fmt.Fprintf(&b, `<h3><a href="%s">Công an xã họp giao ban tháng, bài số %d</a></h3>`, st.article(i), i)
			s.html(st.article(i), menu+articleBody(i)+fmt.Sprintf(`<a href="%s">Công an xã họp giao ban, bài liên quan</a>`, st.article((i+7)%n)))
		}
		if page*20 < n {
			b.WriteString(next(page + 1))
		}
		s.html(st.list(page), b.String())
	}
	return s
}

// TestCoverage crawls sites that nobody described.
func TestCoverage(t *testing.T) {
	n := 300
	if testing.Short() {
		n = 100
	}
	for _, st := range styles {
		t.Run(st.name, func(t *testing.T) {
			t.Parallel()
			s := unknownSite(st, n)
			defer s.Close()
			r, _ := watched(t, t.Context(), Options{Dir: t.TempDir(), Seeds: []string{s.URL}})
			_, articles := r.Fetched()
			requests := len(s.requests())
			if articles*100 < n*99 || requests*10 > articles*13 {
				t.Errorf("%d of %d articles with %d requests; %s", articles, n, requests, r.Sites[0].Coverage())
			}
		})
	}
}

// TestCalendarIsNotTurned leaves an endless listing that holds no article.
func TestCalendarIsNotTurned(t *testing.T) {
	s := newSite()
	defer s.Close()
	s.html("/", `<a href="/lich?m=1">Lịch công tác</a>`)
	for m := range 200 {
		s.html(fmt.Sprintf("/lich?m=%d", m), fmt.Sprintf(`<a href="/ngay?d=%d">Ngày thứ nhất trong tháng này</a><a href="/ngay?d=%d">Ngày thứ hai trong tháng</a><a href="/lich?m=%d">Sau</a>`, 2*m, 2*m+1, m+1))
		s.html(fmt.Sprintf("/ngay?d=%d", 2*m), "<p>Không có lịch.</p>")
		s.html(fmt.Sprintf("/ngay?d=%d", 2*m+1), "<p>Không có lịch.</p>")
	}
	watched(t, t.Context(), Options{Dir: t.TempDir(), Seeds: []string{s.URL}})
	if n := len(s.requests()); n > 100 {
		t.Errorf("%d requests", n)
	}
}

// TestReportOfCoverage says what was not fetched, and why.
func TestReportOfCoverage(t *testing.T) {
	s := newSite()
	defer s.Close()
	old, fresh := "/2020/01/02/cong-an-xa-hop.htm", "/2025/01/02/cong-an-xa-hop.htm"
	s.html("/", fmt.Sprintf(`<a href="%s">Công an xã họp giao ban năm 2020</a><a href="%s">Công an xã họp giao ban năm 2025</a><a href="/cam/a.htm">Trang cấm một hai</a>`, old, fresh))
	s.html(fresh, articleBody(1))
	s.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /cam/\n")
	r, _ := watched(t, t.Context(), Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Since: time.Date(2024, 1, 1, 0, 0, 0, 0, discover.Zone)})
	if got, want := r.Sites[0].Coverage(), "2 of 3 links on its listings were not fetched: 1 older than --since, 1 forbidden by robots.txt"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
