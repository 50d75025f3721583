package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// agenciesFile is the bodies of one country.
type agenciesFile struct {
	Agency []Agency `toml:"agency"`
}

func readAgencies(l *Lexicon, file string, in *agenciesFile) []error {
	country, err := fileCountry(file)
	if err != nil {
		return []error{err}
	}
	var faults []error
	layers := agencyLayers{l}
	own := make(map[string]bool, len(in.Agency))
	for i := range in.Agency {
		a := &in.Agency[i]
		a.Country = country
		if err := layers.take(a, file, own); err != nil {
			faults = append(faults, fmt.Errorf("%s: agency[%d] %q: %w", file, i, a.Name, err))
		}
	}
	return faults
}

// agencyLayers lays the agencies of files over one another.
type agencyLayers struct{ *Lexicon }

// take adds, changes or removes an agency; own holds those of the same file.
func (l agencyLayers) take(a *Agency, file string, own map[string]bool) error {
	if a.Remove {
		return l.remove(a)
	}
	if err := a.check(); err != nil {
		return err
	}
	key := a.key()
	if own[key] {
		return fmt.Errorf("name given twice in this file: join the two")
	}
	own[key] = true
	for _, d := range a.Dated {
		a.Aliases = append(a.Aliases, d.Alias)
	}
	l.put(*a, file)
	return nil
}

// fileCountry reads the country out of agencies.vn.toml or agencies.vn.army.toml.
func fileCountry(file string) (string, error) {
	parts := strings.Split(file, ".")
	if len(parts) >= 3 {
		code := strings.ToUpper(parts[1])
		if code == International || code == AnyCountry || isCountryCode(code) {
			return code, nil
		}
	}
	return "", fmt.Errorf("%s: no country in the file's name: name it agencies.vn.toml, agencies.int.toml or agencies.any.toml", file)
}

// key tells agencies apart: units of one name in different bodies are many.
func (a *Agency) key() string {
	return a.Country + "/" + a.Name + "/" + strings.Join(a.Of, "/")
}

// put adds an agency, or replaces the one of that name in its country
// and keeps the aliases of both.
func (l agencyLayers) put(a Agency, file string) {
	if l.agency == nil {
		l.agency, l.named = map[string]int{}, map[string]int{}
	}
	i, known := l.find(&a)
	if known {
		if len(a.Of) == 0 {
			a.Of = l.Agencies[i].Of
		}
		l.Agencies[i], l.sources[i] = merged(l.Agencies[i], a), file
		return
	}
	i = len(l.Agencies)
	l.agency[a.key()] = i
	if name := a.Country + a.Name; !l.isNamed(name) {
		l.named[name] = i
	}
	l.Agencies, l.sources = append(l.Agencies, a), append(l.sources, file)
}

// find gives the agency that an entry speaks of: a unit may be named
// without its owners.
func (l agencyLayers) find(a *Agency) (int, bool) {
	i, known := l.agency[a.key()]
	if !known && len(a.Of) == 0 {
		i, known = l.named[a.Country+a.Name]
	}
	return i, known
}

// remove marks an agency; sweep takes out all that are marked.
func (l agencyLayers) remove(a *Agency) error {
	i, known := l.find(a)
	if !known {
		return fmt.Errorf("remove: no such agency in %s: correct its name, or remove this entry", a.Country)
	}
	l.Agencies[i].Remove = true
	return nil
}

// sweep takes out the agencies that were marked while a layer was read.
func (l agencyLayers) sweep() {
	if !slices.ContainsFunc(l.Agencies, func(a Agency) bool { return a.Remove }) {
		return
	}
	agencies, sources := l.Agencies, l.sources
	l.Agencies, l.sources, l.agency, l.named = nil, nil, nil, nil
	for i, a := range agencies {
		if !a.Remove {
			l.put(a, sources[i])
		}
	}
}

// merged lays a over old.
func merged(old, a Agency) Agency {
	a.Aliases, a.Dated, a.InPosts = union(a.Aliases, old.Aliases), union(a.Dated, old.Dated), union(a.InPosts, old.InPosts)
	a.NameEN, a.Kind, a.Parent = cmp.Or(a.NameEN, old.NameEN), cmp.Or(a.Kind, old.Kind), cmp.Or(a.Parent, old.Parent)
	a.Wikidata = cmp.Or(a.Wikidata, old.Wikidata)
	a.Into, a.On = cmp.Or(a.Into, old.Into), cmp.Or(a.On, old.On)
	return a
}

// union gives list and what more holds besides.
func union[T comparable](list, more []T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(slices.Clip(list), x)
		}
	}
	return list
}

// check holds what can only be judged when all files are read.
func (l agencyLayers) check() []error {
	var faults []error
	kinds, said := map[string]bool{}, make(map[string]int, len(l.Agencies))
	for i := range l.Agencies {
		kinds[l.Agencies[i].Kind] = true
	}
	for i := range l.Agencies {
		a := &l.Agencies[i]
		at := entryAt{l.sources[i], a.Name}
		if a.Country != International && a.Country != AnyCountry && l.Country(a.Country) == nil {
			faults = append(faults, fmt.Errorf("%s: unknown country %s: add it to countries.toml", at, a.Country))
		}
		if a.Parent != "" && !l.isNamed(a.Country+a.Parent) {
			faults = append(faults, fmt.Errorf("%s: parent: no agency %q in %s: write the name of one, or add it", at, a.Parent, a.Country))
		}
		for _, of := range a.Of {
			if !kinds[of] && !l.isNamed(a.Country+of) {
				faults = append(faults, fmt.Errorf("%s: of: %q is neither an agency nor a kind in %s", at, of, a.Country))
			}
		}
		faults = append(faults, l.twice(said, i, at)...)
	}
	return faults
}

// twice reports names and aliases that another agency of the country has.
func (l agencyLayers) twice(said map[string]int, i int, at entryAt) []error {
	var faults []error
	a := &l.Agencies[i]
	head, _ := a.Slot()
	var buffer [64]byte
	for _, alias := range append([]string{head}, a.Aliases...) {
		key := string(appendPhraseKey(append(buffer[:0], a.Country...), alias))
		j, known := said[key]
		if known && j != i && !l.mayShare(i, j) {
			faults = append(faults, fmt.Errorf("%s: aliases: %q is a name of %q too: remove it from one of them", at, alias, l.Agencies[j].Name))
		}
		said[key] = i
	}
	return faults
}

// mayShare tells whether two agencies may have one name: what follows it
// (a place of another level, another owner) tells them apart.
func (l agencyLayers) mayShare(i, j int) bool {
	a, b := &l.Agencies[i], &l.Agencies[j]
	_, slotA := a.Slot()
	_, slotB := b.Slot()
	return slotA != slotB || !slices.Equal(a.Levels, b.Levels) || !slices.Equal(a.Of, b.Of)
}
