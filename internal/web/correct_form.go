package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/review"
	"github.com/boctin/boctin/internal/web/words"
)

// correctView is the form of one correction.
type correctView struct {
	Kind    string            `json:"kind"`
	Article string            `json:"article,omitempty"` // URL
	Fields  []field           `json:"fields"`
	Why     string            `json:"error,omitempty"` // why it was not taken
	Faults  []string          `json:"faults,omitempty"`
	Kinds   []string          `json:"-"` // others that may be meant
	Offers  []string          `json:"-"` // selectors that may be meant
	Named   []string          `json:"-"` // officials and agencies that the article names
	CSRF    string            `json:"-"`
	Back    string            `json:"-"`
	values  map[string]string // to begin with
}

// field is one field of the form.
type field struct {
	Name   string   `json:"name"`
	Type   string   `json:"type"`
	Value  string   `json:"value,omitempty"`
	Choice []string `json:"choice,omitempty"`
	Needed bool     `json:"needed,omitempty"`
	Wrong  bool     `json:"-"`
	Fixed  bool     `json:"-"` // says what was found; not to be changed
}

// Screen is the name of its template, also where a preview was asked for.
func (v *correctView) Screen() string { return "correct" }

func (v *correctView) Title(w *words.Words) string { return w.Of("kind", v.Kind) }

// Table lists the fields.
func (v *correctView) Table() Table {
	t := Table{Head: []string{"field", "value"}}
	for _, f := range v.Fields {
		t.Rows = append(t.Rows, []string{f.Name, f.Value})
	}
	return t
}

// wordKinds are the corrections of the lexicon, among which the forms lead from one to
// the other.
var wordKinds = []string{"word-agency", "word-rank", "word-post", "word-place", "word-region", "alias"}

// form shows the form of a correction, filled in with what was found.
func (c *corrector) form(r *Request) (View, error) {
	kind := review.KindOf(r.arg("kind"))
	if kind == nil {
		return nil, &Fault{Status: http.StatusNotFound, Key: "fault.correction", Args: []any{r.arg("kind")}}
	}
	v := &correctView{Kind: kind.Name, Article: r.arg("url"), values: map[string]string{}}
	if err := v.begin(r, c); err != nil {
		return nil, err
	}
	v.lay(r, kind, v.values)
	return v, nil
}

// lay lays out the fields of a kind.
func (v *correctView) lay(r *Request, kind *review.Kind, values map[string]string) {
	v.CSRF, v.Back = r.server.csrf(), "/corrections"
	if v.Article != "" {
		v.Back = articleHref(v.Article)
	}
	for _, f := range kind.Fields {
		shown := field{Name: f.Name, Type: string(f.Type), Value: review.Visible(values[f.Name]), Choice: f.Choice, Needed: f.Needed, Fixed: strings.HasPrefix(f.Name, "was")}
		v.Fields = append(v.Fields, shown)
	}
	if slices.Contains(wordKinds, kind.Name) {
		v.Kinds = wordKinds
	}
	if strings.HasPrefix(kind.Name, "site-") {
		v.Kinds = []string{"site-drop", "site-body"}
	}
}

// Found tells whether the form is about something that was found, and may be wrong.
func (v *correctView) Found() bool {
	return slices.ContainsFunc(v.Fields, func(f field) bool { return f.Fixed && f.Value != "" })
}

// Other is the address of the form of another kind about the same.
func (v *correctView) Other(kind string) string {
	q := url.Values{"kind": {kind}}
	for name, value := range map[string]string{"url": v.Article, "name": v.values["name"], "at": v.values["at"]} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return "/correct?" + q.Encode()
}

// begin fills the form with what was found.
func (v *correctView) begin(r *Request, c *corrector) error {
	name := r.arg("name")
	switch v.Kind {
	case "same", "different":
		return v.judge(r)
	case "word-agency", "word-rank", "word-region", "word-place", "word-post":
		v.values["name"], v.values["title"], v.values["country"] = name, name, "VN"
		return v.issue(r)
	case "alias":
		return v.alias(r, name)
	}
	if v.Article == "" {
		return nil
	}
	version, _ := strconv.Atoi(r.arg("version")) // of which the finding was shown
	record, err := r.Corpus.Articles.Record(r.Context(), v.Article, version)
	if err != nil {
		return unknownArticle(err, v.Article)
	}
	return v.article(r, c, record)
}

// judge takes the persons that are meant. Where both are one today, the second is the
// appearance in the article: who is named there is somebody else. An id that is that very
// appearance's gives way to one of another article.
func (v *correctView) judge(r *Request) error {
	id, other := r.arg("id"), r.arg("other")
	if v.Article != "" && (other == "" || other == id) {
		var err error
		if other, err = r.Corpus.Persons.AppearanceID(r.Context(), v.Article, id); err != nil {
			return err
		}
		if other == id {
			if id, err = r.Corpus.Persons.OtherAppearanceID(r.Context(), v.Article, id); err != nil {
				return err
			}
		}
	}
	v.values["persons"] = strings.Join(nonEmpty(id, other), "\n")
	return nil
}

