package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/tomlform"
	"github.com/boctin/boctin/normalize/lexicon"
)

// lexiconFile is the path of a file of words.
func lexiconFile(name string) string { return "lexicon/" + name }

// agencyFile is the file of the agencies of a country.
func agencyFile(country string) string { return "agencies." + strings.ToLower(country) + ".toml" }

// wordPlanner plans what is changed in the files of words.
type wordPlanner struct{ *planner }

// inWords gives a change of the files of words as one of the table of kinds.
func inWords(plan func(wordPlanner) error) func(*planner) error {
	return func(p *planner) error { return plan(wordPlanner{p}) }
}

// add appends the block of an entry to a file of words.
func (p wordPlanner) add(file, table string, entry any) error {
	old, err := p.overlay.read(lexiconFile(file))
	if err != nil {
		return err
	}
	p.put(lexiconFile(file), old, []byte(tomlform.Append(string(old), block(file, table, entry))))
	return nil
}

// amend gives the entry that fits another list of words; it fails with
// tomlform.ErrNoTable where the file has no such entry.
func (p wordPlanner) amend(file, table, key string, items []string, fits func(map[string]string) bool) error {
	old, err := p.overlay.read(lexiconFile(file))
	if err != nil {
		return err
	}
	text, err := tomlform.Amend(string(old), "[["+table+"]]", fits, key, tomlform.List(key, items))
	if err != nil {
		return err
	}
	p.put(lexiconFile(file), old, []byte(text))
	return nil
}

// touch takes down the words by which articles are found that may change.
func (p wordPlanner) touch(phrases ...string) {
	for _, s := range phrases {
		bare, _, _ := strings.Cut(s, " {")
		if !slices.Contains(p.plan.touched.Phrases, bare) {
			p.plan.touched.Phrases = append(p.plan.touched.Phrases, bare)
		}
	}
}

func (p wordPlanner) agency() error {
	a := lexicon.Agency{Name: p.get("name"), NameEN: p.get("name_en"), Kind: p.get("kind"), Parent: p.get("parent"), Aliases: p.list("aliases"), Levels: p.list("levels")}
	country := p.get("country")
	if known := p.base.words.FindAgency(country, a.Name); known != nil {
		return refused("name", "%s has the agency %s already: add an alias to it", country, a.Name)
	}
	p.plan.What = fmt.Sprintf("agency %s (%s)", a.Name, country)
	p.touch(append([]string{a.Name}, a.Aliases...)...)
	return p.add(agencyFile(country), "agency", a)
}

func (p wordPlanner) rank() error {
	r := lexicon.Rank{Name: p.get("name"), Aliases: p.list("aliases"), Country: p.get("country")}
	if slices.ContainsFunc(p.base.words.Ranks, func(x lexicon.Rank) bool { return same(x.Name, r.Name) }) {
		return refused("name", "the rank %s is known already: add an alias to it", r.Name)
	}
	p.plan.What = "rank " + r.Name
	p.touch(append([]string{r.Name}, r.Aliases...)...)
	return p.add("ranks.toml", "rank", r)
}

func (p wordPlanner) post() error {
	post := lexicon.Post{Title: p.get("title"), Words: p.list("words"), Of: p.list("of"), Agency: p.get("agency"), Country: p.get("country"),
		Deputy: p.get("deputy") != "", Sole: p.get("sole") != "", Many: p.get("many") != ""}
	for _, known := range p.base.words.Posts.List {
		for _, words := range known.Phrases() {
			if slices.ContainsFunc(post.Phrases(), func(s string) bool { return same(s, words) }) && known.Agency == post.Agency {
				return refused("title", "the post %s is known already, by the words %s", known.Title, words)
			}
		}
	}
	p.plan.What = "post " + post.Title
	p.touch(post.Phrases()...)
	return p.add("posts.toml", "post", post)
}

// unit is a block of places.toml.
type unit struct {
	Province     string   `toml:"province"`
	District     string   `toml:"district"`
	Type         string   `toml:"type"`
	Wards        []string `toml:"wards"`
	Communes     []string `toml:"communes"`
	Townships    []string `toml:"townships"`
	SpecialZones []string `toml:"special_zones"`
}

func (p wordPlanner) place() error {
	name, kind := p.get("name"), p.get("type")
	u := unit{Province: p.get("province"), District: p.get("district"), Type: p.get("district_type")}
	switch kind {
	case lexicon.WardType:
		u.Wards = []string{name}
	case lexicon.CommuneType:
		u.Communes = []string{name}
	case lexicon.TownshipType:
		u.Townships = []string{name}
	case lexicon.SpecialZoneType:
		u.SpecialZones = []string{name}
	default:
		u.District, u.Type = name, kind
	}
	if u.District != "" && u.Type == "" {
		return refused("district_type", "missing: write what the district is, such as %s", lexicon.DistrictType)
	}
	top := p.base.words.Province(u.Province)
	if slices.ContainsFunc(p.base.words.Places, func(x lexicon.Place) bool { return x.Name == name && x.Type == kind && x.Upper == top }) {
		return refused("name", "%s %s is known already", kind, name)
	}
	p.plan.What = fmt.Sprintf("place %s %s, %s", kind, name, u.Province)
	p.touch(name)
	return p.add("places.toml", "units", u)
}

func (p wordPlanner) region() error {
	r := lexicon.Region{Name: p.get("name"), Country: p.get("country"), Type: p.get("type"), Aliases: p.list("aliases")}
	if slices.ContainsFunc(p.base.words.Regions, func(x lexicon.Region) bool {
		return same(x.Name, r.Name) && x.Country == r.Country && x.Type == r.Type
	}) {
		return refused("name", "%s has the region %s already", r.Country, r.Name)
	}
	p.plan.What = fmt.Sprintf("place %s (%s)", r.Name, r.Country)
	p.touch(append([]string{r.Name}, r.Aliases...)...)
	return p.add("regions.toml", "region", r)
}
