package agency

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// sense is one thing that a phrase may mean: a body by one of its names.
type sense struct {
	body  int32
	exact bool    // an abbreviation: counts only in capitals as written
	post  bool    // counts only right after a title
	after viet.ID // the last syllable of that title, 0 for any
	count string  // the number that the word ends with: QK7
}

// words is what the finder knows.
type words struct {
	*reading.Words
	lex        *lexicon.Lexicon
	forms      *lexicon.Forms
	bodies     []body
	levels     []levelWord
	names      *reading.Phrases[[]sense]
	elided     *reading.Phrases[elisions] // names without the word that they begin with
	headed     []headed                   // those words
	ellipses   *reading.Phrases[string]   // title to head word
	heads      *reading.Phrases[*lexicon.Head]
	rowed      *reading.Phrases[string]        // words that stand once before the names of several bodies: các sở
	abroad     *reading.Phrases[*lexicon.Head] // heads of bodies of foreign regions
	centrals   *reading.Phrases[string]        // quốc gia, Trung ương and how they are shortened, by the full word
	oneState   *reading.Phrases[string]        // posts that only one state has
	nots       reading.Kind                    // what only looks like a body
	toRegion   reading.Kind                    // small words between a head and a region
	joining    reading.Kind                    // small words inside names
	after      reading.Kind                    // small words that follow names
	others     reading.Kind                    // Công ty: what begins another name behind "và"
	aims       reading.Kind                    // first words of what a committee is for
	compounds  reading.Kind                    // words that a head only ends
	sides      reading.Kind                    // phía Bắc: behind a unit
	branches   reading.Kind                    // Nghiệp vụ: what a deputy of a unit is for
	matches    reading.Kind                    // thắng: what one club does to another
	sporting   reading.Kind                    // V-League: in the sentence of a match
	members    reading.Kind                    // người: what a number behind a committee's name counts
	rivals     reading.Kind                    // Thể Công: clubs that no body is named like
	faces      reading.Kind                    // gặp: between the names of two clubs
	named      reading.Kind                    // là: before the names of those who hold a post
	enters     reading.Kind                    // tham gia Ban Chấp hành: a new seat, which leads up to an office
	leaders    reading.Kind                    // Ban Giám đốc: between a party committee and whose it is
	states     reading.Kind                    // bang: before the state of a federation
	clubs      reading.Kind                    // CLB, đội bóng: before a club named as a body
	realms     reading.Kind                    // Vương quốc, Cộng hòa: before a country
	epithets   reading.Kind                    // lâm thời: between a government and its state
	hostStates reading.Kind                    // nước chủ nhà: the state named last
	counties   reading.Kind                    // hạt: before a part of a state or province abroad
	opening    reading.Bits                    // with which a rule of the scan begins
	naming     reading.Bits                    // with which the name of a body begins
	provinces  map[string]int32                // as host names write them
	around     hostWords                       // them there
	ofLevel    []lexicon.Level                 // of the places: of some names there are many
	seats      map[string]int32                // by title and type of place: Chủ tịch huyện
	parties    map[int32]int32                 // of bodies of places: Đảng ủy Quân sự {place}
	// ministries are the names of those above bodies that units name by the place alone: Bộ Công an
	ministries map[string]bool

	spelling spelling
	bearers  func() map[string][]int32 // places by their names
}

