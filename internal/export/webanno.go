package export

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// quoteContext is how many code points a quote has before and after it.
const quoteContext = 32

// The parts of a Web Annotation (W3C Recommendation of 23 February 2017).
type (
	annotation struct {
		Context    any       `json:"@context"`
		ID         string    `json:"id"`
		Type       string    `json:"type"`
		Motivation string    `json:"motivation"`
		Body       []annBody `json:"body"`
		Target     annTarget `json:"target"`
	}
	annBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value,omitempty"`
		Source  string `json:"source,omitempty"`
		Role    string `json:"role,omitempty"` // in an event: host, guest, …
	}
	annTarget struct {
		Type     string      `json:"type"`
		Source   annSource   `json:"source"`
		Scope    string      `json:"scope,omitempty"` // the page
		Selector [2]selector `json:"selector"`        // either will do
	}
	annSource struct {
		ID       string `json:"id"`
		Type     string `json:"type"`
		Format   string `json:"format"`
		Language string `json:"language,omitempty"`
	}
	selector struct {
		Type   string `json:"type"`
		Start  *int   `json:"start,omitempty"`
		End    *int   `json:"end,omitempty"`
		Exact  string `json:"exact,omitempty"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
)

// annotations writes one Web Annotation a finding. Its target is a field of the
// record, named urn:boctin:article:ID/FIELD, whose text the positions count.
func annotations(b *bytes.Buffer, r *boctin.Record) error {
	found := findings(r)
	for _, p := range parts(r) {
		c := counter{text: p.text}
		for _, f := range found[p.field] {
			start := c.at(f.start)
			if err := jsonLine(b, f.annotation(r, p, start, c.at(f.end))); err != nil {
				return err
			}
		}
	}
	return eventAnnotations(b, r)
}

func (f *finding) annotation(r *boctin.Record, p part, start, end int) annotation {
	kind := strings.ToLower(f.label)
	field := iri("article", r.ID+"/"+p.field)
	a := annotation{Context: annotationContext, Type: "Annotation", Motivation: "identifying",
		ID:   fmt.Sprintf("%s/%d-%d/%s", iri("annotation", r.ID+"/"+p.field), start, end, strings.TrimPrefix(iri(kind, f.key()), "urn:boctin:")),
		Body: []annBody{{Type: "TextualBody", Purpose: "tagging", Value: kind}, {Type: "TextualBody", Purpose: "describing", Value: f.value}},
		Target: annTarget{Type: "SpecificResource", Source: annSource{field, "Text", "text/plain", r.Language}, Scope: r.URL,
			Selector: [2]selector{{Type: "TextPositionSelector", Start: &start, End: &end},
				{Type: "TextQuoteSelector", Exact: p.text[f.start:f.end], Prefix: before(p.text, f.start), Suffix: after(p.text, f.end)}}}}
	if f.id != "" {
		a.Body = append(a.Body, annBody{Type: "SpecificResource", Purpose: "identifying", Source: iri(kind, f.id)})
	}
	return a
}

// annotationContext is that of every annotation; in those of events role is ours.
const annotationContext = "http://www.w3.org/ns/anno.jsonld"

var eventContext = []any{annotationContext, map[string]string{"role": "urn:boctin:role"}}

// eventAnnotations writes one Web Annotation an event, whose target is the clause that
// tells it.
func eventAnnotations(b *bytes.Buffer, r *boctin.Record) error {
	for _, p := range parts(r) {
		c := counter{text: p.text}
		for i := range r.Events {
			e := &r.Events[i]
			if e.Span.Field != p.field {
				continue
			}
			start := c.at(e.Span.Start)
			f := finding{label: strings.ToUpper(e.Kind), start: e.Span.Start, end: e.Span.End}
			a := f.annotation(r, p, start, c.at(e.Span.End))
			a.Context, a.Motivation, a.Body = eventContext, "classifying", eventBodies(e)
			a.ID = fmt.Sprintf("%s/%d-%d/event/%d", iri("annotation", r.ID+"/"+p.field), start, c.at(e.Span.End), i)
			if err := jsonLine(b, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// eventBodies says of an event its kind and status, what is known of it, and who took part.
func eventBodies(e *boctin.Event) []annBody {
	list := []annBody{{Type: "TextualBody", Purpose: "tagging", Value: "event"}, {Type: "TextualBody", Purpose: "classifying", Value: e.Kind}}
	if e.Status != "" {
		list = append(list, annBody{Type: "TextualBody", Purpose: "tagging", Value: string(e.Status)})
	}
	if text := (&telling{Event: e}).particulars(); text != "" {
		list = append(list, annBody{Type: "TextualBody", Purpose: "describing", Value: text})
	}
	for _, x := range e.Roles {
		list = append(list, annBody{Type: "SpecificResource", Purpose: "linking", Source: iri("official", x.ID), Role: x.Role})
	}
	for _, id := range e.Agencies {
		list = append(list, annBody{Type: "SpecificResource", Purpose: "linking", Source: iri("agency", id), Role: agencyRole})
	}
	return list
}

// before gives the last code points of text before byte i, after the first from it.
func before(text string, i int) string {
	start := i
	for n := 0; n < quoteContext && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:i]
}

func after(text string, i int) string {
	n := 0
	for at := range text[i:] {
		if n == quoteContext {
			return text[i : i+at]
		}
		n++
	}
	return text[i:]
}
