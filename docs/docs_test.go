package docs

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/boctin/boctin"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(RecordSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, data string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return s.Validate(v)
}

// full has every key that a record may have.
func full() boctin.Record {
	span := boctin.Span{Field: "body", Start: 0, End: 9}
	why := []boctin.Reason{{Rule: "date/day", File: "dates.toml", Key: "k", Span: &span}, {Rule: "r"}}
	moment := &boctin.Moment{Value: "2025-08-17T09:12+07:00", Text: "17/08/2025", From: boctin.FromPage}
	return boctin.Record{
		Article: boctin.Article{Schema: boctin.Schema, ID: strings.Repeat("0af9", 8), URL: "https://example.vn/a.html", Site: "example.vn",
			Source: boctin.Source{Path: "a.html", Record: "<urn:uuid:1>", Offset: 7, Format: boctin.FormatHTML, Charset: "utf-8",
				SHA256: strings.Repeat("c", 64), Fetched: "2025-08-17T09:12:00Z", Layout: "example.vn#2025"},
			Language: "vi", Title: "t", Lead: "l", Body: "Tối 17/8, Đại tướng", Authors: []string{"a"}, Credit: "TTXVN",
			Published: moment, Modified: &boctin.Moment{Value: "2025"}, Section: "s", Tags: []string{"t"},
			Images: []boctin.Image{{Src: "a.jpg", Caption: "c", Credit: "k"}},
			Stamps: []boctin.Stamp{{Text: "17/08/2025", From: boctin.FromMetadata, Modified: true}}},
		Dates: []boctin.Date{{Value: "2025-08-17", Text: "Tối 17/8", Part: "evening", Span: span, Reasons: why}},
		Agencies: []boctin.Agency{{ID: "vn/bo-cong-an", Name: "Bộ Công an", NameEN: "Ministry of Public Security", Country: "VN", Kind: "ministry",
			Parent: "vn/chinh-phu", Place: "Hà Nội", Wikidata: "Q1", Mentions: []boctin.Mention{{Text: "Bộ", Span: span, Reasons: why}}}},
		Officials: []boctin.Official{{ID: "vn/to-lam", Name: "Tô Lâm", Aliases: []string{"Tô Lam"}, Country: "VN", Ranks: []string{"Đại tướng"}, Honorifics: []string{"ông"},
			Posts:    []boctin.Post{{Title: "Bộ trưởng", Agency: "vn/bo-cong-an", AgencyName: "Bộ Công an", Former: true, Acting: true, Text: "Bộ trưởng Bộ Công an"}},
			Mentions: []boctin.PersonMention{{Text: "Đại tướng", Name: [2]int{0, 2}, Span: span, Reasons: why}}}},
		Events: []boctin.Event{{Kind: "meeting", Name: "n", Status: boctin.Done, Date: "2025-08-17", Place: "Hà Nội", Officials: []string{"vn/to-lam"}, Agencies: []string{"vn/bo-cong-an"},
			Roles: []boctin.Role{{ID: "vn/to-lam", Role: "host"}}, Post: &boctin.Post{Title: "Bộ trưởng"}, FromPost: &boctin.Post{Title: "Thứ trưởng"},
			Rank: "Đại tướng", FromRank: "Thượng tướng", Measure: "khiển trách", Text: "t", Span: span, Reasons: why}},
		Issues: []boctin.Issue{{Rule: "official/two-countries", Text: "t", Why: "w", Span: &span}, {Rule: "r", Why: "w"}},
	}
}

