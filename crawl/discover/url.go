// Package discover finds the URLs of articles: in pages, feeds and sitemaps,
// and in the look of a URL itself. It fetches nothing.
package discover

import (
	"errors"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/idna"
)

// maxURL is the most bytes of a URL that is worth a fetch.
const maxURL = 2000

var (
	errNotWeb = errors.New("no http or https URL")
	errLong   = errors.New("URL is longer than 2000 bytes")
)

// tracking are query parameters that name the way to a page, not the page.
var tracking = []string{"utm_", "fbclid", "gclid", "dclid", "msclkid", "zarsrc", "gidzl", "_gl", "mc_cid", "mc_eid", "igshid", "vn_source",
	"vn_medium", "vn_campaign", "vn_term", "vn_thumb", "phpsessid", "jsessionid", "sessionid", "amp", "outputtype"}

// Canonical gives the one way of writing a URL found on a page of base, which
// may be nil: host in lower case, no default port, fragment, session or tracking
// parameter, escapes as short as can be.
func Canonical(base *url.URL, href string) (*url.URL, error) {
	href = strings.TrimSpace(href)
	if len(href) > maxURL {
		return nil, errLong
	}
	u, err := url.Parse(strings.ReplaceAll(href, "\n", ""))
	if err != nil {
		return nil, errNotWeb
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	host := hostOf(u)
	if (u.Scheme != "http" && u.Scheme != "https") || host == "" {
		return nil, errNotWeb
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if p := u.Port(); p != "" && !(u.Scheme == "http" && p == "80") && !(u.Scheme == "https" && p == "443") {
		host += ":" + p
	}
	path, _, _ := strings.Cut(Escapes(u.EscapedPath()), ";jsessionid")
	path = withoutAMP(path)
	if path == "" {
		path = "/"
	}
	text := u.Scheme + "://" + host + path
	if q := query(u.RawQuery); q != "" {
		text += "?" + q
	}
	if len(text) > maxURL {
		return nil, errLong
	}
	return url.Parse(text)
}

// hostOf is the name of a host as a resolver knows it, "" for none: that of "//\u00ad" says nothing.
func hostOf(u *url.URL) string {
	host := strings.TrimRight(strings.ToLower(u.Hostname()), ".")
	ascii, err := idna.Lookup.ToASCII(host)
	switch {
	case err == nil:
		return strings.TrimRight(ascii, ".")
	case isASCII(host):
		return host
	}
	return ""
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// withoutAMP gives the path of the page that a path of the form …/amp doubles.
func withoutAMP(path string) string {
	for {
		cut, ok := strings.CutSuffix(strings.TrimSuffix(path, "/"), "/amp")
		if !ok || cut == "" {
			return path
		}
		path = cut
	}
}

// query drops the parameters that do not name the page.
func query(raw string) string {
	var keep []string
	for part := range strings.SplitSeq(Escapes(raw), "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part != "" && !tracks(name) {
			keep = append(keep, part)
		}
	}
	return strings.Join(keep, "&")
}

func tracks(name string) bool {
	for _, t := range tracking {
		if name == t || strings.HasSuffix(t, "_") && strings.HasPrefix(name, t) {
			return true
		}
	}
	return false
}

// Escapes brings percent escapes to one form: upper case, and none where the
// character may stand for itself (RFC 3986, 6.2.2). A % that begins none is escaped.
func Escapes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				if c := byte(n); unreserved(c) {
					b.WriteByte(c)
				} else {
					b.WriteString(strings.ToUpper(s[i : i+3]))
				}
				i += 2
				continue
			}
		}
		if c := s[i]; c <= ' ' || c >= 0x7f || c == '%' { // a lone % may not begin an escape with what follows
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16)[1:]))
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// last is the last segment of a path without its extension.
func last(u *url.URL) string {
	p := strings.TrimSuffix(u.Path, "/")
	p = p[strings.LastIndexByte(p, '/')+1:]
	if i := strings.LastIndexByte(p, '.'); i > 0 && len(p)-i <= 6 {
		p = p[:i]
	}
	return p
}

var (
	pagePath  = regexp.MustCompile(`(?i)(?:^|[-/])(?:trang|page|p)[-/]?(\d{1,4})$`)
	pageQuery = regexp.MustCompile(`(?i)(?:^|&)(?:page|p|trang|pageindex|page_index|pagenumber|paged|pageno|currentpage)=(\d{1,5})(?:&|$)`)
	yearMonth = regexp.MustCompile(`/(20\d\d)/(\d{1,2})/(?:(\d{1,2})/)?`)
	idQuery   = regexp.MustCompile(`(?i)(?:^|&)(?:id|(?:item|news|article|tin|bai|baiviet|post|content)_?id)=\d{2,}(?:&|$)`)
	listWords = regexp.MustCompile(`(?i)(?:/|-)(?:tag|tags|chu-de|topic|tim-kiem|search|rss|lich|tac-gia|author|su-kien|dang-nhap|login|lien-he|gioi-thieu|sitemap|video|podcast)(?:/|\.|\d|$)`)
	noPage    = regexp.MustCompile(`(?i)\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|mp[34]|m3u8|pdf|docx?|xlsx?|pptx?|zip|rar|7z|exe|apk|woff2?|ttf)$`)
	digitRun  = regexp.MustCompile(`\d{4,}`)
)

