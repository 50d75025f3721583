package export

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"
)

func TestParquetReadsBack(t *testing.T) {
	want := sample(t)
	var file bytes.Buffer
	w := NewParquet(&file)
	for range 2 {
		if err := w.Write(want); err != nil {
			t.Fatal(err)
		}
		if err := w.Write(bare()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.Read[parquetRow](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, r := range rows {
		original := want
		if i%2 == 1 {
			original = bare()
		}
		if d := cmp.Diff(rowOf(original.CodePoints()), r, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("row %d (- written, + read):\n%s", i, d)
		}
	}
	for _, o := range rows[2].Officials {
		for _, m := range o.Mentions {
			text, _ := want.Field(m.Field)
			if got := points(text, int(m.Start), int(m.End)); got != m.Text {
				t.Errorf("%s[%d:%d] is %q, want %q", m.Field, m.Start, m.End, got, m.Text)
			}
		}
	}
	if day := rows[0].Day; day == nil || *day != 20317 {
		t.Errorf("2025-08-17 is day %v", day)
	}
}

func TestParquetGroupsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 60 MB")
	}
	r := bare()
	r.Body = string(bytes.Repeat([]byte("tin công an "), 100_000))
	var size countingWriter
	w := NewParquet(&size)
	for i := range 48 {
		r.Title = fmt.Sprint(i)
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
		if i == 40 && size == 0 {
			t.Error("50 MB of text and nothing is written yet")
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

type countingWriter int

func (c *countingWriter) Write(b []byte) (int, error) {
	*c += countingWriter(len(b))
	return io.Discard.Write(b)
}
