package byline

import (
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// behindDay reads a name behind a day, with nothing but room or an icon between: 05/03/2021 Lan Anh.
func (r besideTime) behindDay(i int) []string {
	line := r.Line(i)
	end := strings.LastIndexAny(line, "0123456789") + 1
	end += len(line[end:]) - len(r.withoutHalf(line[end:]))
	name, found := strings.CutPrefix(line[end:], " ")
	switch {
	case !found, !r.Known.IsReporter(name), lines.Count(name) == 2 && !r.Known.Surname.Opens(name), !r.mayName(i, name):
		return nil
	}
	day := strings.TrimRight(line[strings.LastIndexAny(line[:end], "|•·")+1:end], " ")
	if r.Known.IsStamp(strings.TrimSpace(day), lines.Fold(day)) {
		return []string{name}
	}
	return nil
}

// withoutHalf takes off what may stand behind the figures of an hour: a bracket, AM, SA.
func (r besideTime) withoutHalf(rest string) string {
	if after, closed := strings.CutPrefix(rest, ")"); closed {
		return after
	}
	half, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
	if len(half) == len("AM") && r.Known.StampWord.Is(lines.Fold(half)) {
		return rest[1+len(half):]
	}
	return rest
}

// behindWords reads the names behind words that name a writer, at the head of a line or behind the day:
// 05/03/2021 bởi Lan Anh.
func (r besideTime) behindWords(i int) []string {
	line := r.Line(i)
	if r.Known.By.Opens(line) { // Đăng bởi Lan Anh vào 05/03/2021 trong X
		if sig := r.Known.Sign(r.Known.UntilDate(line)); sig.Named {
			return sig.Authors
		}
	}
	for at := range lines.Blanks(line) {
		rest := line[at+1:]
		if !r.Known.By.Opens(rest) || !r.Known.IsStamp(line[:at], lines.Fold(line[:at])) {
			continue
		}
		if sig := r.Known.Sign(r.Known.UntilDate(rest)); sig.Named {
			return sig.Authors
		}
	}
	return nil
}

// behindIcon reads the name behind an empty element that is named as the writer's.
func (r besideTime) behindIcon(i int) []string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.T1 > x.T0 || x.Hint&(dom.HintUser|dom.HintAuthor) == 0 {
			continue
		}
		end := b.T1
		if x.Last < b.E1 {
			end = max(x.T1, r.Elems[x.Last].T0)
		}
		if name := strings.Trim(lines.Squeeze(string(r.Text[x.T1:end])), " |-–·•,"); r.Known.IsReporter(name) {
			return []string{name}
		}
	}
	return nil
}

// behindComma reads "05/03/2021, Lan Anh (thực hiện)".
func (r besideTime) behindComma(i int) []string {
	line := r.Line(i)
	sig := r.Known.Sign(line[strings.LastIndex(line, ", ")+1:])
	if sig.Marked && sig.Named {
		return sig.Authors
	}
	return nil
}
