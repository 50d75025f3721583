package store

import "time"

// Tell tells every step of how far something is.
func Tell(steps []Step) Step {
	return func(done int, what string) {
		for _, s := range steps {
			if s != nil {
				s(done, what)
			}
		}
	}
}

// Stamp writes a time as the tables do, to the millisecond.
func Stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// Step is told after each batch of a step how many of what are done.
type Step func(done int, what string)
