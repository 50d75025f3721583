package review

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/lexicon"
)

// Kind is a row of the table of corrections.
type Kind struct {
	Name      string
	OnArticle bool // of one article
	Fields    []Field
	plan      func(*planner) error
}

// Field is what a correction is told.
type Field struct {
	Name   string
	Type   Type
	Needed bool
	Choice []string // of a choice
}

// Type says what a field may hold.
type Type string

// The types of fields.
const (
	Line    Type = "line"    // words on one line
	List    Type = "list"    // such lines, or parts between semicolons
	Text    Type = "text"    // paragraphs
	Passage Type = "passage" // one of them
	Value   Type = "value"   // EDTF
	Country Type = "country" // ISO 3166-1 alpha-2, or INT
	Choice  Type = "choice"
	Flag    Type = "flag"   // true, or empty
	Number  Type = "number" // of a year, or of a place in a list
	Site    Type = "site"   // host name
)

// most is how many code points a field of one type may hold.
var most = map[Type]int{Line: 400, List: 4000, Text: 400_000, Passage: 20_000, Value: 60, Country: 3, Choice: 60, Flag: 4, Number: 6, Site: 253}

// kinds is the table of corrections, in the order in which they are offered.
var kinds = []Kind{
	{"date", true, []Field{{"was", Value, false, nil}, {"text", Line, true, nil}, {"value", Value, false, nil}}, (*planner).date},
	{"agency", true, []Field{{"was", Line, false, nil}, {"was_country", Country, false, nil}, {"name", Line, false, nil}, {"country", Country, false, nil}, {"text", Line, false, nil}}, (*planner).agency},
	{"official", true, []Field{{"was", Line, false, nil}, {"name", Line, false, nil}, {"country", Country, false, nil}, {"ranks", List, false, nil}, {"text", Line, false, nil}}, (*planner).official},
	{"post", true, []Field{{"official", Line, true, nil}, {"was_title", Line, false, nil}, {"was_agency", Line, false, nil}, {"title", Line, false, nil}, {"agency", Line, false, nil}, {"country", Country, false, nil}}, (*planner).post},
	{"event", true, []Field{{"was", Number, false, nil}, {"type", Choice, false, lexicon.EventKinds}, {"date", Value, false, nil}, {"place", Line, false, nil}, {"participants", List, false, nil}, {"agencies", List, false, nil}, {"text", Passage, false, nil}}, (*planner).event},
	{"published", true, []Field{{"value", Value, true, nil}}, (*planner).published},
	{"title", true, []Field{{"value", Line, true, nil}}, (*planner).title},
	{"byline", true, []Field{{"value", List, true, nil}}, (*planner).byline},
	{"caption", true, []Field{{"was", Passage, false, nil}, {"value", Passage, false, nil}}, (*planner).caption},
	{"body", true, []Field{{"value", Text, true, nil}}, (*planner).body},
	{"paragraph", true, []Field{{"text", Passage, true, nil}, {"is", Choice, true, []string{"caption", "byline", "none"}}}, (*planner).paragraph},
	{"same", false, []Field{{"persons", List, true, nil}, {"note", Line, false, nil}}, (*planner).judge},
	{"different", false, []Field{{"persons", List, true, nil}, {"note", Line, false, nil}}, (*planner).judge},
	{"word-agency", false, []Field{{"name", Line, true, nil}, {"country", Country, true, nil}, {"name_en", Line, false, nil}, {"kind", Choice, false, lexicon.AgencyKinds()}, {"parent", Line, false, nil}, {"aliases", List, false, nil}, {"levels", List, false, nil}}, inWords(wordPlanner.agency)},
	{"word-rank", false, []Field{{"name", Line, true, nil}, {"aliases", List, false, nil}, {"country", Country, false, nil}}, inWords(wordPlanner.rank)},
	{"word-post", false, []Field{{"title", Line, true, nil}, {"words", List, false, nil}, {"of", List, false, nil}, {"agency", Line, false, nil}, {"country", Country, false, nil}, {"deputy", Flag, false, nil}, {"sole", Flag, false, nil}, {"many", Flag, false, nil}}, inWords(wordPlanner.post)},
	{"word-place", false, []Field{{"name", Line, true, nil}, {"type", Choice, true, append(lexicon.CommuneTypes(), lexicon.DistrictTypes()...)}, {"province", Line, true, nil}, {"district", Line, false, nil}, {"district_type", Choice, false, lexicon.DistrictTypes()}}, inWords(wordPlanner.place)},
	{"word-region", false, []Field{{"name", Line, true, nil}, {"country", Country, true, nil}, {"type", Line, false, nil}, {"aliases", List, false, nil}}, inWords(wordPlanner.region)},
	{"alias", false, []Field{{"alias", Line, true, nil}, {"of", Choice, true, aliased}, {"name", Line, true, nil}, {"country", Country, false, nil}}, inWords(wordPlanner.alias)},
	{"site-drop", false, []Field{{"site", Site, true, nil}, {"selector", Line, true, nil}}, (*planner).site},
	{"site-body", false, []Field{{"site", Site, true, nil}, {"selector", Line, true, nil}}, (*planner).site},
}

