package lines

import (
	"slices"
	"strings"
)

// Time is one of the labelled times of a line: "Cập nhật 10:20, 06/10/2023 Đăng
// lúc 09:15, …".
type Time struct {
	Text     string
	Modified bool
}

// timeKind is what the label before a time says of it.
type timeKind int

const (
	timeOpen     timeKind = iota // none stands before it
	timePosted                   // the article was published then
	timeModified                 // it was changed
	timeOther                    // a document was issued, or it takes effect
)

// labelOf gives the kind of the label that a folded text begins with, and how long that is.
func labelOf(w *Words, f string) (timeKind, int) {
	change, posted := w.Modified.Begins(f), w.Posted.Begins(f)
	other := max(w.Issued.Begins(f), w.OtherDay.Begins(f))
	switch n := max(change, posted, other); {
	case n == 0:
		return timeOpen, 0
	case change > 0:
		return timeModified, max(change, posted)
	case n == posted:
		return timePosted, n
	}
	return timeOther, other
}

// Times parts a line that gives both the time of publication and that of a
// change, or the day of a document, in any order. It gives nothing for any other line.
func (w *Words) Times(line string) (parts []Time) {
	if f := Fold(line); !w.Modified.Within(f) && !w.Issued.Within(f) && !w.OtherDay.Within(f) {
		return nil
	}
	start, kind, published, others := 0, timeOpen, 0, 0
	cut := func(end int) {
		part := line[start:end]
		start = end
		switch {
		case !HasDate([]byte(part)) && !HasMonthName(Fold(part)):
			return
		case kind == timeOther:
			others++
			return
		case kind != timeModified:
			published++
		}
		parts = append(parts, Time{strings.Trim(part, " |-–•·()[],;/"), kind == timeModified})
	}
	for at := 0; at < len(line); at++ {
		if at > 0 && strings.IndexByte(" (|", line[at-1]) < 0 {
			continue
		}
		if label, n := labelOf(w, Fold(line[at:min(len(line), at+40)])); n > 0 {
			cut(at)
			kind = label
			at += n // a label is longer than it is folded: this stays inside it
		}
	}
	cut(len(line))
	if published == 0 || published == len(parts)+others {
		return nil
	}
	return parts
}

// longestStamp is how long a line of publication is kept, in bytes.
const longestStamp = 120

// ShortStamp keeps a line of publication short, about its first figure.
func ShortStamp(s string) string {
	if len(s) <= longestStamp {
		return s
	}
	i := strings.IndexAny(s, "0123456789")
	from := max(0, i-40)
	for from > 0 && s[from-1] != ' ' {
		from--
	}
	to := min(len(s), from+longestStamp)
	for to < len(s) && s[to] != ' ' {
		to++
	}
	return s[from:to]
}

// HasDate finds dd/mm/yyyy, dd-mm-yy, dd.mm.yyyy or yyyy-mm-dd.
func HasDate(s []byte) bool {
	_, _, _, ok := FindDate(s)
	return ok
}

// longestDay is how long a day in figures is, in bytes.
const longestDay = len("05/03/2021")

// BeginsDate tells a text that opens with a date in figures.
func BeginsDate(s string) bool { return HasDate([]byte(s[:min(len(s), longestDay)])) }

// EndsDate tells a text that closes with a date in figures, its year in full.
func EndsDate(s []byte) bool {
	n := len(s)
	if n < longestDay-2 {
		return false
	}
	year, end := number(s, n-4)
	return end == n && between(year, 1991, 2099) && HasDate(s[max(0, n-longestDay):])
}

// Dates counts the different days that a line gives in figures.
func Dates(s []byte) (n int) {
	var last [3]int
	for i := figure(s, 0); i < len(s); i = figure(s, i+1) {
		a, b, q, found := twoFigures(s, i)
		if !found {
			continue
		}
		c, e := number(s, q+1)
		if year, month, day, ok := calendar(a, b, c, e-q-1); ok {
			if day := [3]int{year, month, day}; day != last {
				n, last = n+1, day
			}
			i = e
		}
	}
	return n
}

