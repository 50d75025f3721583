package export

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/boctin/boctin"
)

func TestNewsArticle(t *testing.T) {
	lines := split(exported(t, "jsonld", sample(t), bare()))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var a map[string]any
	if err := json.Unmarshal([]byte(lines[0]), &a); err != nil {
		t.Fatal(err)
	}
	r := sample(t)
	for key, want := range map[string]any{"@context": "https://schema.org", "@type": "NewsArticle", "@id": r.URL, "identifier": r.ID, "headline": r.Title,
		"articleBody": r.Body, "datePublished": "2025-08-17T15:30+07:00", "dateModified": "2025-08-18", "inLanguage": "vi"} {
		if a[key] != want {
			t.Errorf("%s is %q, want %q", key, a[key], want)
		}
	}
	mentions := a["mentions"].([]any)
	body := map[string]any{"@type": "GovernmentOrganization", "@id": "urn:boctin:agency:vn/cong-an-tinh-nghe-an", "name": "Công an tỉnh Nghệ An"}
	room := map[string]any{"@type": "GovernmentOrganization", "@id": "urn:boctin:agency:vn/phong-canh-sat-hinh-su", "name": "Phòng Cảnh sát hình sự Công an tỉnh Nghệ An"}
	want := map[string]any{"@type": "Person", "@id": "urn:boctin:official:vn/tran-van-mau", "identifier": "vn/tran-van-mau", "name": "Trần Văn Mẫu",
		"alternateName": []any{"Trần Văn Mầu"}, "honorificPrefix": []any{"Đại tá"}, "jobTitle": []any{"Giám đốc Công an tỉnh Nghệ An"}, "worksFor": []any{body},
		"affiliation": []any{map[string]any{"@type": "OrganizationRole", "roleName": "Trưởng phòng", "description": "former", "affiliation": room}}}
	if d := cmp.Diff(any(want), mentions[0]); d != "" {
		t.Errorf("the person (- wanted, + written):\n%s", d)
	}
	agency := mentions[2].(map[string]any)
	if agency["sameAs"] != "https://www.wikidata.org/entity/Q1" || agency["parentOrganization"].(map[string]any)["@id"] != "urn:boctin:agency:vn/bo-cong-an" {
		t.Errorf("the agency: %v", agency)
	}
	if kind := mentions[4].(map[string]any)["@type"]; kind != "Organization" {
		t.Errorf("a party is a %s", kind)
	}
}

func TestISODate(t *testing.T) {
	for value, want := range map[string]string{"2025-08-17": "2025-08-17", "2025-08": "2025-08", "XXXX-01-13": "", "2025-08-17~": "", "2020/2021": "", "193X": ""} {
		if got := isoDate(&boctin.Moment{Value: value}); got != want {
			t.Errorf("%s gives %q", value, got)
		}
	}
}

func TestIRI(t *testing.T) {
	for id, want := range map[string]string{"vn/to-lam": "urn:boctin:official:vn/to-lam", "vn/a b\"<đ>": "urn:boctin:official:vn/a%20b%22%3C%C4%91%3E"} {
		if got := iri("official", id); got != want {
			t.Errorf("%s", got)
		}
	}
}