// Kinds gives the table of corrections, in the order in which they are offered.
func Kinds() []Kind { return slices.Clone(kinds) }

// KindOf gives the kind of that name, nil if there is none.
func KindOf(name string) *Kind {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return nil
	}
	return &kinds[i]
}

// clean refuses fields that the kind does not take and values that theirs cannot hold,
// and brings the others into one form: NFC, no blank at the ends.
func (k *Kind) clean(c *Correction) error {
	c.Fields = maps.Clone(c.Fields)
	for name := range c.Fields {
		if !slices.ContainsFunc(k.Fields, func(f Field) bool { return f.Name == name }) {
			return refused(name, "a correction of the kind %s has no such field", k.Name)
		}
	}
	if k.OnArticle && strings.TrimSpace(c.Article) == "" {
		return refused("article", "missing: it is about one article")
	}
	for _, f := range k.Fields {
		value, err := f.clean(c.Fields[f.Name])
		if err != nil {
			return err
		}
		if value == "" {
			delete(c.Fields, f.Name)
			continue
		}
		c.Fields[f.Name] = value
	}
	return nil
}

func (f *Field) clean(value string) (string, error) {
	if !utf8.ValidString(value) {
		return "", refused(f.Name, "it is no text in UTF-8")
	}
	value = norm.NFC.String(strings.ReplaceAll(value, "\r\n", "\n"))
	if strings.ContainsFunc(value, func(r rune) bool { return harmful(r) && (r != '\n' || f.Type != Text && f.Type != List) }) {
		return "", refused(f.Name, "it holds a control character, or one that cannot be seen: write it on one line, in letters alone")
	}
	value = strings.TrimSpace(value)
	switch {
	case value == "" && f.Needed:
		return "", refused(f.Name, "missing")
	case value == "":
		return "", nil
	case utf8.RuneCountInString(value) > most[f.Type]:
		return "", refused(f.Name, "too long: %d characters at most", most[f.Type])
	}
	return value, f.check(value)
}

// harmful tells whether a rune is seen by no reader of a file: a control character, or
// one that joins, hides or turns round what stands beside it.
func harmful(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
}

var (
	countryCode = regexp.MustCompile(`^([A-Z]{2}|INT)$`)
	number      = regexp.MustCompile(`^[0-9]{1,6}$`)
	hostName    = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)
)

// check holds a value against its type.
func (f *Field) check(value string) error {
	switch f.Type {
	case Value:
		if !edtf.Valid(value) {
			return refused(f.Name, "%q is no date: write it as 2025-08-17, 2025-08 or 2025 (EDTF)", value)
		}
	case Country:
		if !countryCode.MatchString(value) {
			return refused(f.Name, "%q is no country code: write two capital letters (ISO 3166-1 alpha-2), or INT", value)
		}
	case Choice:
		if !slices.Contains(f.Choice, value) {
			return refused(f.Name, "%q: write one of %s", value, strings.Join(f.Choice, ", "))
		}
	case Flag:
		if value != "true" {
			return refused(f.Name, "%q: write true, or leave it empty", value)
		}
	case Number:
		if !number.MatchString(value) {
			return refused(f.Name, "%q is no number", value)
		}
	case Site:
		if !hostName.MatchString(value) || sites.Host(value) != value {
			return refused(f.Name, "%q is no host: write it in lower case, without scheme, path, www., m. and amp.", value)
		}
	}
	return nil
}

// parts cuts a list into its elements, each once.
func parts(value string) (all []string) {
	for _, s := range strings.FieldsFunc(value, func(r rune) bool { return r == ';' || r == '\n' }) {
		if s = strings.Join(strings.Fields(s), " "); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}
