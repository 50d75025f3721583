package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

// site names the site: the host that the page was fetched from, by the name of
// its profile, else the profile that the page itself names, else the site's name
// for itself.
func (r *view) site(address string) string {
	profile := r.found.Profile
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		if profile != nil {
			return profile.Hosts[0]
		}
		return r.meta.Site
	}
	if profile != nil && profile.Covers(u.Host) {
		return profile.Hosts[0]
	}
	return sites.Host(u.Host)
}

// section is the last step of the bread crumbs before the headline, else the
// metadata's word.
func (r *view) section() string {
	if parts := r.found.Parts[layout.Section]; len(parts) > 0 {
		if e := &r.Elems[parts[len(parts)-1]]; e.B1 > e.B0 && e.B1 <= len(r.Blocks) {
			return r.Line(e.B1 - 1)
		}
	}
	last := ""
	for e := range r.Elems {
		x := &r.Elems[e]
		if x.Tag != atom.A || x.T1 <= x.T0 || x.B0 > r.title && r.title >= 0 || x.T1-x.T0 > 60 {
			continue
		}
		if r.Above(e, func(y *dom.Elem) bool {
			return y.Hint&dom.HintSection != 0 && y.B1-y.B0 <= 12 && strings.Contains(strings.ToLower(dom.Attr(y.Node, "class")+dom.Attr(y.Node, "id")+dom.Attr(y.Node, "aria-label")), "crumb")
		}) {
			last = lines.Squeeze(string(r.Text[x.T0:x.T1]))
		}
	}
	if last == "" || r.siteName(last) || strings.EqualFold(last, "Trang chủ") {
		return r.meta.Section
	}
	return last
}

// tags are those that the page prints after the article, else the metadata's.
func (r *view) tags() (all []string) {
	for e := range r.Elems {
		x := &r.Elems[e]
		if x.Tag != atom.A || x.T1 <= x.T0 || x.T1-x.T0 > 80 || x.B0 < r.b0 || x.B0 > r.b1+12 {
			continue
		}
		if r.hasAny(layout.Tags, e) || r.Above(x.Parent, func(y *dom.Elem) bool {
			return y.Hint&dom.HintTags != 0 && y.Hint&dom.HintContent == 0 && y.B1-y.B0 <= 30
		}) {
			if tag := strings.TrimLeft(lines.Squeeze(string(r.Text[x.T0:x.T1])), "# "); tag != "" {
				all = appendNew(all, strings.TrimRight(tag, ",;"))
			}
		}
	}
	if len(all) == 0 {
		for _, tag := range r.meta.Tags {
			all = appendNew(all, tag)
		}
	}
	return all
}

func (r *view) hasAny(p layout.Part, e int) bool {
	for _, x := range r.found.Parts[p] {
		if r.Holds(x, e) {
			return true
		}
	}
	return false
}

// language tells "vi" by the letters that no other language has together: the
// share of words with đ, ơ, ư or a tone mark.
func language(body, declared string) string {
	words, marked := 0, 0
	mark := false
	for i, c := range body {
		if i > 8000 {
			break
		}
		switch {
		case c == ' ' || c == '\n':
			words++
			if mark {
				marked++
			}
			mark = false
		case c == 'đ' || c == 'Đ' || c == 'ơ' || c == 'ư' || c == 'Ơ' || c == 'Ư' || c == 'ă' || c >= 0x1EA0 && c <= 0x1EF9:
			mark = true
		}
	}
	switch {
	case words > 0 && marked*100/words >= 20:
		return "vi"
	case words == 0:
		return ""
	}
	declared, _, _ = strings.Cut(strings.ToLower(declared), "-")
	if declared == "vi" || len(declared) != 2 {
		return ""
	}
	return declared
}
