// Package rule holds tables of rules: rows with a name, in the order in which
// they are tried.
package rule

import (
	"reflect"
	"slices"
)

// Row is a rule: its name, and the function that says whether it holds, and what
// follows. Where it does not hold, the last result of the function is zero.
type Row[F any] struct {
	Name string
	Do   F
}

// Of makes a row.
func Of[F any](name string, do F) Row[F] { return Row[F]{name, do} }

// Table is the rules of one decision.
type Table[F any] []Row[F]

// Names gives the names of the rules.
func (t Table[F]) Names() []string {
	names := make([]string, len(t))
	for i, row := range t {
		names[i] = row.Name
	}
	return names
}

// Tables are the tables of a grammar, each of rules of its own.
type Tables []interface {
	Names() []string
	Less(name string)
	Watch(holds func(name string))
}

// Names gives the names of all their rules.
func (all Tables) Names() (names []string) {
	for _, t := range all {
		names = append(names, t.Names()...)
	}
	return names
}

// Less leaves one rule out: what it does is seen by its absence.
func (all Tables) Less(name string) {
	for _, t := range all {
		t.Less(name)
	}
}

// Watch calls holds whenever a rule is found to hold.
func (all Tables) Watch(holds func(name string)) {
	for _, t := range all {
		t.Watch(holds)
	}
}

// Less leaves a rule out of the table, and leaves the rows of its copies alone.
func (t *Table[F]) Less(name string) {
	*t = slices.DeleteFunc(slices.Clone(*t), func(r Row[F]) bool { return r.Name == name })
}

// Watch has every rule say when it holds; the rows of copies are left alone.
func (t *Table[F]) Watch(holds func(name string)) {
	*t = slices.Clone(*t)
	for i := range *t {
		row := &(*t)[i]
		do := reflect.ValueOf(row.Do)
		row.Do = reflect.MakeFunc(do.Type(), func(args []reflect.Value) []reflect.Value {
			results := do.Call(args)
			if !results[len(results)-1].IsZero() {
				holds(row.Name)
			}
			return results
		}).Interface().(F)
	}
}
