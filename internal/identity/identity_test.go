package identity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

func TestPlaces(t *testing.T) {
	for name, want := range map[string]string{
		"Công an tỉnh Nghệ An":                           "tỉnh nghệ an",
		"Công an phường Hòa Bình, thành phố Hồ Chí Minh": "thành phố hồ chí minh phường hòa bình, thành phố hồ chí minh",
		"Bộ Lao động - Thương binh và Xã hội":            national,
		"Cục Cảnh sát hình sự":                           national,
		"Quân khu 4":                                     national,
		"":                                               "",
	} {
		if got := strings.Join(Places(name, ""), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := strings.Join(Places("Phòng Cảnh sát hình sự", "Công an tỉnh Nghệ An"), " "); got != "tỉnh nghệ an" {
		t.Errorf("of the agency above: %q", got)
	}
}

func TestBaseAndPersonID(t *testing.T) {
	for id, want := range map[string]string{"vn/le-van-thu": "vn/le-van-thu", "vn/le-van-thu-2": "vn/le-van-thu", "vn/le-van-thu-12": "vn/le-van-thu"} {
		if got := Base(&boctin.Official{ID: id}); got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	if PersonID("vn/a", 0) != "vn/a" || PersonID("vn/a", 1) != "vn/a-2" {
		t.Error(PersonID("vn/a", 1))
	}
}

func TestGroup(t *testing.T) {
	who := func(article, published, local string, places ...string) *Seen {
		return &Seen{Article: article, Published: published, Local: local, Places: places}
	}
	all := []*Seen{
		who("e", "", "x", "tỉnh cà mau"),
		who("d", "2025-02-01", "x", "tỉnh nghệ an"),
		who("a", "2025-01-01", "x", "tỉnh nghệ an"),
		who("b", "2025-01-02", "x", "tỉnh cà mau"),
		who("c", "2025-01-03", "x"),
		who("c", "2025-01-03", "x-2"),
	}
	slices.SortFunc(all, (*Seen).Compare)
	Group(all)
	var got []string
	for _, s := range all {
		got = append(got, fmt.Sprint(s.Article, s.Group))
	}
	if strings.Join(got, " ") != "a0 b1 c0 c1 d0 e1" {
		t.Error(got)
	}
}

func TestVersions(t *testing.T) {
	old := Version{Content: "x", Fetched: "2025-01-02T00:00:00Z"}
	for _, c := range []struct {
		page        Version
		same, older bool
	}{{Version{"x", "2025-01-03T00:00:00Z", false}, true, false}, {Version{"y", "2025-01-03T00:00:00Z", false}, false, false},
		{Version{"y", "2025-01-01T00:00:00Z", false}, false, true}, {Version{"y", "2025-01-03T00:00:00Z", true}, true, false}} {
		if same, older := old.Then(c.page); same != c.same || older != c.older {
			t.Errorf("%+v: %v %v", c.page, same, older)
		}
	}
	a := boctin.Article{Title: "Một", Source: boctin.Source{Path: "a"}}
	b := a
	b.Source.Path = "b"
	if Content(&a) != Content(&b) || Article(&a, "ff") != "sha256:ff" {
		t.Error("where a page was read counts as content")
	}
	if b.Title = "Hai"; Content(&a) == Content(&b) {
		t.Error("another title is the same content")
	}
}
