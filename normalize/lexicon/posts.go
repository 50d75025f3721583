package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Post is one title of office and the ways of writing it.
type Post struct {
	Title      string   `toml:"title"`      // as the record gives it
	Words      []string `toml:"words"`      // as the text says it; empty: the title
	Of         []string `toml:"of"`         // first words of the agencies it may belong to
	Not        []string `toml:"not"`        // agencies among them that it does not belong to
	Within     []string `toml:"within"`     // where none is named, the parts of one whose member the holder is: Đoàn đại biểu Quốc hội
	Unit       string   `toml:"unit"`       // the agency's first word that the title swallows
	Agency     string   `toml:"agency"`     // the agency that the words themselves name
	Country    string   `toml:"country"`    // the state that alone has this post, INT for bodies between states
	Deputy     bool     `toml:"deputy"`     // "Phó" may stand before the words
	Sole       bool     `toml:"sole"`       // a bare title gets its agency only where there is a single one
	Weak       bool     `toml:"weak"`       // makes nobody an official without an agency of state
	Many       bool     `toml:"many"`       // several persons hold it in one agency
	Envoy      bool     `toml:"envoy"`      // accredited to a state
	Central    bool     `toml:"central"`    // one of the Government, to whom the heads of provinces report
	Role       bool     `toml:"role"`       // nobody's post without an agency: a role of the day
	Member     bool     `toml:"member"`     // a seat in a body, which its holder has beside a post
	Collective bool     `toml:"collective"` // also a word for many: cán bộ, đảng viên
	OfState    bool     `toml:"of_state"`   // bare with the name of a known leader: the head of state or party
	Heir       bool     `toml:"heir"`       // its holder comes after who holds a throne: Thái tử
	Abroad     bool     `toml:"abroad"`     // no state of ours has it: its holder is of the state named near
	SetOff     bool     `toml:"set_off"`    // a verb, too: a mark stands before it, its agency behind
	Throne     bool     `toml:"throne"`     // one person alone holds it in a state: Tổng thống
	Crown      bool     `toml:"crown"`      // its holder has no other post: Quốc vương
	Elected    bool     `toml:"elected"`    // of a council, the nearest of which is meant: đại biểu
	Leads      bool     `toml:"leads"`      // stands before what else its holder is, but for seats and rulers
	LeadsOn    []string `toml:"leads_on"`   // the bare title is that of one of these behind a comma
	Loose      bool     `toml:"loose"`      // what the title swallowed may go on in small letters: trưởng phòng cảnh sát
	Personal   bool     `toml:"personal"`   // serves another office-holder: Trợ lý của Tổng thống A
	Remove     bool     `toml:"remove"`     // an overlay takes out the post of this title, agency and first words
}

// Deputy stands before the title of a deputy.
const Deputy = "Phó"

// Phrases gives what the text may say for the post.
func (p Post) Phrases() []string {
	if len(p.Words) == 0 {
		return []string{p.Title}
	}
	return p.Words
}

// Ruler tells whether the title belongs to no sort of bodies, and makes an official
// by itself: Tổng thống.
func (p *Post) Ruler() bool { return len(p.Of) == 0 && !p.Weak }

// MayBeNone tells whether the words of the title alone do not yet make an office: a king may be a street, phụ trách a verb.
func (p *Post) MayBeNone() bool { return p.SetOff || p.Weak && p.Throne }

// Marks are the words around a title.
type Marks struct {
	Former      []string          `toml:"former"`
	PastTimes   []string          `toml:"past_times"`   // likewise, with one of the next behind it
	PastBeing   []string          `toml:"past_being"`   // làm, là
	PastHolding []string          `toml:"past_holding"` // giữ, with an office behind it or without
	PastOffice  []string          `toml:"past_office"`  // chức vụ
	Acting      []string          `toml:"acting"`
	One         []string          `toml:"one"`          // before the title of one of several
	Also        []string          `toml:"also"`         // between two posts of one person
	Suffixes    []string          `toml:"suffixes"`     // behind a title, part of it
	SuffixShort map[string]string `toml:"suffix_short"` // short words for those, behind the title of a deputy
	Behind      []string          `toml:"behind"`       // those of them that may stand behind the agency
	Many        []string          `toml:"many"`         // the post behind is shared by those who follow
	Count       map[string]int    `toml:"count"`        // likewise, by that many
}

// PastClauses gives every phrase that opens a clause about a post that is no longer held: trong
// thời gian làm, khi còn giữ chức vụ.
func (m *Marks) PastClauses() []string {
	return joined(m.PastTimes, slices.Concat(m.PastBeing, m.PastHolding, joined(m.PastHolding, m.PastOffice)))
}

// Bodies are the first words of bodies that the gazetteer does not hold.
type Bodies struct {
	State     []string `toml:"state"`
	Parties   []string `toml:"parties"` // of state, for a party may rule
	Other     []string `toml:"other"`
	Firms     []string `toml:"firms"`     // likewise, of which a room or a board is none of state either
	Numbered  []string `toml:"numbered"`  // of state, told apart by a number or proper name
	Stops     []string `toml:"stops"`     // words that no name of a body holds
	Keeps     []string `toml:"keeps"`     // what only begins like one of the stops
	Functions []string `toml:"functions"` // words of the first list by which a unit is named: Phòng Cảnh sát kinh tế
}

// Posts is everything known of titles of office.
type Posts struct {
	List []Post
	postWords
}

// postWords are the lists of posts.toml.
type postWords struct {
	Marks  Marks  `toml:"marks"`
	Bodies Bodies `toml:"bodies"`
}

// key tells posts of one title apart.
func (p Post) key() string { return p.Title + "|" + p.Agency + "|" + p.Phrases()[0] }

// postsFile is a file of posts: its lists add to those before it, [remove] takes out of them.
type postsFile struct {
	Post []Post `toml:"post"`
	postWords
	Remove *postWords `toml:"remove"`
}

func readPosts(l *Lexicon, file string, in *postsFile) []error {
	var faults []error
	seen := phrases{file: file}
	for i, p := range in.Post {
		key := fmt.Sprintf("post[%d]", i)
		if err := l.takePost(&p, key, &seen); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s.%w", file, key, err))
		}
	}
	faults = append(faults, seen.faults...)
	return append(faults, layLists(file, &l.Posts.postWords, &in.postWords, in.Remove)...)
}

// takePost adds, replaces or removes a post.
func (l *Lexicon) takePost(p *Post, key string, seen *phrases) (err error) {
	switch {
	case strings.TrimSpace(p.Title) == "":
		return fmt.Errorf("title: missing: write the title that the record gives")
	case p.Country != "" && p.Country != International && !isCountryCode(p.Country):
		return fmt.Errorf("country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", p.Country)
	case p.Remove:
		l.Posts.List, err = without(l, l.Posts.List, "post", p.key())
		return err
	}
	words := p.Phrases()
	seen.add(key, words[0], words[1:])
	if p.Deputy {
		for _, w := range words {
			seen.add(key, Deputy+" "+w, nil)
		}
	}
	l.Posts.List = put(l, l.Posts.List, *p, "post", p.key())
	return nil
}