func newWords(w *reading.Words) *words {
	t := &words{
		Words: w, lex: w.Lexicon(), forms: &w.Lexicon().Forms, elided: reading.NewPhrases[elisions](w, "agency/elided"),
		names: reading.NewPhrases[[]sense](w, "agency/names"), ellipses: reading.NewPhrases[string](w, "agency/ellipses"),
		heads: reading.NewPhrases[*lexicon.Head](w, "agency/heads"), rowed: reading.NewPhrases[string](w, "agency/rows"), abroad: reading.NewPhrases[*lexicon.Head](w, "agency/abroad"),
		centrals: reading.NewPhrases[string](w, "agency/centrals"), oneState: reading.NewPhrases[string](w, "agency/of-one-state"),
		nots: w.Kind("agency/not"), toRegion: w.Kind("agency/to-region"), joining: w.Kind("agency/joining"),
		after: w.Kind("agency/after"), others: w.Kind("agency/others"), aims: w.Kind("agency/aims"), compounds: w.Kind("agency/compounds"), realms: w.Kind("agency/realms"), epithets: w.Kind("agency/epithets"), hostStates: w.Kind("agency/host-states"), counties: w.Kind("agency/counties"), states: w.Kind("agency/states"), leaders: w.Kind("agency/leaders"), enters: w.Kind("agency/enters"), clubs: w.Kind("agency/clubs"), matches: w.Kind("agency/matches"), sporting: w.Kind("agency/sports"), members: w.Kind("agency/members"), rivals: w.Kind("agency/rivals"), faces: w.Kind("agency/faces"), named: w.Kind("agency/named"), sides: w.Kind("agency/sides"), branches: w.Kind("agency/branches"),
	}
	t.naming = w.Group(reading.KindsOf(t.names.Kind, t.heads.Kind, t.abroad.Kind))
	t.opening = w.Group(reading.KindsOf(t.nots, t.oneState.Kind, t.heads.Kind, t.rowed.Kind, t.names.Kind, t.abroad.Kind, t.ellipses.Kind, reading.Title,
		reading.Leader, reading.Country, reading.Capital, reading.Level, reading.Place, reading.Region))
	t.spelling = t.newSpelling()
	t.addForms()
	addLevels(t)
	t.ofLevel = make([]lexicon.Level, len(t.lex.Places))
	for i := range t.lex.Places {
		t.ofLevel[i] = t.lex.Places[i].Level
	}
	t.addPosts()
	addRows(t)
	t.addAgencies()
	t.addHosts()
	t.bearers = sync.OnceValue(func() map[string][]int32 { return bearersOf(t.lex.Places) })
	return t
}

// bearersOf lists the places by their names.
func bearersOf(places []lexicon.Place) map[string][]int32 {
	bearers := map[string][]int32{}
	for k := range places {
		name := places[k].Name
		bearers[name] = append(bearers[name], int32(k))
	}
	return bearers
}

func fromForms(key string) reading.Entry { return reading.Entry{File: "forms.toml", Key: key} }

func (t *words) addForms() {
	f := t.forms
	for i := range f.Heads {
		t.heads.Add(f.Heads[i].Word, &f.Heads[i], fromForms(f.Heads[i].Word))
	}
	for i := range f.Abroad {
		t.abroad.Add(f.Abroad[i].Word, &f.Abroad[i], fromForms(f.Abroad[i].Word))
	}
	for kind, phrases := range map[reading.Kind][]string{
		t.nots: f.NotAgencies, t.toRegion: f.ToRegion, t.joining: f.Joining, t.after: f.After, t.others: f.Others, t.aims: f.Aims, t.compounds: f.Compounds, t.realms: f.Realms, t.epithets: f.Epithets, t.hostStates: f.HostStates, t.counties: f.Counties, t.states: f.States, t.leaders: f.Leaders, t.enters: t.lex.Clauses.Appointment.Enters, t.clubs: f.Clubs, t.matches: f.Matches, t.sporting: f.Sports, t.members: f.Members, t.rivals: f.Rivals, t.faces: f.Faces, t.named: append(t.lex.Clauses.Small.Is[:1:1], t.lex.Clauses.Links.Such...), t.sides: f.Sides, t.branches: t.lex.Clauses.Small.BranchOf,
	} {
		for _, s := range phrases {
			t.Register(kind, s, 0, fromForms(s))
		}
	}
	for _, s := range f.Central {
		for _, short := range t.variants([]string{s}) {
			t.centrals.Add(short, s, fromForms(s))
		}
	}
	for _, m := range f.Marks {
		t.oneState.Add(m.Phrase, m.Country, fromForms(m.Phrase))
	}
}

func addLevels(t *words) {
	for _, l := range t.forms.Levels {
		capitals := l.Word == strings.ToUpper(l.Word)
		t.levels = append(t.levels, levelWord{LevelWord: l, short: capitals, letter: len(l.Word) == 1})
	}
}

// addPosts learns which titles swallow the agency's first word, and which only
// one state has.
func (t *words) addPosts() {
	for _, p := range t.lex.Posts.List {
		for _, title := range p.Phrases() {
			t.addTitle(title, p)
			if p.Deputy {
				t.addTitle(lexicon.Deputy+" "+title, p)
			}
		}
	}
}

// addRows learns the heads that may stand once for several bodies: those that titles take
// in, and others.
func addRows(t *words) {
	for _, word := range t.forms.Rows {
		leaveOut(t, word)
		t.rowed.Add(word, word, fromForms(word))
	}
	for i := range t.forms.Heads {
		if word := t.forms.Heads[i].Word; leftOut(t, word) {
			t.rowed.Add(word, word, fromForms(word))
		}
	}
}

