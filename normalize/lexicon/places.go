package lexicon

import (
	"fmt"
	"strings"
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
	Name    string   // without the word of its type
	Type    string   // tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu
	Level   Level    //
	Upper   int32    // index of the unit above in Lexicon.Places, -1 for a province
	Aliases []string // provinces only
	Types   []string // further types that it had
	Into    string   // the province that it became part of
	From    int      // first and last year as a unit of its own, 0 for unknown
	Until   int
}

// levels says which level a word may mean; thành phố is also a district's.
var levels = map[string]Level{
	"tỉnh": ProvinceLevel, "thành phố": ProvinceLevel, "quận": DistrictLevel, "huyện": DistrictLevel, "thị xã": DistrictLevel,
	"xã": CommuneLevel, "phường": CommuneLevel, "thị trấn": CommuneLevel, "đặc khu": CommuneLevel,
}

type province struct {
	Name    string   `toml:"name"`
	Type    string   `toml:"type"`
	Types   []string `toml:"also"`
	Aliases []string `toml:"aliases"`
	Into    string   `toml:"into"`
	From    int      `toml:"from"`
	Until   int      `toml:"until"`
}

// units lists what lies below a province. A group reads "xã A, B; phường C":
// a type stands for the names up to the next one.
type units struct {
	Province  string   `toml:"province"`
	Districts []string `toml:"districts"` // until 2025: "huyện X: xã A, B; thị trấn C"
	Communes  string   `toml:"communes"`  // since 2025, right below the province
}

func readPlaces(l *Lexicon, file, data string) []error {
	var in struct {
		Province []province `toml:"province"`
		Units    []units    `toml:"units"`
	}
	faults := decode(file, data, &in)
	for i, p := range in.Province {
		if levels[p.Type] != ProvinceLevel {
			faults = append(faults, fmt.Errorf("%s: province[%d].type: %q: write tỉnh or thành phố", file, i, p.Type))
			continue
		}
		l.putProvince(p)
	}
	for i, u := range in.Units {
		if err := l.putUnits(u); err != nil {
			faults = append(faults, fmt.Errorf("%s: units[%d]: %w", file, i, err))
		}
	}
	return faults
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

// putProvince adds a province, or extends the one of that name.
func (l *Lexicon) putProvince(p province) {
	if i := l.Province(p.Name); i >= 0 {
		old := &l.Places[i]
		old.Type, old.Into, old.From, old.Until = p.Type, p.Into, p.From, p.Until
		old.Aliases = append(old.Aliases, p.Aliases...)
		old.Types = append(old.Types, p.Types...)
		return
	}
	l.Places = append(l.Places, Place{
		Name: p.Name, Type: p.Type, Level: ProvinceLevel, Upper: -1,
		Aliases: p.Aliases, Types: p.Types, Into: p.Into, From: p.From, Until: p.Until,
	})
}

func (l *Lexicon) putUnits(u units) error {
	top := l.Province(u.Province)
	if top < 0 {
		return fmt.Errorf("province: no province %q: add it as a [[province]] first", u.Province)
	}
	if err := l.putGroup(u.Communes, top, 2025, 0); err != nil {
		return fmt.Errorf("communes: %w", err)
	}
	for _, d := range u.Districts {
		head, below, _ := strings.Cut(d, ":")
		first := int32(len(l.Places))
		if err := l.putGroup(head, top, 0, 2025); err != nil {
			return fmt.Errorf("districts: %w", err)
		}
		if err := l.putGroup(below, first, 0, 2025); err != nil {
			return fmt.Errorf("districts: %w", err)
		}
	}
	return nil
}

// putGroup adds the places of one group under upper.
func (l *Lexicon) putGroup(group string, upper int32, from, until int) error {
	for part := range strings.SplitSeq(group, ";") {
		kind := ""
		for name := range strings.SplitSeq(part, ",") {
			name = strings.TrimSpace(name)
			if name == "" {
				continue
			}
			if k, rest := cutType(name); k != "" {
				kind, name = k, rest
			}
			if kind == "" {
				return fmt.Errorf("%q has no type: write xã, phường, thị trấn, huyện, quận, thị xã or thành phố before it", name)
			}
			level := levels[kind]
			if level == ProvinceLevel {
				level = DistrictLevel
			}
			l.Places = append(l.Places, Place{Name: name, Type: kind, Level: level, Upper: upper, From: from, Until: until})
		}
	}
	return nil
}

// placeTypes lists the words of levels, the longer before what they begin with.
var placeTypes = []string{"thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã"}

func cutType(name string) (kind, rest string) {
	for _, t := range placeTypes {
		if rest, ok := strings.CutPrefix(name, t+" "); ok {
			return t, rest
		}
	}
	return "", name
}