// issue takes the text of a doubt for the words that are missing.
func (v *correctView) issue(r *Request) error {
	n, err := strconv.Atoi(r.arg("id"))
	if err != nil || r.arg("of") != "issue" {
		return nil
	}
	record, err := r.Corpus.Articles.Record(r.Context(), v.Article, 0)
	if err != nil {
		return unknownArticle(err, v.Article)
	}
	if n >= 0 && n < len(record.Issues) {
		text := record.Issues[n].Text
		v.values["name"], v.values["title"] = text, text
	}
	return nil
}

// alias takes what has another name from the finding.
func (v *correctView) alias(r *Request, name string) error {
	country, _, _ := strings.Cut(r.arg("id"), "/")
	v.values["name"], v.values["of"] = name, "agency"
	if len(country) == 2 || country == "int" {
		v.values["country"] = strings.ToUpper(country)
	}
	if of := r.arg("of"); of == "person" || of == "official" {
		v.values["of"] = "person"
	}
	return nil
}

// article fills in what an article has.
func (v *correctView) article(r *Request, c *corrector, record *boctin.Record) error {
	n, _ := strconv.Atoi(r.arg("id"))
	found := r.arg("id") != ""
	switch v.Kind {
	case "title":
		v.values["value"] = record.Title
	case "byline":
		v.values["value"] = strings.Join(record.Authors, "\n")
	case "body":
		v.values["value"] = record.Body
	case "published":
		if record.Published != nil {
			v.values["value"] = record.Published.Value
		}
	case "paragraph":
		v.values["text"], v.values["is"] = paragraphAt(record, r.arg("at")), "none"
	case "site-drop", "site-body":
		v.values["at"] = r.arg("at")
		return v.selector(r, c, record)
	case "caption":
		if found && n >= 0 && n < len(record.Images) {
			v.values["was"], v.values["value"] = record.Images[n].Caption, record.Images[n].Caption
		}
	case "date":
		if found && n >= 0 && n < len(record.Dates) {
			v.values["was"], v.values["value"], v.values["text"] = record.Dates[n].Value, record.Dates[n].Value, record.Dates[n].Text
		}
	case "event":
		v.named(record)
		if found && n >= 0 && n < len(record.Events) {
			v.event(record, n)
		}
	default:
		v.person(r, record)
	}
	return nil
}

// named takes down who may have taken part in an event.
func (v *correctView) named(record *boctin.Record) {
	for _, o := range record.Officials {
		v.Named = append(v.Named, o.Name)
	}
	for _, a := range record.Agencies {
		v.Named = append(v.Named, a.Name)
	}
}

// paragraphAt gives the paragraph of the body that begins at a code point.
func paragraphAt(record *boctin.Record, at string) string {
	start, err := strconv.Atoi(at)
	body := []rune(record.Body)
	if err != nil || start < 0 || start >= len(body) {
		return ""
	}
	text, _, _ := strings.Cut(string(body[start:]), "\n\n")
	return text
}

func (v *correctView) selector(r *Request, c *corrector, record *boctin.Record) error {
	text := paragraphAt(record, r.arg("at"))
	offers, err := c.overlay.Selectors(r.Context(), v.Article, text)
	v.values["site"], v.Offers = record.Site, offers
	if len(offers) > 0 {
		v.values["selector"] = offers[0]
	}
	return err
}

func (v *correctView) event(record *boctin.Record, n int) {
	e := &record.Events[n]
	v.values["was"], v.values["type"], v.values["date"], v.values["place"], v.values["text"] = strconv.Itoa(n), e.Kind, e.Date, e.Place, e.Text
	var people, bodies []string
	for _, o := range record.Officials {
		if slices.Contains(e.Officials, o.ID) {
			people = append(people, o.Name)
		}
	}
	for _, a := range record.Agencies {
		if slices.Contains(e.Agencies, a.ID) {
			bodies = append(bodies, a.Name)
		}
	}
	v.values["participants"], v.values["agencies"] = strings.Join(people, "\n"), strings.Join(bodies, "\n")
}

// person fills in an official, his post or an agency by its id.
func (v *correctView) person(r *Request, record *boctin.Record) {
	id := r.arg("id")
	for _, o := range record.Officials {
		if o.ID != id {
			continue
		}
		switch v.Kind {
		case "official":
			v.values["was"], v.values["name"], v.values["country"], v.values["ranks"] = o.Name, o.Name, o.Country, strings.Join(o.Ranks, "\n")
		case "post":
			v.post(&o, r.arg("name"))
		}
	}
	for _, a := range record.Agencies {
		if a.ID == id && v.Kind == "agency" {
			v.values["was"], v.values["was_country"], v.values["name"], v.values["country"] = a.Name, a.Country, a.Name, a.Country
		}
	}
}

// post fills in the post of an official that is meant, or his only one.
func (v *correctView) post(o *boctin.Official, name string) {
	v.values["official"] = o.Name
	for _, p := range o.Posts {
		if whole := strings.TrimSpace(p.Title + " " + p.AgencyName); whole == name || len(o.Posts) == 1 {
			v.values["was_title"], v.values["was_agency"], v.values["title"], v.values["agency"] = p.Title, p.AgencyName, p.Title, p.AgencyName
		}
	}
}
