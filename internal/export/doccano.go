package export

import (
	"bytes"

	"github.com/boctin/boctin"
)

// doccanoText is a text for sequence labelling. Keys beside text and label are
// kept by doccano as metadata; entities holds the ids in the order of label.
type doccanoText struct {
	Text      string   `json:"text"`
	Label     [][3]any `json:"label"` // start, end, label; code points
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Published string   `json:"published,omitempty"`
	Entities  []string `json:"entities"` // id of an official or agency, EDTF of a date
	Fields    [][3]any `json:"fields"`   // where a field of the record stands in text
}

func doccanoLine(b *bytes.Buffer, r *boctin.Record) error {
	s := sheetOf(r)
	line := doccanoText{Text: s.text, Label: [][3]any{}, Entities: []string{}, Fields: [][3]any{}, ID: r.ID, URL: r.URL}
	if r.Published != nil {
		line.Published = r.Published.Value
	}
	c := counter{text: s.text}
	for _, f := range s.findings {
		start := c.at(f.start)
		line.Label = append(line.Label, [3]any{start, c.at(f.end), f.label})
		line.Entities = append(line.Entities, f.key())
	}
	c = counter{text: s.text}
	for _, p := range s.fields {
		start := c.at(p.start)
		line.Fields = append(line.Fields, [3]any{p.field, start, c.at(p.end)})
	}
	return jsonLine(b, line)
}

// key names what was found: the id, or the value of a date.
func (f *finding) key() string {
	if f.label == date {
		return f.value
	}
	return f.id
}
