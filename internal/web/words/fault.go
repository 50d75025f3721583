package words

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Fault gives a line of boctin check in the language: file and key stay as they are, and
// so does a line that there are no words for. The words in English, as they are formatted,
// are the keys.
func (w *Words) Fault(line string) string {
	for _, at := range begins.FindAllStringIndex(line, -1) {
		for _, f := range w.faults {
			if m := f.said.FindStringSubmatch(line[at[1]:]); m != nil {
				return line[:at[1]] + f.in(m[1:])
			}
		}
	}
	return line
}

// begins are the places at which what is wrong may begin: behind file and key.
var begins = regexp.MustCompile(`^|: |\.`)

// fault is one thing that boctin check says.
type fault struct {
	said *regexp.Regexp // a group for each value
	text string         // a verb for each value
}

// value is how a verb of a format is printed.
var value = map[string]string{"%q": `("(?:[^"\\]|\\.)*")`, "%d": `(\d+)`, "%s": `(.*)`, "%v": `(.*)`, "%w": `(.*)`}

var verb = regexp.MustCompile(`%(?:\[\d\])?[a-z]`)

// newFault reads a format and its translation. A translation may give the values in
// another order, as %[2]s.
func newFault(format, text string) fault {
	var b strings.Builder
	from := 0
	for _, at := range verb.FindAllStringIndex(format, -1) {
		b.WriteString(regexp.QuoteMeta(format[from:at[0]]) + value[format[at[0]:at[1]]])
		from = at[1]
	}
	b.WriteString(regexp.QuoteMeta(format[from:]))
	return fault{regexp.MustCompile(`(?s)^` + b.String() + `$`), verb.ReplaceAllStringFunc(text, func(v string) string { return v[:len(v)-1] + "s" })}
}

// in gives the translation with the values as they were printed.
func (f fault) in(values []string) string {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	return fmt.Sprintf(f.text, args...)
}

// Faults gives each line as Fault does.
func (w *Words) Faults(lines []string) []string {
	out := slices.Clone(lines)
	for i, line := range out {
		out[i] = w.Fault(line)
	}
	return out
}
