package meta

import (
	"bytes"
	"cmp"
	"encoding/json"
	"html"
	"io"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// readJSONLD takes what a schema.org article says of itself. Of a script that
// is not valid JSON even when its slips are mended, the plain "key": "value"
// pairs are still read.
func (m *Data) readJSONLD(body []byte) {
	docs := values(bytes.TrimSpace(body))
	if docs == nil {
		docs = values(lax(body))
	}
	if docs == nil {
		m.loose(body)
		return
	}
	g := graph{m, map[string]any{}}
	g.file(docs, 0)
	g.node(docs, 0)
}

// values reads one JSON value or several in a row; nil if anything is not JSON.
func values(body []byte) []any {
	var all []any
	for dec := json.NewDecoder(bytes.NewReader(body)); ; {
		var v any
		switch err := dec.Decode(&v); err {
		case nil:
			all = append(all, v)
		case io.EOF:
			return all
		default:
			return nil
		}
	}
}

func (m *Data) loose(body []byte) {
	for _, pair := range []struct {
		key  string
		into *[]string
	}{{"datePublished", &m.Published}, {"dateModified", &m.Modified}, {"headline", &m.Titles}} {
		keep(pair.into, loosePair(body, pair.key))
	}
}

// graph is a JSON-LD document whose nodes name one another by @id.
type graph struct {
	*Data
	byID map[string]any
}

// deepest is how far a JSON-LD value is followed.
const deepest = 6

// file notes each node that has an @id and a name.
func (g graph) file(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			g.file(item, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil {
			g.byID[id] = v
		}
		for _, inner := range v {
			g.file(inner, depth+1)
		}
	}
}

// whole gives the node with a name for one that has but its @id.
func (g graph) whole(v any) any {
	node, _ := v.(map[string]any)
	if node["name"] != nil || node["headline"] != nil {
		return v
	}
	if id, _ := node["@id"].(string); g.byID[id] != nil {
		return g.byID[id]
	}
	return v
}

// node looks for articles in a JSON-LD value: alone, in a list, in @graph.
func (g graph) node(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := g.whole(v).(type) {
	case []any:
		for _, item := range v {
			g.node(item, depth+1)
		}
	case map[string]any:
		kind := strings.ToLower(ldKinds(v["@type"]))
		if strings.Contains(kind, "article") || strings.Contains(kind, "posting") || strings.Contains(kind, " report ") {
			g.article(v)
		}
		if strings.Contains(kind, " webpage ") {
			keep(&g.Page, ldText(v["datePublished"]))
		}
		for _, key := range []string{"@graph", "mainEntity", "hasPart"} {
			if inner, ok := v[key]; ok {
				g.node(inner, depth+1)
			}
		}
	}
}

// ldKinds gives the types of a node, a space about each.
func ldKinds(v any) string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	kinds := " "
	for _, k := range list {
		kinds += ldText(k) + " "
	}
	return kinds
}

// article takes what an article says.
func (m graph) article(v map[string]any) {
	headline := ldText(v["headline"])
	keep(&m.Titles, headline)
	if headline != "" && !strings.HasPrefix(headline, m.Titles[0][:min(len(m.Titles[0]), sameHead)]) {
		return // another article, listed beside it
	}
	keep(&m.Descriptions, ldText(v["description"]))
	keep(&m.Published, cmp.Or(ldText(v["datePublished"]), ldText(v["dateCreated"])))
	keep(&m.Modified, ldText(v["dateModified"]))
	if m.Body == "" {
		m.Body, _ = v["articleBody"].(string) // with its lines
	}
	if m.Section == "" {
		m.Section = ldText(v["articleSection"])
	}
	m.byAuthors(v["author"])
	if tags, ok := v["keywords"].([]any); ok {
		for _, t := range tags {
			keep(&m.Tags, splitTags(ldText(t))...)
		}
	}
}

// sameHead is how many bytes of a headline tell two nodes about one article, which may cut it short.
const sameHead = 20

// byAuthors takes persons; an organisation that wrote an article is its site.
func (m graph) byAuthors(v any) {
	switch v := m.whole(v).(type) {
	case []any:
		for _, item := range v {
			m.byAuthors(item)
		}
	case map[string]any:
		if kinds := ldKinds(v["@type"]); strings.TrimSpace(kinds) == "" || strings.Contains(strings.ToLower(kinds), " person ") {
			keep(&m.Authors, ldText(v["name"]))
		}
	case string:
		keep(&m.Authors, lines.Squeeze(html.UnescapeString(v)))
	}
}

// ldText is the text of a value; entities that editors left in are decoded.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return lines.Squeeze(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return ldText(v[0])
		}
	}
	return ""
}

// loosePair finds "key": "value" in text that is not valid JSON.
func loosePair(body []byte, key string) string {
	i := bytes.Index(body, []byte(`"`+key+`"`))
	if i < 0 {
		return ""
	}
	rest := bytes.TrimLeft(body[i+len(key)+2:], " \t\r\n")
	if len(rest) == 0 || rest[0] != ':' {
		return ""
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	if len(rest) == 0 || rest[0] != '"' {
		return ""
	}
	end := bytes.IndexByte(rest[1:], '"')
	if end < 0 || end > 300 {
		return ""
	}
	return lines.Squeeze(html.UnescapeString(string(rest[1 : 1+end])))
}
