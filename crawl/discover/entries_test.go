package discover

import (
	"encoding/json"
	"testing"
)

func TestEntries(t *testing.T) {
	for feed, want := range map[string]string{
		`<rss version="2.0"><channel><item><title>x</title><link>https://a.vn/1</link><pubDate>Mon, 21 Oct 2019 23:33:10 UTC</pubDate><description>y</description></item></channel></rss>`: `[{"url":"https://a.vn/1","title":"x","summary":"y","date":"2019-10-22T06:33:10+07:00"}]`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><author><name>A</name></author><updated>hôm qua</updated><content>y</content></entry></feed>`:                    `[{"title":"x","text":"y","date":"hôm qua","authors":["A"],"modified":"hôm qua"}]`,
	} {
		entries, err := Entries([]byte(feed))
		got, _ := json.Marshal(entries)
		if err != nil || string(got) != want {
			t.Errorf("%s\n is %s (%v)\nwant %s", feed, got, err, want)
		}
	}
	if _, err := Entries([]byte("<html>")); err == nil {
		t.Error("a page is a feed")
	}
}
