package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// cleanTitle takes off the headline what was glued to it: the path of sections
// before it, the line of publication behind it.
func (d headReader) cleanTitle() {
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.role != title {
			continue
		}
		d.cutCrumbs(p)
		p.text = d.v.withoutSite(p.text)
		head, when := d.v.stampedTitle(p.text)
		if when == "" {
			head, when = d.v.stamps().before(p.text)
		}
		if when != "" {
			p.at += strings.Index(p.text, head)
			p.text = head
			d.article.Stamps = append(d.article.Stamps, d.v.stamps().stampOf(when))
		}
		return
	}
}

// withoutSite takes the name of a paper off the end of a headline, as pages call
// themselves: X - Báo Mẫu.
func (v *vocabulary) withoutSite(s string) string {
	for _, sep := range []string{" - ", " | ", " – "} {
		if i := strings.LastIndex(s, sep); i > 0 && v.IsPaper(s[i+len(sep):]) && lines.Count(s[:i]) >= shortestHeadline {
			return s[:i]
		}
	}
	return s
}

// steps part the sections of a path.
const steps = "›»>/|"

// behindHome gives what follows the first step of a path of sections.
func (v *vocabulary) behindHome(s string) (rest string, ok bool) {
	for _, home := range v.homes {
		if rest, ok = strings.CutPrefix(s, home); ok {
			return rest, true
		}
	}
	return "", false
}

// longestCrumb is how many words the name of a section has in such a path.
const longestCrumb = 5

// cutCrumbs takes a path of sections off: "Trang chủThời sựA headline",
// "Trang chủ › Xã hội › A headline". Its last step is the section.
func (d headReader) cutCrumbs(p *piece) {
	rest, ok := d.v.behindHome(p.text)
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	switch glued := !strings.HasPrefix(rest, " "); {
	case !ok:
		return
	case strings.ContainsRune(steps, first):
	case !glued || !unicode.IsUpper(first):
		return
	}
	for rest != "" {
		crumb, after, found := nextCrumb(rest)
		if !found || lines.Count(crumb) > longestCrumb {
			break
		}
		if crumb != "" {
			d.article.Section = crumb
		}
		rest = after
	}
	if rest = strings.TrimSpace(rest); lines.Count(rest) >= 2 {
		p.at += len(p.text) - len(rest)
		p.text = rest
	}
}

// nextCrumb parts the first step off a path: before a mark, or before a capital
// that is glued to a small letter.
func nextCrumb(s string) (crumb, rest string, ok bool) {
	var last rune
	for i, r := range s {
		if strings.ContainsRune(steps, r) {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+utf8.RuneLen(r):]), true
		}
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			return s[:i], s[i:], true
		}
		last = r
	}
	return "", s, false
}

// shortestHeadline is how many words stand before a time that is glued to them.
const shortestHeadline = 4

// stampedTitle parts a headline from the time of publication behind it: with
// its hour, or in brackets by itself.
func (v *vocabulary) stampedTitle(s string) (head, when string) {
	if v.occasion.Within(lines.Lower(s)) {
		return s, ""
	}
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		inside := s[open+1 : len(s)-1]
		if head = strings.TrimSpace(s[:open]); oneDay(inside) && lines.Count(head) >= shortestHeadline {
			return head, inside
		}
		return s, ""
	}
	for at := range lines.Blanks(s) {
		if rest := s[at+1:]; lines.Count(s[:at]) >= shortestHeadline && v.timeBehind(rest) {
			return strings.TrimRight(s[:at], " -–|,"), strings.TrimLeft(rest, " -–|,")
		}
	}
	return s, ""
}

// before parts a headline from the time of publication before it, to which it may be glued:
// 05/03/2021 17:26Làng chài vào mùa.
func (v stamps) before(s string) (head, when string) {
	at := max(0, strings.IndexFunc(s, unicode.IsLetter))
	when = strings.TrimRight(s[:at], " -–|")
	switch {
	case when == "", s[0] > '9', lines.Count(s[at:]) < shortestHeadline:
		return s, ""
	case !lines.HasClock([]byte(when)), !v.IsStamp(when, lines.Fold(when)):
		return s, ""
	}
	return s[at:], when
}

// timeBehind tells a time of publication behind a headline: with its hour, or a day behind a
// dash.
func (v *vocabulary) timeBehind(rest string) bool {
	if !lines.HasDate([]byte(rest)) || !v.IsStamp(rest, lines.Fold(rest)) {
		return false
	}
	day := strings.TrimLeft(rest, "-–| ")
	return lines.HasClock([]byte(rest)) || day != rest && oneDay(day)
}

// oneDay tells a line that prints one date of the Web's years and no span.
func oneDay(s string) bool {
	year, _, _, ok := lines.FindDate([]byte(s))
	return ok && year >= 1997 && lines.Count(s) <= 3 && strings.Count(s, "/")+strings.Count(s, ".")+strings.Count(s, "-") == 2
}
