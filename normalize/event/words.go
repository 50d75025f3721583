package event

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
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
type words struct {
	vocab *viet.Vocabulary
	trie  *viet.Trie[*word]
}

func newWords(lex *lexicon.Lexicon, vocabulary *viet.Vocabulary) *words {
	w := &words{vocab: vocabulary, trie: viet.NewTrie[*word]()}
	for i := range lex.Events.Verbs {
		v := &lex.Events.Verbs[i]
		w.addAll(v.Words, word{classes: isVerb, verb: v})
	}
	for i := range lex.Events.Nouns {
		n := &lex.Events.Nouns[i]
		w.addAll(n.Words, word{classes: isNoun, noun: n})
	}
	for i := range lex.Events.Parts {
		p := &lex.Events.Parts[i]
		w.addAll(p.Words, word{classes: isPart, part: p})
	}
	for name, list := range lex.Events.Clause {
		w.addAll(list, word{classes: clauseClasses[name]})
	}
	w.addOffices(lex)
	w.addPlaces(lex)
	return w
}

func (w *words) addOffices(lex *lexicon.Lexicon) {
	for _, p := range lex.Posts.List {
		for _, phrase := range p.Phrases() {
			w.add(phrase, word{classes: isOffice, name: p.Title})
			if p.Deputy {
				w.add("Phó "+phrase, word{classes: isOffice, name: "Phó " + p.Title})
			}
		}
	}
	for _, r := range lex.Ranks {
		w.addAll(append([]string{r.Name}, r.Aliases...), word{classes: isRank, name: r.Name})
	}
}

func (w *words) addPlaces(lex *lexicon.Lexicon) {
	for i := range lex.Countries {
		c := &lex.Countries[i]
		w.addAll(append(c.Names(), c.Capitals...), word{classes: isPlace, code: c.Code})
	}
	for i := range lex.Places {
		if p := &lex.Places[i]; p.Level == lexicon.ProvinceLevel {
			w.addAll(append([]string{p.Name}, p.Aliases...), word{classes: isPlace, code: "VN"})
		}
	}
	for _, r := range lex.Regions {
		if r.Type == "" {
			w.addAll(append([]string{r.Name}, r.Aliases...), word{classes: isPlace, code: r.Country})
		}
	}
}

func (w *words) addAll(phrases []string, x word) {
	for _, p := range phrases {
		w.add(p, x)
	}
}

// add joins what is said of a phrase to what was said of it before.
func (w *words) add(phrase string, x word) {
	ids := w.vocab.Add(phrase)
	old, replaced := w.trie.Add(ids, &x)
	if !replaced {
		return
	}
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
	if x.name == "" {
		x.name = old.name
	}
	if x.code == "" {
		x.code = old.code
	}
	w.trie.Add(ids, &x)
}
