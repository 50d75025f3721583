// Package words holds what boctin serve says, in Vietnamese and in English: one
// file a language, the same keys in each.
package words

import (
	"embed"
	"fmt"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"
)

//go:embed *.toml
var files embed.FS

// Languages are those that there are words in; the first is spoken where nothing
// else is asked for.
var Languages = []string{"vi", "en"}

// Words are those of one language.
type Words struct {
	Lang   string
	texts  map[string]string
	faults []fault
}

// Load reads the words of a language. The tests hold that its file can be read.
func Load(lang string) (*Words, error) {
	if !slices.Contains(Languages, lang) {
		return nil, fmt.Errorf("no words in %q: there are %v", lang, Languages)
	}
	raw, err := files.ReadFile(lang + ".toml")
	if err != nil {
		return nil, err
	}
	var groups map[string]map[string]string
	if err := toml.Unmarshal(raw, &groups); err != nil {
		return nil, fmt.Errorf("%s.toml: %w", lang, err)
	}
	w := &Words{Lang: lang, texts: map[string]string{}}
	for group, texts := range groups {
		for key, text := range texts {
			w.texts[group+"."+key] = text
		}
	}
	formats := slices.SortedFunc(maps.Keys(groups["check"]), func(a, b string) int { return len(b) - len(a) }) // what says more is tried first
	for _, format := range formats {
		w.faults = append(w.faults, newFault(format, groups["check"][format]))
	}
	return w, nil
}

// Say gives the text of a key, filled in as fmt.Sprintf does. A key that there is
// none of stands for itself: what data names need not have a word.
func (w *Words) Say(key string, args ...any) string {
	text, ok := w.texts[key]
	switch {
	case !ok:
		return key
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Has tells whether there is a text of a key.
func (w *Words) Has(key string) bool { return w.texts[key] != "" }

// Of gives the word for a name that data has, as the kind "meeting" of "event"; the
// name itself where there is none.
func (w *Words) Of(group, name string) string {
	if text := w.texts[group+"."+name]; text != "" {
		return text
	}
	return name
}

// Reason says why something was not done. The reason in English, as format and args, is
// the key of those in other languages; it stands for itself where there is none.
func (w *Words) Reason(format string, args ...any) string {
	return fmt.Sprintf(w.Of("reason", format), args...)
}

// Keys are all keys, sorted.
func (w *Words) Keys() []string {
	keys := make([]string, 0, len(w.texts))
	for k := range w.texts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
