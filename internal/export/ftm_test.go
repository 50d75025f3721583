package export

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// ftmSchemata says of the schemata of FollowTheMoney that are written which
// properties they have, as far as they are used: "name" a text, "date" a date,
// a schema the one that an id in it must be of. Those with ! are required.
var ftmSchemata = map[string]map[string]string{
	"Article": {"title": "text", "sourceUrl": "url", "publisher": "text", "author": "text", "summary": "text", "keywords": "text",
		"publishedAt": "date", "modifiedAt": "date", "retrievedAt": "date", "bodyText": "text"},
	"Mention":    {"document": "Article!", "name": "text!", "resolved": "Person|PublicBody", "detectedSchema": "text"},
	"Person":     {"name": "text!", "alias": "text", "title": "text", "position": "text", "country": "country"},
	"PublicBody": {"name": "text!", "alias": "text", "country": "country", "classification": "text", "wikidataId": "wikidata", "topics": "topic", "parent": "PublicBody"},
	"Position":   {"name": "text!", "country": "country", "organization": "PublicBody"},
	"Event": {"name": "text!", "keywords": "text", "location": "text", "summary": "text", "sourceUrl": "url", "date": "date", "startDate": "date", "endDate": "date",
		"involved": "Person|PublicBody", "proof": "Article"},
	"Occupancy": {"holder": "Person!", "post": "Position!", "date": "date", "startDate": "date", "endDate": "date", "status": "text", "description": "text", "proof": "Article"},
}

