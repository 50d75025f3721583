package phrase

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// Around reads what stands around a person's name: states, delegations, and what
// makes a street or a longer name of it.
type Around struct{ names }

// Around gives the text as one looks around in it.
func (t *Text) Around() Around { return Around{names{t}} }

// Delegation gives the state of the delegation that the person before token i
// leads, or leads with the one named before: Đoàn đại biểu … Trung Quốc do đồng
// chí X; phía Lào do ông X và ông Y.
func (r Around) Delegation(i int) string {
	const most = 30
	by := r.ledBy(i)
	if !r.Is(by, reading.By) {
		return ""
	}
	for k := range r.back(by, most) {
		if r.is(k, led) {
			return r.stateIn(k, by)
		}
	}
	return ""
}

// BodyOf gives the body behind của or thuộc at token i, -1 for none.
func (r Around) BodyOf(i int) int {
	at := i + r.link(i, linkOf)
	if s, ok := r.Body(at); ok && at > i {
		return s.Body
	}
	return -1
}

// BodyInBrackets gives the body whose name, with what that is part of, alone stands in brackets at
// token i, -1 for none.
func (r Around) BodyInBrackets(i int) int {
	s, ok := r.Body(i + 1)
	if !ok || !r.Is(i, reading.Opening) {
		return -1
	}
	end := s.To
	for r.Is(end, reading.Comma) {
		up, _ := r.Body(end + 1)
		if up.To == 0 {
			return -1
		}
		end = up.To
	}
	if !r.Is(end, reading.Closing) {
		return -1
	}
	return s.Body
}

// FieldInBrackets gives what the ministry is for that alone stands in brackets at token i, and the tokens of those, 0 for
// none: (Công Thương).
func (r Around) FieldInBrackets(i int) (field string, n int) {
	return posts{bodyNames(r)}.fieldInBrackets(i)
}

// SeatBehind gives the place that elected a deputy whose name ends before token i, where his
// delegation stands in brackets there or set off, and its tokens; nil for none: (đoàn Nam Định), - đoàn Nam Định,
// (ĐBQH tỉnh Nam Định).
func (r Around) SeatBehind(i int) (seat *lexicon.Place, from, to int) {
	if !r.Is(i, reading.Opening|reading.Comma|reading.LongDash|reading.Hyphen) {
		return nil, 0, 0
	}
	seat, to = delegationAt(r.Text, i+1)
	if r.Is(i, reading.Opening|reading.Comma) && !r.Is(to, reading.Sign) && r.Follows(to) {
		return nil, 0, 0
	}
	return seat, i + 1, to
}

// ledBy gives the "do" before token i, or before the person named before it with
// "và"; another token where there is none.
func (r Around) ledBy(i int) int {
	const most = 30
	by := i - 1
	if !r.Is(by, reading.And) {
		return by
	}
	for k := range r.back(by, most) {
		if r.Is(k, reading.By) {
			return k
		}
	}
	return i
}

// Heading gives the place, with the word of its level, with which the line of token i begins and whose posts are told
// there, in tokens, none where there is none: Xã A: Bí thư …; Phường A có Bí thư là ….
func (r Around) Heading(i int) (from, to int) {
	const most = 60 // tokens
	first := i
	for k := range r.back(i, most) {
		if r.Is(first, lineStart) {
			break
		}
		first = k
	}
	n := bodyNames(r).typedPlace(first)
	if to := first + n; n == 0 || !r.Is(to, reading.Colon) && r.link(to, linkSuch) == 0 {
		return 0, 0
	}
	return first, first + n
}

// stateIn gives the last state named in tokens i to j.
func (r Around) stateIn(i, j int) string {
	country := ""
	for k := i; k < j; k++ {
		if code, n := r.state(k); n > 0 {
			country = code
		}
	}
	return country
}

// state gives the state, or that of a region, that is named at token i with a capital.
func (r Around) state(i int) (code string, n int) {
	if !r.Capital(i) {
		return "", 0
	}
	if code, n = r.State(i); n == 0 {
		code, n = r.Region(i)
	}
	return code, n
}

// StateBefore gives the state, not ours, that is named last within so many tokens
// before token i; one where somebody goes, to whose office another came, or of a list, only
// where there is no other.
func (r Around) StateBefore(i, within int) string {
	other := ""
	for k := i - 1; k >= max(0, i-within+1); k-- {
		switch c := r.foreignState(k); {
		case c == "":
		case !r.ended(toward, k) && !r.electedOf(k) && !r.inListOfStates(k):
			return c
		case other == "":
			other = c
		}
	}
	return other
}

