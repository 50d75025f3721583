package byline

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// alone reads a name that is all of an element, or names that a label or a mark shows.
func (r besideTime) alone(words string) []string {
	if r.Known.IsReporter(words) {
		return []string{r.Known.WithoutDegree(words)}
	}
	if sig := r.Known.Sign(words); sig.Marked && sig.Named {
		return sig.Authors
	}
	return nil
}

// signing reads a line or an element that is nothing but who wrote.
func (r besideTime) signing(words string) []string {
	if names := r.alone(words); len(names) > 0 {
		return names
	}
	if quoted, _ := r.Known.Quoted(words); len(quoted.Authors) > 0 { // Theo Lan Anh (Báo Mẫu)
		return quoted.Authors
	}
	switch sig := r.Known.Sign(words); {
	case sig.Ranked, sig.Named && saysMore(r, words, sig.Authors):
		return sig.Authors
	}
	return nil
}

// signingLine reads a line beside the time that is nothing but who wrote. Names in elements of their own, of
// which none begins with a surname, may be sections: <span>Chợ Phiên</span> & <span>Bản Làng</span>.
func (r besideTime) signingLine(i int) []string {
	line := r.Line(i)
	names, pieces := r.signing(line), len(view.Pieces(r.View, i))
	if beside := parted(r).sideBySide(i); len(names) == 0 && len(beside) == 1 && Titled(r.View, i) { // <a>Lan Anh</a><i>Biên tập viên</i>
		return beside
	}
	switch {
	case !r.mayName(i, line), r.Blocks[i].Linked > 0 && pieces > len(names): // buttons
		return nil
	case len(names) < 2, slices.ContainsFunc(names, r.Known.Surname.Opens), pieces == 1:
		return names
	}
	return nil
}

// Titled tells a line with an element that says what a writer is.
func Titled(r *view.View, i int) bool {
	return slices.ContainsFunc(view.Pieces(r, i), func(p view.Piece) bool { return p.Elem != nil && r.Known.Byline.Equals(p.Text) })
}

// BesideTime tells two blocks of which one is a time and the other the name of a person.
func BesideTime(r *view.View, i int) bool {
	of := besideTime{Finder{r}}
	names := func(j int) bool { return r.Known.IsReporter(r.Line(j)) && of.namesPerson(r.Line(j)) }
	return r.TimeAlone(i+1) && names(i) || r.TimeAlone(i) && names(i+1)
}

// saysMore tells what a section of the site is not called: a team, what was done behind a name, a paper,
// or several names.
func saysMore(r besideTime, words string, names []string) bool {
	if len(names) != 1 {
		return len(names) > 1
	}
	rest, begins := strings.CutPrefix(words, names[0])
	return !begins || strings.Trim(rest, " ,.;|-–•·") != "" || r.Known.Team.Opens(words)
}

// namesPersons reads a name of three words, or of two that begin with a surname, or a line that signs
// and is more than a name.
func (r besideTime) namesPersons(words string) []string {
	names := r.signing(words)
	if slices.Equal(names, []string{words}) && !r.namesPerson(words) {
		return nil
	}
	return names
}

// namesPerson tells a name of three words, or of two that begin with a surname.
func (r besideTime) namesPerson(words string) bool {
	switch {
	case r.Known.Place.Equals(words):
		return false
	case lines.Count(words) > 2, r.Known.Surname.Opens(words), r.Known.Team.Opens(words):
		return true
	}
	return false
}

// Opens tells a line that begins with words that name a writer, before names: Phóng sự của Lan Anh.
func Opens(r *view.View, i int) bool {
	if r.Blocks[i].Words > longestBelow || !r.Known.By.Opens(r.Line(i)) {
		return false
	}
	sig := r.Known.Sign(r.Known.UntilDate(r.Line(i)))
	return sig.Marked && sig.Named
}

// Signs tells a line beside a time of publication that says who wrote, or of which paper the text is.
func Signs(r *view.View, i int) bool {
	of := besideTime{Finder{r}}
	line := r.Line(i)
	if len(of.signingLine(i)) > 0 {
		return true
	}
	return source{of}.sourceLine(line) != ""
}
