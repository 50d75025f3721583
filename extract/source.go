package extract

import (
	"bytes"
	"regexp"
)

// What a file is that holds no page, told by how it begins.
var (
	feedRoot = regexp.MustCompile(`^(?:<\?[^>]*\?>|<!--(?s:.*?)-->|<!DOCTYPE[^>]*>|\s)*<(?:[\w.-]+:)?(rss|feed|RDF|urlset|sitemapindex|opml)[\s>]`)
	sqlDump  = regexp.MustCompile(`(?i)^(?:--[^\n]*\n|/\*(?s:.*?)\*/;?|\s)*(?:(?:drop|create|alter|lock) (?:table|database|schema)|insert into|replace into|start transaction|begin transaction|set (?:names|@|[a-z_.]+ ?=)|use [\x60\[]|pragma |copy [\w.]+ \()`)
	viewed   = regexp.MustCompile(`(?i)<title>\s*view-source:`)
)

// head is how many bytes of a file are looked at.
const head = 4096

// foreign names what a file is that holds no page, "" if it may be one: "feed",
// "sitemap", "SQL dump", "source code".
func foreign(text []byte) string {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
	text = text[:min(len(text), head)]
	if !bytes.HasPrefix(text, []byte("<")) && sqlDump.Match(text) {
		return "SQL dump"
	}
	if bytes.HasPrefix(text, []byte("<!DOCTYPE html>")) && !bytes.Contains(text, []byte("view-source")) {
		return ""
	}
	if root := feedRoot.FindSubmatch(text); root != nil {
		if name := string(root[1]); name == "urlset" || name == "sitemapindex" {
			return "sitemap"
		}
		return "feed"
	}
	if bytes.Contains(text, []byte("view-source:")) && viewed.Match(text) || bytes.Contains(text, []byte(`class="line-gutter-backdrop"`)) {
		return "source code"
	}
	return ""
}