func (t *words) addTitle(title string, p lexicon.Post) {
	from := reading.Entry{File: "posts.toml", Key: p.Title}
	if p.Country != "" {
		t.oneState.Add(title, p.Country, from)
	}
	if strings.HasSuffix(strings.ToLower(title), strings.ToLower(p.Unit)) {
		return
	}
	t.ellipses.Add(title, p.Unit, from)
	leaveOut(t, p.Unit)
}

// leaveOut learns a first word without which names of bodies may stand, behind a title or
// in a row.
func leaveOut(t *words, head string) {
	if !leftOut(t, head) {
		t.headed = append(t.headed, headed{head, len(t.Add(head))})
	}
}

// leftOut tells whether names may stand without a first word.
func leftOut(t *words, head string) bool {
	return slices.ContainsFunc(t.headed, func(h headed) bool { return h.word == head })
}

// headed is a word that names may stand without.
type headed struct {
	word   string
	tokens int // of it
}

// elision is what a name means without the word that it begins with.
type elision struct {
	head   string
	senses []sense
}

// elisions are those of one name, one a word: Cảnh sát hình sự, without Cục and without Phòng.
type elisions []elision

// of gives where the senses without a word are kept.
func (e *elisions) of(head string) *[]sense {
	for i := range *e {
		if (*e)[i].head == head {
			return &(*e)[i].senses
		}
	}
	*e = append(*e, elision{head: head})
	return &(*e)[len(*e)-1].senses
}

// without gives what the longest name at token i means that begins with a word which does not
// stand there, and the number of its tokens, 0 if there is none.
func (t *words) without(head string, x *reading.Text, i int) (senses []sense, n int) {
	t.elided.Each(x, i, func(all elisions, length int) {
		for _, e := range all {
			if e.head == head {
				senses, n = e.senses, length
			}
		}
	})
	return senses, n
}

// addName adds a name that begins with some words, in tokens.
func (t *words) addName(begins string, name []viet.ID, s sense, from reading.Entry) {
	s.put(t.names.AtTokens(name, from))
	for _, h := range t.headed {
		if rest, is := strings.CutPrefix(begins, h.word); is && strings.HasPrefix(rest, " ") {
			s.put(t.elided.AtTokens(name[h.tokens:], from).of(h.word))
		}
	}
}

func (s sense) put(senses *[]sense) {
	if !slices.ContainsFunc(*senses, func(o sense) bool { return o.body == s.body && o.after == s.after }) {
		*senses = append(*senses, s)
	}
}

// mostVariants bounds the ways of writing one name.
const mostVariants = 64

// variants adds to names what their abbreviations make of them.
func (t *words) variants(names []string) []string {
	out := slices.Clone(names)
	for _, name := range names {
		if spaced := spacedCode(name); spaced != "" {
			out = append(out, spaced)
		}
	}
	for _, a := range t.forms.Abbreviations {
		for _, name := range out {
			if i := indexFold(name, a.Full); i >= 0 && len(out) < mostVariants {
				for _, short := range a.Short {
					out = append(out, name[:i]+short+name[i+len(a.Full):])
				}
			}
		}
	}
	return out
}

// spacedCode writes "PC 04" for a code of two letters and two figures, "" for
// other names.
func spacedCode(name string) string {
	letters := strings.TrimRight(name, figures)
	if len(letters)-strings.LastIndexByte(letters, ' ') != 3 || len(name) == len(letters) {
		return ""
	}
	return letters + " " + name[len(letters):]
}

// indexFold finds whole words in a name, whatever their case; -1 if absent.
func indexFold(name, words string) int {
	for i := 0; i+len(words) <= len(name); {
		behind := name[i+len(words):]
		if (behind == "" || behind[0] == ' ') && strings.EqualFold(name[i:i+len(words)], words) {
			return i
		}
		blank := strings.IndexByte(name[i:], ' ')
		if blank < 0 {
			return -1
		}
		i += blank + 1
	}
	return -1
}

// isAbbreviation tells whether the first word of a name is one: capitals, more
// than one, or a code such as C06.
func isAbbreviation(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	capitals := 0
	for _, r := range first {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r):
			capitals++
		}
	}
	return capitals > 1
}
