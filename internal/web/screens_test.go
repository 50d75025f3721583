package web

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

const hostile = "/article?url=https%3A%2F%2Fhostile.example%2Fbai-viet%2Fa.html"

// screens are addresses of all screens with words that must be on each.
var screens = []struct{ address, want string }{
	{"/", "hostile.example"},
	{"/?since=2020-01-01", "Bộ Công an"},
	{"/search", "f-q"},
	{"/search?q=luong+tam+quang&sort=newest&from=2025-01-01", "<mark>Lương Tam Quang</mark>"},
	{"/search?q=khongcotunaodau", ""},
	{"/search?q=cong+an&official=vn%2Fluong-tam-quang&kind=meeting&country=CN&place=Ha+Noi", "Lương Tam Quang"},
	{"/events?from=2025-08-01&to=2025-08-31", "calendar"},
	{"/events", ""},
	{"/events?official=vn%2Fluong-tam-quang&agency=vn%2Fbo-cong-an", "Lý Khiêm"},
	{"/network", "<circle"},
	{"/network?of=agencies&n=10", "<circle"},
	{"/network?id=vn%2Fluong-tam-quang", `class="centre"`},
	{"/network?name=Luong+Tam+Quang&from=2025-08-01&to=2025-08-31", "Lý Khiêm"},
	{"/network?id=cn%2Ftran-tu-nguyen", `class="centre"`}, // who met nobody in the last year of the corpus
	{"/network?of=agencies&name=Bo+An+ninh+Quoc+gia", "Bộ An ninh Quốc gia (CN)</text>"},
	{"/network?from=1900-01-01&to=1900-12-31", ""},
	{"/person", "Lương Tam Quang"},
	{"/person?id=vn%2Fluong-tam-quang", "<rect"},
	{"/person?id=vn%2Fluong-tam-quang&why=1", "Bộ trưởng"},
	{"/agency", "Bộ Công an"},
	{"/agency?id=vn%2Fbo-cong-an", "Lương Tam Quang"},
	{"/agency?name=cong+an+tinh", "Công an tỉnh"},
	{"/doubts", ""},
	{"/sites", "<rect"},
	{hostile, "<iframe"},
	{hostile + "&version=1", "buổi"},
}

// TestScreens shows every screen in both languages and in all formats: HTML that is
// well formed, JSON that can be read, CSV with as many cells in each row.
func TestScreens(t *testing.T) {
	s := server(t)
	for _, c := range screens {
		for _, lang := range words.Languages {
			at := c.address + sep(c.address) + "lang=" + lang
			page := shown(t, s, at)
			if !strings.Contains(page, c.want) || !strings.Contains(page, `<html lang="`+lang+`">`) {
				t.Errorf("%s: without %q", at, c.want)
			}
			wellFormed(t, at, page)
			for _, m := range regexp.MustCompile(`%!\w?\(|<no value>|ZgotmplZ|\b[a-z]+\.[a-z]+_(?:one|seen)\b`).FindAllString(page, -1) {
				t.Errorf("%s: %q", at, m)
			}
		}
		asJSON(t, s, c.address)
		asCSV(t, s, c.address)
	}
}

func sep(address string) string {
	if strings.Contains(address, "?") {
		return "&"
	}
	return "?"
}

func asJSON(t *testing.T, s *Server, address string) {
	t.Helper()
	w := get(t, s, address+sep(address)+"format=json")
	var v map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || len(v) == 0 || w.Header().Get("Content-Type") != "application/json; charset=utf-8" {
		t.Errorf("%s as JSON: %v, %s", address, err, w.Header().Get("Content-Type"))
	}
}

func asCSV(t *testing.T, s *Server, address string) {
	t.Helper()
	w := get(t, s, address+sep(address)+"format=csv")
	rows, err := csv.NewReader(w.Body).ReadAll()
	if err != nil || len(rows) == 0 || w.Header().Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("%s as CSV: %d rows, %v", address, len(rows), err)
	}
}

