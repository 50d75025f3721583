package articles

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Difference is one finding that is another than before.
type Difference struct {
	What   string `json:"what"` // added, removed or changed
	Kind   string `json:"kind"` // title, byline, paragraph, caption, published, event, date, agency, official, post or issue
	Key    string `json:"key"`  // place or id of the finding
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Change is a difference in an article.
type Change struct {
	URL       string `json:"url"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title"`
	Difference
}

// Changes tells fn of every difference that the last renormalization made, by
// article. Ran is false where there was none yet.
func (c *Articles) Changes(ctx context.Context, fn func(Change) error) (ran bool, err error) {
	var run sql.NullInt64
	if err := c.db.QueryRowContext(ctx, `SELECT MAX(id) FROM renormalizations`).Scan(&run); err != nil || !run.Valid {
		return false, c.db.Wrap(err)
	}
	return true, c.db.Each(ctx, `SELECT a.url, COALESCE(a.published, ''), a.title, c.what, c.kind, c.key, c.before, c.after
		FROM changes c JOIN articles a ON a.id = c.article WHERE c.run = ? ORDER BY c.article, c.id`, []any{run.Int64}, func(rows *sql.Rows) error {
		var x Change
		if err := rows.Scan(&x.URL, &x.Published, &x.Title, &x.What, &x.Kind, &x.Key, &x.Before, &x.After); err != nil {
			return err
		}
		return fn(x)
	})
}

// finding is one finding of an article in words.
type finding struct{ kind, key, text string }

// Differences lists what was found of an article before and is not found so now.
func Differences(before, after *boctin.Record) (out []Difference) {
	was, is := findings(before), findings(after)
	for _, f := range was {
		i := slices.IndexFunc(is, func(g finding) bool { return g.kind == f.kind && g.key == f.key })
		switch {
		case i < 0:
			out = append(out, Difference{"removed", f.kind, f.key, f.text, ""})
		case is[i].text != f.text:
			out = append(out, Difference{"changed", f.kind, f.key, f.text, is[i].text})
		}
	}
	for _, g := range is {
		if !slices.ContainsFunc(was, func(f finding) bool { return g.kind == f.kind && g.key == f.key }) {
			out = append(out, Difference{"added", g.kind, g.key, "", g.text})
		}
	}
	return out
}

func findings(r *boctin.Record) (out []finding) {
	r = r.CodePoints()
	out = texts(r)
	if r.Published != nil {
		out = append(out, finding{"published", "published", r.Published.Value})
	}
	for _, e := range r.Events {
		out = append(out, finding{"event", e.Kind + " at " + placed(e.Span), strings.Join(append([]string{string(e.Status), e.Date, e.Place}, e.Officials...), ", ")})
	}
	for _, d := range r.Dates {
		out = append(out, finding{"date", placed(d.Span), d.Value + " “" + d.Text + "”"})
	}
	for _, a := range r.Agencies {
		var texts []string
		for _, m := range a.Mentions {
			texts = append(texts, m.Text+" at "+placed(m.Span))
		}
		out = append(out, finding{"agency", a.ID, words(a.Name, a.Country, a.Kind, a.Parent) + ": " + strings.Join(texts, ", ")})
	}
	for _, o := range r.Officials {
		out = append(out, official(&o)...)
	}
	for _, i := range r.Issues {
		key := i.Rule
		if i.Span != nil {
			key += " at " + placed(*i.Span)
		}
		out = append(out, finding{"issue", key, words(i.Text, i.Why)})
	}
	return out
}

// texts are the parts of the text, which differ where a label or a reading of the page
// changes them. A long one is known by how it begins.
func texts(r *boctin.Record) (out []finding) {
	out = append(out, finding{"title", "title", r.Title}, finding{"byline", "byline", strings.Join(r.Authors, ", ")})
	for p := range strings.SplitSeq(r.Body, "\n\n") {
		begins := []rune(p)
		begins = begins[:min(len(begins), 80)]
		out = append(out, finding{"paragraph", string(begins), string(begins)})
	}
	for _, i := range r.Images {
		if i.Caption != "" {
			out = append(out, finding{"caption", i.Caption, i.Caption})
		}
	}
	return out
}

func official(o *boctin.Official) []finding {
	var texts []string
	for _, m := range o.Mentions {
		texts = append(texts, m.Text+" at "+placed(m.Span))
	}
	out := []finding{{"official", o.ID, words(o.Name, o.Country, strings.Join(o.Ranks, ", "), strings.Join(o.Honorifics, ", ")) + ": " + strings.Join(texts, ", ")}}
	for _, p := range o.Posts {
		text := words(p.Title, p.AgencyName)
		if p.Former {
			text += " (former)"
		}
		if p.Acting {
			text += " (acting)"
		}
		out = append(out, finding{"post", o.ID + ": " + words(p.Title, p.Agency), text})
	}
	return out
}

func placed(s boctin.Span) string { return fmt.Sprintf("%s:%d", s.Field, s.Start) }

// words joins what is not empty.
func words(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), ", ")
}
