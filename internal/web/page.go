package web

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/boctin/boctin/internal/web/words"
)

// page is what the layout shows around a view.
type page struct {
	Lang   string
	Name   string // of the screen
	Title  string
	Corpus string // directory
	Nav    []step
	Others []step // the same in other languages
	JSON   string // the same in other formats
	CSV    string
	CSRF   string
	Closed string // key of the words that say why nothing can be corrected
	Query  string // what is searched
	View   View
}

// step is a link of the navigation.
type step struct {
	Name, Href string
	Here       bool
}

func (s *Server) page(r *Request, name string, v View) *page {
	p := &page{Lang: r.Words.Lang, Name: name, Title: v.Title(r.Words), Corpus: s.corpus.DB.Dir, CSRF: s.csrf(), Closed: s.closed(),
		JSON: with(r.URL, "format", "json"), CSV: with(r.URL, "format", "csv"), Query: r.arg("q"), View: v}
	for _, route := range s.routes {
		if route.Nav {
			_, path, _ := strings.Cut(strings.TrimSuffix(route.Pattern, "{$}"), " ")
			p.Nav = append(p.Nav, step{route.Name, path, route.Name == name})
		}
	}
	for _, lang := range words.Languages {
		p.Others = append(p.Others, step{lang, with(r.URL, "lang", lang), lang == p.Lang})
	}
	return p
}

// with is an address with one parameter set, or without it where value is empty.
func with(u *url.URL, name, value string) string {
	q := u.Query()
	q.Del("format")
	q.Del("lang")
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	return u.EscapedPath() + "?" + q.Encode()
}

// speak gives the words in the language that is asked for: by the address, by what
// was chosen before, by the option, by the browser.
func (s *Server) speak(r *http.Request) *words.Words {
	asked := []string{r.URL.Query().Get("lang")}
	if c, err := r.Cookie(cookieName(r, "lang")); err == nil {
		asked = append(asked, c.Value)
	}
	asked = append(asked, s.o.Lang)
	for language := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		asked = append(asked, strings.TrimSpace(language)[:min(2, len(strings.TrimSpace(language)))])
	}
	for _, lang := range append(asked, words.Languages[0]) {
		if w := s.words[lang]; w != nil {
			return w
		}
	}
	return nil
}

// keepLanguage remembers a language that was chosen.
func (s *Server) keepLanguage(r *Request) {
	if lang := r.arg("lang"); s.words[lang] != nil {
		setCookie(r.out, cookieName(r.Request, "lang"), lang, 365*24*time.Hour)
	}
}