// FindDate reads the first such date.
func FindDate(s []byte) (year, month, day int, ok bool) {
	for i := figure(s, 0); i < len(s); i = figure(s, i+1) {
		a, b, q, found := twoFigures(s, i)
		if !found {
			continue
		}
		c, e := number(s, q+1)
		if year, month, day, ok = calendar(a, b, c, e-q-1); ok {
			return year, month, day, true
		}
	}
	return 0, 0, 0, false
}

// twoFigures reads from the figure at byte i on the first two numbers of a date and
// gives where the mark behind the second stands, the same as between the two: 5/6/.
func twoFigures(s []byte, i int) (a, b, end int, ok bool) {
	if i > 0 && isDigit(s[i-1]) {
		return 0, 0, 0, false
	}
	a, p := number(s, i)
	if p >= len(s) || strings.IndexByte("/-.", s[p]) < 0 {
		return 0, 0, 0, false
	}
	b, end = number(s, p+1)
	return a, b, end, end < len(s) && s[end] == s[p]
}

// SameDay tells whether two lines give the same date.
func SameDay(a, b []byte) bool {
	type day struct {
		year, month, day int
		ok               bool
	}
	var x, y day
	x.year, x.month, x.day, x.ok = FindDate(a)
	y.year, y.month, y.day, y.ok = FindDate(b)
	return x.ok && x == y
}

// calendar reads three figures as a date; n is how many digits the last has.
func calendar(a, b, c, n int) (year, month, day int, ok bool) {
	switch {
	case n == 4:
		return c, b, a, between(c, 1991, 2099) && between(a, 1, 31) && between(b, 1, 31)
	case !between(b, 1, 12), !between(n, 1, 2):
		return 0, 0, 0, false
	case between(a, 1991, 2099):
		return a, b, c, true
	}
	return 2000 + c, b, a, n == 2 && between(a, 1, 31)
}

func between(v, low, high int) bool { return low <= v && v <= high }

// HasWordDate finds "ngày 5 tháng 3" and "tháng 3, 2026" in a folded line.
func HasWordDate(f string) bool {
	words := Count(f)
	short := words <= 9
	if words <= longestStampWords {
		if order := orderOf(f); order.has(spelledDay, wordMonth, wordMonths, glued, gluedFirst, wordFirst, wordsFirst) || short && order.has(englishDay, monthDay, shortDay, shortFirst) {
			return true
		}
	}
	at := strings.Index(f, "thang ")
	if at < 0 || !strings.Contains(f, "20") {
		return false
	}
	month := firstWord(f[at+6:])
	switch {
	case isDigit(month[0]):
		return true
	case !short, at < 2, !isDigit(f[at-2]):
		return false
	}
	return monthWord(month)
}

// NamesDay tells a line with a date that gives the day, not the month alone; f is it folded.
func NamesDay(s []byte, f string) bool {
	month := strings.Index(f, " thang ")
	return HasDate(s) || month > 0 && isDigit(f[month-1]) || orderOf(f).has(englishDay, monthDay, shortDay, shortFirst, glued, gluedFirst, wordFirst, wordsFirst)
}

// HasMonthName finds "october 5 2023" and "05 oct 2023" in folded words.
func HasMonthName(f string) bool { return orderOf(f).has(englishDay, monthDay) }

// longestStampWords is how many words a line of publication has that writes its month.
const longestStampWords = 16

// wordOrder is what the words of a line are, a letter each: y a year, d other figures, m an
// English month, v the number of one in words, n ngày, t tháng, g thg, s th4, and - the rest.
type wordOrder string

// The orders in which a day is written with its month in words.
const (
	englishDay wordOrder = "dmy"   // 05 oct 2023
	monthDay   wordOrder = "mdy"   // october 5 2023
	shortDay   wordOrder = "dgdy"  // 17 thg 4 2022
	shortFirst wordOrder = "gddy"  // thg 4 17 2022
	glued      wordOrder = "dsy"   // 20 th4 2022
	spelledDay wordOrder = "ndtvy" // ngay 17 thang tu 2022
	wordMonth  wordOrder = "dtvy"  // 06 thang muoi 2025
	wordMonths wordOrder = "dtvvy" // 06 thang muoi hai 2025
	gluedFirst wordOrder = "sdy"   // th9 14 2024
	wordFirst  wordOrder = "tvdy"  // thang muoi 6 2025
	wordsFirst wordOrder = "tvvdy" // thang muoi hai 6 2025
)

