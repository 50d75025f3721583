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

// put adds an entry to a list, or puts it in the place of the one of its name,
// which at remembers by kind.
func put[T any](l *Lexicon, list []T, entry T, kind, name string) []T {
	key := kind + "/" + phraseKey(name)
	if i, known := l.at[key]; known {
		list[i] = entry
		return list
	}
	if l.at == nil {
		l.at = map[string]int{}
	}
	l.at[key] = len(list)
	return append(list, entry)
}
