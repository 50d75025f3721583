package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// report prints what differs between two lists of records.
type report struct {
	fields  []string
	most    int // lines that are printed
	out     []string
	changed int // records
	counts  map[string]int
}

func (r *report) write(w io.Writer, was, is []record) error {
	old := map[string]record{}
	for _, x := range was {
		old[x.key] = x
	}
	for _, x := range is {
		before, known := old[x.key]
		delete(old, x.key)
		if !known {
			r.only(x.key, "+", "is read now")
			continue
		}
		r.compare(before, x)
	}
	for _, x := range was {
		if _, gone := old[x.key]; gone {
			r.only(x.key, "-", "is read no more")
		}
	}
	for _, line := range r.out[:min(len(r.out), r.most)] {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	if more := len(r.out) - r.most; more > 0 {
		fmt.Fprintf(w, "… %d more lines: -all prints them\n", more)
	}
	_, err := fmt.Fprintf(w, "%d of %d records changed%s\n", r.changed, max(len(was), len(is)), r.summary())
	return err
}

func (r *report) only(key, sign, what string) {
	r.changed++
	r.out = append(r.out, "== "+key, "  "+sign+" "+what)
}

// summary says in how many records each field changed.
func (r *report) summary() (s string) {
	for _, f := range r.fields {
		if n := r.counts[f]; n > 0 {
			s += fmt.Sprintf(", %s of %d", f, n)
		}
	}
	return s
}

// compare prints the fields in which two records differ.
func (r *report) compare(was, is record) {
	var lines []string
	for _, f := range r.fields {
		diff := differences(f, was.fields[f], is.fields[f])
		if len(diff) > 0 {
			r.counts[f]++
		}
		lines = append(lines, diff...)
	}
	if len(lines) > 0 {
		r.changed++
		r.out = append(append(r.out, "== "+is.key), lines...)
	}
}

// differences gives the pieces of a field that only one of two values has: those that were
// with a minus, those that are with a plus; of two with one ID, what of them is not the same.
func differences(field string, was, is json.RawMessage) (lines []string) {
	before, after := pieces(was), pieces(is)
	fresh := map[string]string{}
	for _, x := range after {
		if id := idOf(x); id != "" && !slices.Contains(before, x) {
			fresh[id] = x
		}
	}
	for _, x := range before {
		other, both := fresh[idOf(x)]
		switch {
		case slices.Contains(after, x):
		case both:
			delete(fresh, idOf(x))
			lines = append(lines, within(field+" "+idOf(x), x, other)...)
			after = slices.DeleteFunc(after, func(y string) bool { return y == other })
		default:
			lines = append(lines, "  - "+field+" "+cut(x))
		}
	}
	for _, x := range after {
		if !slices.Contains(before, x) {
			lines = append(lines, "  + "+field+" "+cut(x))
		}
	}
	if len(lines) == 0 && !slices.Equal(before, after) {
		lines = append(lines, "  ~ "+field+" in another order, or another number of times")
	}
	return lines
}

// idOf gives the ID of an element, "" of one that has none.
func idOf(x string) string {
	var named struct{ ID string }
	if json.Unmarshal([]byte(x), &named) != nil {
		return ""
	}
	return named.ID
}

// within gives the keys in which two elements differ.
func within(name, was, is string) (lines []string) {
	var before, after map[string]json.RawMessage
	if json.Unmarshal([]byte(was), &before) != nil || json.Unmarshal([]byte(is), &after) != nil {
		return nil
	}
	keys := map[string]bool{}
	for _, x := range []map[string]json.RawMessage{before, after} {
		for key := range x {
			keys[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		lines = append(lines, differences(name+" "+key, before[key], after[key])...)
	}
	return lines
}

// pieces gives the elements of a list, or the paragraphs of a text.
func pieces(value json.RawMessage) (all []string) {
	if len(value) == 0 {
		return nil
	}
	var list []json.RawMessage
	if json.Unmarshal(value, &list) == nil {
		for _, x := range list {
			all = append(all, compact(x))
		}
		return all
	}
	var text string
	if json.Unmarshal(value, &text) == nil {
		return strings.Split(text, "\n\n")
	}
	return []string{compact(value)}
}

func compact(value json.RawMessage) string {
	var out bytes.Buffer
	if json.Compact(&out, value) != nil {
		return string(value)
	}
	return out.String()
}

// mostRunes is how much of a piece is shown, in code points.
const mostRunes = 300

func cut(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= mostRunes {
		return s
	}
	return string([]rune(s)[:mostRunes]) + "…"
}
