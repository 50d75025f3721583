package importer

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/jsonfault"
	"github.com/boctin/boctin/normalize/viet"
)

//go:embed fields.toml
var fieldNames string

// Fields says under which names lists of articles have what an article is made of.
type Fields map[string][]string

// NewFields gives the built-in names, with those of the user in front: what an
// article is made of, and the name of his column.
func NewFields(columns map[string]string) (Fields, error) {
	f := Fields{}
	if _, err := toml.Decode(fieldNames, &f); err != nil {
		return nil, err
	}
	for what, name := range columns {
		if f[what] == nil {
			return nil, fmt.Errorf("%s is no part of an article: take one of %s", what, strings.Join(f.parts(), ", "))
		}
		f[what] = append([]string{plainName(name)}, f[what]...)
	}
	return f, nil
}

func (f Fields) parts() (names []string) {
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// plainName is how the name of a column is compared.
func plainName(name string) string { return viet.Fold(strings.TrimSpace(norm.NFC.String(name))) }

// Describe tells whether fields of these names are those of an article: it has
// a title or a text.
func (f Fields) Describe(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = plainName(name)
		return name == "schema" || slices.Contains(f["title"], name) || slices.Contains(f["text"], name) || slices.Contains(f["html"], name)
	})
}

// lists says how lists of articles are read.
func (f Fields) lists() *input.Lists {
	return &input.Lists{Describe: f.Describe, Feed: feed, IsFeed: func(head []byte) bool { return discover.Sniff(head) == discover.IsFeed }}
}

// feed gives the items of RSS or Atom as JSON objects under names that are known.
func feed(body []byte) (items [][]byte, err error) {
	entries, err := discover.Entries(body)
	for i := range entries {
		line, e := json.Marshal(&entries[i])
		if e != nil {
			return nil, e
		}
		items = append(items, line)
	}
	return items, err
}

// item is one JSON object of a list; its keys are plain names.
type item struct {
	fields Fields
	values map[string]any
}

func (f Fields) item(object []byte) (*item, error) {
	raw := map[string]any{}
	dec := json.NewDecoder(bytes.NewReader(object))
	dec.UseNumber()
	if err := dec.Decode(&raw); err != nil {
		return nil, input.Faultf(input.NotJSON, "not a JSON object: %w", jsonfault.Say(err))
	}
	it := &item{f, map[string]any{}}
	for name, v := range raw {
		it.values[plainName(name)] = v
	}
	return it, nil
}

// get gives the first value of a part of the article that is not empty.
func (it *item) get(what string) any {
	for _, name := range it.fields[what] {
		switch v := it.values[name].(type) {
		case nil:
		case string:
			if strings.TrimSpace(v) != "" {
				return v
			}
		case json.Number, []any, map[string]any:
			return v
		}
	}
	return nil
}

func (it *item) text(what string) string {
	all := it.list(what, "")
	return strings.Join(all, ", ")
}

// list gives the strings of a part that may be one string, parted by sep, or a
// list of strings or of objects with a name.
func (it *item) list(what, sep string) (out []string) {
	switch v := it.get(what).(type) {
	case string:
		out = []string{v}
		if sep != "" {
			out = strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune(sep, r) })
		}
	case json.Number:
		out = []string{v.String()}
	case map[string]any:
		out = named(v, out)
	case []any:
		for _, e := range v {
			switch e := e.(type) {
			case string:
				out = append(out, e)
			case map[string]any:
				out = named(e, out)
			}
		}
	}
	for i, s := range out {
		out[i] = viet.FoldSpace(norm.NFC.String(plain(s)))
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func named(object map[string]any, list []string) []string {
	if name, ok := object["name"].(string); ok {
		return append(list, name)
	}
	return list
}

// page gives the page that an item holds as it was sent, if it does.
func (it *item) page(p *boctin.Page) (*boctin.Page, bool) {
	html, ok := it.get("html").(string)
	if !ok || !strings.Contains(html, "<") {
		return nil, false
	}
	whole := *p
	whole.Body, whole.Format, whole.ContentType = []byte(html), boctin.FormatHTML, "text/html; charset=utf-8"
	whole.URL = address(it.text("url"))
	return &whole, true
}

// article makes an article of an item. Partial is true where it has no text but
// a summary or a title.
func (it *item) article(p *boctin.Page, sum string) (a boctin.Article, partial bool, err error) {
	raw, _ := it.get("text").(string)
	body, lead := paragraphs(raw), strings.Join(paragraphs(str(it.get("summary"))), " ")
	a = boctin.Article{Schema: boctin.Schema, URL: address(it.text("url")), Title: it.text("title"), Lead: lead,
		Authors: it.list("authors", ",;"), Section: it.text("section"), Tags: it.list("tags", ",;"), Language: "vi"}
	a.Source = boctin.Source{Path: p.Path, Record: p.Record, Offset: p.Offset, Format: boctin.FormatText, Charset: "utf-8", SHA256: sum}
	partial = len(body) == 0 || len(body) == 1 && body[0] == lead
	if lead != "" && !opens(body, lead) {
		body = append([]string{lead}, body...)
	}
	a.Body = strings.Join(body, "\n\n")
	if a.Title == "" && a.Body == "" {
		return a, false, input.Faultf(input.Empty, "neither title nor text under a name that is known: say which they are with --columns title=NAME,text=NAME")
	}
	a.ID = sum[:32]
	if a.URL != "" {
		digest := sha256.Sum256([]byte(a.URL))
		a.ID = hex.EncodeToString(digest[:16])
		if u, err := url.Parse(a.URL); err == nil {
			a.Site = sites.Host(u.Host)
		}
	}
	a.Stamps = append(stamped(it.text("date"), false), stamped(it.text("modified"), true)...)
	return a, partial, nil
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

// opens tells whether a text begins with its summary, or goes over it in its
// first paragraphs: many lists have a summary that is cut out of the text.
func opens(body []string, lead string) bool {
	head := viet.Fold(strings.Join(body[:min(len(body), 3)], " "))
	begin := []rune(viet.Fold(strings.TrimRight(lead, ". …")))
	return len(body) > 0 && strings.Contains(head, string(begin[:min(len(begin), 60)]))
}

func address(s string) string {
	u, err := discover.Canonical(nil, s)
	if err != nil {
		return ""
	}
	return u.String()
}

// stamped gives a time as a stamp: as it stands where it is ISO 8601, else read
// as feeds write it, or as seconds of Unix.
func stamped(s string, modified bool) []boctin.Stamp {
	if s == "" {
		return nil
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 1e8 {
		if n > 1e11 {
			n /= 1000
		}
		s = time.Unix(n, 0).In(discover.Zone).Format(time.RFC3339)
	} else if t := discover.Time(s); !t.IsZero() && strings.ContainsRune(s, ':') {
		s = t.In(discover.Zone).Format(time.RFC3339)
	}
	return []boctin.Stamp{{Text: s, From: boctin.FromMetadata, Modified: modified}}
}
