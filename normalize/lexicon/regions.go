package lexicon

import (
	"fmt"
	"strings"
)

// Region is a province, state or city of another country.
type Region struct {
	Country string
	Type    string // the word of its level, where its bodies are named with it: tỉnh
	Name    string
	Aliases []string
}

// readRegions reads lists of regions; an entry of names reads "Name = alias; alias".
func readRegions(l *Lexicon, file, data string) []error {
	var in struct {
		Region []struct {
			Country string   `toml:"country"`
			Type    string   `toml:"type"`
			Names   []string `toml:"names"`
		} `toml:"region"`
	}
	faults := decode(file, data, &in)
	for i, g := range in.Region {
		if !isCountryCode(g.Country) || len(g.Names) == 0 {
			faults = append(faults, fmt.Errorf("%s: region[%d]: needs a country code such as LA and names", file, i))
		}
		for _, entry := range g.Names {
			name, aliases, _ := strings.Cut(entry, "=")
			r := Region{Country: g.Country, Type: g.Type, Name: strings.TrimSpace(name)}
			for alias := range strings.SplitSeq(aliases, ";") {
				if alias = strings.TrimSpace(alias); alias != "" {
					r.Aliases = append(r.Aliases, alias)
				}
			}
			l.Regions = append(l.Regions, r)
		}
	}
	return faults
}

// checkRegions holds that every region lies in a known country.
func (l *Lexicon) checkRegions() []error {
	var faults []error
	for _, r := range l.Regions {
		if l.Country(r.Country) == nil {
			faults = append(faults, fmt.Errorf("regions.toml: %q: unknown country %s: add it to countries.toml", r.Name, r.Country))
		}
	}
	return faults
}
