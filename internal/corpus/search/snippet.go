package search

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/normalize/viet"
)

// around is how many code points of the text stand on either side of a hit.
const around = 70

// passage is a text with its words, as the index takes it apart.
type passage struct {
	text  []rune
	words []stretch
	fold  []string
}

// stretch is a part of a text, in code points.
type stretch struct{ from, to int }

func newPassage(s string) *passage {
	p := &passage{text: []rune(strings.Join(strings.Fields(s), " "))}
	for i := 0; i < len(p.text); {
		if !fold.IsWord(p.text[i]) {
			i++
			continue
		}
		from := i
		for i < len(p.text) && fold.IsWord(p.text[i]) {
			i++
		}
		p.words = append(p.words, stretch{from, i})
		p.fold = append(p.fold, viet.Fold(string(p.text[from:i])))
	}
	return p
}

// find gives the places of a term, from word to word.
func (p *passage) find(t term) (all []stretch) {
	for i := 0; i+len(t.words) <= len(p.fold); i++ {
		if slices.Equal(p.fold[i:i+len(t.words)], t.words) && p.marked(t, i) {
			all = append(all, stretch{i, i + len(t.words)})
		}
	}
	return all
}

// marked tells whether the words from i on have the marks of a term.
func (p *passage) marked(t term, i int) bool {
	if t.key == "" {
		return true
	}
	last := i + len(t.words) - 1
	return fold.Key(string(p.text[p.words[i].from:p.words[last].to])) == t.key
}

// snippet cuts the text around its longest match, with each match in brackets;
// matches that stand side by side are one. Without a match it is the beginning.
func (p *passage) snippet(terms []term) string {
	matches := p.matches(terms)
	if len(matches) == 0 {
		return p.cut(0, min(2*around, len(p.text)), nil)
	}
	best := matches[0]
	for _, m := range matches[1:] {
		if m.to-m.from > best.to-best.from {
			best = m
		}
	}
	from, to := p.words[best.from].from-around, p.words[best.to-1].to+around
	for from > 0 && p.text[from-1] != ' ' {
		from++
	}
	for to < len(p.text) && p.text[to] != ' ' {
		to--
	}
	return p.cut(max(from, 0), min(to, len(p.text)), matches)
}

// matches gives the stretches of words that the terms cover, in order.
func (p *passage) matches(terms []term) (out []stretch) {
	covered := make([]bool, len(p.words))
	for _, t := range terms {
		for _, m := range p.find(t) {
			for i := m.from; i < m.to; i++ {
				covered[i] = true
			}
		}
	}
	for i := 0; i < len(covered); i++ {
		if !covered[i] {
			continue
		}
		from := i
		for i < len(covered) && covered[i] {
			i++
		}
		out = append(out, stretch{from, i})
	}
	return out
}

// cut gives a part of the text with an ellipsis where more stands, and brackets
// around the matches that lie in it.
func (p *passage) cut(from, to int, matches []stretch) string {
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	for _, m := range matches {
		start, end := p.words[m.from].from, p.words[m.to-1].to
		if start < at || end > to {
			continue
		}
		b.WriteString(string(p.text[at:start]) + "[" + string(p.text[start:end]) + "]")
		at = end
	}
	b.WriteString(string(p.text[at:to]))
	if to < len(p.text) {
		b.WriteString(" …")
	}
	return b.String()
}
