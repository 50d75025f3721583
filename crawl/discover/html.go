package discover

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Anchor is one link of a page.
type Anchor struct {
	URL      *url.URL
	Text     int    // code points
	Label    string // what it says, where that is short
	NoFollow bool
}

// maxLabel is how many bytes of what a link says are kept.
const maxLabel = 32

// Sheet is what a crawler reads off an HTML page.
type Sheet struct {
	Canonical *url.URL
	Next      *url.URL // rel=next
	Feeds     []*url.URL
	Anchors   []Anchor
	NoFollow  bool // robots meta element
	Published time.Time
	Type      string // og:type
	NewsLD    bool   // JSON-LD describes one news article
	Run       int    // code points of the longest text that no headline link interrupts
	Text      string // digest of title, headings and paragraphs
	Challenge bool   // the page only sets a cookie and loads itself again
	Refresh   *url.URL
}

// maxAnchors is how many links of one page are taken.
const maxAnchors = 5000

// headline is how many code points make a link a headline, not a word in text.
const headline = 20

// Scan reads a page in one pass; base is its URL.
func Scan(body []byte, base *url.URL) *Sheet {
	s := scanner{Sheet: &Sheet{}, base: base, sum: sha256.New()}
	z := html.NewTokenizer(bytes.NewReader(utf8Of(body)))
	z.SetMaxBuf(4 << 20)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return s.finish()
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			s.end(atom.Lookup(name))
		case html.TextToken:
			s.text(z.Text())
		}
	}
}

type scanner struct {
	*Sheet
	base    *url.URL
	sum     hash.Hash
	raw     atom.Atom // script or style at hand
	ld      bool
	list    bool // JSON-LD describes a list
	link    *Anchor
	para    int // depth of elements whose text counts
	skip    int // depth of nav, footer, aside
	run     int
	visible int
	cookie  bool
	reload  bool
}

func (s *scanner) finish() *Sheet {
	s.Run = max(s.Run, s.run)
	s.Text = hex.EncodeToString(s.sum.Sum(nil)[:16])
	s.NewsLD = s.NewsLD && !s.list
	s.Challenge = s.cookie && s.reload && s.visible < 300 && len(s.Anchors) < 3
	return s.Sheet
}

func attributes(z *html.Tokenizer) map[string]string {
	out := map[string]string{}
	for {
		k, v, more := z.TagAttr()
		if len(k) > 0 {
			out[string(k)] = string(v)
		}
		if !more {
			return out
		}
	}
}

func (s *scanner) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	var a map[string]string
	if more {
		a = attributes(z)
	}
	switch tag {
	case atom.Base:
		if u, err := s.base.Parse(a["href"]); err == nil && a["href"] != "" {
			s.base = u
		}
	case atom.Link:
		s.linkElement(a)
	case atom.Meta:
		s.meta(a)
	case atom.Script, atom.Style, atom.Noscript:
		s.raw, s.ld = tag, tag == atom.Script && strings.Contains(strings.ToLower(a["type"]), "ld+json")
	case atom.A:
		s.anchor(a)
	case atom.P, atom.H1, atom.H2, atom.Title:
		s.para = 1
	case atom.Nav, atom.Footer, atom.Aside:
		s.skip++
	}
}

func (s *scanner) end(tag atom.Atom) {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript:
		s.raw = 0
	case atom.P, atom.H1, atom.H2, atom.Title:
		s.para = 0
		s.sum.Write([]byte{'\n'})
	case atom.Nav, atom.Footer, atom.Aside:
		s.skip = max(0, s.skip-1)
		s.interrupt()
	case atom.A:
		if s.link != nil {
			if s.link.Text >= headline {
				s.interrupt()
			}
			s.Anchors = append(s.Anchors, *s.link)
			s.link = nil
		}
	}
}

func (s *scanner) interrupt() {
	s.Run, s.run = max(s.Run, s.run), 0
}

func (s *scanner) text(raw []byte) {
	switch s.raw {
	case atom.Script:
		s.script(string(raw))
		return
	case atom.Noscript:
		s.noscript(raw)
		return
	case atom.Style:
		return
	}
	words := bytes.Fields(raw)
	n := 0
	for _, w := range words {
		n += utf8.RuneCount(w) + 1
	}
	s.visible += n
	switch {
	case s.link != nil:
		s.link.Text += n
		if s.link.Label += string(bytes.Join(words, []byte(" "))); len(s.link.Label) > maxLabel {
			s.link.Label = s.link.Label[:maxLabel]
		}
	case s.skip == 0:
		s.run += n
		if s.para > 0 {
			s.sum.Write(bytes.Join(words, []byte(" ")))
		}
	}
}