// inListOfStates tells whether the state at token i is one of three or more in a row: người Iran,
// Iraq và Yemen.
func (r Around) inListOfStates(i int) bool {
	const enough = 3
	n := 1
	for k := i; n < enough && r.Is(k-1, reading.Comma|reading.And); n++ {
		from := states{r.Text}.from(k - 1)
		if from < 0 {
			break
		}
		k = from
	}
	for k := i; n < enough; n++ {
		_, m := r.State(k)
		if !r.Is(k+m, reading.Comma|reading.And) {
			return false
		}
		if _, next := r.State(k + m + 1); next == 0 {
			return false
		}
		k += m + 1
	}
	return true
}

// electedOf tells whether the state at token i is that of an office to which the
// sentence says that another came: ông A đắc cử tổng thống Mỹ, Thủ tướng B ….
func (r Around) electedOf(i int) bool {
	const longest = 4 // tokens of the title
	_, n := r.wordBefore(i, longest, postWord)
	return r.ended(elected, i-n)
}

// StateBehind gives the state, not ours, that is named first from token i on,
// within so many tokens of its sentence.
func (r Around) StateBehind(i, within int) string {
	for k := range r.ahead(i, within) {
		if c := r.foreignState(k); c != "" {
			return c
		}
	}
	return ""
}

// StateOfHeadline gives the first state, not ours, that the headline names.
func (r Around) StateOfHeadline() string {
	h := r.Headline.Around()
	for k := range h.Tokens {
		if c := h.foreignState(k); c != "" {
			return c
		}
	}
	return ""
}

// foreignState gives the state, not ours, that is named at token i, or whose body is:
// Nhà Trắng.
func (r Around) foreignState(i int) string {
	if r.inForeignName(i) {
		return ""
	}
	code, _ := r.state(i)
	if s, ok := r.Body(i); ok {
		code = r.Bodies[s.Body].Country
	}
	if code == Home || code == lexicon.International || r.addressed(i) {
		return ""
	}
	return code
}

// inForeignName tells whether a foreign word stands before token i, so that what looks
// like a state or its region is somebody's last name: Luís Montenegro, Al-Sabah.
func (r Around) inForeignName(i int) bool {
	k := i - 1
	if r.Looks(k, reading.Hyphen|reading.Joined) {
		k--
	}
	return r.Foreign(i) && r.Foreign(k)
}

// addressed tells whether an honorific stands before token i, so that a name
// begins there: ngài Úc Kim Lẹ.
func (r Around) addressed(i int) bool {
	const longest = 2
	_, n := r.wordBefore(i, longest, honorificWord)
	_, state := r.State(i)
	return n > 0 && !r.nameAbroad(i+state) // Đệ nhất phu nhân Mỹ | Melania
}

// Sporting tells whether the sentence of token i is about a match, by more than one syllable:
// a general too has fought his trận.
func (r Around) Sporting(i int) bool {
	const most = 40 // tokens on either side
	for k := range r.back(i, most) {
		if r.phrase(k, sport) > 1 {
			return true
		}
	}
	for k := range r.ahead(i+1, most) {
		if r.phrase(k, sport) > 1 {
			return true
		}
	}
	return false
}

// TakenAway tells whether the sentence takes the post at token i away: miễn nhiệm Bộ trưởng Bộ A.
func (r Around) TakenAway(i int) bool { return takenAway(r.Text, i) }

// RoleAt tells whether "làm" stands before the post at token i.
func (r Around) RoleAt(i int) bool { return r.is(i-1, roleOf) }

// GuestsAt tells whether the post at token i is what those are called who came: Dự họp có các đại biểu A, B.
func (r Around) GuestsAt(i int) bool { return r.Is(i, reading.Every) && r.link(i-1, linkSuch) > 0 }

// Surname tells whether token i may be a surname.
func (r Around) Surname(i int) bool { return r.surname(i) }

// OfName tells whether token i may be a surname or a given name.
func (r Around) OfName(i int) bool {
	return r.Is(i, reading.Surname|reading.RareSurname|reading.GivenName)
}

// NamesPlace tells whether what stands before token i makes a street, a school
// or a prize of the name; titled: whether a rank or post comes with it.
func (r Around) NamesPlace(i int, titled bool) bool {
	const longest = 4
	if r.ended(noStreet, i) {
		return false
	}
	for n := 1; n <= longest; n++ {
		always, k := r.after.Longest(r.Text.Text, i-n)
		if k == n && (always || !titled) && !r.inLevel(i-n) {
			return !r.InBody(i - 1)
		}
	}
	return false
}

// inLevel tells whether token i is the second of a word of a level: thành phố.
func (r Around) inLevel(i int) bool { return r.level(i-1) > 1 }

// inLongerName tells whether the name of tokens i to j goes on behind, or begins
// before.
func (r Around) inLongerName(i, j int) bool {
	if r.spacedCapital(j) {
		return true
	}
	return r.Capital(i-1) && r.surname(i-1)
}

// spacedCapital tells whether token i is a word with a capital behind a blank in
// the sentence of the one before.
func (r Around) spacedCapital(i int) bool {
	return r.Looks(i, reading.Large|reading.Following|reading.Spaced)
}
