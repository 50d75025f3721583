package agency

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/reading"
)

// taught are the short forms that no list holds and an article itself explains: Văn phòng Điều
// tra A (ABC). Behind that ABC is the body.
type taught map[string]*node

func (t *taught) add(short string, d *node) {
	if *t == nil {
		*t = taught{}
	}
	(*t)[short] = d
}

// at gives the body that the token is the short form of, nil if it is none.
func (t taught) at(x *reading.Text, i int) *node {
	if len(t) == 0 || !x.Is(i, reading.AllLarge) {
		return nil
	}
	return t[x.Slice(i, i+1)]
}

// teaches tells whether the brackets that open before token i hold a short form of a body: the
// initials of its name, or of that in English, or of their first words: Office of A for B (OA).
func teaches(r *scanner, d *node, i int) bool {
	const shortest = 3 // letters
	if !r.x.Is(i, reading.AllLarge) || !r.x.Is(i+1, reading.Closing) {
		return false
	}
	short := []rune(r.x.Slice(i, i+1))
	return len(short) >= shortest && slices.ContainsFunc(namesOf(r.words, d), func(name string) bool { return abbreviates(short, name) })
}

// namesOf gives the names of a body, as the lexicon or a form has it.
func namesOf(w *words, d *node) []string {
	if d.body < 0 {
		return []string{d.made}
	}
	b := &w.bodies[d.body]
	return []string{b.Name, b.NameEN}
}

// abbreviates tells whether letters are the initials of the first words of a name; words in
// small letters may be left out.
func abbreviates(short []rune, name string) bool {
	for _, word := range strings.Fields(name) {
		if len(short) == 0 {
			return true
		}
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.ToUpper(first) == short[0]:
			short = short[1:]
		case unicode.IsUpper(first):
			return false
		}
	}
	return len(short) == 0
}

// again makes the node of a short form that an article explained.
func (r *reader) again(d *node, i int) *node {
	n := r.room.nodes.New()
	*n = node{text: r.n, from: i, to: i + 1, bodies: d.bodies, body: d.body, alt: -1, made: d.made, kind: d.kind, same: d, read: readTaught}
	return n
}
