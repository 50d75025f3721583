// Package date finds the calendar expressions of a text and says which day,
// month, year or interval each one means (EDTF).
package date

import (
	"math/bits"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds dates. It is read-only and safe to share between goroutines.
type Finder struct {
	words    *words
	feasts   []lexicon.Feast
	rules    []rule
	byRole   [wRoles]ruleSet // the rules whose first token may have the role
	triggers roles
	kept     sync.Pool // of *scan, for their memory
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
func New(lex *lexicon.Lexicon, vocabulary *viet.Vocabulary) *Finder {
	f := &Finder{words: newWords(lex.Dates, vocabulary), feasts: lex.Dates.Feasts, rules: grammar()}
	f.kept.New = func() any { return new(scan) }
	for i := range f.rules {
		starts := f.rules[i].pattern.starts()
		f.triggers = f.triggers.with(starts)
		for r := range wRoles {
			if starts.has(r) {
				f.byRole[r][i>>6] |= 1 << (i & 63)
			}
		}
	}
	return f
}

// Find gives the dates of the texts in order, and its doubts. Published, which
// may be nil, anchors what the text leaves out. With explain, each date says the
// rule and the anchor behind its value.
func (f *Finder) Find(texts []*viet.Text, published *boctin.Moment, explain bool) ([]boctin.Date, []boctin.Issue) {
	s := f.kept.Get().(*scan)
	*s = scan{f: f, explain: explain, doc: documentDate(published), roles: s.roles}
	for _, t := range texts {
		s.text(t)
	}
	out, issues := s.out, s.issues // before another goroutine has s
	if cap(s.roles) <= keptTokens {
		f.kept.Put(s)
	}
	return out, issues
}

// keptTokens is the longest text whose memory the next article may use.
const keptTokens = 1 << 18

// scan is one run over the texts of an article.
type scan struct {
	f        *Finder
	explain  bool
	t        *viet.Text
	roles    []roles    // by token: those of the phrases that start there
	doc      edtf.Point // noUnit if unknown
	floor    int        // tokens before it belong to dates already found
	lastDay  edtf.Point // the day named last in this text
	last     edtf.Point // the day, month or year named last
	lastHi   edtf.Point // its end, if it is an interval
	lastAt   int        // the token after it
	stated   edtf.Point // the date with a year of its own named last
	statedAt int
	out      []boctin.Date
	issues   []boctin.Issue
	doubted  map[string]bool
	day      partial // what dayAt read last
	draft    draft   // scratch of try
	tried    found
	chosen   found
	items    [maxItems]item
	lunar    map[lunarDay]converted
}

func (s *scan) text(t *viet.Text) {
	s.t, s.floor, s.roles, s.day = t, 0, s.f.words.read(s.roles, t), partial{}
	s.lastDay, s.last, s.lastHi, s.stated, s.statedAt, s.lastAt = edtf.Point{}, edtf.Point{}, edtf.Point{}, edtf.Point{}, 0, 0
	for i := 0; i < len(t.Tokens); {
		if !s.roles[i].meets(s.f.triggers) {
			i++
			continue
		}
		i = s.at(i)
	}
}

// at tries the rules at token i and gives the token to go on from.
func (s *scan) at(i int) int {
	if s.t.Tokens[i].Kind == viet.Number && s.joinedBefore(i) {
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

// ruleSet is a set of rows of the grammar, a bit each.
type ruleSet [2]uint64

// best gives the longest match at token i.
func (s *scan) best(i int) (best *found, ok bool) {
	s.chosen.to = 0
	for k, rest := range s.f.startingWith(s.roles[i]) {
		for ; rest != 0; rest &= rest - 1 {
			rule := &s.f.rules[k<<6+bits.TrailingZeros64(rest)]
			if s.try(rule, i) && s.tried.to > s.chosen.to {
				s.chosen, s.tried = s.tried, found{}
			}
		}
	}
	return &s.chosen, s.chosen.to > 0
}

// startingWith gives the rules whose first token may have one of the roles.
func (f *Finder) startingWith(set roles) (rules ruleSet) {
	for k, word := range set {
		for ; word != 0; word &= word - 1 {
			more := &f.byRole[k<<6+bits.TrailingZeros64(word)]
			rules[0], rules[1] = rules[0]|more[0], rules[1]|more[1]
		}
	}
	return rules
}

// try matches one rule at token i; what it found stands in s.tried.
func (s *scan) try(r *rule, i int) bool {
	d := &s.draft
	*d = draft{}
	next := r.pattern.match(s, i, d)
	if next == fail || next == i || next <= s.chosen.to {
		return false
	}
	s.tried = found{rule: r, from: i, to: next, core: i, hour: edtf.NoHour, part: d.part, weekday: d.weekday, hasDay: d.hasDay}
	m := &s.tried
	s.attach(m)
	if r.kind&weak != 0 && !s.accepts(d, m) || s.recurring(m) {
		return false
	}
	return r.meaning(s, d, m)
}

// emit writes the findings of a match and remembers them as anchors.
func (s *scan) emit(m *found) {
	if p := m.list[0].lo; m.hasDay && len(m.list) == 1 && p.Unit == edtf.Day && p.Pinned() && p.Serial().Weekday() != m.weekday {
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
		s.remember(m, x)
	}
}

func (s *scan) write(m *found, x *finding) {
	p := x.lo
	if !x.interval && len(m.list) == 1 && m.hour != edtf.NoHour {
		p.Hour, p.Minute = m.hour, m.minute
	}
	p.About = m.about
	value := p.String()
	if x.interval {
		value = x.lo.String() + "/" + x.hi.String()
	}
	span := boctin.Span{Field: s.t.Field, Start: s.t.Tokens[x.from].Start, End: s.t.Tokens[x.to-1].End}
	d := boctin.Date{Value: value, Text: s.t.Src[span.Start:span.End], Part: partNames[m.part], Span: span}
	if s.explain {
		d.Reasons = []boctin.Reason{{Rule: m.rule.name}, m.anchor.reason()}
	}
	s.out = append(s.out, d)
}

// partNames are the parts of the day as records write them.
var partNames = [...]string{"", "dawn", "morning", "noon", "afternoon", "evening", "night"}

func (s *scan) remember(m *found, x *finding) {
	background := s.background(m.from)
	switch {
	case background || x.interval || m.anchor.kind != asWritten:
		s.stated = edtf.Point{}
	case m.rule.name != "date/year":
		s.stated, s.statedAt = x.lo, x.to
	}
	if background {
		return
	}
	s.last, s.lastHi, s.lastAt = x.lo, x.hi, x.to
	if x.lo.Unit == edtf.Day {
		s.lastDay = x.lo
		if x.interval && x.hi.Unit == edtf.Day {
			s.lastDay = x.hi
		}
	}
}

// background tells whether a date is that of a document or a birth, which
// "cùng ngày" never points to: 15/2020/NĐ-CP ngày 3/2/2020.
func (s *scan) background(i int) bool {
	if _, born := s.before(i, wBorn); born < i {
		return true
	}
	if i < 2 {
		return false
	}
	prev := &s.t.Tokens[i-1]
	return prev.Kind == viet.Word && prev.Shape == viet.Upper && prev.Gap == viet.Joined && s.isMark(i-2, "-/")
}

// doubt notes once a text what could not be told.
func (s *scan) doubt(rule string, from, to int) {
	key := rule + s.t.Field
	if s.doubted[key] {
		return
	}
	if s.doubted == nil {
		s.doubted = map[string]bool{}
	}
	s.doubted[key] = true
	span := boctin.Span{Field: s.t.Field, Start: s.t.Tokens[from].Start, End: s.t.Tokens[to-1].End}
	s.issues = append(s.issues, boctin.Issue{Rule: rule, Text: s.t.Src[span.Start:span.End], Why: doubts[rule], Span: &span})
}

// doubts says for each rule of doubt what is missing and what to do.
var doubts = map[string]string{
	"date/no-document-date":  "the article has no document date to count from: give one with --date",
	"date/weekday-disagrees": "the weekday that is written is not that of the day: check the year and the document date",
	"date/pointer-disagrees": "the word counts from the document date to another day than the figures say: check the document date",
	"date/no-date-before":    "no date is named before this one and the article has no document date: give one with --date",
}

// documentDate reads the moment of publication; a value of another form than a
// year, month or day is no anchor.
func documentDate(m *boctin.Moment) edtf.Point {
	if m == nil {
		return edtf.Point{}
	}
	v, err := edtf.Parse(m.Value)
	p := v.From
	switch p.Unit {
	case edtf.Day, edtf.Month, edtf.Year:
	default:
		return edtf.Point{}
	}
	if err != nil || v.Interval || p.Year < firstYear || p.Year > lastYear {
		return edtf.Point{}
	}
	return edtf.Point{Year: p.Year, Month: p.Month, Day: p.Day, Unit: p.Unit, Hour: edtf.NoHour}
}
