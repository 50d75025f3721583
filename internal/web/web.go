// Package web is boctin serve: a corpus in the browser. Screens ask the corpus and
// give views; a view is shown as HTML, JSON or CSV in one place. Everything that
// comes from a page is hostile.
package web

import (
	"embed"
	"errors"
	"html/template"
	"net/http"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/web/words"
)

//go:embed templates/*.html static/*
var files embed.FS

// CacheKiB is how many KiB of its pages each of the four connections to a corpus that is
// served holds in memory.
const CacheKiB = 20 << 10

// Options say how a corpus is served.
type Options struct {
	Token string   // whoever has it may read all; see NewToken
	Hosts []string // names of this machine besides localhost and addresses, as "desk.lan"
	Lang  string   // vi or en; empty: as the browser asks

	// Explain finds all in the article of a record anew, with the reasons; nil: none are shown.
	Explain func(*boctin.Record) *boctin.Record

	// Atlas tells where events took place; nil: no map is drawn.
	Atlas *Atlas

	// Corrections are the forms that put right what is wrong; nil: the corpus is
	// served to be read alone.
	Corrections Corrections
}

// Server serves one corpus. It is safe for concurrent use.
type Server struct {
	corpus *corpus.Corpus
	o      Options
	routes []Route
	mux    *http.ServeMux
	words  map[string]*words.Words
	looks  map[string]map[string]*template.Template // by language and screen
	unsure unsure
}

// New makes the server of a corpus, which stays the caller's to close.
func New(c *corpus.Corpus, o Options) (*Server, error) {
	if o.Token == "" {
		return nil, errors.New("a corpus is served to nobody without a token")
	}
	s := &Server{corpus: c, o: o, routes: routes, mux: http.NewServeMux(), words: map[string]*words.Words{}, looks: map[string]map[string]*template.Template{}}
	if o.Corrections != nil {
		s.routes = append(s.routes[:len(s.routes):len(s.routes)], o.Corrections.Routes()...)
	}
	for _, lang := range words.Languages {
		w, err := words.Load(lang)
		if err != nil {
			return nil, err
		}
		s.words[lang] = w
		if s.looks[lang], err = parseLooks(w); err != nil {
			return nil, err
		}
	}
	for _, route := range s.routes {
		s.mux.HandleFunc(route.Pattern, s.screen(route))
	}
	s.mux.HandleFunc("GET /static/{file}", s.static)
	s.mux.HandleFunc("GET /saved", s.saved)
	s.mux.HandleFunc("/", s.screen(Route{Name: "error", Show: func(*Request) (View, error) { return nil, errNotFound }}))
	return s, nil
}

// parseLooks makes the templates of all screens in one language.
func parseLooks(w *words.Words) (map[string]*template.Template, error) {
	base, err := template.New("layout.html").Funcs(functions(w)).ParseFS(files, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	entries, err := files.ReadDir("templates")
	looks := map[string]*template.Template{}
	for _, e := range entries {
		name, _ := strings.CutSuffix(e.Name(), ".html")
		if err != nil || name == "layout" || name == "parts" {
			continue
		}
		own, err := template.Must(base.Clone()).ParseFS(files, "templates/"+e.Name())
		if err != nil {
			return nil, err
		}
		looks[name] = own
	}
	return looks, err
}
