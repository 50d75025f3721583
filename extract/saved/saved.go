// Package saved undoes what web archives and browsers add to the pages that
// they save: it gives the page as it was, its address and when it was taken.
package saved

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/boctin/boctin"
)

// Original gives the page that a copy was made of, and its text. A page that is
// no copy comes back as it is. The bytes of the page stay what they are, so that
// its digest is that of the file.
func Original(page *boctin.Page, text []byte) (*boctin.Page, []byte) {
	if page.URL != "" || everyArchive.in(text[:min(len(text), archiveWithin)]) {
		for _, a := range archives {
			if c, ok := a.copied(page.URL, text); ok {
				return c.page(page), a.restore(text)
			}
		}
	}
	if page.URL != "" {
		return page, text
	}
	for _, n := range notes {
		if c, ok := n.read(text[:min(len(text), noteLength)]); ok {
			return c.page(page), text
		}
	}
	return page, text
}

// everyArchive stands in the first archiveWithin bytes of each copy, in its
// scripts or address: a page without it is searched for no other mark.
var everyArchive = mark{"archive.", 'v'}

const archiveWithin = 16 << 10

// mark is a text that is looked for on every page, by that letter of it which pages have
// least of: where it stands first in it, the rest is compared.
type mark struct {
	text string
	rare byte
}

func (m mark) in(text []byte) bool {
	before := strings.IndexByte(m.text, m.rare)
	for at := before; at < len(text); at++ {
		next := bytes.IndexByte(text[at:], m.rare)
		if next < 0 {
			return false
		}
		if at += next; bytes.HasPrefix(text[at-before:], []byte(m.text)) {
			return true
		}
	}
	return false
}

// taken is where a copy was taken from, and when.
type taken struct {
	url string
	at  time.Time
}

// page is the page with what is known of the original.
func (c taken) page(p *boctin.Page) *boctin.Page {
	known := *p
	known.URL = c.url
	if !c.at.IsZero() {
		known.Fetched = c.at
	}
	return &known
}

// archive is a web archive that serves copies under addresses of its own.
type archive struct {
	address *regexp.Regexp // of a copy: stamp, original
	marks   []string       // of a page that was saved from it; one of them is there
	links   *regexp.Regexp // what it puts before the links of a page
	cuts    []cut          // what it adds
}

