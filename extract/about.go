package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/sites"
)

// site names the site: its profile's host, else the host of the address, else
// the site's name for itself.
func (r *reader) site(address string) string {
	if r.found.profile != nil {
		return r.found.profile.Hosts[0]
	}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return sites.Host(u.Host)
	}
	return r.meta.site
}

// section is the last step of the bread crumbs before the headline, else the
// metadata's word.
func (r *reader) section() string {
	if parts := r.found.parts[partSection]; len(parts) > 0 {
		if e := &r.elems[parts[len(parts)-1]]; e.b1 > e.b0 && e.b1 <= len(r.blocks) {
			return r.line(e.b1 - 1)
		}
	}
	last := ""
	for e := range r.elems {
		x := &r.elems[e]
		if x.tag != atom.A || x.t1 <= x.t0 || x.b0 > r.title && r.title >= 0 || x.t1-x.t0 > 60 {
			continue
		}
		if r.above(e, -1, func(y *elem) bool {
			return y.hint&hintSection != 0 && y.b1-y.b0 <= 12 && strings.Contains(strings.ToLower(attr(y.node, "class")+attr(y.node, "id")+attr(y.node, "aria-label")), "crumb")
		}) {
			last = squeeze(string(r.text[x.t0:x.t1]))
		}
	}
	if last == "" || r.siteName(last) || strings.EqualFold(last, "Trang chủ") {
		return r.meta.section
	}
	return last
}

// tags are those that the page prints after the article, else the metadata's.
func (r *reader) tags() (all []string) {
	for e := range r.elems {
		x := &r.elems[e]
		if x.tag != atom.A || x.t1 <= x.t0 || x.t1-x.t0 > 80 || x.b0 < r.b0 || x.b0 > r.b1+12 {
			continue
		}
		if r.hasAny(partTags, e) || r.above(x.parent, -1, func(y *elem) bool { return y.hint&hintTags != 0 && y.hint&hintContent == 0 && y.b1-y.b0 <= 30 }) {
			if tag := strings.TrimLeft(squeeze(string(r.text[x.t0:x.t1])), "# "); tag != "" {
				all = appendNew(all, strings.TrimRight(tag, ",;"))
			}
		}
	}
	if len(all) == 0 {
		for _, tag := range r.meta.tags {
			all = appendNew(all, tag)
		}
	}
	return all
}

func (r *reader) hasAny(p part, e int) bool {
	for _, x := range r.found.parts[p] {
		if r.holds(x, e) {
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
