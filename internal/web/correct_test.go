package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/internal/corpus"
	importer "github.com/boctin/boctin/internal/corpus/import"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review"
)

// deskPage is a saved page of the corpus in which these tests correct; prose of our own.
const deskPage = `<html><head><title>T</title><link rel="canonical" href="https://bao.example.vn/NAME-1.html"></head><body>
<h1>Công an tỉnh Nghệ An họp bàn phòng cháy</h1><p>12/06/2025 08:30</p><article class="bai-viet">
<p class="doan">Sáng 11/6, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh PROVINCE, chủ trì cuộc họp bàn về phòng cháy, chữa cháy ở các chợ lớn trong tỉnh.</p>
<p class="anh">Ảnh chụp toàn cảnh cuộc họp tại hội trường lớn của tỉnh sáng nay.</p>
<p class="doan">Hai bên thống nhất kiểm tra mọi chợ trước mùa khô. Tổ Vẫy Cờ &lt;b&gt;NAME&lt;/b&gt; cử người theo dõi và báo cáo kết quả lên Bộ Công an trong tuần sau.</p></article></body></html>`

const deskURL = "https://bao.example.vn/mot-1.html"

// desk is a server whose corpus may be corrected.
type desk struct {
	*testing.T
	*Server
	mine   string
	corpus *corpus.Corpus
	c      *corrector
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	w := made()
	if w.err != nil {
		t.Fatal(w.err)
	}
	saved := t.TempDir()
	for name, province := range map[string]string{"mot": "Nghệ An", "hai": "Nghệ An", "ba": "Cà Mau"} {
		page := strings.NewReplacer("NAME", name, "PROVINCE", province).Replace(deskPage)
		if err := os.WriteFile(filepath.Join(saved, name+".html"), []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := corpus.Make(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := importer.Run(context.Background(), c, input.New, importer.Options{Inputs: input.Options{Paths: []string{saved}, MaxBytes: 1 << 20}, Stages: w.stages,
		Lexicon: "v1", Reader: "test", Keep: true, Software: "boctin/test", Workers: 1, Timeout: time.Minute, Failed: func(f pipeline.Failure) { t.Error(f) }}); err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, mine: filepath.Join(t.TempDir(), "mine"), corpus: c}
	o, err := review.Open(d.mine, c, "test")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	corrections := NewCorrections(ctx, o)
	d.c = corrections.(*corrector)
	t.Cleanup(func() {
		stop()
		if d.c.last != nil {
			d.c.last.Wait()
		}
	})
	d.Server, err = New(c, Options{Token: token, Lang: "en", Corrections: corrections})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// form is a form of a page: where it goes, and its fields.
type form struct {
	action string
	fields url.Values
}

// forms gives those of a page that are sent with POST.
func (d *desk) forms(page string) []form {
	d.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		d.Fatal(err)
	}
	var all []form
	var walk func(n *html.Node, in *form)
	walk = func(n *html.Node, in *form) {
		get := func(name string) string {
			for _, a := range n.Attr {
				if a.Key == name {
					return a.Val
				}
			}
			return ""
		}
		switch {
		case n.Data == "form" && get("method") == "post":
			all = append(all, form{get("action"), url.Values{}})
			in = &all[len(all)-1]
		case in != nil && n.Data == "input" && get("type") != "checkbox":
			in.fields.Set(get("name"), get("value"))
		case in != nil && n.Data == "textarea" && n.FirstChild != nil:
			in.fields.Set(get("name"), n.FirstChild.Data)
		case in != nil && n.Data == "select":
			in.fields.Set(get("name"), "")
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child, in)
			if in != nil {
				in = &all[len(all)-1]
			}
		}
	}
	walk(root, nil)
	return all
}

func (d *desk) send(f form, change map[string]string) *httptest.ResponseRecorder {
	d.Helper()
	for name, value := range change {
		f.fields.Set("f-"+name, value)
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, request("POST", f.action, f.fields.Encode()))
	return w
}

// correct goes from the form at an address over the preview to the end of the job.
func (d *desk) correct(address string, change map[string]string) (preview, job string) {
	d.Helper()
	w := d.send(d.forms(shown(d, d.Server, address))[0], change)
	preview = w.Body.String()
	f := d.forms(preview)
	if w.Code != 200 || len(f) != 1 || f[0].action != "/correct" {
		d.Fatalf("%s: %d\n%s", address, w.Code, preview)
	}
	w = d.send(f[0], nil)
	if w.Code != http.StatusSeeOther {
		d.Fatalf("%s: %d\n%s", address, w.Code, w.Body)
	}
	return preview, d.end(w.Header().Get("Location"))
}

// end waits for the end of a job.
func (d *desk) end(address string) string {
	d.Helper()
	u, _ := url.Parse(address)
	job := d.c.running(u.Query().Get("id"))
	if job == nil {
		d.Fatalf("no job at %s", address)
	}
	job.Wait()
	return shown(d, d.Server, address)
}

// links are the forms that are offered on a page, one of each kind for each kind of
// finding.
func links(page string) (out []string) {
	seen := map[string]bool{}
	for _, part := range strings.Split(page, `<a class="fix" href="`)[1:] {
		href, _, _ := strings.Cut(part, `"`)
		href = html.UnescapeString(href)
		u, _ := url.Parse(href)
		key := u.Query().Get("kind") + " " + u.Query().Get("of")
		if !seen[key] {
			seen[key] = true
			out = append(out, href)
		}
	}
	return out
}

func kindOf(address string) string {
	u, _ := url.Parse(address)
	return u.Query().Get("kind")
}

// TestCorrectEachFinding follows every link beside a finding of an article, and takes it
// to its end and back.
func TestCorrectEachFinding(t *testing.T) {
	d := newDesk(t)
	article := "/article?lang=en&url=" + url.QueryEscape(deskURL)
	before := shown(t, d.Server, article)
	change := map[string]map[string]string{
		"title": {"value": "Một tiêu đề khác"}, "published": {"value": "2025-06-13"}, "byline": {"value": "Lê Thử"}, "body": {"value": "Ngày 1/6, Bộ Công an họp.\n\nHết."},
		"date": {"text": "mùa khô", "value": "2025"}, "official": {"name": "Trần Văn Mẫu", "country": "VN", "ranks": "Thượng tá"}, "agency": {"name": "Tổ Vẫy Cờ", "country": "VN", "text": ""},
		"event": {"type": "conference", "participants": "Trần Văn Mẫu", "date": "2025-06-11"}, "caption": {"value": "Toàn cảnh."}, "word-agency": {"name": "Tổ Vẫy Cờ", "country": "VN"},
		"paragraph": {"is": "caption"}, "post": {"title": "Phó Giám đốc"}, "alias": {"alias": "BCCA", "of": "agency", "name": "Bộ Công an", "country": "VN"}, "site-drop": {"selector": "p.anh"},
		"different": {"note": "người khác"},
	}
	tried := map[string]bool{}
	for _, link := range links(before) {
		kind := kindOf(link)
		if change[kind] == nil {
			t.Errorf("a form nobody tries: %s", link)
			continue
		}
		preview, job := d.correct(link+"&lang=en", change[kind])
		if !strings.Contains(preview, "Will be written into") || !strings.Contains(job, "Written, and the corpus has followed.") {
			t.Errorf("%s:\n%s\n%s", link, preview, job)
		}
		tried[kind] = true
		history := shown(t, d.Server, "/corrections?lang=en")
		w := d.send(d.forms(history)[0], nil)
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", link, w.Code, w.Body)
		}
		if job := d.end(w.Header().Get("Location")); !strings.Contains(job, "taken back") {
			t.Errorf("%s: %s", link, job)
		}
	}
	for kind := range change {
		if !tried[kind] {
			t.Errorf("nothing leads to a form of the kind %s", kind)
		}
	}
	if after := shown(t, d.Server, article); after != before {
		t.Error("taken back, the article is shown otherwise")
	}
}

