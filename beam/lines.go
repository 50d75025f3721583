package beam

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// partOf tells which part of an output a key falls to.
func partOf(key string, parts int) int {
	sum := sha256.Sum256([]byte(key))
	return int(binary.BigEndian.Uint64(sum[:]) % uint64(parts))
}

// WriteFn writes the lines of a part, sorted.
type WriteFn struct {
	Output, Kind string
	Parts        int
}

// ProcessElement writes one part; one without lines too, so that none of an
// earlier run stays.
func (f *WriteFn) ProcessElement(ctx context.Context, part int, next func(*string) bool) error {
	var lines []string
	for l := ""; next(&l); {
		if l != "" {
			lines = append(lines, l)
		}
	}
	slices.Sort(lines)
	out, err := create(ctx, f.Output, partName(f.Kind, part, f.Parts, "jsonl"))
	if err != nil {
		return err
	}
	defer out.discard()
	for _, l := range lines {
		if _, err := out.WriteString(l); err != nil {
			return err
		}
	}
	if err := out.commit(); err != nil {
		return err
	}
	sdk.NewCounter(namespace, f.Kind).Inc(ctx, int64(len(lines)))
	return nil
}

// SiteFn writes how many articles a site has.
type SiteFn struct{}

// Site is a line of the output of sites.
type Site struct {
	Site     string `json:"site"`
	Articles int    `json:"articles"`
}

// ProcessElement takes one site.
func (SiteFn) ProcessElement(name string, articles int, emit func(int, string)) error {
	line, err := jsonLine(Site{name, articles})
	if err == nil {
		emit(0, line)
	}
	return err
}

func sum(a, b int) int { return a + b }

// EmptyFn gives a part a line of nothing.
type EmptyFn struct{}

// ProcessElement takes one part.
func (EmptyFn) ProcessElement(part int, emit func(int, string)) { emit(part, "") }

// write writes lines into parts, every part of them.
func write(s sdk.Scope, lines sdk.PCollection, output, kind string, parts int) {
	s = s.Scope("Write " + kind)
	all := make([]int, parts)
	for i := range all {
		all[i] = i
	}
	empty := sdk.ParDo(s, &EmptyFn{}, sdk.CreateList(s, all))
	sdk.ParDo0(s, &WriteFn{output, kind, parts}, sdk.GroupByKey(s, sdk.Flatten(s, lines, empty)))
}
