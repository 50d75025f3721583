package corpus

import (
	"io/fs"
	"sync"

	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/lexicon"
)

// Know has the corpus tell who is who by another resolver from now on, also while it is
// asked.
func (c *Corpus) Know(people *identity.Resolver) { c.known.Store(people) }

// resolver gives People, or what took its place.
func (c *Corpus) resolver() *identity.Resolver { return c.knowing(builtIn) }

// knowing is resolver for questions that some of the built-in words answer, which are
// read sooner than all.
func (c *Corpus) knowing(words func() *identity.Resolver) *identity.Resolver {
	if known := c.known.Load(); known != nil {
		return known
	}
	if c.People != nil {
		return c.People
	}
	return words()
}

// Resolvers of the built-in words: all of them, and those that Known, Prints and Successor
// ask for. Each is made once, where it is needed.
var (
	builtIn     = madeOf(lexicon.Load)
	ofLeaders   = madeOf(part("people.toml"))
	ofStreets   = madeOf(part("names.toml"))
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
