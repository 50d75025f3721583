package labels

import (
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/viet"
)

// The rules by which a record says what it has from a label.
const (
	RuleLabel = "review/label" // a person's word
	RuleLost  = "review/lost"  // a person's word that the article no longer bears out
)

// laying is one label on its way over one article.
type laying struct {
	label   *score.Label
	issues  []boctin.Issue
	renamed map[string]string // id of an official or agency that is another now; "" where it is none
	moved   map[string][]boctin.Mention
}

func (l *laying) say(rule, text string, at *boctin.Span, format string, args ...any) {
	why := fmt.Sprintf(format, args...) + ", says " + Folder + "/" + l.label.ID + Suffix
	l.issues = append(l.issues, boctin.Issue{Rule: rule, Text: text, Why: why, Span: at})
}

// checked tells whether a person read a field: one that a label of his own hand gives,
// or that a correction names.
func (l *laying) checked(field string) bool {
	return l.label.Checked == nil || slices.Contains(l.label.Checked, field)
}

// article gives the article as the label has it: what the finders are to read.
func (l *laying) article(a boctin.Article) boctin.Article {
	if l.label.Title != "" && l.checked("title") && l.label.Title != a.Title {
		a.Title = l.label.Title
		l.say(RuleLabel, a.Title, nil, "the title")
	}
	if len(l.label.Authors) > 0 && l.checked("authors") && !slices.Equal(l.label.Authors, a.Authors) {
		a.Authors = l.label.Authors
		l.say(RuleLabel, strings.Join(a.Authors, ", "), nil, "the byline")
	}
	if l.label.Published != "" && l.checked("published") {
		a = l.published(a)
	}
	return l.captions(l.body(a))
}

// published puts the day of the label in the place of every stamp of publication.
func (l *laying) published(a boctin.Article) boctin.Article {
	stamps := []boctin.Stamp{{Text: l.label.Published, From: boctin.FromFlag}}
	for _, s := range a.Stamps {
		if s.Modified {
			stamps = append(stamps, s)
		}
	}
	a.Stamps, a.Published = stamps, nil
	l.say(RuleLabel, l.label.Published, nil, "published")
	return a
}

// body takes out the paragraphs that are none of the article, or takes the whole body
// from the label.
func (l *laying) body(a boctin.Article) boctin.Article {
	paragraphs := strings.Split(a.Body, "\n\n")
	kept := paragraphs
	if len(l.label.Paragraphs) > 0 && l.checked("body") {
		kept = l.label.Paragraphs
		if l.label.Lead != "" {
			kept = append([]string{l.label.Lead}, kept...)
		}
	}
	kept = slices.DeleteFunc(slices.Clone(kept), func(p string) bool {
		return slices.ContainsFunc(l.label.MustNotContain, func(s string) bool { return same(s, p) })
	})
	if slices.Equal(kept, paragraphs) {
		return a
	}
	a.Body = strings.Join(kept, "\n\n")
	if a.Lead != "" && !strings.HasPrefix(a.Body, a.Lead) {
		a.Lead = ""
	}
	l.say(RuleLabel, "", nil, "%d paragraphs of the body instead of %d", len(kept), len(paragraphs))
	return a
}

// captions takes out those that are none, and adds those that are missing: first
// below the pictures that lost theirs.
func (l *laying) captions(a boctin.Article) boctin.Article {
	if !l.checked("captions") {
		return a
	}
	images := slices.Clone(a.Images)
	var free []int
	for i := range images {
		if l.label.Wrong != nil && slices.ContainsFunc(l.label.Wrong.Captions, func(s string) bool { return same(s, images[i].Caption) }) {
			images[i].Caption = ""
			free = append(free, i)
		}
	}
	for _, caption := range l.label.Captions {
		if slices.ContainsFunc(images, func(i boctin.Image) bool { return same(i.Caption, caption) }) {
			continue
		}
		if len(free) > 0 {
			images[free[0]].Caption, free = caption, free[1:]
		} else {
			images = append(images, boctin.Image{Caption: caption})
		}
		l.say(RuleLabel, caption, nil, "a caption")
	}
	a.Images = slices.DeleteFunc(images, func(i boctin.Image) bool { return i == boctin.Image{} })
	return a
}

// record brings what was found into line with the label.
func (l *laying) record(r *boctin.Record) {
	wrong := l.label.Wrong
	if wrong == nil {
		wrong = &score.Wrong{}
	}
	l.renamed, l.moved = map[string]string{}, map[string][]boctin.Mention{}
	l.dates(r, wrong.Dates)
	l.agencies(r, wrong.Agencies)
	l.officials(r, wrong.Officials)
	l.follow(r)
	l.events(r, wrong.Events)
	r.Issues = append(r.Issues, l.issues...)
}

// follow gives the events of a record the persons and bodies that it has now.
func (l *laying) follow(r *boctin.Record) {
	for i := range r.Events {
		e := &r.Events[i]
		e.Officials, e.Agencies = l.rename(e.Officials), l.rename(e.Agencies)
		var roles []boctin.Role
		for _, role := range e.Roles {
			if id, other := l.renamed[role.ID]; other {
				role.ID = id
			}
			if role.ID != "" && !slices.Contains(roles, role) {
				roles = append(roles, role)
			}
		}
		e.Roles = roles
	}
	for i := range r.Officials {
		for k := range r.Officials[i].Posts {
			p := &r.Officials[i].Posts[k]
			if id := l.renamed[p.Agency]; id != "" {
				p.Agency, p.AgencyName = id, agencyName(r, id)
			}
		}
	}
	r.Events = slices.DeleteFunc(r.Events, func(e boctin.Event) bool { return len(e.Officials)+len(e.Agencies) == 0 })
}

func (l *laying) rename(ids []string) (out []string) {
	for _, id := range ids {
		if other, moved := l.renamed[id]; moved {
			id = other
		}
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func agencyName(r *boctin.Record, id string) string {
	for i := range r.Agencies {
		if r.Agencies[i].ID == id {
			return r.Agencies[i].Name
		}
	}
	return ""
}

// same compares two texts as a person reads them: marks in either place, capitals or
// none, any white space.
func same(a, b string) bool {
	return a == b || viet.PhraseKey(a) == viet.PhraseKey(b)
}

func sameAny(name string, names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return same(name, n) })
}
