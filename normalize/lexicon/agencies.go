package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// AnyCountry is the country of bodies that every state has: Quốc hội Lào. It
// is the middle part of agencies.any.toml.
const AnyCountry = "ANY"

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
	Generic   bool         `toml:"generic"`    // without slot or owner its name is a common word: công an
	Capital   bool         `toml:"capital"`    // in small letters only behind a title: thanh tra, thuế
	From      int          `toml:"from"`       // first and last year
	Until     int          `toml:"until"`
	Into      string       `toml:"into"`   // name of the agency that took its place
	On        string       `toml:"on"`     // the day of that, 2025-03-01
	Remove    bool         `toml:"remove"` // an overlay takes the agency of this name out
}

// DatedAlias is a name that a body bore in certain years, 0 for unknown.
type DatedAlias struct {
	Alias string `toml:"alias"`
	From  int    `toml:"from"`
	Until int    `toml:"until"`
}

// InPost is an alias that counts only right behind a title: behind that one, or
// behind any where Title is empty. "Quốc vụ" is a body in "Ủy viên Quốc vụ".
type InPost struct {
	Title string `toml:"title"`
	Words string `toml:"words"`
}

// Slot cuts the name into the words before its slot and the slot's name.
func (a *Agency) Slot() (head, slot string) {
	head, slot, found := strings.Cut(a.Name, " {")
	if !found {
		return a.Name, ""
	}
	return head, strings.TrimSuffix(slot, "}")
}

// Home is the state whose places are in Lexicon.Places, and of which a page of
// Vietnam speaks where it names none.
const Home = "VN"

// ourParty ends the names of the organs of Vietnam's ruling party.
const ourParty = " Đảng Cộng sản Việt Nam"

