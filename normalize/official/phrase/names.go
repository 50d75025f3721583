package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// manner says how sure the grammar is that a name stands here.
type manner uint8

const (
	expected    manner = iota // right behind a rank, a post or an honorific
	listed                    // behind a comma or "và": only what is a name by its looks
	behindBody                // behind the body of a post: likewise, initials without their stops too
	behindState               // behind such a body, whose name ends in another state's: two capitals or more
)

// Name is a person's name in the text, in tokens.
type Name struct {
	From, To int
	Foreign  bool // not written in Vietnamese syllables
	Caps     bool // in a line of capitals
}

// Words gives the tokens of the name.
func (n Name) Words() int { return n.To - n.From }

const (
	longestName   = 6 // syllables, ethnic names included
	longestAbroad = 8 // Mohammed Bin Salman Bin Abdulaziz Al Saud
	longestShout  = 4 // syllables of a name within a line of capitals
)

// longestOf is how many words a name has at most.
func longestOf(n Name) int {
	if n.Foreign {
		return longestAbroad
	}
	return longestName
}

// names reads names of persons.
type names struct{ *Text }

// read reads a name that starts at token i.
func (r names) read(i int, m manner) (Name, bool) {
	switch {
	case !r.mayBegin(i, m):
		return Name{}, false
	case r.shouted(i):
		return r.shout(i, m)
	case r.Is(i, reading.AllLarge) && (m == listed || !r.initialsAt(i) && !r.familyFirst(i)):
		return Name{}, false
	}
	n := Name{From: i, To: i + 1, Foreign: r.Foreign(i) || m == behindBody && r.korean(i), Caps: r.familyFirst(i)}
	ours := r.highland(i)
	for parts := 1; parts < longestOf(n) || r.Tok(n.To).Gap == viet.Joined; {
		step := r.step(n)
		if step == 0 {
			break
		}
		if r.Tok(n.To).Gap != viet.Joined {
			parts++ // Vi-lay-vông is one
		}
		foreign, own := looks(r, n.To, n.To+step)
		n.Foreign, ours = n.Foreign || foreign, ours || own
		n.To += step
	}
	n.Foreign = n.Foreign && !ours || inSyllables(r.Text, i)
	n.Caps = n.Caps || n.Words() > 1 && r.inCapitals(n.To-1)
	return n, r.plausible(n, m)
}

// looks tells whether one of tokens i to j is a foreign word, and one written as ours alone are.
func looks(r names, i, j int) (foreign, ours bool) {
	for k := i; k < j; k++ {
		foreign = foreign || r.Foreign(k) && !roman(r.Word(k)) // Khóa XV
		ours = ours || r.ownApostrophe(k) || ownLetters(r.Word(k))
	}
	return foreign, ours
}

// initialsAt tells whether token i is the initials of a foreign name, without their
// stops: HCS Bisht.
func (r names) initialsAt(i int) bool {
	const most = 3
	if _, state := r.State(i); state > 0 {
		return false // CH Czech
	}
	switch {
	case len(r.Word(i)) > most, !r.Looks(i+1, reading.Spaced|reading.FirstLarge), r.level(i) > 0:
		return false
	}
	return r.Foreign(i + 1)
}

// highland tells whether token i begins a name of the highlands: Y Thanh, Rơ; not O'Neill.
func (r names) highland(i int) bool {
	switch {
	case !r.single(i):
		return ownLetters(r.Word(i))
	case r.Is(i, reading.Joined), r.Is(i+1, reading.Stop):
		return false
	case r.Is(i+1, reading.Apostrophe):
		return r.ownApostrophe(i + 1)
	}
	return true
}

// mayBegin tells whether a name may begin at token i.
func (r names) mayBegin(i int, m manner) bool {
	_, body := r.Body(i)
	switch _, n := r.bodies.Longest(r.Text.Text, i); {
	case n > 1 && r.Is(i, reading.Surname) && r.Small(i+n-1):
		return false // Đoàn Thanh niên
	case !r.Capital(i), body, coded(r.Word(i)), r.titleAt(i), r.never(i) && !(m == behindState && states(r).pair(i)), r.endsAsState(i), m == behindBody && ofMedicine(r, i):
		return false
	}
	return m == expected || m == behindState || r.surname(i) || r.marked(i) || m == behindBody && (r.korean(i) || inSyllables(r.Text, i))
}

// known gives the tokens of the name of a leader whom everybody knows at token i.
func (r names) known(i int) int {
	m, _ := r.Longest(i, reading.Leader)
	return int(m.Len)
}

// never tells whether token i is a word that begins no name: Vì, but in Vì Văn A.
func (r names) never(i int) bool {
	switch {
	case !r.Is(i, reading.NeverName), r.surname(i), r.known(i) > 0:
		return false
	case states(r).threeSyllables(i): // Cho Sang Ho
		return false
	}
	return !r.Looks(i+1, reading.Large|reading.MiddleName, reading.Large)
}

