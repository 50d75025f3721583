package labels

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// fields are the fields of an article in which something may stand, in the order of
// the record.
func fields(a *boctin.Article) []string {
	all := []string{"title", "body"}
	for i := range a.Images {
		all = append(all, boctin.CaptionField(i))
	}
	return all
}

// places gives every place, in bytes, where a text stands as words of their own. Where
// it stands nowhere in the body, one of other capitals counts as well.
func places(a *boctin.Article, text string) (all []boctin.Span) {
	if text == "" {
		return nil
	}
	for _, field := range fields(a) {
		whole, _ := a.Field(field)
		for from := 0; from < len(whole); {
			i := strings.Index(whole[from:], text)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(text)
			if apart(whole, start, end) {
				all = append(all, boctin.Span{Field: field, Start: start, End: end})
			}
			from = end
		}
	}
	return all
}

// apart tells whether a stretch neither begins nor ends inside a word.
func apart(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !letter(before) && !letter(after)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// cut gives what stands at a place.
func cut(a *boctin.Article, s boctin.Span) string {
	text, _ := a.Field(s.Field)
	return text[s.Start:s.End]
}

// sentence widens a place to the sentence around it.
func sentence(a *boctin.Article, s boctin.Span) boctin.Span {
	text, _ := a.Field(s.Field)
	if i := strings.LastIndexAny(text[:s.Start], ".!?\n"); i >= 0 {
		s.Start = i + 1
	} else {
		s.Start = 0
	}
	if i := strings.IndexAny(text[s.End:], ".!?\n"); i >= 0 {
		s.End += i
	} else {
		s.End = len(text)
	}
	for s.Start < s.End && text[s.Start] == ' ' {
		s.Start++
	}
	return s
}

// byPlace compares places in the order of the record.
func byPlace(a *boctin.Article) func(x, y boctin.Span) int {
	order := fields(a)
	return func(x, y boctin.Span) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.Field), slices.Index(order, y.Field)), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	}
}
