package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/output"
)

// Writer takes the records of one export, whose spans are in bytes as
// everywhere in Go. It is for one goroutine.
type Writer interface {
	Write(*boctin.Record) error
	// Close writes what comes last. It leaves what lies below open.
	Close() error
}

// Format is a way to write records.
type Format struct {
	Name   string
	About  string // what it is for, in a line
	Piped  bool   // may go to standard output
	stream func(io.Writer) Writer
	folder func(dir string, bom bool) (Writer, error) // several files; stream is nil
	made   *regexp.Regexp                             // names of the files that it makes in a folder
	retake bool                                       // a folder of such files may be replaced
}

// Formats lists the formats in the order of the help.
var Formats = [...]Format{
	{Name: "jsonl", About: "the records themselves, one JSON object a line", Piped: true, stream: encoder(recordLine)},
	{Name: "csv", About: "eight flat tables for a spreadsheet: a folder or FILE.zip", folder: newTables, made: regexp.MustCompile(`^(articles|dates|officials|posts|agencies|mentions|events|event_officials)\.csv$`), retake: true},
	{Name: "parquet", About: "one row an article, with lists: DuckDB, pandas, Spark", stream: func(w io.Writer) Writer { return NewParquet(w) }},
	{Name: "jsonld", About: "schema.org NewsArticle, one JSON-LD object a line", Piped: true, stream: encoder(newsArticle)},
	{Name: "ftm", About: "FollowTheMoney entities, one a line: Aleph, OpenAleph, nomenklatura", Piped: true, stream: newFTM},
	{Name: "webanno", About: "W3C Web Annotations, one a line", Piped: true, stream: encoder(annotations)},
	{Name: "doccano", About: "texts with labelled spans, one a line: doccano", Piped: true, stream: encoder(doccanoLine)},
	{Name: "brat", About: "a folder of .txt and .ann files, a pair an article", folder: newBrat, made: regexp.MustCompile(`^([0-9a-f]{32}\.(txt|ann)|annotation\.conf)$`)},
	{Name: "conll", About: "a token a line with BIO tags: NER training", Piped: true, stream: encoder(conllSheet)},
}

// FormatNames gives the names, for a message.
func FormatNames() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// FormatNamed gives the format of a name.
func FormatNamed(name string) (*Format, error) {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i], nil
		}
	}
	return nil, fmt.Errorf("no format %q: choose %s", name, FormatNames())
}

// lines writes formats that need nothing but the record at hand.
type lines struct {
	out    *bufio.Writer
	encode func(*bytes.Buffer, *boctin.Record) error
	buf    bytes.Buffer
}

// encoder makes a Writer of a function that appends one record.
func encoder(encode func(*bytes.Buffer, *boctin.Record) error) func(io.Writer) Writer {
	return func(w io.Writer) Writer { return &lines{out: bufio.NewWriterSize(w, 64<<10), encode: encode} }
}

func (l *lines) Write(r *boctin.Record) error {
	l.buf.Reset()
	if err := l.encode(&l.buf, r); err != nil {
		return fmt.Errorf("record %s: %w", r.ID, err)
	}
	_, err := l.out.Write(l.buf.Bytes())
	return err
}

func (l *lines) Close() error { return l.flush() }

func (l *lines) flush() error { return l.out.Flush() }

// recordLine writes the record as boctin run does.
func recordLine(b *bytes.Buffer, r *boctin.Record) error { return jsonLine(b, r.CodePoints()) }

// jsonLine appends one JSON value and a line end.
func jsonLine(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// tables writes the CSV tables of package output into a folder.
type tables struct {
	files  files
	format output.Format
}

func newTables(dir string, bom bool) (Writer, error) {
	format, err := output.NewFormat("csv", output.Settings{BOM: bom})
	if err != nil {
		return nil, err
	}
	t := &tables{files: files{dir: dir}, format: format}
	for i, name := range format.Tables {
		if err := t.files.add(name, format.Header[i]); err != nil {
			t.files.close()
			return nil, err
		}
	}
	return t, nil
}

func (t *tables) Write(r *boctin.Record) error {
	chunk, err := t.format.Encode(r)
	if err != nil {
		return err
	}
	for i, rows := range chunk {
		if _, err := t.files.open[i].Write(rows); err != nil {
			return err
		}
	}
	return nil
}

func (t *tables) Close() error { return t.files.close() }
