package event_test

import (
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/event"
	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/reading"
)

// house is the finder and, for its input, those before it.
type house struct {
	*event.Finder
	words  *reading.Words
	before *normalize.Normalizer
	read   map[*corpusCase]event.Input
}

func newHouse(t testing.TB) *house {
	t.Helper()
	lex := cases.Lexicon(t)
	words := reading.New(lex)
	return &house{event.New(words), words, normalize.New(lex), map[*corpusCase]event.Input{}}
}

// input is what the finders before say of a case.
func (h *house) input(c *corpusCase) event.Input {
	if in, ok := h.read[c]; ok {
		return in
	}
	doc := c.Doc
	if doc == "" {
		doc = "2025-08-20"
	}
	in := h.inputOf(boctin.Article{Title: c.Title, Body: strings.ReplaceAll(c.Text, " || ", "\n\n"),
		Stamps: []boctin.Stamp{{Text: doc, From: boctin.FromMetadata}}})
	h.read[c] = in
	return in
}

func (h *house) inputOf(a boctin.Article) event.Input {
	r := h.before.Record(a)
	texts := []*reading.Text{h.words.Read("title", a.Title), h.words.Read("body", a.Body)}
	for i, image := range a.Images {
		texts = append(texts, h.words.Read(boctin.CaptionField(i), image.Caption))
	}
	return event.Input{Texts: texts, Dates: r.Dates, Agencies: r.Agencies, Officials: r.Officials, Year: "2025", Day: published(&r)}
}

// published is the day of a record.
func published(r *boctin.Record) string {
	if r.Published == nil {
		return ""
	}
	return r.Published.Value
}

// without is the house whose finder lacks one row.
func (h *house) without(row string) *house {
	lame := *h
	lame.Finder = event.Without(h.Finder, row)
	return &lame
}
