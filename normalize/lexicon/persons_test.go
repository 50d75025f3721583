package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestRefusals holds that each fault names the file, the key, what is wrong and
// what to write.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"unknown key":    {"ranks.toml", "[[rank]]\nname = \"A\"\ngrade = 3\n", "ranks.toml: rank.grade: unknown key: remove it"},
		"double word":    {"ranks.toml", "[[rank]]\nname = \"Hòa tá\"\naliases = [\"hoà  TÁ\"]\n", "ranks.toml: rank[0]: \"hoà  TÁ\" is given twice, first in rank[0] Hòa tá: remove one"},
		"no name":        {"ranks.toml", "[[rank]]\naliases = [\"A\"]\n", "ranks.toml: rank[0]: has no name: write"},
		"not NFC":        {"ranks.toml", "[[rank]]\nname = \"Ta\u0301\"\n", "ranks.toml: text is not NFC: save it"},
		"no title":       {"posts.toml", "[[post]]\nweak = true\n", "posts.toml: post[0].title: missing: write"},
		"double deputy":  {"posts.toml", "[[post]]\ntitle = \"Sứ quan\"\ndeputy = true\n[[post]]\ntitle = \"Phó Sứ quan\"\n", "posts.toml: post[1]: \"Phó Sứ quan\" is given twice, first in post[0]"},
		"post's country": {"posts.toml", "[[post]]\ntitle = \"Sứ quan\"\ncountry = \"Lào\"\n", "posts.toml: post[0].country: \"Lào\" is no country code: write two capital letters"},
		"kind":           {"honorifics.toml", "[[honorific]]\nname = \"Lão\"\nkind = \"old\"\n", "honorifics.toml: honorific[0].kind: unknown kind \"old\": write office, polite"},
		"person":         {"names.toml", "[[person]]\nname = \"A B\"\ncountry = \"\"\n", "names.toml: person[0].country: \"\" is no country code"},
		"agency's kind":  {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\nkind = \"cục\"\n", "agencies.vn.toml: agency[0] \"Cục X\": kind: unknown kind \"cục\": write one of agency, army"},
		"form's word":    {"forms.toml", "head = [{ word = \"\", kind = \"agency\" }]\n", "forms.toml: head or abroad[0] \"\": needs a word and a kind, one of agency"},
		"form's kind":    {"forms.toml", "head = [{ word = \"Nha\", kind = \"nha\" }]\n", "forms.toml: head or abroad[0] \"Nha\": needs a word and a kind, one of agency"},
		"party of none":  {"agencies.vn.toml", "[[agency]]\nname = \"Đảng ủy X {place}\"\nkind = \"party-committee\"\nlevels = [\"province\"]\nparty_of = [\"Sở X {place}\"]\n", "agencies.vn.toml: \"Đảng ủy X {place}\": party_of: no agency \"Sở X {place}\" in VN: write the name of one"},
		"undated alias":  {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\ndated = [{ alias = \"C99\" }]\n", "dated: \"C99\": needs an alias and its first year"},
		"two words":      {"names.toml", "surnames = [\"Nguyễn Lê\"]\n", "names.toml: surnames: \"Nguyễn Lê\": write one word an entry"},
		"sex":            {"honorifics.toml", "[[honorific]]\nname = \"Lão\"\nkind = \"polite\"\nsex = \"nam\"\n", "honorifics.toml: honorific[0].sex: unknown sex \"nam\": write female or male, or leave it out"},
		"empty alias":    {"honorifics.toml", "[[honorific]]\nname = \"Lão\"\nkind = \"polite\"\naliases = [\" \"]\n", "honorifics.toml: honorific[0]: \" \" is an empty word: remove it"},
		"alias's name":   {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\ndated = [{ alias = \"\", from = 2009 }]\n", "dated: \"\": needs an alias"},
		"no agency":      {"agencies.vn.toml", "[[agency]]\nkind = \"police\"\n", "agencies.vn.toml: agency[0] \"\": name: missing"},
		"slot":           {"agencies.vn.toml", "[[agency]]\nname = \"Sở X {where}\"\n", "name: unknown slot {where}: write {place}"},
		"level":          {"agencies.vn.toml", "[[agency]]\nname = \"Sở X {at}\"\nlevels = [\"county\"]\n", "levels: unknown level \"county\": write province"},
		"no words":       {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\nin_posts = [{ title = \"Ủy viên\", words = \"\" }]\n", "in_posts: no words: write"},
		"file of none":   {"agencies.toml", "[[agency]]\nname = \"Cục X\"\n", "agencies.toml: no country in the file's name: name it"},
		"agency twice":   {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\n[[agency]]\nname = \"Cục X\"\n", "agency[1] \"Cục X\": name given twice in this file: join"},
		"no successor":   {"agencies.vn.toml", "[[agency]]\nname = \"Cục X\"\nkind = \"agency\"\non = \"2025-03-01\"\n", "\"Cục X\": into, on: write both"},
		"no day":         {"places.toml", "[[province]]\nname = \"X\"\ntype = \"tỉnh\"\non = \"2025\"\n", "places.toml: \"X\": on: \"2025\" is no day: write it as"},
		"no country":     {"countries.toml", "[[country]]\ncode = \"ZZ\"\n", "countries.toml: country[0].name: missing for ZZ: write"},
		"mark's phrase":  {"forms.toml", "mark = [{ phrase = \"\", country = \"CN\" }]\n", "forms.toml: mark[0]: needs a phrase and a country code"},
		"mark's country": {"forms.toml", "mark = [{ phrase = \"Quốc vụ khanh\", country = \"Trung Quốc\" }]\n", "forms.toml: mark[0]: needs a phrase and a country code"},
		"word's level":   {"forms.toml", "level = [{ word = \"hạt\", type = \"hạt\", level = \"county\" }]\n", "unknown level \"county\": write province, district or commune"},
		"leader's state": {"people.toml", "[[leader]]\nname = \"A B\"\ncountry = \"Lào\"\n", "people.toml: leader[0] \"A B\": country: \"Lào\" is no country code"},
		"no posts":       {"people.toml", "[[leader]]\nname = \"A B\"\ncountry = \"LA\"\n", "posts: missing: write at least one"},
		"no short name":  {"people.toml", "[[leader]]\nname = \"A B\"\ncountry = \"LA\"\nshort = [\" \"]\nposts = [{ title = \"Thủ tướng\", from = 2020 }]\n", "short: holds an empty word"},
		"post's title":   {"people.toml", "[[leader]]\nname = \"A B\"\ncountry = \"LA\"\nposts = [{ title = \"\", from = 2020 }]\n", "posts: \"\" from 2020 until 0: write a title"},
		"post's year":    {"people.toml", "[[leader]]\nname = \"A B\"\ncountry = \"LA\"\nposts = [{ title = \"Thủ tướng\", from = 20 }]\n", "posts: \"Thủ tướng\" from 20 until 0: write a title"},
		"region's state": {"regions.toml", "[[region]]\nname = \"Mây\"\ncountry = \"Lào\"\n", "regions.toml: region[0] \"Mây\": needs a name and a country code"},
		"region's name":  {"regions.toml", "[[region]]\ncountry = \"LA\"\n", "regions.toml: region[0] \"\": needs a name and a country code"},
		"state of none":  {"regions.toml", "[[region]]\nname = \"Mây\"\ncountry = \"ZZ\"\n", "regions.toml: \"Mây\": unknown country ZZ: add it"},
		"keys twice":     {"ranks.toml", "[[rank]]\nname = \"A\"\ngrade = 3\n[[rank]]\nname = \"B\"\ngrade = 2\n", "ranks.toml: rank.grade: unknown key, 2 times: remove it"},
		"folder":         {"ranks.toml/x", "", "ranks.toml"},
		"broken TOML":    {"posts.toml", "[[post]\n", "posts.toml: toml: error"},
	} {
		_, err := Load(fstest.MapFS{c.file: {Data: []byte(c.data)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

// TestOverlayReplaces holds that an entry of the same name takes the old one's
// place, and a new one is added.
func TestOverlayReplaces(t *testing.T) {
	base, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Load(fstest.MapFS{"ranks.toml": {Data: []byte("[[rank]]\nname = \"Đại Tá\"\naliases = [\"Đ/tá\"]\n\n[[rank]]\nname = \"Cai\"\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Ranks) != len(base.Ranks)+1 {
		t.Errorf("%d ranks, want %d", len(l.Ranks), len(base.Ranks)+1)
	}
	for _, r := range l.Ranks {
		if r.Name == "Đại Tá" && len(r.Aliases) == 1 && r.Aliases[0] == "Đ/tá" {
			return
		}
	}
	t.Error("Đại tá was not replaced")
}
