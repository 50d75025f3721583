package byline

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// source finds of which paper or body a text is, in the head of the article.
type source struct{ besideTime }

// of reads "Nguồn: X" in a line of publication, or "Theo X" in an element of it.
func (r source) of(i int) string {
	for _, part := range r.parts(i) {
		part = r.undated(strings.TrimSpace(part))
		if sig, ok := r.Known.Quoted(part); ok && strings.Contains(part, ":") {
			return sig.Source
		}
		if source := r.behindNames(part); source != "" {
			return source
		}
	}
	for _, p := range view.Pieces(r.View, i) {
		if p.Elem == nil {
			continue
		}
		text := strings.Trim(p.Text, " ,|-–·•")
		if source := r.behindNames(text); source != "" {
			return source
		}
		if sig, ok := r.Known.Quoted(lines.Unbracket(text)); ok && !r.Known.IsReporter(sig.Source) {
			return sig.Source
		}
	}
	return ""
}

// behindNames is the paper behind the names of those who wrote: Lan Anh/TTXVN, Theo Lan Anh (Báo Mẫu).
func (r source) behindNames(part string) string {
	for _, read := range []func(string) lines.Signature{r.Known.Sign, func(s string) lines.Signature { sig, _ := r.Known.Quoted(s); return sig }} {
		switch sig := read(part); {
		case !sig.Named, lines.HasDate([]byte(sig.Source)):
		case sig.Labelled, len(sig.Authors) > 0:
			return sig.Source
		}
	}
	return ""
}

// inHead reads the source in the lines of publication about the headline, or in a line of its
// own between it and the text.
func (r source) inHead(first, b0 int) string {
	for i := range r.dated(first, b0) {
		if source := strings.TrimRight(r.of(i), ") "); source != "" {
			return source
		}
	}
	for i := first; i < min(r.B1, b0+belowHead); i++ {
		switch b := &r.Blocks[i]; {
		case r.Prose(i):
			return ""
		case b.Words > longestLabelled:
			continue
		case b.Cut == "line before the body", i < b0 && r.cites(i):
		default:
			continue
		}
		if source := r.sourceLine(strings.TrimLeft(r.Line(i), " ,")); source != "" {
			return source
		}
	}
	return ""
}

// belowHead is how many blocks the head of an article has inside its body.
const belowHead = 6

// undated is a line without the day in it and what follows.
func (r source) undated(line string) string {
	switch {
	case !lines.HasDate([]byte(line)):
		return line
	}
	if before := r.Known.UntilDate(line); before != line {
		return strings.TrimRight(before, " |-–(•·,")
	}
	return ""
}

// sourceLine reads a line above the text that names a source, alone or behind the names of those who wrote.
func (r source) sourceLine(line string) string {
	line = r.undated(line)
	if sig, ok := r.Known.Quoted(line); ok {
		return sig.Source
	}
	switch sig, paper := r.Known.Sign(line), lines.Unbracket(line); {
	case sig.Labelled, len(sig.Authors) > 0:
		return r.behindNames(line)
	case r.Known.IsPaper(paper), lines.IsOffice(r.Known.Words, paper):
		return paper
	}
	return ""
}

// cites tells a line with the label of a source, or in an element named as one.
func (r source) cites(i int) bool {
	if r.Whole(i)&dom.HintSource != 0 {
		return true
	}
	return bytes.IndexByte(r.Bytes(i), ':') >= 0 && r.Known.Labelled(r.Line(i))
}
