package discover

import (
	"strings"
)

// Entry is one item of a feed with all that an article may be made of. The names
// of its JSON are those by which lists of articles are read. Texts may be HTML.
type Entry struct {
	URL      string   `json:"url,omitempty"`
	Title    string   `json:"title,omitempty"`
	Summary  string   `json:"summary,omitempty"`
	Text     string   `json:"text,omitempty"` // content:encoded, or an Atom content
	Date     string   `json:"date,omitempty"` // RFC 3339 where it could be read
	Authors  []string `json:"authors,omitempty"`
	Tags     []string `json:"tags,omitempty"`
	Modified string   `json:"modified,omitempty"`
}

// Entries reads the items of RSS or Atom, 50,000 at most.
func Entries(body []byte) ([]Entry, error) {
	feed, err := parseFeed(body)
	if feed == nil {
		return nil, err
	}
	var out []Entry
	for _, it := range feed.Items[:min(len(feed.Items), maxItems)] {
		e := Entry{URL: it.Link, Title: it.Title, Summary: it.Description, Text: it.Content, Date: printed(it.Published), Modified: printed(it.Updated), Tags: it.Categories}
		if e.URL == "" && strings.HasPrefix(it.GUID, "http") {
			e.URL = it.GUID
		}
		if e.Date == "" {
			e.Date, e.Modified = e.Modified, ""
		}
		for _, a := range it.Authors {
			if a.Name != "" {
				e.Authors = append(e.Authors, a.Name)
			}
		}
		out = append(out, e)
	}
	return out, err
}

// printed gives a time of a feed as RFC 3339, in the time of Việt Nam, or as it
// stands where it cannot be read.
func printed(s string) string {
	if t := Time(s); !t.IsZero() {
		return t.In(Zone).Format("2006-01-02T15:04:05-07:00")
	}
	return s
}
