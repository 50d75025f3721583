package score

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// pageScore adds up the figures of page labels. The body is compared by runs
// of four words, and each page weighs the same.
type pageScore struct {
	log                        Log
	body, leaks, captions      tally
	title, day, minute, author tally
	perfect                    tally // pages with a body F1 of at least 0.99
}

// sealed is what the body of a label comes to: the runs that must be there,
// those that may be there, and the pieces that must not.
type sealed struct {
	runs     map[string]int
	neutral  set
	mustNot  [][]string
	captions [][]string
}

func seal(l *Label) sealed {
	lines := bodyLines(l)
	body := words(strings.Join(lines, "\n"))
	s := sealed{runs: shingles(body), neutral: set{}}
	for _, line := range neutralLines(l) {
		for run := range shingles(words(line)) {
			if s.runs[run] == 0 {
				s.neutral[run] = true
			}
		}
	}
	for _, piece := range l.MustNot {
		s.mustNot = append(s.mustNot, words(piece))
	}
	if l.PhotoStory || len(l.Paragraphs) == 0 {
		return s
	}
	for _, caption := range l.Captions {
		if w := words(caption); len(w) > 4 && !holds(body, w) {
			s.captions = append(s.captions, w)
		}
	}
	return s
}

// bodyLines are the lead without the site's mark, and the paragraphs; where
// there are none the captions are the article.
func bodyLines(l *Label) []string {
	lines := append([]string{l.Lead}, l.Paragraphs...)
	lines[0] = strings.TrimPrefix(lines[0], l.LeadPrefix)
	if len(l.Paragraphs) == 0 {
		lines = append(lines, l.Captions...)
	}
	either := foldedSet(l.Either...)
	return slices.DeleteFunc(lines, func(line string) bool { return either[fold(line)] })
}

// neutralLines may stand in the body without being wrong.
func neutralLines(l *Label) []string {
	lines := append(slices.Clone(l.Either), l.Title, l.LeadAsPrinted, l.LeadPrefix+" "+l.Lead, l.SourceLine, strings.Join(l.Authors, " "))
	if l.PhotoStory {
		lines = append(lines, l.Captions...)
	}
	return lines
}

func (s *pageScore) add(g *Gold, r *boctin.Record) {
	label, body := seal(&g.Label), words(r.Body)
	s.runs(g, label, body)
	s.pieces(g, &s.leaks, "leaked into the body", label.mustNot, body)
	s.pieces(g, &s.captions, "caption in the body", label.captions, body)
	ok := fold(r.Title) == fold(g.Title)
	s.title.add(ok)
	if !ok {
		s.log.say(g, "title %q, want %q", r.Title, g.Title)
	}
	s.published(g, r)
	s.authors(g, r)
}

// runs compares the runs of four words and normalises the page to one.
func (s *pageScore) runs(g *Gold, label sealed, body []string) {
	var both, missed float64
	got := shingles(body)
	for run, n := range label.runs {
		both += float64(min(n, got[run]))
		missed += float64(max(0, n-got[run]))
	}
	extra := float64(label.extra(body, got))
	all := max(1, both+extra+missed)
	s.body.tp += both / all
	s.body.fp += extra / all
	s.body.fn += missed / all
	f1 := (tally{both, extra, missed}).figure("", 0).F1
	s.perfect.add(f1 >= 0.99)
	if f1 < 0.99 {
		s.log.say(g, "body F1 %.3f: P %.3f R %.3f", f1, share(both, extra, 0), share(both, missed, 0))
	}
}

// extra counts the runs of the body that should not be there, without those
// that only join two excused lines: every word of theirs stands in a right or
// neutral run.
func (l *sealed) extra(body []string, got map[string]int) int {
	list, excused := runs(body), make([]bool, len(body))
	for i, run := range list {
		if l.runs[run] > 0 || l.neutral[run] {
			markRun(excused, i)
		}
	}
	n, used := 0, map[string]int{}
	for i, run := range list {
		if l.neutral[run] || used[run] >= got[run]-l.runs[run] {
			continue
		}
		used[run]++
		if slices.Contains(excused[i:min(i+runWords, len(body))], false) {
			n++
		}
	}
	return n
}

func markRun(words []bool, first int) {
	for i := first; i < min(first+runWords, len(words)); i++ {
		words[i] = true
	}
}

// pieces counts those that do not stand in the body: that is how it should be.
func (s *pageScore) pieces(g *Gold, t *tally, fault string, pieces [][]string, body []string) {
	for _, piece := range pieces {
		bad := len(piece) > 0 && holds(body, piece)
		t.add(!bad)
		if bad {
			s.log.say(g, "%s: %s", fault, strings.Join(piece, " "))
		}
	}
}

func head(s string, n int) string { return s[:min(n, len(s))] }

func (s *pageScore) published(g *Gold, r *boctin.Record) {
	if g.Published == "" {
		return
	}
	got := ""
	if r.Published != nil {
		got = r.Published.Value
	}
	ok := head(got, 10) == head(g.Published, 10)
	s.day.add(ok)
	if strings.Contains(g.Published, "T") {
		exact := head(got, 16) == head(g.Published, 16)
		s.minute.add(exact)
		ok = ok && exact
	}
	if !ok {
		s.log.say(g, "published %q, want %q", got, g.Published)
	}
}

func (s *pageScore) authors(g *Gold, r *boctin.Record) {
	want, got := foldedSet(g.Authors...), foldedSet(r.Authors...)
	missed := want.minus(got)
	s.author.tp += float64(len(want) - missed)
	s.author.fn += float64(missed)
	s.author.fp += float64(got.minus(want))
	if !got.equal(want) {
		s.log.say(g, "authors %q, want %q", r.Authors, g.Authors)
	}
}

func (s *pageScore) figures() []Figure {
	return []Figure{
		s.body.figure("body", 0), s.perfect.shareFigure("perfect"),
		s.leaks.shareFigure("no_leaks"), s.captions.shareFigure("no_captions"),
		s.title.shareFigure("page_title"), s.day.shareFigure("day"), s.minute.shareFigure("minute"),
		s.author.figure("page_authors", 0),
	}
}