func line(t *testing.T, r boctin.Record) string {
	t.Helper()
	data, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSchemaTakesTheFullAndTheLeastRecord(t *testing.T) {
	s := compiled(t)
	if err := validate(t, s, line(t, full())); err != nil {
		t.Errorf("full record: %v", err)
	}
	least := boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: strings.Repeat("0", 32)}}
	if err := validate(t, s, line(t, least)); err != nil {
		t.Errorf("least record: %v", err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	s, good := compiled(t), line(t, full())
	for _, change := range [][2]string{
		{`"schema":"boctin/1"`, `"schema":"boctin/2"`},
		{`"id":"0af9`, `"id":"zaf9`},
		{`"language":"vi"`, `"language":"Vietnamese"`},
		{`"value":"2025-08-17"`, `"value":"17/8/2025"`},
		{`"value":"2025-08-17"`, `"value":"2025-13-01"`},
		{`"value":"2025-08-17"`, `"value":"2025-08-17T25:00"`},
		{`"value":"2025-08-17"`, `"value":"2025/"`},
		{`"value":"2025-08-17"`, `"value":"2025/2026/2027"`},
		{`"value":"2025-08-17"`, `"value":""`},
		{`"country":"VN"`, `"country":"Vietnam"`},
		{`"id":"vn/to-lam"`, `"id":"vn/Tô Lâm"`},
		{`"part":"evening"`, `"part":"tối"`},
		{`"from":"page"`, `"from":"guess"`},
		{`"field":"body"`, `"field":"lead"`},
		{`"start":0`, `"start":-1`},
		{`"name":[0,1]`, `"name":[0,1,4]`},
		{`"wikidata":"Q1"`, `"wikidata":"1"`},
		{`"section":"s"`, `"section":""`},
		{`"section":"s"`, `"sections":"s"`},
		{`"authors":["a"]`, `"authors":[]`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s does not stand in the record", change[0])
		} else if validate(t, s, bad) == nil {
			t.Errorf("takes %s", change[1])
		}
	}
}

func TestEDTF(t *testing.T) {
	s := compiled(t)
	for _, value := range []string{"2024-01-10", "2021-02", "2035", "2024-01-10T15:30+07:00", "1945-08-19/2025-08-19", "XXXX-01-13",
		"2024-33", "193X", "19XX", "2021~", "2021-05?", "1910/1945", "../2020", "2020/..", "XXXX-XX-13", "2024-01-10T15:30Z"} {
		r := boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: strings.Repeat("0", 32), Published: &boctin.Moment{Value: value}}}
		if err := validate(t, s, line(t, r)); err != nil {
			t.Errorf("%s: %v", value, err)
		}
	}
}

// jsonKeys gives the JSON keys of a struct type, embedded structs included.
func jsonKeys(typ reflect.Type) []string {
	var keys []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && f.Type.Kind() == reflect.Pointer:
			keys = append(keys, jsonKeys(f.Type.Elem())...)
		case f.Anonymous:
			keys = append(keys, jsonKeys(f.Type)...)
		case name != "" && name != "-":
			keys = append(keys, name)
		}
	}
	return slices.Sorted(slices.Values(keys))
}

// A key added to the Go types must be added to the schema, and the other way.
func TestSchemaHasTheKeysOfTheTypes(t *testing.T) {
	var doc struct {
		Defs map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(RecordSchema()), &doc); err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{boctin.Record{}, boctin.Source{}, boctin.Image{}, boctin.Moment{}, boctin.Stamp{}, boctin.Date{}, boctin.Agency{},
		boctin.Mention{}, boctin.Official{}, boctin.Post{}, boctin.PersonMention{}, boctin.Event{}, boctin.Issue{}} {
		typ := reflect.TypeOf(v)
		var got []string
		for key := range doc.Defs[typ.Name()].Properties {
			got = append(got, key)
		}
		slices.Sort(got)
		if want := jsonKeys(typ); !slices.Equal(got, want) {
			t.Errorf("%s: schema has %v, type has %v", typ.Name(), got, want)
		}
	}
}

// Every golden record under testdata is valid.
func TestGoldenRecordsAreValid(t *testing.T) {
	s := compiled(t)
	err := filepath.WalkDir(filepath.Join("..", "testdata"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".json" || strings.HasSuffix(path, ".gold.json") {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil {
			if bad := validate(t, s, string(data)); bad != nil {
				t.Errorf("%s: %v", path, bad)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