// Paging tells whether a URL is page n of a listing: trang-2.htm, -p2,
// ?page=2, /page/2. The first page that is written so counts as well.
func Paging(u *url.URL) (n int, ok bool) {
	path := strings.TrimSuffix(u.Path, "/")
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		path = path[:i]
	}
	m := pagePath.FindStringSubmatch(path)
	if m == nil {
		m = pageQuery.FindStringSubmatch(u.RawQuery)
	}
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// LooksLikeArticle judges a URL by its looks alone: a long slug, an id, a date
// in the path.
func LooksLikeArticle(u *url.URL) bool {
	if _, paging := Paging(u); paging || listWords.MatchString(u.Path) || noPage.MatchString(u.Path) {
		return false
	}
	slug := last(u)
	words := strings.Count(slug, "-")
	switch {
	case words >= 3 && digitRun.MatchString(slug):
		return true
	case words >= 5:
		return true
	case words >= 2 && yearMonth.MatchString(u.Path):
		return true
	}
	return idQuery.MatchString(u.RawQuery)
}

// Worth tells whether a URL may be a page at all, and not a picture, a file or
// a path that goes round in circles.
func Worth(u *url.URL) bool {
	if noPage.MatchString(u.Path) {
		return false
	}
	seen := map[string]int{}
	n := 0
	for s := range strings.SplitSeq(u.Path, "/") {
		if n++; n > 14 {
			return false
		}
		if seen[s]++; s != "" && seen[s] > 2 {
			return false
		}
	}
	return true
}

// Shape is the family of a URL: what differs between the days of a calendar or
// the answers of a search is taken out.
func Shape(u *url.URL) string {
	segments := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, s := range segments {
		switch {
		case strings.ContainsAny(s, "0123456789"):
			segments[i] = "#"
		case i > 0:
			segments[i] = "*"
		}
	}
	shape := "/" + strings.Join(segments, "/")
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if name, _, _ := strings.Cut(part, "="); name != "" {
			shape += "&" + name
		}
	}
	return shape
}

// Date reads the day that a URL holds, as /2026/03/07/ or inside an id that
// begins with it (20260307…, 102260307…); zero for none. It is good to the day.
func Date(u *url.URL) time.Time {
	if m := yearMonth.FindStringSubmatch(u.Path); m != nil && m[3] != "" {
		if t := day(m[1], m[2], m[3]); !t.IsZero() {
			return t
		}
	}
	runs := digitRun.FindAllString(last(u), -1)
	for _, run := range runs {
		if len(run) >= 8 && strings.HasPrefix(run, "20") {
			if t := day(run[:4], run[4:6], run[6:8]); !t.IsZero() {
				return t
			}
		}
		if len(run) >= 15 && len(run) <= 19 && strings.HasPrefix(run, "1") {
			if t := day("20"+run[3:5], run[5:7], run[7:9]); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

func day(y, m, d string) time.Time {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	dom, _ := strconv.Atoi(d)
	t := time.Date(year, time.Month(month), dom, 0, 0, 0, 0, Zone)
	if year < 2000 || year > 2099 || t.Day() != dom || int(t.Month()) != month {
		return time.Time{}
	}
	return t
}

// Zone is the time zone of a time that names none.
var Zone = time.FixedZone("+07", 7*3600)

// Turn gives the page of a listing after the one that a URL names; nil where it
// names none.
func Turn(u *url.URL) *url.URL {
	next := *u
	path, ext := u.Path, ""
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		path, ext = path[:i], path[i:]
	}
	n, ok := Paging(u)
	if !ok {
		return nil
	}
	bump := func(s string, m []int) string { return s[:m[2]] + strconv.Itoa(n+1) + s[m[3]:] }
	if m := pagePath.FindStringSubmatchIndex(path); m != nil {
		next.Path, next.RawPath = bump(path, m)+ext, ""
		return &next
	}
	if m := pageQuery.FindStringSubmatchIndex(u.RawQuery); m != nil {
		next.RawQuery = bump(u.RawQuery, m)
		return &next
	}
	return nil
}

// SameName tells whether two URLs name the same page by their last segment or
// by a number in it, whatever host and folder they are under.
func SameName(a, b *url.URL) bool {
	x, y := last(a), last(b)
	if x == y {
		return x != ""
	}
	runs := digitRun.FindAllString(x, -1)
	for _, run := range runs {
		if len(run) >= 5 && strings.Contains(y, run) {
			return true
		}
	}
	return false
}
