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
	switch sig := r.Known.Sign(words); {
	case sig.Ranked, sig.Named && saysMore(r, words, sig.Authors):
		return sig.Authors
	}
	return nil
}

// saysMore tells what a section of the site is not called: a team, what was done behind a name, a paper,
// or several names of which one begins with a surname.
func saysMore(r besideTime, words string, names []string) bool {
	switch len(names) {
	case 0:
		return false
	case 1:
		return !strings.HasPrefix(words, names[0]) || strings.Trim(words[len(names[0]):], " ,.;|-–•·") != "" || r.Known.Team.Opens(words)
	}
	return slices.ContainsFunc(names, r.Known.Surname.Opens)
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
	case r.Known.Place.Is(lines.Lower(words)):
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
	if len(of.signing(line)) > 0 && of.mayName(i, line) {
		return true
	}
	return source{of}.sourceLine(line) != ""
}
