package webtest

import (
	"encoding/json"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// widths are those of a telephone and of a desk, in CSS pixels.
var widths = []int{360, 1440}

// axe is the source of axe-core; empty where npm has not brought it.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Log("axe-core is not here, its rules are left out: make test-web installs it")
	}
	return string(source)
}

// links gives the addresses of the site that a page links to, without format=.
func (b *tab) links() (paths []string) {
	b.t.Helper()
	list := b.eval(`[...document.querySelectorAll("a[href]")].map(a => a.href).join("\n")`)
	for at := range strings.Lines(list) {
		path, ours := strings.CutPrefix(strings.TrimSpace(at), b.site.base)
		path, _, _ = strings.Cut(path, "#")
		if ours && path != "" && !strings.Contains(path, "format=") && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// shape tells addresses of one screen, asked in one way, from others: the path,
// the names of what is asked, and the kind of a correction.
func shape(path string) string {
	u, err := url.Parse(path)
	if err != nil {
		return path
	}
	q := u.Query()
	q.Del("lang")
	return u.Path + " " + strings.Join(slices.Sorted(maps.Keys(q)), " ") + " " + q.Get("kind")
}

// mostScreens bounds how many addresses are walked at each width.
const mostScreens = 32

// screens gives one address of each shape, found by following links from the
// first, as a person would.
func (b *tab) screens() (found []string) {
	shapes := map[string]bool{}
	queue := []string{"/", "/search?q=c%C3%B4ng+an"}
	for len(queue) > 0 && len(found) < mostScreens {
		path := queue[0]
		queue = queue[1:]
		if shapes[shape(path)] {
			continue
		}
		shapes[shape(path)] = true
		b.visit(path)
		if b.eval(`document.querySelector("main") != null`) != "true" {
			continue
		}
		found = append(found, path)
		queue = append(queue, b.links()...)
	}
	return found
}

// TestScreens walks every screen at two widths: no error, no request elsewhere,
// nothing wider than the window, and no serious fault by axe-core's rules.
func TestScreens(t *testing.T) {
	chromium(t)
	s := serve(t, ownPages()...)
	rules := axe(t)
	for _, width := range widths {
		b := s.open(t, width, 900)
		found := b.screens()
		t.Logf("%d px: %d screens: %s", width, len(found), strings.Join(found, " "))
		if len(found) < 8 {
			t.Errorf("%d px: %d screens are linked with one another, want at least 8", width, len(found))
		}
		for _, path := range found {
			b.visit(path)
			b.clean()
			if over := b.eval(`document.documentElement.scrollWidth - document.documentElement.clientWidth`); over != "0" {
				t.Errorf("%s at %d px: %s px wider than the window: %s", path, width, over, b.eval(widest))
			}
			b.hold(rules, path)
		}
	}
}

// widest is the smallest element that reaches beyond the window.
const widest = `(all => all.length ? all.pop().outerHTML.slice(0, 200) : "")([...document.querySelectorAll("main *")]
	.filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1))`

// hold fails the test for what axe-core finds serious or critical.
func (b *tab) hold(rules, path string) {
	b.t.Helper()
	if rules == "" {
		return
	}
	b.do(chromedp.Evaluate[chromedp.Void](rules + ";0"))
	const ask = `axe.run(document, {resultTypes: ["violations"], iframes: false}).then(r => JSON.stringify(r.violations
		.filter(v => v.impact == "serious" || v.impact == "critical")
		.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))}))))`
	answer, err := chromedp.Run(b, chromedp.Evaluate[string](ask, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: axe-core: %v", path, err)
	}
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(answer), &violations); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range violations {
		b.t.Errorf("%s: axe-core %s: %s: %s", path, v.ID, v.Help, strings.Join(v.Nodes, " | "))
	}
}
