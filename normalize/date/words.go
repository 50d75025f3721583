package date

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// role is the part a phrase plays in the grammar of dates.
type role uint8

// The roles: those of the lexicon in its order, then those the finder gives.
const (
	wDay role = iota
	wHom
	wMonth
	wYear
	wYearHead
	wWeek
	wWeekend
	wQuarter
	wDecade
	wCentury
	wHour
	wMinute
	wNumber
	wMonthName
	wWeekday
	wPart
	wDeixis
	wRelativeDay
	wSameDay
	wThatDay
	wNextDay
	wSameMonth
	wSameYear
	wSamePeriod
	wThis
	wLast
	wRecent
	wNext
	wStage
	wStageHead
	wUntil
	wFrom
	wAnd
	wAbout
	wAt
	wOf
	wPeriod
	wSchoolYear
	wBorn
	wHalf
	wOpening
	wAgoHead
	wAgo
	wAfterAgo
	wMore
	wLeft
	wLater
	wSeason
	wBeforeEra
	wNewMoon
	wFullMoon
	wTet
	wEve
	wLunar
	wStem
	wBranch
	wFuture
	wPast
	wNotBefore
	wNotAfter
	wMonthly
	wMeasure
	wCount
	wRoughly
	wRecurring
	wEvidence
	wNamedHead
	wAnniversary
	wLexicon // the number of roles that the lexicon has
)

const (
	wFeast  = wLexicon + iota // a named day; the value is its index
	wFigure                   // a number in digits
	wUpper                    // a word in capitals: a Roman number perhaps
	wCode                     // capitals and figures in one token: T9, Q1, SN1984
	wRoles
)

// roles is a set of roles.
type roles [2]uint64

func (r *roles) add(o role)            { r[o>>6] |= 1 << (o & 63) }
func (r roles) has(o role) bool        { return r[o>>6]&(1<<(o&63)) != 0 }
func (r roles) meets(other roles) bool { return r[0]&other[0]|r[1]&other[1] != 0 }
func (r roles) with(other roles) roles { return roles{r[0] | other[0], r[1] | other[1]} }

func rolesOf(list ...role) (set roles) {
	for _, r := range list {
		set.add(r)
	}
	return set
}

// sense is one meaning of a phrase.
type sense struct {
	role  role
	value int
}

// words finds the phrases of the calendar in a text.
type words struct {
	first []roles // by the ID of the first syllable: the roles of its phrases
	trie  *viet.Trie[[]sense]
}

func newWords(dates lexicon.Dates, vocabulary *viet.Vocabulary) *words {
	w := &words{trie: viet.NewTrie[[]sense]()}
	numbers := map[string]role{}
	for i, name := range lexicon.DateRoles() {
		numbers[name] = role(i)
	}
	for _, word := range dates.Words {
		for _, phrase := range word.Words {
			w.put(vocabulary.Add(phrase), sense{numbers[word.Role], word.Value})
		}
	}
	for i, feast := range dates.Feasts {
		for _, phrase := range feast.Words {
			w.put(vocabulary.Add(phrase), sense{wFeast, i})
		}
	}
	return w
}

func (w *words) put(phrase []viet.ID, s sense) {
	if len(phrase) == 0 {
		return
	}
	if old, _ := w.trie.Add(phrase, []sense{s}); len(old) > 0 {
		w.trie.Add(phrase, append(old, s))
	}
	for int(phrase[0]) >= len(w.first) {
		w.first = append(w.first, roles{})
	}
	w.first[phrase[0]].add(s.role)
}

// may gives the roles that a phrase starting with the token may have.
func (w *words) may(tok *viet.Token) (set roles) {
	if int(tok.ID) < len(w.first) {
		set = w.first[tok.ID]
	}
	switch {
	case tok.Kind == viet.Number:
		set.add(wFigure)
	case tok.Shape == viet.Upper || tok.Shape == viet.Title && tok.End-tok.Start <= 3:
		set.add(wUpper)
	}
	return set
}

// read gives for each token the roles of the phrases that start there, and those
// of figures.
func (w *words) read(all []roles, t *viet.Text) []roles {
	all = slices.Grow(all[:0], len(t.Tokens))[:len(t.Tokens)]
	for i := range t.Tokens {
		tok, set := &t.Tokens[i], &all[i]
		*set = roles{}
		if int(tok.ID) < len(w.first) && w.first[tok.ID] != (roles{}) {
			w.trie.Each(t, i, func(senses []sense, _ int) {
				for _, s := range senses {
					set.add(s.role)
				}
			})
		}
		switch last := t.Src[tok.End-1]; {
		case last < '0' || last > '9':
		case tok.Kind == viet.Number:
			set.add(wFigure)
		case tok.Kind == viet.Word:
			set.add(wCode)
		}
	}
	return all
}

// find gives the value and length of the longest phrase of the role that
// starts at token i; with exact > 0, of the phrase of exactly that length.
func (s *scan) find(i int, r role, exact int) (value, n int) {
	if i < 0 || i >= len(s.roles) || !s.roles[i].has(r) {
		return 0, 0
	}
	s.f.words.trie.Each(s.t, i, func(senses []sense, length int) {
		if exact > 0 && length != exact {
			return
		}
		for _, s := range senses {
			if s.role == r {
				value, n = s.value, length
			}
		}
	})
	return value, n
}

// longestWords bounds how far back a phrase before a date is looked for.
const longestWords = 4

// before gives the value and start of the longest phrase of the role that ends
// just before token i; the start is i where there is none.
func (s *scan) before(i int, r role) (value, start int) {
	for n := min(longestWords, i); n >= 1; n-- {
		if v, length := s.find(i-n, r, n); length == n {
			return v, i - n
		}
	}
	return 0, i
}

// is tells whether a phrase of the role starts at token i.
func (s *scan) is(i int, r role) bool { return i >= 0 && i < len(s.roles) && s.roles[i].has(r) }
