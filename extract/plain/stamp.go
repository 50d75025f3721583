package plain

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
)

// stamps are the words of lines of publication.
type stamps struct{ *vocabulary }

func (v *vocabulary) stamps() stamps { return stamps{v} }

// isRecent tells a day told from today and its hour: Hôm qua, 14:05.
func (v stamps) isRecent(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	return at > 0 && oneHour(s[at+1:]) && v.recent.Is(lines.Fold(s[:at]))
}

// stamped tells whether a line of publication was read.
func (d *document) stamped() bool {
	for _, s := range d.article.Stamps {
		if s.From == boctin.FromPage {
			return true
		}
	}
	return false
}

func (d *document) stamp(p *piece) {
	p.set(stamp, "line of publication")
	d.article.Stamps = append(d.article.Stamps, d.v.stamps().stampOf(p.text))
}

func (v stamps) stampOf(s string) boctin.Stamp {
	return boctin.Stamp{Text: s, From: boctin.FromPage, Modified: v.Modified.Begins(lines.Fold(s)) > 0}
}

// mixedStamp reads a line of publication with a section or a name beside it:
// "Pháp luật | 18/11/2019 19:00".
func (d *document) mixedStamp(p *piece) bool {
	when, other, ok := d.v.stamps().splitStamp(p.text)
	if ok {
		if d.v.placed(p.text, other, when) {
			d.stamp(p)
			return true
		}
		d.mixed(p, other, when)
	}
	return ok
}

func (v stamps) splitStamp(s string) (when, other string, ok bool) {
	switch {
	case len(s) > 160, lines.Count(s) > 20, lines.Stopped(s), !lines.HasDigit([]byte(s)):
		return "", "", false
	}
	if bare := v.withoutCounters(s); bare != s {
		if s = bare; v.IsStamp(s, lines.Fold(s)) {
			return s, "", true
		}
	}
	for _, sep := range [...]string{" | ", "| ", " • ", " · ", " - ", " – ", " / ", "; ", ", "} {
		for at, from := 0, 0; ; from = at + len(sep) {
			n := strings.Index(s[from:], sep)
			if n < 0 {
				break
			}
			at = from + n
			before, after := s[:at], s[at+len(sep):]
			if v.beside(before, after, sep) {
				return after, before, true
			}
			if v.beside(after, before, sep) {
				return before, after, true
			}
		}
	}
	for _, split := range [...]func(string) (when, other string, ok bool){v.splitBy, v.splitDay} {
		if when, name, ok := split(s); ok {
			return when, name, true
		}
	}
	if when, name, ok := v.splitName(s); ok {
		return when, name, true
	}
	return v.splitCounter(s)
}

// withoutCounters takes off the parts of a line of publication that tell how long it takes to read
// the text, name the section beside a name, or are furniture: Lan Anh • 05/03/2021 07:15 • 3 phút đọc.
func (v stamps) withoutCounters(s string) string {
	for _, sep := range [...]string{" | ", " • ", " · ", " - "} {
		parts := slices.DeleteFunc(strings.Split(s, sep), v.filed)
		if len(parts) > 2 {
			parts = slices.DeleteFunc(parts, func(part string) bool { return v.section.Is(lines.Fold(part)) })
		}
		if len(parts) < 3 {
			s = strings.Join(parts, sep)
			continue
		}
		parts = slices.DeleteFunc(parts, func(part string) bool {
			f := lines.Fold(part)
			return v.isReadingTime(f) || !v.IsStamp(part, f) && !isClock(part) && v.isWidget(part, f)
		})
		s = strings.Join(withClocks(parts), sep)
	}
	return s
}

// filed tells a part that names the section behind its label: Chuyên mục: Nghề xưa.
func (v stamps) filed(part string) bool {
	key, _, labelled := strings.Cut(part, ":")
	return labelled && v.keys[lines.Fold(key)] == "section"
}

// withClocks puts an hour that stands alone to the part before it: 05/03/2021 | 07:15 | Lan Anh.
func withClocks(parts []string) []string {
	for i := len(parts) - 1; i > 0; i-- {
		if isClock(parts[i]) && !lines.HasDate([]byte(parts[i])) {
			parts[i-1] += " " + parts[i]
			parts = slices.Delete(parts, i, i+1)
		}
	}
	return parts
}

// beside tells a time with a few words beside it that are no sentence.
func (v stamps) beside(words, when, sep string) bool {
	return lines.Count(words) <= besideStamp(sep) && v.IsStamp(when, lines.Fold(when)) && !lines.Ended(words)
}

// besideStamp is how many words may stand beside a time, by what parts them.
func besideStamp(sep string) int {
	if strings.ContainsAny(sep, "|•") {
		return 10
	}
	return 6
}

// splitCounter reads a time and how often a page was read: "04/03/2025 312 lượt xem".
func (v stamps) splitCounter(s string) (when, rest string, ok bool) {
	for at, n := strings.LastIndexByte(s, ' '), 1; at > 0 && n <= mostCounters; n++ {
		if rest = s[at+1:]; v.IsStamp(s[:at], lines.Fold(s[:at])) && v.isWidget(rest, lines.Fold(rest)) {
			return s[:at], rest, true
		}
		at = strings.LastIndexByte(s[:at], ' ')
	}
	return "", "", false
}