// TestPreviewShowsWhatChanges counts the articles, and escapes what stands in them.
func TestPreviewShowsWhatChanges(t *testing.T) {
	d := newDesk(t)
	preview, _ := d.correct("/correct?kind=word-agency&name="+url.QueryEscape("Tổ Vẫy Cờ")+"&lang=en", map[string]string{"kind": "committee"})
	for _, want := range []string{"3 articles would change", "Here are 3 of them", "agencies.vn.toml", "<ins>+ name = &#34;Tổ Vẫy Cờ&#34;</ins>", "Tổ Vẫy Cờ, VN, committee"} {
		if !strings.Contains(preview, want) {
			t.Errorf("no %q in\n%s", want, preview)
		}
	}
	if _, err := os.Stat(filepath.Join(d.mine, "lexicon", "agencies.vn.toml")); err != nil {
		t.Error(err)
	}
	hostile := `Tổ <script>alert("1")</script>`
	w := d.send(d.forms(shown(t, d.Server, "/correct?kind=word-agency"))[0], map[string]string{"name": hostile, "country": "VN"})
	if page := w.Body.String(); w.Code != 200 || strings.Contains(page, "<script>alert") || !strings.Contains(page, "&lt;script&gt;alert") {
		t.Errorf("%d\n%s", w.Code, page)
	}
}

