package export

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// finding is one place of a text with what stands there; offsets are bytes.
type finding struct {
	label      string // one of the labels below
	start, end int
	id         string // of the official or agency
	value      string // name, or EDTF of a date
	name       [2]int // of the name of an official, from start
}

// The labels of findings.
const (
	official = "OFFICIAL"
	agency   = "AGENCY"
	date     = "DATE"
)

// findings gives those of every field, by their place, the longer first.
func findings(r *boctin.Record) map[string][]finding {
	all := map[string][]finding{}
	add := func(s boctin.Span, f finding) {
		f.start, f.end = s.Start, s.End
		all[s.Field] = append(all[s.Field], f)
	}
	for _, d := range r.Dates {
		add(d.Span, finding{label: date, value: d.Value})
	}
	for i := range r.Agencies {
		for _, m := range r.Agencies[i].Mentions {
			add(m.Span, finding{label: agency, id: r.Agencies[i].ID, value: r.Agencies[i].Name})
		}
	}
	for i := range r.Officials {
		for _, m := range r.Officials[i].Mentions {
			add(m.Span, finding{label: official, id: r.Officials[i].ID, value: r.Officials[i].Name, name: m.Name})
		}
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b finding) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
		})
	}
	return all
}

// part is one field of a record.
type part struct{ field, text string }

// parts gives the fields that hold text, in the order in which they are read.
func parts(r *boctin.Record) (all []part) {
	add := func(field, text string) {
		if text != "" {
			all = append(all, part{field, text})
		}
	}
	add("title", r.Title)
	add("body", r.Body)
	for i := range r.Images {
		add(boctin.CaptionField(i), r.Images[i].Caption)
	}
	return all
}

// sheet is all text of a record in one piece, fields parted by an empty line,
// with the findings on it.
type sheet struct {
	text     string
	fields   []place
	findings []finding
}

// place tells where a field stands on a sheet, in bytes.
type place struct {
	field      string
	start, end int
}

func sheetOf(r *boctin.Record) *sheet {
	s, found := &sheet{}, findings(r)
	var b strings.Builder
	for _, p := range parts(r) {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		at := b.Len()
		b.WriteString(p.text)
		s.fields = append(s.fields, place{p.field, at, b.Len()})
		for _, f := range found[p.field] {
			f.start, f.end = f.start+at, f.end+at
			s.findings = append(s.findings, f)
		}
	}
	s.text = b.String()
	return s
}

// counter turns growing byte offsets of a text into code points in one pass.
type counter struct {
	text          string
	bytes, points int
}

// at gives the code points before byte b; it may go back a little.
func (c *counter) at(b int) int {
	if b >= c.bytes {
		c.points += utf8.RuneCountInString(c.text[c.bytes:b])
	} else {
		c.points -= utf8.RuneCountInString(c.text[b:c.bytes])
	}
	c.bytes = b
	return c.points
}
