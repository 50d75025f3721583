package lexicon

import "fmt"

// Rank is a rank of army, police or navy; a record gives its Name.
type Rank struct {
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"` // other ways of writing it
	Country string   `toml:"country"` // the state whose forces alone have it
}

func readRanks(l *Lexicon, file, data string) []error {
	var in struct {
		Rank []Rank `toml:"rank"`
	}
	faults := decode(file, data, &in)
	seen := phrases{file: file}
	for i, r := range in.Rank {
		seen.add(fmt.Sprintf("rank[%d]", i), r.Name, r.Aliases)
		if r.Country != "" && !isCountryCode(r.Country) {
			faults = append(faults, fmt.Errorf("%s: rank[%d].country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", file, i, r.Country))
		}
		l.Ranks = put(l, l.Ranks, r, "rank", r.Name)
	}
	return append(faults, seen.faults...)
}
