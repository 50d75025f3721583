package event

import "slices"

// RowNames gives the rules and guards of a finder, by name.
func RowNames(f *Finder) (names []string) {
	for _, r := range f.rules {
		names = append(names, r.name)
	}
	for _, g := range f.guards {
		names = append(names, g.name)
	}
	return names
}

// Without gives a finder that lacks one rule or guard.
func Without(f *Finder, row string) *Finder {
	lame := *f
	lame.rules = slices.DeleteFunc(slices.Clone(f.rules), func(r rule) bool { return r.name == row })
	lame.index()
	lame.guards = slices.DeleteFunc(slices.Clone(f.guards), func(g guard) bool { return g.name == row })
	return &lame
}

// Hanging is the list that has none.
const Hanging = hanging

// ListHasClass tells whether a list of [clause] has a class.
func ListHasClass(name string) bool { return clauseClasses[name] != 0 || clauseSenses[name] != 0 }
