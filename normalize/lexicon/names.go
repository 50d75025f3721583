package lexicon

import (
	"fmt"
	"reflect"
	"strings"
)

// Person is somebody whose state is known without its being said.
type Person struct {
	Name    string   `toml:"name"`
	Country string   `toml:"country"`
	Aliases []string `toml:"aliases"`
	Serves  bool     `toml:"serves"` // speaks or works for a leader: a leader's title before the name is of whom
	Remove  bool     `toml:"remove"` // an overlay takes out the person of this name
	Titles  []string `toml:"-"`      // of the posts that people.toml gives a leader
}

// known lists everybody whose state need not be said: the leaders of people.toml,
// and the persons of names.toml.
func (l *Lexicon) known() []Person {
	list := make([]Person, 0, len(l.Leaders)+len(l.Names.Persons))
	for _, p := range l.Leaders {
		known := Person{Name: p.Name, Country: p.Country, Aliases: p.Aliases}
		for _, o := range p.Posts {
			known.Titles = append(known.Titles, o.Title)
		}
		list = append(list, known)
	}
	return append(list, l.Names.Persons...)
}

// Names is what is known of the names of persons.
type Names struct {
	nameWords
	Persons []Person
}

// nameWords are the lists of names.toml.
type nameWords struct {
	Surnames  []string `toml:"surnames"`
	Rare      []string `toml:"rare_surnames"` // surnames that are also ordinary words
	Given     []string `toml:"given"`
	Middle    []string `toml:"middle"`     // middle names after which two more may follow
	Frequent  []string `toml:"frequent"`   // surnames with which a name of two syllables is whole
	Ours      []string `toml:"ours"`       // surnames that nobody bears whose state writes names as ours are written
	Particles []string `toml:"particles"`  // small words inside a foreign name: von, bin, de
	After     []string `toml:"after"`      // behind one of these a name is that of a street, even with a rank
	BareAfter []string `toml:"bare_after"` // likewise, but only a name without rank and post
	NoStreet  []string `toml:"no_street"`  // longer words that end like one of these: yêu cầu
	Never     []string `toml:"never"`      // words that begin no name
	Elided    []string `toml:"elided"`     // before the apostrophe of foreign names: O'Brien, D'Angelo
	Dashed    []string `toml:"dashed"`     // surnames whose bearers have a dash in their given names: Park Soo - Hyun
}

// namesFile is a file of names: its lists add to those before it, [remove] takes out of them.
type namesFile struct {
	nameWords
	Person []Person   `toml:"person"`
	Remove *nameWords `toml:"remove"`
}

func readNames(l *Lexicon, file string, in *namesFile) []error {
	faults := in.checkSyllables(file)
	seen := phrases{file: file}
	for i, p := range in.Person {
		key := fmt.Sprintf("person[%d]", i)
		if err := l.takePerson(&p, key, &seen); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s.%w", file, key, err))
		}
	}
	faults = append(faults, seen.faults...)
	return append(faults, layLists(file, &l.Names.nameWords, &in.nameWords, in.Remove)...)
}

// takePerson adds, replaces or removes a person.
func (l *Lexicon) takePerson(p *Person, key string, seen *phrases) (err error) {
	if p.Remove {
		l.Names.Persons, err = without(l, l.Names.Persons, "person", p.Name)
		return err
	}
	if !isCountryCode(p.Country) {
		return fmt.Errorf("country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", p.Country)
	}
	seen.add(key, p.Name, p.Aliases)
	l.Names.Persons = put(l, l.Names.Persons, *p, "person", p.Name)
	return nil
}

// checkSyllables refuses an entry of two words in the lists of single ones.
func (n *nameWords) checkSyllables(file string) []error {
	var faults []error
	v := reflect.ValueOf(n).Elem()
	for i := range v.NumField() {
		key := tomlName(v.Type().Field(i))
		if key == "after" || key == "bare_after" || key == "no_street" {
			continue
		}
		for _, word := range v.Field(i).Interface().([]string) {
			if len(strings.Fields(word)) != 1 {
				faults = append(faults, fmt.Errorf("%s: %s: %q: write one word an entry", file, key, word))
			}
		}
	}
	return faults
}
