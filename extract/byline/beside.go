package byline

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// besideTime finds who wrote in and beside the lines of publication below the headline.
type besideTime struct{ Finder }

// besideRows read who wrote from a line of publication, in this order; the first that finds
// a name is taken.
var besideRows = []struct {
	name string
	read func(r besideTime, i int) []string
}{
	{"element among others", besideTime.amongElements},
	{"before the day, with nothing between", besideTime.beforeDay},
	{"part between bars or dashes", besideTime.betweenBars},
	{"before the day and a comma", besideTime.beforeComma},
	{"behind the day and a comma", besideTime.behindComma},
	{"behind the day, with nothing between", besideTime.behindDay},
	{"behind words that name a writer", besideTime.behindWords},
	{"behind the icon of a writer", besideTime.behindIcon},
	{"account", func(r besideTime, i int) []string { return r.account(r.Line(i)) }},
	{"element named as the author's", func(r besideTime, i int) []string { return parted(r).authorElement(i) }},
	{"element of its own", besideTime.ownElement},
	{"line of its own", besideTime.ownLine},
	{"full name above what he is", aboveTitled},
}

// besideDate reads "Tác giả: X" or the name of a reporter in a line of publication below the
// headline or beside it, and the source that such a line names.
func (r besideTime) besideDate(first, b0 int) (authors []string, credit string) {
	return writers(r, r.dated(first, b0))
}

// closingDate reads them from a line of publication that closes the text, or stands right behind it, of
// a page that has none in its head: else it may be a reader's.
func closingDate(r besideTime, first, b0, b1 int) []string {
	const last = 3
	for range r.dated(first, b0) {
		return nil
	}
	for i := min(b1, len(r.Blocks)-1); i >= max(b0, b1-last) && !r.Sentence(i); i-- {
		if closesDated(r, i, b1) {
			authors, _ := writers(r, slices.Values([]int{i}))
			return authors
		}
	}
	return nil
}

// closesDated tells a line of publication at the end of the text, the first reader's left out.
func closesDated(r besideTime, i, b1 int) bool {
	switch e := &r.Elems[r.Blocks[i].Elem]; {
	case r.Blocks[i].Words > longestDated, e.Hint&dom.HintComment != 0:
		return false
	case i == b1 && (i == 0 || e.Parent != r.Elems[r.Blocks[i-1].Elem].Parent):
		return false
	}
	return r.PrintsDate(i)
}

// writers reads the lines of publication one after the other, until one names who wrote.
func writers(r besideTime, dated iter.Seq[int]) (authors []string, credit string) {
	for i := range dated {
		credit = cmp.Or(credit, source{r}.of(i))
		for _, row := range besideRows {
			if authors = row.read(r, i); len(authors) > 0 {
				return authors, credit
			}
		}
	}
	return nil, credit
}

// parts are the pieces of a line of publication.
func (r besideTime) parts(i int) []string {
	line := r.Line(i)
	if strings.Count(line, ": ") > 1 {
		line = strings.ReplaceAll(line, ". ", "|") // Người gửi: A. Ngày gửi: …
	}
	return strings.Split(lines.Parted.Replace(line), "|")
}

// betweenBars reads the parts of a line that sign, one behind another.
func (r besideTime) betweenBars(i int) (authors []string) {
	for _, part := range r.parts(i) {
		names := r.signedPart(i, strings.TrimSpace(part))
		if len(authors) > 0 && len(names) == 0 {
			break
		}
		authors = append(authors, names...)
	}
	return authors
}

func (r besideTime) beforeComma(i int) []string {
	name, rest, found := strings.Cut(r.Line(i), ", ")
	switch {
	case !found, r.Known.Letterhead(r.Line(i)): // Mẫu Sơn, ngày 05/03/2021
	case r.Known.IsFullName(name):
		return []string{name}
	case lines.HasClock([]byte(rest)) && r.Known.IsStamp(rest, lines.Fold(rest)): // a place has no hour behind it
		if r.mayName(i, name) {
			return r.alone(name)
		}
	}
	return nil
}

// beforeDay reads a name before a day, with nothing but room between, as where icons were drawn:
// Lan Anh 05/03/2021 3.
func (r besideTime) beforeDay(i int) []string {
	line := r.Line(i)
	name := r.Known.UntilDate(line)
	rest := strings.TrimRight(line[len(name):], " 0123456789")
	rest = line[len(name):min(len(line), len(name)+len(rest)+len("/2021"))]
	name = strings.TrimRight(strings.TrimSpace(name), " (")
	names := r.signing(name)
	if len(names) == 0 {
		names = r.inCapitals(name)
	}
	if len(names) > 1 { // Điện Biên - Lan Anh - 05/03/2021
		names = slices.DeleteFunc(names, func(name string) bool { return r.Known.Place.Is(lines.Lower(name)) })
	}
	if len(names) > 0 && r.mayName(i, name) && r.Known.IsStamp(strings.TrimSpace(rest), lines.Fold(rest)) {
		return names
	}
	return nil
}

