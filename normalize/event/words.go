package event

import (
	"cmp"
	"math"
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// word is what the lexicon says of a phrase.
type word struct {
	classes
	frame
	sense
	verb *lexicon.Verb
	noun *lexicon.Noun
	part *lexicon.Part
	name string // of a post or rank, as the record gives it
	code string // of a country
}

// weight says which of two words of one stretch tells more: a trigger, then a name.
func (w *word) weight() int {
	switch {
	case w.verb != nil, w.noun != nil, w.part != nil:
		return 2
	case w.name != "", w.code != "":
		return 1
	}
	return 0
}

// nothing is what the lexicon says of a token that it does not know.
var nothing word

// words are the phrases that matter here: those of events.toml, and the offices, ranks
// and places that the reading knows.
type words struct {
	by     [][]*word              // by kind of mark, then by its value
	whole  *reading.Table[phrase] // the longest phrases
	own    reading.Kind
	known  *reading.Words
	values []*word                // of events.toml
	seats  map[string]bool        // titles of those who sit in a body beside their post
	feasts []string               // how a date begins that is that of an occasion, with a blank: dịp lễ
	named  []string               // how a date begins that has a name: Tết
	same   []string               // how a date is written that is another's: cùng ngày
	sexes  map[string]lexicon.Sex // by honorific
	hangs  []string               // what no name of an occasion ends in, with a blank before it
}

// hanging is the list of words that end no name.
const hanging = "hanging"

// ofOccasion is the value of words of the calendar that tell the day of one.
const ofOccasion = 1

func newWords(known *reading.Words) *words {
	w := &words{own: known.Kind("word of an event"), known: known, seats: map[string]bool{}, sexes: sexesOf(known.Lexicon())}
	w.by = make([][]*word, w.own+1)
	lex := known.Lexicon()
	w.addTriggers(&lex.Events)
	for i := range lex.Dates.Words {
		switch day := &lex.Dates.Words[i]; {
		case day.Role == "same-day":
			w.same = append(w.same, day.Words...)
		case day.Role == "named-head" && day.Value == ofOccasion:
			for _, head := range day.Words {
				w.feasts = append(w.feasts, head+" ")
			}
		case day.Role == "tet":
			w.named = append(w.named, day.Words...)
		}
	}
	for _, end := range slices.Concat(lex.Events.Clause[hanging], lex.Events.Clause["vague"]) {
		w.hangs = append(w.hangs, " "+end)
	}
	slices.SortFunc(w.hangs, func(a, b string) int { return len(b) - len(a) }) // đối với before với
	for name, list := range lex.Events.Clause {
		if name == hanging {
			continue
		}
		w.add(list, word{classes: clauseClasses[name], frame: clauseFrames[name], sense: clauseSenses[name]})
	}
	w.by[w.own] = w.values
	w.askOffices(lex)
	w.askPlaces(lex)
	w.whole = reading.NewTable(known, func(marks []reading.Mark) phrase { return w.longestOf(marks, math.MaxInt) })
	return w
}

func (w *words) addTriggers(e *lexicon.Events) {
	for i := range e.Verbs {
		v := &e.Verbs[i]
		w.add(v.Words, word{classes: isVerb, frame: frameOf(v), verb: v})
	}
	for i := range e.Nouns {
		n := &e.Nouns[i]
		w.add(n.Words, word{classes: isNoun, frame: talksOf(n.Kind) | welcome(n.Guest), noun: n})
	}
	for i := range e.Parts {
		p := &e.Parts[i]
		w.add(p.Words, word{classes: isPart, frame: partFrames[p.Role], part: p})
	}
}

// add joins what a list says of its phrases to what was said of them before.
func (w *words) add(phrases []string, x word) {
	for _, phrase := range phrases {
		if at, ok := w.known.Registered(w.own, phrase); ok {
			w.values[at].join(&x)
			continue
		}
		one := x
		w.known.Register(w.own, phrase, len(w.values), reading.Entry{File: "events.toml", Key: phrase})
		w.values = append(w.values, &one)
	}
}

// join adds what another list says of the same phrase; a trigger that stands first in
// the file stays the trigger.
func (w *word) join(x *word) {
	w.classes |= x.classes
	w.frame |= x.frame
	w.sense |= x.sense
	w.verb, w.noun, w.part = cmp.Or(x.verb, w.verb), cmp.Or(x.noun, w.noun), cmp.Or(x.part, w.part)
}

// askOffices makes a word of each title and rank of the reading.
func (w *words) askOffices(lex *lexicon.Lexicon) {
	for i := range lex.Posts.List {
		post, title, of := &lex.Posts.List[i], lex.Posts.List[i].Title, frame(0)
		if post.Member {
			w.seats[title] = true
		}
		if post.Collective {
			of = crowd
		}
		if post.MayBeNone() {
			w.by[reading.Title] = append(w.by[reading.Title], &nothing, &nothing) // đền thờ Vua Đinh
			continue
		}
		w.by[reading.Title] = append(w.by[reading.Title], &word{classes: isOffice, frame: of, name: title}, &word{classes: isOffice, name: lexicon.Deputy + " " + title})
	}
	for i := range lex.Ranks {
		w.by[reading.Rank] = append(w.by[reading.Rank], &word{classes: isRank, name: lex.Ranks[i].Name})
	}
}

// askPlaces makes a word of each state, capital, province and region abroad.
func (w *words) askPlaces(lex *lexicon.Lexicon) {
	for i := range lex.Countries {
		w.by[reading.Country] = append(w.by[reading.Country], &word{classes: isPlace, code: lex.Countries[i].Code, frame: homeOf(lex.Countries[i].Code)})
	}
	w.by[reading.Capital] = w.by[reading.Country]
	home := &word{classes: isPlace, code: lexicon.Home}
	for i := range lex.Places {
		if p := &lex.Places[i]; p.Level == lexicon.ProvinceLevel {
			w.askPlace(home, p.Name)
			for _, alias := range p.Aliases {
				w.askPlace(home, alias)
			}
		}
	}
	for i := range lex.Regions {
		if g := &lex.Regions[i]; g.Type == "" {
			w.askRegion(g)
		}
	}
}

func (w *words) askPlace(x *word, name string) { w.ask(reading.Place, name, x) }

func (w *words) askRegion(g *lexicon.Region) {
	x := &word{classes: isPlace, code: g.Country}
	w.ask(reading.Region, g.Name, x)
	for _, alias := range g.Aliases {
		w.ask(reading.Region, alias, x)
	}
}

// ask gives a phrase that the reading knows under a kind its word here.
func (w *words) ask(kind reading.Kind, phrase string, x *word) {
	at, ok := w.known.Registered(kind, phrase)
	if !ok {
		return
	}
	if missing := at + 1 - len(w.by[kind]); missing > 0 {
		w.by[kind] = append(w.by[kind], make([]*word, missing)...)
	}
	w.by[kind][at] = x
}

// of gives the word behind a mark of the reading, nil where it is none of ours.
func (w *words) of(m *reading.Mark) *word {
	if int(m.Kind) >= len(w.by) {
		return nil
	}
	list := w.by[m.Kind]
	if uint(m.Value) >= uint(len(list)) {
		return nil
	}
	return list[m.Value]
}

// phrase is what is known of a stretch of n tokens.
type phrase struct {
	*word
	classes
	n int
}

func (p *phrase) is(c classes) bool { return p.classes&c != 0 }

// longest gives the longest phrase at token i of at most limit tokens.
func (w *words) longest(t *reading.Text, i, limit int) phrase {
	if p := w.whole.At(t, i); p.n <= limit {
		return *p
	}
	return w.longestOf(t.At(i), limit)
}

// longestOf gives the longest phrase of some marks of at most limit tokens.
func (w *words) longestOf(marks []reading.Mark, limit int) phrase {
	p := phrase{word: &nothing}
	for k := len(marks) - 1; k >= 0; k-- {
		n := int(marks[k].Len)
		if n < p.n {
			break
		}
		if n > limit {
			continue
		}
		if x := w.of(&marks[k]); x != nil {
			p.join(x, n)
		}
	}
	return p
}

func (p *phrase) join(x *word, n int) {
	p.n = n
	p.classes |= x.classes
	if p.word == &nothing || x.weight() > p.word.weight() {
		p.word = x
	}
}

// capital tells whether token i is written with a capital, or is no word.
func capital(t *reading.Text, i int) bool { return t.Tokens[i].Shape != viet.Lower }
