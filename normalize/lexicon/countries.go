package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// International is the code of bodies that no single state owns.
const International = "INT"

// Country is a state as Vietnamese writes it.
type Country struct {
	Code     string   `toml:"code"` // ISO 3166-1 alpha-2; SU and XK as commonly used
	Name     string   `toml:"name"`
	NameEN   string   `toml:"name_en"`
	Aliases  []string `toml:"aliases"`   // full names that may stand alone
	Short    []string `toml:"short"`     // one syllable, for pairs: Việt - Trung
	Capitals []string `toml:"capitals"`  // the seat of government, by all its spellings
	LikeOurs bool     `toml:"like_ours"` // names of its people are written as Vietnamese ones: Vương Nghị
	Remove   bool     `toml:"remove"`    // an overlay takes out the country of this code
}

// Names gives every name that may stand alone, the usual one first.
func (c *Country) Names() []string { return append([]string{c.Name}, c.Aliases...) }

// Country gives the country of a code, nil if the lexicon does not hold it.
func (l *Lexicon) Country(code string) *Country {
	for i := range l.Countries {
		if l.Countries[i].Code == code {
			return &l.Countries[i]
		}
	}
	return nil
}

// NamesLikeOurs tells whether names of the people of a country are written as
// Vietnamese ones are; of one that the lexicon does not hold, too.
func (l *Lexicon) NamesLikeOurs(code string) bool {
	c := l.Country(code)
	return c == nil || c.LikeOurs
}

// countriesFile is a file of countries.
type countriesFile struct {
	Country []Country `toml:"country"`
}

func readCountries(l *Lexicon, file string, in *countriesFile) []error {
	var faults []error
	for i, c := range in.Country {
		key := fmt.Sprintf("country[%d]", i)
		switch {
		case !isCountryCode(c.Code):
			faults = append(faults, fmt.Errorf("%s: %s.code: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", file, key, c.Code))
		case c.Remove:
			if err := l.removeCountry(c.Code); err != nil {
				faults = append(faults, fmt.Errorf("%s: %s.%w", file, key, err))
			}
		case c.Name == "":
			faults = append(faults, fmt.Errorf("%s: %s.name: missing for %s: write its usual Vietnamese name", file, key, c.Code))
		default:
			l.putCountry(c)
		}
	}
	return faults
}

// putCountry adds a country, or extends the one that has its code.
func (l *Lexicon) putCountry(c Country) {
	old := l.Country(c.Code)
	if old == nil {
		l.Countries = append(l.Countries, c)
		return
	}
	if old.Name != c.Name {
		old.Aliases = append(old.Aliases, old.Name)
	}
	old.Name = c.Name
	old.NameEN = cmp.Or(c.NameEN, old.NameEN)
	old.LikeOurs = old.LikeOurs || c.LikeOurs
	old.Aliases = append(old.Aliases, c.Aliases...)
	old.Short = append(old.Short, c.Short...)
	old.Capitals = append(old.Capitals, c.Capitals...)
}

func (l *Lexicon) removeCountry(code string) error {
	if l.Country(code) == nil {
		return fmt.Errorf("remove: there is no country %s: correct its code, or leave the entry out", code)
	}
	l.Countries = slices.DeleteFunc(l.Countries, func(c Country) bool { return c.Code == code })
	return nil
}

func isCountryCode(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
