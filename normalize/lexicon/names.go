package lexicon

import (
	"fmt"
	"strings"
)

// Person is somebody whose state is known without its being said.
type Person struct {
	Name    string   `toml:"name"`
	Country string   `toml:"country"`
	Aliases []string `toml:"aliases"`
}

// Names is what is known of the names of persons. The lists are words
// separated by white space.
type Names struct {
	Surnames  []string
	Rare      []string // surnames that are also ordinary words
	Given     []string
	Particles []string // small words inside a foreign name: von, bin, de
	After     []string // behind one of these a name is that of a street, even with a rank
	BareAfter []string // likewise, but only a name without rank and post
	Never     []string // words that begin no name
	Middle    []string // middle names after which two more may follow
	Frequent  []string // surnames with which a name of two syllables is whole
	Persons   []Person
}

func readNames(l *Lexicon, file, data string) []error {
	var in struct {
		Surnames  []string `toml:"surnames"`
		Rare      []string `toml:"rare_surnames"`
		Given     []string `toml:"given"`
		Particles string   `toml:"particles"`
		After     []string `toml:"after"`
		BareAfter []string `toml:"bare_after"`
		Never     string   `toml:"never"`
		Middle    string   `toml:"middle"`
		Frequent  string   `toml:"frequent"`
		Person    []Person `toml:"person"`
	}
	faults := decode(file, data, &in)
	seen := phrases{file: file}
	for i, p := range in.Person {
		key := fmt.Sprintf("person[%d]", i)
		seen.add(key, p.Name, p.Aliases)
		if !isCountryCode(p.Country) {
			faults = append(faults, fmt.Errorf("%s: %s.country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", file, key, p.Country))
		}
		l.Names.Persons = put(l, l.Names.Persons, p, "person", p.Name)
	}
	for _, line := range in.Surnames {
		l.Names.Surnames = append(l.Names.Surnames, strings.Fields(line)...)
	}
	for _, line := range in.Rare {
		l.Names.Rare = append(l.Names.Rare, strings.Fields(line)...)
	}
	for _, line := range in.Given {
		l.Names.Given = append(l.Names.Given, strings.Fields(line)...)
	}
	l.Names.Particles = append(l.Names.Particles, strings.Fields(in.Particles)...)
	l.Names.After = append(l.Names.After, in.After...)
	l.Names.BareAfter = append(l.Names.BareAfter, in.BareAfter...)
	l.Names.Never = append(l.Names.Never, strings.Fields(in.Never)...)
	l.Names.Middle = append(l.Names.Middle, strings.Fields(in.Middle)...)
	l.Names.Frequent = append(l.Names.Frequent, strings.Fields(in.Frequent)...)
	return append(faults, seen.faults...)
}
