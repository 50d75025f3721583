package extract

import "github.com/boctin/boctin/extract/sites"

// hint is what the names in class, id and itemprop say an element is.
type hint uint16

const (
	hintJunk hint = 1 << iota
	hintContent
	hintLead
	hintAuthor
	hintDate
	hintCaption
	hintTitle
	hintComment
	hintTags
	hintModified
	hintHidden
	hintSource
	hintSection
	hintNotBody
	hintError
)

// hinter finds known words inside attribute values in one pass (Aho-Corasick
// over letters and one sign for all else). It is read-only once built.
type hinter struct {
	next [][28]int32
	mark []hint
}

// sign maps a byte to 0..27: 0 stands for every boundary.
func sign(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 1
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 1
	case c >= '0' && c <= '9':
		return 27
	}
	return 0
}

func newHinter(w *sites.Words) *hinter {
	h := &hinter{next: make([][28]int32, 1), mark: make([]hint, 1)}
	for _, list := range []struct {
		words []string
		mark  hint
	}{
		{w.Junk, hintJunk}, {w.Content, hintContent}, {w.Lead, hintLead}, {w.Author, hintAuthor}, {w.Date, hintDate}, {w.Caption, hintCaption},
		{w.Title, hintTitle}, {w.Comment, hintComment}, {w.Tags, hintTags}, {w.Hidden, hintHidden}, {w.SourceName, hintSource}, {w.Section, hintSection},
		{w.NotBody, hintNotBody}, {w.ModifiedName, hintModified}, {w.ErrorName, hintError},
	} {
		for _, word := range list.words {
			h.add(word, list.mark)
		}
	}
	h.link()
	return h
}

func (h *hinter) add(word string, mark hint) {
	at := int32(0)
	for i := 0; i < len(word); i++ {
		s := sign(word[i])
		if h.next[at][s] == 0 {
			h.next[at][s] = int32(len(h.next))
			h.next = append(h.next, [28]int32{})
			h.mark = append(h.mark, 0)
		}
		at = h.next[at][s]
	}
	h.mark[at] |= mark
}

// link turns the trie into an automaton: each state goes on from its longest
// suffix.
func (h *hinter) link() {
	fail := make([]int32, len(h.next))
	var queue []int32
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

// read gives all that a value says. A capital after a small letter begins a
// word, as in boxTinDoc.
func (h *hinter) read(value string) hint {
	var found hint
	at := h.next[0][0]
	for i := 0; i < len(value) && i < 400; i++ {
		c := value[i]
		if c >= 'A' && c <= 'Z' && i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z' {
			at = h.next[at][0]
			found |= h.mark[at]
		}
		at = h.next[at][sign(c)]
		found |= h.mark[at]
	}
	return found | h.mark[h.next[at][0]]
}
