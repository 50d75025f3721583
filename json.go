package boctin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/boctin/boctin/internal/jsonfault"
)

// AppendJSON appends the record to dst as one JSON object without a line end.
// Spans are written in code points.
func (r *Record) AppendJSON(dst []byte) ([]byte, error) {
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r.CodePoints()); err != nil {
		return dst, fmt.Errorf("encode record %s: %w", r.ID, err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// CodePoints gives a copy of the record whose spans count code points, as its
// JSON has them; such a copy is for writing only.
func (r *Record) CodePoints() *Record {
	out := *r
	out.convertSpans((*ruler).points)
	return &out
}

// Bytes gives a copy of a record whose spans count code points, as its JSON has
// them, with spans in bytes.
func (r *Record) Bytes() *Record {
	out := *r
	out.convertSpans((*ruler).bytes)
	return &out
}

// ParseRecord reads one JSON object written by AppendJSON, or an article.
// It fails on JSON of another schema.
func ParseRecord(line []byte) (*Record, error) {
	var r Record
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("not a record: %w", jsonfault.Say(err))
	}
	if r.Schema != Schema {
		return nil, fmt.Errorf("not a record: its schema is %q, not %q", r.Schema, Schema)
	}
	r.convertSpans((*ruler).bytes)
	return &r, nil
}

// Field gives the text that a span's field names, and whether there is one.
func (a *Article) Field(name string) (string, bool) {
	switch name {
	case "title":
		return a.Title, true
	case "body":
		return a.Body, true
	}
	if rest, ok := strings.CutPrefix(name, "images["); ok {
		var i int
		if _, err := fmt.Sscanf(rest, "%d].caption", &i); err == nil && i >= 0 && i < len(a.Images) {
			return a.Images[i].Caption, true
		}
	}
	return "", false
}

// CaptionField is the field name of the caption of image i.
func CaptionField(i int) string { return fmt.Sprintf("images[%d].caption", i) }

type unit func(*ruler, int) int

// converter changes the unit of spans, one ruler a field.
type converter struct {
	record *Record
	to     unit
	rulers map[string]*ruler
}

func (c *converter) span(s Span) Span {
	r := c.rulers[s.Field]
	if r == nil {
		text, _ := c.record.Field(s.Field)
		r = newRuler(text)
		c.rulers[s.Field] = r
	}
	s.Start, s.End = c.to(r, s.Start), c.to(r, s.End)
	return s
}

// convertSpans replaces every list that holds spans by a copy in the other unit.
func (r *Record) convertSpans(to unit) {
	c := converter{record: r, to: to, rulers: map[string]*ruler{}}
	r.Dates = mapped(r.Dates, func(d *Date) { d.Span, d.Reasons = c.span(d.Span), c.reasons(d.Reasons) })
	r.Agencies = mapped(r.Agencies, func(a *Agency) {
		a.Mentions = mapped(a.Mentions, func(m *Mention) { m.Span, m.Reasons = c.span(m.Span), c.reasons(m.Reasons) })
	})
	r.Officials = mapped(r.Officials, func(o *Official) {
		o.Mentions = mapped(o.Mentions, func(m *PersonMention) {
			m.Span, m.Reasons = c.span(m.Span), c.reasons(m.Reasons)
			in := newRuler(m.Text)
			m.Name = [2]int{to(in, m.Name[0]), to(in, m.Name[1])}
		})
	})
	r.Events = mapped(r.Events, func(e *Event) { e.Span, e.Reasons = c.span(e.Span), c.reasons(e.Reasons) })
	r.Issues = mapped(r.Issues, func(i *Issue) {
		i.Span = c.maybe(i.Span)
	})
}

func (c *converter) maybe(s *Span) *Span {
	if s == nil {
		return nil
	}
	out := c.span(*s)
	return &out
}

func (c *converter) reasons(list []Reason) []Reason {
	return mapped(list, func(r *Reason) { r.Span = c.maybe(r.Span) })
}

// mapped copies a list and changes each element of the copy.
func mapped[T any](list []T, change func(*T)) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	copy(out, list)
	for i := range out {
		change(&out[i])
	}
	return out
}
