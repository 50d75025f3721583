package lines

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Signature is what a line that signs an article says.
type Signature struct {
	Authors    []string
	Source     string // the agency or paper that the text is taken from
	Marked     bool   // a label, a bracket or "theo" shows that the line signs
	Labelled   bool   // "Tác giả:" stands before the names: any short words are names
	Named      bool   // each name has the shape of a person's or of a team's
	Translated bool   // they put the text into Vietnamese: another may have written it
	Edited     bool   // they readied the text of another, if one is named
	Ranked     bool   // so it has behind a rank or a degree: who has one may be told of
}

// Sign reads the names in a line that signs an article: "Tin, ảnh: Lan Anh",
// "Lan Anh (tổng hợp)", "Lan Anh/TTXVN", "Nhóm PV". Authors is empty where the
// line holds anything else. Names alone need a second sign, from their place or
// their setting.
func (w *Words) Sign(line string) Signature {
	if sig, ok := (severals{w}).several(line); ok {
		return sig
	}
	s := &signing{w: w, rest: strings.Trim(line, " *_–—-|,;•·~[]✍✎🖊")}
	s.sig.Named = true
	for _, step := range steps {
		if !step.read(s) {
			return Signature{}
		}
	}
	s.sig.Ranked = s.sig.Ranked && s.sig.Named
	s.sig.Named = s.sig.Named && (!s.sig.Ranked || s.sig.Labelled)
	return s.sig
}

// signing is a line while it is read.
type signing struct {
	w      *Words
	rest   string
	quoted bool // a bracket says of which paper it is: any short words before it are names
	sig    Signature
}

// steps take a byline apart, in this order; the first that refuses ends it.
var steps = []struct {
	name string
	read func(*signing) bool
}{
	{"no question and no lead-in", (*signing).states},
	{"address of the writer", (*signing).cutMail},
	{"photographer first", (*signing).cutPhotoFirst},
	{"who helped, between dots or bars", (*signing).cutHelpers},
	{"who helped", (*signing).cutCrew},
	{"photographer", (*signing).cutPhoto},
	{"photographer without a colon", (*signing).cutPhotoName},
	{"bracket at the end", (*signing).cutBracket},
	{"label", (*signing).cutLabel},
	{"source behind the name", (*signing).cutTheo},
	{"names", (*signing).readNames},
}

// states leaves what an interviewer says, heads of lists, and a place with its day.
func (s *signing) states() bool {
	return !strings.ContainsAny(s.rest, "?!") && !numbered(s.rest) && !s.w.Letterhead(s.rest)
}

// numbered tells a sub-heading "II. MỤC TIÊU": a Roman figure, then capitals.
func numbered(s string) bool {
	figure, rest, _ := strings.Cut(s, ". ")
	return strings.Trim(figure, "IVX") == "" && Count(rest) >= 2 && rest == strings.ToUpper(rest)
}

// cutMail takes the e-mail address of the writer out.
func (s *signing) cutMail() bool {
	if !strings.Contains(s.rest, "@") {
		return true
	}
	var kept []string
	for _, word := range strings.Fields(s.rest) {
		if !IsMail(word) && !strings.EqualFold(strings.Trim(word, ":-("), "email") {
			kept = append(kept, word)
		}
	}
	s.rest = strings.Trim(strings.Join(kept, " "), " -–|,;(")
	return s.rest != ""
}

// cutBracket reads what stands in brackets behind the names: (tổng hợp), (theo
// X), (TTXVN).
func (s *signing) cutBracket() bool {
	if !strings.HasSuffix(s.rest, ")") {
		return true
	}
	open := strings.LastIndexByte(s.rest, '(')
	if open <= 0 {
		s.rest = strings.Trim(s.rest, "()")
		return true
	}
	inside := s.rest[open+1 : len(s.rest)-1]
	s.rest, s.sig.Marked = strings.TrimSpace(s.rest[:open]), true
	source, paper := s.takenIn(inside), s.servedPaper(inside)
	did := s.w.withoutGiven(inside)
	switch f := Lower(inside); {
	case strings.Trim(inside, " *0123456789") == "", s.w.IsPhone(Fold(inside)): // mark of a note
	case source != inside:
		s.sig.Source, s.quoted = source, true
	case paper != "":
		s.sig.Source = paper
	case did != inside && s.w.IsName(did): // Jean Roux (Lan Anh dịch)
		s.rest += " - " + did
	case s.w.Translator.Begins(f) > 0:
		s.sig.Translated = true
	case s.w.Given.Begins(f) > 0, s.w.Team.Is(f), s.w.Label.Is(f), s.serves(inside), s.reportsFrom(inside):
	default:
		s.sig.Source, s.sig.Named = inside, IsOutlet(inside) || s.w.isPaper(inside) || s.w.Outlet.Opens(inside) || IsOffice(s.w, inside)
	}
	return true
}

