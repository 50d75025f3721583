package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/boctin/boctin/internal/review"
	"github.com/boctin/boctin/internal/web/words"
)

// jobView is how far the corpus has followed a correction.
type jobView struct {
	ID      string `json:"id"`
	What    string `json:"what"`
	State   string `json:"state"` // running, done, stopped, failed or waiting
	Done    int    `json:"done"`
	Of      int    `json:"of"`
	Why     string `json:"error,omitempty"`
	Undone  bool   `json:"undone,omitempty"` // the correction was taken back
	Article string `json:"article,omitempty"`
	CSRF    string `json:"-"`
}

func (v *jobView) Title(w *words.Words) string { return w.Say("screen.job") }

// Table is the job in one row.
func (v *jobView) Table() Table {
	return Table{[]string{"id", "state", "done", "of"}, [][]string{{v.ID, v.State, strconv.Itoa(v.Done), strconv.Itoa(v.Of)}}}
}

// begin has the corpus follow a correction, behind what it follows now.
func (c *corrector) begin(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = c.overlay.Start(c.ctx, id, c.last)
	c.jobs[id] = c.last
}

// running gives the job of a correction, nil where this program began none.
func (c *corrector) running(id string) *review.Job {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.jobs[id]
}

// refreshEvery is how often, in seconds, the screen of a job asks again.
const refreshEvery = "2"

// watch shows how far a job is, again and again until it has ended.
func (c *corrector) watch(r *Request) (View, error) {
	v := &jobView{ID: r.arg("id"), Article: r.arg("url"), CSRF: r.server.csrf(), State: "waiting"}
	all, err := c.overlay.History()
	if err != nil {
		return nil, err
	}
	var entry *review.Entry
	for i := range all {
		if all[i].ID == v.ID {
			entry = &all[i]
		}
	}
	if entry == nil {
		return nil, &Fault{Status: http.StatusNotFound, Key: "fault.job", Args: []any{v.ID}}
	}
	v.What, v.Undone = entry.What, entry.State == review.Undone
	if entry.Followed {
		v.State = "done"
	}
	if job := c.running(v.ID); job != nil {
		v.take(job)
	}
	if v.State == "running" {
		r.out.Header().Set("Refresh", refreshEvery)
	}
	return v, nil
}

// take takes down how far a job is.
func (v *jobView) take(job *review.Job) {
	done, of, ended, err := job.State()
	v.Done, v.Of = done, of
	switch {
	case !ended:
		v.State = "running"
	case errors.Is(err, context.Canceled):
		v.State = "stopped"
	case err != nil:
		v.State, v.Why = "failed", err.Error()
	}
}

// jobHref is the screen of a job.
func jobHref(r *Request, id string) redirect {
	return redirect("/correct/job?" + url.Values{"id": {id}, "url": {r.PostFormValue("url")}}.Encode())
}

// stop breaks a job off: what is done stays.
func (c *corrector) stop(r *Request) (View, error) {
	id := r.PostFormValue("id")
	if job := c.running(id); job != nil {
		job.Stop()
	}
	return nil, jobHref(r, id)
}

// again goes on with a job that was broken off.
func (c *corrector) again(r *Request) (View, error) {
	id := r.PostFormValue("id")
	if job := c.running(id); job != nil {
		if _, _, ended, _ := job.State(); !ended {
			return nil, jobHref(r, id)
		}
	}
	c.begin(id)
	return nil, jobHref(r, id)
}

// undo takes a correction back, and has the corpus follow.
func (c *corrector) undo(r *Request) (View, error) {
	if key := c.Closed(); key != "" {
		return nil, &Fault{Status: http.StatusConflict, Key: key}
	}
	id := r.PostFormValue("id")
	if job := c.running(id); job != nil {
		job.Stop()
	}
	e, err := c.overlay.Undo(r.Context(), id)
	if err != nil {
		return nil, held(err)
	}
	c.begin(e.ID)
	return nil, jobHref(r, e.ID)
}

// historyView is the list of corrections, the last one first.
type historyView struct {
	Entries []review.Entry `json:"entries"`
	Folder  string         `json:"folder"`
	Kinds   []string       `json:"-"` // of words, to begin one
	CSRF    string         `json:"-"`
}

func (v *historyView) Title(w *words.Words) string { return w.Say("screen.corrections") }

// Table lists the corrections.
func (v *historyView) Table() Table {
	t := Table{Head: []string{"id", "day", "state", "kind", "what", "file"}}
	for _, e := range v.Entries {
		for _, f := range e.Files {
			t.Rows = append(t.Rows, []string{e.ID, e.Day, string(e.State), e.Correction.Kind, e.What, f.Path})
		}
	}
	return t
}

func (c *corrector) history(r *Request) (View, error) {
	all, err := c.overlay.History()
	if err != nil {
		return nil, err
	}
	v := &historyView{Folder: c.overlay.Dir, Kinds: wordKinds, CSRF: r.server.csrf()}
	for i := len(all) - 1; i >= 0; i-- {
		v.Entries = append(v.Entries, all[i])
	}
	return v, nil
}
