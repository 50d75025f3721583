package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// AnyCountry is the country of bodies that every state has: Quốc hội Lào. It
// is the middle part of agencies.any.toml.
const AnyCountry = "ANY"

// EveryState tells whether every state has a body of that name.
func (l *Lexicon) EveryState(name string) bool {
	return slices.ContainsFunc(l.Agencies, func(a Agency) bool { return a.Country == AnyCountry && a.Name == name })
}

// Agency is a body, or a whole family of them where its name has a slot:
// "Công an {place}" (the place with the word of its level), "Tỉnh ủy {at}" (its
// bare name), "Trại giam {name}" (a proper name or number), "Sư đoàn {number}".
type Agency struct {
	Country   string       `toml:"-"` // ISO 3166-1 alpha-2, INT or ANY: from the name of the file
	Name      string       `toml:"name"`
	NameEN    string       `toml:"name_en"`
	Kind      string       `toml:"kind"`   // one of AgencyKinds
	Parent    string       `toml:"parent"` // name of an agency of the same country
	Wikidata  string       `toml:"wikidata"`
	Aliases   []string     `toml:"aliases"`    // without the slot; those of Dated are among them once loaded
	Dated     []DatedAlias `toml:"dated"`      // aliases of certain years: C45 until 2018
	InPosts   []InPost     `toml:"in_posts"`   // aliases that count only after a title
	Levels    []string     `toml:"levels"`     // of the place, or of the owner's: province, district, commune
	Of        []string     `toml:"of"`         // a unit inside these agencies, or inside agencies of these kinds
	Short     bool         `toml:"short"`      // the unit's own name does without the agency it is of
	Quiet     bool         `toml:"quiet"`      // counts only inside another name: never listed for itself
	StandsFor []string     `toml:"stands_for"` // units that its name is short for: Cơ quan điều tra
	PartyOf   []string     `toml:"party_of"`   // bodies of places whose party committee it is, with their slots
	ByPlace   bool         `toml:"by_place"`   // its units name it by its place alone: Phòng Cảnh sát hình sự Hà Nội
	Counted   bool         `toml:"counted"`    // each province counts its own: Tòa án nhân dân khu vực 1
	Generic   bool         `toml:"generic"`    // without slot or owner its name is a common word: công an
	Capital   bool         `toml:"capital"`    // in small letters only behind a title: thanh tra, thuế
	From      int          `toml:"from"`       // first and last year
	Until     int          `toml:"until"`
	Into      string       `toml:"into"`   // name of the agency that took its place
	On        string       `toml:"on"`     // the day of that, 2025-03-01
	Remove    bool         `toml:"remove"` // an overlay takes the agency of this name out
}

// Lent is the name of a body that another state's party may have, too, without that of ours.
func (a *Agency) Lent(name string) string {
	if a.Kind != "party" {
		return name
	}
	return strings.TrimSuffix(name, " "+a.Parent)
}

// DatedAlias is a name that a body bore in certain years, 0 for unknown.
type DatedAlias struct {
	Alias string `toml:"alias"`
	From  int    `toml:"from"`
	Until int    `toml:"until"`
}

// whole tells whether an alias is given with years that may be.
func (d *DatedAlias) whole() bool {
	switch {
	case d.Alias == "", d.From+d.Until == 0, d.Until > 0 && d.Until < d.From:
		return false
	}
	return true
}

// InPost is an alias that counts only right behind a title: behind that one, or
// behind any where Title is empty. "Quốc vụ" is a body in "Ủy viên Quốc vụ".
type InPost struct {
	Title string `toml:"title"`
	Words string `toml:"words"`
}

// Slot cuts the name into the words before its slot and the slot's name.
func (a *Agency) Slot() (head, slot string) {
	head, slot, _ = strings.Cut(a.Name, " {")
	return head, strings.TrimSuffix(slot, "}")
}

// ShortForms gives the aliases of a body that are its first word and what it is for in letters:
// Phòng TN&MT.
func (a *Agency) ShortForms() (list []string) {
	for _, alias := range a.Aliases {
		if _, letters, some := strings.Cut(alias, " "); some && letters == strings.ToUpper(letters) {
			list = append(list, alias)
		}
	}
	return list
}

// ShortFields gives what bodies of places are for, in letters, each once: TN&MT.
func (l *Lexicon) ShortFields() (list []string) {
	for i := range l.Agencies {
		if _, slot := l.Agencies[i].Slot(); slot == "" {
			continue
		}
		for _, alias := range l.Agencies[i].ShortForms() {
			if _, letters, _ := strings.Cut(alias, " "); !slices.Contains(list, letters) && strings.Trim(letters, "0123456789 ") != "" {
				list = append(list, letters)
			}
		}
	}
	return list
}

// Fields gives what ministries are for, behind the first word of their names, each once.
func (l *Lexicon) Fields() (list []string) {
	for i := range l.Agencies {
		a := &l.Agencies[i]
		if _, field, more := strings.Cut(a.Name, " "); more && a.Kind == "ministry" && strings.Contains(field, " ") && !slices.Contains(list, field) {
			list = append(list, field)
		}
	}
	return list
}

// Home is the state whose places are in Lexicon.Places, and of which a page of
// Vietnam speaks where it names none.
const Home = "VN"

