package lexicon

import "fmt"

// Rank is a rank of army, police or navy; a record gives its Name.
type Rank struct {
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"` // other ways of writing it
	Country string   `toml:"country"` // the state whose forces alone have it
	Vague   bool     `toml:"vague"`   // says less than a rank that ends with its word
	Remove  bool     `toml:"remove"`  // an overlay takes out the rank of this name
}

// ranksFile is a file of ranks.
type ranksFile struct {
	Rank []Rank `toml:"rank"`
}

func readRanks(l *Lexicon, file string, in *ranksFile) []error {
	var faults []error
	seen := phrases{file: file}
	for i, r := range in.Rank {
		key := fmt.Sprintf("rank[%d]", i)
		if err := l.takeRank(&r, key, &seen); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s.%w", file, key, err))
		}
	}
	return append(faults, seen.faults...)
}

// takeRank adds, replaces or removes a rank.
func (l *Lexicon) takeRank(r *Rank, key string, seen *phrases) (err error) {
	if r.Remove {
		l.Ranks, err = without(l, l.Ranks, "rank", r.Name)
		return err
	}
	if r.Country != "" && !isCountryCode(r.Country) {
		return fmt.Errorf("country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", r.Country)
	}
	seen.add(key, r.Name, r.Aliases)
	l.Ranks = put(l, l.Ranks, *r, "rank", r.Name)
	return nil
}
