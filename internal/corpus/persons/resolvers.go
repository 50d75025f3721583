package persons

import (
	"io/fs"
	"sync"
	"sync/atomic"

	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/lexicon"
)

// Resolvers tell which appearances are one person. It is safe for concurrent use.
type Resolvers struct {
	// People is asked; where it is nil, a resolver of the built-in words is.
	People *identity.Resolver

	known atomic.Pointer[identity.Resolver] // in the place of People; see Know
}

// Know has the corpus tell who is who by another resolver from now on, also while it is
// asked.
func (r *Resolvers) Know(people *identity.Resolver) { r.known.Store(people) }

// Resolver gives People, or what took its place.
func (r *Resolvers) Resolver() *identity.Resolver { return r.knowing(builtIn) }

// Leaders is Resolver to ask for Known.
func (r *Resolvers) Leaders() *identity.Resolver { return r.knowing(ofLeaders) }

// Streets is Resolver to ask for Prints.
func (r *Resolvers) Streets() *identity.Resolver { return r.knowing(ofStreets) }

// Successors is Resolver to ask for Successor.
func (r *Resolvers) Successors() *identity.Resolver { return r.knowing(ofSuccessor) }

// knowing is Resolver for questions that some of the built-in words answer, which are
// read sooner than all.
func (r *Resolvers) knowing(words func() *identity.Resolver) *identity.Resolver {
	if known := r.known.Load(); known != nil {
		return known
	}
	if r.People != nil {
		return r.People
	}
	return words()
}

// Resolvers of the built-in words: all of them, and those that Known, Prints and Successor
// ask for. Each is made once, where it is needed.
var (
	builtIn     = madeOf(lexicon.Load)
	ofLeaders   = madeOf(part("people.toml"))
	ofStreets   = madeOf(part("honorifics.toml", "names.toml"))
	ofSuccessor = madeOf(part("agencies.vn*", "clauses.toml", "places.toml"))
)

func madeOf(load func(fs.FS) (*lexicon.Lexicon, error)) func() *identity.Resolver {
	return sync.OnceValue(func() *identity.Resolver {
		lex, err := load(nil)
		if err != nil {
			panic(err) // the tests hold the built-in words
		}
		return identity.New(lex, identity.Judgements{})
	})
}

func part(files ...string) func(fs.FS) (*lexicon.Lexicon, error) {
	return func(fs.FS) (*lexicon.Lexicon, error) { return lexicon.Some(files...) }
}
