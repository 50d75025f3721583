package lexicon

import (
	"fmt"
	"slices"
)

// Region is a province, state or city of another country.
type Region struct {
	Name    string   `toml:"name"`
	Country string   `toml:"country"`
	Type    string   `toml:"type"` // the word of its level, where its bodies are named with it: tỉnh
	Aliases []string `toml:"aliases"`
	Remove  bool     `toml:"remove"` // an overlay takes out the region of this name, type and country
}

// regionsFile is a file of regions of other countries.
type regionsFile struct {
	Region []Region `toml:"region"`
}

func readRegions(l *Lexicon, file string, in *regionsFile) []error {
	var faults []error
	for i, r := range in.Region {
		if err := l.takeRegion(&r); err != nil {
			faults = append(faults, fmt.Errorf("%s: region[%d] %q: %w", file, i, r.Name, err))
		}
	}
	return faults
}

// takeRegion adds a region, or removes it.
func (l *Lexicon) takeRegion(r *Region) error {
	if !isCountryCode(r.Country) || r.Name == "" {
		return fmt.Errorf("needs a name and a country code such as LA")
	}
	if !r.Remove {
		l.Regions = append(l.Regions, *r)
		return nil
	}
	kept := slices.DeleteFunc(slices.Clone(l.Regions), func(o Region) bool {
		return o.Name == r.Name && o.Country == r.Country && o.Type == r.Type
	})
	if len(kept) == len(l.Regions) {
		return fmt.Errorf("remove: there is no such region: correct its name, country or type, or leave the entry out")
	}
	l.Regions = kept
	return nil
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
