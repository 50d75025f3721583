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
		Context    string    `json:"@context"`
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
	return nil
}

func (f *finding) annotation(r *boctin.Record, p part, start, end int) annotation {
	kind := strings.ToLower(f.label)
	field := iri("article", r.ID+"/"+p.field)
	a := annotation{Context: "http://www.w3.org/ns/anno.jsonld", Type: "Annotation", Motivation: "identifying",
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
