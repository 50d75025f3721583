package web

import (
	"context"
	"errors"
	"net/http"

	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/review"
	"github.com/boctin/boctin/internal/web/words"
)

// Fault is an error that whoever asked can understand.
type Fault struct {
	Status int
	Key    string // of the words
	Args   []any
	Near   []string // names that may have been meant
	Again  string   // address that takes one of them behind its end; empty: they are not links
}

func (f *Fault) Error() string { return f.Key }

var errNotFound = &Fault{Status: http.StatusNotFound, Key: "fault.address"}

// redirect is the error of a screen that lies elsewhere.
type redirect string

func (redirect) Error() string { return "it lies elsewhere" }

func isRedirect(err error, to *redirect) bool { return errors.As(err, to) }

// failed is the view of a fault.
type failed struct {
	Status int      `json:"status"`
	Why    string   `json:"error"`
	Near   []string `json:"near,omitempty"`
	Again  string   `json:"-"`
}

func (f *failed) Title(w *words.Words) string { return w.Say("fault.title") }

func (f *failed) Table() Table { return Table{[]string{"error"}, [][]string{{f.Why}}} }

// fail shows what went wrong; what is no fault of who asked is told as it is.
func (s *Server) fail(r *Request, err error) {
	var fault *Fault
	var unknown *store.Unknown
	var refused *review.Refused
	v := &failed{Status: http.StatusInternalServerError, Why: err.Error()}
	switch {
	case errors.As(err, &fault):
		v = &failed{fault.Status, r.Words.Say(fault.Key, fault.Args...), fault.Near, fault.Again}
	case errors.As(err, &unknown):
		v = &failed{http.StatusNotFound, r.Words.Say("fault.unknown", unknown.Name), unknown.Near, again[unknown.What]}
	case errors.As(err, &refused):
		v = &failed{Status: http.StatusConflict, Why: r.Words.Reason(refused.Format, refused.Args...)}
	case errors.Is(err, context.DeadlineExceeded):
		v = &failed{Status: http.StatusServiceUnavailable, Why: r.Words.Say("fault.slow")}
	case errors.Is(err, context.Canceled):
		return // nobody listens any more
	}
	s.render(r, "error", v.Status, v)
}

// again is where the nearest names of what is unknown lead.
var again = map[string]string{"official": "/person?name=", "agency": "/agency?name="}
