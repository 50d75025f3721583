package web

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/boctin/boctin/internal/review"
)

// corrector puts right what is wrong through the overlay of whoever is at the screen.
type corrector struct {
	ctx     context.Context // of the program: what follows a correction ends with it
	overlay *review.Overlay

	mu   sync.Mutex
	jobs map[string]*review.Job // by the ids of their corrections
	last *review.Job
	busy bool      // another process is at work in the corpus
	seen time.Time // when that was looked at
}

// NewCorrections gives the forms that write into an overlay. What follows a correction
// goes on until ctx ends.
func NewCorrections(ctx context.Context, o *review.Overlay) Corrections {
	return &corrector{ctx: ctx, overlay: o, jobs: map[string]*review.Job{}}
}

// Routes are the screens of the forms.
func (c *corrector) Routes() []Route {
	return []Route{
		{"GET /corrections", "corrections", true, c.history},
		{"GET /correct", "correct", false, c.form},
		{"POST /correct/preview", "preview", false, c.preview},
		{"GET /correct/preview", "corrections", false, c.home}, // as by a choice of the language
		{"POST /correct", "correct", false, c.accept},
		{"GET /correct/job", "job", false, c.watch},
		{"POST /correct/stop", "job", false, c.stop},
		{"POST /correct/follow", "job", false, c.again},
		{"POST /correct/undo", "corrections", false, c.undo},
	}
}

// home leads to the list of corrections.
func (c *corrector) home(*Request) (View, error) { return nil, redirect("/corrections") }

// look is how long it is taken for so that another process has the corpus, or has not.
const look = 2 * time.Second

// Closed is the key of the words that say why nothing can be written now.
func (c *corrector) Closed() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.seen) > look {
		c.busy, c.seen = c.overlay.Corpus.Pages.Busy(), time.Now()
	}
	if c.busy {
		return "corrections.busy"
	}
	return ""
}

// offered are the kinds of correction beside a kind of finding. "new" begins with an
// empty form.
var offered = map[string][]struct {
	word, kind string
	blank      bool
}{
	"article": {{"correct.title", "title", false}, {"correct.published", "published", false}, {"correct.byline", "byline", false}, {"correct.body", "body", false},
		{"correct.add_date", "date", true}, {"correct.add_official", "official", true}, {"correct.add_agency", "agency", true}, {"correct.add_event", "event", true},
		{"correct.add_caption", "caption", true}, {"correct.word", "word-agency", true}},
	"published": {{"correct.fix", "published", false}},
	"byline":    {{"correct.fix", "byline", false}},
	"paragraph": {{"correct.paragraph", "paragraph", false}, {"correct.selector", "site-drop", false}},
	"caption":   {{"correct.fix", "caption", false}},
	"date":      {{"correct.fix", "date", false}},
	"official":  {{"correct.fix", "official", false}, {"correct.post", "post", false}, {"correct.another", "different", false}},
	"agency":    {{"correct.fix", "agency", false}, {"correct.alias", "alias", false}},
	"event":     {{"correct.fix", "event", false}},
	"post":      {{"correct.fix", "post", false}},
	"issue":     {{"correct.word", "word-agency", false}},
	"person":    {{"correct.alias", "alias", false}},
	"namesake":  {{"correct.same", "same", false}, {"correct.different", "different", false}},
}

// Beside gives the forms for a finding: those about an article where it is one's, and
// none for what a label itself says.
func (c *corrector) Beside(f Finding) []Form {
	var all []Form
	for _, o := range offered[f.Kind] {
		if f.URL == "" && review.KindOf(o.kind).OnArticle || strings.HasPrefix(f.Name, "review/") {
			continue
		}
		q := url.Values{"kind": {o.kind}}
		set := func(name, value string) {
			if value != "" && !o.blank {
				q.Set(name, value)
			}
		}
		if f.URL != "" {
			q.Set("url", f.URL)
		}
		set("of", f.Kind)
		set("id", f.ID)
		set("other", f.Other)
		set("name", f.Name)
		if f.Version > 0 {
			q.Set("version", strconv.Itoa(f.Version))
		}
		if f.Kind == "paragraph" {
			q.Del("id")
			set("at", strconv.Itoa(f.Start))
		}
		all = append(all, Form{o.word, "/correct?" + q.Encode()})
	}
	return all
}
