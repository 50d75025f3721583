package meta

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// readJSONLD takes what a schema.org article says of itself. Of a script that
// is not valid JSON the plain "key": "value" pairs are still read.
func (m *Data) readJSONLD(body []byte) {
	body = bytes.TrimSpace(body)
	var doc any
	if json.Unmarshal(body, &doc) == nil {
		m.ldNode(doc, 0)
		return
	}
	for key, into := range map[string]*[]string{"datePublished": &m.Published, "dateModified": &m.Modified, "headline": &m.Titles} {
		if v := loosePair(body, key); v != "" {
			*into = append(*into, v)
		}
	}
}

// ldNode looks for articles in a JSON-LD value: alone, in a list, in @graph.
func (m *Data) ldNode(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			m.ldNode(item, depth+1)
		}
	case map[string]any:
		kind := strings.ToLower(ldText(v["@type"]))
		if strings.Contains(kind, "article") || strings.Contains(kind, "posting") || kind == "report" {
			m.ldArticle(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "hasPart"} {
			if inner, ok := v[key]; ok {
				m.ldNode(inner, depth+1)
			}
		}
	}
}

func (m *Data) ldArticle(v map[string]any) {
	add := func(into *[]string, key string) {
		if s := ldText(v[key]); s != "" {
			*into = append(*into, s)
		}
	}
	add(&m.Titles, "headline")
	add(&m.Descriptions, "description")
	add(&m.Published, "datePublished")
	add(&m.Modified, "dateModified")
	if m.Body == "" {
		m.Body = ldText(v["articleBody"])
	}
	if m.Section == "" {
		m.Section = ldText(v["articleSection"])
	}
	m.ldAuthors(v["author"])
	if tags, ok := v["keywords"].([]any); ok {
		for _, t := range tags {
			m.Tags = append(m.Tags, splitTags(ldText(t))...)
		}
	}
}

// ldAuthors takes persons; an organisation that wrote an article is its site.
func (m *Data) ldAuthors(v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			m.ldAuthors(item)
		}
	case map[string]any:
		if kind := ldText(v["@type"]); kind == "" || strings.EqualFold(kind, "Person") {
			m.Authors = append(m.Authors, ldText(v["name"]))
		}
	case string:
		m.Authors = append(m.Authors, lines.Squeeze(html.UnescapeString(v)))
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