// noscript takes the refresh that a page has for browsers without scripts, as
// this one is; the tokenizer gives what is inside as text.
func (s *scanner) noscript(raw []byte) {
	if s.Refresh != nil || !bytes.Contains(bytes.ToLower(raw), []byte("refresh")) {
		return
	}
	for z := html.NewTokenizer(bytes.NewReader(raw)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			if name, more := z.TagName(); more && atom.Lookup(name) == atom.Meta {
				if a := attributes(z); strings.EqualFold(a["http-equiv"], "refresh") {
					s.meta(a)
				}
			}
		}
	}
}

func (s *scanner) script(text string) {
	if !s.ld {
		s.cookie = s.cookie || strings.Contains(text, "document.cookie")
		s.reload = s.reload || strings.Contains(text, "location.reload") || strings.Contains(text, "location.href") || strings.Contains(text, "location.replace")
		return
	}
	s.NewsLD = s.NewsLD || strings.Contains(text, `NewsArticle"`) || strings.Contains(text, `"Article"`) || strings.Contains(text, `"BlogPosting"`)
	s.list = s.list || strings.Contains(text, `"ItemList"`) || strings.Contains(text, `"CollectionPage"`)
	if _, rest, ok := strings.Cut(text, `"datePublished"`); ok && s.Published.IsZero() {
		if parts := strings.SplitN(rest, `"`, 3); len(parts) == 3 && len(parts[1]) < 60 {
			s.Published = Time(parts[1])
		}
	}
}

func (s *scanner) anchor(a map[string]string) {
	if s.link != nil {
		s.end(atom.A)
	}
	href := a["href"]
	if href == "" || strings.HasPrefix(href, "#") || len(s.Anchors) >= maxAnchors {
		return
	}
	if u, err := Canonical(s.base, href); err == nil {
		s.link = &Anchor{URL: u, NoFollow: has(a["rel"], "nofollow")}
	}
}

func (s *scanner) linkElement(a map[string]string) {
	u, err := Canonical(s.base, a["href"])
	if err != nil || a["href"] == "" {
		return
	}
	kind := strings.ToLower(a["type"])
	switch {
	case has(a["rel"], "canonical") && s.Canonical == nil:
		s.Canonical = u
	case has(a["rel"], "next"):
		s.Next = u
	case has(a["rel"], "alternate") && (strings.Contains(kind, "rss") || strings.Contains(kind, "atom")) && len(s.Feeds) < 50:
		s.Feeds = append(s.Feeds, u)
	}
}

func (s *scanner) meta(a map[string]string) {
	name := strings.ToLower(a["name"] + a["property"] + a["itemprop"])
	switch {
	case name == "robots" || name == "boctin":
		s.NoFollow = s.NoFollow || has(a["content"], "nofollow") || has(a["content"], "none")
	case name == "og:type":
		s.Type = strings.ToLower(a["content"])
	case name == "article:published_time" || name == "datepublished" || name == "pubdate":
		if t := Time(a["content"]); !t.IsZero() {
			s.Published = t
		}
	case strings.EqualFold(a["http-equiv"], "refresh"):
		if _, target, ok := strings.Cut(strings.ToLower(a["content"]), "url="); ok {
			target = a["content"][len(a["content"])-len(target):]
			if u, err := Canonical(s.base, strings.Trim(target, `'" `)); err == nil {
				s.Refresh = u
			}
		}
	}
}

// has tells whether a list of words, by space or comma, holds a word.
func has(list, word string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(list), func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' }) {
		if w == word {
			return true
		}
	}
	return false
}

// IsArticle judges a page by what is on it: a long text that no headline
// interrupts, less of it where the page says itself that it is an article.
func (s *Sheet) IsArticle(looksLike bool) bool {
	need := 900
	if looksLike {
		need = 450
	}
	if s.NewsLD || s.Type == "article" || !s.Published.IsZero() && s.Type != "website" {
		need /= 2
	} else if s.Type == "website" && !looksLike {
		need *= 4 // front pages and sections carry long texts about themselves
	}
	return s.Run >= need
}

// utf8Of decodes UTF-16, which a byte order mark or a zero in "<" tells; other
// encodings keep the ASCII that links are made of.
func utf8Of(b []byte) []byte {
	r, err := io.ReadAll(decodeUTF16(b))
	if err != nil {
		return b
	}
	return r
}
