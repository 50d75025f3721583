package lexicon

import (
	"fmt"
	"strings"
)

// Post is one title of office and the ways of writing it.
type Post struct {
	Title    string   `toml:"title"`    // as the record gives it
	Words    []string `toml:"words"`    // as the text says it; empty: the title
	Of       []string `toml:"of"`       // first words of the agencies it may belong to
	Not      []string `toml:"not"`      // agencies among them that it does not belong to
	Unit     string   `toml:"unit"`     // the agency's first word that the title swallows
	Agency   string   `toml:"agency"`   // the agency that the words themselves name
	Country  string   `toml:"country"`  // the state that alone has this post
	Deputy   bool     `toml:"deputy"`   // "Phó" may stand before the words
	Sole     bool     `toml:"sole"`     // a bare title gets its agency only where there is a single one
	Weak     bool     `toml:"weak"`     // makes nobody an official without an agency of state
	Many     bool     `toml:"many"`     // several persons hold it in one agency
	Envoy    bool     `toml:"envoy"`    // accredited to a state
	Central  bool     `toml:"central"`  // one of the Government, to whom the heads of provinces report
	Role     bool     `toml:"role"`     // nobody's post without an agency: a role of the day
	Personal bool     `toml:"personal"` // serves another office-holder: Trợ lý của Tổng thống A
}

// Phrases gives what the text may say for the post.
func (p Post) Phrases() []string {
	if len(p.Words) == 0 {
		return []string{p.Title}
	}
	return p.Words
}

// Marks are the words around a title.
type Marks struct {
	Former   []string       `toml:"former"`
	Acting   []string       `toml:"acting"`
	Also     []string       `toml:"also"`     // between two posts of one person
	Suffixes []string       `toml:"suffixes"` // behind a title, part of it
	Behind   []string       `toml:"behind"`   // those of them that may stand behind the agency
	Many     []string       `toml:"many"`     // the post behind is shared by those who follow
	Count    map[string]int `toml:"count"`    // likewise, by that many
}

// Bodies are the first words of bodies that the gazetteer does not hold.
type Bodies struct {
	State     []string `toml:"state"`
	Other     []string `toml:"other"`
	Stops     []string `toml:"stops"`     // words that no name of a body holds
	Keeps     []string `toml:"keeps"`     // what only begins like one of the stops
	Functions []string `toml:"functions"` // words of the first list by which a unit is named: Phòng Cảnh sát kinh tế
}

// Posts is everything known of titles of office.
type Posts struct {
	List   []Post
	Marks  Marks
	Bodies Bodies
}

func readPosts(l *Lexicon, file, data string) []error {
	var in struct {
		Post   []Post `toml:"post"`
		Marks  Marks  `toml:"marks"`
		Bodies Bodies `toml:"bodies"`
	}
	faults := decode(file, data, &in)
	seen := phrases{file: file}
	for i, p := range in.Post {
		key := fmt.Sprintf("post[%d]", i)
		if strings.TrimSpace(p.Title) == "" {
			faults = append(faults, fmt.Errorf("%s: %s.title: missing: write the title that the record gives", file, key))
			continue
		}
		words := p.Phrases()
		seen.add(key, words[0], words[1:])
		if p.Deputy {
			for _, w := range words {
				seen.add(key, "Phó "+w, nil)
			}
		}
		if p.Country != "" && !isCountryCode(p.Country) {
			faults = append(faults, fmt.Errorf("%s: %s.country: %q is no country code: write two capital letters (ISO 3166-1 alpha-2)", file, key, p.Country))
		}
		l.Posts.List = put(l, l.Posts.List, p, "post", p.Title+"|"+p.Agency+"|"+words[0])
	}
	l.Posts.Marks.extend(in.Marks)
	l.Posts.Bodies.State = append(l.Posts.Bodies.State, in.Bodies.State...)
	l.Posts.Bodies.Other = append(l.Posts.Bodies.Other, in.Bodies.Other...)
	l.Posts.Bodies.Functions = append(l.Posts.Bodies.Functions, in.Bodies.Functions...)
	l.Posts.Bodies.Keeps = append(l.Posts.Bodies.Keeps, in.Bodies.Keeps...)
	l.Posts.Bodies.Stops = append(l.Posts.Bodies.Stops, in.Bodies.Stops...)
	return append(faults, seen.faults...)
}

func (m *Marks) extend(more Marks) {
	m.Former = append(m.Former, more.Former...)
	m.Acting = append(m.Acting, more.Acting...)
	m.Also = append(m.Also, more.Also...)
	m.Suffixes = append(m.Suffixes, more.Suffixes...)
	m.Behind = append(m.Behind, more.Behind...)
	m.Many = append(m.Many, more.Many...)
	if m.Count == nil {
		m.Count = map[string]int{}
	}
	for word, n := range more.Count {
		m.Count[word] = n
	}
}
