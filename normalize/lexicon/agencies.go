package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// AnyCountry is the country of bodies that every state has: Quốc hội Lào. It
// is the middle part of agencies.any.toml.
const AnyCountry = "ANY"

// Agency is a body, or a whole family of them where its name has a slot:
// "Công an {place}" (the place with the word of its level), "Tỉnh ủy {at}" (its
// bare name), "Trại giam {name}" (a proper name or number), "Sư đoàn {number}".
type Agency struct {
	Country  string   `toml:"-"` // ISO 3166-1 alpha-2, INT or ANY: from the name of the file
	Name     string   `toml:"name"`
	NameEN   string   `toml:"name_en"`
	Kind     string   `toml:"kind"`
	Parent   string   `toml:"parent"` // name of an agency of the same country
	Wikidata string   `toml:"wikidata"`
	Aliases  []string `toml:"aliases"`  // without the slot
	InPosts  []string `toml:"in_posts"` // aliases that count only after a title, any or one: "Ủy viên > Quốc vụ"
	Levels   []string `toml:"levels"`   // of the place, or of the owner's: province, district, commune
	Of       []string `toml:"of"`       // a unit inside these agencies, or inside agencies of these kinds
	Short    bool     `toml:"short"`    // the unit's own name does without the agency it is of
	Quiet    bool     `toml:"quiet"`    // counts only inside another name: never listed for itself
	Generic  bool     `toml:"generic"`  // without slot or owner its name is a common word: công an
	Capital  bool     `toml:"capital"`  // in small letters only behind a title: thanh tra, thuế
	Bare     string   `toml:"bare"`     // what its name without slot or owner means: an agency's name
	From     int      `toml:"from"`     // first and last year
	Until    int      `toml:"until"`
}

// Slot cuts the name into the words before its slot and the slot's name.
func (a *Agency) Slot() (head, slot string) {
	head, slot, found := strings.Cut(a.Name, " {")
	if !found {
		return a.Name, ""
	}
	return head, strings.TrimSuffix(slot, "}")
}

// PlaceLevels gives the levels of the place that its slot takes.
func (a *Agency) PlaceLevels() []Level {
	var levels []Level
	for _, l := range a.Levels {
		levels = append(levels, levelNames[l])
	}
	return levels
}

var levelNames = map[string]Level{"province": ProvinceLevel, "district": DistrictLevel, "commune": CommuneLevel}

// group is a list of agencies alike but for their names. An entry of names
// reads "Name = alias; alias | English name Q42".
type group struct {
	Agency
	Slots string   `toml:"slot"` // put behind every name: "{at}"
	Names []string `toml:"names"`
}

