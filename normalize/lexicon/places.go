package lexicon

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

// Level is the rank of an administrative unit.
type Level uint8

// The levels, the highest first. Districts were abolished on 1 July 2025.
const (
	NoLevel Level = iota
	ProvinceLevel
	DistrictLevel
	CommuneLevel
)

// UnmarshalText reads a level as the files name it: province, district, commune.
func (l *Level) UnmarshalText(text []byte) error {
	level, ok := levelNames[string(text)]
	if !ok {
		return fmt.Errorf("unknown level %q: write province, district or commune", text)
	}
	*l = level
	return nil
}

// Place is one administrative unit of Vietnam, of today or of before the map
// was redrawn on 1 July 2025.
type Place struct {
	Name    string // without the word of its type
	Type    string // tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu
	Level   Level
	Capital bool     // of the state
	Person  bool     // it bears the name of a person: without the word of its type it is that person
	Upper   int32    // index of the unit above in Lexicon.Places, -1 for a province
	Aliases []string // provinces only
	Types   []string // further types that it had
	Into    string   // the province that it became part of
	On      string   // the day of that, 2025-07-01; empty for unknown
	From    int      // first and last year as a unit of its own, 0 for unknown
	Until   int
	Seat    Coordinates // of a province
}

// Coordinates are degrees north and east; the zero value is unknown.
type Coordinates struct{ Lat, Lon float64 }

type province struct {
	Name    string    `toml:"name"`
	Type    string    `toml:"type"`
	Types   []string  `toml:"also"`
	Aliases []string  `toml:"aliases"`
	Into    string    `toml:"into"`
	On      string    `toml:"on"`
	From    int       `toml:"from"`
	Until   int       `toml:"until"`
	Seat    []float64 `toml:"seat"`
	Capital bool      `toml:"capital"`
	Person  bool      `toml:"person"`
	Remove  bool      `toml:"remove"` // an overlay takes out the province with all below it
}

// units lists what lies below a province since 2025, or with District below a
// district until then.
type units struct {
	Province     string   `toml:"province"`
	District     string   `toml:"district"`
	Type         string   `toml:"type"`  // of the district: quận, huyện, thị xã, thành phố
	Wards        []string `toml:"wards"` // phường
	Communes     []string `toml:"communes"`
	Townships    []string `toml:"townships"`     // thị trấn
	SpecialZones []string `toml:"special_zones"` // đặc khu
	Remove       bool     `toml:"remove"`        // an overlay takes out the units listed, or the district itself where none is
}

// placesFile is a file of provinces and of what lies below them.
type placesFile struct {
	Province []province `toml:"province"`
	Units    []units    `toml:"units"`
}

func readPlaces(lex *Lexicon, file string, in *placesFile) []error {
	l := placeLayers{lex}
	var faults []error
	for i, p := range in.Province {
		if p.Remove {
			if err := l.removeProvince(p.Name); err != nil {
				faults = append(faults, fmt.Errorf("%s: province[%d].%w", file, i, err))
			}
			continue
		}
		if p.Type != ProvinceType && p.Type != CityType {
			faults = append(faults, fmt.Errorf("%s: province[%d].type: %q: write %s or %s", file, i, p.Type, ProvinceType, CityType))
			continue
		}
		seat, err := coordinates(p.Seat)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: province[%d].seat: %w", file, i, err))
			continue
		}
		l.putProvince(p, seat)
	}
	l.Places = slices.Grow(l.Places, count(in.Units))
	for i, u := range in.Units {
		if err := l.putUnits(u); err != nil {
			faults = append(faults, fmt.Errorf("%s: units[%d]: %w", file, i, err))
		}
	}
	return faults
}

// placeLayers lays the places of files over one another.
type placeLayers struct{ *Lexicon }

// coordinates reads a place on the earth; none is given where there are no numbers.
func coordinates(seat []float64) (Coordinates, error) {
	switch {
	case len(seat) == 0:
		return Coordinates{}, nil
	case len(seat) != 2 || math.Abs(seat[0]) > 90 || math.Abs(seat[1]) > 180:
		return Coordinates{}, fmt.Errorf("%v: write degrees north and degrees east, as [21.03, 105.85]", seat)
	}
	return Coordinates{seat[0], seat[1]}, nil
}

// Province gives the index of the province of that name in Places, or -1.
func (l *Lexicon) Province(name string) int32 {
	for i := range l.Places {
		if l.Places[i].Level == ProvinceLevel && l.Places[i].Name == name {
			return int32(i)
		}
	}
	return -1
}

func (l placeLayers) removeProvince(name string) error {
	i := l.Province(name)
	if i < 0 {
		return fmt.Errorf("remove: there is no province %q: correct its name, or leave the entry out", name)
	}
	l.markGone(i)
	return nil
}

// markGone has sweep take the place out.
func (l placeLayers) markGone(i int32) {
	if l.gone == nil {
		l.gone = map[int32]bool{}
	}
	l.gone[i] = true
}

