package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// Mention is one place where the text names a person, with what it says there.
type Mention struct {
	Text     *Text
	From, To int  // tokens
	Name     Name // its tokens
	Ranks    []*lexicon.Rank
	Honors   []*lexicon.Honorific
	Offices  []Office
	Country  string // said beside the rank
	Accused  bool
	Private  bool
	Weak     bool // only a comma or "và" before it: a name by its looks
	Alone    bool // found again by the name alone
	after    gap  // before the words about this person
	dashed   bool // a dash stands between the posts and the name
	given    bool // a post behind the name is said to be his: A giữ chức X
}

// Said gives the state that a mention names beside the person, if it names one.
func (m *Mention) Said() string {
	if m.Country != "" {
		return m.Country
	}
	for i := range m.Offices {
		if c := m.Offices[i].Country; c != "" {
			return c
		}
	}
	return m.stateBehind()
}

// stateBehind gives the state behind the name whose the bare post before it is: Tổng thống A của Pháp, Tổng thống A (Pháp).
func (m *Mention) stateBehind() string {
	t, i := m.Text, m.Name.To
	code, n := stateInBrackets(t, i)
	bracket := n > 0
	if t.Is(i, reading.Of) {
		code, n = t.State(i + 1)
	}
	before := func(o Office) bool { return (bracket || o.Bare()) && o.From < m.Name.From }
	if n == 0 || !slices.ContainsFunc(m.Offices, before) {
		return ""
	}
	return code
}

// stateInBrackets gives the state that stands alone in brackets at token i, and its tokens with those.
func stateInBrackets(t *Text, i int) (code string, n int) {
	if !t.Is(i, reading.Opening) {
		return "", 0
	}
	if code, n = t.State(i + 1); n == 0 || !t.Is(i+1+n, reading.Closing) {
		return "", 0
	}
	return code, n + 2
}

// Touches tells whether a post stands right before the name, or "là" or brackets alone part them: Giám đốc A,
// Giám đốc là bà A, GIÁM ĐỐC | (Đã ký) | A.
func (m *Mention) Touches(o *Office) bool {
	if n := m.Text.link(o.To, linkIs); n > 0 {
		return o.To+n == m.From
	}
	return posts{bodyNames{names{m.Text}}}.pastBracket(o.To, longestSeal) == m.Name.From
}

// state gives the state that is said beside the person, or that of the first body.
func (m *Mention) state() string {
	state := m.Said()
	for i := 0; state == "" && i < len(m.Offices); i++ {
		state = m.Offices[i].state()
	}
	return state
}

// Titled tells whether a rank, a post or an honorific comes with the name.
func (m *Mention) Titled() bool { return len(m.Offices)+len(m.Ranks)+len(m.Honors) > 0 }

// postBefore tells whether a post stands before the name.
func (m *Mention) postBefore() bool {
	for i := range m.Offices {
		if m.Offices[i].From < m.Name.From {
			return true
		}
	}
	return false
}

// take gives the person a piece.
func (m *Mention) take(x *piece) {
	if x.country != "" {
		m.Country = x.country
	}
	switch x.kind {
	case rankItem:
		m.Ranks = append(m.Ranks, x.rank)
	case honorificItem:
		m.takeHonor(x.honor)
	case officeItem:
		x.office.Also, x.office.Plural = x.before == gapAlso, x.is(isShared)
		m.hold(&x.office)
	}
}

// hold gives the person a post; most have one.
func (m *Mention) hold(o *Office) {
	if m.Offices == nil {
		m.Offices = m.Text.memory.offices.List()
	}
	m.Offices = append(m.Offices, *o)
}

func (m *Mention) takeHonor(h *lexicon.Honorific) {
	switch h.Kind {
	case lexicon.AccusedHonorific:
		m.Accused = true
	case lexicon.PrivateHonorific:
		m.Private = true
	case lexicon.OfficeHonorific, lexicon.PoliteHonorific:
		m.Honors = append(m.Honors, h)
	}
}

// takes gives who holds the post that a piece behind a person says: the one named before, for whose
// kin the person is named, where the post is said to be taken. A, con gái Thủ tướng B, giữ chức X.
func takes(t *Text, x *piece, m *Mention) *Mention {
	if x.before == gapIs && setAside(t, m) {
		return backward{names{t}}.kinsman(m)
	}
	return m
}

// setAside tells whether a person is named behind a comma for whose kin somebody is.
func setAside(t *Text, m *Mention) bool {
	from := t.kinFrom(m)
	return from < m.From && t.Is(from-1, reading.Comma)
}

// kinFrom gives where the word for the kin of a person begins, the person where none stands
// before: con gái | Thủ tướng B, cháu họ của | Thủ tướng B.
func (t *Text) kinFrom(m *Mention) int {
	end := m.From
	if t.Is(end-1, reading.Of) {
		end--
	}
	switch from := t.endedFrom(kin, end); {
	case from == end, t.ended(inside, end): // công bố | đồng chí A
		return m.From
	default:
		return from
	}
}

// ofKin tells whether a piece behind "là" is of the kin of a person who is called ông or bà: vợ ông A là X.
func ofKin(t *Text, m *Mention, x *piece) bool {
	switch {
	case x.before != gapIs, m.From == m.Name.From:
		return false
	}
	return t.kinFrom(m) < m.From
}

// kinsman gives the person before whose kin stands between commas, nil where none is named: A, con
// gái Thủ tướng B.
func (r backward) kinsman(kinOf *Mention) *Mention {
	t := r.Text
	end := t.kinFrom(kinOf) - 1
	if t.before != nil && t.before.Name.To == end {
		return t.before
	}
	n, ok := r.nameEnding(end)
	if !ok {
		return nil
	}
	m := Keep(Mention{Text: t, From: n.From, To: n.To, Name: n})
	t.aside, t.before = append(t.aside, m), m
	return m
}

// holdsBeside tells whether a person has another seat in the body of a post: one has
// not both.
func (m *Mention) holdsBeside(x *piece) bool {
	if !x.has(isPost, isMember|isBare) || x.office.Agency < 0 {
		return false
	}
	return slices.ContainsFunc(m.Offices, func(o Office) bool {
		return o.Agency == x.office.Agency
	})
}

// Differ tells whether two states are known, and not the same.
func Differ(a, b string) bool { return a != b && a != "" && b != "" }
