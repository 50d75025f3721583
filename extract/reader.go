package extract

import (
	"strings"

	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/extract/sites"
)

// reader is the work on one page. Nothing of it is kept for the next.
type reader struct {
	*tree
	x     *Extractor
	meta  *metadata
	found *found // what the site's profile points at

	title     int // block, -1 if the page prints none
	titleText string
	best      int // element that holds the body
	b0, b1    int // blocks of the body
	stop      int // block that ends the article: readers' comments, another article
	head      letterhead
	dead      []bool    // elements that are furniture, with all inside
	weight    []float64 // weight[i] is the sum of the good words before block i
	folds     []string
	scratch   []byte
}

// found is what the selectors of a layout pointed at: elements, in document
// order, by part.
type found struct {
	layout  string
	parts   [partCount][]int
	profile *sites.Profile
}

type part int

const (
	partTitle part = iota
	partLead
	partBody
	partAuthor
	partDate
	partSection
	partTags
	partCaption
	partDrop
	partKeep
	partCount
)

// squeeze folds white space and brings a string to NFC.
func squeeze(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for i := 0; i < len(s); {
		if n := spaceAt(s, i); n > 0 {
			gap = len(out) > 0
			i += n
			continue
		}
		if strings.HasPrefix(s[i:], "\u200b") || strings.HasPrefix(s[i:], "\ufeff") {
			i += 3
			continue
		}
		if gap {
			out = append(out, ' ')
			gap = false
		}
		out = append(out, s[i])
		i++
	}
	if composed(out) || norm.NFC.IsNormal(out) {
		return string(out)
	}
	return string(norm.NFC.Bytes(out))
}

// composed tells at a glance whether a text is NFC: all of it ASCII, U+0080 to
// U+02FF, U+1E00 to U+1EFF (the Vietnamese letters) or U+2010 to U+203F, where
// no character combines or has another normal form.
func composed(s []byte) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80:
		case c >= 0xc2 && c <= 0xcb:
			i++
		case c == 0xe1 && i+2 < len(s) && s[i+1]&^3 == 0xb8:
			i += 2
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90:
			i += 2
		default:
			return false
		}
	}
	return true
}

// line is the text of a block.
func (r *reader) line(i int) string { return squeeze(string(r.text[r.blocks[i].t0:r.blocks[i].t1])) }

// folded is a block in small letters without accents; it is asked for often
// and kept for the page.
func (r *reader) folded(i int) string {
	if r.folds == nil {
		r.folds = make([]string, len(r.blocks))
	}
	if r.folds[i] == "" {
		b := &r.blocks[i]
		from := len(r.scratch)
		r.scratch = r.x.phrases.appendFold(r.scratch, r.text[b.t0:b.t1])
		r.folds[i] = string(r.scratch[from:])
		r.scratch = r.scratch[:from]
	}
	return r.folds[i]
}

// linkShare is the share of words in links.
func (b *block) linkShare() float64 {
	if b.words == 0 {
		return 0
	}
	return float64(b.linked) / float64(b.words)
}

func (r *reader) share(b0, b1 int) float64 {
	all, linked := r.wordsIn(b0, b1)
	if all == 0 {
		return 0
	}
	return float64(linked) / float64(all)
}

// sentence tells whether a block ends as a sentence does.
func (r *reader) sentence(i int) bool {
	b := &r.blocks[i]
	s := r.text[b.t0:b.t1]
	for len(s) > 0 {
		switch c := s[len(s)-1]; c {
		case '.', '!', '?', ';', ':':
			return true
		case '"', '\'', ')', ']', ' ', '*':
			s = s[:len(s)-1]
			continue
		}
		str := string(s[max(0, len(s)-3):])
		switch {
		case strings.HasSuffix(str, "…"):
			return true
		case strings.HasSuffix(str, "”"), strings.HasSuffix(str, "’"):
			s = s[:len(s)-3]
			continue
		case strings.HasSuffix(str, "»"):
			s = s[:len(s)-2]
			continue
		}
		return false
	}
	return false
}

// above tells whether any element from e up to the root satisfies f.
func (r *reader) above(e, stop int, f func(*elem) bool) bool {
	for ; e >= 0 && e != stop; e = r.elems[e].parent {
		if f(&r.elems[e]) {
			return true
		}
	}
	return false
}

// whole gives the hints of the elements that hold no more than a block: its
// own, those inside that cover it, those around that hold nothing else.
func (r *reader) whole(i int) (all hint) {
	b := &r.blocks[i]
	for e := b.e0; e < b.e1; e++ {
		if x := &r.elems[e]; x.t0 <= b.t0+2 && x.t1 >= b.t1-2 {
			all |= x.hint
		}
	}
	for e := b.elem; e >= 0; e = r.elems[e].parent {
		x := &r.elems[e]
		if x.b1-x.b0 > 1 {
			break
		}
		all |= x.hint
	}
	return all
}

// heading gives the level of the heading that a block is, 0 for none.
func (r *reader) heading(i int) int {
	for e := r.blocks[i].elem; e >= 0 && r.elems[e].b1-r.elems[e].b0 == 1; e = r.elems[e].parent {
		if l := level(r.elems[e].tag); l > 0 {
			return l
		}
	}
	return level(r.elems[r.blocks[i].elem].tag)
}

func level(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5, atom.H6:
		return 5
	}
	return 0
}
