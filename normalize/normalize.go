// Package normalize reads an article and says what it means: when, who and
// which agency. It never sees HTML.
package normalize

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/agency"
	"github.com/boctin/boctin/normalize/date"
	"github.com/boctin/boctin/normalize/event"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official"
	"github.com/boctin/boctin/normalize/reading"
)

// Normalizer turns articles into records. It is built once from a lexicon,
// then read-only and safe to share between goroutines.
type Normalizer struct {
	words     *reading.Words
	dates     *date.Finder
	agencies  *agency.Finder
	officials *official.Finder
	events    *event.Finder
	kept      sync.Pool // of *kept: readings of earlier articles, for their memory
}

// New builds a normalizer.
func New(lex *lexicon.Lexicon) *Normalizer {
	words := reading.New(lex)
	n := &Normalizer{
		words:     words,
		dates:     date.New(words),
		agencies:  agency.New(words),
		officials: official.New(words),
		events:    event.New(words),
	}
	n.kept.New = func() any { return new(kept) }
	return n
}

// Dated fills the article's times of publication and change.
func (n *Normalizer) Dated(a boctin.Article) boctin.Article {
	a.Published, a.Modified = n.dates.Moments(&a)
	return a
}

// keptBytes is the longest body whose memory the next article may use.
const keptBytes = 1 << 20

// kept is memory that one article leaves to the next.
type kept struct {
	reading reading.Reading
	dates   []finding.Date
	bodies  finding.Memory
}

// leave leaves the memory of an article to the next.
func (n *Normalizer) leave(k *kept) {
	clear(k.dates)
	k.bodies.Clear()
	n.kept.Put(k)
}

// Record says what the article means. It never fails: a doubt is an issue.
func (n *Normalizer) Record(a boctin.Article) boctin.Record { return n.record(a, false) }

// Explain is Record with the reasons behind each finding.
func (n *Normalizer) Explain(a boctin.Article) boctin.Record { return n.record(a, true) }

func (n *Normalizer) record(a boctin.Article, explain bool) boctin.Record {
	a = n.Dated(cleaned(a))
	a.Stamps = nil
	kept := n.kept.Get().(*kept)
	if len(a.Body) <= keptBytes {
		defer n.leave(kept)
	}
	n.words.Into(&kept.reading, &a)
	r := boctin.Record{Article: a}
	var officials []boctin.Issue
	var doubts []finding.Doubt
	kept.dates, doubts = n.dates.Into(kept.dates, kept.reading.Texts, a.Published, explain)
	r.Dates = datesOf(kept.dates, kept.reading.Texts)
	bodies, agencies := n.agencies.Into(&kept.bodies, &kept.reading, explain)
	r.Officials, bodies, officials = n.officials.Find(&kept.reading, bodies, explain)
	r.Agencies = agenciesOf(bodies, kept.reading.Texts)
	r.Events = n.events.Find(event.Input{Texts: kept.reading.Texts, Dates: r.Dates, Agencies: r.Agencies, Officials: r.Officials, Year: yearOf(a.Published), Day: dayOf(a.Published)}, explain)
	r.Issues = append(append(append(broken(kept.reading.Texts), issuesOf(doubts, kept.reading.Texts)...), agencies...), officials...)
	return r
}

// dayOf gives the day of a moment, "" where none is known.
func dayOf(m *boctin.Moment) string {
	if m == nil || len(m.Value) < len("2006-01-02") {
		return ""
	}
	return m.Value[:len("2006-01-02")]
}

// yearOf gives the year of a moment, "" where none is known.
func yearOf(m *boctin.Moment) string {
	if m == nil || len(m.Value) < len("2006") {
		return ""
	}
	return m.Value[:len("2006")]
}
