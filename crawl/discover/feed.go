package discover

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// Item is one URL of a feed or sitemap.
type Item struct {
	URL     *url.URL
	Date    time.Time // of publication or change; zero if not said
	Sitemap bool      // leads to another sitemap
}

// ErrTooLarge says that a feed or sitemap unpacks to more than may be read.
var ErrTooLarge = errors.New("larger than may be read once unpacked")

const (
	maxItems    = 50_000
	maxUnpacked = 64 << 20 // bytes of a sitemap, unpacked
)

// What is the kind of a document that is no HTML page.
type What int

// The kinds that are told apart.
const (
	Other What = iota
	IsFeed
	IsSitemap
)

// Sniff tells a feed or sitemap by its first element.
func Sniff(body []byte) What {
	head := string(utf8Of(body[:min(len(body), 2048)]))
	if bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		return IsSitemap
	}
	at := func(tag string) bool { return strings.Contains(head, tag) }
	switch {
	case sitemapTag.MatchString(head):
		return IsSitemap
	case at("<rss") || at("<feed") || at("<rdf:RDF"):
		if i := strings.Index(strings.ToLower(head), "<html"); i < 0 {
			return IsFeed
		}
	}
	return Other
}

// sitemapTag is the first element of a sitemap, whatever prefix it has.
var sitemapTag = regexp.MustCompile(`<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]`)

// Feed reads RSS or Atom; base is its URL. A *Mended comes with what could be
// read of one that is not well-formed.
func Feed(body []byte, base *url.URL) ([]Item, error) {
	feed, mended := parseFeed(body)
	if feed == nil {
		return nil, mended
	}
	var out []Item
	for _, it := range feed.Items {
		link := it.Link
		if link == "" && strings.HasPrefix(it.GUID, "http") {
			link = it.GUID
		}
		u, err := Canonical(base, link)
		if err != nil || link == "" || len(out) >= maxItems {
			continue
		}
		date := Time(it.Published)
		if changed := Time(it.Updated); changed.After(date) {
			date = changed
		}
		out = append(out, Item{URL: u, Date: date})
	}
	return out, mended
}

var prologEncoding = regexp.MustCompile(`(?i)^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'](?:utf-?16|unicode)[^"']*["']`)

// plainProlog gives UTF-8 whose prolog does not say UTF-16: some feeds are
// UTF-16, others only say so.
func plainProlog(body []byte) []byte {
	b := utf8Of(body)
	return prologEncoding.ReplaceAll(bytes.TrimLeft(b, " \t\r\n\ufeff"), []byte("$1"))
}

func decodeUTF16(b []byte) io.Reader {
	var order unicode.Endianness
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}), len(b) > 3 && b[0] == '<' && b[1] == 0:
		order = unicode.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}), len(b) > 3 && b[0] == 0 && b[1] == '<':
		order = unicode.BigEndian
	default:
		return bytes.NewReader(b)
	}
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(bytes.NewReader(b))
}

// sitemapEntry is a url or sitemap element.
type sitemapEntry struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
	News    string `xml:"news>publication_date"`
}

// SitemapItems reads a sitemap or an index of them, packed or not.
func SitemapItems(body []byte, base *url.URL) ([]Item, error) {
	body, err := Unpacked(body)
	switch {
	case errors.Is(err, ErrTooLarge):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("not a sitemap: %w", err)
	}
	if lines, ok := URLList(body); ok {
		return listed(lines, base), nil
	}
	body, what := wellFormed(plainProlog(body))
	var mended error
	if what != "" {
		mended = &Mended{what}
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	var out []Item
	for len(out) < maxItems {
		token, err := d.Token()
		if err == io.EOF {
			return out, mended
		}
		if err != nil {
			return out, broken(out, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		var e sitemapEntry
		if err := d.DecodeElement(&e, &start); err != nil {
			return out, broken(out, err)
		}
		if u, err := Canonical(base, e.Loc); err == nil && e.Loc != "" {
			date := Time(e.News)
			if date.IsZero() {
				date = Time(e.LastMod)
			}
			out = append(out, Item{URL: u, Date: date, Sitemap: start.Name.Local == "sitemap"})
		}
	}
	return out, mended
}

// broken says that a sitemap breaks off, behind what was read of it.
func broken(read []Item, err error) error {
	if len(read) > 0 {
		return &Mended{oneLine(err.Error())}
	}
	return fmt.Errorf("sitemap: %w", err)
}

// listed gives the items of a sitemap that is a list of URLs.
func listed(lines []string, base *url.URL) (out []Item) {
	for _, line := range lines {
		if u, err := Canonical(base, line); err == nil {
			out = append(out, Item{URL: u})
		}
	}
	return out
}

// timeLayouts are the ways in which feeds, sitemaps and pages write a time.
// Month before day is meant where slashes stand and an AM or PM follows.
var timeLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05",
	"2006-01-02 15:04", "2006-01-02", "2006-01",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04:05", "2 Jan 2006",
	"1/2/2006 3:04:05 PM", "1/2/2006 3:04 PM", "2/1/2006 15:04:05", "2/1/2006 15:04", "2/1/2006", "Jan 2 2006 15:04:05", "Jan 2, 2006",
}

var (
	weekday  = regexp.MustCompile(`^[A-Za-zÀ-ỹ]{2,9}\.?,\s*`)
	zoneName = regexp.MustCompile(`(?i)\s*(?:\(.*\)|\b(?:GMT|UTC)\s*([+-]\d{1,2})(?::?(\d\d))?|\b(?:GMT|UTC|Z|ICT))\s*$`)
)

// Time reads a time as feeds write it, faults included; zero if it cannot. A
// time without a zone is Vietnam's.
func Time(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 {
		return time.Time{}
	}
	for _, layout := range timeLayouts[:2] {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(t)
		}
	}
	s = weekday.ReplaceAllString(s, "")
	zone := Zone
	if m := zoneName.FindStringSubmatch(s); m != nil {
		s = strings.TrimSpace(strings.TrimSuffix(s, m[0]))
		zone = named(m)
	}
	for _, layout := range timeLayouts {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return sane(t)
		}
	}
	return time.Time{}
}

// named gives the zone that a name stands for.
func named(m []string) *time.Location {
	if m[1] == "" {
		if strings.Contains(strings.ToUpper(m[0]), "ICT") {
			return Zone
		}
		return time.UTC
	}
	var h, min int
	fmt.Sscanf(m[1], "%d", &h)
	fmt.Sscanf(m[2], "%d", &min)
	if h < 0 {
		min = -min
	}
	return time.FixedZone("", h*3600+min*60)
}

func sane(t time.Time) time.Time {
	if t.Year() < 1990 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}
