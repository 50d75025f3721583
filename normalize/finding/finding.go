// Package finding is what one finder hands to the next: findings in tokens of
// the reading, with all that is known of them. The record is made of them last.
package finding

import (
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// Stretch is tokens From to To, half open, of a text of the reading.
type Stretch struct{ Text, From, To int }

// Empty tells whether a stretch holds no token.
func (s Stretch) Empty() bool { return s.From >= s.To }

// Compare orders stretches by where they begin, the longer first.
func (s Stretch) Compare(o Stretch) int {
	switch {
	case s.Text != o.Text:
		return s.Text - o.Text
	case s.From != o.From:
		return s.From - o.From
	}
	return o.To - s.To
}

// Written gives the bytes of a stretch.
func (s Stretch) Written(texts []*reading.Text) string { return texts[s.Text].Slice(s.From, s.To) }

// Span gives the place of a stretch in its field, in bytes.
func (s Stretch) Span(texts []*reading.Text) boctin.Span {
	x := texts[s.Text]
	return boctin.Span{Field: x.Field, Start: x.Tokens[s.From].Start, End: x.Tokens[s.To-1].End}
}

// Reason is one piece of evidence: a rule, and the entry of the lexicon that it leaned on.
type Reason struct {
	Rule  string
	Entry reading.Entry
}

// Date is one calendar expression.
type Date struct {
	Stretch
	Value   edtf.Value
	Part    string // of the day, as records write it; empty for none
	Reasons []Reason
}

// Doubt is what was not guessed, and why.
type Doubt struct {
	Rule, Why string
	At        Stretch
}

// Body is an agency of the article: one for all its mentions.
type Body struct {
	ID, Name, Country, Kind string
	Parent                  string          // id of the body above, which the article need not name
	Owner                   *Body           // the body that it is a unit of, where the article says so
	Place                   Place           // that it serves, empty for the whole state
	Entry                   *lexicon.Agency // nil for a name made by form
	Own                     bool            // Entry is this very body, no family of them
	Candidates              []string        // the countries that have a body of that name, if there are several
	Mentions                []Mention       // in reading order
}

// Place is a place of Vietnam, as far as the text and the lexicon tell.
type Place struct {
	Index    int32 // in Lexicon.Places, -1 if not listed
	Province int32 // the one that it lies in, -1 if unknown
	Level    lexicon.Level
	Type     string // tỉnh, thành phố, quận …
	Name     string // "" for none
	Person   bool   // a person's too: without the word of its level it is the person
}

// Full is the place with the word of its level: tỉnh Nghệ An, Thành phố Hồ Chí Minh.
func (p *Place) Full() string {
	_, first := utf8.DecodeRuneInString(p.Type)
	switch {
	case p.Type == "":
		return p.Name
	case p.Person:
		return strings.ToUpper(p.Type[:first]) + p.Type[first:] + " " + p.Name
	}
	return p.Type + " " + p.Name
}

// Bare is the name of the place without that word, where it can do without.
func (p *Place) Bare() string {
	if p.Person || p.Name != "" && p.Name[0] <= '9' {
		return p.Full()
	}
	return p.Name
}

// Mention is one place where the article names a body.
type Mention struct {
	Stretch
	Reasons []Reason
}

// Person is somebody to whom the article gives a rank, post or honorific of
// office: one for all appearances.
type Person struct {
	Name, Country     string
	Aliases           []string // slips of the same name
	Ranks, Honorifics []string
	Posts             []Post
	Appearances       []Appearance // in reading order
}

// Appearance is one place where the article names a person: rank, post and name
// as they stand together, and the name alone.
type Appearance struct {
	Stretch
	Name    Stretch
	Reasons []Reason
}

// Post is one office of a person.
type Post struct {
	Title  string
	Body   *Body  // that it belongs to, nil where the article does not say
	Of     string // the name of a body that is none of a state
	Former bool
	Acting bool
	Entry  *lexicon.Post
	At     Stretch
}
