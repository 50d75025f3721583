package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

// broken doubts each field in which characters could not be read: a name or a
// date there may be wrong. The span is the first such place.
func broken(texts []*reading.Text) []boctin.Issue {
	const lost = string(utf8.RuneError)
	var issues []boctin.Issue
	for _, t := range texts {
		start := strings.Index(t.Src, lost)
		if start < 0 {
			continue
		}
		end := len(t.Src) - len(strings.TrimLeft(t.Src[start:], lost))
		issues = append(issues, boctin.Issue{Rule: "text/broken", Text: t.Src[start:end],
			Why: "characters that could not be read: the page is damaged here", Span: &boctin.Span{Field: t.Field, Start: start, End: end}})
	}
	return issues
}
