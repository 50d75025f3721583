package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Leader is a head of state or government, a minister or another person whom
// papers name in many ways. What stands of him is public fact.
type Leader struct {
	Name     string   `toml:"name"` // as a corpus gives it
	Country  string   `toml:"country"`
	Aliases  []string `toml:"aliases"` // whole names: original spelling, transliterations
	Short    []string `toml:"short"`   // names that say who it is only with one of the posts: Trump, Xi
	Wikidata string   `toml:"wikidata"`
	Posts    []Office `toml:"posts"`
	Remove   bool     `toml:"remove"` // an overlay takes out the person of this name and country
}

// Office is a post with its first and last year, the last 0 where it goes on.
type Office struct {
	Title  string `toml:"title"`
	Agency string `toml:"agency"` // where the title leaves it open: Bộ Ngoại giao
	From   int    `toml:"from"`
	Until  int    `toml:"until"`
}

// peopleFile is a file of leaders.
type peopleFile struct {
	Leader []Leader `toml:"leader"`
}

func readPeople(l *Lexicon, file string, in *peopleFile) []error {
	var faults []error
	seen := phrases{file: file}
	for i := range in.Leader {
		key := fmt.Sprintf("leader[%d]", i)
		if err := l.takeLeader(&in.Leader[i], key, &seen); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s %q: %w", file, key, in.Leader[i].Name, err))
		}
	}
	return append(faults, seen.faults...)
}

// takeLeader adds, replaces or removes a person.
func (l *Lexicon) takeLeader(p *Leader, key string, seen *phrases) (err error) {
	name := p.Country + " " + p.Name
	if p.Remove {
		l.Leaders, err = without(l, l.Leaders, "leader", name)
		return err
	}
	if err := p.check(); err != nil {
		return err
	}
	seen.add(key, p.Name, p.Aliases)
	l.Leaders = put(l, l.Leaders, *p, "leader", name)
	return nil
}

var wikidataItem = regexp.MustCompile(`^Q[1-9][0-9]*$`)

func (p *Leader) check() error {
	switch {
	case !isCountryCode(p.Country):
		return fmt.Errorf("country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", p.Country)
	case p.Wikidata != "" && !wikidataItem.MatchString(p.Wikidata):
		return fmt.Errorf("wikidata: %q is no item: write its number, such as Q15031, or leave it out", p.Wikidata)
	case len(p.Posts) == 0:
		return fmt.Errorf("posts: missing: write at least one post with its first year")
	case slices.ContainsFunc(p.Short, func(s string) bool { return strings.TrimSpace(s) == "" }):
		return fmt.Errorf("short: holds an empty word: remove it")
	}
	for _, o := range p.Posts {
		if o.Title == "" || o.From < 1900 || o.Until != 0 && o.Until < o.From {
			return fmt.Errorf("posts: %q from %d until %d: write a title, its first year and, where it has ended, its last", o.Title, o.From, o.Until)
		}
	}
	return nil
}