// takenIn is the source in a bracket behind a name, also behind what was done: theo Reuters, tổng hợp từ AFP.
func (s *signing) takenIn(inside string) string {
	for _, mark := range append(s.w.takenFrom[:len(s.w.takenFrom):len(s.w.takenFrom)], "theo") {
		if done, source, ok := strings.Cut(inside, " "+mark+" "); ok && s.w.Given.Equals(done) {
			return source
		}
	}
	return s.w.AfterSource(inside)
}

// cutLabel reads what stands before the names: "Bài và ảnh:", "PV".
func (s *signing) cutLabel() bool {
	if head, rest, ok := strings.Cut(s.rest, ":"); ok {
		s.rest, s.sig.Marked, s.sig.Labelled = strings.TrimSpace(rest), true, true
		s.sig.Translated, s.sig.Edited = s.w.Translator.Equals(head), s.w.Editor.Equals(head)
		return s.w.Label.Equals(head) || s.w.Team.Equals(head)
	}
	if s.w.teamOf(s.rest) != "" {
		return true
	}
	if !s.w.Byline.mayBegin(s.rest) && !s.w.Team.mayBegin(s.rest) {
		return true
	}
	f := Lower(s.rest)
	rest := behindPhrase(s.rest, f[:s.w.Byline.Begins(f)]) // PV/VOV.VN is one word
	if names := behindPhrase(s.rest, f[:s.w.Team.Begins(f)]); rest == "" && s.namesFirst(names) {
		rest = names
	}
	if rest != "" {
		s.rest, s.sig.Marked = rest, true
	}
	return true
}

// namesFirst tells words that begin with the full name of a person, behind a team: Nhóm PV Lò Lan Anh - Việt Linh.
func (s *signing) namesFirst(words string) bool {
	name, _, _ := strings.Cut(s.w.separators.Replace(words), "|")
	return s.w.IsFullName(name)
}

// behindPhrase gives a line without the folded phrase that it begins with, "" where that ends within a word:
// P.V in P.V.T.
func behindPhrase(s, phrase string) string {
	if phrase == "" {
		return ""
	}
	from, left := 0, Count(phrase)
	for at := range Blanks(s) {
		if left -= Count(Lower(s[from:at])); left <= 0 {
			if Lower(s[:at]) != phrase {
				return ""
			}
			return strings.TrimSpace(s[at:])
		}
		from = at
	}
	return ""
}

// WordsFrom gives a line without its first n words.
func WordsFrom(s string, n int) string {
	return strings.Join(strings.Fields(s)[min(n, Count(s)):], " ")
}

// cutTheo parts "Lan Anh (theo X)" written without brackets: "Lan Anh Theo X", "Lan Anh lược dịch từ
// X".
func (s *signing) cutTheo() bool {
	for _, mark := range []string{" theo ", " Theo ", "/Theo "} {
		if name, source, ok := strings.Cut(s.rest, mark); ok {
			s.take(name, source)
			return true
		}
	}
	for _, mark := range s.w.takenFrom {
		if name, source, ok := strings.Cut(s.rest, " "+mark+" "); ok && s.w.withoutGiven(name) != name {
			s.take(name, source)
		}
	}
	return true
}

// take parts a name from the source of what it signs.
func (s *signing) take(name, source string) {
	s.rest, s.sig.Source, s.sig.Marked = name, strings.TrimSpace(source), true
}

