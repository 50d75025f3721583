package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Verb is one group of verbs that tell an event, with its frame.
type Verb struct {
	Kind      string   `toml:"kind"`      // of the event
	Words     []string `toml:"words"`     // as the text says it, without auxiliaries
	Subject   string   `toml:"subject"`   // role of who stands before it
	Object    string   `toml:"object"`    // role of who stands right behind it
	With      string   `toml:"with"`      // role of who stands behind "với", "cùng"
	Takes     string   `toml:"takes"`     // what else stands behind it: place, document, post, rank, measure, award, case
	Mutual    bool     `toml:"mutual"`    // two who stand before it did it with each other
	Alone     bool     `toml:"alone"`     // it needs nobody behind it
	Passive   bool     `toml:"passive"`   // who stands before it suffers it, with or without "được", "bị"
	Reach     bool     `toml:"reach"`     // only right before what it takes: a state or its capital, an office
	Journey   bool     `toml:"journey"`   // it tells the way there, not that somebody is there: bay tới
	Placed    bool     `toml:"placed"`    // only where a place stands behind it: viếng
	Work      bool     `toml:"work"`      // a meeting at the place tells the same
	Planned   bool     `toml:"planned"`   // it only announces the event
	Postponed bool     `toml:"postponed"` // it says that the event is put off
	Enters    bool     `toml:"enters"`    // it is the taking of the office itself: trúng cử
	Charge    bool     `toml:"charge"`    // only where what somebody is in charge of stands behind him
	Task      bool     `toml:"task"`      // it may have somebody do something, which gives no office: cử A đến hiện trường
	Bare      bool     `toml:"bare"`      // it does not say which measure: kỷ luật
}

// Noun is one group of nouns that name an occasion.
type Noun struct {
	Kind    string   `toml:"kind"`
	Words   []string `toml:"words"`
	Capital bool     `toml:"capital"` // only where it is written with a capital
	Guest   bool     `toml:"guest"`   // held for the one who stands behind it
}

// Part is one group of verbs by which somebody takes part in an occasion.
type Part struct {
	Role  string   `toml:"role"`
	Words []string `toml:"words"`
	Alone bool     `toml:"alone"` // the verb itself names the occasion: họp
	Named bool     `toml:"named"` // told only where an official is known to have been there: họp báo
}

// Events is what is known of the words that tell events.
type Events struct {
	Verbs  []Verb
	Nouns  []Noun
	Parts  []Part
	Clause map[string][]string // words around them, by what they do
}

// EventKinds are the kinds of event that a record knows.
var EventKinds = []string{
	"meeting", "call", "visit", "signing", "conference", "ceremony", "appointment", "departure", "promotion",
	"discipline", "award", "arrest", "prosecution", "trial", "sentence",
}

// EventRoles are the roles that somebody may have in an event.
var EventRoles = []string{"host", "guest", "chair", "attendee", "signer", "speaker", "appointer", "appointee", "subject", "by"}

// eventClauses are the lists that [clause] may hold.
var eventClauses = []string{
	"aux", "planned", "denied", "postponed", "light", "passive", "and", "with", "by", "lead", "group", "report", "wish", "under", "background",
	"occasion", "post", "on", "place", "at", "decision", "invitation", "both", "alongside", "vague", "move", "names", "happens", "between", "speech", "term", "plain", "general", "after", "leaders",
	"of", "when", "ahead", "from", "purpose", "several", "nominal", "holding", "form", "peer", "trip", "inspects", "goeson", "deadline", "age", "standing", "about", "duty", "prison", "agenda", "goods", "judges", "police", "competent", "charge", "errand", "instead", "reason", "sameoffice", "relative", "past", "vacant", "brings", "departs", "ends", "himself", "newly", "bygone", "among", "session", "birth", "concerns", "does", "reshuffle", "parties", "council", "kin", "span", "concludes", "succeeds", "suit", "fields", "memorial", "gateway", "orders", "whereas", "becomes", "presence", "upon", "behalf", "petition", "granted", "settles", "enacted", "prize", "bestows", "spouse", "abode", "papers", "searches", "inside", "hanging",
}

// eventsFile is what events.toml holds.
type eventsFile struct {
	Verb   []Verb              `toml:"verb"`
	Noun   []Noun              `toml:"noun"`
	Part   []Part              `toml:"part"`
	Clause map[string][]string `toml:"clause"`
}

func readEvents(l *Lexicon, file string, in *eventsFile) []error {
	var faults []error
	for i, v := range in.Verb {
		key := fmt.Sprintf("verb[%d]", i)
		faults = append(faults, oneOf(file, key+".kind", v.Kind, EventKinds)...)
		for _, role := range []string{v.Subject, v.Object, v.With} {
			faults = append(faults, oneOf(file, key, role, append(EventRoles, ""))...)
		}
	}
	for i, n := range in.Noun {
		faults = append(faults, oneOf(file, fmt.Sprintf("noun[%d].kind", i), n.Kind, EventKinds)...)
	}
	for i, p := range in.Part {
		faults = append(faults, oneOf(file, fmt.Sprintf("part[%d].role", i), p.Role, EventRoles)...)
	}
	e := &l.Events
	e.Verbs, e.Nouns, e.Parts = append(e.Verbs, in.Verb...), append(e.Nouns, in.Noun...), append(e.Parts, in.Part...)
	if e.Clause == nil {
		e.Clause = map[string][]string{}
	}
	for name, words := range in.Clause {
		faults = append(faults, oneOf(file, "clause", name, eventClauses)...)
		e.Clause[name] = append(e.Clause[name], words...)
	}
	return faults
}

// oneOf finds fault with a value that is not in the list.
func oneOf(file, key, value string, list []string) []error {
	if slices.Contains(list, value) {
		return nil
	}
	return []error{fmt.Errorf("%s: %s: %q is unknown: write one of %s", file, key, value, strings.Join(list, ", "))}
}
