// Package date finds the calendar expressions of a text and says which day,
// month, year or interval each one means (EDTF).
package date

import (
	"slices"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds dates. It is read-only and safe to share between goroutines.
type Finder struct {
	words    words
	feasts   []lexicon.Feast
	rules    []rule
	byRole   [mostMembers]ruleSet // the rules whose first token may have the role
	triggers roles
	kept     sync.Pool // of *scan, for their memory
}

// New builds a finder; it adds its words to those of the reading.
func New(w *reading.Words) *Finder {
	return newFinder(newWords(w), w.Lexicon().Dates.Feasts, grammar())
}

func newFinder(words words, feasts []lexicon.Feast, rules []rule) *Finder {
	f := &Finder{words: words, feasts: feasts, rules: rules}
	f.kept.New = func() any { return new(scan) }
	for i := range f.rules {
		f.rules[i].needs = inWindow(f.rules[i].pattern.needs(words.lengths))
		starts := f.rules[i].pattern.starts()
		f.triggers = f.triggers.with(starts)
		for r := range wRoles {
			if starts.has(r) {
				f.byRole[r].add(i)
			}
		}
	}
	return f
}

// Find gives the dates of an article in order, and its doubts. Published, which
// may be nil, anchors what the text leaves out. With explain, each date says the
// rule and the anchor behind its value.
func (f *Finder) Find(texts []*reading.Text, published *boctin.Moment, explain bool) ([]finding.Date, []finding.Doubt) {
	return f.Into(nil, texts, published, explain)
}

// Into is Find with the dates in the memory of others.
func (f *Finder) Into(dates []finding.Date, texts []*reading.Text, published *boctin.Moment, explain bool) ([]finding.Date, []finding.Doubt) {
	s := f.kept.Get().(*scan)
	clear(s.doubted)
	again(s, scan{f: f, explain: explain, text: text{words: f.words}, sheets: s.sheets[:0], out: dates[:0], memory: memory{doc: documentDate(published)}, years: s.years[:0], lent: s.lent[:0]})
	s.all(texts)
	if s.borrows && len(s.years) > 0 {
		clear(s.doubted)
		again(s, scan{f: f, explain: explain, text: s.text, sheets: s.sheets, out: s.out[:0], years: s.lent, lent: s.years})
		s.all(texts)
	}
	out, doubts := s.out, s.doubts // before another goroutine has s
	s.out = nil
	if !slices.ContainsFunc(s.sheets, func(p sheet) bool { return cap(p.roles) > keptTokens }) {
		f.kept.Put(s)
	}
	return out, doubts
}

// again begins another run in the memory of one.
func again(s *scan, to scan) {
	to.doubted, to.tried.list, to.chosen.list = s.doubted, s.tried.list[:0], s.chosen.list[:0]
	*s = to
}

// keptTokens is the longest text whose memory the next article may use.
const keptTokens = 1 << 18

// documentDate reads the moment of publication; a value of another form than a
// year, month or day is no anchor.
func documentDate(m *boctin.Moment) edtf.Point {
	if m == nil {
		return edtf.Point{}
	}
	v, err := edtf.Parse(m.Value)
	p := v.From
	if err != nil || v.Interval || !textYears.has(p.Year) {
		return edtf.Point{}
	}
	switch p.Unit {
	case edtf.Day, edtf.Month, edtf.Year:
		return edtf.Point{Year: p.Year, Month: p.Month, Day: p.Day, Unit: p.Unit, Hour: edtf.NoHour}
	}
	return edtf.Point{}
}

// scan is one run over the texts of an article.
type scan struct {
	f       *Finder
	explain bool
	text
	memory
	sheets  sheets // of the texts that were read
	number  int    // of the text
	floor   int    // tokens before it belong to dates already found
	out     []finding.Date
	doubts  []finding.Doubt
	doubted map[doubted]bool
	day     partial // what dayAt read last
	window  window  // at the token whose rules are tried
	draft   draft   // scratch of try
	tried   found
	chosen  found
	items   [maxItems]item
	moon    moon
	years   lenders // of the dates found
	lent    lenders // to dates without a year, where there is no document date
	borrows bool    // one of them found nothing that tells its year
}

func (s *scan) all(texts []*reading.Text) {
	for n, t := range texts {
		s.over(n, t)
	}
}

func (s *scan) over(n int, t *reading.Text) {
	if n == len(s.sheets) {
		s.read(t, s.sheets.memory())
		s.sheets = append(s.sheets, s.sheet)
	}
	s.tokens, s.sheet = tokens{t}, s.sheets[n]
	s.number, s.floor, s.day, s.memory = n, 0, partial{}, memory{doc: s.doc, today: s.today}
	triggers := s.f.triggers
	for i := 0; i < len(s.roles); {
		if !s.roles[i].meets(triggers) {
			i++
			continue
		}
		i = s.at(i)
	}
}

// at tries the rules at token i and gives the token to go on from.
func (s *scan) at(i int) int {
	if s.is(i, wFigure) && s.joinedBefore(i) {
		return i + 1
	}
	m, ok := s.best(i)
	if !ok {
		return i + 1
	}
	s.emit(m)
	s.floor = m.to
	return m.to
}

// ruleSet is a set of rows of the grammar.
type ruleSet = set[int]

// best gives the longest match at token i.
func (s *scan) best(i int) (best *found, ok bool) {
	s.chosen.to = 0
	s.window.look(&s.sheet, i)
	for rules := s.f.startingWith(s.roles[i]); rules != (ruleSet{}); {
		if rule := &s.f.rules[rules.pop()]; s.window.holds(rule.needs) && s.try(rule, i) {
			s.chosen, s.tried = s.tried, found{list: s.chosen.list[:0]}
		}
	}
	return &s.chosen, s.chosen.to > 0
}

// startingWith gives the rules whose first token may have one of the roles.
func (f *Finder) startingWith(set roles) (rules ruleSet) {
	for set != (roles{}) {
		rules = rules.with(f.byRole[set.pop()])
	}
	return rules
}

// try matches one rule at token i; what it found stands in s.tried.
func (s *scan) try(r *rule, i int) bool {
	d := &s.draft
	*d = draft{}
	next := r.pattern.match(s, i, d)
	if next == i || next <= s.chosen.to {
		return false
	}
	s.tried = found{rule: r, from: i, to: next, core: i, hour: edtf.NoHour, part: d.part, weekday: d.weekday, hasDay: d.hasDay, list: s.tried.list[:0]}
	m := &s.tried
	s.attach(m)
	if r.kind&weak != 0 && !s.accepts(d, m) || recursAhead(s, next) {
		return false
	}
	return r.meaning(s, d, m) && !comesBack(s, &d.p[0], m.from)
}

// emit writes the findings of a match and remembers them as anchors.
func (s *scan) emit(m *found) {
	if p := m.list[0].lo; m.hasDay && len(m.list) == 1 && wrongDay(p, m.weekday) {
		m.doubt = "date/weekday-disagrees"
	}
	if m.doubt != "" {
		s.doubt(m.doubt, m.from, m.to)
	}
	for i := range m.list {
		x := &m.list[i]
		if len(m.list) == 1 {
			x.from, x.to = m.from, m.to
		} else if i == 0 {
			x.from = m.from
		}
		s.write(m, x)
		s.keep(m, x)
	}
}

// wrongDay tells whether a day is known and falls on another day of the week.
func wrongDay(p edtf.Point, weekday int) bool {
	return p.Unit == edtf.Day && p.Pinned() && p.Serial().Weekday() != weekday
}

func (s *scan) write(m *found, x *meant) {
	lo := x.lo
	if len(m.list) == 1 {
		lo.Hour, lo.Minute = m.hour, m.minute
	}
	v := edtf.Of(lo)
	v.From.About = m.about
	if x.interval {
		v = edtf.Between(x.lo, x.hi)
	}
	part := x.part
	if part == noPart {
		part = m.part
	}
	d := finding.Date{Stretch: finding.Stretch{Text: s.number, From: x.from, To: x.to}, Value: v, Part: partNames[part]}
	if s.explain {
		d.Reasons = []finding.Reason{{Rule: m.rule.name}, m.anchor.reason()}
	}
	s.out = append(s.out, d)
}

// partNames are the parts of the day as records write them.
var partNames = [...]string{"", "dawn", "morning", "noon", "afternoon", "evening", "night"}

// keep remembers a finding, and whether a year of its own is written in it.
func (s *scan) keep(m *found, x *meant) {
	background := s.background(m.from)
	switch {
	case background || x.spansYears() || m.anchor.kind != asWritten && !m.yearTold:
		s.stated = edtf.Point{}
	case m.rule.name != "date/year":
		s.stated, s.statedAt, s.since = x.lo, x.to, s.follows(x.from, wFrom)
	}
	if background {
		return
	}
	s.era.note(s, m, x)
	switch before := s.lastDay; {
	case m.comparedWith(x):
		s.lastAt = x.to // said again, năm trước is the same
	case m.about && m.anchor.kind != asWritten: // khoảng 2 tuần sau: cùng ngày is none of it
	default:
		rememberAt(s, m.from, x)
		if m.rule.name == "date/animal-year" && before.Pinned() {
			s.lastDay = before // trong dịp Tết Ất Tỵ: cùng ngày is none of it
		}
	}
	if m.anchor.kind == asWritten && x.lo.Year != 0 && !m.commemorates(s.tokens) && !s.ofDocument(m.from) {
		s.years = append(s.years, written{s.number, x.from, x.lends()})
	}
}

// rememberAt keeps a finding at token i as what later words may count from. The day of a document
// is not that of which the text tells.
func rememberAt(s *scan, i int, x *meant) {
	before := s.lastDay
	s.remember(x)
	s.lastFrom = i
	if x.lo.Unit <= edtf.Month || s.heads(i) {
		s.frame = x.lo
	}
	if x.lo.Unit == edtf.Day {
		s.fronted = s.Is(x.to, reading.Comma)
	}
	if s.ofDocument(i) {
		s.lastDay = before
	}
	if !x.interval && x.lo.Unit == edtf.Day && s.heads(i) {
		s.mainDay = x.lo
	}
}

// heads tells whether token i stands at the beginning of its sentence, or a few words behind
// it: Trước đó, ngày 3/5.
func (x tokens) heads(i int) bool {
	const few = 4
	return i < few || x.Tokens[i-few].Sentence != x.Tokens[i].Sentence
}

// comparedWith tells whether a year is but what the one named before is compared with:
// năm 2016 tăng so với năm trước.
func (m *found) comparedWith(x *meant) bool {
	return m.anchor.kind == namedBefore && x.lo.Unit == edtf.Year && x.lo.Year < m.anchor.at.Year
}

// background tells whether a date is that of a document or a birth, which
// "cùng ngày" never points to: 15/2020/NĐ-CP ngày 3/2/2020.
func (x *text) background(i int) bool {
	if _, start := x.before(i, wBorn); start < i && !x.unborn(start) {
		return true
	}
	prev := x.Tok(i - 1)
	return prev.Shape == viet.Upper && prev.Gap == viet.Joined && x.isMark(i-2, "-/")
}

// unborn tells whether token i is the second half of another word: tuyển | sinh năm 2017, hy |
// sinh, not of somebody's name: anh Nguyễn Văn Học sinh năm 1990.
func (x *text) unborn(i int) bool {
	if !x.follows(i, wUnborn) {
		return false
	}
	first := x.Tok(i - 1)
	return first.Shape != viet.Title || x.Tok(i-2).Sentence != first.Sentence
}

// doubted is a rule that has a doubt in a text.
type doubted struct {
	rule string
	text int
}

// doubt notes once a text what could not be told.
func (s *scan) doubt(rule string, from, to int) {
	key := doubted{rule, s.number}
	if s.doubted[key] {
		return
	}
	if s.doubted == nil {
		s.doubted = map[doubted]bool{}
	}
	s.doubted[key] = true
	s.doubts = append(s.doubts, finding.Doubt{Rule: rule, Why: doubts[rule], At: finding.Stretch{Text: s.number, From: from, To: to}})
}

// doubts says for each rule of doubt what is missing and what to do.
var doubts = map[string]string{
	"date/no-document-date":  "the article has no document date to count from: give one with --date",
	"date/weekday-disagrees": "the weekday that is written is not that of the day: check the year and the document date",
	"date/pointer-disagrees": "the word counts from the document date to another day than the figures say: check the document date",
	"date/no-date-before":    "no date is named before this one and the article has no document date: give one with --date",
}
