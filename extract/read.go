package extract

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/charset"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/limits"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
	"github.com/boctin/boctin/extract/saved"
	"github.com/boctin/boctin/extract/trim"
	"github.com/boctin/boctin/extract/view"
)

// reading is the work on one page. Of a page in clean UTF-8, as nearly all are, only what is kept of
// it is looked at letter by letter; any other is decoded first.
func (x *Extractor) reading(page *boctin.Page, explain bool) (boctin.Article, error) {
	d := document{Page: page, digest: digest(page.Body), label: charset.UTF8, explain: explain}
	if text, ok := charset.Undecoded(page.Body); ok && page.Format != boctin.FormatText {
		raw := d
		raw.text, raw.raw = text, true
		if a, err := x.article(raw); err != errUnclear {
			return a, err
		}
	}
	var err error
	if d.text, d.label, err = charset.Decode(page.Body, page.ContentType); err != nil {
		return d.article(), err
	}
	return x.article(d)
}

// document is a page on its way to the article.
type document struct {
	*boctin.Page
	text    []byte // of the page, UTF-8
	label   string // of the encoding that it was read in
	raw     bool   // nobody has looked yet whether it is UTF-8
	digest  string
	explain bool
}

// errUnclear says that a page has to be decoded before it is read.
var errUnclear = errors.New("no clean UTF-8")

// article reads the text of a page.
func (x *Extractor) article(d document) (boctin.Article, error) {
	if d.Format != boctin.FormatText {
		d.Page, d.text = saved.Original(d.Page, d.text)
	}
	a := d.article()
	var err error
	if kind := foreign(d.text); kind != "" {
		err = &NoArticleError{kind}
	} else if d.Format == boctin.FormatText {
		err = x.text(d.Page, d.text, &a, d.explain)
	} else {
		err = x.html(&d, &a)
	}
	switch {
	case err == nil:
		err = x.limits.Check(&a)
	case errors.Is(err, ErrNoArticle):
		err = cmp.Or(limits.Damaged(string(d.text)), err)
	}
	return a, err
}

// article is what is known of it before the text is read.
func (d *document) article() boctin.Article {
	s := boctin.Source{Path: d.Path, Record: d.Record, Offset: d.Offset, Format: d.Format, Charset: d.label, SHA256: d.digest}
	if !d.Fetched.IsZero() {
		s.Fetched = d.Fetched.UTC().Format(time.RFC3339)
	}
	return boctin.Article{Schema: boctin.Schema, ID: d.digest[:32], Source: s}
}

func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// html reads an HTML page into the article: what it draws, or what it tells of a text that only a
// script would draw.
func (x *Extractor) html(d *document, a *boctin.Article) error {
	a.Source.Format = boctin.FormatHTML
	blank := *a
	told, err := x.drawn(d, a)
	if !untold(err) || told == nil {
		return err
	}
	*a = blank
	whole := *d
	whole.text = slices.Concat(d.text, told)
	_, err = x.drawn(&whole, a)
	unplaced(a.Evidence, len(d.text))
	return err
}

// drawn reads what a page draws into the article; where that is none, told is the markup of the
// text in its metadata.
func (x *Extractor) drawn(d *document, a *boctin.Article) (told []byte, err error) {
	doc, trimmed, err := x.parse(d)
	if err != nil {
		return nil, err
	}
	store := x.stores.Get().(*dom.Tree)
	defer x.release(store)
	r := x.view(d.Page, doc, trimmed, store)
	writer{r}.fill(a, d.Page)
	x.mend(a)
	if d.explain {
		a.Evidence = witness{r}.evidence(a.Source.Charset)
	}
	if err = (judge{r}).refuse(a); err != nil {
		told = toldMarkup(r.Meta)
	}
	return told, err
}

