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
	if !x.Is(i, reading.Large) {
		return nil
	}
	return t[x.Slice(i, i+1)]
}

// shortForm reads "(PC03)" behind a name: the same agency once more.
func (r *scanner) shortForm(d *node) int {
	i := d.to + 1
	if !r.x.Is(d.to, reading.Opening) {
		return d.to
	}
	senses, n := r.names.Longest(r.x, i)
	switch {
	case n == 0 && teaches(r, d, i):
		r.out.taught.add(r.x.Slice(i, i+1), d)
		return d.to
	case n == 0, !r.x.Is(i+n, reading.Closing), !senses[0].exact, !r.written(i, n, senses[0]), ofAbove(r.words, d, senses[0]):
		return d.to
	}
	d.narrow(senses[0])
	learn(r, d, i)
	same := r.listed(i, n, senses)
	same.same, same.read = d, readShort
	r.out.nodes = append(r.out.nodes, same)
	return i + n + 1
}

// ofAbove tells whether a short form is that of the body which the one named is part of: Cục Trinh sát Biên phòng (BĐBP).
func ofAbove(w *words, d *node, short sense) bool {
	if d.body < 0 || w.bodies[d.body].Parent == "" {
		return false
	}
	above := w.bodies[d.body].Parent
	return above == w.bodies[short.body].Name && !strings.HasSuffix(w.bodies[d.body].Name, above) // Hội đồng Nhân quyền Liên hợp quốc (LHQ)
}

// learnInside learns the short forms in brackets that stand in a name, before whose it is: Phòng Cảnh sát kinh tế (PC03) Công an
// tỉnh A.
func learnInside(r *scanner, d *node) {
	end := d.to
	if d.owner != nil {
		end = d.owner.from
	}
	for k := d.from + 1; k < end-1; k++ {
		if r.x.Is(k, reading.Opening) {
			learn(r, d, k+1)
		}
	}
}

// learn takes the word in brackets at token i, known as the short form of another body of the same head, for the name before it.
func learn(r *scanner, d *node, i int) {
	senses, n := r.names.Longest(r.x, i)
	if n == 1 && senses[0].exact && r.x.Is(i+1, reading.Closing) && sameHead(r.words, d, senses[0]) {
		r.out.taught.add(r.x.Slice(i, i+1), d)
	}
}

// sameHead tells whether a short form in brackets is that of another body of the same first word, whose name differs a little
// from the one before it: Cơ quan Quản lý Di trú (ICE).
func sameHead(w *words, d *node, short sense) bool {
	if d.body == short.body {
		return false
	}
	name, _, _ := strings.Cut(namesOf(w, d)[0], " ")
	return strings.HasPrefix(w.bodies[short.body].Name, name+" ")
}

// knows reads a short form at token i that the article explained; false where it is none.
func knows(r *scanner, i int) bool {
	d := r.out.taught.at(r.x, i)
	if d == nil || goesOn(r, i) {
		return false
	}
	r.found(r.again(d, i))
	return true
}

// goesOn tells whether a short form that an article explained begins the name of another body here, of one that is said:
// PC03 | Công an tỉnh A.
func goesOn(r *scanner, i int) bool {
	d := r.agencyAt(i, 0)
	return d != nil && (d.owner != nil || d.place.Name != "" || d.country != "")
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
