package extract

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin"
)

// kindPage is a page of testdata/kinds.toml: what is not said is not looked at.
type kindPage struct {
	Kind, Name, HTML, URL     string
	Title, Lead, Credit, Site *string
	Authors, Captions, Stamps *[]string
	Body                      *[]string // how each paragraph begins
	Lacks                     []string  // of the body
	Reason                    string    // why the page is refused
}

// TestKinds holds pages of each kind of layout that was read wrongly once, and
// beside them those that only look alike.
func TestKinds(t *testing.T) {
	var file struct {
		Text map[string]string
		Page []kindPage
	}
	meta, err := toml.DecodeFile("testdata/kinds.toml", &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatal(err, meta.Undecoded())
	}
	filler := fillerOf(file.Text)
	x := New(nil)
	for _, p := range file.Page {
		html := p.page(file.Text)
		page := &boctin.Page{Path: p.Name, URL: p.URL, Body: []byte(html)}
		a, err := x.Article(page)
		sameExplained(t, x, page, a)
		for _, fault := range p.faults(&a, err, filler) {
			t.Errorf("%s, %s: %s", p.Kind, p.Name, fault)
		}
	}
}

// sameExplained holds that a page of which every class is kept, to be explained, gives the same article:
// what is left out before the parse decides nothing.
func sameExplained(t *testing.T, x *Extractor, page *boctin.Page, a boctin.Article) {
	t.Helper()
	b, _ := x.Explain(page)
	if b.Evidence = a.Evidence; !reflect.DeepEqual(a, b) {
		t.Errorf("%s: explained\n%+v\nelse\n%+v", page.Path, b, a)
	}
}

// fillerOf puts the paragraphs in for {A} to {D}.
func fillerOf(text map[string]string) *strings.Replacer {
	var fill []string
	for key, t := range text {
		fill = append(fill, "{"+key+"}", t)
	}
	return strings.NewReplacer(fill...)
}

// page gives the page with its paragraphs, and with head, menu and foot if it has none.
func (p *kindPage) page(text map[string]string) string {
	html := fillerOf(text).Replace(p.HTML)
	if p.Reason != "" || strings.Contains(html, "<body") {
		return html
	}
	return `<html lang="vi"><head><meta charset="utf-8"><title>Chợ huyện mở phiên đêm</title></head><body><nav><a href="/a">Trang chủ</a> <a href="/b">Đời sống</a></nav>` + html + `<footer><p>Giấy phép số 31/GP-TTĐT</p></footer></body></html>`
}

func (p *kindPage) faults(a *boctin.Article, err error, filler *strings.Replacer) (all []string) {
	var none *NoArticleError
	if p.Reason != "" {
		if !errors.As(err, &none) || none.Reason != p.Reason {
			return []string{"is not refused as " + p.Reason}
		}
		return nil
	}
	if err != nil {
		return []string{err.Error()}
	}
	for what, pair := range map[string][2]*string{"title": {p.Title, &a.Title}, "lead": {p.Lead, &a.Lead}, "credit": {p.Credit, &a.Credit}, "site": {p.Site, &a.Site}} {
		if pair[0] != nil && filler.Replace(*pair[0]) != *pair[1] {
			all = append(all, what+" "+*pair[1])
		}
	}
	var captions, stamps []string
	for _, i := range a.Images {
		if i.Caption != "" {
			captions = append(captions, i.Caption)
		}
	}
	for _, s := range a.Stamps {
		stamps = append(stamps, s.Text)
	}
	for what, pair := range map[string][2]*[]string{"authors": {p.Authors, &a.Authors}, "captions": {p.Captions, &captions}, "stamps": {p.Stamps, &stamps}} {
		if pair[0] != nil && !slices.Equal(*pair[0], *pair[1]) {
			all = append(all, what+" "+strings.Join(*pair[1], " | "))
		}
	}
	if p.Body != nil && !opensWith(strings.Split(a.Body, "\n\n"), *p.Body, filler) {
		all = append(all, "body "+a.Body)
	}
	for _, l := range p.Lacks {
		if strings.Contains(a.Body, l) {
			all = append(all, "body has "+l)
		}
	}
	return all
}

// opensWith tells whether each paragraph begins as wanted.
func opensWith(paragraphs, want []string, filler *strings.Replacer) bool {
	return slices.EqualFunc(paragraphs, want, func(p, w string) bool { return strings.HasPrefix(p, filler.Replace(w)) })
}
