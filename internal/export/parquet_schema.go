package export

// The Parquet row is the record: the columns have the names and the nesting of
// the JSON record, what is left out there is null here, and offsets are code
// points. It has two columns more: day, the day of publication as a date, and
// in place of the pair name of a person's mention name_start and name_end. What
// may be null is a pointer: the library tells null from empty by the address.

type parquetRow struct {
	Schema    string            `parquet:"schema,dict"`
	ID        string            `parquet:"id"`
	URL       *string           `parquet:"url,optional"`
	Site      *string           `parquet:"site,optional,dict"`
	Source    parquetSource     `parquet:"source"`
	Language  *string           `parquet:"language,optional,dict"`
	Title     *string           `parquet:"title,optional"`
	Lead      *string           `parquet:"lead,optional"`
	Body      *string           `parquet:"body,optional"`
	Authors   []string          `parquet:"authors,list"`
	Credit    *string           `parquet:"credit,optional,dict"`
	Day       *int32            `parquet:"day,optional,date"`
	Published *parquetMoment    `parquet:"published,optional"`
	Modified  *parquetMoment    `parquet:"modified,optional"`
	Section   *string           `parquet:"section,optional,dict"`
	Tags      []string          `parquet:"tags,list"`
	Images    []parquetImage    `parquet:"images,list"`
	Dates     []parquetDate     `parquet:"dates,list"`
	Agencies  []parquetAgency   `parquet:"agencies,list"`
	Officials []parquetOfficial `parquet:"officials,list"`
	Events    []parquetEvent    `parquet:"events,list"`
	Issues    []parquetIssue    `parquet:"issues,list"`
}

type parquetSource struct {
	Path    *string `parquet:"path,optional,dict"`
	Record  *string `parquet:"record,optional"`
	Offset  int64   `parquet:"offset,optional"`
	Format  *string `parquet:"format,optional,dict"`
	Charset *string `parquet:"charset,optional,dict"`
	SHA256  *string `parquet:"sha256,optional"`
	Fetched *string `parquet:"fetched,optional"`
	Layout  *string `parquet:"layout,optional,dict"`
}

type parquetMoment struct {
	Value string  `parquet:"value"`
	Text  *string `parquet:"text,optional"`
	From  *string `parquet:"from,optional,dict"`
}

type parquetImage struct {
	Src     *string `parquet:"src,optional"`
	Caption *string `parquet:"caption,optional"`
	Credit  *string `parquet:"credit,optional,dict"`
}

type parquetDate struct {
	Value string  `parquet:"value,dict"`
	Text  string  `parquet:"text,dict"`
	Part  *string `parquet:"part,optional,dict"`
	Field string  `parquet:"field,dict"`
	Start int32   `parquet:"start"`
	End   int32   `parquet:"end"`
}

type parquetAgency struct {
	ID       string           `parquet:"id,dict"`
	Name     string           `parquet:"name,dict"`
	NameEN   *string          `parquet:"name_en,optional,dict"`
	Country  *string          `parquet:"country,optional,dict"`
	Kind     *string          `parquet:"kind,optional,dict"`
	Parent   *string          `parquet:"parent,optional,dict"`
	Wikidata *string          `parquet:"wikidata,optional,dict"`
	Mentions []parquetMention `parquet:"mentions,list"`
}

type parquetMention struct {
	Text  string `parquet:"text,dict"`
	Field string `parquet:"field,dict"`
	Start int32  `parquet:"start"`
	End   int32  `parquet:"end"`
}

type parquetOfficial struct {
	ID         string                 `parquet:"id,dict"`
	Name       string                 `parquet:"name,dict"`
	Aliases    []string               `parquet:"aliases,list"`
	Country    *string                `parquet:"country,optional,dict"`
	Ranks      []string               `parquet:"ranks,list"`
	Honorifics []string               `parquet:"honorifics,list"`
	Posts      []parquetPost          `parquet:"posts,list"`
	Mentions   []parquetPersonMention `parquet:"mentions,list"`
}

type parquetPost struct {
	Title      string  `parquet:"title,dict"`
	Agency     *string `parquet:"agency,optional,dict"`
	AgencyName *string `parquet:"agency_name,optional,dict"`
	Former     bool    `parquet:"former"`
	Acting     bool    `parquet:"acting"`
	Text       *string `parquet:"text,optional,dict"`
}

type parquetPersonMention struct {
	Text      string `parquet:"text,dict"`
	NameStart int32  `parquet:"name_start"`
	NameEnd   int32  `parquet:"name_end"`
	Field     string `parquet:"field,dict"`
	Start     int32  `parquet:"start"`
	End       int32  `parquet:"end"`
}

type parquetEvent struct {
	Kind      string        `parquet:"kind,dict"`
	Name      *string       `parquet:"name,optional"`
	Status    *string       `parquet:"status,optional,dict"`
	Date      *string       `parquet:"date,optional,dict"`
	Place     *string       `parquet:"place,optional,dict"`
	Officials []string      `parquet:"officials,list"`
	Agencies  []string      `parquet:"agencies,list"`
	Roles     []parquetRole `parquet:"roles,list"`
	Title     *string       `parquet:"title,optional,dict"` // of the post given or given up
	Agency    *string       `parquet:"agency,optional,dict"`
	Rank      *string       `parquet:"rank,optional,dict"`
	FromRank  *string       `parquet:"from_rank,optional,dict"`
	Measure   *string       `parquet:"measure,optional,dict"`
	Text      string        `parquet:"text"`
	Field     string        `parquet:"field,dict"`
	Start     int32         `parquet:"start"`
	End       int32         `parquet:"end"`
}

type parquetRole struct {
	ID   string `parquet:"id,dict"`
	Role string `parquet:"role,dict"`
}

type parquetIssue struct {
	Rule  string  `parquet:"rule,dict"`
	Text  *string `parquet:"text,optional"`
	Why   string  `parquet:"why,dict"`
	Field *string `parquet:"field,optional,dict"`
	Start *int32  `parquet:"start,optional"`
	End   *int32  `parquet:"end,optional"`
}
