package export

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin"
)

const schemaOrg = "https://schema.org"

// ld is a node of schema.org; what is empty is left out.
type ld struct {
	Context       string   `json:"@context,omitempty"`
	Type          string   `json:"@type,omitempty"`
	ID            string   `json:"@id,omitempty"`
	Identifier    string   `json:"identifier,omitempty"`
	Name          string   `json:"name,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
	URL           string   `json:"url,omitempty"`
	SameAs        string   `json:"sameAs,omitempty"`

	// of an article
	Headline           string   `json:"headline,omitempty"`
	Abstract           string   `json:"abstract,omitempty"`
	ArticleBody        string   `json:"articleBody,omitempty"`
	InLanguage         string   `json:"inLanguage,omitempty"`
	DatePublished      string   `json:"datePublished,omitempty"`
	DateModified       string   `json:"dateModified,omitempty"`
	Author             []ld     `json:"author,omitempty"`
	Publisher          *ld      `json:"publisher,omitempty"`
	SourceOrganization *ld      `json:"sourceOrganization,omitempty"`
	ArticleSection     string   `json:"articleSection,omitempty"`
	Keywords           []string `json:"keywords,omitempty"`
	Image              []ld     `json:"image,omitempty"`
	Mentions           []ld     `json:"mentions,omitempty"`

	// of an image
	ContentURL string `json:"contentUrl,omitempty"`
	Caption    string `json:"caption,omitempty"`
	CreditText string `json:"creditText,omitempty"`

	// of a person
	HonorificPrefix []string `json:"honorificPrefix,omitempty"`
	JobTitle        []string `json:"jobTitle,omitempty"`
	WorksFor        []ld     `json:"worksFor,omitempty"`
	Affiliation     any      `json:"affiliation,omitempty"` // of a person a list, of a role one
	HasOccupation   any      `json:"hasOccupation,omitempty"`
	RoleName        string   `json:"roleName,omitempty"`
	Description     string   `json:"description,omitempty"`

	// of an event
	StartDate   string `json:"startDate,omitempty"`
	EndDate     string `json:"endDate,omitempty"`
	EventStatus string `json:"eventStatus,omitempty"`
	Location    *ld    `json:"location,omitempty"`
	Organizer   []ld   `json:"organizer,omitempty"`
	Attendee    []ld   `json:"attendee,omitempty"`

	// of an organisation
	ParentOrganization *ld `json:"parentOrganization,omitempty"`
	AreaServed         *ld `json:"areaServed,omitempty"`
}

// newsArticle writes a record as a schema.org NewsArticle that mentions persons
// and organisations.
func newsArticle(b *bytes.Buffer, r *boctin.Record) error {
	a := ld{Context: schemaOrg, Type: "NewsArticle", ID: absolute(r.URL), Identifier: r.ID, URL: absolute(r.URL), Headline: r.Title, Abstract: r.Lead,
		ArticleBody: r.Body, InLanguage: r.Language, DatePublished: isoDate(r.Published), DateModified: isoDate(r.Modified),
		ArticleSection: r.Section, Keywords: r.Tags}
	if a.ID == "" {
		a.ID = iri("article", r.ID)
	}
	for _, name := range r.Authors {
		a.Author = append(a.Author, ld{Type: "Person", Name: name})
	}
	if r.Site != "" {
		a.Publisher = &ld{Type: "Organization", Name: r.Site, URL: home(r.Site)}
	}
	if r.Credit != "" {
		a.SourceOrganization = &ld{Type: "Organization", Name: r.Credit}
	}
	for _, i := range r.Images {
		a.Image = append(a.Image, ld{Type: "ImageObject", ContentURL: absolute(i.Src), Caption: i.Caption, CreditText: i.Credit})
	}
	for i := range r.Officials {
		a.Mentions = append(a.Mentions, ldPerson(&r.Officials[i]))
	}
	for i := range r.Agencies {
		a.Mentions = append(a.Mentions, ldAgency(&r.Agencies[i]))
	}
	for i := range r.Events {
		a.Mentions = append(a.Mentions, ldEvent(&r.Events[i]))
	}
	return jsonLine(b, a)
}

// ldPerson gives present posts as job titles, and former ones as roles.
func ldPerson(o *boctin.Official) ld {
	p := ld{Type: "Person", ID: iri("official", o.ID), Identifier: o.ID, Name: o.Name, AlternateName: o.Aliases, HonorificPrefix: o.Ranks}
	var former, left []ld
	for _, post := range o.Posts {
		var body []ld
		if post.Agency != "" {
			body = []ld{{Type: "GovernmentOrganization", ID: iri("agency", post.Agency), Name: post.AgencyName}}
		}
		switch {
		case !post.Former:
			p.JobTitle = append(p.JobTitle, postName(&post))
			p.WorksFor = append(p.WorksFor, body...)
		case body != nil:
			former = append(former, ld{Type: "OrganizationRole", RoleName: post.Title, Description: "former", Affiliation: body[0]})
		default:
			left = append(left, ld{Type: "Role", Description: "former", HasOccupation: ld{Type: "Occupation", Name: post.Title}})
		}
	}
	if former != nil {
		p.Affiliation = former
	}
	if left != nil {
		p.HasOccupation = left
	}
	return p
}

// postName is a post with its agency: Giám đốc Công an tỉnh Nghệ An.
func postName(p *boctin.Post) string {
	name := strings.TrimSpace(p.Title + " " + p.AgencyName)
	if p.Acting {
		return "Quyền " + name
	}
	return name
}

func ldAgency(a *boctin.Agency) ld {
	o := ld{Type: organization(a), ID: iri("agency", a.ID), Identifier: a.ID, Name: a.Name}
	if a.NameEN != "" {
		o.AlternateName = []string{a.NameEN}
	}
	if a.Wikidata != "" {
		o.SameAs = "https://www.wikidata.org/entity/" + a.Wikidata
	}
	if a.Parent != "" {
		o.ParentOrganization = &ld{ID: iri("agency", a.Parent)}
	}
	if a.Country != "" && a.Country != "INT" {
		o.AreaServed = &ld{Type: "Country", Identifier: a.Country}
	}
	return o
}

// organization is the schema.org type of an agency.
func organization(a *boctin.Agency) string {
	switch kind, _, _ := strings.Cut(a.Kind, "-"); {
	case kind == "party", kind == "mass", kind == "media", kind == "company", kind == "school", kind == "organisation", a.Country == "INT":
		return "Organization"
	}
	return "GovernmentOrganization"
}

// ldEvent gives those who held an event as its organizers, and whoever else took part
// as attendees.
func ldEvent(e *boctin.Event) ld {
	first, last := eventDays(e.Date)
	x := ld{Type: "Event", Name: eventName(e), Description: e.Text, StartDate: first, EndDate: last, Keywords: []string{e.Kind}}
	if e.Status == boctin.Postponed {
		x.EventStatus = schemaOrg + "/EventPostponed"
	}
	if e.Place != "" {
		x.Location = &ld{Type: "Place", Name: e.Place}
	}
	for _, role := range e.Roles {
		person := ld{Type: "Person", ID: iri("official", role.ID)}
		switch role.Role {
		case "host", "chair", "appointer", "by":
			x.Organizer = append(x.Organizer, person)
		default:
			x.Attendee = append(x.Attendee, person)
		}
	}
	for _, id := range e.Agencies {
		x.Attendee = append(x.Attendee, ld{Type: "Organization", ID: iri("agency", id)})
	}
	return x
}

// eventName is the name of the occasion, or the kind of the event.
func eventName(e *boctin.Event) string {
	if e.Name != "" {
		return oneLine(e.Name)
	}
	return e.Kind
}

// eventDays gives the first and the last day of an event where both are whole days;
// the last is empty where it is the first.
func eventDays(value string) (first, last string) {
	first, last, _ = strings.Cut(value, "/")
	return wholeDay(first), wholeDay(last)
}

func wholeDay(s string) string {
	const day = "2006-01-02"
	if len(s) < len(day) || strings.ContainsAny(s[:len(day)], "X~?") || s[4] != '-' || s[7] != '-' {
		return ""
	}
	return s[:len(day)]
}
