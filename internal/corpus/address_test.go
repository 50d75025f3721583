package corpus

import (
	"context"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/storing"
)

// TestAddresses stores pages whose addresses share a number, and pages that only look so.
func TestAddresses(t *testing.T) {
	text := sentences(1, 8)
	edited := strings.Replace(text, "chủ trì", "đã chủ trì", 1)
	for _, x := range []struct {
		name, first, second, body string
		want                      storing.Outcome
	}{
		{"another slug", "https://a.vn/hop-bao-1022501.htm", "https://a.vn/hop-bao-ve-an-toan-1022501.htm", text, storing.Same},
		{"another slug, a few words changed", "https://a.vn/hop-bao-1022501.htm", "https://a.vn/tin/hop-bao-ve-an-toan-1022501.htm", edited, storing.Changed},
		{"another host", "https://a.vn/hop-bao-1022501.htm", "https://b.vn/hop-bao-1022501.htm", text, storing.New},
		{"another number", "https://a.vn/hop-bao-1022501.htm", "https://a.vn/hop-bao-1022502.htm", text, storing.New},
		{"another text", "https://a.vn/hop-bao-20250817.htm", "https://a.vn/hop-dan-20250817.htm", sentences(2, 8), storing.New},
		{"a round-up that holds it", "https://a.vn/hop-bao-20250817.htm", "https://a.vn/diem-tin-20250817.htm", text + sentences(3, 12), storing.New},
		{"no number", "https://a.vn/hop-bao.htm", "https://a.vn/hop-bao-ve-an-toan.htm", text, storing.New},
	} {
		c := made(t)
		add(t, c, plain(1, x.first, "2025-08-17", text))
		second := plain(2, x.second, "2025-08-17", x.body)
		second.Found.Site = x.second[8:12]
		if done := add(t, c, second); done[x.want] != 1 {
			t.Errorf("%s: %v", x.name, done)
		}
		for _, url := range []string{x.first, x.second} {
			want := url
			if x.want != storing.New {
				want = x.first
			}
			a, err := c.Articles.Article(context.Background(), url)
			if err != nil || a.URL != want || a.Record.URL != want {
				t.Errorf("%s: %s is %v, %v", x.name, url, a, err)
			}
		}
		addresses := "0"
		if x.want != storing.New {
			addresses = "1"
		}
		if got := value(t, c, `SELECT COUNT(*) FROM addresses WHERE first = ?`, x.first); got != addresses {
			t.Errorf("%s: %s addresses", x.name, got)
		}
		if done := add(t, c, plain(3, x.second, "2025-08-17", x.body)); done[storing.Same] != 1 {
			t.Errorf("%s: fetched again: %v", x.name, done)
		}
		if err := c.Stories.Group(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		isSound(t, c)
	}
}

// TestSummaryUnderAnotherSlug stores what a feed says before the page.
func TestSummaryUnderAnotherSlug(t *testing.T) {
	c := made(t)
	feed := plain(1, "https://a.vn/hop-bao-1022501.htm", "2025-08-17", "Công an tỉnh họp báo.")
	feed.Partial = true
	add(t, c, feed)
	if done := add(t, c, plain(2, "https://a.vn/hop-bao-ve-an-toan-1022501.htm", "2025-08-17", sentences(1, 8))); done[storing.Changed] != 1 {
		t.Error(done)
	}
	if got := value(t, c, `SELECT COUNT(*) || ' ' || MAX(version) FROM articles WHERE url = 'https://a.vn/hop-bao-1022501.htm'`); got != "2 2" {
		t.Error(got)
	}
}
