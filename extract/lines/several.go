package lines

import (
	"cmp"
	"strings"
)

// severals reads lines of several parts that each sign.
type severals struct{ *Words }

// several reads a line whose parts each say for themselves who wrote: Lan Anh (từ Hà Nội) và Việt Linh (từ
// Huế), Tác giả: Lan Anh. Người dịch: Việt Linh. ok is false for any other.
func (w severals) several(line string) (sig Signature, ok bool) {
	parts := w.bracketedParts(line)
	if len(parts) == 0 {
		parts = w.translatorApart(line)
	}
	if len(parts) < 2 {
		return sig, false
	}
	sig.Named, sig.Marked = true, true
	for _, part := range parts {
		switch one := w.Sign(part); {
		case w.ofPictures(part), w.IsCrew(part):
		case len(one.Authors) == 0, !w.ofWriter(inBracket(part)):
			return Signature{}, false
		default:
			sig.Authors = append(sig.Authors, one.Authors...)
			sig.Source = cmp.Or(sig.Source, one.Source)
			if !one.Named {
				sig.Named = false
			}
			if one.Labelled {
				sig.Labelled = true
			}
		}
	}
	return sig, len(sig.Authors) > 0
}

// ofPictures tells who made the pictures: Ảnh: Lan Anh, Lan Anh (ảnh).
func (w severals) ofPictures(part string) bool {
	return w.Credit.Equals(inBracket(part)) || w.CreditOf(part) != ""
}

// ofWriter tells what stands in the bracket behind a writer's name: what was done, where he reports from, his
// paper. A place, an age or a prize is of somebody told of: Lan Anh (xã Mẫu), Việt Linh (45 tuổi).
func (w severals) ofWriter(inside string) bool {
	s := &signing{w: w.Words}
	switch f := Lower(inside); {
	case inside == "", w.Given.Begins(f) > 0, w.Label.Is(f), w.Team.Is(f):
		return true
	}
	return s.reportsFrom(inside) || w.IsPaper(inside) || w.AfterSource(inside) != inside
}

// inBracket is what stands in the bracket that a part ends with.
func inBracket(part string) string {
	_, inside, _ := strings.Cut(strings.TrimSuffix(part, ")"), " (")
	return inside
}

// bracketedParts parts a line with two brackets or more by what stands between names outside them.
func (w severals) bracketedParts(line string) (parts []string) {
	if strings.Count(line, " (") < 2 {
		return nil
	}
	open := false
	for piece := range strings.SplitSeq(w.separators.Replace(line), "|") {
		piece = strings.TrimSpace(piece)
		if open {
			parts[len(parts)-1] += ", " + piece
		} else {
			parts = append(parts, piece)
		}
		last := parts[len(parts)-1]
		open = strings.Count(last, "(") > strings.Count(last, ")")
	}
	return parts
}

// translatorApart parts a line before the label of a translator, nil where none stands behind other words.
func (w severals) translatorApart(line string) []string {
	colon := strings.LastIndexByte(line, ':')
	if colon < 0 {
		return nil
	}
	for n := longestTranslator; n > 0; n-- {
		at := lastWords(line[:colon], n)
		before := strings.TrimRight(line[:at], " -–—|,;./(")
		switch {
		case before == "", w.IsCrew(before), len(before) == len(strings.TrimRight(line[:at], " ")), !w.Translator.Equals(line[at:colon]):
			continue
		}
		return []string{before, strings.TrimSpace(strings.TrimRight(line[at:], ")"))}
	}
	return nil
}

// longestTranslator is how many words the label of a translator has.
const longestTranslator = 3
