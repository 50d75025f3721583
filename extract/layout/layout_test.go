package layout

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/boctin/boctin/extract/sites"
)

// TestMatcher holds where selectors are filed, the attributes that they test, and what they see.
func TestMatcher(t *testing.T) {
	s, err := sites.Load(fstest.MapFS{"a.vn.toml": {Data: []byte("[[layout]]\ntitle = ['#t', '.t', '[data-t]', 'h1', '*']\nbody = ['.t', 'p[Data-X=y][z]']\n")}})
	if err != nil {
		t.Fatal(err)
	}
	p := s.Lookup("a.vn")
	m := New(p.Name, p, p.Layouts)
	if n := len(m.all); n != 6 {
		t.Errorf("%d selectors, want six: one stands twice", n)
	}
	if len(m.ids.get("t")) != 1 || len(m.classes.get("t")) != 1 || len(m.attrs.get("data-t")) != 1 || len(m.tags.get("h1")) != 1 || len(m.loose) != 1 || m.tags.get("") != nil {
		t.Errorf("filed as %+v", m)
	}
	var names []string
	m.EachAttribute(func(name, value string) { names = append(names, strings.TrimSuffix(name+"="+value, "=")) })
	slices.Sort(names)
	if got := strings.Join(slices.Compact(names), " "); got != "data-t data-x=y z" {
		t.Errorf("attributes %q", got)
	}
	if !m.Asks("h1") || !m.Asks("p") || m.Asks("t") || m.Asks("meta") {
		t.Error("which elements are asked for")
	}
	watch := m.Watch()
	watch.Visit(7, &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "id", Val: "t"}, {Key: "class", Val: " x  t "}, {Key: "data-t"}}})
	for c, hits := range watch.hits {
		source := m.all[c].Source
		if want := !strings.Contains(source, "h1") && !strings.HasPrefix(source, "p"); slices.Equal(hits, []int{7}) != want {
			t.Errorf("%s saw %v", source, hits)
		}
	}
}

// TestAfter holds that a selector is tried only behind what its matches stand in or beside, and that it
// sees no less for it.
func TestAfter(t *testing.T) {
	const page = `<h2>a</h2><div class="b-c"><h2>b</h2></div><h2>c</h2><h3>d</h3><div id=d><h3>e</h3></div><h4>f</h4><p class=e></p><h4>g</h4><div><h5>h</h5></div>`
	s, err := sites.Load(fstest.MapFS{"a.vn.toml": {Data: []byte("[[layout]]\ntitle = ['.b-c h2', '#d > h3', '.e + h4', 'div:not(.f) h5']\n")}})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	p := s.Lookup("a.vn")
	watch := New(p.Name, p, p.Layouts).Watch()
	var met []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			watch.Visit(len(met), n)
			met = append(met, n)
		}
	}
	saw := ""
	for _, at := range watch.seen(p.Layouts[0].Title, true) {
		saw += met[at].FirstChild.Data
	}
	if saw != "begh" {
		t.Errorf("saw %q", saw)
	}
	if want := []int{-1, 0, -1, 2, -1, 4, -1}; !slices.Equal(watch.after, want) {
		t.Errorf("tried behind %v, want %v", watch.after, want)
	}
}

// TestEachClass holds which classes selectors name.
func TestEachClass(t *testing.T) {
	s, err := sites.Load(fstest.MapFS{"a.vn.toml": {Data: []byte("[[layout]]\ntitle = ['.b-c.d > h2:not(.e)', '#f .md\\:flex', 'a[href=\".html\"]']\n")}})
	if err != nil {
		t.Fatal(err)
	}
	p := s.Lookup("a.vn")
	var names []string
	New(p.Name, p, p.Layouts).EachClass(func(name string) { names = append(names, name) })
	slices.Sort(names)
	if got := strings.Join(slices.Compact(names), " "); got != "b-c d e html md:flex" {
		t.Errorf("classes %q", got)
	}
}

func TestTested(t *testing.T) {
	for test, want := range map[string]string{
		`="a"]`: "a", `*="/tac-gia/"] b`: "/tac-gia/", `^="a"]`: "a", `$="a"]`: "a", `~="a"]`: "a", `|="a"]`: "a",
		`] [b="c"]`: "", `="a" i]`: "", `!="a"]`: "", `="a\"b"]`: "", `#="a"]`: "",
	} {
		if got := tested(test); got != want {
			t.Errorf("%s holds %q, want %q", test, got, want)
		}
	}
}
