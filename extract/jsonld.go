package extract

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"
)

// readJSONLD takes what a schema.org article says of itself. Of a script that
// is not valid JSON the plain "key": "value" pairs are still read.
func (m *metadata) readJSONLD(body []byte) {
	body = bytes.TrimSpace(body)
	var doc any
	if json.Unmarshal(body, &doc) == nil {
		m.ldNode(doc, 0)
		return
	}
	for key, into := range map[string]*[]string{"datePublished": &m.published, "dateModified": &m.modified, "headline": &m.titles} {
		if v := loosePair(body, key); v != "" {
			*into = append(*into, v)
		}
	}
}

// ldNode looks for articles in a JSON-LD value: alone, in a list, in @graph.
func (m *metadata) ldNode(v any, depth int) {
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

func (m *metadata) ldArticle(v map[string]any) {
	add := func(into *[]string, key string) {
		if s := ldText(v[key]); s != "" {
			*into = append(*into, s)
		}
	}
	add(&m.titles, "headline")
	add(&m.descriptions, "description")
	add(&m.published, "datePublished")
	add(&m.modified, "dateModified")
	if m.body == "" {
		m.body = ldText(v["articleBody"])
	}
	if m.section == "" {
		m.section = ldText(v["articleSection"])
	}
	m.ldAuthors(v["author"])
	if tags, ok := v["keywords"].([]any); ok {
		for _, t := range tags {
			m.tags = append(m.tags, splitTags(ldText(t))...)
		}
	}
}

// ldAuthors takes persons; an organisation that wrote an article is its site.
func (m *metadata) ldAuthors(v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			m.ldAuthors(item)
		}
	case map[string]any:
		if kind := ldText(v["@type"]); kind == "" || strings.EqualFold(kind, "Person") {
			m.authors = append(m.authors, ldText(v["name"]))
		}
	case string:
		m.authors = append(m.authors, squeeze(html.UnescapeString(v)))
	}
}

// ldText is the text of a value; entities that editors left in are decoded.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(html.UnescapeString(v))
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
	return squeeze(html.UnescapeString(string(rest[1 : 1+end])))
}
