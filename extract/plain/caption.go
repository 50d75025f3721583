package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// speech is how captions speak.
type speech struct{ *vocabulary }

func (v *vocabulary) captions() speech { return speech{v} }

// captionFinder finds the captions of the body.
type captionFinder struct{ *document }

// findCaptions finds the captions of the body: first those with a mark, then
// those that only their shape and place give away.
func (d captionFinder) findCaptions() {
	for i := 0; i < d.end; i++ {
		p := &d.pieces[i]
		if p.role == text && p.rule != "stamp?" {
			if rule := d.markedCaption(i); rule != "" {
				p.set(caption, rule)
			}
		}
	}
	d.unmarkedCaptions()
	for i := 0; i+1 < d.end; i++ {
		if p := &d.pieces[i]; p.rule == aboveHeading && d.at(i+1).role == caption {
			p.set(text, "") // what it stood above is no sub-heading
		}
	}
}

// longestCaption in words, where a mark proves it.
const longestCaption = 70

func (d captionFinder) markedCaption(i int) string {
	p := &d.pieces[i]
	n := lines.Count(p.text)
	if n > longestCaption {
		return ""
	}
	if d.aboveCredit(i) {
		return "above a credit"
	}
	if f := lines.Fold(p.text[:min(len(p.text), 60)]); n <= 40 && d.v.photo.Begins(f) > 0 && numbered(f[d.v.photo.Begins(f):]) {
		return "numbered picture"
	}
	if d.at(i-1).role == image {
		if p.real && p.gap > 0 && described(d.at(i-1).text) {
			return ""
		}
		glued := p.gap == 0 && (d.at(i+1).gap > 0 || d.at(i+1).role != text)
		if lines.Sentences(p.text) <= 2 && (glued || n <= 35 && !d.v.captions().isBody(p.text)) {
			return "under a picture"
		}
	}
	return ""
}

// longParagraph is how many words the last paragraph has, at least, that is no caption though a credit stands below.
const longParagraph = 18

// described tells a picture of Markdown that says what it shows: a paragraph apart from it is none.
func described(s string) bool {
	words, _, _ := strings.Cut(strings.TrimPrefix(s, "!["), "](")
	return strings.HasPrefix(s, "![") && words != ""
}

// aboveCredit tells one sentence right above the credit of a picture that does not
// speak as the body does.
func (d captionFinder) aboveCredit(i int) bool {
	s := d.pieces[i].text
	switch {
	case d.at(i+1).role != credit, d.at(i+1).gap > 1, lines.Sentences(s) > 1:
		return false
	case !lines.Stopped(s):
		return true
	case d.ahead[i+1].next >= len(d.pieces) && lines.Count(s) >= longParagraph: // who made the pictures signs the text
		return false
	}
	return !d.v.captions().isBody(s)
}

// captionSized tells a line that is no longer than a caption.
func captionSized(s string) bool {
	return lines.Count(s) <= longestCaption && lines.Sentences(s) <= 2
}

// numbered tells " 1", as in "Ảnh 1: …".
func numbered(f string) bool {
	f = strings.TrimPrefix(f, " ")
	figure, _, _ := strings.Cut(f, " ")
	return len(figure) == 1 && lines.HasDigit([]byte(figure))
}

// isBody tells a line that speaks as the body does.
func (v speech) isBody(s string) bool {
	l := lines.Lower(s)
	_, finite := v.finite.Find(l)
	return finite > 0 || v.opens(s)
}

// tellsOn tells what opens as a sentence of the body does, or is more than one and speaks so.
func (v speech) tellsOn(s string) bool {
	switch {
	case !lines.Stopped(s):
		return false
	case v.opens(s):
		return true
	}
	return lines.Sentences(s) > 1 && v.isBody(s)
}

// opens tells whether a line begins as a sentence of the body does. The word
// must be a capital there: "Tiếp" the adverb, not the verb.
func (v speech) opens(s string) bool {
	return v.opening.Begins(lines.Lower(s[:min(len(s), 48)])) > 0
}