func (o wordOrder) has(any ...wordOrder) bool {
	return slices.ContainsFunc(any, func(day wordOrder) bool { return strings.Contains(string(o), string(day)) })
}

// orderOf gives the order of the words of a folded line, none of a line that no year may stand in:
// there is no day without one.
func orderOf(f string) wordOrder {
	if !strings.Contains(f, "20") && !strings.Contains(f, "19") {
		return ""
	}
	var room [32]byte
	order := room[:0]
	for word := range strings.FieldsSeq(f) {
		order = append(order, letterOf(word))
	}
	return wordOrder(order)
}

func letterOf(word string) byte {
	month := strings.TrimPrefix(word, "th")
	switch {
	case isYear(word):
		return 'y'
	case isDigit(word[0]):
		return 'd'
	case word == "ngay":
		return 'n'
	case word == "thang":
		return 't'
	case word == "thg":
		return 'g'
	case month != "" && isDigit(month[0]):
		return 's'
	case isMonth(word):
		return 'm'
	case monthWord(word):
		return 'v'
	}
	return '-'
}

// monthWord knows the number of a month in words.
func monthWord(word string) bool {
	return strings.Contains(" mot gieng hai ba bon tu nam sau bay tam chin muoi chap ", " "+word+" ")
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// isMonth knows an English month, in small letters, in full or by three.
func isMonth(w string) bool {
	if len(w) < 3 || !strings.Contains(" jan feb mar apr may jun jul aug sep oct nov dec ", " "+w[:3]+" ") {
		return false
	}
	return len(w) == 3 || strings.Contains(" january february march april june july august september october november december sept ", " "+w+" ")
}

func isYear(w string) bool { return len(w) == 4 && (w[:2] == "20" || w[:2] == "19") }

// HasClock finds "8:30" and "08h30".
func HasClock(s []byte) bool {
	for i := 1; i+2 < len(s); i++ {
		switch s[i] {
		case ':', 'h':
			if isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) {
				return true
			}
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number reads at most five figures.
func number(s []byte, i int) (v, end int) {
	for end = i; end < min(len(s), i+5) && isDigit(s[end]); end++ {
		v = v*10 + int(s[end]-'0')
	}
	return v, end
}

// IsStamp tells a line that prints a time and nothing else: a date, or a date
// and an hour, or "3 giờ trước". f is the line folded.
func (w *Words) IsStamp(s, f string) bool {
	if Count(s) > 14 {
		return false
	}
	if n := max(w.Posted.Begins(f), w.Modified.Begins(f)); n > 0 && n < len(f) {
		f = f[n+1:]
	}
	figures, year, last := 0, false, ""
	for word := range strings.SplitSeq(f, " ") {
		if !inPlace(word, last) {
			return false
		}
		last = word
		digits := strings.Trim(word, "abcdefghijklmnopqrstuvwxyz")
		for letters := range strings.FieldsFuncSeq(word, func(r rune) bool { return r <= '9' }) {
			ago := letters == "truoc" && figures == 1
			if !ago && !w.StampWord.Is(letters) {
				return false
			}
		}
		if digits != "" {
			figures++
			year = year || isYear(digits)
		}
	}
	switch {
	case figures == 1:
		return strings.HasSuffix(f, " truoc")
	case figures >= 3 && strings.Count(s, "/")+strings.Count(s, "-") >= 2:
		return true
	}
	return year && between(figures, 2, 9)
}

// inPlace tells whether a word of the calendar stands where it is one: "ba" in
// "thứ ba", "nhật" in "chủ nhật", and not in a name.
func inPlace(word, before string) bool {
	var behind []string
	switch word {
	case "hai", "ba", "tu", "sau", "bay":
		behind = []string{"thu", "thang", "muoi"}
	case "mot", "bon", "tam", "chin", "muoi", "gieng":
		behind = []string{"thang", "muoi"}
	case "nhat":
		behind = []string{"chu", "cap"}
	default:
		return before != "chu"
	}
	return slices.Contains(behind, before)
}
