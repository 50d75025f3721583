package sites

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// list is a string or a list of strings in TOML.
type list []string

// UnmarshalTOML takes `key = "a"` and `key = ["a", "b"]`.
func (s *list) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case string:
		*s = list{v}
		return nil
	case []any:
		*s = make(list, 0, len(v))
		for _, item := range v {
			text, ok := item.(string)
			if !ok {
				return fmt.Errorf("a list of strings is wanted, not %v", item)
			}
			*s = append(*s, text)
		}
		return nil
	}
	return fmt.Errorf("a string or a list of strings is wanted, not %v", v)
}

type profileFile struct {
	Hosts      []string     `toml:"hosts"`
	Family     string       `toml:"family"`
	Unverified bool         `toml:"unverified"`
	Page       string       `toml:"page"`
	Note       string       `toml:"note"`
	Crawl      crawlFile    `toml:"crawl"`
	Layout     []layoutFile `toml:"layout"`
}

type familyFile struct {
	Mark   list         `toml:"mark"`
	Note   string       `toml:"note"`
	Crawl  crawlFile    `toml:"crawl"`
	Layout []layoutFile `toml:"layout"`
}

type crawlFile struct {
	Feeds    []string `toml:"feeds"`
	Sitemaps []string `toml:"sitemaps"`
	Sections []string `toml:"sections"`
	Article  string   `toml:"article"`
	Skip     []string `toml:"skip"`
	Paging   string   `toml:"paging"`
	First    int      `toml:"first"`
	Delay    string   `toml:"delay"`
	Listing  list     `toml:"listing"`
}

type layoutFile struct {
	Name    string `toml:"name"`
	If      list   `toml:"if"`
	Title   list   `toml:"title"`
	Lead    list   `toml:"lead"`
	Body    list   `toml:"body"`
	Author  list   `toml:"author"`
	Date    list   `toml:"date"`
	Section list   `toml:"section"`
	Tags    list   `toml:"tags"`
	Caption list   `toml:"caption"`
	Drop    list   `toml:"drop"`
	Keep    list   `toml:"keep"`
}

// The keys of each file, told when one is misspelt.
const (
	crawlKeys   = "[crawl] feeds, sitemaps, sections, article, skip, paging, first, delay, listing"
	layoutKeys  = "[[layout]] name, if, title, lead, body, author, date, section, tags, caption, drop, keep"
	profileKeys = "hosts, family, unverified, page, note; " + crawlKeys + "; " + layoutKeys
	familyKeys  = "mark, note; " + crawlKeys + "; " + layoutKeys
)

// decode reads TOML strictly: an unknown key is a fault.
func (l *loader) decode(file, data string, into any, keys string) bool {
	meta, err := toml.Decode(data, into)
	var parse toml.ParseError
	if errors.As(err, &parse) {
		l.fault(file, "", "%s", strings.TrimSpace(parse.ErrorWithUsage()))
		return false
	}
	if err != nil {
		l.fault(file, "", "%v: correct the value", err)
		return false
	}
	for _, key := range meta.Undecoded() {
		l.fault(file, key.String(), "unknown key: remove it or correct its spelling (keys are %s)", keys)
	}
	return len(meta.Undecoded()) == 0
}

func (l *loader) selector(file, key string, sources list) Selector {
	if sources == nil {
		return nil
	}
	if len(sources) == 0 {
		l.fault(file, key, "the list is empty: write a selector or remove the key")
	}
	s, err := compile(sources)
	if err != nil {
		l.fault(file, key, "%v: write a CSS selector such as 'div.detail-content p' or '[data-role=sapo]'", err)
	}
	return s
}

func (l *loader) pattern(file, key, source string) *regexp.Regexp {
	if source == "" {
		return nil
	}
	re, err := regexp.Compile(source)
	if err != nil {
		l.fault(file, key, "pattern %q does not compile: %v: write a Go regular expression such as '-\\d{15,}\\.htm$'", source, err)
	}
	return re
}

func (l *loader) crawl(file string, f crawlFile) Crawl {
	c := Crawl{Feeds: f.Feeds, Sitemaps: f.Sitemaps, Sections: f.Sections, Paging: f.Paging, First: f.First}
	for _, addr := range [][]string{f.Feeds, f.Sitemaps, f.Sections} {
		for _, a := range addr {
			if !strings.HasPrefix(a, "/") && !strings.HasPrefix(a, "http://") && !strings.HasPrefix(a, "https://") {
				l.fault(file, "crawl", "%q is neither a path nor a URL: begin it with / or https://", a)
			}
		}
	}
	c.Article = l.pattern(file, "crawl.article", f.Article)
	for i, s := range f.Skip {
		c.Skip = append(c.Skip, l.pattern(file, fmt.Sprintf("crawl.skip[%d]", i), s))
	}
	c.Listing = l.selector(file, "crawl.listing", f.Listing)
	if c.Paging != "" && !strings.Contains(c.Paging, "{n}") {
		l.fault(file, "crawl.paging", "%q has no {n}: write {n} where the page's number goes, such as '/trang-{n}.htm'", c.Paging)
	}
	if f.Delay != "" {
		d, err := time.ParseDuration(f.Delay)
		if err != nil || d <= 0 || d > time.Hour {
			l.fault(file, "crawl.delay", "%q is not a delay: write seconds such as \"2s\"", f.Delay)
		}
		c.Delay = d
	}
	if c.First == 0 {
		c.First = 2
	}
	return c
}

func (l *loader) layout(file, fallback string, i int, f *layoutFile) *Layout {
	at := func(key string) string { return fmt.Sprintf("layout[%d].%s", i, key) }
	var marks []Selector
	if mark := l.selector(file, at("if"), f.If); mark != nil {
		marks = []Selector{mark}
	}
	return &Layout{
		Name: cmp.Or(f.Name, fallback), If: marks,
		Title: l.selector(file, at("title"), f.Title), Lead: l.selector(file, at("lead"), f.Lead),
		Body: l.selector(file, at("body"), f.Body), Author: l.selector(file, at("author"), f.Author),
		Date: l.selector(file, at("date"), f.Date), Section: l.selector(file, at("section"), f.Section),
		Tags: l.selector(file, at("tags"), f.Tags), Caption: l.selector(file, at("caption"), f.Caption),
		Drop: l.selector(file, at("drop"), f.Drop), Keep: l.selector(file, at("keep"), f.Keep),
	}
}