// unmarkedCaptions judges the short lines between paragraphs.
func (d captionFinder) unmarkedCaptions() {
	var seen map[string]mention
	body := 0
	for i := range d.pieces[:d.end] {
		if d.pieces[i].prose() {
			body++
		}
	}
	for i := d.start; i < d.end && body > 1; i++ {
		p := &d.pieces[i]
		switch {
		case p.role != text, p.heading, lines.Count(p.text) > 30, !d.v.captions().isScene(p.text):
			continue
		}
		place := d.between(i)
		switch {
		case place == apart, place == first && !d.v.captions().posed(p.text), place == among && body == 2:
			continue
		}
		score, rest := d.v.captions().picture(p.text)
		if score == 0 && place == among && d.unstopped(i) {
			score = 3
		}
		if score == 0 {
			continue
		}
		if seen == nil {
			seen = d.said()
		}
		if known := d.repeatsName(i); d.v.captions().score(score, p.text, rest, known, seen) >= 5 {
			p.set(caption, "scene without news")
			body--
		}
	}
}

// isScene tells a line that may describe a picture: one sentence without the
// words that sentences of the body have.
func (v speech) isScene(s string) bool {
	switch {
	case strings.ContainsAny(s, "\"“”:;?!"), bullet(s) > 0, lines.Sentences(s) > 1:
		return false
	}
	return !v.isBody(s)
}

// place is where a short line stands.
type place int

const (
	apart place = iota
	among       // longer paragraphs, or after the last of them
	first       // of the text, longer paragraphs follow
)

// between tells where piece i stands.
func (d captionFinder) between(i int) place {
	n := len(d.pieces[i].text)
	before, after := -1, -1
	for j := i - 1; j >= 0 && before < 0; j-- {
		if d.pieces[j].prose() {
			before = len(d.pieces[j].text)
		}
	}
	for j := i + 1; j < min(d.end, i+6) && after < 0; j++ {
		if d.pieces[j].role == text && (lines.Ended(d.pieces[j].text) || lines.Ended(d.pieces[i].text)) {
			after = len(d.pieces[j].text)
		}
	}
	switch {
	case before > n && (after < 0 || after > n):
		return among
	case before < 0 && d.at(i+1).role == caption:
		return among
	case before < 0 && after*2 > n*3:
		return first
	}
	return apart
}

// unstopped tells a line that has no full stop, unlike its neighbours, is longer
// than sub-headings are, and in which somebody known does what pictures show.
func (d captionFinder) unstopped(i int) bool {
	p := &d.pieces[i]
	switch n := lines.Count(p.text); {
	case n < 13, n > 30, p.heading, p.strong, lines.Ended(p.text):
		return false
	}
	_, end := d.v.captions().firstVerb(lines.Lower(p.text))
	return end > 0 && d.repeatsName(i)
}

// posed tells a line that no lead is: a scene, or somebody doing what is done
// for the camera.
func (v speech) posed(s string) bool {
	l := lines.Lower(s)
	if n := v.scene.Begins(l); n > 0 && lines.Count(s) <= 12 {
		return true
	}
	_, sure := v.sure.Find(l)
	return sure > 0
}

// repeatsName tells whether a line names somebody whom another piece names too:
// what else it says of him, as his posts in full, is no news.
func (d captionFinder) repeatsName(i int) bool {
	for _, name := range d.v.captions().persons(d.pieces[i].text) {
		for j := range d.pieces[:d.end] {
			if q := &d.pieces[j]; j != i && q.prose() && strings.Contains(q.text, name) {
				return true
			}
		}
	}
	return false
}

// persons gives the names in a line by their capitals: runs of three or four
// words, the last three of a longer run, and two after a rank or a pronoun.
func (v speech) persons(s string) (all []string) {
	start, n, before, last := 0, 0, "", ""
	for at := 0; at <= len(s); {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s) - at
		}
		w := s[at : at+end]
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || n == 0 && v.before.Is(lines.Lower(w)) {
			n = 0
		} else if n++; n == 1 {
			start, before = at, last
		}
		bare := strings.TrimRight(w, ",.;)")
		closed := len(bare) < len(w) || !upperNext(s[at+end:])
		name := s[min(start, at) : at+len(bare)]
		if closed {
			switch {
			case n > 4:
				all = append(all, lastWords(name, 3))
			case n > 2, n == 2 && v.before.Is(before):
				all = append(all, name)
			}
			n = 0
		}
		last = lines.Lower(w)
		at += end + 1
	}
	return all
}

