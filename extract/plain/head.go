package plain

import (
	"strings"

	"github.com/boctin/boctin"
)

// mark gives roles to the pieces that tell by themselves what they are.
func (d *document) mark() {
	over := false // "./." was read: teasers may follow
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.role != text {
			continue
		}
		p.real = isReal(p.text) && !(over && d.v.gluedTeaser(p.text))
		over = over || closed(p.text)
		if len(p.text) > 200 && len(p.text) < 800 && !ended(p.text) && d.v.isMenu(p.text, d.fold(p)) {
			p.set(cut, "menu")
			continue
		}
		if len(p.text) > 200 {
			if d.v.creditTail(p.text) > 0 && words(p.text) <= longestGlued {
				p.set(caption, "ends in a credit")
			}
			continue
		}
		d.markShort(p)
	}
	d.markDoubled()
}

func (d *document) markShort(p *piece) {
	switch v := d.v; {
	case isRule(p.text):
		p.set(cut, "rule")
	case isURL(p.text):
		p.set(address, "url")
		if v.isImage(p.text) {
			p.set(image, "picture")
		}
	case v.isImage(p.text):
		p.set(image, "picture")
	case v.isCreditLine(p.text):
		p.set(credit, "credit of a picture")
	case v.creditTail(p.text) > 0:
		p.set(caption, "ends in a credit")
	case v.isFooter(p.text, d.fold(p)):
		p.set(cut, "footer")
	case v.isLink(p.text, d.fold(p)):
		p.set(cut, "link to another article")
	case v.isMenu(p.text, d.fold(p)):
		p.set(cut, "menu")
	case v.isHeading(p.text, d.fold(p)):
		p.set(cut, "heading")
	case v.isStampFolded(p.text, d.fold(p)):
		p.rule = "stamp?" // a role it has only in its place
		p.real = false
	case !ended(p.text) && v.isWidget(p.text, d.fold(p)) && !v.dated(p.text) || isClock(p.text):
		p.set(cut, "widget")
	}
}

// isHeading tells the head of a box with other articles.
func (v *vocabulary) isHeading(s, f string) bool {
	if words(s) > 8 || stopped(s) {
		return false
	}
	return v.heading.is(f) || v.end.is(f) || v.heading.is(strings.TrimRight(f, " 0123456789")) || v.end.is(strings.TrimRight(f, " 0123456789"))
}

// isLink tells a line that leads to another article: ">> A headline", "Xem
// thêm: A headline".
func (v *vocabulary) isLink(s, f string) bool {
	if stopped(s) {
		return false
	}
	if strings.HasPrefix(s, ">>") || strings.HasPrefix(s, "»") || strings.HasPrefix(s, "=>") {
		return true
	}
	key, rest, ok := strings.Cut(s, ":")
	return ok && rest != "" && v.link.is(f[:min(len(f), len(v.folder.fold(key)))])
}

func (v *vocabulary) isFooter(s, f string) bool {
	if strings.HasPrefix(s, "©") {
		return true
	}
	n := v.footer.begins(f)
	return n > 0 && (strings.Contains(s, ":") || words(s) <= 12 && !stopped(s))
}

// markDoubled finds headlines that stand twice, as lists of links with pictures
// are copied. The title may be said twice too: a first pair at the top is it.
func (d *document) markDoubled() {
	for i := 0; i+1 < len(d.pieces); i++ {
		a, b := &d.pieces[i], &d.pieces[i+1]
		if a.role == text && b.role == text && a.text == b.text && !a.real && words(a.text) >= 3 {
			b.set(cut, "doubled")
			if d.realBefore(i) {
				a.set(cut, "doubled")
			}
			i++
		}
	}
}

func (d *document) realBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-40; j-- {
		if d.pieces[j].real {
			return true
		}
	}
	return i > 40
}

