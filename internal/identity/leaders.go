package identity

import (
	"slices"
	"strconv"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// leaders finds the persons of people.toml.
type leaders struct {
	list  []lexicon.Leader
	whole map[string][]*lexicon.Leader // by the tokens of a whole name
	short map[string][]*lexicon.Leader // by country and a short form
}

func newLeaders(lex *lexicon.Lexicon) leaders {
	l := leaders{lex.Leaders, map[string][]*lexicon.Leader{}, map[string][]*lexicon.Leader{}}
	for i := range lex.Leaders {
		p := &lex.Leaders[i]
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			key := viet.Slug(name)
			l.whole[key] = append(l.whole[key], p)
		}
		for _, name := range p.Short {
			key := p.Country + viet.Slug(name)
			l.short[key] = append(l.short[key], p)
		}
	}
	return l
}

// Known gives the name that the corpus gives to the person of people.toml who is
// named so, by a whole name or a short one that no other bears; or "".
func (r *Resolver) Known(name string) string {
	slug, found := viet.Slug(name), ""
	for i := range r.leaders.list {
		p := &r.leaders.list[i]
		for _, n := range slices.Concat([]string{p.Name}, p.Aliases, p.Short) {
			if viet.Slug(n) != slug || found == p.Name {
				continue
			}
			if found != "" {
				return ""
			}
			found = p.Name
		}
	}
	return found
}

// Dated tells whether it may depend on the year of an article whom it means by a name: where
// a person of people.toml bears it, or is called so for short.
func (r *Resolver) Dated(country, name string) bool {
	s := r.leaders.spell(r, name)
	return len(s.whole) > 0 || len(r.leaders.short[country+s.slug]) > 0
}

// of gives the leader that an appearance is of: by his whole name and, where it is
// a name that others bear too or a short form, one of his posts in its years.
func (l *leaders) of(r *Resolver, a *Appearance) *lexicon.Leader {
	name := l.spell(r, a.Name)
	return l.spelt(&name, a)
}

// spelling is what a name is compared by. Of a large block, thousands bear the same.
type spelling struct {
	key, bare, slug string
	ours, native    bool              // without the words of a state, and as it stands
	whole           []*lexicon.Leader // who have it as a whole name
}

// spell reads a name.
func (l *leaders) spell(r *Resolver, name string) spelling {
	bare := r.bare(name)
	s := spelling{key: viet.PhraseKey(name), bare: bare, slug: viet.Slug(bare)}
	if s.whole = l.whole[s.slug]; len(s.whole) > 0 {
		s.ours = r.ours(bare)
	}
	return s
}

// spelt is of for an appearance whose name was read.
func (l *leaders) spelt(name *spelling, a *Appearance) *lexicon.Leader {
	var found *lexicon.Leader
	for _, p := range name.whole {
		if name.ours && (p.Country == lexicon.Home || p.Country != a.Country) && !holds(p, a) {
			continue
		}
		found = p
	}
	if found != nil {
		return found
	}
	for _, p := range l.short[a.Country+name.slug] {
		if holds(p, a) {
			found = p
		}
	}
	return found
}

// holds tells that the article gives the person a post that the leader has, in the
// years of his office.
func holds(p *lexicon.Leader, a *Appearance) bool {
	year, _ := strconv.Atoi(a.Published[:min(4, len(a.Published))])
	for i := range a.Posts {
		title, former := titleOf(a.Posts[i].Title, a.Posts[i].Former)
		for _, h := range p.Posts {
			want, _ := titleOf(h.Title, false)
			if title != want || differ(viet.Fold(h.Agency), viet.Fold(a.Posts[i].AgencyName)) {
				continue
			}
			if year == 0 || heldIn(h.From, h.Until, year, former) {
				return true
			}
		}
	}
	return false
}

// heldIn tells whether an article of a year may give a post of some years, 0 where it
// goes on: papers go on with the last title for a year, and with nguyên for good.
func heldIn(from, until, year int, former bool) bool {
	if from > year {
		return false
	}
	return former || until == 0 || year <= until+1
}
