package discover

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

const twoItems = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>t</title>
<item><title>Một</title><link>https://a.example/1</link><pubDate>Thu, 15 May 2025 08:00:00 +0700</pubDate></item>
<item><title>Hai</title><link>https://a.example/2</link></item></channel></rss>`

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func TestFeedsThatAreNotWellFormed(t *testing.T) {
	base, _ := url.Parse("https://a.example/rss")
	swap := func(old, new string) string { return strings.Replace(twoItems, old, new, 1) }
	for name, c := range map[string]struct {
		feed   string
		items  int
		mended bool
	}{
		"whole":             {twoItems, 2, false},
		"control character": {swap("Một", "M&#8;ột"), 2, true},
		"raw control":       {swap("Một", "M\x08ột"), 2, false},
		"invalid UTF-8":     {swap("Một", "M\xe1\xbaột"), 2, true},
		"XML 1.1":           {swap(`xml version="1.0"`, `xml version="1.1"`), 2, true},
		"unclosed tag":      {swap("</title>", ""), 2, true},
		"cut":               {twoItems[:strings.Index(twoItems, "Hai")], 1, true},
		"bare ampersand":    {swap("Một", "A & B"), 2, false},
		"gzip":              {gzipped(twoItems), 2, false},
		"atom unclosed":     {`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a<link href="https://a.example/1"/></entry><entry><link rel="self" href="https://a.example/x"/><link href="https://a.example/2"/></entry>`, 2, true},
	} {
		items, err := Feed([]byte(c.feed), base)
		var mended *Mended
		if len(items) < c.items || errors.As(err, &mended) != c.mended || err != nil && !c.mended {
			t.Errorf("%s: %d items, %v", name, len(items), err)
		}
	}
	if items, err := Feed([]byte("<rss><channel>"), base); len(items) > 0 || err == nil {
		t.Errorf("an empty one: %v %v", items, err)
	}
}

func TestSitemapsOfAllKinds(t *testing.T) {
	base, _ := url.Parse("https://a.example/sitemap.xml")
	for name, c := range map[string]struct {
		sitemap string
		mended  bool
	}{
		"plain":       {`<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url></urlset>`, false},
		"prefixed":    {`<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:url><sm:loc>https://a.example/1</sm:loc></sm:url><sm:url><sm:loc>https://a.example/2</sm:loc></sm:url></sm:urlset>`, false},
		"text":        {"\ufeffhttps://a.example/1\r\n\r\nhttps://a.example/2\r\n", false},
		"control":     {"<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc><title>\x0b</title></url></urlset>", true},
		"cut":         {`<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url><url><lo`, true},
		"gzip of all": {gzipped("https://a.example/1\nhttps://a.example/2\n"), false},
	} {
		items, err := SitemapItems([]byte(c.sitemap), base)
		var mended *Mended
		if len(items) != 2 || errors.As(err, &mended) != c.mended || err != nil && !c.mended {
			t.Errorf("%s: %v, %v", name, items, err)
		}
		if what := Sniff([]byte(c.sitemap)); name != "text" && what != IsSitemap {
			t.Errorf("%s is taken for %v", name, what)
		}
	}
}

func TestRefreshForBrowsersWithoutScripts(t *testing.T) {
	base, _ := url.Parse("https://a.example/")
	page := `<script>location.href="/moi"</script><noscript><meta http-equiv="refresh" content="0;url=/moi"></noscript>`
	if s := Scan([]byte(page), base); s.Refresh == nil || s.Refresh.String() != "https://a.example/moi" {
		t.Errorf("%v", s.Refresh)
	}
	if s := Scan([]byte(`<noscript>refresh <p>a</p></noscript>`), base); s.Refresh != nil {
		t.Errorf("%v", s.Refresh)
	}
}
