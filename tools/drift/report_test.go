package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReport holds what is printed of records that changed, appeared and went.
func TestReport(t *testing.T) {
	was := `{"source":{"path":"a"},"title":"Một","body":"Hai\n\nBa","dates":[{"value":"2025"},{"value":"2024"}]}
{"source":{"path":"b","record":"r1"},"dates":[{"value":"2025"},{"value":"2025"}],"agencies":[{"id":"vn/a","name":"A","kind":"police"},{"id":"vn/b"}]}
{"source":{"path":"c"},"title":"Một"}
{"source":{"path":"d"},"title":"Một","site":"x.vn"}
`
	is := `{"source":{"path":"a"},"title":"Một","body":"Hai\n\nBốn","dates":[{"value":"2024"},{"value":"2026"}]}
{"source":{"path":"b","record":"r1"},"dates":[{"value":"2025"}],"agencies":[{"id":"vn/a","name":"A","kind":"court","place":"Huế"}]}
{"source":{"path":"d"},"title":"Một","site":"y.vn"}
{"source":{"path":"e"},"title":"Một"}
`
	var out strings.Builder
	r := report{fields: []string{"title", "body", "dates", "agencies"}, most: 10, counts: map[string]int{}}
	if err := r.write(&out, records(t, was), records(t, is)); err != nil {
		t.Fatal(err)
	}
	want := `== a
  - body Ba
  + body Bốn
  - dates {"value":"2025"}
  + dates {"value":"2026"}
== b r1
  ~ dates in another order, or another number of times
  - agencies vn/a kind police
  + agencies vn/a kind court
  + agencies vn/a place Huế
… 5 more lines: -all prints them
4 of 4 records changed, body of 1, dates of 2, agencies of 1
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	r = report{fields: []string{"title"}, most: 6, counts: map[string]int{}}
	out.Reset()
	if err := r.write(&out, records(t, was), records(t, was)); err != nil || out.String() != "0 of 4 records changed\n" {
		t.Errorf("%v\n%s", err, &out)
	}
}

func records(t *testing.T, lines string) []record {
	t.Helper()
	all, err := parse([]byte(lines))
	if err != nil {
		t.Fatal(err)
	}
	return all
}
