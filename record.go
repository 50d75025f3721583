package boctin

// Record is the finished product: an article and what was found in it.
type Record struct {
	Article
	Dates     []Date     `json:"dates,omitempty"`
	Agencies  []Agency   `json:"agencies,omitempty"`
	Officials []Official `json:"officials,omitempty"`
	Events    []Event    `json:"events,omitempty"`
	Issues    []Issue    `json:"issues,omitempty"`
}

// Span is a half-open range of a field ("title", "body", "images[0].caption").
// Start and End are bytes in Go and Unicode code points in JSON.
type Span struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Date is one calendar expression; Value is EDTF (ISO 8601-2, level 0 or 1).
type Date struct {
	Value string `json:"value"`
	Text  string `json:"text"`
	Part  string `json:"part,omitempty"` // dawn, morning, noon, afternoon, evening, night
	Span
	Reasons []Reason `json:"reasons,omitempty"` // when asked to explain
}

// Reason is one piece of evidence: a rule or an entry of the data that made a
// finding or cut a piece of a page.
type Reason struct {
	Rule  string `json:"rule"`           // name of the rule, such as date/day-month
	File  string `json:"file,omitempty"` // of the lexicon or the site profile, such as posts.toml
	Key   string `json:"key,omitempty"`  // the entry in File, or the value that the rule leaned on
	*Span        // what it was read from, where that is not the finding itself
}

// Agency is a body of a state or ruling party, or an intergovernmental one,
// with every place where the article names it.
type Agency struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	NameEN   string    `json:"name_en,omitempty"`
	Country  string    `json:"country"` // ISO 3166-1 alpha-2, or INT
	Kind     string    `json:"kind,omitempty"`
	Parent   string    `json:"parent,omitempty"` // id
	Place    string    `json:"place,omitempty"`  // canonical name of the place that it serves
	Wikidata string    `json:"wikidata,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// Mention is one place where the article names an agency.
type Mention struct {
	Text string `json:"text"`
	Span
	Reasons []Reason `json:"reasons,omitempty"` // when asked to explain
}

// Official is a named person to whom the article gives a rank, post or
// honorific of office; one entry a person.
type Official struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Aliases    []string        `json:"aliases,omitempty"` // slips of the same name
	Country    string          `json:"country,omitempty"`
	Ranks      []string        `json:"ranks,omitempty"`
	Honorifics []string        `json:"honorifics,omitempty"`
	Posts      []Post          `json:"posts,omitempty"`
	Mentions   []PersonMention `json:"mentions"`
}

// Post is one office: its title and the agency it belongs to.
type Post struct {
	Title      string `json:"title"`
	Agency     string `json:"agency,omitempty"` // id
	AgencyName string `json:"agency_name,omitempty"`
	Former     bool   `json:"former,omitempty"`
	Acting     bool   `json:"acting,omitempty"`
	Text       string `json:"text,omitempty"` // as printed
}

// PersonMention is one place where the article names a person. Name is the
// range of the name inside Text: bytes in Go, code points in JSON.
type PersonMention struct {
	Text string `json:"text"`
	Name [2]int `json:"name"`
	Span
	Reasons []Reason `json:"reasons,omitempty"` // when asked to explain
}

// Event is something that happened or is announced, with the officials and
// agencies in it. Text is the clause that tells it.
type Event struct {
	Kind      string   `json:"kind"`
	Name      string   `json:"name,omitempty"` // its own name, as printed
	Status    Status   `json:"status,omitempty"`
	Date      string   `json:"date,omitempty"` // EDTF
	Place     string   `json:"place,omitempty"`
	Officials []string `json:"officials,omitempty"` // ids
	Agencies  []string `json:"agencies,omitempty"`  // ids
	Roles     []Role   `json:"roles,omitempty"`
	Post      *Post    `json:"post,omitempty"`      // of an appointment or departure
	FromPost  *Post    `json:"from_post,omitempty"` // held until an appointment
	Rank      string   `json:"rank,omitempty"`      // of a promotion
	FromRank  string   `json:"from_rank,omitempty"`
	Measure   string   `json:"measure,omitempty"` // of a discipline, an award, a sentence
	Text      string   `json:"text"`
	Span
	Reasons []Reason `json:"reasons,omitempty"` // when asked to explain
}

// Status says whether an event took place.
type Status string

// The states of an event.
const (
	Done      Status = "done"
	Planned   Status = "planned"
	Postponed Status = "postponed"
	Denied    Status = "denied"
)

// Role is the part that an official or agency has in an event.
type Role struct {
	ID   string `json:"id"`
	Role string `json:"role"` // host, guest, chair, attendee, signer, speaker, appointer, appointee, subject, by
}

// Issue is a doubt: what was not guessed, and why.
type Issue struct {
	Rule string `json:"rule"`
	Text string `json:"text,omitempty"`
	Why  string `json:"why"`
	*Span
}