// parse trims and parses a page. A page nested deeper than the parser allows
// is trimmed again with half the depth.
func (x *Extractor) parse(d *document) (*html.Node, trim.Trimmed, error) {
	var last error
	out := x.buffers.Get().(*[]byte)
	defer x.buffers.Put(out)
	for bounds := x.limits; bounds.Depth > 8; bounds.Depth /= 2 {
		t, err := trim.Scan(d.text, *out, bounds, x.asked, d.explain)
		*out = t.HTML
		if err == nil && d.raw && !clean(&t) {
			err = errUnclear
		}
		if err != nil {
			return nil, t, err
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(t.HTML))
		if err == nil {
			t.HTML = nil // the parser has copied it
			return doc.Nodes[0], t, nil
		}
		last = err
	}
	return nil, trim.Trimmed{}, fmt.Errorf("HTML does not parse: %w", last)
}

// clean puts what was kept of a page into normal form C, and tells whether all of it is clean UTF-8.
func clean(t *trim.Trimmed) (ok bool) {
	if t.HTML, ok = charset.Clean(t.HTML); !ok {
		return false
	}
	for _, list := range [][][]byte{t.Data, t.Scripts} {
		for i := range list {
			if list[i], ok = charset.Clean(list[i]); !ok {
				return false
			}
		}
	}
	return true
}

// release gives a tree's memory to the next page, with nothing of this page in
// it.
func (x *Extractor) release(t *dom.Tree) {
	if t.Reset() {
		x.stores.Put(t)
	}
}

// view walks the page once and finds headline and body.
func (x *Extractor) view(page *boctin.Page, doc *html.Node, t trim.Trimmed, store *dom.Tree) *view.View {
	watch := x.watch(page.URL, meta.Address(doc))
	var visit func(int, *html.Node)
	if watch != nil {
		visit = watch.Visit
	}
	r := &view.View{Known: lines.NewPage(x.words), Found: &layout.Found{}, Tree: dom.Plant(store, doc, t.Tags, x.names, t.Hidden, visit)}
	r.Meta = meta.Read(r.Tree, t.Data, t.Scripts)
	if f := x.layout(r, watch); f != nil {
		r.Found = f
	}
	headline, body := titleFinder{r}, bodyFinder{r}
	headline.find()
	body.find()
	if headline.reconsider() {
		body.find()
	}
	r.TitleText = headline.printed()
	return r
}

// watch chooses the selectors to look for: those of the site that an address is
// of, the first that is known, else the marks of the families.
func (x *Extractor) watch(addresses ...string) *layout.Sighting {
	if x.sites == nil {
		return nil
	}
	for _, address := range addresses {
		if p := x.sites.Find(address); p != nil {
			return x.matchers[p].Watch()
		}
	}
	return x.families.Watch()
}

// layout settles the profile: by the page's URL, by the URL that the page
// itself prints, or by the mark of a family. It is nil where there is none.
func (x *Extractor) layout(r *view.View, watch *layout.Sighting) *layout.Found {
	if watch != nil && watch.Profile == nil {
		watch = x.second(r, watch)
	}
	if watch == nil {
		return nil
	}
	return watch.Choose()
}

// second walks over the elements again for the site that the page names or the
// family that it shows.
func (x *Extractor) second(r *view.View, marks *layout.Sighting) *layout.Sighting {
	m := x.named(r, marks)
	if m == nil {
		return nil
	}
	watch := m.Watch()
	for i := range r.Elems {
		watch.Visit(i, r.Elems[i].Node)
	}
	return watch
}

func (x *Extractor) named(r *view.View, marks *layout.Sighting) *layout.Matcher {
	if p := x.sites.Find(r.Meta.Own()); p != nil {
		return x.matchers[p]
	}
	for i, l := range marks.Layouts {
		if marks.Fits(l) {
			return x.family[i]
		}
	}
	return nil
}

// identify gives the id of an article: of its URL, else of the input bytes.
func identify(url, sha string) string {
	if url == "" {
		return sha[:32]
	}
	sum := sha256.Sum256([]byte(url))
	return hex.EncodeToString(sum[:16])
}
