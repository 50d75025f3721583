package store

import (
	"errors"
	"fmt"
	"strings"
)

var (
	// ErrNoCorpus says that a directory is no corpus.
	ErrNoCorpus = errors.New("no corpus")
	// ErrEmpty says that nothing was stored in a corpus yet.
	ErrEmpty = errors.New("nothing is stored yet")
)

// ErrNobody says that no official or agency bears a name that was asked for.
var ErrNobody = errors.New("not in this corpus")

// Unknown is the ErrNobody of one name, with the nearest that there are.
type Unknown struct {
	What, Name string // "official", and the name as it was given
	Near       []string
}

func (u *Unknown) Error() string {
	s := fmt.Sprintf("no %s is named %s: not in this corpus", u.What, u.Name)
	if len(u.Near) > 0 {
		s += "; did you mean " + strings.Join(u.Near, ", ") + "?"
	}
	return s
}

func (u *Unknown) Unwrap() error { return ErrNobody }
