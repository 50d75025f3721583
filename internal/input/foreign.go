package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// remedies say what to do with a document that is no page, by its kind.
var remedies = map[string]string{
	string(isFeed):    "boctin import --corpus DIR stores what it holds, boctin crawl follows it",
	string(isSitemap): "boctin crawl follows it",
	string(isMailbox): "save each message as a file of its own (.eml)",
	"JSON":            "boctin normalize reads articles and records",
	"a list of URLs":  "boctin crawl fetches them, boctin run --from LIST takes paths of saved pages",
	"the source code of a page, as a browser shows it": "save the page itself",
}

func foreign(kind string) error {
	if kind == string(formJSON) {
		kind = "JSON"
	}
	return &Fault{NotAPage, &Foreign{kind, remedies[kind]}}
}

// alien fails where a document is text of a kind that is no page: by what its
// lines are, and by a name that says the same.
func alien(page *boctin.Page, head []byte) error {
	text := plain(head)
	if page.Format == boctin.FormatHTML && startsHTML(text) {
		if isSource(text) {
			return foreign("the source code of a page, as a browser shows it")
		}
		return nil
	}
	if isJSON(page.Body) {
		return foreign("JSON")
	}
	if hasTags(text) {
		return nil
	}
	lines := wholeLines(text, len(page.Body) > len(head))
	for _, k := range kinds {
		if k.fits(lines) {
			return foreign(k.name)
		}
	}
	if named := namedAlien(page); named != "" {
		return foreign(named)
	}
	return nil
}

// xmlForm tells XML that is no page by its first element.
func xmlForm(text []byte) form {
	m := firstElement.FindSubmatch(text)
	if m == nil {
		return formOther
	}
	switch name := string(m[2]); {
	case slices.Contains([]string{"rss", "feed", "rdf:rdf"}, name):
		return isFeed
	case slices.Contains([]string{"urlset", "sitemapindex"}, localName(name)):
		return isSitemap
	case len(m[1]) > 0 && localName(name) != "html" && !bytes.Contains(text, []byte("<html")) && !hasTags(text):
		return isXML
	}
	return formOther
}