var archives = []archive{{
	address: regexp.MustCompile(`^(?:https?:)?(?://)?web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/.+)$`),
	marks:   []string{"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "FILE ARCHIVED ON ", "__wm.wombat(", `id="wm-ipp-base"`},
	links:   regexp.MustCompile(`(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?:(https?:)/{1,2}|mailto:)`),
	cuts: []cut{
		{from: "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", to: "<!-- END WAYBACK TOOLBAR INSERT -->"},
		{element: `id="wm-ipp-base"`}, {element: `id="wm-ipp-print"`}, {element: `id="donato"`},
	},
}, {
	address: regexp.MustCompile(`^https?://archive\.(?:today|ph|is|li|md|vn|fo)/(\d{4}\.?\d\d\.?\d\d-?\d{6}|\d{14})/(https?:/.+)$`),
	marks:   []string{`id="HEADER"`},
	links:   regexp.MustCompile(`https?://archive\.(?:today|ph|is|li|md|vn|fo)/(?:o/\w+|\d{4}\.?\d\d\.?\d\d-?\d{6}|\d{14})/(?:(https?:)/{1,2}|mailto:)`),
	cuts:    []cut{{element: `id="HEADER"`}, {element: `id="hashtag"`}},
}}

// copied tells a copy by the address that it was fetched from, or by a mark and
// the address that it names.
func (a *archive) copied(address string, text []byte) (taken, bool) {
	if c, ok := a.original(address); ok {
		return c, true
	}
	if address != "" || !a.marked(text) {
		return taken{}, false
	}
	for _, m := range ownAddress.FindAllSubmatch(text, -1) {
		if c, ok := a.original(string(bytes.Join(m[1:], nil))); ok {
			return c, true
		}
	}
	if m := wombat.FindSubmatch(text); m != nil {
		return taken{string(m[1]), stamp(string(m[2]))}, true
	}
	return taken{}, false
}

// ownAddress is where a page names its own address.
var ownAddress = regexp.MustCompile(`(?i)<link\b[^>]{0,300}?rel=["']?canonical["']?[^>]{0,300}?href=["']([^"'>]+)|<link\b[^>]{0,300}?href=["']([^"'>]+)["'][^>]{0,300}?rel=["']?canonical|<meta\b[^>]{0,300}?property=["']og:url["'][^>]{0,300}?content=["']([^"'>]+)`)

// wombat is the script by which the Wayback Machine tells a copy what it is of.
var wombat = regexp.MustCompile(`__wm\.wombat\(\s*"(https?://[^"]+)"\s*,\s*"(\d{14})"`)

func (a *archive) marked(text []byte) bool {
	for _, m := range a.marks {
		if bytes.Contains(text, []byte(m)) {
			return true
		}
	}
	return false
}

func (a *archive) original(address string) (taken, bool) {
	m := a.address.FindStringSubmatch(strings.TrimSpace(address))
	if m == nil {
		return taken{}, false
	}
	return taken{slashes.ReplaceAllString(m[2], "$1//"), stamp(m[1])}, true
}

// slashes are those behind the scheme, one of which is lost on the way.
var slashes = regexp.MustCompile(`^(https?:)/{1,2}`)

func stamp(digits string) time.Time {
	digits = strings.NewReplacer(".", "", "-", "").Replace(digits)
	at, _ := time.Parse("20060102150405"[:len(digits)/2*2], digits) // zero where it is none
	return at
}

// restore takes away what the archive added and gives links their own places.
func (a *archive) restore(text []byte) []byte {
	for _, c := range a.cuts {
		text = c.without(text)
	}
	return a.links.ReplaceAllFunc(text, func(link []byte) []byte {
		if m := a.links.FindSubmatch(link); len(m[1]) > 0 {
			return []byte(string(m[1]) + "//")
		}
		return []byte("mailto:")
	})
}

// note is a comment that says where a page was saved.
type note struct {
	mark          mark // stands in each
	comment, date *regexp.Regexp
}

// noteLength is how many bytes of a page are looked at for a note.
const noteLength = 8 << 10

var notes = []note{
	{mark: mark{"saved from url=", 'v'}, comment: regexp.MustCompile(`<!-- saved from url=\(\d+\)(https?://[^\s>]+?) ?-->`)},
	{mark: mark{"Page saved with SingleFile", 'F'}, comment: regexp.MustCompile(`(?s)<!--\s*Page saved with SingleFile\s.{0,200}?url:\s*(https?://\S+)`),
		date: regexp.MustCompile(`saved date:\s*([^\n(]+?)\s*(?:\(|\n|-->)`)},
	{mark: mark{"<!-- Mirrored from", '!'}, comment: regexp.MustCompile(`<!-- Mirrored from (\S+) by HTTrack`), date: regexp.MustCompile(`HTTrack[^,]*, ([^>]+?) -->`)},
}

func (n note) read(head []byte) (taken, bool) {
	if !n.mark.in(head) {
		return taken{}, false
	}
	m := n.comment.FindSubmatchIndex(head)
	if m == nil {
		return taken{}, false
	}
	address := string(head[m[2]:m[3]])
	if !strings.HasPrefix(address, "http") {
		address = "http://" + address
	}
	if u, err := url.Parse(address); err != nil || u.Host == "" {
		return taken{}, false
	}
	c := taken{url: address}
	if n.date == nil {
		return c, true
	}
	if d := n.date.FindSubmatch(head[m[0]:]); d != nil {
		c.at = date(string(d[1]))
	}
	return c, true
}

// dates are the ways in which browsers and HTTrack write a time.
var dates = []string{"Mon Jan 02 2006 15:04:05 GMT-0700", "Mon, 02 Jan 2006 15:04:05 MST", time.RFC3339}

func date(s string) time.Time {
	for _, layout := range dates {
		if at, err := time.Parse(layout, s); err == nil {
			return at.UTC()
		}
	}
	return time.Time{}
}