// putProvince adds a province, or extends the one of that name.
func (l placeLayers) putProvince(p province, seat Coordinates) {
	if i := l.Province(p.Name); i >= 0 {
		old := &l.Places[i]
		old.Type, old.Into, old.From, old.Until = p.Type, p.Into, p.From, p.Until
		old.On = cmp.Or(p.On, old.On)
		old.Capital, old.Person = old.Capital || p.Capital, old.Person || p.Person
		old.Seat = cmp.Or(seat, old.Seat)
		old.Aliases = append(old.Aliases, p.Aliases...)
		old.Types = append(old.Types, p.Types...)
		return
	}
	l.Places = append(l.Places, Place{
		Name: p.Name, Type: p.Type, Level: ProvinceLevel, Upper: -1,
		Aliases: p.Aliases, Types: p.Types, Into: p.Into, On: p.On, From: p.From, Until: p.Until, Seat: seat, Capital: p.Capital, Person: p.Person,
	})
}

func (l placeLayers) putUnits(u units) error {
	top := l.Province(u.Province)
	if top < 0 {
		return fmt.Errorf("province: no province %q: add it as a [[province]] first", u.Province)
	}
	from, until := 2025, 0
	if u.District != "" {
		if !slices.Contains(DistrictTypes(), u.Type) {
			return fmt.Errorf("type: %q: write one of %s", u.Type, strings.Join(DistrictTypes(), ", "))
		}
		from, until = 0, 2025
	}
	if u.Remove {
		return l.removeUnits(u, top)
	}
	if u.District != "" {
		l.Places = append(l.Places, Place{Name: u.District, Type: u.Type, Level: DistrictLevel, Upper: top, Until: until})
		top = int32(len(l.Places) - 1)
	}
	for _, g := range u.groups() {
		for _, name := range g.names {
			l.Places = append(l.Places, Place{Name: name, Type: g.typ, Level: CommuneLevel, Upper: top, From: from, Until: until})
		}
	}
	return nil
}

// count counts the places of some units.
func count(all []units) (n int) {
	for i := range all {
		n++ // the district
		for _, g := range all[i].groups() {
			n += len(g.names)
		}
	}
	return n
}

// unitGroup is the names of the units of one type.
type unitGroup struct {
	typ   string
	names []string
}

func (u *units) groups() []unitGroup {
	return []unitGroup{{WardType, u.Wards}, {CommuneType, u.Communes}, {TownshipType, u.Townships}, {SpecialZoneType, u.SpecialZones}}
}

// removeUnits marks the places that u lists, or its district where it lists none.
func (l placeLayers) removeUnits(u units, top int32) error {
	if u.District != "" {
		district := l.unit(Place{Name: u.District, Type: u.Type, Upper: top})
		if district < 0 {
			return fmt.Errorf("remove: there is no %s %s in %s: correct it, or leave the entry out", u.Type, u.District, u.Province)
		}
		top = district
	}
	some := false
	for _, g := range u.groups() {
		for _, name := range g.names {
			some = true
			i := l.unit(Place{Name: name, Type: g.typ, Upper: top})
			if i < 0 {
				return fmt.Errorf("remove: there is no %s %s there: correct it, or leave it out", g.typ, name)
			}
			l.markGone(i)
		}
	}
	if !some {
		l.markGone(top)
	}
	return nil
}

// sweep takes out the places that were marked while a layer was read, with
// all below them.
func (l placeLayers) sweep() {
	if len(l.gone) == 0 {
		return
	}
	places := l.Places
	l.Places = nil
	moved := map[int32]int32{-1: -1}
	for i, p := range places {
		upper, stays := moved[p.Upper]
		if !stays || l.gone[int32(i)] {
			continue
		}
		p.Upper = upper
		moved[int32(i)] = int32(len(l.Places))
		l.Places = append(l.Places, p)
	}
	l.gone = nil
}

// unit gives the index of the place of that name, type and unit above, or -1.
func (l placeLayers) unit(p Place) int32 {
	return int32(slices.IndexFunc(l.Places, func(o Place) bool { return o.Name == p.Name && o.Type == p.Type && o.Upper == p.Upper }))
}

// ProvinceNames gives all names of the province that is named; nil where it is none.
func (l *Lexicon) ProvinceNames(name string) []string {
	p := l.ProvinceIn(name)
	if p == nil {
		return nil
	}
	names := append([]string{p.Name}, p.Aliases...)
	is := func(s string) bool { return viet.PhraseKey(s) == viet.PhraseKey(name) }
	if !slices.ContainsFunc(names, is) && !is(p.Type+" "+p.Name) {
		return nil // a place within it
	}
	return names
}

// ProvinceIn gives the province that a text such as "phường Thủ Thiêm, TP.HCM" names,
// the last of several; nil where it names none.
func (l *Lexicon) ProvinceIn(text string) *Place {
	var found *Place
	end, length := 0, 0
	key := viet.PhraseKey(strings.Map(lettersAlone, text)) + " "
	for i := range l.Places {
		p := &l.Places[i]
		if p.Level != ProvinceLevel {
			continue
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			name = viet.PhraseKey(strings.Map(lettersAlone, name)) + " "
			at := strings.LastIndex(" "+key, " "+name)
			if last := at + len(name); at >= 0 && (last > end || last == end && len(name) > length) {
				found, end, length = p, last, len(name)
			}
		}
	}
	return found
}

// lettersAlone puts a blank for all but letters and digits.
func lettersAlone(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return r
	}
	return ' '
}
