package web

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/web/words"
)

// View is what a screen shows: its JSON is the view as it stands, its CSV the
// table, its HTML what the template of the screen makes of it.
type View interface {
	Title(*words.Words) string
	Table() Table
}

// Table is a view as rows.
type Table struct {
	Head []string
	Rows [][]string
}

// Request is one call of a screen.
type Request struct {
	*http.Request
	Corpus *corpus.Corpus
	Words  *words.Words
	out    http.ResponseWriter
	server *Server
}

// arg gives a parameter of the address without white space around it.
func (r *Request) arg(name string) string { return strings.TrimSpace(r.URL.Query().Get(name)) }

// screen answers with the view of a screen, in the format that is asked for.
func (s *Server) screen(route Route) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		r := &Request{req, s.corpus, s.speak(req), w, s}
		s.keepLanguage(r)
		view, err := route.Show(r)
		var to redirect
		switch {
		case isRedirect(err, &to):
			http.Redirect(w, req, string(to), http.StatusSeeOther)
		case err != nil:
			s.fail(r, err)
		default:
			s.render(r, nameOf(view, route), http.StatusOK, view)
		}
	}
}

// nameOf is the name of the template of a view: that of its route, unless it is the view
// of another screen.
func nameOf(v View, route Route) string {
	if other, is := v.(interface{ Screen() string }); is {
		return other.Screen()
	}
	return route.Name
}

// render writes a view as HTML, JSON or CSV: all formats are made here.
func (s *Server) render(r *Request, name string, status int, v View) {
	var b bytes.Buffer
	kind, err := "text/html", error(nil)
	switch r.arg("format") {
	case "json":
		kind, err = "application/json", json.NewEncoder(&b).Encode(v)
	case "csv":
		kind, err = "text/csv", v.Table().write(&b)
	default:
		look := name
		if own, ok := v.(interface{ Look() string }); ok {
			look = own.Look() // a screen that shows other things than it is for
		}
		err = s.looks[r.Words.Lang][look].Execute(&b, s.page(r, name, v))
	}
	if err != nil {
		http.Error(r.out, err.Error(), http.StatusInternalServerError)
		return
	}
	r.out.Header().Set("Content-Type", kind+"; charset=utf-8")
	r.out.WriteHeader(status)
	r.out.Write(b.Bytes())
}

func (t Table) write(b *bytes.Buffer) error {
	w := csv.NewWriter(b)
	w.Write(t.Head)
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		w.Write(cells)
	}
	w.Flush()
	return w.Error()
}

// harmless keeps a spreadsheet from taking a cell for a formula (OWASP, CSV
// injection), as boctin run --format csv does.
func harmless(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n|%") || strings.HasPrefix(cell, "\uff1d") ||
		strings.HasPrefix(cell, "\uff0b") || strings.HasPrefix(cell, "\uff0d") || strings.HasPrefix(cell, "\uff20") {
		return "'" + cell
	}
	return cell
}
