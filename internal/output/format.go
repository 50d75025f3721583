// Package output writes records: as JSON lines, as one JSON array, as flat CSV
// tables. Files appear whole under their name, or grow where a run is resumed.
package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/boctin/boctin"
)

// Chunk is one record as it is written: the bytes for each file of a format.
type Chunk [][]byte

// Format is a way to write records.
type Format struct {
	Name   string
	Tables []string // file names, where a record goes into several
	Header Chunk    // begins each file
	Encode func(*boctin.Record) (Chunk, error)

	array bool // records stand between brackets, with commas
}

// Settings change what a format looks like.
type Settings struct {
	Pretty bool // indent JSON
	BOM    bool // begin CSV files with a byte order mark, for spreadsheets
}

// Names lists the formats.
var Names = []string{"jsonl", "json", "csv"}

// NewFormat gives the format of a name.
func NewFormat(name string, set Settings) (Format, error) {
	switch name {
	case "jsonl":
		return Format{Name: name, Encode: lineEncoder(set.Pretty)}, nil
	case "json":
		return Format{Name: name, Encode: lineEncoder(set.Pretty), array: true}, nil
	case "csv":
		return csvFormat(set.BOM), nil
	}
	return Format{}, fmt.Errorf("no format %q: choose %s", name, strings.Join(Names, ", "))
}

func lineEncoder(pretty bool) func(*boctin.Record) (Chunk, error) {
	return func(r *boctin.Record) (Chunk, error) {
		line, err := recordLine(r)
		if err != nil {
			return nil, err
		}
		if pretty {
			var out bytes.Buffer
			if err := json.Indent(&out, line, "", "  "); err != nil {
				return nil, err
			}
			line = out.Bytes()
		}
		return Chunk{append(line, '\n')}, nil
	}
}

// recordLine is the record as JSON, with the evidence of its article at the
// end where there is any.
func recordLine(r *boctin.Record) ([]byte, error) {
	line, err := r.AppendJSON(make([]byte, 0, 2*len(r.Body)+1024))
	if err != nil || r.Evidence == nil {
		return line, err
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(line, []byte("}")))
	out.WriteString(`,"evidence":`)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r.Evidence); err != nil {
		return nil, err
	}
	out.Truncate(out.Len() - 1)
	out.WriteByte('}')
	return out.Bytes(), nil
}
