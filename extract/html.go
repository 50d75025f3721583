package extract

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

func (x *Extractor) article(page *boctin.Page, explain bool) (boctin.Article, error) {
	text, label, err := decode(page)
	a := boctin.Article{Schema: boctin.Schema, Source: source(page, label)}
	switch {
	case err != nil:
	case page.Format == boctin.FormatText:
		err = x.text(page, text, &a, explain)
	default:
		err = x.html(page, text, &a, explain)
	}
	switch {
	case err == nil:
		err = x.limits.Check(&a)
	case errors.Is(err, ErrNoArticle):
		err = cmp.Or(damaged(string(text)), err)
	}
	if a.ID == "" {
		a.ID = a.Source.SHA256[:32]
	}
	return a, err
}

func source(page *boctin.Page, label string) boctin.Source {
	sum := sha256.Sum256(page.Body)
	s := boctin.Source{Path: page.Path, Record: page.Record, Offset: page.Offset, Format: page.Format, Charset: label, SHA256: hex.EncodeToString(sum[:])}
	if !page.Fetched.IsZero() {
		s.Fetched = page.Fetched.UTC().Format(time.RFC3339)
	}
	return s
}

// html reads an HTML page into the article.
func (x *Extractor) html(page *boctin.Page, text []byte, a *boctin.Article, explain bool) error {
	a.Source.Format = boctin.FormatHTML
	doc, trim, err := x.parse(text, explain)
	if err != nil {
		return err
	}
	store := x.stores.Get().(*tree)
	defer x.release(store)
	r := x.read(page, doc, trim, store)
	r.fill(a, page)
	mend(a)
	if explain {
		a.Evidence = r.evidence(a.Source.Charset)
	}
	return r.refuse(a)
}

// parse trims and parses a page. A page nested deeper than the parser allows
// is trimmed again with half the depth.
func (x *Extractor) parse(text []byte, mark bool) (*html.Node, trimmed, error) {
	var last error
	out := x.buffers.Get().(*[]byte)
	defer x.buffers.Put(out)
	for limits := x.limits; limits.Depth > 8; limits.Depth /= 2 {
		t, err := trim(text, *out, limits, x.attrs, mark)
		*out = t.html
		if err != nil {
			return nil, t, err
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(t.html))
		if err == nil {
			t.html = nil // the parser has copied it
			return doc.Nodes[0], t, nil
		}
		last = err
	}
	return nil, trimmed{}, fmt.Errorf("HTML does not parse: %w", last)
}

// release gives a tree's memory to the next page, with nothing of this page in
// it.
func (x *Extractor) release(t *tree) {
	if cap(t.elems) > 50_000 {
		return
	}
	clear(t.elems)
	clear(t.images)
	clear(t.blocks)
	*t = tree{text: t.text[:0], elems: t.elems[:0], blocks: t.blocks[:0], images: t.images[:0]}
	x.stores.Put(t)
}

// read walks the page once and finds the parts of the article.
func (x *Extractor) read(page *boctin.Page, doc *html.Node, t trimmed, store *tree) *reader {
	r := &reader{x: x, found: &found{}}
	watch := x.watch(page.URL)
	if watch == nil {
		r.tree = plant(store, doc, t.tags, x.hints, nil)
	} else {
		r.tree = plant(store, doc, t.tags, x.hints, watch.visit)
	}
	r.meta = readMetadata(r.tree, t.data)
	r.layout(page, watch)
	r.findTitle()
	r.findBody()
	if r.reconsider() {
		r.findBody()
	}
	r.titleText = r.printedTitle()
	return r
}

// watch chooses the selectors to look for: those of the page's site, else the
// marks of the families.
func (x *Extractor) watch(pageURL string) *sighting {
	if x.sites == nil {
		return nil
	}
	if p := x.sites.Find(pageURL); p != nil {
		return x.matchers[p].watch()
	}
	return x.families.watch()
}

// layout settles the profile: by the page's URL, by the URL that the page
// itself prints, or by the mark of a family.
func (r *reader) layout(page *boctin.Page, watch *sighting) {
	if watch == nil {
		return
	}
	if watch.profile == nil {
		watch = r.second(watch)
	}
	if watch == nil {
		return
	}
	if f := watch.choose(); f != nil {
		r.found = f
	}
}

// second walks over the elements again for the site that the page names or the
// family that it shows.
func (r *reader) second(marks *sighting) *sighting {
	var m *matcher
	if p := r.x.sites.Find(r.ownURL()); p != nil {
		m = r.x.matchers[p]
	} else {
		for i, l := range marks.layouts {
			if marks.fits(l) {
				m = r.x.family[i]
				break
			}
		}
	}
	if m == nil {
		return nil
	}
	watch := m.watch()
	for i := range r.elems {
		if n := r.elems[i].node; n.Type == html.ElementNode {
			watch.visit(i, n)
		}
	}
	return watch
}

// ownURL is the address that the page gives for itself.
func (r *reader) ownURL() string {
	for _, u := range []string{r.meta.canonical, r.meta.ogURL} {
		if strings.HasPrefix(u, "http") {
			return u
		}
	}
	return ""
}

// address resolves the page's URL: canonical if it is whole and of the same
// site, else og:url, else as requested.
func (r *reader) address(requested string) string {
	base, _ := url.Parse(requested)
	for _, u := range []string{r.meta.canonical, r.meta.ogURL} {
		if u == "" {
			continue
		}
		p, err := url.Parse(u)
		if err != nil {
			continue
		}
		if !p.IsAbs() && base != nil && base.IsAbs() {
			p = base.ResolveReference(p)
		}
		if p.Host != "" && len(p.Path) > 1 && (base == nil || base.Host == "" || related(p.Host, base.Host)) {
			return p.String()
		}
	}
	return requested
}

// related tells whether two hosts show the same site.
func related(a, b string) bool {
	a, b = sites.Host(a), sites.Host(b)
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// identify gives the id of an article: of its URL, else of the input bytes.
func identify(url, sha string) string {
	if url == "" {
		return sha[:32]
	}
	sum := sha256.Sum256([]byte(url))
	return hex.EncodeToString(sum[:16])
}
