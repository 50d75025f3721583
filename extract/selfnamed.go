package extract

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// foldedTitles are the ways in which the page calls itself, each once: also by
// its first part where section and site follow.
func (r titleFinder) foldedTitles() (all []string) {
	for _, t := range r.Meta.Titles {
		behind := r.afterLabel(t)
		parts := []string{t, firstPart(t), behind, firstPart(behind), r.behindSite(t)}
		if behind != t { // what stands before the label is the name of the forum
			parts[1] = t
		}
		for _, part := range parts {
			if f := lines.Fold(part); !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}

// firstPart is what stands before the name of section and site in a title, all of
// it where too few words stand there: they may be the name of the site.
func firstPart(title string) string {
	for _, sep := range []string{" - ", " | ", " – "} {
		if head, _, ok := strings.Cut(title, sep); ok && lines.Count(head) >= shortestTitle {
			return head
		}
	}
	return title
}

// behindSite is what stands behind a few words and a dash at the head of a title, longer
// than they are: "Làng nghề Việt - X". Where nothing does, it is all of it.
func (r titleFinder) behindSite(title string) string {
	for _, sep := range []string{" - ", " | "} {
		if head, rest, ok := strings.Cut(title, sep); ok && lines.Count(head) <= shortestTitle && lines.Count(rest) > shortestTitle && !r.ofAllPages(rest) && !r.SiteName(rest) {
			return rest
		}
	}
	return title
}

// shortestTitle is how many words a headline has that a part of the page's title
// repeats.
const shortestTitle = 4