// endsAsState tells whether a state of two words or more stands at token i, and no
// capital behind it.
func (r names) endsAsState(i int) bool {
	_, n := r.State(i)
	return n > 1 && !r.Capital(i+n)
}

// abroad tells whether one of the capital words from token i on is foreign.
func (r names) abroad(i int) bool {
	for k := i; k < i+3 && r.Capital(k); k++ {
		if r.Foreign(k) {
			return true
		}
	}
	return false
}

// likely tells whether a person's name is likelier at token i than the rest of an
// agency's.
func (r names) likely(i int) bool {
	switch {
	case inSyllables(r.Text, i):
		return true
	case r.Is(i+1, reading.Apostrophe) && r.surname(i):
		return ofApostrophe(r, i)
	case r.surname(i):
		return r.Capital(i+1) || r.smallMiddle(Name{From: i, To: i + 1}) || r.single(i) && r.Is(i+1, reading.Stop)
	}
	return r.marked(i) || r.shouted(i) || states(r).threeSyllables(i) || r.korean(i)
}

// marked tells whether what stands at token i begins a name, though it is no surname of ours:
// a leader's, one letter, or a foreign word.
func (r names) marked(i int) bool { return r.known(i) > 0 || r.single(i) || r.abroad(i) }

// titleAt tells whether a rank, a post or an honorific of two syllables or more
// starts at token i.
func (r names) titleAt(i int) bool {
	w, n := r.word(i)
	return n > 1 && w.titles()
}

// step gives how many tokens the name goes on with, 0 at its end.
func (r names) step(n Name) int {
	i := n.To
	tok := r.Tok(i)
	switch _, body := r.Body(i); {
	case !r.Follows(i):
		return 0
	case tok.Gap == viet.Joined:
		return r.joined(n)
	case r.Is(i, reading.LongDash):
		return r.overDash(n)
	case r.Small(i) && r.smallMiddle(n):
		return 2
	case r.Small(i):
		return r.particles(n)
	case r.inCapitals(i) && r.familyLast(n):
		return 1
	case tok.Kind != viet.Word, r.inCapitals(i), body, titleEnds(r, n), !r.surname(n.From) && r.endsAsState(i), r.ends(n), glue{r}.glued(n), glue{r}.calls(n):
		return 0
	}
	return 1
}

// korean tells whether a Korean name of three words begins at token i, with a surname that none of
// ours is: Kang Sun Ho.
func (r names) korean(i int) bool {
	return r.is(i, dashed) && !r.surname(i) && r.Looks(i, reading.Large, reading.Large, reading.Large)
}

// inCapitals tells whether token i is a word in capitals and no numeral.
func (r names) inCapitals(i int) bool { return r.Is(i, reading.AllLarge) && !roman(r.Word(i)) }

// ends tells whether the word behind a name goes into none, unless two syllables
// await their third: ông Hồ Chánh Giám – Đại biểu ….
func (r names) ends(n Name) bool {
	i := n.To
	switch {
	case !r.Is(i, reading.NeverName), r.Is(i, reading.GivenName), r.surname(i):
		return false
	case r.Looks(i+1, reading.Hyphen|reading.Joined): // Ahn Do-hyun
		return false
	case n.Words() == 1 && states(r).threeSyllables(n.From): // Kim Do Yun
		return false
	case n.Words() < 2, n.Words() > 3:
		return true
	}
	return !r.Is(i-1, reading.MiddleName) && !r.closes(i+1)
}

// closes tells whether nothing that a title could go on with stands at token i.
func (r names) closes(i int) bool { return !r.Follows(i) || r.Is(i, reading.Sign) }

// overDash gives the tokens of a dash and the word behind it inside a Korean name, and
// the name of a Lao: Khăm Pheng – Xay Sổm Pheng, Tỉnh trưởng ….
func (r names) overDash(n Name) int {
	i := n.To + 1
	switch {
	case n.Words() == 2 && r.is(n.From, dashed) && (r.capitals(i) == 1 || joinsSmall(r, i)):
		return 2 // Park Soo - Hyun
	case n.Words() < 2, n.Foreign, r.surname(n.From), r.titleAt(i), !r.Is(i+r.capitals(i), reading.Comma), r.Foreign(i):
		return 0
	}
	return 2
}

// joinsSmall tells whether a Korean given name goes on in small letters at token i: Park Jae - min.
func joinsSmall(r names, i int) bool { return r.Small(i) && r.Follows(i) && !r.titleAt(i) }

