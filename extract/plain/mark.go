package plain

import (
	"regexp"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// endsInCredit is the rule of a caption behind which stands who made the picture.
const endsInCredit = "ends in a credit"

// marker gives roles to the pieces that tell by themselves what they are.
type marker struct{ *document }

// mark gives roles to the pieces that tell by themselves what they are.
func (d marker) mark() {
	d.unlinkFirst()
	over := false // "./." was read: teasers may follow
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.role != text {
			continue
		}
		p.real = lines.IsReal(p.text) && !(over && d.v.gluedTeaser(p.text)) && !d.beckons(p)
		if lines.Closed(p.text) {
			over = true
		}
		if len(p.text) > 200 {
			d.markLong(p)
			continue
		}
		d.markShort(p)
	}
	d.joinClocks()
	d.markDoubled()
	d.markTwice()
	d.keepLast()
}

// unlinkFirst makes a headline of the first line that is a link of Markdown, as readers of pages write one
// that leads to the page itself: no list of links follows.
func (d marker) unlinkFirst() {
	p := d.at(0)
	words, rest, _ := strings.Cut(strings.TrimPrefix(p.text, "["), "](")
	switch {
	case !isMarkdownLink(p.text), isMarkdownLink(d.at(1).text), strings.Contains(rest, "]("), lines.Count(words) < shortestHeadline:
		return
	}
	p.text, p.folded = words, ""
}

// keepLast makes the last paragraph text that ends in the credit of pictures which stand elsewhere: it
// speaks as the body does or signs the text, paragraphs stand above it, and no caption has such a credit.
func (d marker) keepLast() {
	last, above := -1, 0
	for i := range d.pieces {
		p := &d.pieces[i]
		credited := p.rule == endsInCredit
		switch {
		case !credited && !p.real:
		case last >= 0:
			return // it is beside a picture further up
		case credited:
			last = i
		default:
			above++
		}
	}
	p := d.at(last)
	words, _ := d.v.credits().splitCredit(p.text)
	switch _, signs := d.v.names(p.text); {
	case above <= 1:
	case signs: // Lan Anh (CTV). Ảnh: Việt Linh
		p.set(text, "")
	case d.v.captions().tellsOn(words):
		p.set(text, "")
		p.text, p.real, p.folded = words, true, ""
	}
}

// joinClocks puts the hour and the day of the week that stand in lines of their own to the
// day beside them.
func (d marker) joinClocks() {
	for i := range d.pieces {
		if p := &d.pieces[i]; p.rule == "stamp?" && lines.HasDate([]byte(p.text)) {
			d.join(p, d.at(i-1), d.at(i-2))
			d.join(p, d.at(i+1), d.at(i+2))
		}
	}
}

// join puts at most two lines that are parts of a time to that of the day beside them.
func (d marker) join(p *piece, beside ...*piece) {
	for _, q := range beside {
		hour := oneHour(q.text) && !lines.HasClock([]byte(p.text))
		if !hour && !d.v.weekday.Is(lines.Lower(strings.TrimRight(q.text, " ,-|"))) {
			return
		}
		if q.at < p.at {
			p.text, p.at = q.text+" "+p.text, q.at
		} else {
			p.text += " " + q.text
		}
		p.folded = ""
		q.set(cut, "part of the time of publication")
	}
}

// oneHour tells an hour by itself, 07:30 or 07h30, that no player shows: 00:00.
func oneHour(s string) bool {
	return len(s) == len("07:30") && s != "00:00" && strings.IndexByte("012", s[0]) >= 0 && lines.HasClock([]byte(s))
}

