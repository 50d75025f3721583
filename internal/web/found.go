package web

import (
	"strconv"
	"strings"

	"github.com/boctin/boctin"
)

// found is a finding of an article in the list below its text.
type found struct {
	Kind   string // date, official, agency, event, issue
	N      int    // of its kind, from 1
	Name   string
	Href   string
	Facts  []string // ranks, posts, parts
	Texts  []string // as printed, each once
	Why    []reason
	Forms  []Form
	Former bool
}

// reason is what made a finding, for the eye.
type reason struct{ Rule, File, Key string }

// explain lists the findings with the reasons behind each, which the rules of this
// program give; what they do not find any more has none.
func (v *articleView) explain(r *Request, record *boctin.Record) {
	why := map[boctin.Span][]reason{}
	if explain := r.server.o.Explain; explain != nil {
		why = reasons(explain(record))
	}
	rec := v.Record
	form := func(f *found, id string, s boctin.Span) {
		f.N = v.number(f.Kind)
		f.Forms = r.corrections(Finding{Kind: f.Kind, URL: r.arg("url"), Version: v.Version, ID: id, Name: f.Name, Span: s})
		v.Found = append(v.Found, *f)
	}
	for i, e := range rec.Events {
		f := &found{Kind: "event", Name: e.Kind, Facts: nonEmpty(string(e.Status), e.Date, e.Place, e.Name, e.Rank, e.Measure), Texts: []string{e.Text}, Why: why[e.Span]}
		form(f, strconv.Itoa(i), e.Span)
	}
	for _, o := range rec.Officials {
		f := &found{Kind: "official", Name: o.Name, Href: personHref(o.ID), Facts: facts(&o)}
		for _, m := range o.Mentions {
			f.mention(m.Text, why[m.Span])
		}
		form(f, o.ID, o.Mentions[0].Span)
	}
	for _, g := range rec.Agencies {
		f := &found{Kind: "agency", Name: g.Name, Href: agencyHref(g.ID), Facts: nonEmpty(g.Country, g.Kind)}
		var at boctin.Span
		for i, m := range g.Mentions {
			if i == 0 {
				at = m.Span
			}
			f.mention(m.Text, why[m.Span])
		}
		form(f, g.ID, at)
	}
	for i, d := range rec.Dates {
		f := &found{Kind: "date", Name: d.Value, Href: dateHref(d.Value), Facts: nonEmpty(d.Part), Texts: []string{d.Text}, Why: why[d.Span]}
		form(f, strconv.Itoa(i), d.Span)
	}
	for i, x := range rec.Issues {
		f := &found{Kind: "issue", Name: x.Rule, Facts: nonEmpty(x.Why), Texts: nonEmpty(x.Text)}
		var at boctin.Span
		if x.Span != nil {
			at = *x.Span
		}
		form(f, strconv.Itoa(i), at)
	}
}

// number is the next number of a kind.
func (v *articleView) number(kind string) int {
	n := 1
	for _, f := range v.Found {
		if f.Kind == kind {
			n++
		}
	}
	return n
}

// mention adds one way of writing, and the reasons for it that are new.
func (f *found) mention(text string, why []reason) {
	for _, t := range f.Texts {
		if t == text {
			return
		}
	}
	f.Texts = append(f.Texts, text)
	f.Why = append(f.Why, why...)
}

// facts are the ranks and posts of an official in words.
func facts(o *boctin.Official) []string {
	all := append([]string{}, o.Ranks...)
	for _, p := range o.Posts {
		all = append(all, strings.TrimSpace(p.Title+" "+p.AgencyName))
	}
	return append(all, o.Honorifics...)
}

func nonEmpty(texts ...string) (out []string) {
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// reasons gives the reasons of all findings by where they stand, in code points.
func reasons(r *boctin.Record) map[boctin.Span][]reason {
	all := map[boctin.Span][]reason{}
	if r == nil {
		return all
	}
	r = r.CodePoints()
	add := func(s boctin.Span, list []boctin.Reason) {
		for _, x := range list {
			all[s] = append(all[s], reason{x.Rule, x.File, x.Key})
		}
	}
	for _, d := range r.Dates {
		add(d.Span, d.Reasons)
	}
	for _, e := range r.Events {
		add(e.Span, e.Reasons)
	}
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			add(m.Span, m.Reasons)
		}
	}
	for _, g := range r.Agencies {
		for _, m := range g.Mentions {
			add(m.Span, m.Reasons)
		}
	}
	return all
}
