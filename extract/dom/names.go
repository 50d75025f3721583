package dom

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/sites"
)

// Hint is what the names in class, id and itemprop say an element is.
type Hint uint32

const (
	HintJunk Hint = 1 << iota
	HintContent
	HintLead
	HintAuthor
	HintDate
	HintCaption
	HintTitle
	HintComment
	HintTags
	HintModified
	HintHidden
	HintSource
	HintSection
	HintNotBody
	HintError
	HintShown   // hidden on some screens only
	HintGutter  // numbers of lines beside code
	HintPost    // one of the posts of a thread
	HintUser    // who wrote it
	HintPicture // a box about a picture
	HintLegal   // terms of use
	HintFold    // the head of a part that folds out
	HintBelow   // furniture below, unless HintRoom
	HintRoom    // room left about an element
	HintWriter  // a link to the page about a writer
	hintAsked   // one of classWords
)

// Namer finds known words inside attribute values in one pass (Aho-Corasick
// over letters and one sign for all else). Its states, some thousands, are small, for
// a page walks through them all the time. It is read-only once built.
type Namer struct {
	next    [][28]uint16
	mark    []Hint
	writers []string // what stands in the address of the page about a writer
}

// signs maps a byte to 0..27, with a bit for small letters and one for capitals:
// 0 stands for every boundary, 27 for every figure.
var signs = func() (t [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = 27
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = (c-'a'+1)|small, (c-'a'+1)|capital
	}
	return t
}()

const (
	signOnly byte = 1<<5 - 1
	small    byte = 1 << 5
	capital  byte = 1 << 6
)

// classWords are what parts of the reader ask the class of a link or a picture for, beside the words of
// the lists: the class of one that has none of all these is left out before the parse.
var classWords = []string{"bold", "whitespace-pre", "location", "accordion", "collaps", "faq", "center", "right", "label", "prefix"}

// NewNamer files the words of class, id and itemprop.
func NewNamer(w *sites.Words) *Namer {
	h := &Namer{next: make([][28]uint16, 1), mark: make([]Hint, 1), writers: w.AuthorPath}
	for _, list := range []struct {
		words []string
		mark  Hint
	}{
		{w.Junk, HintJunk}, {w.Content, HintContent}, {w.Lead, HintLead}, {w.Author, HintAuthor}, {w.Date, HintDate}, {w.Caption, HintCaption},
		{w.Title, HintTitle}, {w.Comment, HintComment}, {w.Tags, HintTags}, {w.Hidden, HintHidden}, {w.SourceName, HintSource}, {w.Section, HintSection},
		{w.Shown, HintShown}, {w.Gutter, HintGutter}, {w.Post, HintPost}, {w.User, HintUser}, {w.Picture, HintPicture}, {w.Legal, HintLegal}, {w.Fold, HintFold}, {w.Below, HintBelow}, {w.Room, HintRoom}, {w.NotBody, HintNotBody}, {w.ModifiedName, HintModified}, {w.ErrorName, HintError}, {classWords, hintAsked},
	} {
		for _, word := range list.words {
			h.add(word, list.mark)
		}
	}
	h.link()
	return h
}

func (h *Namer) add(word string, mark Hint) {
	at := uint16(0)
	for i := 0; i < len(word); i++ {
		s := signs[word[i]] & signOnly
		if h.next[at][s] == 0 {
			h.next[at][s] = uint16(len(h.next))
			h.next = append(h.next, [28]uint16{})
			h.mark = append(h.mark, 0)
		}
		at = h.next[at][s]
	}
	h.mark[at] |= mark
}

// link turns the trie into an automaton: each state goes on from its longest
// suffix.
func (h *Namer) link() {
	fail := make([]uint16, len(h.next))
	var queue []uint16
	for _, s := range h.next[0] {
		if s != 0 {
			queue = append(queue, s)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		h.mark[at] |= h.mark[fail[at]]
		for c, to := range h.next[at] {
			if to == 0 {
				h.next[at][c] = h.next[fail[at]][c]
				continue
			}
			fail[to] = h.next[fail[at]][c]
			queue = append(queue, to)
		}
	}
}

// longestName is how many bytes of a value are read.
const longestName = 400

// Read gives all that a value says. A capital after a small letter begins a
// word, as in boxTinDoc.
func (h *Namer) Read(value string) Hint { return said(h, value) &^ hintAsked }

// Tells tells whether a class or a rel says something to anybody.
func (h *Namer) Tells(name []byte) bool { return said(h, name) != 0 }

func said[Value string | []byte](h *Namer, value Value) Hint {
	var found Hint
	at := h.next[0][0]
	last := byte(0)
	for i := range min(len(value), longestName) {
		s := signs[value[i]]
		if s&capital != 0 && last&small != 0 {
			at = h.next[at][0]
			found |= h.mark[at]
		}
		at = h.next[at][s&signOnly]
		found |= h.mark[at]
		last = s
	}
	return (found | h.mark[h.next[at][0]]).plain()
}

// address gives what the address of a link says.
func (h *Namer) address(url string) Hint {
	if slices.ContainsFunc(h.writers, func(path string) bool { return strings.Contains(url, path) }) {
		return HintWriter
	}
	return 0
}

// plain settles names that speak against one another: what is hidden on small
// screens is shown on others, room below an element makes no furniture of it, and a line with author, date and the number of
// comments is no box of comments.
func (h Hint) plain() Hint {
	if h&HintShown != 0 {
		h &^= HintHidden
	}
	if h&(HintBelow|HintRoom) == HintBelow {
		h |= HintJunk
	}
	if line := HintAuthor | HintDate; h&line == line {
		h &^= HintComment
	}
	return h
}
