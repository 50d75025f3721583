package lines

import (
	"strings"
)

// Quoted reads a line that names the source of a text: "Theo TTXVN", "Nguồn: X",
// and with the reporter of another paper "Theo Lan Anh (NLĐ)".
func (w *Words) Quoted(line string) (sig Signature, ok bool) {
	line = Unbracket(line)
	source := w.AfterSource(line)
	if source == line {
		return Signature{}, false
	}
	if !UpperFirst(source) && w.Byline.Opens(source) { // Theo phóng viên Lan Anh
		f := Lower(source)
		source = WordsFrom(source, Count(f[:w.Byline.Begins(f)]))
	}
	switch {
	case strings.HasSuffix(line, ","), !w.namesSource(source):
		return Signature{}, false
	}
	return w.Reporter(source), true
}

// namesSource tells whether what stands behind "Theo" begins as a name does:
// with a capital, as an address, or as "báo Dân trí".
func (w *Words) namesSource(s string) bool {
	if UpperFirst(s) || strings.Contains(s, ".") {
		return true
	}
	n := w.Outlet.Begins(Lower(s))
	return UpperFirst(WordsFrom(s, Count(Lower(s)[:n])))
}

// Unbracket takes off what a line of a source is set in: brackets, stars, a stop.
func Unbracket(line string) string {
	line = strings.Trim(line, " .*")
	if strings.HasPrefix(line, "(") || strings.HasPrefix(line, "[") {
		line = strings.Trim(line, "()[] .")
	}
	return line
}

// Reporter parts the reporter from the paper in what stands behind "Theo":
// "Lan Anh (NLĐ)", "Lan Anh/VnExpress". Where there is no paper, all is the
// source.
func (w *Words) Reporter(source string) Signature {
	for _, mark := range []string{" (", "/", " - ", " – ", ", "} {
		name, paper, _ := strings.Cut(source, mark)
		name, paper = strings.TrimSpace(name), strings.Trim(paper, " ()")
		label, author, labelled := strings.Cut(paper, ":")
		switch {
		case labelled && w.Label.Equals(label) && w.IsReporter(strings.TrimSpace(author)): // Báo Mẫu (Tác giả: Lan Anh)
			return Signature{Authors: []string{strings.TrimSpace(author)}, Source: name, Marked: true, Named: true}
		case paper == "", !w.IsReporter(name):
		case mark == " (", w.isPaper(paper), w.Outlet.Opens(paper):
			return Signature{Authors: []string{name}, Source: paper, Marked: true, Named: true}
		}
	}
	source, _, _ = strings.Cut(source, " http")
	for at := range Blanks(source) { // Theo Báo Mẫu ngày 05/03/2021, Theo Báo Mẫu (05/03/2021)
		rest := strings.TrimLeft(source[at+1:], "(")
		if _, day, _ := strings.Cut(rest, " "); BeginsDate(rest) || BeginsDate(day) && w.Dated.Opens(rest) {
			source = source[:at]
			break
		}
	}
	return Signature{Source: strings.TrimRight(source, ") :-–|,"), Marked: true}
}

// IsReporter tells a person's name that is no paper's.
func (w *Words) IsReporter(s string) bool {
	return w.IsName(s) && !w.isPaper(s) && !w.By.Opens(s)
}

// AfterSource cuts "Theo" and "Nguồn:" off a line; it gives the line back
// where neither stands.
func (w *Words) AfterSource(line string) string {
	if !w.Source.mayBegin(line) {
		return line
	}
	words := strings.Fields(line)
	for n := min(3, len(words)-1); n > 0; n-- {
		if w.Source.Equals(strings.Join(words[:n], " ")) {
			return w.AfterSource(strings.TrimLeft(strings.Join(words[n:], " "), " :–-("))
		}
	}
	return line
}

// IsCrew tells a line that names who helped to make the page: "Thiết kế: Lan Anh".
func (w *Words) IsCrew(s string) bool {
	label, name, labelled := strings.Cut(s, ":")
	if !labelled {
		helped, _, _ := strings.Cut(s, ",")
		return Count(s) <= longestHelp && strings.Contains(helped, " by ") && (&signing{w: w}).helped(helped)
	}
	return w.Crew.Equals(label) && len(w.Sign(name).Authors) > 0
}

// longestHelp is how many words a line has that says who helped without a colon: Translated by A, edited by B.
const longestHelp = 12

// Labelled tells a line that says of itself that it signs the article.
func (w *Words) Labelled(s string) bool {
	key, rest, _ := strings.Cut(s, ":")
	if rest == "" {
		return false
	}
	return w.Label.Equals(key) || w.Source.Equals(key)
}

// DayOfSource tells a line that names the paper which a text is from with the day of that: Theo Báo Mẫu, ngày
// 5/3/2021. Behind a label or with an hour it may be the line of publication.
func DayOfSource(w *Words, line string) bool {
	_, quoted := w.Quoted(line)
	switch {
	case !quoted, w.Labelled(Unbracket(line)), HasClock([]byte(line)):
		return false
	}
	return HasDate([]byte(line))
}
