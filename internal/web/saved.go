package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/web/frame"
)

// saved serves the page behind an article, made harmless, for the frame beside what
// was found in it.
func (s *Server) saved(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", frame.Policy+"; frame-ancestors 'self'")
	w.Header().Set("X-Frame-Options", "SAMEORIGIN")
	version, _ := strconv.Atoi(r.URL.Query().Get("version"))
	page, err := s.corpus.Pages.Saved(r.Context(), r.URL.Query().Get("url"), version, frame.MaxBytes)
	text := s.speak(r)
	switch {
	case errors.Is(err, pages.ErrNoPage):
		http.Error(w, text.Say("saved.none"), http.StatusNotFound)
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if out, _, err := frame.Harmless(page.Text); err == nil && markup(page.Kind) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(out)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write(page.Text)
}

// markup tells whether a page of a content type is HTML; what says nothing is.
func markup(kind string) bool {
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	return kind != "text/plain" && kind != "application/json"
}
