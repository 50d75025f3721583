// Package normalize reads an article and says what it means: when, who and
// which agency. It never sees HTML.
package normalize

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/agency"
	"github.com/boctin/boctin/normalize/date"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official"
	"github.com/boctin/boctin/normalize/viet"
)

// Normalizer turns articles into records. It is built once from a lexicon,
// then read-only and safe to share between goroutines.
type Normalizer struct {
	words     *viet.Vocabulary
	dates     *date.Finder
	agencies  *agency.Finder
	officials *official.Finder
	kept      sync.Pool // of *[]*viet.Text: texts of earlier articles, for their memory
}

// New builds a normalizer. With explain, every finding names its rule.
func New(lex *lexicon.Lexicon, explain bool) *Normalizer {
	words := viet.NewVocabulary()
	n := &Normalizer{
		words:     words,
		dates:     date.New(lex, words, explain),
		agencies:  agency.New(lex, words, explain),
		officials: official.New(lex, words, explain),
	}
	n.kept.New = func() any { return new([]*viet.Text) }
	return n
}

// Dated fills the article's times of publication and change.
func (n *Normalizer) Dated(a boctin.Article) boctin.Article {
	a.Published, a.Modified = n.dates.Moments(&a)
	return a
}

// keptBytes is the longest body whose memory the next article may use.
const keptBytes = 1 << 20

// Record says what the article means. It never fails: a doubt is an issue.
func (n *Normalizer) Record(a boctin.Article) boctin.Record {
	a = n.Dated(a)
	a.Stamps = nil
	kept := n.kept.Get().(*[]*viet.Text)
	if len(a.Body) <= keptBytes {
		defer n.kept.Put(kept)
	}
	texts := n.texts(&a, kept)
	r := boctin.Record{Article: a}
	var dates, agencies, officials []boctin.Issue
	r.Dates, dates = n.dates.Find(texts, a.Published)
	r.Agencies, agencies = n.agencies.Find(texts)
	r.Officials, officials = n.officials.Find(texts, r.Agencies)
	r.Issues = append(append(append(broken(texts), dates...), agencies...), officials...)
	return r
}

// texts parses the fields that findings may lie in, in reading order.
func (n *Normalizer) texts(a *boctin.Article, kept *[]*viet.Text) []*viet.Text {
	for len(*kept) < 2+len(a.Images) {
		*kept = append(*kept, &viet.Text{})
	}
	texts := (*kept)[:2+len(a.Images)]
	n.words.ParseInto(texts[0], "title", a.Title)
	n.words.ParseInto(texts[1], "body", a.Body)
	for i, image := range a.Images {
		n.words.ParseInto(texts[2+i], boctin.CaptionField(i), image.Caption)
	}
	return texts
}
