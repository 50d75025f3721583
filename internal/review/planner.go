package review

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/score"
)

// planner makes the plan of one correction.
type planner struct {
	Correction
	ctx     context.Context
	overlay *Overlay
	base    *reader
	plan    *Plan
	article *articles.Article
	record  *boctin.Record // as it is found and laid today
}

func (p *planner) get(field string) string    { return p.Fields[field] }
func (p *planner) list(field string) []string { return parts(p.Fields[field]) }

// readArticle finds the article that the correction is about.
func (p *planner) readArticle() error {
	if p.overlay.Corpus == nil {
		return refused("article", "there is no corpus that holds it")
	}
	a, err := p.overlay.Corpus.Articles.Article(p.ctx, p.Article)
	var unknown *store.Unknown
	if errors.As(err, &unknown) {
		return refused("article", "the corpus has no article %s", p.Article)
	}
	if err != nil {
		return err
	}
	if !labels.ValidID(a.Record.ID) {
		return refused("article", "the id %q of its record can be no name of a file", a.Record.ID)
	}
	p.article, p.record = a, a.Record
	p.plan.touched.Article = a.Record.ID
	return nil
}

// label changes the label of the article, which begins as what was found.
func (p *planner) label(field string, change func(*score.Label) error) error {
	file := path.Join(labels.Folder, p.record.ID+labels.Suffix)
	old, err := p.overlay.read(file)
	if err != nil {
		return err
	}
	label := labels.Start(p.record)
	if old != nil {
		if label, err = labels.Parse(old); err != nil {
			return refused("", "%s: %v: it is not written over; correct it by hand", file, err)
		}
		if label.ID != p.record.ID {
			return refused("", "%s speaks of another article, %s: it is not written over", file, label.ID)
		}
	}
	if label.Wrong == nil {
		label.Wrong = &score.Wrong{}
	}
	if (old == nil || label.Checked != nil) && !slices.Contains(label.Checked, field) {
		label.Checked = append(label.Checked, field)
	}
	if err := change(label); err != nil {
		return err
	}
	if old == nil {
		if err := p.savePage(); err != nil {
			return err
		}
	}
	return p.putLabel(file, old, label)
}

// maxSaved is how many bytes a page may have that is saved beside its label.
const maxSaved = 4 << 20

// savePage has the page of the article saved beside its label, so that boctin score can
// measure; one that is not kept, or that is there, is left out.
func (p *planner) savePage() error {
	page, err := p.overlay.Corpus.Pages.Page(p.ctx, p.article.URL)
	if err != nil || len(page.Body) > maxSaved {
		return nil
	}
	ext := ".html"
	if strings.HasPrefix(page.ContentType, "text/plain") {
		ext = ".txt"
	}
	file := path.Join(labels.Folder, p.record.ID+ext)
	old, err := p.overlay.read(file)
	if err == nil && old == nil {
		p.plan.Changes = append(p.plan.Changes, Change{Path: file, After: page.Body, Page: true})
	}
	return err
}

func (p *planner) putLabel(file string, old []byte, label *score.Label) error {
	if w := label.Wrong; len(w.Captions)+len(w.Dates)+len(w.Officials)+len(w.Agencies)+len(w.Events) == 0 {
		label.Wrong = nil
	}
	data, err := labels.Append(label)
	if err != nil {
		return err
	}
	p.put(file, old, data)
	return nil
}

// put takes down that a file is to hold something else.
func (p *planner) put(file string, old, data []byte) {
	if old != nil && string(old) == string(data) {
		return
	}
	p.plan.Changes = append(p.plan.Changes, Change{Path: file, Before: old, After: data})
}