// Sister gives the index of the organ of another country's ruling party that
// answers to one of Vietnam's (Ủy viên Trung ương Đảng, said of a Chinese or a
// Cuban), -1 for other names.
func (l *Lexicon) Sister(name, country string) int {
	organ, ours := strings.CutSuffix(name, ourParty)
	if !ours || country == Home {
		return -1
	}
	return slices.IndexFunc(l.Agencies, func(a Agency) bool {
		return a.Country == country && strings.HasPrefix(a.Name, organ+" Đảng ")
	})
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

// AgencyKinds gives the kinds of bodies that a record may give.
func AgencyKinds() []string { return slices.Clone(agencyKinds) }

var levelNames = map[string]Level{"province": ProvinceLevel, "district": DistrictLevel, "commune": CommuneLevel}

// agenciesFile is the bodies of one country.
type agenciesFile struct {
	Agency []Agency `toml:"agency"`
}

func readAgencies(l *Lexicon, file string, in *agenciesFile) []error {
	country, err := fileCountry(file)
	if err != nil {
		return []error{err}
	}
	var faults []error
	own := make(map[string]bool, len(in.Agency))
	for i := range in.Agency {
		a := &in.Agency[i]
		a.Country = country
		if err := l.takeAgency(a, file, own); err != nil {
			faults = append(faults, fmt.Errorf("%s: agency[%d] %q: %w", file, i, a.Name, err))
		}
	}
	return faults
}

// takeAgency adds, changes or removes an agency; own holds those of the same file.
func (l *Lexicon) takeAgency(a *Agency, file string, own map[string]bool) error {
	if a.Remove {
		return l.removeAgency(a)
	}
	if err := a.check(); err != nil {
		return err
	}
	key := a.key()
	if own[key] {
		return fmt.Errorf("name given twice in this file: join the two")
	}
	own[key] = true
	for _, d := range a.Dated {
		a.Aliases = append(a.Aliases, d.Alias)
	}
	l.putAgency(*a, file)
	return nil
}

// fileCountry reads the country out of agencies.vn.toml or agencies.vn.army.toml.
func fileCountry(file string) (string, error) {
	parts := strings.Split(file, ".")
	if len(parts) >= 3 {
		code := strings.ToUpper(parts[1])
		if code == International || code == AnyCountry || isCountryCode(code) {
			return code, nil
		}
	}
	return "", fmt.Errorf("%s: no country in the file's name: name it agencies.vn.toml, agencies.int.toml or agencies.any.toml", file)
}

// check holds what can be judged of an agency by itself.
func (a *Agency) check() error {
	_, slot := a.Slot()
	switch {
	case a.Name == "":
		return fmt.Errorf("name: missing: write the full Vietnamese name without the country")
	case !slices.Contains([]string{"", "place", "at", "name", "number"}, slot):
		return fmt.Errorf("name: unknown slot {%s}: write {place}, {at}, {name} or {number} at its end", slot)
	case (slot == "place" || slot == "at") && len(a.Levels) == 0 && len(a.Of) == 0:
		return fmt.Errorf("levels: a name with {place} or {at} needs levels: province, district, commune")
	case (slot == "" || slot == "name") && len(a.Levels) > 0 && len(a.Of) == 0:
		return fmt.Errorf("levels: only a name with {place}, {at} or {number} has levels: remove them")
	}
	if a.Kind != "" && !slices.Contains(agencyKinds, a.Kind) {
		return fmt.Errorf("kind: unknown kind %q: write one of %s", a.Kind, strings.Join(agencyKinds, ", "))
	}
	for _, d := range a.Dated {
		if d.Alias == "" || d.From == 0 && d.Until == 0 || d.Until > 0 && d.Until < d.From {
			return fmt.Errorf("dated: %q: needs an alias and its first year, its last year or both", d.Alias)
		}
	}
	for _, p := range a.InPosts {
		if p.Words == "" {
			return fmt.Errorf("in_posts: no words: write those that stand for the agency behind a title")
		}
	}
	for _, level := range a.Levels {
		if levelNames[level] == NoLevel {
			return fmt.Errorf("levels: unknown level %q: write province, district or commune", level)
		}
	}
	return nil
}

// key tells agencies apart: units of one name in different bodies are many.
func (a *Agency) key() string {
	return a.Country + "/" + a.Name + "/" + strings.Join(a.Of, "/")
}

// putAgency adds an agency, or replaces the one of that name in its country
// and keeps the aliases of both.
func (l *Lexicon) putAgency(a Agency, file string) {
	if l.agency == nil {
		l.agency, l.named = map[string]int{}, map[string]int{}
	}
	i, known := l.findAgency(&a)
	if known {
		if len(a.Of) == 0 {
			a.Of = l.Agencies[i].Of
		}
		l.Agencies[i], l.sources[i] = merged(l.Agencies[i], a), file
		return
	}
	i = len(l.Agencies)
	l.agency[a.key()] = i
	if name := a.Country + a.Name; !l.isNamed(name) {
		l.named[name] = i
	}
	l.Agencies, l.sources = append(l.Agencies, a), append(l.sources, file)
}

// findAgency gives the agency that an entry speaks of: a unit may be named
// without its owners.
func (l *Lexicon) findAgency(a *Agency) (int, bool) {
	i, known := l.agency[a.key()]
	if !known && len(a.Of) == 0 {
		i, known = l.named[a.Country+a.Name]
	}
	return i, known
}

func (l *Lexicon) isNamed(name string) bool {
	_, ok := l.named[name]
	return ok
}

// removeAgency marks an agency; sweep takes out all that are marked.
func (l *Lexicon) removeAgency(a *Agency) error {
	i, known := l.findAgency(a)
	if !known {
		return fmt.Errorf("remove: no such agency in %s: correct its name, or remove this entry", a.Country)
	}
	l.Agencies[i].Remove = true
	return nil
}

// sweep takes out the agencies that were marked while a layer was read.
func (l *Lexicon) sweep() {
	if !slices.ContainsFunc(l.Agencies, func(a Agency) bool { return a.Remove }) {
		return
	}
	agencies, sources := l.Agencies, l.sources
	l.Agencies, l.sources, l.agency, l.named = nil, nil, nil, nil
	for i, a := range agencies {
		if !a.Remove {
			l.putAgency(a, sources[i])
		}
	}
}

// merged lays a over old.
func merged(old, a Agency) Agency {
	a.Aliases, a.Dated, a.InPosts = union(a.Aliases, old.Aliases), union(a.Dated, old.Dated), union(a.InPosts, old.InPosts)
	a.NameEN, a.Kind, a.Parent = or(a.NameEN, old.NameEN), or(a.Kind, old.Kind), or(a.Parent, old.Parent)
	a.Wikidata = or(a.Wikidata, old.Wikidata)
	a.Into, a.On = or(a.Into, old.Into), or(a.On, old.On)
	return a
}

// union gives list and what more holds besides.
func union[T comparable](list, more []T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(slices.Clip(list), x)
		}
	}
	return list
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// checkAgencies holds what can only be judged when all files are read.
func (l *Lexicon) checkAgencies() []error {
	var faults []error
	kinds, said := map[string]bool{}, make(map[string]int, len(l.Agencies))
	for i := range l.Agencies {
		kinds[l.Agencies[i].Kind] = true
	}
	for i := range l.Agencies {
		a := &l.Agencies[i]
		at := l.sources[i] + ": " + strconv.Quote(a.Name)
		if a.Country != International && a.Country != AnyCountry && l.Country(a.Country) == nil {
			faults = append(faults, fmt.Errorf("%s: unknown country %s: add it to countries.toml", at, a.Country))
		}
		if a.Parent != "" && !l.isNamed(a.Country+a.Parent) {
			faults = append(faults, fmt.Errorf("%s: parent: no agency %q in %s: write the name of one, or add it", at, a.Parent, a.Country))
		}
		for _, of := range a.Of {
			if !kinds[of] && !l.isNamed(a.Country+of) {
				faults = append(faults, fmt.Errorf("%s: of: %q is neither an agency nor a kind in %s", at, of, a.Country))
			}
		}
		faults = append(faults, l.twice(said, i, at)...)
	}
	return faults
}

// twice reports names and aliases that another agency of the country has.
func (l *Lexicon) twice(said map[string]int, i int, at string) []error {
	var faults []error
	a := &l.Agencies[i]
	head, _ := a.Slot()
	var buffer [64]byte
	for k := -1; k < len(a.Aliases); k++ {
		alias := head
		if k >= 0 {
			alias = a.Aliases[k]
		}
		key := string(appendPhraseKey(append(buffer[:0], a.Country...), alias))
		j, known := said[key]
		if known && j != i && !l.mayShare(i, j) {
			faults = append(faults, fmt.Errorf("%s: aliases: %q is a name of %q too: remove it from one of them", at, alias, l.Agencies[j].Name))
		}
		said[key] = i
	}
	return faults
}

// mayShare tells whether two agencies may have one name: what follows it
// (a place of another level, another owner) tells them apart.
func (l *Lexicon) mayShare(i, j int) bool {
	a, b := &l.Agencies[i], &l.Agencies[j]
	_, slotA := a.Slot()
	_, slotB := b.Slot()
	return slotA != slotB || !slices.Equal(a.Levels, b.Levels) || !slices.Equal(a.Of, b.Of)
}

// FindAgency gives the agency of that name in a country, nil if there is none.
func (l *Lexicon) FindAgency(country, name string) *Agency {
	if i, ok := l.named[country+name]; ok {
		return &l.Agencies[i]
	}
	return nil
}
