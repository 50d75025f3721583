// Package official finds the persons to whom a text gives a rank, post or
// honorific of office, one entry a person, with the country they serve.
package official

import (
	"fmt"
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds officials. It is read-only and safe to share between goroutines.
type Finder struct {
	*knowledge
	kept *sync.Pool // of *memory
}

// New builds a finder; it registers its words with the reading.
func New(words *reading.Words) *Finder {
	return &Finder{
		knowledge: newKnowledge(words), kept: &sync.Pool{New: newMemory},
	}
}

// Find gives the officials of an article, the first named first, the bodies of the
// article with those of their posts, each under the state that its holders serve,
// and the doubts. With explain, each mention says the rules and entries behind it.
func (f *Finder) Find(r *reading.Reading, bodies []*finding.Body, explain bool) ([]boctin.Official, []*finding.Body, []boctin.Issue) {
	memory := f.kept.Get().(*memory)
	defer f.leave(memory)
	texts := f.grammar.Texts(r, bodies, &memory.phrases)
	mentions := mentionsIn(texts)
	if len(mentions) == 0 {
		return nil, bodies, nil
	}
	mentions, unread := firstOf(mentions)
	people, doubts := f.gather(mentions, memory)
	s := f.settle(texts, bodies, people, memory)
	officials := s.officials(people)
	for _, p := range officials {
		s.list(p)
	}
	memory.findAgain(texts, officials)
	return written(officials, explain), s.bodies.listed(), append(issues(append(doubts, s.doubts...), officials), unread...)
}

// leave leaves the memory of an article to the next.
func (f *Finder) leave(memory *memory) {
	memory.clear()
	f.kept.Put(memory)
}

// mostMentions bounds the mentions with a rank, post or honorific that are compared
// with one another, so that time stays bounded on a text that is nothing but
// names; the longest article of the corpora behind our rules has some 300.
const mostMentions = 2000

// firstOf gives the mentions that are read, and says where it leaves some out.
func firstOf(list []*phrase.Mention) ([]*phrase.Mention, []boctin.Issue) {
	if len(list) <= mostMentions {
		return list, nil
	}
	m := list[mostMentions]
	place := span(m)
	return list[:mostMentions], []boctin.Issue{{
		Rule: "official/many", Text: textOf(m), Span: &place,
		Why: fmt.Sprintf("persons are named %d times: from here on none is read", len(list)),
	}}
}

// mentionsIn gives the persons of all texts, without those who are the name of a street.
func mentionsIn(texts []*phrase.Text) (found []*phrase.Mention) {
	for _, t := range texts {
		around := t.Around()
		for _, m := range t.Mentions() {
			if !around.NamesPlace(m.From, m.Titled()) {
				found = append(found, m)
			}
		}
	}
	phrase.SharePlural(texts, found)
	return found
}

// settle gives every person a country and posts.
func (f *Finder) settle(texts []*phrase.Text, bodies []*finding.Body, people []*person, memory *memory) *settling {
	s := newSettling(f.knowledge, texts, bodies, people, memory)
	for _, p := range people {
		sortMentions(p.mentions)
		s.settleCountry(p)
		s.hold(p)
	}
	for _, p := range people {
		s.finish(p)
	}
	return s
}
