package boctin

// Schema names the version of the record that this package writes.
const Schema = "boctin/1"

// Article is what a page prints, copied and not interpreted: strings are NFC
// with white space folded. Key order is the order of the JSON record.
type Article struct {
	Schema    string   `json:"schema"`
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Site      string   `json:"site,omitempty"`
	Source    Source   `json:"source"`
	Language  string   `json:"language,omitempty"`
	Title     string   `json:"title,omitempty"`
	Lead      string   `json:"lead,omitempty"` // also the first paragraph of Body
	Body      string   `json:"body,omitempty"` // paragraphs, separated by one empty line
	Authors   []string `json:"authors,omitempty"`
	Credit    string   `json:"credit,omitempty"` // agency or paper the text is taken from
	Published *Moment  `json:"published,omitempty"`
	Modified  *Moment  `json:"modified,omitempty"`
	Section   string   `json:"section,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Images    []Image  `json:"images,omitempty"`
	Stamps    []Stamp  `json:"stamps,omitempty"` // articles only: a record has Published instead

	Evidence *Evidence `json:"-"` // filled only when asked to explain
}

// Source says where the article came from, so that a reader can go back to it.
type Source struct {
	Path    string `json:"path,omitempty"`
	Record  string `json:"record,omitempty"`
	Offset  int64  `json:"offset,omitempty"` // bytes
	Format  Format `json:"format,omitempty"`
	Charset string `json:"charset,omitempty"`
	SHA256  string `json:"sha256,omitempty"`  // hex, of the input bytes
	Fetched string `json:"fetched,omitempty"` // RFC 3339, UTC
	Layout  string `json:"layout,omitempty"`  // the site profile and layout that matched
	Claimed bool   `json:"claimed,omitempty"` // url and site are what the page says of itself: nothing else tells where it is from
}

// Image is a picture of the article with the words printed under it.
type Image struct {
	Src     string `json:"src,omitempty"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"` // photographer or agency
}

// Origin says which part of the input a time of publication came from.
type Origin string

// The origins of a time of publication, the most trusted first.
const (
	FromPage     Origin = "page"
	FromMetadata Origin = "metadata"
	FromURL      Origin = "url"
	FromText     Origin = "text"
	FromFlag     Origin = "flag"
)

// Stamp is a candidate for the time of publication or change, as printed.
type Stamp struct {
	Text     string `json:"text"`
	From     Origin `json:"from"`
	Modified bool   `json:"modified,omitempty"`
	// MonthFirst says that other dates of the page are written mm/dd/yyyy.
	MonthFirst bool `json:"month_first,omitempty"`
}

// Moment is a resolved time of publication: Value is EDTF, Text what was read.
type Moment struct {
	Value string `json:"value"`
	Text  string `json:"text,omitempty"`
	From  Origin `json:"from,omitempty"`
}

// Evidence explains an article: the node behind each paragraph that was kept
// and the rule behind each piece that was cut, in document order.
type Evidence struct {
	Kept []Trace `json:"kept"`
	Cut  []Trace `json:"cut"`
}

// Trace is one line of evidence. Offset counts bytes into the input and is -1
// where the piece has no place of its own in it. Its Reason has no Span.
type Trace struct {
	Text   string `json:"text"` // the first 80 code points
	Role   string `json:"role,omitempty"`
	Node   string `json:"node,omitempty"`
	Offset int    `json:"offset"`
	Reason
}