// inCapitals reads names in capitals of which the first is surely one: MINH HIỀN - ĐÌNH TUYỂN.
func (r besideTime) inCapitals(words string) []string {
	if words != strings.ToUpper(words) {
		return nil
	}
	sig := r.Known.Sign(words)
	if len(sig.Authors) > 1 && sig.Source == "" && r.Known.IsReporter(sig.Authors[0]) {
		return sig.Authors
	}
	return nil
}

// account reads the name of an account behind words that name a writer, one word before the
// day: Gửi bởi lan.anh vào T6, 05/03/2021.
func (r besideTime) account(line string) []string {
	f := lines.Lower(line)
	n := r.Known.By.Begins(f)
	if n == 0 {
		return nil
	}
	words := lines.WordsFrom(line, lines.Count(f[:n]))
	if r.Known.SiteUser.Opens(words) { // Tác giả: Đang cập nhật
		return nil
	}
	if name := r.smallName(words); name != "" {
		return []string{name}
	}
	name, rest, _ := strings.Cut(words, " ")
	dated := rest == "" || lines.HasPrefixAny([]byte(rest), "0", "1", "2", "3") || r.Known.DayWord.Opens(rest)
	switch {
	case !dated, r.ofSite(name), strings.ContainsAny(name, "{}<>"), strings.Trim(name, "0123456789:/-.") == "":
		return nil
	}
	return []string{strings.TrimRight(name, "|,")}
}

// smallName is a name of two or three words in small letters before a mark and a day: mèo mun · 05/03/2021.
func (r besideTime) smallName(words string) string {
	before := r.Known.UntilDate(words)
	name := strings.TrimRight(before, " ·|-–•")
	switch {
	case before == words, name == strings.TrimRight(before, " "), r.ofSite(name), !lines.LettersOnly(name), name != strings.ToLower(name), lines.Count(name) > longestUser:
		return ""
	}
	return name
}

// ofSite tells an account of the site's own people by how it begins: quantrihuyen.
func (r besideTime) ofSite(account string) bool {
	f := lines.Lower(account)
	for n := shortestOfSite; n <= len(f); n++ {
		if r.Known.SiteUser.Is(f[:n]) {
			return true
		}
	}
	return r.Known.SiteUser.Is(f)
}

// shortestOfSite is how long the head of such an account is, in bytes.
const shortestOfSite = len("admin")

// behindBy is the name in an element right behind words that name a writer: Đăng bởi <b>A</b> trong B.
func (r besideTime) behindBy(i int) string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
		if r.Known.By.Equals(strings.TrimSpace(string(r.Text[b.T0:x.T0]))) && r.Known.IsReporter(name) {
			return name
		}
	}
	return ""
}

// signedPart reads the names in one part of a line of publication.
func (r besideTime) signedPart(i int, part string) []string {
	switch quoted, ok := r.Known.Quoted(part); {
	case len(quoted.Authors) > 0: // Theo Lan Anh (Báo Mẫu)
		return quoted.Authors
	case ok && r.Known.IsReporter(quoted.Source): // Theo Lan Anh
		return []string{quoted.Source}
	}
	sig := r.Known.Sign(part)
	switch {
	case sig.Labelled, sig.Marked && sig.Named, r.Known.IsFullName(part):
		return sig.Authors
	case sig.Ranked:
		return sig.Authors
	case sig.Named && len(sig.Authors) > 0 && r.mayName(i, sig.Authors[0]):
		return sig.Authors
	}
	return nil
}

// mayName tells words that may be a name of two: no place is called so, and no link of the line, which may
// be a section, unless they begin with a surname or it leads to the page about a writer, or to no section.
func (r besideTime) mayName(i int, words string) bool {
	f := lines.Lower(words)
	switch {
	case r.Known.Place.Is(f), namedSection(r.View, i, words):
		return false
	case r.Blocks[i].Linked == 0, r.Known.Surname.Begins(f) > 0:
		return true
	}
	return r.Whole(i)&dom.HintWriter != 0 || reporters(r, i) == 1 && !linked(r, i, words)
}

// linked tells words that are, or stand in, a link of a line.
func linked(r besideTime, i int, words string) bool {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.Tag == atom.A && strings.Contains(string(r.Text[x.T0:x.T1]), words) {
			return true
		}
	}
	return false
}