// markTwice cuts paragraphs that were printed before, as captions are beside
// each picture of a gallery.
func (d marker) markTwice() {
	seen := map[string]int{}
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.role != text && p.role != caption || lines.Count(p.text) < 6 {
			continue
		}
		at, again := seen[p.text]
		switch long := lines.Count(p.text) >= 12; {
		case !again:
			seen[p.text] = i
		case !lines.Ended(p.text) && d.realBefore(at) && i > at+1:
			d.pieces[at].set(image, "other words for a picture")
			p.set(image, "other words for a picture")
		case long:
			p.set(cut, "printed twice")
			p.real = false
		}
	}
}

// longestMenu is how long the sections of a site in one line are, in bytes.
const longestMenu = 800

func (d marker) markLong(p *piece) {
	switch {
	case len(p.text) < longestMenu && !lines.Ended(p.text) && d.v.isMenu(p.text, d.fold(p)):
		p.set(cut, "menu")
	case lines.Count(p.text) <= longestGlued && d.v.credits().creditTail(p.text) > 0:
		p.set(caption, endsInCredit)
	}
}

func (d marker) markShort(p *piece) {
	switch v := d.v; {
	case lines.IsRule(p.text), ruleWithWords(p.text):
		p.set(cut, "rule")
	case lines.IsURL(p.text), d.unlabelURL(p):
		p.set(address, "url")
		if v.isImage(p.text) {
			p.set(image, "picture")
		}
	case v.isImage(p.text):
		p.set(image, "picture")
	case v.credits().isCreditLine(p.text):
		p.set(credit, "credit of a picture")
	case v.credits().creditTail(p.text) > 0 && !v.Labelled(p.text) && !v.namesSource(p.text):
		p.set(caption, endsInCredit)
	case v.isFilm(p.text):
		p.set(caption, "what a film shows")
	case strings.HasSuffix(p.text, ":") && v.film.Is(strings.TrimSpace(d.fold(p))):
		p.set(image, "film")
	case v.isFooter(p.text, d.fold(p)):
		p.set(cut, "footer")
	case v.isLink(p.text, d.fold(p)):
		p.set(cut, "link to another article")
	case v.AsksToFollow(p.text, d.fold(p)):
		p.set(cut, "where the paper may be followed")
	case v.isMenu(p.text, d.fold(p)):
		p.set(cut, "menu")
	case v.isHeading(p.text, d.fold(p)), v.stamps().underMessage(p.text, d.fold(p)):
		p.set(cut, "heading")
	case v.IsStamp(p.text, d.fold(p)), v.stamps().isRecent(p.text):
		p.rule = "stamp?" // a role it has only in its place
		p.real = false
	case lines.Hashtags(p.text):
		d.tags(p, strings.ReplaceAll(p.text, " ", ""))
	case isClock(p.text), v.stamps().isButton(p.text, d.fold(p)):
		p.set(cut, "widget")
	}
}

// unlabelURL takes the label off an address that is no source: Link: https://…
func (d marker) unlabelURL(p *piece) bool {
	key, value, _ := strings.Cut(p.text, ":")
	value = strings.TrimSpace(value)
	switch {
	case d.v.keys[lines.Fold(key)] != "url", d.v.Source.Is(lines.Lower(key)), !lines.IsURL(value):
		return false
	}
	p.text, p.folded = value, ""
	return true
}

// ruleWithWords tells what mail programs write above a message: ----- Forwarded message -----.
func ruleWithWords(s string) bool {
	return strings.HasPrefix(s, "---") && strings.HasSuffix(s, "---")
}

// namesSource tells names with the paper that the text is taken from: Lan Anh - Nguồn: X.
func (v *vocabulary) namesSource(s string) bool {
	sig, ok := v.names(s)
	return ok && sig.Source != ""
}

// isFilm tells a line that says what a film shows: "Video: …".
func (v *vocabulary) isFilm(s string) bool {
	key, rest, _ := strings.Cut(s, ": ")
	return v.film.Is(lines.Fold(key)) && captionSized(rest) && lines.BeginsSentence(rest)
}

