package web

import "net/http"

// Route is a row of the table of routes.
type Route struct {
	Pattern string // of net/http.ServeMux
	Name    string // of its template and of its words, screen.NAME
	Nav     bool   // stands in the navigation
	Show    func(*Request) (View, error)
}

// routes is the table of screens, in the order of the navigation. Those of
// corrections follow where there are any.
var routes = []Route{
	{"GET /{$}", "today", true, today},
	{"GET /search", "search", true, searchPage},
	{"GET /events", "events", true, eventsPage},
	{"GET /network", "network", true, network},
	{"GET /person", "person", true, person},
	{"GET /agency", "agency", true, agency},
	{"GET /doubts", "doubts", true, doubts},
	{"GET /sites", "sites", true, sites},
	{"GET /article", "article", false, article},
}

// static serves the style sheet, the script and the mark.
func (s *Server) static(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeFileFS(w, r, files, "static/"+r.PathValue("file"))
}