// wellFormed holds what a browser and a screen reader rely on: ids that are there once,
// labels of every field, names of every picture, headings in order, links that lead
// somewhere.
func wellFormed(t *testing.T, at, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, labels := map[string]int{}, map[string]bool{}
	var fields, named []*html.Node
	headings := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		switch n.Data {
		case "label":
			labels[attr(n, "for")] = true
		case "input", "select", "textarea":
			fields = append(fields, n)
		case "svg", "iframe", "section":
			named = append(named, n)
		case "h1":
			headings++
		case "a":
			if attr(n, "href") == "" || attr(n, "target") != "" {
				t.Errorf("%s: a link to %q", at, attr(n, "href"))
			}
		case "style":
			t.Errorf("%s: a style of its own", at)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("%s: <%s %s=%q>", at, n.Data, a.Key, a.Val)
			}
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: id %s stands %d times", at, id, n)
		}
	}
	for _, f := range fields {
		if attr(f, "type") != "hidden" && !labels[attr(f, "id")] && f.Parent.Data != "label" {
			t.Errorf("%s: field %s has no label", at, attr(f, "name"))
		}
	}
	for _, n := range named {
		if attr(n, "aria-labelledby")+attr(n, "aria-label")+attr(n, "title") == "" {
			t.Errorf("%s: <%s> has no name", at, n.Data)
		}
		for _, id := range strings.Fields(attr(n, "aria-labelledby")) {
			if ids[id] == 0 {
				t.Errorf("%s: <%s> is named by %s, which is not there", at, n.Data, id)
			}
		}
	}
	if headings != 1 {
		t.Errorf("%s: %d headings of the first order", at, headings)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// TestHostileTitle holds that what a page says stays text on every screen that shows it.
func TestHostileTitle(t *testing.T) {
	s := server(t)
	for _, at := range []string{"/", "/search?q=nuoc+ngoai", "/events?from=2025-08-01&to=2025-08-31", "/person?id=vn%2Fluong-tam-quang", "/agency?id=vn%2Fbo-cong-an", hostile, hostile + "&version=1"} {
		page := shown(t, s, at)
		if !strings.Contains(page, "&lt;script&gt;alert") {
			t.Errorf("%s does not show the title", at)
		}
		for _, bad := range []string{"<script>", "<img", "onerror=alert('", "javascript:", "\x1b"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s has %q", at, bad)
			}
		}
		if i := strings.Index(page, "\u202e"); i >= 0 && !isolated(page, i) {
			t.Errorf("%s: a bidirectional override is not isolated", at)
		}
	}
	for _, format := range []string{"json", "csv"} {
		w := get(t, s, "/search?q=nuoc+ngoai&format="+format)
		if strings.Contains(w.Body.String(), "\x1b") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %q", format, w.Body)
		}
	}
}

// isolated tells whether a place of a page lies in <bdi> or in <title>, which lets no
// direction out.
func isolated(page string, at int) bool {
	return strings.LastIndex(page[:at], "<bdi") > strings.LastIndex(page[:at], "</bdi>") || strings.LastIndex(page[:at], "<title") > strings.LastIndex(page[:at], "</title>") ||
		strings.LastIndex(page[:at], "<mark") > strings.LastIndex(page[:at], "</mark>") || strings.LastIndex(page[:at], `title="`) > strings.LastIndex(page[:at], `">`)
}

// TestHostileAsk asks for what is hostile itself.
func TestHostileAsk(t *testing.T) {
	s := server(t)
	evil := url.QueryEscape(`"><script>alert(1)</script>'` + "\x00\x1b")
	for _, at := range []string{"/search?q=", "/search?q=a&from=", "/search?q=a&site=", "/person?id=", "/person?name=", "/agency?id=", "/events?official=", "/events?kind=", "/events?from=",
		"/network?name=", "/network?of=agencies&id=", "/network?from=", "/article?url=", "/article?version=", "/?since=", "/?lang=", "/saved?url=", "/nothing?x="} {
		w := get(t, s, at+evil)
		if strings.Contains(w.Body.String(), "<script>alert") || w.Code >= 500 {
			t.Errorf("%s: %d %s", at, w.Code, w.Body)
		}
	}
	for n, want := range map[int]int{20000: http.StatusRequestURITooLong, 1000: http.StatusBadRequest} {
		if w := get(t, s, "/search?q="+strings.Repeat("a%20", n)); w.Code != want {
			t.Errorf("a question of %d words: %d", n, w.Code)
		}
	}
}

func TestSaved(t *testing.T) {
	s := server(t)
	w := get(t, s, strings.Replace(hostile, "/article", "/saved", 1)+"&version=1")
	if p := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(p, "sandbox; default-src 'none'") || strings.Contains(p, "allow-") || w.Header().Get("X-Frame-Options") != "SAMEORIGIN" {
		t.Errorf("%s, %s", p, w.Header().Get("X-Frame-Options"))
	}
	page := w.Body.String()
	if w.Code != http.StatusOK || !strings.Contains(page, "buổi chiều") || strings.Contains(page, "<form") || strings.Contains(page, "fetch(") {
		t.Errorf("%d %s", w.Code, page)
	}
	if later := shown(t, s, strings.Replace(hostile, "/article", "/saved", 1)); !strings.Contains(later, "buổi tối") {
		t.Error("the newest version is not what is shown where none is named")
	}
	if w := get(t, s, "/saved?url=https%3A%2F%2Fa.vn%2F"); w.Code != http.StatusNotFound {
		t.Errorf("a page that is not kept: %d", w.Code)
	}
	frames := regexp.MustCompile(`<iframe[^>]*>`).FindAllString(shown(t, s, hostile), -1)
	if len(frames) != 1 || !strings.Contains(frames[0], " sandbox ") || strings.Contains(frames[0], "allow") {
		t.Errorf("frames %q", frames)
	}
}

// TestVersions shows what changed between two versions of an article.
func TestVersions(t *testing.T) {
	page := shown(t, server(t), hostile)
	for _, want := range []string{`<li class="removed">`, `<li class="added">`, "version=1", "buổi chiều", "buổi tối"} {
		if !strings.Contains(page, want) {
			t.Errorf("without %s", want)
		}
	}
}

