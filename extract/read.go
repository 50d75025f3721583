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
	"github.com/boctin/boctin/extract/meta"
	"github.com/boctin/boctin/extract/saved"
	"github.com/boctin/boctin/extract/trim"
	"github.com/boctin/boctin/extract/view"
)

// reading is the work on one page.
func (x *Extractor) reading(page *boctin.Page, explain bool) (boctin.Article, error) {
	text, label, err := charset.Decode(page.Body, page.ContentType)
	if page.Format != boctin.FormatText {
		page, text = saved.Original(page, text)
	}
	a := boctin.Article{Schema: boctin.Schema, Source: source(page, label)}
	switch {
	case err != nil:
	case foreign(text) != "":
		err = &NoArticleError{foreign(text)}
	case page.Format == boctin.FormatText:
		err = x.text(page, text, &a, explain)
	default:
		err = x.html(page, text, &a, explain)
	}
	switch {
	case err == nil:
		err = x.limits.Check(&a)
	case errors.Is(err, ErrNoArticle):
		err = cmp.Or(limits.Damaged(string(text)), err)
	}
	a.ID = cmp.Or(a.ID, a.Source.SHA256[:32])
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

// html reads an HTML page into the article: what it draws, or what it tells of a text that only a
// script would draw.
func (x *Extractor) html(page *boctin.Page, text []byte, a *boctin.Article, explain bool) error {
	a.Source.Format = boctin.FormatHTML
	blank := *a
	told, err := x.drawn(page, text, a, explain)
	if !untold(err) || told == nil {
		return err
	}
	*a = blank
	_, err = x.drawn(page, slices.Concat(text, told), a, explain)
	unplaced(a.Evidence, len(text))
	return err
}

// drawn reads what a page draws into the article; where that is none, told is the markup of the
// text in its metadata.
func (x *Extractor) drawn(page *boctin.Page, text []byte, a *boctin.Article, explain bool) (told []byte, err error) {
	doc, trimmed, err := x.parse(text, explain)
	if err != nil {
		return nil, err
	}
	store := x.stores.Get().(*dom.Tree)
	defer x.release(store)
	r := x.view(page, doc, trimmed, store)
	writer{r}.fill(a, page)
	x.mend(a)
	if explain {
		a.Evidence = witness{r}.evidence(a.Source.Charset)
	}
	if err = (judge{r}).refuse(a); err != nil {
		told = toldMarkup(r.Meta)
	}
	return told, err
}

// parse trims and parses a page. A page nested deeper than the parser allows
// is trimmed again with half the depth.
func (x *Extractor) parse(text []byte, mark bool) (*html.Node, trim.Trimmed, error) {
	var last error
	out := x.buffers.Get().(*[]byte)
	defer x.buffers.Put(out)
	for bounds := x.limits; bounds.Depth > 8; bounds.Depth /= 2 {
		t, err := trim.Scan(text, *out, bounds, x.asked, mark)
		*out = t.HTML
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
	r := &view.View{Known: x.words, Found: &layout.Found{}, Tree: dom.Plant(store, doc, t.Tags, x.names, t.Hidden, visit)}
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
