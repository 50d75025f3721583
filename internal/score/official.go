package score

import (
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// officials compares persons by name or alias; a second entry for a person who
// is matched already is an invention.
func (s *recordScore) officials(g *Gold, r *boctin.Record) {
	used := make([]bool, len(r.Officials))
	for i := range g.Officials {
		want := &g.Officials[i]
		names := foldedSet(append([]string{want.Name}, want.Aliases...)...)
		hit := -1
		for j, o := range r.Officials {
			if !used[j] && names[fold(o.Name)] {
				hit = j
				break
			}
		}
		if hit >= 0 {
			used[hit] = true
		}
		s.person(g, want, r.Officials, hit)
	}
	for i, o := range r.Officials {
		if !used[i] {
			s.tallies["officials"].fp++
			s.log.say(g, "official invented: %s from %q", o.Name, firstPerson(o.Mentions))
		}
	}
}

func firstPerson(list []boctin.PersonMention) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].Text
}

// person scores one labelled person against the entry at hit, -1 for none.
func (s *recordScore) person(g *Gold, want *Official, found []boctin.Official, hit int) {
	if !wanted(want.Must) {
		return
	}
	s.tallies["officials"].add(hit >= 0)
	if hit < 0 {
		s.log.say(g, "official missed: %s", want.Name)
		return
	}
	o := &found[hit]
	if want.Country != "" {
		ok := o.Country == want.Country
		s.tallies["official_country"].add(ok)
		if !ok {
			s.log.say(g, "country of %s %q, want %q", want.Name, o.Country, want.Country)
		}
	}
	ranks, got := foldedSet(want.Ranks...), foldedSet(o.Ranks...)
	s.sets("ranks", got, ranks)
	if !got.equal(ranks) {
		s.log.say(g, "ranks of %s %q, want %q", want.Name, o.Ranks, want.Ranks)
	}
	s.posts(g, want, o)
}

// postKey is a folded title and agency.
func postKey(title, agency string) string { return title + " / " + agency }

// keys gives every pair of title and agency that is right for a labelled post.
func (p *Post) keys() set {
	keys := set{}
	agencies := bare(foldedSet(append([]string{p.Agency}, p.AgencyAliases...)...), p.Country)
	for title := range foldedSet(append([]string{p.Title}, p.TitleAliases...)...) {
		for agency := range agencies {
			keys[postKey(title, agency)] = true
		}
	}
	return keys
}

func foundPosts(o *boctin.Official) set {
	keys := set{}
	for _, p := range o.Posts {
		agency := p.AgencyName
		if agency == "" {
			agency = p.Agency
		}
		keys[postKey(fold(p.Title), fold(agency))] = true
	}
	return keys
}

func (s *recordScore) posts(g *Gold, want *Official, o *boctin.Official) {
	t, got, may := s.tallies["posts"], foundPosts(o), set{}
	var missing, extra []string
	for i := range want.Posts {
		p := &want.Posts[i]
		keys := p.keys()
		maps.Copy(may, keys)
		if !wanted(p.Must) {
			continue
		}
		ok := keys.minus(got) < len(keys)
		t.add(ok)
		if !ok {
			missing = append(missing, postKey(fold(p.Title), fold(p.Agency)))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if !may[key] {
			t.fp++
			extra = append(extra, key)
		}
	}
	if len(missing)+len(extra) > 0 {
		s.log.say(g, "posts of %s: missed [%s] invented [%s]", want.Name, strings.Join(missing, "; "), strings.Join(extra, "; "))
	}
}