// reporters counts the parts of a line that may be names.
func reporters(r besideTime, i int) (n int) {
	for _, part := range r.parts(i) {
		if r.Known.IsReporter(strings.TrimSpace(part)) {
			n++
		}
	}
	return n
}

// ownElement reads the name in an element of a line that is nothing but a time beside it.
func (r besideTime) ownElement(i int) []string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
		if x.T1 > b.T1 || x.Tag == atom.A || x.Hint&dom.HintSection != 0 {
			continue
		}
		names := r.alone(name)
		if len(names) == 0 {
			continue
		}
		rest := string(r.Text[b.T0:x.T0]) + " " + r.uncounted(i, x.T1)
		if r.Known.IsStamp(rest, lines.Fold(rest)) {
			return names
		}
	}
	return nil
}

// amongElements reads the name in an element of a line of elements that are each a time, a section, a paper
// or a count: <a>Nông nghiệp</a><span>05/03/2021</span><span>Út Hậu Giang</span>. Two words that begin
// with no surname need a section or paper beside them, which they might be else.
func (r besideTime) amongElements(i int) (found []string) {
	var pair []string
	timed, named := false, false
	for _, p := range view.Pieces(r.View, i) {
		f := lines.Fold(p.Text)
		switch {
		case p.Elem == nil && f != "":
			return nil
		case p.Elem != nil && p.Elem.Hint&dom.HintSection != 0:
		case p.Elem == nil, r.Known.IsCrew(p.Text), r.Known.CreditOf(p.Text) != "", r.Known.Widget.Begins(f) > 0, r.Known.Counter.Is(strings.Trim(f, " 0123456789")):
		case p.Elem.Tag == atom.A, r.Known.IsPaper(p.Text):
			named = true
		case r.Known.IsStamp(p.Text, f):
			timed = true
		case found == nil && r.namesPersons(p.Text) != nil:
			found = r.namesPersons(p.Text)
		case pair == nil && r.Known.IsReporter(p.Text):
			pair = []string{p.Text}
		case !r.hasLink(p.Elem) && !parted(r).ofName(p.Text):
			return nil
		}
	}
	switch {
	case !timed:
		return nil
	case found == nil && named:
		return pair
	}
	return found
}

// hasLink tells an element with a link inside.
func (r besideTime) hasLink(e *dom.Elem) bool {
	return e.Node.FirstChild != nil && e.Node.FirstChild.DataAtom == atom.A
}

// uncounted is what a line says from a byte of the text on without the elements at its end that
// count something: how long the text takes to read.
func (r besideTime) uncounted(i, from int) string {
	b := &r.Blocks[i]
	end := b.T1
	for e := b.E1 - 1; e >= b.E0; e-- {
		x := &r.Elems[e]
		if x.T1 == end && x.T0 >= from && r.Known.Counter.Is(strings.Trim(lines.Fold(string(r.Text[x.T0:x.T1])), " 0123456789")) {
			end = max(from, x.T0)
		}
	}
	return string(r.Text[from:end])
}

// ownLine reads the name beside a line that is nothing but a time, in the same box.
func (r besideTime) ownLine(i int) []string {
	if !view.TimeLine(r.View, i) {
		return nil
	}
	for j := max(0, i-1); j <= min(i+1, len(r.Blocks)-1); j++ {
		if j == i || j >= r.B0 && r.Blocks[j].Cut == "" || !r.sameBox(i, j) {
			continue
		}
		if names := r.signingLine(j); len(names) > 0 {
			return names
		}
	}
	return nil
}

// sameBox tells whether two blocks stand in one element, each in one of its own perhaps.
func (r besideTime) sameBox(i, j int) bool {
	a, b := r.Blocks[i].Elem, r.Blocks[j].Elem
	up := r.Elems[b].Parent
	return up == r.Elems[a].Parent || up == a
}

// dated goes over the lines of publication below the headline.
func (r besideTime) dated(first, b0 int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := max(0, first-mostAbove); i < min(len(r.Blocks), b0+2); i++ {
			if r.Blocks[i].Words > longestDated || !r.PrintsDate(i) && !view.Ago(r.View, i) || i < first && !r.ofHead(i, first) {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// longestDated is how many words a line of publication has at most.
const longestDated = 26

// ofHead tells a block below the headline, or above it in a box that begins with the head of the
// article.
func (r besideTime) ofHead(i, first int) bool {
	return i >= first || r.Above(r.Blocks[i].Elem, func(e *dom.Elem) bool { return e.Spans(r.Title) && e.B0 >= first-mostAbove })
}
