// Package pipeline joins the stages: bytes to article to record. It runs them
// over a batch in order, with bounded memory, and says what failed and why.
package pipeline

import (
	"bytes"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/normalize"
)

// Stages turns one document into one record. It is read-only and safe to share
// between goroutines.
type Stages struct {
	Extractor  *extract.Extractor
	Normalizer *normalize.Normalizer
	Limits     extract.Limits // of the articles that Normalize is given
	Date       string         // of documents that print none, as the user wrote it; may be empty
	Explain    bool           // Extract gives the evidence behind each article
	Labels     Labels         // nil: nothing is laid over what is found
}

// Labels lay what a person said of an article over what find makes of it.
type Labels func(a boctin.Article, find func(boctin.Article) boctin.Record) boctin.Record

// Stage is what a batch does to a page; an article is a record without findings.
type Stage func(*boctin.Page) (boctin.Record, error)

// Step is a part of what a batch does to a page: it goes on with the record.
type Step func(*boctin.Page, *boctin.Record) error

// Step is a stage that is the whole of what a batch does.
func (do Stage) Step() Step {
	return func(page *boctin.Page, r *boctin.Record) (err error) {
		*r, err = do(page)
		return err
	}
}

// Steps are Run in parts.
func (s *Stages) Steps() []Step { return []Step{s.Read, s.find} }

// Read is the step that makes the article, with all stamps that may tell its time.
func (s *Stages) Read(page *boctin.Page, r *boctin.Record) (err error) {
	r.Article, err = s.Article(page)
	return err
}

func (s *Stages) find(_ *boctin.Page, r *boctin.Record) error {
	*r = s.Record(r.Article)
	return nil
}

// Run reads a page and says what it means.
func (s *Stages) Run(page *boctin.Page) (boctin.Record, error) {
	a, err := s.Article(page)
	if err != nil {
		return boctin.Record{}, err
	}
	return s.Record(a), nil
}

// Record says what an article means.
func (s *Stages) Record(a boctin.Article) boctin.Record {
	find := s.Normalizer.Record
	if s.Explain {
		find = s.Normalizer.Explain
	}
	if s.Labels != nil {
		return s.Labels(a, find)
	}
	return find(a)
}

// Article reads the article of a page, with all stamps that may tell its time.
func (s *Stages) Article(page *boctin.Page) (boctin.Article, error) {
	a, err := s.Extractor.Article(page)
	if err == nil {
		a.Stamps = s.Stamps(a.Stamps)
	}
	return a, err
}

// Extract reads the article of a page and its dates of publication and change.
func (s *Stages) Extract(page *boctin.Page) (boctin.Record, error) {
	read := s.Extractor.Article
	if s.Explain {
		read = s.Extractor.Explain
	}
	a, err := read(page)
	if err != nil {
		return boctin.Record{}, err
	}
	a.Stamps = s.Stamps(a.Stamps)
	return boctin.Record{Article: s.Normalizer.Dated(a)}, nil
}

// Normalize says what an article means that is given as one line of JSON. Of a
// finished record it takes the article and finds everything anew.
func (s *Stages) Normalize(page *boctin.Page) (boctin.Record, error) {
	r, err := boctin.ParseRecord(bytes.TrimSpace(page.Body))
	if err != nil {
		return boctin.Record{}, input.Faultf(input.NotJSON, "%w: give the lines that boctin extract or boctin run printed", err)
	}
	a := r.Article
	if err := s.Limits.Check(&a); err != nil {
		return boctin.Record{}, err
	}
	if len(a.Stamps) == 0 {
		a.Stamps = append(again(a.Published, false), again(a.Modified, true)...)
	}
	a.Stamps = s.Stamps(a.Stamps)
	return s.Record(a), nil
}

// Explained finds all in the article of a record anew, with the reasons; nil where it
// cannot be read again within PageTime.
func (s *Stages) Explained(r *boctin.Record) *boctin.Record {
	line, err := r.AppendJSON(nil)
	if err != nil {
		return nil
	}
	with := *s
	with.Explain = true
	var out boctin.Record
	if err := Within(PageTime, func() (err error) {
		out, err = with.Normalize(&boctin.Page{Body: line})
		return err
	}); err != nil {
		return nil
	}
	return &out
}

// Stamps adds the date that the user gave, the least trusted of all.
func (s *Stages) Stamps(printed []boctin.Stamp) []boctin.Stamp {
	if s.Date == "" {
		return printed
	}
	for _, stamp := range printed {
		if stamp.From == boctin.FromFlag {
			return printed
		}
	}
	return append(printed[:len(printed):len(printed)], boctin.Stamp{Text: s.Date, From: boctin.FromFlag})
}

// again gives the stamp that a time was read from, so that it is read anew.
func again(m *boctin.Moment, modified bool) []boctin.Stamp {
	if m == nil {
		return nil
	}
	text := m.Text
	if text == "" {
		text = m.Value
	}
	return []boctin.Stamp{{Text: text, From: m.From, Modified: modified}}
}