// TestPersonsAreJudged says of two that they are one, and takes it back.
func TestPersonsAreJudged(t *testing.T) {
	d := newDesk(t)
	ids := func() []string {
		var b strings.Builder
		if err := d.corpus.DB.Dump(context.Background(), `SELECT id FROM officials WHERE name = 'Trần Văn Mẫu' ORDER BY id`, &b); err != nil {
			t.Fatal(err)
		}
		return strings.Fields(b.String())
	}
	two := ids()
	if len(two) != 2 {
		t.Fatalf("%v", two)
	}
	beside := d.c.Beside(Finding{Kind: "namesake", ID: two[0], Other: two[1]})
	if len(beside) != 2 {
		t.Fatalf("%v", beside)
	}
	preview, _ := d.correct(beside[0].Href+"&lang=en", map[string]string{"note": "nghe an, rồi cà mau"})
	if !strings.Contains(preview, "appearances would be another person") || !strings.Contains(preview, "judgements.toml") {
		t.Errorf("%s", preview)
	}
	if one := ids(); len(one) != 1 {
		t.Errorf("%v", one)
	}
}

// TestBesideHasForms holds that whatever is offered beside a finding is a form that shows.
func TestBesideHasForms(t *testing.T) {
	d := newDesk(t)
	for kind, offers := range offered {
		for _, o := range offers {
			if review.KindOf(o.kind) == nil {
				t.Errorf("%s: no kind %s", kind, o.kind)
			}
		}
		for _, address := range []string{"", deskURL} {
			for _, f := range d.c.Beside(Finding{Kind: kind, URL: address, ID: "vn/bo-cong-an", Name: "Bộ Công an"}) {
				page := shown(t, d.Server, f.Href)
				if len(d.forms(page)) != 1 || address == "" && review.KindOf(kindOf(f.Href)).OnArticle {
					t.Errorf("%s: %s", kind, f.Href)
				}
			}
		}
	}
	if all := d.c.Beside(Finding{Kind: "issue", URL: deskURL, Name: "review/label"}); len(all) > 0 {
		t.Errorf("%v", all)
	}
}