// Sister gives the index of the organ of a country's ruling party that answers to one of
// Vietnam's (Ủy viên Trung ương Đảng, said of a Chinese or a Cuban), and the other way round
// for Vietnam; -1 for other names.
func (l *Lexicon) Sister(name, country string) int {
	if country == Home {
		return l.ourSister(name)
	}
	organ, ours := strings.CutSuffix(name, l.party)
	if !ours {
		return -1
	}
	return slices.IndexFunc(l.Agencies, func(a Agency) bool {
		rest, same := strings.CutPrefix(a.Name, organ+" ")
		return same && a.Country == country && l.isParty(rest)
	})
}

// ourSister gives the index of the organ of our ruling party that answers to another's.
func (l *Lexicon) ourSister(name string) int {
	for _, i := range l.organs {
		a := &l.Agencies[i]
		organ := a.Name[:len(a.Name)-len(l.party)]
		if rest, same := strings.CutPrefix(name, organ); same && strings.HasPrefix(rest, " ") && a.Name != name && l.isParty(rest[1:]) {
			return i
		}
	}
	return -1
}

// ourOrgans gives the indexes of the organs of our ruling party.
func (l *Lexicon) ourOrgans() (list []int) {
	for i := range l.Agencies {
		if a := &l.Agencies[i]; a.Country == Home && strings.HasSuffix(a.Name, l.party) {
			list = append(list, i)
		}
	}
	return list
}

// isParty tells whether a name begins as that of a party.
func (l *Lexicon) isParty(name string) bool {
	return slices.ContainsFunc(l.Posts.Bodies.Parties, func(word string) bool { return strings.HasPrefix(name, word+" ") })
}

// ourParty gives what ends the names of the organs of Vietnam's ruling party: its own.
func (l *Lexicon) ourParty() string {
	i := slices.IndexFunc(l.Agencies, func(a Agency) bool { return a.Country == Home && a.Kind == "party" && l.isParty(a.Name) })
	if i < 0 {
		return " "
	}
	return " " + l.Agencies[i].Name
}

// PlaceLevels gives the levels of the place that its slot takes.
func (a *Agency) PlaceLevels() []Level {
	var levels []Level
	for _, l := range a.Levels {
		levels = append(levels, levelNames[l])
	}
	return levels
}

// agencyKinds are the kinds of bodies that a record may give.
var agencyKinds = []string{
	"agency", "army", "bank", "committee", "company", "council", "court", "department", "embassy", "executive", "government", "government-body",
	"legislature", "legislature-committee", "mass", "media", "ministry", "office", "organisation", "party", "party-committee", "party-office",
	"party-organ", "police", "president", "procuracy", "school",
}

// Decides tells whether bodies of a kind decide on officials: quyết định kỷ luật, bổ nhiệm.
func Decides(kind string) bool { return slices.Contains(deciding, kind) }

var deciding = []string{"party", "party-organ", "party-committee", "legislature", "government"}

// AgencyKinds gives the kinds of bodies that a record may give.
func AgencyKinds() []string { return slices.Clone(agencyKinds) }

var levelNames = map[string]Level{"province": ProvinceLevel, "district": DistrictLevel, "commune": CommuneLevel}

// levelUse says what a name does with levels.
type levelUse uint8

const (
	mayHaveLevels levelUse = iota
	needsLevels
	hasNoLevels
)

// slots are the slots that a name may end with.
var slots = map[string]levelUse{"": hasNoLevels, "name": hasNoLevels, "place": needsLevels, "at": needsLevels, "number": mayHaveLevels}

// check holds what can be judged of an agency by itself.
func (a *Agency) check() error {
	_, slot := a.Slot()
	use, known := slots[slot]
	switch {
	case a.Name == "":
		return fmt.Errorf("name: missing: write the full Vietnamese name without the country")
	case !known:
		return fmt.Errorf("name: unknown slot {%s}: write {place}, {at}, {name} or {number} at its end", slot)
	case a.Kind != "" && !slices.Contains(agencyKinds, a.Kind):
		return fmt.Errorf("kind: unknown kind %q: write one of %s", a.Kind, strings.Join(agencyKinds, ", "))
	}
	return cmp.Or(a.checkLevels(use), a.checkWords())
}

func (a *Agency) checkLevels(use levelUse) error {
	for _, level := range a.Levels {
		if levelNames[level] == NoLevel {
			return fmt.Errorf("levels: unknown level %q: write province, district or commune", level)
		}
	}
	switch {
	case len(a.Of) > 0:
		return nil
	case use == needsLevels && len(a.Levels) == 0:
		return fmt.Errorf("levels: a name with {place} or {at} needs levels: province, district, commune")
	case use == hasNoLevels && len(a.Levels) > 0:
		return fmt.Errorf("levels: only a name with {place}, {at} or {number} has levels: remove them")
	}
	return nil
}

func (a *Agency) checkWords() error {
	for _, d := range a.Dated {
		if !d.whole() {
			return fmt.Errorf("dated: %q: needs an alias and its first year, its last year or both", d.Alias)
		}
	}
	for _, p := range a.InPosts {
		if p.Words == "" {
			return fmt.Errorf("in_posts: no words: write those that stand for the agency behind a title")
		}
	}
	return nil
}

// isNamed tells whether an agency has that country and name.
func (l *Lexicon) isNamed(name string) bool {
	_, ok := l.named[name]
	return ok
}

// FindAgency gives the agency of that name in a country, nil if there is none.
func (l *Lexicon) FindAgency(country, name string) *Agency {
	if i, ok := l.named[country+name]; ok {
		return &l.Agencies[i]
	}
	return nil
}
