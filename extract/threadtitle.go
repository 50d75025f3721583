package extract

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// withoutTag is the line of the headline without what stands before it in an element of its
// own: the mark of a kind of threads, [thảo luận] X, or the link back to the list.
func (r titleFinder) withoutTag() string {
	b := &r.Blocks[r.Title]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.T0 != b.T0 {
			continue
		}
		rest := lines.Squeeze(string(r.Text[min(x.T1, b.T1):b.T1]))
		bare := strings.TrimLeft(rest, " :»›>")
		switch {
		case lines.Count(bare) < shortestTitle:
		case r.kindOfThread(x), r.backLink(x):
			return rest
		case x.LinkOf(longestButton) && bare != rest: // a section
			return bare
		}
	}
	return r.Line(r.Title)
}

// kindOfThread tells the mark of a kind of threads: a label by its name, or a link in square
// brackets.
func (r titleFinder) kindOfThread(x *dom.Elem) bool {
	for _, name := range []string{"label", "prefix"} {
		if strings.Contains(dom.Attr(x.Node, "class"), name) {
			return true
		}
	}
	text := r.Text[x.T0:x.T1]
	return x.Tag == atom.A && bytes.HasPrefix(text, []byte("[")) && bytes.HasSuffix(text, []byte("]"))
}

// backLink tells a link inside a headline that only leads back: Trở lại.
func (r titleFinder) backLink(x *dom.Elem) bool {
	return x.LinkOf(longestButton) && r.Known.Widget.Is(lines.Fold(string(r.Text[x.T0:x.T1])))
}

// unlabelled takes off what a forum prints before the headline of a thread:
// "Chủ đề: X" on a page that calls itself X.
func (r titleFinder) unlabelled(text string) string {
	label, rest, ok := strings.Cut(text, ": ")
	if !ok {
		return text
	}
	if r.Thread.First == 0 { // of one post
		return cmp.Or(countedThread(r.View, label, rest), text)
	}
	labelled := r.Known.Thread.Is(lines.Fold(label))
	if labelled && lines.Count(rest) >= shortestTitle {
		text = rest // the page may call itself so too
	}
	if whole := r.MetaTitle(); whole != "" && strings.HasPrefix(lines.Fold(rest), lines.Fold(whole)) && (labelled || lines.Count(whole) >= shortestTitle) {
		return whole // Tác giả Chủ đề: X (Đọc 345 lần)
	}
	begins := func(line string) bool {
		f := lines.Fold(line)
		return slices.ContainsFunc(r.foldedTitles(), func(t string) bool { return strings.HasPrefix(t, f) })
	}
	if text == rest || begins(rest) {
		return rest
	}
	return text
}

// countedThread is what a page calls itself where that stands between the label of a thread and a bracket: Tác giả
// Chủ đề: X (Đã xem 345 lần).
func countedThread(r *view.View, label, rest string) string {
	whole := r.MetaTitle()
	counted, found := strings.CutPrefix(rest, whole)
	if whole == "" || !found || !r.Known.Thread.Ends(lines.Fold(label)) || !strings.HasPrefix(strings.TrimSpace(counted), "(") {
		return ""
	}
	return whole
}

// forumMarks stand between the parts of a forum's title besides dashes.
var forumMarks = strings.NewReplacer(" :: ", " - ", " • ", " - ")

// afterLabel is what stands behind the part of a forum's title that only says what
// follows, all of it where there is none: "Diễn đàn A - Xem chủ đề - X".
func (r titleFinder) afterLabel(title string) string {
	for rest, found := forumMarks.Replace(title), true; found; {
		var head string
		head, rest, found = strings.Cut(rest, " - ")
		if r.Known.Thread.Is(lines.Fold(head)) {
			return rest
		}
	}
	return title
}

// behindThread tells whether a line says a title right behind the label of a thread.
func (r titleFinder) behindThread(line, title string) bool {
	label, rest, found := strings.Cut(line, title)
	return found && strings.HasPrefix(rest, " ") && r.Known.Thread.Ends(strings.TrimSuffix(label, " "))
}