// TestCorrectRefuses shows the form again with the reason, and writes nothing.
func TestCorrectRefuses(t *testing.T) {
	d := newDesk(t)
	blank := func(address string) form { return d.forms(shown(t, d.Server, address))[0] }
	for name, x := range map[string]struct {
		f      form
		change map[string]string
		want   string
	}{
		"a needed field":       {blank("/correct?kind=word-agency&lang=en"), map[string]string{"name": ""}, "missing"},
		"what check refuses":   {blank("/correct?kind=word-agency&lang=en"), map[string]string{"name": "Tổ A", "parent": "Bộ Không Có"}, "boctin check refuses it:"},
		"a control character":  {blank("/correct?kind=word-agency"), map[string]string{"name": "Tổ \x1b[31m"}, "control character"},
		"a text that is none":  {blank("/correct?kind=date&url=" + url.QueryEscape(deskURL)), map[string]string{"text": "hôm kia", "value": "2025-06-09"}, "does not stand in the article"},
		"another site's file":  {blank("/correct?kind=site-drop"), map[string]string{"site": "../../x", "selector": "p"}, "is no host"},
		"a selector of no CSS": {blank("/correct?kind=site-drop"), map[string]string{"site": "a.vn", "selector": "p[["}, "CSS selector"},
	} {
		w := d.send(x.f, x.change)
		if page := w.Body.String(); w.Code != 200 || !strings.Contains(page, x.want) || !strings.Contains(page, `role="alert"`) || strings.Contains(page, "\x1b") {
			t.Errorf("%s: %d\n%s", name, w.Code, page)
		}
	}
	if _, err := os.Stat(d.mine); err == nil {
		t.Error("something was written")
	}
	for _, address := range []string{"/correct?kind=nothing", "/correct?kind=date&url=https%3A%2F%2Fa.vn%2Fx", "/correct/job?id=9"} {
		if w := get(t, d.Server, address); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
}

// TestCorrectIsGuarded lets nothing be written by another site, without the token of the
// form, with GET, or while another process has the corpus.
func TestCorrectIsGuarded(t *testing.T) {
	d := newDesk(t)
	f := d.forms(shown(t, d.Server, "/correct?kind=word-agency"))[0]
	f.fields.Set("f-name", "Tổ Vẫy Cờ")
	f.action = "/correct"
	f.fields.Set("digest", "x")
	body := f.fields.Encode()
	try := func(change func(*http.Request), body string) int {
		r := request("POST", "/correct", body)
		change(r)
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		return w.Code
	}
	f.fields.Del("csrf")
	for name, code := range map[string]int{
		"another site": try(func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, body),
		"no csrf":      try(func(*http.Request) {}, f.fields.Encode()),
		"no token":     try(func(r *http.Request) { r.Header.Del("Cookie") }, body),
		"another host": try(func(r *http.Request) { r.Host = "evil.example" }, body),
	} {
		if code != http.StatusForbidden {
			t.Errorf("%s: %d", name, code)
		}
	}
	if w := get(t, d.Server, "/correct/undo?id=1"); w.Code == 200 {
		t.Errorf("GET takes back: %d", w.Code)
	}
	held, err := os.Create(filepath.Join(d.corpus.DB.Dir, "import.lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if err := lock.Take(held, held.Name()); err != nil {
		t.Fatal(err)
	}
	d.c.seen = time.Time{}
	if code := try(func(*http.Request) {}, body); code != http.StatusConflict {
		t.Errorf("while another has the corpus: %d", code)
	}
	if page := shown(t, d.Server, "/article?lang=en&url="+url.QueryEscape(deskURL)); len(links(page)) > 0 || !strings.Contains(page, "another process writes the corpus") {
		t.Errorf("forms are offered: %v", links(page))
	}
	if _, err := os.Stat(d.mine); err == nil {
		t.Error("something was written")
	}
}

// TestAcceptShowsAnew writes nothing that is not what was shown.
func TestAcceptShowsAnew(t *testing.T) {
	d := newDesk(t)
	w := d.send(d.forms(shown(t, d.Server, "/correct?kind=word-agency&lang=en"))[0], map[string]string{"name": "Tổ Vẫy Cờ"})
	accept := d.forms(w.Body.String())[0]
	if err := os.MkdirAll(filepath.Join(d.mine, "lexicon"), 0o777); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(d.mine, "lexicon", "agencies.vn.toml")
	if err := os.WriteFile(file, []byte("# của tôi\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	w = d.send(accept, nil)
	if page := w.Body.String(); w.Code != 200 || !strings.Contains(page, `role="alert"`) || !strings.Contains(page, "# của tôi") {
		t.Errorf("%d %s", w.Code, page)
	}
	if data, _ := os.ReadFile(file); string(data) != "# của tôi\n" {
		t.Errorf("%s", data)
	}
	if w = d.send(d.forms(w.Body.String())[0], nil); w.Code != http.StatusSeeOther {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	d.end(w.Header().Get("Location"))
}

// TestJobIsStopped stops what follows a correction, and goes on with it.
func TestJobIsStopped(t *testing.T) {
	d := newDesk(t)
	d.correct("/correct?kind=word-agency", map[string]string{"name": "Tổ Vẫy Cờ"})
	again := form{"/correct/follow", url.Values{"csrf": {d.csrf()}, "id": {"1"}}}
	gate := d.c.overlay.Start(context.Background(), "1", nil) // whatever was before
	gate.Wait()
	w := d.send(again, nil)
	stop := form{"/correct/stop", url.Values{"csrf": {d.csrf()}, "id": {"1"}}}
	if s := d.send(stop, nil); s.Code != http.StatusSeeOther || w.Code != http.StatusSeeOther {
		t.Errorf("%d %d", s.Code, w.Code)
	}
	d.send(again, nil)
	if page := d.end("/correct/job?id=1&lang=en"); !strings.Contains(page, "the corpus has followed") {
		t.Errorf("%s", page)
	}
	if w := get(t, d.Server, "/correct/job?id=1&format=json"); !strings.Contains(w.Body.String(), `"state":"done"`) {
		t.Errorf("%s", w.Body)
	}
}