// separators puts a bar in the place of all that stands between two names: marks, and
// the words that join them.
func separators(and []string) *strings.Replacer {
	pairs := []string{" - ", "|", " – ", "|", " — ", "|", ",", "|", ";", "|", "/", "|", "&", "|", "+", "|", " -", "|", "- ", "|", " –", "|", "– ", "|", "•", "|"}
	for _, word := range and {
		_, first := utf8.DecodeRuneInString(word)
		for _, w := range []string{word, strings.ToUpper(word[:first]) + word[first:], strings.ToUpper(word)} {
			pairs = append(pairs, " "+w+" ", "|")
		}
	}
	return strings.NewReplacer(pairs...)
}

// maxAuthors is how many names one line may sign with.
const maxAuthors = 8

func (s *signing) readNames() bool {
	if s.ofBody() || s.ofPapers() { // Phòng Văn hóa và Thông tin huyện
		s.sig.Source = s.rest
		return true
	}
	s.cutOffice()
	if name := s.w.WithoutDegree(s.rest); name != s.rest { // Đ/c Lan Anh
		s.rest, s.sig.Ranked = name, true
	}
	for _, part := range s.parts(s.rest) {
		part = trimName(part)
		if f := Lower(part); !UpperFirst(part) { // người dịch Lan Anh
			if name := behindPhrase(part, f[:s.w.Label.Begins(f)]); s.w.IsName(name) {
				part = name
			}
		}
		if !s.readName(part) {
			return false
		}
	}
	return len(s.sig.Authors) <= maxAuthors
}

// parts are what stands between the marks of a line of names, a dash without blanks between two of
// them too: Hoàng Lan-Đức Toàn.
func (s *signing) parts(names string) []string {
	left, right, dashed := strings.Cut(names, "-")
	if dashed && s.w.IsName(lastName(left)) && (s.w.IsName(firstName(right)) || s.w.NotName.Opens(right)) {
		names = left + "|" + right
	}
	return strings.Split(s.w.separators.Replace(" "+names), "|")
}

// readName reads one part of a byline: a team, a name, the paper.
func (s *signing) readName(part string) bool {
	f := Lower(part)
	for _, row := range nameRows {
		if row.is(s, part, f) {
			row.then(s, part)
			return true
		}
	}
	return false
}

// nameRows say what one part of a byline may be; the first that fits is taken.
var nameRows = []struct {
	name string
	is   func(s *signing, part, folded string) bool
	then func(s *signing, part string)
}{
	{"nothing", func(_ *signing, _, f string) bool { return f == "" }, func(*signing, string) {}},
	{"team of the office that the writer serves in", func(s *signing, part, f string) bool {
		n := s.w.Team.Begins(f)
		return n > 0 && n < len(f) && Count(f[:n]) == 1 && len(s.sig.Authors) > 0 && s.w.NotName.Begins(f[n+1:]) > 0
	}, func(*signing, string) {}},
	{"whose reporter the writer is", func(s *signing, _, f string) bool {
		n := s.w.Team.Begins(f)
		return n > 0 && n < len(f) && len(s.sig.Authors) > 0 && s.w.Outlet.Begins(f[n+1:]) > 0
	}, func(*signing, string) {}},
	{"team", func(s *signing, part, _ string) bool { return s.w.teamOf(part) != "" }, func(s *signing, part string) { s.add(s.w.teamOf(part)) }},
	{"what was done", func(s *signing, _, f string) bool { return s.w.Given.Is(f) }, func(*signing, string) {}},
	{"label alone", func(s *signing, _, f string) bool { return s.w.Byline.Is(f) }, func(*signing, string) {}},
	{"account of the site", func(s *signing, _, f string) bool { return s.w.SiteUser.Is(f) }, func(*signing, string) {}},
	{"rank before another", func(s *signing, _, f string) bool { return s.w.Degree.Is(f) && len(s.sig.Authors) == 0 }, func(*signing, string) {}},
	{"unit that the writer serves in", func(s *signing, part, f string) bool {
		return len(s.sig.Authors) > 0 && (unitCode(part) || s.w.NotName.Is(f))
	}, func(*signing, string) {}},
	{"paper behind a name", func(s *signing, part, _ string) bool {
		return len(s.sig.Authors) > 0 && s.w.isPaper(s.w.withoutGiven(part)) && !s.penName(part)
	}, func(s *signing, part string) { s.sig.Source = s.w.withoutGiven(part) }},
	{"paper", func(s *signing, _, f string) bool { return s.w.Paper.Is(f) && !s.sig.Labelled }, func(s *signing, part string) { s.sig.Source = part }},
	{"name", func(s *signing, part, _ string) bool { return s.w.LooseName(s.w.WithoutDegree(s.w.withoutGiven(part))) }, func(s *signing, part string) {
		bare := s.w.withoutGiven(part)
		s.sig.Translated = s.sig.Translated || s.w.Translator.Equals(strings.TrimSpace(part[len(bare):]))
		part = bare
		name := s.w.WithoutDegree(part)
		s.sig.Ranked = s.sig.Ranked || name != part
		s.sig.Named = s.sig.Named && s.isPerson(name)
		s.add(name)
	}},
	{"place that the writer reports from", func(s *signing, part, _ string) bool {
		return len(s.sig.Authors) > 0 && s.reportsFrom(part)
	}, func(*signing, string) {}},
	{"agency", func(_ *signing, part, _ string) bool { return oneCapital(part) }, func(s *signing, part string) { s.sig.Source = part }},
	{"paper behind a name, in more words", func(s *signing, _, f string) bool { return len(s.sig.Authors) > 0 && s.w.Outlet.Begins(f) > 0 }, func(s *signing, part string) { s.sig.Source = part }},
	{"body behind a label", func(s *signing, part, _ string) bool {
		return s.sig.Labelled && len(s.sig.Authors) == 0 && IsOffice(s.w, part)
	}, func(s *signing, part string) { s.sig.Source = part }},
	{"paper by its first word", func(s *signing, part, _ string) bool { return s.w.IsPaper(part) }, func(s *signing, part string) { s.sig.Source = part }},
	{"office that the writer serves in", func(s *signing, part, f string) bool {
		return len(s.sig.Authors) > 0 && s.w.NotName.Begins(f) > 0
	}, func(*signing, string) {}},
	{"what the writer is, behind a name that a label or a degree shows", func(s *signing, part, _ string) bool { return s.describes(part) }, func(*signing, string) {}},
}