// isHeading tells the head of a box with other articles, which may be counted, but has no day.
func (v *vocabulary) isHeading(s, f string) bool {
	switch {
	case lines.Count(s) > 8, lines.Stopped(s), lines.HasDate([]byte(s)):
		return false
	}
	bare := strings.Trim(f, " 0123456789")
	return v.heading.Is(f) || v.heading.Is(bare) || v.End.Is(bare)
}

// isLink tells a line that leads to another article: ">> A headline", "Xem
// thêm: A headline".
func (v *vocabulary) isLink(s, f string) bool {
	if lines.Stopped(s) {
		return false
	}
	if lines.HasPrefixAny([]byte(s), ">>", "»", "=>") || isMarkdownLink(s) || lines.IsURL(s[len(listNumber.FindString(s)):]) || numberedLink.MatchString(s) {
		return true
	}
	key, rest, _ := strings.Cut(s, ":")
	return rest != "" && v.link.Is(f[:min(len(f), len(lines.Fold(key)))])
}

// isMarkdownLink tells a line that is nothing but links of Markdown whose words are no sentence.
func isMarkdownLink(s string) bool {
	for part := range strings.SplitSeq(s, " | ") {
		words, rest, _ := strings.Cut(part, "](")
		switch {
		case !strings.HasPrefix(words, "["), lines.Ended(words), rest == "", strings.IndexByte(rest, ')') != len(rest)-1:
			return false
		}
	}
	return true
}

// numberedLink tells a link as browsers of text print it: [12]Tin tức.
var numberedLink = regexp.MustCompile(`^(?:[*+o-] )?\[\d{1,3}\]\pL`)

func (v *vocabulary) isFooter(s, f string) bool {
	if strings.HasPrefix(s, "©") {
		return true
	}
	n := v.footer.Begins(f)
	return n > 0 && (strings.Contains(s, ":") || lines.Count(s) <= 12 && !lines.Stopped(s))
}

// markDoubled finds headlines that stand twice, as lists of links with pictures
// are copied. The title may be said twice too: a first pair at the top is it.
func (d marker) markDoubled() {
	for i := 0; i+1 < len(d.pieces); i++ {
		a, b := &d.pieces[i], &d.pieces[i+1]
		if a.text != b.text || a.role != b.role {
			continue
		}
		switch {
		case a.role == caption:
			b.set(cut, "caption again")
			i++
		case a.role == text && !a.real && lines.Count(a.text) >= 3:
			i++
			if d.alone(i) {
				a.set(caption, "printed twice between paragraphs")
				b.set(cut, "caption again")
				continue
			}
			b.set(cut, "doubled")
			if d.realBefore(i - 1) {
				a.set(cut, "doubled")
			}
		}
	}
}

// alone tells whether paragraphs stand right before and right behind a pair of
// lines that ends at i, and no head of a list: they are printed beside a picture.
func (d marker) alone(i int) bool {
	return d.at(i-2).real && d.at(i+1).real && lines.Count(d.pieces[i].text) >= 5
}

func (d marker) realBefore(i int) bool {
	for j := i - 1; j >= max(0, i-39); j-- {
		if d.pieces[j].real {
			return true
		}
	}
	return i > 40
}

// isMenu tells a line that lists the sections of a site.
func (v *vocabulary) isMenu(s, f string) bool {
	if lines.Stopped(s) || lines.Count(s) < 4 {
		return false
	}
	if bars := strings.Count(s, " | "); bars >= 3 {
		return lines.Count(s) <= 4*(bars+1)+bars
	}
	if strings.ContainsAny(s, ",:") {
		return false
	}
	found, covered := 0, 0
	for i := 0; i < len(f); {
		n := v.section.Begins(f[i:])
		if n > 0 {
			found++
			covered += n
			i += n + 1
			continue
		}
		next := strings.IndexByte(f[i:], ' ')
		if next < 0 {
			break
		}
		i += next + 1
	}
	return found >= 3 && covered*2 >= len(f)
}
