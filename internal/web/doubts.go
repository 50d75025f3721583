package web

import (
	"context"
	"strconv"
	"sync"
	"time"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/figures"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/web/words"
)

// doubtsView is what is least certain.
type doubtsView struct {
	Issues  []articles.Doubted `json:"issues"` // of the articles stored last
	Looked  int                `json:"looked_at"`
	Persons []officials.Doubt  `json:"persons"` // the least certain joins and splits
	Pending bool               `json:"pending"` // these are still looked for
	At      time.Time          `json:"at,omitzero"`
	Bare    []figures.Unplaced `json:"posts_without_agency"`
	Rules   []ruleCount        `json:"rules"`
	Fixes   [][]Form           `json:"-"`
}

// ruleCount is how often a doubt arose.
type ruleCount struct {
	Rule string `json:"rule"`
	N    int    `json:"count"`
}

// The most that is looked at and shown.
const (
	doubtedArticles = 150
	mostIssues      = 100
	mostDoubts      = 40
	mostBare        = 30
)

// patience is how long a page waits for the doubts about persons before it is shown
// without them.
const patience = 40 * time.Millisecond

func doubts(r *Request) (View, error) {
	v := &doubtsView{Looked: doubtedArticles}
	var err error
	if v.Issues, err = r.Corpus.Articles.Issues(r.Context(), doubtedArticles); err != nil {
		return nil, err
	}
	v.tally()
	if v.Bare, err = r.Corpus.Figures.WithoutAgency(r.Context(), mostBare); err != nil {
		return nil, err
	}
	if v.Persons, v.At, v.Pending, err = r.server.unsure.get(r.Corpus, r.arg("again") != ""); err != nil {
		return nil, err
	}
	for _, d := range v.Persons {
		v.Fixes = append(v.Fixes, r.corrections(Finding{Kind: "namesake", ID: d.AID, Other: d.BID, Name: d.B.Name, URL: d.B.URL}))
	}
	return v, nil
}

// tally counts the issues of each rule, in the order they are met, and keeps the first.
func (v *doubtsView) tally() {
	at := map[string]int{}
	for _, x := range v.Issues {
		i, ok := at[x.Issue.Rule]
		if !ok {
			i = len(v.Rules)
			at[x.Issue.Rule] = i
			v.Rules = append(v.Rules, ruleCount{Rule: x.Issue.Rule})
		}
		v.Rules[i].N++
	}
	v.Issues = v.Issues[:min(len(v.Issues), mostIssues)]
}

// unsure looks for the least certain joins and splits, which takes long in a large
// corpus: once, beside what is shown, and again when that is asked for.
type unsure struct {
	mu   sync.Mutex
	work chan struct{} // closed when it is done; nil: never begun
	list []officials.Doubt
	at   time.Time
	err  error
}

// get gives what was found, and whether it is still looked for.
func (u *unsure) get(c *corpus.Corpus, again bool) (list []officials.Doubt, at time.Time, pending bool, err error) {
	u.mu.Lock()
	if u.work == nil || again && u.done() {
		u.work = make(chan struct{})
		go u.look(c, u.work)
	}
	work := u.work
	u.mu.Unlock()
	select {
	case <-work:
	case <-time.After(patience):
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.list, u.at, !u.done(), u.err
}

func (u *unsure) done() bool {
	select {
	case <-u.work:
		return true
	default:
		return false
	}
}

func (u *unsure) look(c *corpus.Corpus, work chan struct{}) {
	list, err := c.Officials.Doubts(context.Background(), mostDoubts)
	u.mu.Lock()
	defer u.mu.Unlock()
	u.list, u.at, u.err = list, time.Now(), err
	close(work)
}

func (v *doubtsView) Title(w *words.Words) string { return w.Say("screen.doubts") }

func (v *doubtsView) Table() Table {
	t := Table{Head: []string{"kind", "weight", "a", "b", "rule", "text", "why", "url"}}
	for _, d := range v.Persons {
		t.Rows = append(t.Rows, []string{d.Kind, strconv.FormatFloat(d.Weight, 'f', 1, 64), d.AID, d.BID, "", d.A.Name + " / " + d.B.Name, "", d.A.URL})
	}
	for _, x := range v.Issues {
		t.Rows = append(t.Rows, []string{"issue", "", "", "", x.Issue.Rule, x.Issue.Text, x.Issue.Why, x.URL})
	}
	for _, p := range v.Bare {
		t.Rows = append(t.Rows, []string{"post", strconv.Itoa(p.Articles), p.ID, "", "", p.Title, "", ""})
	}
	return t
}
