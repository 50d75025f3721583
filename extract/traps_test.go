package extract

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// wanted is what is right about a page of testdata, written by hand.
type wanted struct {
	Title, Lead string
	Body        []string
	Captions    []string
	Authors     []string
	Credit      string
	Stamp       string
	MustNot     []string `json:"must_not"`
	URL         string
}

// TestTraps reads small pages of our own, each with a trap that was seen on
// real pages, with the generic reader alone.
func TestTraps(t *testing.T) {
	data, err := os.ReadFile("testdata/want.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]wanted
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	x := New(nil)
	for name, want := range all {
		t.Run(name, func(t *testing.T) { trap(t, x, name, want) })
	}
}

func trap(t *testing.T, x *Extractor, name string, want wanted) {
	body, err := os.ReadFile("testdata/" + name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	a, err := x.Article(&boctin.Page{Path: name, Body: body})
	if err != nil && !errors.Is(err, ErrNoArticle) {
		t.Fatal(err)
	}
	text := want.Body
	if want.Lead != "" {
		text = append([]string{want.Lead}, text...)
	}
	compare(t, "body", strings.Split(a.Body, "\n\n"), text)
	compare(t, "title", []string{a.Title}, []string{want.Title})
	compare(t, "lead", []string{a.Lead}, []string{want.Lead})
	compare(t, "authors", a.Authors, want.Authors)
	compare(t, "credit", []string{a.Credit}, []string{want.Credit})
	compare(t, "captions", captionsOf(a), want.Captions)
	compare(t, "url", []string{a.URL}, []string{want.URL})
	if len(a.Stamps) == 0 || a.Stamps[0].Text != want.Stamp {
		t.Errorf("stamps are %v, want %q first", a.Stamps, want.Stamp)
	}
	for _, s := range want.MustNot {
		if strings.Contains(a.Body, s) {
			t.Errorf("body has %q", s)
		}
	}
	if a.Language != "vi" {
		t.Errorf("language is %q", a.Language)
	}
}

func captionsOf(a boctin.Article) (all []string) {
	for _, i := range a.Images {
		if i.Caption != "" {
			all = append(all, strings.TrimSuffix(i.Caption, "."))
		}
	}
	return all
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	if what == "captions" {
		for i := range want {
			want[i] = strings.TrimSuffix(want[i], ".")
		}
	}
	if slices.Equal(got, want) {
		return
	}
	for _, s := range want {
		if !slices.Contains(got, s) {
			t.Errorf("%s lacks %q", what, s)
		}
	}
	for _, s := range got {
		if !slices.Contains(want, s) {
			t.Errorf("%s has %q too much", what, s)
		}
	}
	if !t.Failed() {
		t.Errorf("%s is in another order or doubled: %q", what, got)
	}
}
