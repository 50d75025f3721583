package plain

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin/extract/lines"
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
	Film    []string
	Reading []string `toml:"reading_time"`
	Series  []string
	Answer  []string `toml:"answered"`
	Share   []string
	Recent  []string
	Keys    map[string][]string
	Caption struct {
		Scene, Verb, Sure, Light, Finite, Opening, Before []string
		NotVerb                                           []string `toml:"not_verb"`
	}
	Shape struct{ Opener, Image, Picture, Tools, Occasion, Weekday []string }
}

// vocabulary is words.toml made ready for lookup, with the words that it shares
// with the reader of HTML.
type vocabulary struct {
	*lines.Words
	heading, link, widget, footer, section, photo, film, readingTime, series, answered, share, recent lines.Phrases // folded
	scene, verb, sure, light, before, notVerb, finite, opening, opener, occasion, picture, weekday    lines.Phrases // lower case
	keys                                                                                              map[string]string
	homes, image, tools                                                                               []string
	glued                                                                                             map[string]bool // widget words without spaces
	longestGlued                                                                                      int
}

func newVocabulary(file string, shared *sites.Words, words *lines.Words) (*vocabulary, error) {
	var w wordLists
	meta, err := toml.Decode(file, &w)
	if err != nil {
		return nil, fmt.Errorf("extract/plain/words.toml: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("extract/plain/words.toml: %s: unknown key: remove it or correct its spelling", unknown[0])
	}
	v := &vocabulary{Words: words, homes: shared.Home, image: w.Shape.Image, tools: w.Shape.Tools, keys: map[string]string{}}
	for _, list := range []struct {
		into  *lines.Phrases
		words [][]string
	}{
		{&v.heading, [][]string{w.Heading, shared.RelatedHeads()}}, {&v.link, [][]string{w.Link}}, {&v.widget, [][]string{w.Widget, shared.Widget}},
		{&v.footer, [][]string{w.Footer}}, {&v.film, [][]string{w.Film}}, {&v.section, [][]string{w.Section}}, {&v.photo, [][]string{shared.Credit}},
		{&v.readingTime, [][]string{w.Reading}}, {&v.series, [][]string{w.Series}}, {&v.answered, [][]string{w.Answer}},
		{&v.share, [][]string{w.Share}}, {&v.recent, [][]string{w.Recent}},
	} {
		*list.into = lines.NewPhrases(lines.Fold, list.words...)
	}
	for _, list := range []struct {
		into  *lines.Phrases
		words []string
	}{
		{&v.sure, w.Caption.Sure}, {&v.light, w.Caption.Light}, {&v.before, w.Caption.Before}, {&v.notVerb, w.Caption.NotVerb}, {&v.scene, w.Caption.Scene}, {&v.verb, w.Caption.Verb},
		{&v.finite, w.Caption.Finite}, {&v.opening, w.Caption.Opening}, {&v.opener, w.Shape.Opener}, {&v.occasion, w.Shape.Occasion}, {&v.picture, w.Shape.Picture}, {&v.weekday, w.Shape.Weekday},
	} {
		*list.into = lines.NewPhrases(lines.Lower, list.words)
	}
	for kind, keys := range w.Keys {
		for _, key := range keys {
			v.keys[lines.Fold(key)] = kind
		}
	}
	v.glued = map[string]bool{}
	v.widget.Each(func(w string) {
		w = strings.ReplaceAll(w, " ", "")
		v.glued[w] = true
		v.longestGlued = max(v.longestGlued, len(w))
	})
	return v, nil
}
