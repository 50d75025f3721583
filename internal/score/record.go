package score

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// recordFigures names the figures of record labels in the order they print.
var recordFigures = [...]string{"title", "body_keep", "body_drop", "body_edges", "published", "authors", "dates",
	"officials", "official_country", "ranks", "posts", "agencies", "events", "event_day", "event_officials", "offsets"}

// recordScore adds up the figures of record labels.
type recordScore struct {
	tallies map[string]*tally
	log     Log
}

func newRecordScore(log Log) *recordScore {
	s := &recordScore{tallies: map[string]*tally{}, log: log}
	for _, name := range recordFigures {
		s.tallies[name] = &tally{}
	}
	return s
}

func (s *recordScore) figures() []Figure {
	var list []Figure
	for _, name := range recordFigures {
		list = append(list, s.tallies[name].figure(name, 1))
	}
	return list
}

func (s *recordScore) add(g *Gold, r *boctin.Record) {
	s.title(g, r)
	s.body(g, words(r.Body))
	s.published(g, r)
	s.authors(g, r)
	s.dates(g, r)
	s.officials(g, r)
	s.agencies(g, r)
	s.events(g, r)
	s.offsets(g, r)
}

func (s *recordScore) title(g *Gold, r *boctin.Record) {
	if g.Title == "" {
		return
	}
	ok := fold(r.Title) == fold(g.Title)
	s.tallies["title"].add(ok)
	if !ok {
		if r.Title != "" {
			s.tallies["title"].fp++
		}
		s.log.say(g, "title %q, want %q", r.Title, g.Title)
	}
}

func (s *recordScore) body(g *Gold, body []string) {
	s.snippets(g, s.tallies["body_keep"], "lost from the body", g.MustContain, func(w []string) bool { return holds(body, w) })
	drop := g.MustNotContain
	if !g.PhotoStory { // there the captions are the article
		drop = slices.Concat(drop, g.Captions)
	}
	s.snippets(g, s.tallies["body_drop"], "leaked into the body", drop, func(w []string) bool { return !holds(body, w) })
	s.edge(g, "first", g.BodyFirst, body, startsWith)
	s.edge(g, "last", g.BodyLast, body, endsWith)
}

// snippets counts those that are where they should be; one without a word says nothing.
func (s *recordScore) snippets(g *Gold, t *tally, fault string, list []string, right func(words []string) bool) {
	for _, snippet := range list {
		w := words(snippet)
		if len(w) == 0 {
			continue
		}
		ok := right(w)
		t.add(ok)
		if !ok {
			s.log.say(g, "%s: %s", fault, snippet)
		}
	}
}

func (s *recordScore) edge(g *Gold, which, want string, body []string, fits func(body, snippet []string) bool) {
	if want == "" {
		return
	}
	ok := fits(body, words(want))
	s.tallies["body_edges"].add(ok)
	if !ok {
		got := body[:min(8, len(body))]
		if which == "last" {
			got = body[max(0, len(body)-8):]
		}
		s.log.say(g, "%s words of the body %q, want %q", which, strings.Join(got, " "), want)
	}
}

func (s *recordScore) published(g *Gold, r *boctin.Record) {
	if g.Published == "" {
		return
	}
	got := ""
	if r.Published != nil {
		got = dateKey(r.Published.Value)
	}
	ok := got == dateKey(g.Published)
	s.tallies["published"].add(ok)
	if !ok {
		s.log.say(g, "published %q, want %q", got, g.Published)
	}
}

func (s *recordScore) authors(g *Gold, r *boctin.Record) {
	want, got := foldedSet(g.Authors...), foldedSet(r.Authors...)
	s.sets("authors", got, want)
	if !got.equal(want) {
		s.log.say(g, "authors %q, want %q", r.Authors, g.Authors)
	}
}

// sets compares what was found with what is wanted.
func (s *recordScore) sets(name string, got, want set) {
	t, missed := s.tallies[name], want.minus(got)
	t.tp += float64(len(want) - missed)
	t.fn += float64(missed)
	t.fp += float64(got.minus(want))
}

func (s *recordScore) agencies(g *Gold, r *boctin.Record) {
	t, used := s.tallies["agencies"], make([]bool, len(r.Agencies))
	for _, want := range g.Agencies {
		names := bare(foldedSet(append([]string{want.Name}, want.Aliases...)...), want.Country)
		hit := -1
		for i, a := range r.Agencies {
			if !used[i] && names[fold(a.Name)] && a.Country == want.Country {
				hit = i
				break
			}
		}
		if hit >= 0 {
			used[hit] = true
		}
		if wanted(want.Must) {
			t.add(hit >= 0)
			if hit < 0 {
				s.log.say(g, "agency missed: %s (%s)", want.Name, want.Country)
			}
		}
	}
	for i, a := range r.Agencies {
		if !used[i] {
			t.fp++
			s.log.say(g, "agency invented: %s (%s) from %q", a.Name, a.Country, firstMention(a.Mentions))
		}
	}
}

func firstMention(list []boctin.Mention) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].Text
}

// offsets: every mention in title or body must cut out its own text.
func (s *recordScore) offsets(g *Gold, r *boctin.Record) {
	check := func(kind, text string, span boctin.Span) {
		if span.Field != "title" && span.Field != "body" {
			return
		}
		field, _ := r.Field(span.Field)
		ok := span.Start >= 0 && span.Start <= span.End && span.End <= len(field) && field[span.Start:span.End] == text
		s.tallies["offsets"].add(ok)
		if !ok {
			s.log.say(g, "%s %q does not stand at %s[%d:%d]", kind, text, span.Field, span.Start, span.End)
		}
	}
	for _, d := range r.Dates {
		check("date", d.Text, d.Span)
	}
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			check("official", m.Text, m.Span)
		}
	}
	for _, a := range r.Agencies {
		for _, m := range a.Mentions {
			check("agency", m.Text, m.Span)
		}
	}
}
