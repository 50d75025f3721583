package review

import (
	"context"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Selectors proposes selectors for the place of a text on the page of an article, as it
// is kept: those of its own element first, then those of what it stands in. There are
// none where no page is kept, or nothing names the place.
func (o *Overlay) Selectors(ctx context.Context, url, text string) ([]string, error) {
	if o.Corpus == nil {
		return nil, nil
	}
	r, err := o.readerNow()
	if err != nil {
		return nil, err
	}
	page, err := o.Corpus.Pages.Page(ctx, url)
	if err != nil {
		return nil, nil
	}
	a, err := r.stages.Extractor.Explain(page)
	if err != nil || a.Evidence == nil {
		return nil, nil
	}
	head := []rune(text)
	head = head[:min(len(head), 80)]
	var out []string
	for _, t := range slices.Concat(a.Evidence.Kept, a.Evidence.Cut) {
		if same(t.Text, string(head)) {
			out = append(out, around(&t)...)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return strings.Count(b, " > ") - strings.Count(a, " > ") })
	return slices.Compact(out), nil
}

// around gives the selectors of an element and of those that it stands in.
func around(t *boctin.Trace) (out []string) {
	for node := t.Node; node != ""; {
		if s := SelectorOf(node); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
		i := strings.LastIndex(node, " > ")
		if i < 0 {
			break
		}
		node = node[:i]
	}
	return out
}