func localName(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

// firstElement passes over the prolog, comments, a document type and processing
// instructions.
var firstElement = regexp.MustCompile(`^(<\?xml[^>]*\?>)?\s*(?:(?:<!--(?:[^-]|-[^-])*-->|<\?[^>]*\?>|<!doctype[^>]*>)\s*)*<([a-z][\w.:-]*)`)

// isSource tells the saved view of a page's source.
func isSource(text []byte) bool {
	return bytes.Contains(text, []byte(`class="line-number"`)) && bytes.Contains(text, []byte(`class="line-content"`)) ||
		bytes.Contains(text, []byte(`id="viewsource"`))
}

// isJSON tells JSON by its first value, or by its beginning where that is long.
func isJSON(body []byte) bool {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(body) < 2 || body[0] != '{' && body[0] != '[' {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	for n := range 4 { // brackets and names
		if _, err := dec.Token(); err != nil {
			return n > 1 && errors.Is(err, io.EOF)
		}
	}
	return true
}

// wholeLines are the lines of the head of a text that are not empty; the last
// one is left out where it may be cut.
func wholeLines(text []byte, cut bool) []string {
	lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
	if cut && len(lines) > 1 {
		lines = lines[:len(lines)-1]
	}
	return slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
}

// kinds are the texts that are told by their lines, which are in lower case.
var kinds = []struct {
	name string
	fits func(lines []string) bool
}{
	{"an index of a web archive (CDX)", most(1, `^(?: cdx |!meta|\S+\)\S* \d{14} )`)},
	{"a list of accounts (passwd)", most(1, `^[^:\s]*:[^:\s]*:\d*:\d*:[^:]*:[^:]*(?::\S*)?$`)},
	{"robots.txt", most(1, `^(?:#.*|(?:user-agent|disallow|allow|sitemap|crawl-delay|host|clean-param)\s*:.*)$`)},
	{"a log", most(2, `^(?:\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[|\[?\d{4}-\d\d-\d\d[t ]\d\d:\d\d:\d\d|\[?[a-z]{3} [a-z]{3} +\d+ \d\d:\d\d:\d\d|[a-z]{3} +\d+ \d\d:\d\d:\d\d )`)},
	{"an SQL dump", some(`^(?:-- (?:mysql|mariadb|postgresql|sqlite|phpmyadmin)[^,]*(?:dump|backup)|insert into \S+|create table (?:if not exists )?\S+|pragma foreign_keys)`)},
	{"a list of URLs", most(1, `^\w+://\S+$`)},
	{"a table", isTable},
	{"a table", namesColumns},
	{"a playlist", first(`^#extm3u`)},
	{"source code", first(`^(?:(?:const|let|var) [\w$]+ ?=|(?:export |async )*function \w+ ?\(|import .+ from ['"]|#include ?[<"]|package [\w.]+;?$|def \w+\(.*\):$|#!/|<\?php|(?:@import|@charset|@media|:root) |[.#*]?[a-z][\w ,.#:>*-]*\{[^}]*\}?$)`)},
	{"JSON", first(`^[a-z_$][\w.$]*\(\s*[\[{]`)},
	{"a file of translations", first(`^msgid "`)},
	{"YAML", isYAML},
	{"settings", most(3, `^(?:\[[\w .-]+\]|[\w.-]+ ?= ?.*|[;#].*)$`)},
	{"subtitles", some(`^(?:webvtt(?: .*)?|\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:.*)$`)},
	{"a patch", some(`^(?:diff --git a/\S+ b/\S+|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@.*)$`)},
	{"a calendar or an address card", some(`^begin:(?:vcalendar|vcard)$`)},
}

// most gives what holds where nine lines of ten fit, and at least n.
func most(n int, pattern string) func([]string) bool {
	p := regexp.MustCompile(pattern)
	return func(lines []string) bool {
		fit := 0
		for _, l := range lines {
			if p.MatchString(l) {
				fit++
			}
		}
		return fit >= n && fit*10 >= 9*len(lines)
	}
}

// some gives what holds where a line among the first fits.
func some(pattern string) func([]string) bool {
	p := regexp.MustCompile(pattern)
	return func(lines []string) bool { return slices.ContainsFunc(lines, p.MatchString) }
}

// first gives what holds where the first line fits.
func first(pattern string) func([]string) bool {
	p := regexp.MustCompile(pattern)
	return func(lines []string) bool { return len(lines) > 0 && p.MatchString(lines[0]) }
}

// isYAML holds where nearly all lines are a key and its value, and some stand in a list or
// inside others: a head of keys above a text does not.
func isYAML(lines []string) bool { return keyed(lines) && nested(lines) }

var (
	keyed  = most(4, `^(?:---|\s*(?:- )?"?[a-z_][a-z0-9_-]*"?:(?: .*)?)$`)
	nested = some(`^(?:\s+(?:- )?|- )[a-z_][a-z0-9_-]*:(?: .*)?$`)
)

// isTable holds where all lines have as many cells, and none is a sentence.
func isTable(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	for _, sep := range []string{"\t", ";", ",", "|"} {
		cells := strings.Count(lines[0], sep)
		rows := func(l string) bool { return strings.Count(l, sep) == cells && !sentence.MatchString(l) }
		if cells > 0 && !slices.ContainsFunc(lines, func(l string) bool { return !rows(l) }) && !sentenceComma(lines, sep) {
			return true
		}
	}
	return false
}

// namesColumns holds where the first line is the names of columns, as programs write
// them, and the next has a cell for each: some may hold whole texts.
func namesColumns(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	for _, sep := range []string{"\t", ";", ","} {
		columns := strings.Split(strings.TrimSpace(lines[0]), sep)
		named := !slices.ContainsFunc(columns, func(c string) bool { return !columnName.MatchString(c) })
		if len(columns) >= 3 && named && strings.Count(lines[1], sep) >= len(columns)-1 {
			return true
		}
	}
	return false
}

var columnName = regexp.MustCompile(`^"?[a-z][a-z0-9_]{0,30}"?$`)

// sentence is a line of prose, and not of cells.
var sentence = regexp.MustCompile(`[\p{L})”"][.!?…]$`)

// sentenceComma tells commas of prose, which a space follows, from those of cells.
func sentenceComma(lines []string, sep string) bool {
	spaced := 0
	for _, l := range lines {
		if strings.Contains(l, sep+" ") {
			spaced++
		}
	}
	return spaced*2 > len(lines)
}

// aliens are the endings of names of texts that are no pages.
var aliens = map[string]string{
	".csv": "a table", ".tsv": "a table", ".sql": "an SQL dump", ".log": "a log", ".cdx": "an index of a web archive (CDX)",
	".cdxj": "an index of a web archive (CDX)", ".json": "JSON", ".jsonl": "JSON", ".ndjson": "JSON",
}

// namedAlien tells by the name or the URL of a page that it is none.
func namedAlien(page *boctin.Page) string {
	names := []string{page.Path}
	if page.Record != "" {
		names = []string{page.Record, strings.SplitN(page.URL, "?", 2)[0]}
	}
	for _, name := range names {
		plain, _ := bare(name)
		if kind := aliens[path.Ext(plain)]; kind != "" {
			return kind
		}
	}
	return ""
}
