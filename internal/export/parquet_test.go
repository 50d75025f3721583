package export

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
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

// TestParquetMemory holds that what the writer keeps does not grow with what it
// has written.
func TestParquetMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 200 MB")
	}
	var size countingWriter
	w := NewParquet(&size)
	live := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	r := sample(t)
	text := r.Body + strings.Repeat(" "+strings.Repeat("x", 999), 64)
	var after1000 uint64
	for i := range 3000 {
		r.Body = text + fmt.Sprint(i)
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
		if i == 1000 {
			after1000 = live()
		}
	}
	if size == 0 {
		t.Error("nothing is written yet")
	}
	if now := live(); now > after1000+groupBytes*2 {
		t.Errorf("%d MB are held after 1000 records, %d MB after 3000", after1000>>20, now>>20)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

type countingWriter int

func (c *countingWriter) Write(b []byte) (int, error) {
	*c += countingWriter(len(b))
	return len(b), nil
}
