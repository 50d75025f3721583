package web

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/boctin/boctin/internal/review"
	"github.com/boctin/boctin/internal/web/words"
)

// previewView is what a correction would write and change.
type previewView struct {
	Kind    string        `json:"kind"`
	Article string        `json:"article,omitempty"`
	What    string        `json:"what"`
	Effect  review.Effect `json:"effect"`
	Files   []fileDiff    `json:"files"`
	Digest  string        `json:"digest"`
	Changed bool          `json:"changed,omitempty"` // since it was shown before
	Fields  []field       `json:"fields"`
	CSRF    string        `json:"-"`
	Back    string        `json:"-"`
}

// fileDiff is what becomes of a file.
type fileDiff struct {
	Path  string            `json:"path"`
	New   bool              `json:"new,omitempty"`
	Lines []review.DiffLine `json:"lines"`
}

// Screen is the name of its template, whichever form led to it.
func (v *previewView) Screen() string { return "preview" }

func (v *previewView) Title(w *words.Words) string { return w.Of("kind", v.Kind) }

// Table lists the articles that would change.
func (v *previewView) Table() Table {
	t := Table{Head: []string{"url", "title", "what", "kind", "before", "after"}}
	for _, x := range v.Effect.Examples {
		for _, d := range x.Differences {
			t.Rows = append(t.Rows, []string{x.URL, x.Title, d.What, d.Kind, d.Before, d.After})
		}
	}
	return t
}

// sent reads a correction from the form that was sent.
func sent(r *Request) (review.Correction, error) {
	if err := r.ParseForm(); err != nil {
		return review.Correction{}, &Fault{Status: http.StatusBadRequest, Key: "fault.form"}
	}
	c := review.Correction{Kind: r.PostForm.Get("kind"), Article: r.PostForm.Get("url"), Fields: map[string]string{}}
	kind := review.KindOf(c.Kind)
	if kind == nil {
		return c, &Fault{Status: http.StatusNotFound, Key: "fault.correction", Args: []any{c.Kind}}
	}
	for _, f := range kind.Fields {
		c.Fields[f.Name] = r.PostForm.Get("f-" + f.Name)
	}
	if !kind.OnArticle {
		c.Article = ""
	}
	return c, nil
}

// preview says what a correction would write and change; nothing is written.
func (c *corrector) preview(r *Request) (View, error) {
	correction, err := sent(r)
	if err != nil {
		return nil, err
	}
	plan, err := c.overlay.Plan(r.Context(), correction)
	if err != nil {
		return c.refused(r, correction, err)
	}
	return c.shown(r, plan)
}

// shown is the preview of a plan.
func (c *corrector) shown(r *Request, plan *review.Plan) (View, error) {
	effect, err := c.overlay.Effect(r.Context(), plan, nil)
	if err != nil {
		return nil, err
	}
	v := &previewView{Kind: plan.Correction.Kind, Article: r.PostForm.Get("url"), What: plan.What, Effect: effect, Digest: plan.Digest(), CSRF: r.server.csrf(), Back: "/corrections"}
	if v.Article != "" {
		v.Back = articleHref(v.Article)
	}
	for i := range plan.Changes {
		change := &plan.Changes[i]
		v.Files = append(v.Files, fileDiff{change.Path, change.Before == nil, change.Diff()})
	}
	for _, f := range review.KindOf(v.Kind).Fields {
		v.Fields = append(v.Fields, field{Name: f.Name, Value: plan.Correction.Fields[f.Name]})
	}
	return v, nil
}

// refused shows the form again, with the reason; what is no matter of the form stays an
// error.
func (c *corrector) refused(r *Request, correction review.Correction, err error) (View, error) {
	var refused *review.Refused
	var faulty *review.Faulty
	v := &correctView{Kind: correction.Kind, Article: r.PostForm.Get("url"), values: correction.Fields}
	switch {
	case errors.As(err, &refused):
		v.Why = r.Words.Reason(refused.Format, refused.Args...)
	case errors.As(err, &faulty):
		v.Why, v.Faults = r.Words.Say("correct.faults"), r.Words.Faults(faulty.Lines)
	default:
		return nil, err
	}
	v.lay(r, review.KindOf(correction.Kind), correction.Fields)
	for i := range v.Fields {
		v.Fields[i].Wrong = refused != nil && v.Fields[i].Name == refused.Field
	}
	return v, nil
}

// accept writes a correction that was shown, and has the corpus follow.
func (c *corrector) accept(r *Request) (View, error) {
	correction, err := sent(r)
	if err != nil {
		return nil, err
	}
	if key := c.Closed(); key != "" {
		return nil, &Fault{Status: http.StatusConflict, Key: key}
	}
	plan, err := c.overlay.Plan(r.Context(), correction)
	if err != nil {
		return c.refused(r, correction, err)
	}
	again := plan.Digest() != r.PostForm.Get("digest")
	var e review.Entry
	if !again {
		e, err = c.overlay.Apply(r.Context(), plan)
		again = errors.Is(err, review.ErrChanged)
	}
	if again {
		return c.anew(r, correction)
	}
	if err != nil {
		return nil, held(err)
	}
	c.begin(e.ID)
	return nil, redirect("/correct/job?" + url.Values{"id": {e.ID}, "url": {r.PostForm.Get("url")}}.Encode())
}

// anew shows a correction again whose files changed since it was shown.
func (c *corrector) anew(r *Request, correction review.Correction) (View, error) {
	plan, err := c.overlay.Plan(r.Context(), correction)
	if err != nil {
		return c.refused(r, correction, err)
	}
	view, err := c.shown(r, plan)
	if v, ok := view.(*previewView); ok {
		v.Changed = true
	}
	return view, err
}

// held makes a plain fault of what another process does.
func held(err error) error {
	switch {
	case errors.Is(err, review.ErrHeld):
		return &Fault{Status: http.StatusConflict, Key: "fault.held"}
	case errors.Is(err, review.ErrBusy):
		return &Fault{Status: http.StatusConflict, Key: "corrections.busy"}
	}
	return err
}
