package input

import (
	"errors"
	"fmt"
)

// Kind is the class of a failure, by which a batch counts them.
type Kind string

// The kinds of failure of reading an input.
const (
	Missing    Kind = "missing"    // no such file
	Unreadable Kind = "unreadable" // no permission, a loop of links, an I/O error
	Empty      Kind = "empty"
	NoPages    Kind = "no-pages" // a directory or container without a page
	Binary     Kind = "binary"
	Damaged    Kind = "damaged"    // a container or compressed file that breaks off or does not parse
	Truncated  Kind = "truncated"  // the container says, or shows, that it has only a part of the page
	NotAPage   Kind = "not-a-page" // a feed, a table, a log: text of another kind
	TooLarge   Kind = "too-large"
	NotJSON    Kind = "not-json"
)

// Fault is the failure of one document. Its text says what is wrong and what
// to do, without the path.
type Fault struct {
	Kind Kind
	Err  error
}

func (f *Fault) Error() string { return f.Err.Error() }
func (f *Fault) Unwrap() error { return f.Err }

// Faultf builds a fault as fmt.Errorf builds an error.
func Faultf(kind Kind, format string, args ...any) error {
	return &Fault{kind, fmt.Errorf(format, args...)}
}

// KindOf gives the kind of a failure, or otherwise where it is not a Fault.
func KindOf(err error, otherwise Kind) Kind {
	var f *Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return otherwise
}

// Foreign says what a document is that is readable, and no page.
type Foreign struct{ Kind, Remedy string }

func (f *Foreign) Error() string {
	if f.Remedy == "" {
		return "not a page but " + f.Kind + ": give the saved page itself"
	}
	return "not a page but " + f.Kind + ": " + f.Remedy
}