// penName tells words of capitals behind a name of capitals, which no list knows as a
// paper: NGÂN HÀ - TUỆ LÂM.
func (s *signing) penName(part string) bool {
	for _, name := range []string{part, s.sig.Authors[0]} {
		if Count(name) < 2 || !LettersOnly(name) || name != strings.ToUpper(name) {
			return false
		}
	}
	f := Lower(part)
	return !s.w.Paper.Is(f) && s.w.Outlet.Begins(f) == 0
}

// reportsFrom tells where a writer reports from: từ Tokyo.
func (s *signing) reportsFrom(part string) bool {
	word, place, _ := strings.Cut(part, " ")
	return slices.Contains(s.w.takenFrom, Lower(word)) && !s.w.isPaper(place)
}

func (s *signing) add(name string) { s.sig.Authors = append(s.sig.Authors, name) }

// trimName takes off what parts names; the last dot of initials is theirs.
func trimName(part string) string {
	part = strings.Trim(part, " ,;-–|/*")
	if initials(part) || endsInitial(part) {
		return part
	}
	return strings.Trim(part, " .,;-–|/*")
}

// endsInitial tells a name whose last word is one capital with its dot: Minh T.
func endsInitial(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return last != s && utf8.RuneCountInString(last) == len("T.") && initials("A."+last)
}

// EndsInitials tells a line of names whose last is one by its initials: Lan Anh - T.N.H.
func EndsInitials(s string) bool { return initials(s[strings.LastIndexByte(s, ' ')+1:]) }

// initials tells "T.N.H." and "Q.": single capitals, each with its dot.
func initials(s string) bool {
	letters := strings.Split(strings.TrimSuffix(s, "."), ".")
	for _, l := range letters {
		if !UpperFirst(l) || utf8.RuneCountInString(l) > 2 {
			return false
		}
	}
	return len(letters) > 1
}

// oneCapital tells one word of capitals, as an agency's.
func oneCapital(s string) bool {
	switch s {
	case strings.ToLower(s):
		return false
	case strings.ToUpper(s):
		return !strings.Contains(s, " ")
	}
	return false
}

// Letterhead tells a line that begins with a place and its day: "Hà Giang, ngày 20-4-2022".
func (w *Words) Letterhead(line string) bool {
	_, rest, _ := strings.Cut(line, ", ")
	return w.Dated.Opens(rest)
}
