package discover

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"github.com/mmcdole/gofeed"
)

// Mended says that a feed or sitemap was read although it is not well-formed;
// what was read comes with it.
type Mended struct{ What string }

func (m *Mended) Error() string { return "not well-formed, and read as far as it goes: " + m.What }

// parseFeed reads a feed. One that is not well-formed is read as far as it goes;
// then the error is a *Mended.
func parseFeed(body []byte) (*gofeed.Feed, error) {
	body, err := Unpacked(body)
	if err != nil {
		return nil, fmt.Errorf("not a feed: %w", err)
	}
	body = plainProlog(body)
	feed, first := gofeed.NewParser().Parse(bytes.NewReader(body))
	clean, what := wellFormed(body)
	if first == nil && (len(feed.Items) > 0 || len(salvaged(clean)) == 0) {
		return feed, nil
	}
	if first == nil {
		first = errors.New("a tag before the items is not closed")
	}
	if feed, err := gofeed.NewParser().Parse(bytes.NewReader(clean)); err == nil && len(feed.Items) > 0 {
		return feed, &Mended{what}
	}
	if items := salvaged(clean); len(items) > 0 {
		return &gofeed.Feed{Items: items}, &Mended{oneLine(first.Error())}
	}
	return nil, fmt.Errorf("not a feed: %w", first)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Unpacked undoes gzip, which some servers send without a word.
func Unpacked(body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	body, err = io.ReadAll(io.LimitReader(z, maxUnpacked+1))
	switch {
	case len(body) > maxUnpacked:
		return nil, ErrTooLarge
	case len(body) > 0 && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrHeader)):
		return body, nil // cut, or with bytes behind its end: as far as it goes
	}
	return body, err
}

var (
	xmlVersion  = regexp.MustCompile(`^(\s*<\?xml\s+version\s*=\s*["'])1\.[1-9]`)
	xmlEncoding = regexp.MustCompile(`^(?i)\s*<\?xml[^>]*encoding\s*=\s*["'](?:utf-?8)?["']`)
	controlRefs = regexp.MustCompile(`&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));`)
)

// wellFormed takes out what no XML may hold, and says what that was.
func wellFormed(body []byte) (clean []byte, what string) {
	var found []string
	note := func(changed bool, text string) {
		if changed {
			found = append(found, text)
		}
	}
	note(xmlVersion.Match(body), "XML of another version")
	body = xmlVersion.ReplaceAll(body, []byte("${1}1.0"))
	refs := controlRefs.ReplaceAll(body, nil)
	note(len(refs) != len(body), "control characters")
	if body = refs; !utf8.Valid(body) && (xmlEncoding.Match(body) || !bytes.Contains(body[:min(len(body), 200)], []byte("encoding"))) {
		note(true, "bytes that are no UTF-8")
		body = bytes.ToValidUTF8(body, []byte("\ufffd"))
	}
	bare := bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, body)
	if utf8.Valid(body) {
		note(len(bare) != len(body), "control characters")
		body = bare
	}
	return body, strings.Join(found, ", ")
}

// itemStart begins an item of a feed.
var itemStart = regexp.MustCompile(`<(?:item|entry)[\s>]`)

// salvaged reads the items of a broken feed one by one, each up to the next one;
// a broken item costs itself alone.
func salvaged(body []byte) (items []*gofeed.Item) {
	starts := itemStart.FindAllIndex(body, maxItems)
	for i, at := range starts {
		end := len(body)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		if it := flat(body[at[0]:end]); it.Link != "" {
			items = append(items, it)
		}
	}
	return items
}

// flat reads the elements of an item whether they are closed or not: the text of
// each is what follows its start tag.
func flat(block []byte) *gofeed.Item {
	text, link, name := map[string]string{}, "", ""
	d := xml.NewDecoder(bytes.NewReader(block))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.RawToken()
		if err != nil {
			break // what was read before a fault stands
		}
		switch x := token.(type) {
		case xml.StartElement:
			name = x.Name.Local
			if to, rel := attribute(x, "href"), attribute(x, "rel"); name == "link" && link == "" && (rel == "" || rel == "alternate") {
				link = to
			}
		case xml.EndElement:
			name = ""
		case xml.CharData:
			text[name] += string(x)
		}
	}
	first := func(names ...string) string {
		for _, n := range names {
			if s := strings.TrimSpace(text[n]); s != "" {
				return s
			}
		}
		return ""
	}
	it := &gofeed.Item{Title: first("title"), Link: link, GUID: first("guid", "id"), Published: first("pubDate", "published", "date"),
		Updated: first("updated"), Description: first("description", "summary"), Content: first("encoded", "content")}
	if it.Link == "" {
		it.Link = first("link")
	}
	if it.Link == "" && strings.HasPrefix(it.GUID, "http") {
		it.Link = it.GUID
	}
	return it
}

func attribute(x xml.StartElement, name string) string {
	for _, a := range x.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// URLList reads a sitemap that is a text: a URL a line. Ok is false for other texts.
func URLList(body []byte) (lines []string, ok bool) {
	for line := range strings.FieldsFuncSeq(string(bytes.TrimPrefix(body[:min(len(body), maxUnpacked)], []byte("\xef\xbb\xbf"))), func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if !strings.HasPrefix(line, "http://") && !strings.HasPrefix(line, "https://") || strings.ContainsAny(line, " <>\t") {
			return nil, false
		}
		if len(lines) < maxItems {
			lines = append(lines, line)
		}
	}
	return lines, len(lines) > 0
}
