package event

import (
	"cmp"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// classes is a set of what an item may be.
type classes uint64

// What an item may be. The first are findings and shapes, the rest words of
// events.toml, by the list that holds them.
const (
	isPerson classes = 1 << iota
	isBody
	isDate
	isOffice // a title of office without a name
	isName   // capitals that are nobody known
	isComma
	isMark // any other punctuation
	isNumber
	isLower
	isPlace
	isVerb
	isNoun
	isPart
	isAux
	isPlanned
	isDenied
	isPostponed
	isLight
	isPassive
	isAnd
	isWith
	isBy
	isLead
	isGroup
	isReport
	isWish
	isUnder
	isBackground
	isOccasion
	isPost
	isTo
	isOn
	isRankWord
	isPlaceHead
	isAt
	isDecision
	isInvitation
	isBoth
	isAlongside
	isVague
	isMove
	isDocument
	isRank
	isHappens
	isBetween
	isSpeech
	isTerm
	isPlain
	isGeneral
	isAfter
	isLeaders
)

// clauseClasses are the lists of [clause] by name.
var clauseClasses = map[string]classes{
	"aux": isAux, "planned": isPlanned, "denied": isDenied, "postponed": isPostponed, "light": isLight, "passive": isPassive, "and": isAnd, "with": isWith, "by": isBy,
	"lead": isLead, "group": isGroup, "report": isReport, "wish": isWish, "under": isUnder, "background": isBackground, "occasion": isOccasion, "post": isPost, "to": isTo, "on": isOn,
	"rank": isRankWord, "place": isPlaceHead, "at": isAt, "decision": isDecision, "invitation": isInvitation, "both": isBoth, "alongside": isAlongside, "vague": isVague, "move": isMove,
	"names": isDocument, "happens": isHappens, "between": isBetween, "speech": isSpeech, "term": isTerm, "plain": isLower | isPlain, "general": isGeneral, "after": isAfter, "leaders": isLeaders | isGroup,
}

// word is what the lexicon says of a phrase.
type word struct {
	classes
	verb *lexicon.Verb
	noun *lexicon.Noun
	part *lexicon.Part
	name string // of a post or rank, as the record gives it
	code string // of a country
}

func (w *word) is(c classes) bool { return w.classes&c != 0 }

// nothing is what the lexicon says of a token that it does not know.
var nothing word

// words are the phrases of the lexicon that matter here.
type words struct{ phrases *reading.Phrases[*word] }

func newWords(lex *lexicon.Lexicon, known *reading.Words) *words {
	w := &words{reading.NewPhrases[*word](known, "word of an event")}
	for i := range lex.Events.Verbs {
		v := &lex.Events.Verbs[i]
		w.addAll("events.toml", v.Words, word{classes: isVerb, verb: v})
	}
	for i := range lex.Events.Nouns {
		n := &lex.Events.Nouns[i]
		w.addAll("events.toml", n.Words, word{classes: isNoun, noun: n})
	}
	for i := range lex.Events.Parts {
		p := &lex.Events.Parts[i]
		w.addAll("events.toml", p.Words, word{classes: isPart, part: p})
	}
	for name, list := range lex.Events.Clause {
		w.addAll("events.toml", list, word{classes: clauseClasses[name]})
	}
	w.addOffices(lex)
	w.addPlaces(lex)
	return w
}

func (w *words) addOffices(lex *lexicon.Lexicon) {
	for _, p := range lex.Posts.List {
		for _, phrase := range p.Phrases() {
			w.add("posts.toml", phrase, word{classes: isOffice, name: p.Title})
			if p.Deputy {
				w.add("posts.toml", "Phó "+phrase, word{classes: isOffice, name: "Phó " + p.Title})
			}
		}
	}
	for _, r := range lex.Ranks {
		w.addAll("ranks.toml", append([]string{r.Name}, r.Aliases...), word{classes: isRank, name: r.Name})
	}
}

func (w *words) addPlaces(lex *lexicon.Lexicon) {
	for i := range lex.Countries {
		c := &lex.Countries[i]
		w.addAll("countries.toml", append(c.Names(), c.Capitals...), word{classes: isPlace, code: c.Code})
	}
	for i := range lex.Places {
		if p := &lex.Places[i]; p.Level == lexicon.ProvinceLevel {
			w.addAll("places.toml", append([]string{p.Name}, p.Aliases...), word{classes: isPlace, code: "VN"})
		}
	}
	for _, r := range lex.Regions {
		if r.Type == "" {
			w.addAll("regions.toml", append([]string{r.Name}, r.Aliases...), word{classes: isPlace, code: r.Country})
		}
	}
}

func (w *words) addAll(file string, phrases []string, x word) {
	for _, p := range phrases {
		w.add(file, p, x)
	}
}

// add joins what a file says of a phrase to what was said of it before.
func (w *words) add(file, phrase string, x word) {
	if old, ok := w.phrases.Get(phrase); ok {
		x = x.joined(old)
	}
	w.phrases.Add(phrase, &x, reading.Entry{File: file, Key: phrase})
}

// joined is the word with what was said of the same phrase before.
func (x word) joined(old *word) word {
	x.classes |= old.classes
	if x.verb == nil {
		x.verb = old.verb
	}
	if x.noun == nil {
		x.noun = old.noun
	}
	if x.part == nil {
		x.part = old.part
	}
	x.name, x.code = cmp.Or(x.name, old.name), cmp.Or(x.code, old.code)
	return x
}