// TestReasons shows the rule behind a finding.
func TestReasons(t *testing.T) {
	page := shown(t, server(t), hostile)
	if !strings.Contains(page, "<code>agency/listed</code>") || !strings.Contains(page, "official/rank") {
		t.Error("an article shows no reasons")
	}
}

func TestFaults(t *testing.T) {
	s := server(t)
	for at, want := range map[string]int{"/nothing": 404, "/search?q=a&from=yesterday": 400, "/article?url=https%3A%2F%2Fa.vn%2F": 404, "/article?url=x&version=-1": 400,
		"/person?name=Khong+Co+Ai+Ten+Nay": 404, "/agency?name=Khong+Co+Co+Quan+Nay": 404, "/?since=heute": 400, "/events?from=2025-09-01&to=2025-08-01": 400, "/network?from=x": 400} {
		if w := get(t, s, at); w.Code != want {
			t.Errorf("%s: %d, want %d: %s", at, w.Code, want, w.Body)
		}
		if w := get(t, s, at+sep(at)+"format=json"); !strings.HasPrefix(w.Body.String(), `{"status":`) {
			t.Errorf("%s as JSON: %s", at, w.Body)
		}
	}
}

// TestByName leads from a name to the person or agency who alone bears it.
func TestByName(t *testing.T) {
	s := server(t)
	for at, want := range map[string]string{"/person?name=luong+tam+quang": "/person?id=vn%2Fluong-tam-quang", "/agency?name=Bo+Cong+an+Viet+Nam": "/agency?id=vn%2Fbo-cong-an"} {
		if w := get(t, s, at); w.Code != http.StatusSeeOther || w.Header().Get("Location") != want {
			t.Errorf("%s: %d %s", at, w.Code, w.Header().Get("Location"))
		}
	}
}

// TestReadOnly tells that nothing can be put right.
func TestReadOnly(t *testing.T) {
	page := shown(t, server(t), hostile+"&lang=en")
	if !strings.Contains(page, "read-only") || strings.Contains(page, `class="fix"`) {
		t.Error("a corpus without corrections is not shown as read-only")
	}
}

// fixes offers one form beside every finding.
type fixes struct{ closed string }

func (fixes) Routes() []Route {
	return []Route{{Pattern: "GET /correct", Name: "error", Show: func(*Request) (View, error) { return nil, redirect("/") }}}
}
func (fixes) Beside(f Finding) []Form { return []Form{{"corrections.none", "/correct?kind=" + f.Kind}} }
func (f fixes) Closed() string        { return f.closed }

func TestCorrections(t *testing.T) {
	open := server(t, func(o *Options) { o.Corrections = fixes{} })
	page := shown(t, open, hostile)
	for _, kind := range []string{"article", "paragraph", "date", "official", "agency", "event"} {
		if !strings.Contains(page, `href="/correct?kind=`+kind+`"`) {
			t.Errorf("no form beside a finding of the kind %s", kind)
		}
	}
	if w := get(t, open, "/correct"); w.Code != http.StatusSeeOther {
		t.Errorf("the screen of corrections: %d", w.Code)
	}
	busy := server(t, func(o *Options) { o.Corrections = fixes{"corrections.busy"} })
	if page := shown(t, busy, hostile); strings.Contains(page, "/correct?") {
		t.Error("forms are shown while another process has the corpus")
	}
}

// TestFormulas keeps spreadsheets from taking a cell for a formula.
func TestFormulas(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "@a": "'@a", "-1": "'-1", "a": "a", "": "", "\uff1d1": "'\uff1d1"} {
		if got := harmless(cell); got != want {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

// TestMap holds that events stand on the map at the province that their place lies in,
// with the way to them; and that nothing is drawn where no place is known.
func TestMap(t *testing.T) {
	here := chart.Place{Name: "Hà Nội", Lat: 21.03, Lon: 105.85}
	atlas := &Atlas{Places: []chart.Place{here}, Find: func(place string) (chart.Place, bool) {
		return here, strings.Contains(place, "Hà Nội")
	}}
	drawn := server(t, func(o *Options) { o.Atlas = atlas })
	const at = "/events?from=2000-01-01&to=2030-12-31"
	if page := shown(t, drawn, at); !strings.Contains(page, `<svg class="map"`) || !strings.Contains(page, "place=H%C3%A0") {
		t.Errorf("no map, or no way to the events of Hà Nội: %q", regexp.MustCompile(`place=[^"]*|class="map"`).FindAllString(page, -1))
	}
	atlas.Find = func(string) (chart.Place, bool) { return chart.Place{}, false }
	if page := shown(t, drawn, at); strings.Contains(page, `class="map"`) {
		t.Error("a map of nothing")
	}
	if page := shown(t, server(t), at); strings.Contains(page, `class="map"`) {
		t.Error("a map without an atlas")
	}
}
