package lexicon

import (
	"fmt"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// phrases refuses empty and double words within one file.
type phrases struct {
	file   string
	keys   map[string]string // where a word stands
	faults []error
}

func (p *phrases) add(key, name string, aliases []string) {
	if strings.TrimSpace(name) == "" {
		p.faults = append(p.faults, fmt.Errorf("%s: %s: has no name: write the words that the record gives", p.file, key))
		return
	}
	if p.keys == nil {
		p.keys = map[string]string{}
	}
	for _, word := range append([]string{name}, aliases...) {
		k := phraseKey(word)
		if k == "" {
			p.faults = append(p.faults, fmt.Errorf("%s: %s: %q is an empty word: remove it", p.file, key, word))
			continue
		}
		if first, double := p.keys[k]; double {
			p.faults = append(p.faults, fmt.Errorf("%s: %s: %q is given twice, first in %s: remove one (case, spaces and tone placement do not tell words apart)", p.file, key, word, first))
			continue
		}
		p.keys[k] = key + " " + name
	}
}

// phraseKey is the lookup key of a phrase without its spaces.
func phraseKey(phrase string) string { return string(appendPhraseKey(nil, phrase)) }

func appendPhraseKey(key []byte, phrase string) []byte {
	for word := range strings.FieldsSeq(phrase) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = viet.AppendKey(key, word)
	}
	return key
}

// put adds an entry to a list, or puts it in the place of the one of its name.
func put[T any](list []T, entry T, name func(T) string) []T {
	key, buf := phraseKey(name(entry)), make([]byte, 0, 64)
	for i := range list {
		if buf = appendPhraseKey(buf[:0], name(list[i])); string(buf) == key {
			list[i] = entry
			return list
		}
	}
	return append(list, entry)
}
