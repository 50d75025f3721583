package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/extract/sites"
)

// phrases are the words that pages print, looked up without regard to case and
// punctuation; heads of boxes, which are often in capitals or badly accented,
// without regard to accents too. Read-only once built.
type phrases struct {
	related, end, widget, credit, source, byline, team, notName, given, modified, outlet, imprint, invite, today                                                                     phraseSet
	errorTitle, errorText, challengeTitle, challengeText, signinTitle, signinText, cookieText, contactTitle, searchTitle, more, colophon, posted, document, issued, otherDay, portal phraseSet
	letters                                                                                                                                                                          [0x1F00]byte
}

// phraseSet holds folded phrases; longest counts words.
type phraseSet struct {
	has     map[string]bool
	longest int
}

func newPhrases(w *sites.Words) *phrases {
	p := &phrases{}
	for r := rune(0xC0); r < 0x1F00; r++ {
		if d := norm.NFD.String(string(r)); d[0] < 0x80 && len(d) > 1 {
			p.letters[r] = lower(d[0])
		}
	}
	p.letters['đ'], p.letters['Đ'] = 'd', 'd'
	for _, list := range []struct {
		set   *phraseSet
		words []string
		key   func(string) string
	}{
		{&p.related, w.Related, p.fold}, {&p.end, w.End, p.fold}, {&p.widget, w.Widget, p.fold}, {&p.modified, w.Modified, p.fold}, {&p.imprint, w.Imprint, p.fold}, {&p.invite, w.Invite, p.fold}, {&p.today, w.Today, p.fold},
		{&p.errorTitle, w.ErrorTitle, p.fold}, {&p.errorText, w.ErrorText, p.fold}, {&p.challengeTitle, w.ChallengeTitle, p.fold}, {&p.challengeText, w.ChallengeText, p.fold}, {&p.signinTitle, w.SigninTitle, p.fold}, {&p.signinText, w.SigninText, p.fold},
		{&p.cookieText, w.CookieText, p.fold}, {&p.contactTitle, w.ContactTitle, p.fold}, {&p.searchTitle, w.SearchTitle, p.fold}, {&p.more, w.More, p.fold}, {&p.colophon, w.Colophon, p.fold}, {&p.posted, w.Posted, p.fold}, {&p.document, w.Document, p.fold}, {&p.issued, w.Issued, p.fold}, {&p.otherDay, w.OtherDay, p.fold}, {&p.portal, w.Portal, p.fold},
		{&p.credit, w.Credit, accented}, {&p.source, w.Source, accented}, {&p.byline, w.Byline, accented}, {&p.team, w.Team, accented},
		{&p.notName, w.NotName, accented}, {&p.given, w.Given, accented}, {&p.outlet, w.Outlet, accented},
	} {
		list.set.has = map[string]bool{}
		for _, word := range list.words {
			f := list.key(word)
			list.set.has[f] = true
			list.set.longest = max(list.set.longest, strings.Count(f, " ")+1)
		}
	}
	return p
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// fold brings a line to small letters without accents; all between letters and
// digits becomes one space. It works on composed and decomposed text alike.
func (p *phrases) fold(s string) string {
	return string(p.appendFold(make([]byte, 0, len(s)), []byte(s)))
}

func (p *phrases) appendFold(out []byte, s []byte) []byte {
	start := len(out)
	gap := false
	for i := 0; i < len(s); {
		var c byte
		if s[i] < utf8.RuneSelf {
			c = lower(s[i])
			i++
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
				gap = true
				continue
			}
		} else {
			r, size := utf8.DecodeRune(s[i:])
			i += size
			if r >= 0x300 && r < 0x370 {
				continue
			}
			if r < 0x1F00 {
				c = p.letters[r]
			}
			if c == 0 {
				gap = true
				continue
			}
		}
		if gap && len(out) > start {
			out = append(out, ' ')
		}
		gap = false
		out = append(out, c)
	}
	return out
}

// is tells whether a folded line is one of the phrases.
func (s *phraseSet) is(folded string) bool { return s.has[folded] }

// begins gives the length of the longest phrase that a folded line begins with,
// 0 for none.
func (s *phraseSet) begins(folded string) int {
	best, words := 0, 0
	for i := 0; i <= len(folded) && words < s.longest; i++ {
		if i == len(folded) || folded[i] == ' ' {
			words++
			if s.has[folded[:i]] {
				best = i
			}
		}
	}
	return best
}

// within tells whether a phrase stands anywhere in a folded line.
func (s *phraseSet) within(folded string) bool {
	for i := 0; i < len(folded); i++ {
		if (i == 0 || folded[i-1] == ' ') && s.begins(folded[i:]) > 0 {
			return true
		}
	}
	return false
}

// accented brings a line to small letters and keeps accents, for "Ảnh" is a
// picture and "Anh" a man; all between letters and digits becomes one space.
func accented(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = utf8.AppendRune(out, unicode.ToLower(c))
	}
	return string(out)
}
