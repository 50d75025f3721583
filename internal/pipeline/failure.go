package pipeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/charset"
	"github.com/boctin/boctin/internal/input"
)

// The kinds of failure of a page that could be read.
const (
	NoArticle input.Kind = "no-article"
	TooSlow   input.Kind = "too-slow"
	Broken    input.Kind = "broken" // a fault of the program itself
	Other     input.Kind = "other"
)

// Failure is one document that gave no record.
type Failure struct {
	Path   string     `json:"path"`
	Record string     `json:"record,omitempty"`
	Offset int64      `json:"offset,omitempty"` // bytes
	URL    string     `json:"url,omitempty"`
	Kind   input.Kind `json:"kind"`
	Reason string     `json:"reason"`
}

func newFailure(p *boctin.Page, err error) Failure {
	f := Failure{Path: p.Path, Record: p.Record, Offset: p.Offset, URL: p.URL, Kind: kind(err), Reason: oneLine(err.Error())}
	var limit *extract.LimitError
	switch {
	case f.Kind == NoArticle:
		f.Reason += ": boctin extract --explain shows what stands on it"
	case errors.As(err, &limit) && limit.What == "tags":
		f.Reason = fmt.Sprintf("more than %d elements: raise --max-nodes to read it", limit.Limit)
	case errors.As(err, &limit) && limit.What == "characters":
		f.Reason = fmt.Sprintf("an article of more than %d characters: raise --max-text to read it", limit.Limit)
	case errors.As(err, &limit) && limit.What == "bytes":
		f.Reason = fmt.Sprintf("larger than %s: raise --max-bytes to read it", input.Bytes(int64(limit.Limit)))
	}
	return f
}

func kind(err error) input.Kind {
	var limit *extract.LimitError
	var damaged *extract.DamagedError
	switch {
	case errors.As(err, &damaged), errors.Is(err, charset.ErrTorn):
		return input.Damaged
	case errors.Is(err, extract.ErrNoArticle):
		return NoArticle
	case errors.Is(err, charset.ErrBinary):
		return input.Binary
	case errors.As(err, &limit):
		return input.TooLarge
	}
	return input.KindOf(err, Other)
}

// JSON is the failure as one line with its end.
func (f Failure) JSON() []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(f); err != nil {
		return []byte(fmt.Sprintf(`{"path":%q,"kind":"other","reason":"not encodable"}`+"\n", f.Path))
	}
	return buf.Bytes()
}

// String is the failure as one line for people.
func (f Failure) String() string {
	where := Printable(f.Path)
	if f.Path == "-" {
		where = "standard input"
	}
	switch {
	case f.Record != "":
		where += " (" + Printable(f.Record) + ")"
	case f.Offset > 0:
		where += fmt.Sprintf(" (at byte %d)", f.Offset)
	}
	return where + ": " + f.Reason
}

// Printable gives a name as it stands, or quoted where it would break the line.
func Printable(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }) >= 0 {
		return strconv.Quote(name)
	}
	return name
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