// readHead reads what stands before the first paragraph, and the lead.
func (d *document) readHead() {
	d.readKeys()
	i := d.findTitle()
	d.repeats()
	first, stamped := -1, d.stamped()
	for ; i < len(d.pieces); i++ {
		p := &d.pieces[i]
		if p.role != text {
			continue
		}
		switch {
		case p.rule == "stamp?" || d.v.dated(p.text):
			if p.rule == "stamp?" || !d.mixedStamp(p) {
				d.stamp(p)
			}
			stamped = true
			if first >= 0 {
				d.aboveStamp(first)
				first = -1
			}
			continue
		case first < 0 && !p.real && d.headByline(i, stamped):
			continue
		case d.v.section.is(d.fold(p)) && first < 0:
			p.set(section, "name of a section")
			continue
		}
		if first >= 0 || stamped || !d.stampSoon(i) {
			break
		}
		first = i
	}
	d.start = min(i, len(d.pieces))
	d.markLead()
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

// aboveStamp reads the line between title and line of publication: a lead, or
// the title itself if what was taken for it is a word of the menu.
func (d *document) aboveStamp(i int) {
	p := &d.pieces[i]
	for j := range d.pieces[:i] {
		q := &d.pieces[j]
		if q.role == title && !stopped(p.text) && words(q.text) <= 4 && words(p.text) > 4 {
			q.set(cut, "menu")
			p.set(title, "headline above the line of publication")
			return
		}
	}
	p.set(lead, "stands before the line of publication")
}

// findTitle sets the title and gives the index of the piece after it.
func (d *document) findTitle() int {
	if d.article.Title != "" {
		return d.skip(0)
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		switch {
		case p.role == title:
			return i + 1
		case p.role != text || p.rule == "stamp?":
			if p.rule == "stamp?" {
				d.stamp(p)
			}
			continue
		case d.v.section.is(d.fold(p)) || strings.Contains(p.text, " > ") || strings.Contains(p.text, " » "):
			p.set(section, "name of a section")
			if strings.ContainsAny(p.text, ">»") {
				p.set(cut, "path of sections")
			}
			continue
		case i+1 < len(d.pieces) && d.pieces[i+1].role == credit:
			continue
		case d.isTitle(i):
			p.set(title, "first line, no sentence")
			return i + 1
		}
		return i
	}
	return len(d.pieces)
}

func (d *document) isTitle(i int) bool {
	p := &d.pieces[i]
	n := words(p.text)
	if n < 2 || n > 45 || bullet(p.text) > 0 || d.v.isName(p.text) {
		return false
	}
	ruled := i > 0 && d.pieces[i-1].rule == "rule" && i+1 < len(d.pieces) && d.pieces[i+1].rule == "rule"
	if stopped(p.text) && !p.heading && !ruled || strings.HasSuffix(p.text, ":") {
		return false
	}
	for j := i + 1; j < len(d.pieces) && j < i+12; j++ {
		if q := &d.pieces[j]; q.real || q.role == text && words(q.text) >= 12 || q.role == caption {
			return true
		}
	}
	return p.heading || ruled
}

// repeats cuts the title where it stands once more.
func (d *document) repeats() {
	name := d.article.Title
	for i := range d.pieces {
		switch p := &d.pieces[i]; {
		case p.role == title:
			name = p.text
		case p.role == text && name != "" && p.text == name:
			p.set(cut, "title repeated")
		}
	}
}

func (d *document) stamp(p *piece) {
	p.set(stamp, "line of publication")
	d.article.Stamps = append(d.article.Stamps, d.v.stampOf(p.text))
}

func (v *vocabulary) stampOf(s string) boctin.Stamp {
	return boctin.Stamp{Text: s, From: boctin.FromPage, Modified: v.modified.begins(v.folder.fold(s)) > 0}
}

// mixedStamp reads a line of publication with a section or a name beside it:
// "Pháp luật | 18/11/2019 19:00".
func (d *document) mixedStamp(p *piece) bool {
	when, other, ok := d.v.splitStamp(p.text)
	if ok {
		d.mixed(p, other, when)
	}
	return ok
}

func (v *vocabulary) splitStamp(s string) (when, other string, ok bool) {
	if len(s) > 160 || words(s) > 20 || stopped(s) || !strings.ContainsAny(s, "0123456789") {
		return "", "", false
	}
	for _, sep := range [...]string{" | ", " • ", " · ", " - ", " – ", " / ", ", "} {
		for at, from := 0, 0; ; from = at + len(sep) {
			n := strings.Index(s[from:], sep)
			if n < 0 {
				break
			}
			at = from + n
			before, after := s[:at], s[at+len(sep):]
			if v.isStamp(after) && words(before) <= 6 && !ended(before) {
				return after, before, true
			}
			if v.isStamp(before) && words(after) <= 6 && !ended(after) {
				return before, after, true
			}
		}
	}
	if when, name, ok := v.splitName(s); ok {
		return when, name, true
	}
	return v.splitCounter(s)
}

// splitCounter reads a time and how often a page was read: "04/03/2025 312 lượt xem".
func (v *vocabulary) splitCounter(s string) (when, rest string, ok bool) {
	for at, n := strings.LastIndexByte(s, ' '), 1; at > 0 && n <= 4; n++ {
		if rest = s[at+1:]; v.isStamp(s[:at]) && v.isWidget(rest, v.folder.fold(rest)) {
			return s[:at], rest, true
		}
		at = strings.LastIndexByte(s[:at], ' ')
	}
	return "", "", false
}

// splitName reads a name and a time with nothing between: "Hà An 24/09/2025".
func (v *vocabulary) splitName(s string) (when, name string, ok bool) {
	for at, n := strings.IndexByte(s, ' '), 1; at >= 0 && n <= 5; n++ {
		if rest := s[at+1:]; v.isStamp(rest) {
			name = strings.TrimRight(s[:at], " -,|")
			return rest, name, v.isName(name) || isOutlet(name) || v.section.is(v.folder.fold(name))
		}
		next := strings.IndexByte(s[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return "", "", false
}

// dated tells a line of publication with something beside it.
func (v *vocabulary) dated(s string) bool {
	_, _, ok := v.splitStamp(s)
	return ok
}

// isMenu tells a line that lists the sections of a site.
func (v *vocabulary) isMenu(s, f string) bool {
	if stopped(s) || words(s) < 4 {
		return false
	}
	if bars := strings.Count(s, " | "); bars >= 3 {
		return words(s) <= 4*(bars+1)+bars
	}
	if strings.ContainsAny(s, ",:") {
		return false
	}
	found, covered := 0, 0
	for i := 0; i < len(f); {
		n := v.section.begins(f[i:])
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

func (d *document) mixed(p *piece, other, when string) {
	p.set(stamp, "line of publication")
	d.article.Stamps = append(d.article.Stamps, d.v.stampOf(when))
	other = strings.Trim(other, " |-–•·")
	if d.v.section.is(d.v.folder.fold(other)) {
		d.article.Section = other
	} else if isOutlet(other) && !d.v.isName(other) {
		d.signed(signature{source: other})
	} else if sig, ok := d.v.sign(other); ok {
		d.signed(sig)
	}
}

func (d *document) signed(sig signature) {
	for _, name := range sig.authors {
		if len(d.article.Authors) < 12 && !contains(d.article.Authors, name) {
			d.article.Authors = append(d.article.Authors, name)
		}
	}
	if d.article.Credit == "" {
		d.article.Credit = sig.source
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// headByline reads a byline between the title and the body. Bare names need the
// line of publication beside them.
func (d *document) headByline(i int, stamped bool) bool {
	p := &d.pieces[i]
	sig, ok := d.v.sign(p.text)
	if !ok || sig.source != "" && len(sig.authors) == 0 {
		return false
	}
	labelled := strings.Contains(p.text, ":") || strings.Contains(p.text, "(")
	if !labelled && !stamped && !d.stampSoon(i) {
		return false
	}
	p.set(byline, "names in the head")
	d.signed(sig)
	return true
}

// stampSoon tells whether a line of publication is the next thing after piece i.
func (d *document) stampSoon(i int) bool {
	for j := i + 1; j < len(d.pieces) && j <= i+4; j++ {
		switch p := &d.pieces[j]; {
		case p.rule == "stamp?":
			return true
		case p.role == text && (p.real || words(p.text) > 6):
			return false
		}
	}
	return false
}

// skip gives the first piece from i on that is text.
func (d *document) skip(i int) int {
	for i < len(d.pieces) && d.pieces[i].role != text {
		i++
	}
	return i
}

// markLead takes the first paragraph as lead where the text shows it as one: set
// off as a whole, or alone above the first sub-heading of an article without title.
func (d *document) markLead() {
	i := d.skip(d.start)
	if i >= len(d.pieces) || d.hasLead() {
		return
	}
	p := &d.pieces[i]
	if p.strong && p.real {
		p.set(lead, "set off as a whole")
		return
	}
	next := d.skip(i + 1)
	if d.hasTitle() || !p.real || next >= len(d.pieces) {
		return
	}
	if q := &d.pieces[next]; !q.real && !ended(q.text) && words(q.text) <= 20 {
		p.set(lead, "alone above a sub-heading")
	}
}

func (d *document) hasLead() bool {
	for i := range d.pieces {
		if d.pieces[i].role == lead {
			return true
		}
	}
	return false
}

func (d *document) hasTitle() bool {
	for i := range d.pieces {
		if d.pieces[i].role == title {
			return true
		}
	}
	return d.article.Title != ""
}

// readKeys reads lines "key: value" at the top, as mails and saving programs
// write them. One line alone counts if its value proves it.
func (d *document) readKeys() {
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.meta {
			d.article.Stamps = append(d.article.Stamps, boctin.Stamp{Text: p.text, From: boctin.FromMetadata})
			continue
		}
		if p.rule == "rule" || p.role == address || p.text == "" {
			continue
		}
		if !d.readKey(i) {
			return
		}
	}
}

func (d *document) readKey(i int) bool {
	p := &d.pieces[i]
	key, value, ok := strings.Cut(p.text, ":")
	value = strings.Trim(strings.TrimSpace(value), "\"'")
	kind := d.v.keys[d.v.folder.fold(key)]
	if !ok || kind == "" || words(key) > 4 || value == "" && kind != "drop" {
		return false
	}
	switch kind {
	case "title":
		p.text = value
		p.set(title, "key")
	case "date":
		if !d.v.isStamp(value) && !isISODate(value) && !strings.ContainsAny(value, "0123456789") {
			return false
		}
		p.set(stamp, "key")
		d.article.Stamps = append(d.article.Stamps, boctin.Stamp{Text: value, From: boctin.FromMetadata})
	case "url":
		if !isURL(value) {
			return false
		}
		p.text = value
		p.set(address, "url")
	case "author":
		sig, ok := d.v.names(value, true)
		if !ok {
			return false
		}
		p.set(byline, "key")
		d.signed(sig)
	case "lead":
		p.text = value
		p.set(lead, "key")
	case "section":
		p.text = value
		p.set(section, "key")
	case "tags":
		d.tags(p, value)
	default:
		if i == 0 && !d.keyFollows(i) {
			return false
		}
		p.set(cut, "key")
	}
	return true
}

// keyFollows tells whether the next piece is a key of a head too.
func (d *document) keyFollows(i int) bool {
	if i+1 >= len(d.pieces) {
		return false
	}
	key, _, ok := strings.Cut(d.pieces[i+1].text, ":")
	return ok && d.v.keys[d.v.folder.fold(key)] != ""
}

func (d *document) tags(p *piece, list string) {
	p.set(tags, "tags")
	for tag := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ';' || r == '#' || r == '|' }) {
		if tag = strings.TrimSpace(tag); tag != "" && len(d.article.Tags) < 40 {
			d.article.Tags = append(d.article.Tags, tag)
		}
	}
}
