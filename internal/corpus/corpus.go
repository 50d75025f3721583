// Package corpus keeps what the articles of a corpus directory say in its
// boctin.db: articles with their versions, dates, officials, posts, agencies,
// and a full-text index. Every batch is one transaction, so that a process may
// be killed at any moment and two may work on one corpus.
//
// It joins what stands in packages of their own. store is the file, its tables and its
// transactions; column, fold, pack, register and runs are how rows are written. storing fills
// them; persons tells who is who, stories what prints one text; pages reads what the WARC
// files keep, check holds all of it against them, upgrade brings older files up to date.
// named finds names and picks articles for what is asked: articles, officials, agencies,
// events, search and figures.
package corpus

import (
	"github.com/boctin/boctin/internal/corpus/agencies"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/check"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/figures"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/corpus/upgrade"
)

// Corpus is one corpus directory, by what is asked of it and done with it. It is safe for
// concurrent use, but its transactions wait for one another.
type Corpus struct {
	DB        *store.DB
	Resolvers *persons.Resolvers // which appearances are one person

	// What stores.
	Storing *storing.Storing
	Persons *persons.Persons
	Stories *stories.Stories
	Pages   *pages.Pages
	Check   *check.Check

	// What is asked.
	Names     *named.Names
	Articles  *articles.Articles
	Officials *officials.Officials
	Agencies  *agencies.Agencies
	Events    *events.Events
	Search    *search.Texts
	Figures   *figures.Figures
}

// of gives the corpus of a database.
func of(db *store.DB) *Corpus {
	r := &persons.Resolvers{}
	names, people := named.Of(db, r), persons.Of(db, r)
	texts := articles.Of(db, names)
	groups, kept := stories.Of(db), pages.Of(db)
	return &Corpus{
		DB:        db,
		Resolvers: r,
		Persons:   people,
		Stories:   groups,
		Names:     names,
		Pages:     kept,
		Articles:  texts,
		Search:    search.Of(db, names),
		Events:    events.Of(db, names),
		Figures:   figures.Of(db),
		Agencies:  agencies.Of(db, names, people, r, texts),
		Officials: officials.Of(db, names, people, r, texts),
		Check:     check.Of(db, people, groups, kept),
		Storing:   storing.Of(db, people, r, groups, kept),
	}
}

// Open opens the corpus to ask it. It fails with ErrNoCorpus or ErrEmpty. One that an
// older boctin wrote is brought up to date first, of which steps are told.
func Open(dir string, steps ...store.Step) (*Corpus, error) { return open(dir, false, steps) }

// Ask is Open for a program that ends when it has its answer: the system maps the database
// into its memory, up to 2 GiB, so that no page is copied. What was read of it then counts
// as memory of the program.
func Ask(dir string, steps ...store.Step) (*Corpus, error) { return open(dir, true, steps) }

func open(dir string, mapped bool, steps []store.Step) (*Corpus, error) {
	db, older, err := store.Open(dir, mapped)
	if err != nil {
		return nil, err
	}
	c := of(db)
	if older {
		return c.migrated(steps)
	}
	return c, nil
}

// Create opens the corpus to store in it, and makes the tables it lacks. It
// fails with ErrNoCorpus.
func Create(dir string, steps ...store.Step) (*Corpus, error) {
	return create(store.Create, dir, steps)
}

// Make is Create, but makes the corpus where there is none.
func Make(dir string, steps ...store.Step) (*Corpus, error) { return create(store.Make, dir, steps) }

func create(make func(string) (*store.DB, error), dir string, steps []store.Step) (*Corpus, error) {
	db, err := make(dir)
	if err != nil {
		return nil, err
	}
	return of(db).migrated(steps)
}

// Close closes the database.
func (c *Corpus) Close() error { return c.DB.Close() }

// migrated brings the corpus up to date; where that fails, it is closed.
func (c *Corpus) migrated(steps []store.Step) (*Corpus, error) {
	if err := upgrade.Of(c.DB, c.Storing, c.Stories).Run(store.Tell(steps)); err != nil {
		c.DB.Close()
		return nil, err
	}
	return c, nil
}
