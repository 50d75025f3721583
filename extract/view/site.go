package view

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

// Address resolves the page's URL: canonical if it is whole and of the same
// site, else og:url, else as requested.
func (r *View) Address(requested string) string {
	base, err := url.Parse(requested)
	if err != nil {
		base = &url.URL{}
	}
	for _, u := range []string{r.Meta.Canonical, r.Meta.OgURL} {
		if u == "" {
			continue
		}
		p, err := url.Parse(u)
		if err != nil {
			continue
		}
		if !p.IsAbs() {
			p = base.ResolveReference(p)
		}
		switch {
		case p.Host == "", len(p.Path) <= 1:
		case base.Host == "", related(p.Host, base.Host):
			return p.String()
		}
	}
	return requested
}

// Site names the site: the host that the page was fetched from, by the name of
// its profile, else the profile that the page itself names, else the site's name
// for itself.
func (r *View) Site(address string) string {
	profile := r.Found.Profile
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		if profile != nil {
			return profile.Hosts[0]
		}
		return r.Meta.Site
	}
	if profile != nil && profile.Covers(u.Host) {
		return profile.Hosts[0]
	}
	return sites.Host(u.Host)
}

// Section is the last step of the bread crumbs before the headline, else the
// metadata's word.
func (r *View) Section() string {
	if parts := r.Found.Parts[layout.Section]; len(parts) > 0 {
		if e := &r.Elems[parts[len(parts)-1]]; e.Count() > 0 {
			return r.Line(min(e.B1, len(r.Blocks)) - 1)
		}
	}
	last := ""
	for e := range r.Elems {
		x := &r.Elems[e]
		if r.Title >= 0 && x.B0 > r.Title {
			break
		}
		if x.LinkOf(60) && r.Above(e, crumbs) {
			last = lines.Squeeze(string(r.Text[x.T0:x.T1]))
		}
	}
	switch {
	case last == "", r.SiteName(last), r.Known.Home.Equals(last):
		return r.Meta.Section
	}
	return last
}

// crumbs tells an element that is named as a path of sections.
func crumbs(e *dom.Elem) bool {
	if e.Hint&dom.HintSection == 0 || e.Count() > 12 {
		return false
	}
	names := dom.Attr(e.Node, "class") + dom.Attr(e.Node, "id") + dom.Attr(e.Node, "aria-label")
	return strings.Contains(strings.ToLower(names), "crumb")
}

// Tags are those that the page prints after the article, else the metadata's.
func (r *View) Tags() (all []string) {
	for e := range r.Elems {
		x := &r.Elems[e]
		switch {
		case x.B0 < r.B0, x.B0 > r.B1+12, !x.LinkOf(80):
			continue
		}
		if r.HasAny(layout.Tags, e) || r.Above(x.Parent, func(y *dom.Elem) bool { return y.Named(dom.HintTags) && y.Count() <= 30 }) {
			if tag := strings.TrimLeft(lines.Squeeze(string(r.Text[x.T0:x.T1])), "# "); tag != "" {
				all = AppendNew(all, strings.TrimRight(tag, ",;"))
			}
		}
	}
	if len(all) == 0 {
		for _, tag := range r.Meta.Tags {
			all = AppendNew(all, tag)
		}
	}
	return all
}

// SiteName tells whether words name the site or a paper.
func (r *View) SiteName(s string) bool {
	f := lines.Lower(s)
	switch {
	case f == "":
		return false
	case f == lines.Lower(r.Meta.Site), domain(s):
		return true
	case r.Known.Imprint.Begins(lines.Fold(s)) > 0:
		return lines.Count(f) <= 16
	}
	return lines.Count(f) <= 8 && r.Known.Outlet.Begins(f) > 0
}

// domain tells a text that holds the name of a domain.
func domain(s string) bool { return strings.Contains(s, ".vn") || strings.Contains(s, ".com") }

// SiteTitle tells whether a headline is nothing but the name of the site, or what it calls
// every article, as portals print it: "Báo Công an Nhân dân" is one, "Báo cáo kết quả", "Thanh tra
// Chính phủ kết luận" and "Vietnam, Laos hold talks" are not, though a paper's
// name begins so.
func (r *View) SiteTitle(s string) bool {
	switch {
	case len(s) < longestPageTitle && r.Known.PageTitle.Is(lines.Fold(s)):
		return true
	case !r.SiteName(s):
		return false
	}
	f := lines.Lower(s)
	n := r.Known.Outlet.Begins(f)
	switch {
	case n == len(f), f == lines.Lower(r.Meta.Site), domain(s), r.Known.Portal.Begins(lines.Fold(s)) > 0:
		return true
	case n == 0:
		return false // "Giấy phép lái xe", which begins as an imprint does
	}
	words := strings.Fields(s)
	capitals := 0
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			capitals++
		}
	}
	next, _ := utf8.DecodeRuneInString(words[min(strings.Count(f[:n], " ")+1, len(words)-1)])
	return unicode.IsUpper(next) && 2*capitals >= len(words) && (s != strings.ToUpper(s) || len(words) <= 5)
}

// MetaTitle is the page's own word for its headline without the site's name.
func (r *View) MetaTitle() string {
	if len(r.Meta.Titles) == 0 || r.SiteTitle(r.Meta.Titles[0]) {
		return ""
	}
	title := r.Meta.Titles[0]
	for _, sep := range []string{" | ", " :: ", " » ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		if tail := title[i+len(sep):]; sep == " | " || r.SiteName(tail) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// longestPageTitle is how long that which a portal calls all its articles is, in bytes.
const longestPageTitle = 32

// related tells whether two hosts show the same site.
func related(a, b string) bool {
	a, b = sites.Host(a), sites.Host(b)
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// AppendNew adds a string that the list has not, whatever its case.
func AppendNew(list []string, s string) []string {
	for _, old := range list {
		if strings.EqualFold(old, s) {
			return list
		}
	}
	return append(list, s)
}

// TailName is what stands last in the page's title, where it is a name of few words: that
// of the site.
func TailName(r *View) string {
	if len(r.Meta.Titles) == 0 {
		return ""
	}
	whole := r.Meta.Titles[len(r.Meta.Titles)-1]
	for _, sep := range []string{" | ", " - ", " – "} {
		if i := strings.LastIndex(whole, sep); i > 0 && lines.Count(whole[i+len(sep):]) <= longestTail {
			return strings.TrimSpace(whole[i+len(sep):])
		}
	}
	return ""
}

// longestTail is how many words the name of a site has in a page's title.
const longestTail = 5
