// Package score measures records against labels written by hand: precision,
// recall and F1 a field, and each miss and invention by name. Its rules are
// those of the reference scorers that the labels came with.
package score

import "github.com/boctin/boctin"

// Find gives the record of a labelled document, nil if there is none.
type Find func(*Gold) *boctin.Record

// Result is what a set of labels came to.
type Result struct {
	Name    string
	Labels  int
	Missing int // documents without a record: everything in them counts as missed
	Figures []Figure
}

// Score measures a set. log is told of every fault and may be nil.
func (s *Set) Score(find Find, log Log) Result {
	result := Result{Name: s.Name, Labels: len(s.Golds)}
	records, pages := newRecordScore(log), &pageScore{log: log}
	var texts, onPages int
	var kept tally
	for _, g := range s.Golds {
		r := find(g)
		if r == nil {
			result.Missing++
			log.say(g, "no record")
			r = &boctin.Record{}
		}
		captions(&kept, log, g, r)
		if g.onText {
			texts++
			records.add(g, r)
		}
		if g.onPage {
			onPages++
			pages.add(g, r)
		}
	}
	if onPages > 0 {
		result.Figures = append(result.Figures, pages.figures()...)
	}
	if texts > 0 {
		result.Figures = append(result.Figures, records.figures()...)
	}
	result.Figures = append(result.Figures, kept.shareFigure("captions_found"))
	return result
}

// Inputs lists the documents that the labels of the sets speak of.
func Inputs(sets []*Set) []string {
	var paths []string
	for _, s := range sets {
		for _, g := range s.Golds {
			if g.Input != "" {
				paths = append(paths, g.Input)
			}
		}
	}
	return paths
}