func readAgencies(l *Lexicon, file, data string) []error {
	country, err := fileCountry(file)
	if err != nil {
		return []error{err}
	}
	var in struct {
		Agency []Agency `toml:"agency"`
		Group  []group  `toml:"group"`
	}
	faults := decode(file, data, &in)
	for _, g := range in.Group {
		in.Agency = append(in.Agency, g.agencies()...)
	}
	own := map[string]bool{}
	for i, a := range in.Agency {
		a.Country = country
		if err := a.check(); err != nil {
			faults = append(faults, fmt.Errorf("%s: agency[%d] %q: %w", file, i, a.Name, err))
			continue
		}
		if own[a.key()] {
			faults = append(faults, fmt.Errorf("%s: agency[%d] %q: name given twice in this file: join the two", file, i, a.Name))
			continue
		}
		own[a.key()] = true
		l.putAgency(a, file)
	}
	return faults
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

func (g *group) agencies() []Agency {
	var out []Agency
	for _, entry := range g.Names {
		a := g.Agency
		entry, english, _ := strings.Cut(entry, "|")
		name, aliases, _ := strings.Cut(entry, "=")
		a.Name = strings.TrimSpace(name)
		a.NameEN, a.Wikidata = cutWikidata(strings.TrimSpace(english))
		if g.Slots != "" {
			a.Name += " " + g.Slots
		}
		for alias := range strings.SplitSeq(aliases, ";") {
			if alias = strings.TrimSpace(alias); alias != "" {
				a.Aliases = append(slices.Clip(a.Aliases), alias)
			}
		}
		out = append(out, a)
	}
	return out
}

// cutWikidata parts the item's number from the end of an English name.
func cutWikidata(s string) (english, item string) {
	i := strings.LastIndexByte(s, ' ')
	if last := s[i+1:]; len(last) > 1 && last[0] == 'Q' && strings.Trim(last[1:], "0123456789") == "" {
		return strings.TrimSpace(s[:max(i, 0)]), last
	}
	return s, ""
}

// check holds what can be judged of an agency by itself.
func (a *Agency) check() error {
	_, slot := a.Slot()
	switch {
	case a.Name == "":
		return fmt.Errorf("name: missing: write the full Vietnamese name without the country")
	case !slices.Contains([]string{"", "place", "at", "name", "number"}, slot):
		return fmt.Errorf("name: unknown slot {%s}: write {place}, {at}, {name} or {number} at its end", slot)
	case (slot == "place" || slot == "at") != (len(a.Levels) > 0) && len(a.Of) == 0:
		return fmt.Errorf("levels: a name with {place} or {at}, and no other, needs levels: province, district, commune")
	}
	for _, level := range a.Levels {
		if levelNames[level] == NoLevel {
			return fmt.Errorf("levels: unknown level %q: write province, district or commune", level)
		}
	}
	return nil
}

// key tells agencies apart: units of one name in different bodies are many.
func (a *Agency) key() string { return a.Country + "/" + a.Name + "/" + strings.Join(a.Of, "/") }

// putAgency adds an agency, or replaces the one of that name in its country
// and keeps the aliases of both.
func (l *Lexicon) putAgency(a Agency, file string) {
	if l.agency == nil {
		l.agency, l.named, l.sources = map[string]int{}, map[string]int{}, map[int]string{}
	}
	i, known := l.agency[a.key()]
	if first, named := l.named[a.Country+a.Name]; !known && named && len(a.Of) == 0 {
		i, known = first, true // a unit that an overlay names without its owners
		a.Of = l.Agencies[i].Of
	}
	if !known {
		i = len(l.Agencies)
		l.agency[a.key()] = i
		if _, named := l.named[a.Country+a.Name]; !named {
			l.named[a.Country+a.Name] = i
		}
		l.Agencies = append(l.Agencies, a)
	} else {
		l.Agencies[i] = merged(l.Agencies[i], a)
	}
	l.sources[i] = file
}

// merged lays a over old.
func merged(old, a Agency) Agency {
	for _, alias := range old.Aliases {
		if !slices.Contains(a.Aliases, alias) {
			a.Aliases = append(a.Aliases, alias)
		}
	}
	for _, alias := range old.InPosts {
		if !slices.Contains(a.InPosts, alias) {
			a.InPosts = append(a.InPosts, alias)
		}
	}
	a.NameEN, a.Kind, a.Parent = or(a.NameEN, old.NameEN), or(a.Kind, old.Kind), or(a.Parent, old.Parent)
	a.Wikidata, a.Bare = or(a.Wikidata, old.Wikidata), or(a.Bare, old.Bare)
	return a
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
	kinds, said := map[string]bool{}, map[string]int{}
	for i := range l.Agencies {
		kinds[l.Agencies[i].Kind] = true
	}
	for i := range l.Agencies {
		a := &l.Agencies[i]
		at := fmt.Sprintf("%s: %q", l.sources[i], a.Name)
		if a.Country != International && a.Country != AnyCountry && l.Country(a.Country) == nil {
			faults = append(faults, fmt.Errorf("%s: unknown country %s: add it to countries.toml", at, a.Country))
		}
		if _, ok := l.named[a.Country+a.Parent]; a.Parent != "" && !ok {
			faults = append(faults, fmt.Errorf("%s: parent: no agency %q in %s: write the name of one, or add it", at, a.Parent, a.Country))
		}
		if _, ok := l.named[a.Country+a.Bare]; a.Bare != "" && !ok {
			faults = append(faults, fmt.Errorf("%s: bare: no agency %q in %s: write the name of one, or add it", at, a.Bare, a.Country))
		}
		for _, of := range a.Of {
			if _, ok := l.named[a.Country+of]; !ok && !kinds[of] {
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
	for _, alias := range append([]string{head}, a.Aliases...) {
		key := a.Country + phraseKey(alias)
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