// smallMiddle tells whether a middle name in small letters stands behind a surname,
// and a given name behind it: Nguyễn văn Bảy.
func (r names) smallMiddle(n Name) bool {
	i := n.To
	switch {
	case n.Words() > 1, !r.surname(n.From), !r.Is(i, reading.MiddleName|reading.GivenName):
		return false
	case r.Is(n.From, reading.RareSurname) && !r.Is(i, reading.MiddleName): // Lò văn Thử
		return false
	}
	w, _ := r.word(i)
	_, state := r.State(i + 1)
	switch {
	case w.kind != noWord, state > 0, r.ourGiven(i+2) && !r.Is(i, reading.MiddleName):
		return false
	}
	return r.ourGiven(i + 1)
}

// particles gives the tokens of von der Leyen, 0 where no capital follows.
func (r names) particles(n Name) int {
	const most = 3
	i := n.To
	for i-n.To < most && r.Looks(i, reading.NameParticle|reading.Small) {
		i++
	}
	if r.Is(i, reading.Hyphen) {
		i++ // al-Masri
	}
	switch {
	case !n.Foreign && !transliterated(r.Text, n.From) && !(n.Words() == 1 && r.Foreign(i)), !r.Capital(i), r.Is(i, reading.AllLarge): // Luc | van den Broeck
		return 0
	}
	return i + 1 - n.To
}

// joined goes on over a hyphen, an apostrophe or the full stop of an initial.
func (r names) joined(n Name) int {
	i := n.To
	next := r.Tok(i + 1)
	switch {
	case next.Kind != viet.Word:
		return 0
	case n.Foreign && r.Looks(i, reading.Apostrophe, reading.Spaced) && r.Capital(i+1):
		return 2 // Dato' Seri
	case r.Is(i, reading.Stop):
		return r.overStop(n)
	case glue{r}.setOff(n):
		return 0
	case !r.Is(i, reading.Hyphen|reading.Apostrophe), next.Gap != viet.Joined, r.Is(i+1, reading.AllLarge):
		return 0
	}
	return 2
}

// overStop goes on over the full stop of an initial: D. Trump.
func (r names) overStop(n Name) int {
	i := n.To
	switch {
	case !r.single(i-1) && !r.is(i-1, initials), r.Tok(i+1).Shape == viet.Lower:
		return 0
	case r.surname(n.From) && r.Tok(i+1).Gap != viet.Joined && !r.Foreign(i+1):
		return 0 // ông A. Hôm sau …
	}
	return 2
}

// plausible judges a name as a whole.
func (r names) plausible(n Name, m manner) bool {
	switch {
	case r.phrase(n.From, holding) == n.To-n.From:
		return false // phụ trách Ấn Độ Dương - Thái Bình Dương
	case n.Words() == 1:
		return plausibleWord(r, n, m)
	case initialsOnly(r, n) && !r.Is(n.To, reading.Stop):
		return false // T.Ư
	}
	if m == expected {
		return true
	}
	if r.isPlace(n) && !r.behindPlace(n) {
		return false
	}
	return m == behindState || n.Foreign || r.surname(n.From) || r.known(n.From) == n.Words()
}

// plausibleWord judges a name of one word: behind the state of a body a foreign one.
func plausibleWord(r names, n Name, m manner) bool {
	switch {
	case r.single(n.From):
		return false
	case m == behindState:
		return n.Foreign && !r.isPlace(n)
	}
	return m == expected
}

// initialsOnly tells whether a name has no word of more than one letter.
func initialsOnly(r names, n Name) bool {
	for i := n.From; i < n.To; i++ {
		if r.Tok(i).Kind == viet.Word && !r.single(i) {
			return false
		}
	}
	return true
}

// behindPlace tells whether a name that is a district's or commune's too stands right behind
// the name of a place, where no second one does: UBND tỉnh Bắc Ninh Mai Sơn.
func (r names) behindPlace(n Name) bool {
	const longest = 3 // syllables
	if p, _ := r.place(n.From); p == nil || p.Level == lexicon.ProvinceLevel {
		return false
	}
	for k := 2; k <= longest; k++ {
		if _, to := r.place(n.From - k); to == k {
			return r.surname(n.From)
		}
	}
	return false
}

// isPlace tells whether the words of a name are a place's: one of ours, or a capital
// or region abroad.
func (r names) isPlace(n Name) bool {
	_, place := r.place(n.From)
	capital, _ := r.Longest(n.From, reading.Capital)
	region, _ := r.Longest(n.From, reading.Region)
	return slices.Contains([]int{place, int(capital.Len), int(region.Len)}, n.Words())
}

// nameAbroad tells whether a word with a capital at token i is no Vietnamese syllable.
func (r names) nameAbroad(i int) bool { return r.Capital(i) && r.Foreign(i) }

// surnameStart tells whether a Vietnamese name of two syllables or more may start
// at token i, of three where the surname is also an ordinary word.
func (r names) surnameStart(i int) bool {
	if !r.surname(i) || r.Foreign(i+1) {
		return false
	}
	least := 2
	if r.Is(i, reading.RareSurname) {
		least = 3
	}
	return r.capitals(i) >= least
}