// isButton tells a line of furniture that is no sentence and no line of publication; a colon may close it.
func (v stamps) isButton(s, f string) bool {
	if lines.Ended(strings.TrimSuffix(s, ":")) || !v.isWidget(s, f) {
		return false
	}
	return !v.dated(s)
}

// underMessage tells what mail programs set below a message: a mark above the writer's address, and
// what stands above the message that is answered.
func (v stamps) underMessage(s, f string) bool {
	return s == "--" || strings.HasSuffix(s, ":") && v.answered.Ends(f)
}

// mostCounters is how many words of counters and buttons stand behind a time: Lượt xem: 341 Cỡ chữ: A- A+.
const mostCounters = 10

// splitBy reads a time and who wrote: "Đăng ngày 24/09/2025 bởi Hà An".
func (v stamps) splitBy(s string) (when, name string, ok bool) {
	for at := range lines.Blanks(s) {
		rest := s[at+1:]
		if n := v.By.Begins(lines.Lower(rest)); n > 0 && v.IsStamp(s[:at], lines.Fold(s[:at])) {
			name = lines.WordsFrom(rest, lines.Count(lines.Lower(rest)[:n]))
			if v.SiteUser.Is(lines.Lower(name)) {
				return s[:at], "", true
			}
			_, ok = v.names(name)
			return s[:at], name, ok
		}
	}
	return "", "", false
}

// splitDay reads a name and a time that begins with the day of the week behind a dash without a space:
// "Hà An (Ban Xã hội)-Thứ năm, ngày 04/03/2021 14:37".
func (v stamps) splitDay(s string) (when, name string, ok bool) {
	name, when, ok = strings.Cut(s, "-")
	switch {
	case !ok, v.DayWord.Begins(lines.Lower(when)) == 0, !v.beside(name, when, "|"):
		return "", "", false
	}
	return when, name, true
}

// splitName reads a name and a time with nothing between: "Hà An 24/09/2025", or the time first.
func (v stamps) splitName(s string) (when, name string, ok bool) {
	for at := range lines.Blanks(s) {
		if name = s[at+1:]; v.IsFullName(name) && v.IsStamp(s[:at], lines.Fold(s[:at])) {
			return s[:at], name, true
		}
		if rest := s[at+1:]; v.IsStamp(rest, lines.Fold(rest)) && v.opensTime(rest) {
			name = strings.TrimRight(s[:at], " -,|")
			if v.headsTime(name, rest) {
				return rest, name, true
			}
		}
	}
	return "", "", false
}

// headsTime tells whether what stands before a time is a name, a paper or a section; one that is not
// known stands in capitals before a day with its hour: AN NINH BIÊN GIỚI 05/03/2021 07:15.
func (v stamps) headsTime(words, when string) bool {
	_, signed := v.names(words)
	switch {
	case signed, lines.IsOutlet(words), v.section.Is(lines.Fold(words)):
		return true
	case words != strings.ToUpper(words), lines.Count(words) > besideStamp(" "):
		return false
	}
	return lines.HasDate([]byte(when)) && lines.HasClock([]byte(when))
}

// opensTime tells whether a time may begin so: with a figure or a word of the calendar. Of names
// some read like one without their accents: Lân, Nam, Thu.
func (v stamps) opensTime(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsLetter(first) {
		return true
	}
	f := lines.Fold(s)
	switch {
	case v.DayWord.Begins(lines.Lower(s)) > 0, v.Posted.Begins(f) > 0, v.Modified.Begins(f) > 0:
		return true
	}
	return !lines.Marked([]byte(s)) && lines.HasMonthName(f)
}

// dated tells a line of publication with something beside it.
func (v stamps) dated(s string) bool {
	_, _, ok := v.splitStamp(s)
	return ok
}

func (d *document) mixed(p *piece, other, when string) {
	p.set(stamp, "line of publication")
	d.article.Stamps = append(d.article.Stamps, d.v.stamps().stampOf(when))
	if other == "" {
		return
	}
	other = strings.Trim(other, " |-–•·")
	if d.v.section.Is(lines.Fold(other)) {
		d.article.Section = other
	} else if sig, ok := capitals(d.v, other); ok && (titled(d) || !sig.Ranked) {
		d.signed(sig)
	} else if sig, ok := d.v.sign(other); ok {
		d.signed(sig)
	} else if lines.IsOutlet(other) {
		d.signed(lines.Signature{Source: other})
	} else if site, name, ok := strings.Cut(other, " • "); ok { // Trường A • Lan Anh
		sig, _ := d.v.sign(name)
		sig.Source = cmp.Or(sig.Source, site)
		d.signed(sig)
	}
}

// titled tells whether the headline was found.
func titled(d *document) bool {
	return slices.ContainsFunc(d.pieces, func(p piece) bool { return p.role == title })
}

// stampSoon tells whether a line of publication is the next thing after piece i.
func (d *document) stampSoon(i int) bool {
	for j := i + 1; j < min(len(d.pieces), i+5); j++ {
		switch p := &d.pieces[j]; {
		case p.rule == "stamp?":
			return true
		case p.role == text && lines.Count(p.text) > 6:
			return false
		}
	}
	return false
}
