package review

import (
	"errors"
	"fmt"
	"slices"

	"github.com/boctin/boctin/internal/tomlform"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// aliased are what may be given another name.
var aliased = []string{"agency", "rank", "post", "person", "province"}

// entries give the entry of a name, nil where there is none, by what may be given another.
var entries = map[string]func(l *lexicon.Lexicon, name, country string) *entry{
	"agency": agencyEntry, "rank": rankEntry, "post": postEntry, "person": personEntry, "province": provinceEntry,
}

// entry is one of the lexicon that may get another name.
type entry struct {
	file, table, key string
	name             map[string]string // keys and values that tell it from others in a file
	has              []string          // names that it has
	adds             bool              // an overlay's entry adds its names to those before, others take their place
	block            func(all []string, more string) any
}

// alias: what the lexicon knows is written in another way, too. An entry that stands in
// the file of the overlay gets the name there; any other is laid over anew.
func (p wordPlanner) alias() error {
	alias, of, name, country := p.get("alias"), p.get("of"), p.get("name"), p.get("country")
	switch {
	case same(alias, name):
		return refused("alias", "it is the name itself")
	case of == "agency" && country == "":
		return refused("country", "missing: write the country that the agency is of, such as VN")
	}
	e := entries[of](p.base.words, name, country)
	switch {
	case e == nil:
		return refused("name", "the lexicon has no %s %s: write its full name, or add it", of, viet.FoldSpace(name))
	case slices.ContainsFunc(e.has, func(s string) bool { return same(s, alias) }):
		return refused("alias", "%s is written so already", name)
	}
	p.plan.What = fmt.Sprintf("alias %s of %s %s", alias, of, name)
	p.touch(alias)
	file, err := p.overlay.read(lexiconFile(e.file))
	if err != nil {
		return err
	}
	all := append(slices.Clone(e.has), alias)
	inFile := all
	if e.adds {
		inFile = append(tomlform.Strings(string(file), e.table, e.name, e.key), alias)
	}
	err = p.amend(e.file, e.table, e.key, inFile, e.is)
	if errors.Is(err, tomlform.ErrNoTable) {
		return p.add(e.file, e.table, e.block(all, alias))
	}
	return err
}

// is tells whether a table of a file is that of the entry.
func (e *entry) is(values map[string]string) bool {
	for key, value := range e.name {
		if written := tomlform.ListOf(values[key]); len(written) != 1 || written[0] != value {
			return false
		}
	}
	return true
}

func agencyEntry(l *lexicon.Lexicon, name, country string) *entry {
	a := l.FindAgency(country, name)
	if a == nil {
		return nil
	}
	return &entry{agencyFile(country), "agency", "aliases", map[string]string{"name": a.Name}, a.Aliases, true, func(_ []string, more string) any {
		out := *a // what the lexicon has is kept: its aliases and years need not be said again
		out.Aliases, out.Dated, out.InPosts = []string{more}, nil, nil
		return out
	}}
}

func rankEntry(l *lexicon.Lexicon, name, _ string) *entry {
	i := slices.IndexFunc(l.Ranks, func(r lexicon.Rank) bool { return same(r.Name, name) })
	if i < 0 {
		return nil
	}
	r := l.Ranks[i]
	return &entry{"ranks.toml", "rank", "aliases", map[string]string{"name": r.Name}, r.Aliases, false, func(all []string, _ string) any {
		r.Aliases = all
		return r
	}}
}

func postEntry(l *lexicon.Lexicon, name, _ string) *entry {
	i := slices.IndexFunc(l.Posts.List, func(p lexicon.Post) bool { return same(p.Title, name) })
	if i < 0 {
		return nil
	}
	p := l.Posts.List[i]
	return &entry{"posts.toml", "post", "words", map[string]string{"title": p.Title}, p.Phrases(), false, func(all []string, _ string) any {
		p.Words = all
		return p
	}}
}

func personEntry(l *lexicon.Lexicon, name, country string) *entry {
	i := slices.IndexFunc(l.Leaders, func(p lexicon.Leader) bool {
		return same(p.Name, name) && (country == "" || p.Country == country)
	})
	if i < 0 {
		return nil
	}
	p := l.Leaders[i]
	return &entry{"people.toml", "leader", "aliases", map[string]string{"name": p.Name, "country": p.Country}, p.Aliases, false, func(all []string, _ string) any {
		p.Aliases = all
		return p
	}}
}

func provinceEntry(l *lexicon.Lexicon, name, _ string) *entry {
	i := l.Province(name)
	if i < 0 {
		return nil
	}
	p := l.Places[i]
	return &entry{"places.toml", "province", "aliases", map[string]string{"name": p.Name}, p.Aliases, true, func(_ []string, more string) any {
		return province{p.Name, p.Type, nil, []string{more}, p.Into, p.From, p.Until}
	}}
}

// province is a block of places.toml.
type province struct {
	Name    string   `toml:"name"`
	Type    string   `toml:"type"`
	Also    []string `toml:"also"`
	Aliases []string `toml:"aliases"`
	Into    string   `toml:"into"`
	From    int      `toml:"from"`
	Until   int      `toml:"until"`
}
