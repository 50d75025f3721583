package byline

import (
	"cmp"
	"iter"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// parted puts a bar in the place of what parts the pieces of a line of publication.
var parted = strings.NewReplacer(" - ", "|", " – ", "|", " / ", "|", "•", "|", "·", "|", ";", "|")

// besideDate reads "Tác giả: X" or the name of a reporter between bars or dashes in a line
// of publication below the headline, in an element of its own there, or right beside it;
// and the source that such a line names.
func (r Finder) besideDate(first, b0 int) (authors []string, credit string) {
	for i := range r.dated(first, b0) {
		line := r.Line(i)
		if strings.Count(line, ": ") > 1 {
			line = strings.ReplaceAll(line, ". ", "|") // Người gửi: A. Ngày gửi: …
		}
		line = parted.Replace(line)
		for part := range strings.SplitSeq(line, "|") {
			if sig, ok := r.quotedPart(part); ok {
				credit = cmp.Or(credit, sig.Source)
			}
			if len(authors) == 0 {
				authors = r.signedPart(i, strings.TrimSpace(part))
			}
		}
		if name, _, found := strings.Cut(line, ", "); len(authors) == 0 && found && r.Known.IsFullName(name) {
			authors = []string{name}
		}
		if at := strings.LastIndex(line, ", "); len(authors) == 0 && at > 0 {
			if sig := r.Known.Sign(line[at+2:]); sig.Marked && sig.Named {
				authors = sig.Authors
			}
		}
		if len(authors) == 0 {
			authors = r.account(r.Line(i))
		}
		if len(authors) == 0 {
			authors = r.ownElement(i)
		}
		if len(authors) > 0 {
			return authors, credit
		}
	}
	return nil, credit
}

// account reads the name of an account behind words that name a writer, one word before the
// day: Gửi bởi lan.anh vào T6, 05/03/2021.
func (r Finder) account(line string) []string {
	n := r.Known.By.Begins(lines.Lower(line))
	if n == 0 {
		return nil
	}
	name, rest, _ := strings.Cut(lines.WordsFrom(line, lines.Count(lines.Lower(line)[:n])), " ")
	dated := rest == "" || lines.HasPrefixAny([]byte(rest), "0", "1", "2", "3") || r.Known.DayWord.Begins(lines.Lower(rest)) > 0
	if !dated || r.Known.SiteUser.Is(lines.Lower(name)) || strings.Trim(name, "0123456789:/-.") == "" {
		return nil
	}
	return []string{name}
}

// quotedPart reads "Nguồn: X" in a line of publication.
func (r Finder) quotedPart(part string) (lines.Signature, bool) {
	if !strings.Contains(part, ":") {
		return lines.Signature{}, false
	}
	return r.Known.Quoted(strings.TrimSpace(part))
}

// signedPart reads the names in one part of a line of publication. Two words are a name
// where no part of the line is a link, which may be a section.
func (r Finder) signedPart(i int, part string) []string {
	sig := r.Known.Sign(part)
	switch {
	case len(sig.Authors) == 0:
	case sig.Labelled, sig.Marked && sig.Named, r.Known.IsFullName(part), sig.Named && sig.Source == "" && r.Blocks[i].Linked == 0 && !r.Known.Place.Is(lines.Lower(part)):
		return sig.Authors
	}
	return nil
}

// ownElement reads the name in an element of a line that is nothing but a time beside it,
// and in the lines beside one that is nothing else.
func (r Finder) ownElement(i int) []string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.T0 < b.T0 || x.T1 > b.T1 || x.T1 == x.T0 || x.Tag == atom.A {
			continue
		}
		rest := string(r.Text[b.T0:x.T0]) + " " + string(r.Text[x.T1:b.T1])
		if name := lines.Squeeze(string(r.Text[x.T0:x.T1])); r.Known.IsReporter(name) && r.Known.IsStamp(rest, lines.Fold(rest)) {
			return []string{name}
		}
	}
	if !r.Known.IsStamp(r.Line(i), r.Folded(i)) {
		return nil
	}
	for _, j := range []int{i - 1, i + 1} {
		if j > r.Title && j < r.B0 && r.Elems[r.Blocks[j].Elem].Parent == r.Elems[b.Elem].Parent && r.Blocks[j].Linked == 0 && r.Known.IsReporter(r.Line(j)) && !r.Known.Place.Is(lines.Lower(r.Line(j))) {
			return []string{r.Line(j)}
		}
	}
	return nil
}

// userBesideDate reads the name in an element named as the writer's of a forum, in a line
// of publication below the headline: "bắt đầu bởi lao_nong, 6/10/25".
func (r Finder) userBesideDate(first, b0 int) []string {
	for i := range r.dated(first, b0) {
		b := &r.Blocks[i]
		for e := b.E0; e < b.E1; e++ {
			if name := r.user(&r.Elems[e]); name != "" {
				return []string{name}
			}
		}
	}
	return nil
}

// dated goes over the lines of publication below the headline.
func (r Finder) dated(first, b0 int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := first; i < min(len(r.Blocks), b0+2); i++ {
			if r.Blocks[i].Words <= longestDated && r.PrintsDate(i) && !yield(i) {
				return
			}
		}
	}
}

// longestDated is how many words a line of publication has at most.
const longestDated = 26

// user gives the name in an element that is named as the writer's of a forum, "" where it
// holds none, or the forum's own.
func (r Finder) user(x *dom.Elem) string {
	name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
	switch {
	case x.Hint&dom.HintUser == 0, x.Count() > 1, lines.Count(name) > longestUser, r.Known.SiteUser.Is(lines.Lower(name)):
		return ""
	}
	return name
}

// longestUser is how many words the name of a forum's writer has.
const longestUser = 3
