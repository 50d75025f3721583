package web

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/articles"
)

// changed is a paragraph that one version of an article prints and the other does not.
type changed struct {
	What string `json:"what"` // added, removed
	Text string `json:"text"`
}

// mostCompared is how many paragraphs of a version are compared with the other's.
const mostCompared = 600

// compare tells what this version prints that the one before did not, and what it
// left out.
func (v *articleView) compare(r *Request, address string) error {
	i := slices.IndexFunc(v.Editions, func(e articles.Edition) bool { return e.Version == v.Version })
	if i < 0 || i+1 >= len(v.Editions) {
		return nil
	}
	v.Compared = true
	before, err := r.Corpus.Articles.Record(r.Context(), address, v.Editions[i+1].Version)
	if err != nil {
		return err
	}
	v.Changed = differences(printed(before.Title, before.Body), printed(v.Record.Title, v.Record.Body))
	return nil
}

func printed(title, body string) []string {
	all := append([]string{title}, strings.Split(body, "\n\n")...)
	return all[:min(len(all), mostCompared)]
}

// differences lists what is in one of two lists alone, in order (the longest common
// subsequence stays).
func differences(before, after []string) (out []changed) {
	common := make([][]int, len(before)+1)
	for i := range common {
		common[i] = make([]int, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if before[i] == after[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && before[i] == after[j]:
			i, j = i+1, j+1
		case j == len(after) || i < len(before) && common[i+1][j] >= common[i][j+1]:
			out = append(out, changed{"removed", before[i]})
			i++
		default:
			out = append(out, changed{"added", after[j]})
			j++
		}
	}
	return out
}