func upperNext(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return unicode.IsUpper(r)
}

// lastWords gives the last n words of a line.
func lastWords(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		at = strings.LastIndexByte(s[:at], ' ')
	}
	return s[at+1:]
}

// mention counts the pieces that a word stands in.
type mention struct{ pieces, last int32 }

// said counts for each word of the article the pieces that it stands in.
func (d captionFinder) said() map[string]mention {
	seen := make(map[string]mention, 512)
	for i := range d.pieces[:d.end] {
		p := &d.pieces[i]
		if p.role != title && !p.prose() {
			continue
		}
		for w := range strings.SplitSeq(lines.Lower(p.text), " ") {
			if m := seen[w]; m.last != int32(i+1) {
				seen[w] = mention{m.pieces + 1, int32(i + 1)}
			}
		}
	}
	return seen
}

// picture says how much a line's words speak for a caption, and what of the
// line, in small letters, is left without them.
func (v speech) picture(s string) (score int, rest string) {
	l := lines.Lower(s)
	if n := v.scene.Begins(l); n > 0 {
		score, l = 3, l[n:]
		if lines.Count(s) <= 10 {
			score++
		}
		if start, end := v.light.Find(l); end > 0 {
			score, l = score+1, l[:start]+l[end:]
		}
	} else if _, sure := v.sure.Find(l); sure == 0 && !lines.Stopped(s) {
		return 0, l // a sub-heading as likely
	}
	if start, end := v.firstVerb(l); end > 0 {
		switch tail := lines.Count(strings.TrimSpace(l[end:])); {
		case tail <= 4:
			score += 3
		case tail <= 10:
			score += 2
		}
		l = l[:start] + l[end:]
	}
	if score == 0 && lines.Capitals(s) >= 0.5 && lines.Count(s) >= 6 {
		score = 2 // nothing but names and posts
	}
	return score, l
}

// score adds what the article said before to a picture's score; 5 is enough.
// Of somebody known nothing is news.
func (v speech) score(score int, s, rest string, known bool, seen map[string]mention) int {
	if lines.Count(s) <= 25 {
		score++
	}
	if _, sure := v.sure.Find(lines.Lower(s)); known || sure > 0 && score >= 3 && lines.Stopped(s) {
		return score + 2
	}
	switch news := novelty(rest, seen); {
	case news <= 0.2:
		score += 2
	case news > 0.45:
		score -= 2
	}
	if v.newNames(s, seen) > 0 {
		score--
	}
	return score
}

// firstVerb finds the first verb of a picture that is not the line's first word.
func (v speech) firstVerb(l string) (start, end int) {
	for i := 0; i < len(l); i++ {
		if i > 0 && l[i-1] != ' ' {
			continue
		}
		if n := v.notVerb.Begins(l[i:]); n > 0 {
			i += n - 1
		} else if n := v.verb.Begins(l[i:]); n > 0 && i > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

// novelty is the share of words that stand nowhere else in the article.
func novelty(l string, seen map[string]mention) float64 {
	n, news := 0, 0
	for w := range strings.FieldsSeq(l) {
		n++
		if seen[w].pieces <= 1 {
			news++
		}
	}
	return float64(news) / float64(max(n, 1))
}

// newNames counts the words with a capital, but the first, that stand nowhere else.
func (v speech) newNames(s string, seen map[string]mention) int {
	n := 0
	for i, w := range strings.Fields(s) {
		if r := []rune(w); i > 0 && unicode.IsUpper(r[0]) && seen[lines.Lower(w)].pieces <= 1 {
			n++
		}
	}
	return n
}