var ftmTypes = map[string]*regexp.Regexp{
	"text":     regexp.MustCompile(`(?s)^\S(.*\S)?$`),
	"url":      regexp.MustCompile(`^https?://\S+$`),
	"date":     regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$`),
	"country":  regexp.MustCompile(`^([a-z]{2}|suhh)$`),
	"wikidata": regexp.MustCompile(`^Q\d+$`),
	"topic":    regexp.MustCompile(`^gov\.igo$`),
}

func entities(t *testing.T, out string) map[string]*entity {
	t.Helper()
	all := map[string]*entity{}
	for _, line := range split(out) {
		e := &entity{}
		if err := json.Unmarshal([]byte(line), e); err != nil {
			t.Fatal(err)
		}
		if all[e.ID] != nil {
			t.Errorf("%s %s is written twice", e.Schema, e.ID)
		}
		all[e.ID] = e
	}
	return all
}

func TestFollowTheMoney(t *testing.T) {
	all := entities(t, exported(t, "ftm", records(t)...))
	counts := map[string]int{}
	for _, e := range all {
		counts[e.Schema]++
		schema, ok := ftmSchemata[e.Schema]
		if !ok {
			t.Fatalf("schema %q", e.Schema)
		}
		for name, kind := range schema {
			if strings.HasSuffix(kind, "!") && len(e.Properties[name]) == 0 {
				t.Errorf("%s %s has no %s", e.Schema, e.ID, name)
			}
		}
		for name, values := range e.Properties {
			kind := strings.TrimSuffix(schema[name], "!")
			if kind == "" {
				t.Errorf("%s has no property %s", e.Schema, name)
			}
			for _, v := range values {
				if re := ftmTypes[kind]; re != nil {
					if !re.MatchString(v) {
						t.Errorf("%s %s: %q is no %s", e.Schema, name, v, kind)
					}
				} else if to := all[v]; to == nil || !slices.Contains(strings.Split(kind, "|"), to.Schema) {
					t.Errorf("%s %s points to %+v, want %s", e.Schema, name, to, kind)
				}
			}
		}
	}
	for schema := range ftmSchemata {
		if counts[schema] == 0 {
			t.Errorf("no %s in the export", schema)
		}
	}
}

// TestFTMIsStable holds that nothing depends on the order of the articles, and
// that ids depend on nothing but what they stand for.
func TestFTMIsStable(t *testing.T) {
	list := records(t)
	one := split(exported(t, "ftm", list...))
	slices.Reverse(list)
	two := split(exported(t, "ftm", list...))
	slices.Sort(one)
	slices.Sort(two)
	if !slices.Equal(one, two) {
		t.Error("another order of articles gives other entities")
	}
	few := entities(t, exported(t, "ftm", sample(t)))
	whole := entities(t, strings.Join(one, "\n"))
	for id, e := range few {
		if whole[id] == nil || whole[id].Schema != e.Schema {
			t.Errorf("%s %s is not in the export of all", e.Schema, id)
		}
	}
	// written down, so that a change of the ids is seen
	if got, want := ftmID("Person", "vn/tran-van-mau"), "03bb089352829ab847259b78a18b8e0655ee1967"; got != want {
		t.Errorf("the id of vn/tran-van-mau is %s, want %s", got, want)
	}
}

// TestParents holds that a body has one parent, whatever order articles that
// disagree come in.
func TestParents(t *testing.T) {
	one, two := bare(), bare()
	two.ID = "e" + two.ID[1:]
	body := func(id, parent string) boctin.Agency { return boctin.Agency{ID: id, Name: id, Parent: parent} }
	one.Agencies = []boctin.Agency{body("vn/a", "vn/b"), body("vn/b", ""), body("vn/c", "vn/nowhere")}
	two.Agencies = []boctin.Agency{body("vn/a", "vn/c"), body("vn/c", "")}
	parents := func(list ...*boctin.Record) []string {
		all := entities(t, exported(t, "ftm", list...))
		if p := all[ftmID("PublicBody", "vn/c")].Properties["parent"]; p != nil {
			t.Errorf("a parent that is not in the export: %v", p)
		}
		return all[ftmID("PublicBody", "vn/a")].Properties["parent"]
	}
	if a, b := parents(one, two), parents(two, one); len(a) != 1 || !slices.Equal(a, b) {
		t.Errorf("%v in one order, %v in the other", a, b)
	}
}

// TestTenure holds what is said of one who left a post.
func TestTenure(t *testing.T) {
	at := func(id, day string, former bool) *boctin.Record {
		return &boctin.Record{Article: boctin.Article{ID: id, Published: &boctin.Moment{Value: day}},
			Officials: []boctin.Official{{ID: "vn/a", Name: "A", Posts: []boctin.Post{{Title: "Bộ trưởng", Former: former}}}}}
	}
	occupancy := func(list ...*boctin.Record) map[string][]string {
		for _, e := range entities(t, exported(t, "ftm", list...)) {
			if e.Schema == "Occupancy" {
				return e.Properties
			}
		}
		t.Fatal("no occupancy")
		return nil
	}
	held, middle, left := at("1", "2020-01-01T01:00+07:00", false), at("2", "2021", false), at("3", "2022-05-01", true)
	p := occupancy(middle, left, held)
	if !slices.Equal(p["date"], []string{"2020-01-01", "2022-05-01"}) || !slices.Equal(p["status"], []string{"ended"}) || len(p["proof"]) != 2 {
		t.Errorf("one who left: %v", p)
	}
	if p := occupancy(at("1", "2020", true), at("2", "2021", false)); p["status"] != nil {
		t.Errorf("one who came back: %v", p)
	}
	if p := occupancy(at("1", "XXXX-05-01", false)); p["date"] != nil || len(p["proof"]) != 1 {
		t.Errorf("no day known: %v", p)
	}
}

func TestFTMDate(t *testing.T) {
	for in, want := range map[string]string{"2025-08-17": "2025-08-17", "2025-08-17T01:30+07:00": "2025-08-16T18:30:00", "2025-08": "2025-08", "2025": "2025",
		"2025-08-18T00:00:00Z": "2025-08-18T00:00:00", "2025-33": "", "": "", "193X": ""} {
		if got := ftmDate(in); got != want {
			t.Errorf("%s gives %q, want %q", in, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"đại", 3, "đại"}, {"đại tá", 3, "đại"}, {"😀😀", 1, "😀"}, {"", 2, ""}} {
		if got := clip(c.in, c.n); got != c.want {
			t.Errorf("clip(%q, %d) is %q", c.in, c.n, got)
		}
	}
	long := bare()
	long.Body = strings.Repeat("Công an. ", 20000)
	e := articleEntity(long)
	if got := strings.Join(e.Properties["bodyText"], ""); len(e.Properties["bodyText"]) != 3 || len(got) < len(long.Body)-6 {
		t.Errorf("%d pieces of %d bytes", len(e.Properties["bodyText"]), len(got))
	}
}
