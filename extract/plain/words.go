package plain

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin/extract/sites"
)

//go:embed words.toml
var wordsFile string

// wordLists is words.toml.
type wordLists struct {
	Heading []string
	Link    []string
	Widget  []string
	Footer  []string
	Section []string
	Keys    map[string][]string
	Credit  struct {
		Photo, Source, Byline, Team, Given []string
		Surname                            []string
		NotName                            []string `toml:"not_name"`
	}
	Caption struct {
		Scene, Verb, Sure, Light, Finite, Opening, Before []string
		NotVerb                                           []string `toml:"not_verb"`
	}
	Shape struct{ Stamp, Modified, Opener, Image []string }
}

// phrases is a set of phrases, found at word boundaries.
type phrases struct {
	has   map[string]bool
	first map[string]int // words of the longest phrase that begins with a word
}

// vocabulary is words.toml and generic.toml made ready for lookup.
type vocabulary struct {
	folder                                                                               *folder
	heading, link, end, widget, footer, section                                          phrases // folded
	photo, source, byline, team, given                                                   phrases // folded
	stamp, modified, document, outlet                                                    phrases // folded
	notName, surname, scene, verb, sure, light, before, notVerb, finite, opening, opener phrases // lower case
	keys                                                                                 map[string]string
	image                                                                                []string
	glued                                                                                map[string]bool // widget words without spaces
	longestGlued                                                                         int
}

func newVocabulary(file string, shared *sites.Words) (*vocabulary, error) {
	var w wordLists
	meta, err := toml.Decode(file, &w)
	if err != nil {
		return nil, fmt.Errorf("extract/plain/words.toml: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("extract/plain/words.toml: %s: unknown key: remove it or correct its spelling", unknown[0])
	}
	if shared == nil {
		shared = &sites.Words{}
	}
	v := &vocabulary{folder: newFolder(), image: w.Shape.Image, keys: map[string]string{}}
	for _, list := range []struct {
		into  *phrases
		words [][]string
	}{
		{&v.heading, [][]string{w.Heading, shared.Related}}, {&v.link, [][]string{w.Link}}, {&v.end, [][]string{shared.End}}, {&v.widget, [][]string{w.Widget, shared.Widget}},
		{&v.footer, [][]string{w.Footer}}, {&v.section, [][]string{w.Section}}, {&v.photo, [][]string{w.Credit.Photo, shared.Credit}},
		{&v.source, [][]string{w.Credit.Source, shared.Source}}, {&v.byline, [][]string{w.Credit.Byline, shared.Byline}}, {&v.team, [][]string{w.Credit.Team}},
		{&v.given, [][]string{w.Credit.Given}}, {&v.stamp, [][]string{w.Shape.Stamp}}, {&v.modified, [][]string{w.Shape.Modified}}, {&v.document, [][]string{shared.Document}}, {&v.outlet, [][]string{shared.Outlet}},
	} {
		*list.into = newPhrases(v.folder.fold, list.words...)
	}
	for _, list := range []struct {
		into  *phrases
		words []string
	}{
		{&v.notName, append(w.Credit.NotName, shared.NotName...)}, {&v.surname, w.Credit.Surname}, {&v.sure, w.Caption.Sure}, {&v.light, w.Caption.Light}, {&v.before, w.Caption.Before}, {&v.notVerb, w.Caption.NotVerb}, {&v.scene, w.Caption.Scene}, {&v.verb, w.Caption.Verb},
		{&v.finite, w.Caption.Finite}, {&v.opening, w.Caption.Opening}, {&v.opener, w.Shape.Opener},
	} {
		*list.into = newPhrases(v.folder.lower, list.words)
	}
	for kind, keys := range w.Keys {
		for _, key := range keys {
			v.keys[v.folder.fold(key)] = kind
		}
	}
	v.glued = map[string]bool{}
	for w := range v.widget.has {
		w = strings.ReplaceAll(w, " ", "")
		v.glued[w] = true
		v.longestGlued = max(v.longestGlued, len(w))
	}
	return v, nil
}

func newPhrases(fold func(string) string, lists ...[]string) phrases {
	p := phrases{has: map[string]bool{}, first: map[string]int{}}
	for _, list := range lists {
		for _, phrase := range list {
			f := fold(phrase)
			p.has[f] = true
			word, _, _ := strings.Cut(f, " ")
			p.first[word] = max(p.first[word], words(f))
		}
	}
	return p
}

func (p *phrases) is(folded string) bool { return p.has[folded] }

// begins gives the length of the longest phrase that a line begins with, or 0.
func (p *phrases) begins(folded string) int {
	end := strings.IndexByte(folded, ' ')
	if end < 0 {
		end = len(folded)
	}
	best := 0
	for n := p.first[folded[:end]]; n > 0; n-- {
		if p.has[folded[:end]] {
			best = end
		}
		if end == len(folded) {
			break
		}
		next := strings.IndexByte(folded[end+1:], ' ')
		if next < 0 {
			end = len(folded)
		} else {
			end += 1 + next
		}
	}
	return best
}

// find gives the range of the first phrase in a line, the longest there; end is
// 0 if there is none.
func (p *phrases) find(line string) (start, end int) {
	for i := 0; i < len(line); i++ {
		if i == 0 || line[i-1] == ' ' {
			if n := p.begins(line[i:]); n > 0 {
				return i, i + n
			}
		}
	}
	return 0, 0
}
