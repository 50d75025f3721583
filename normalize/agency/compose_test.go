package agency

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

func TestIDsAndParents(t *testing.T) {
	f, v := newFinder(t)
	found, _ := find(f, v, "", "Đội Cảnh sát hình sự Công an huyện Mỹ Xuyên, tỉnh Sóc Trăng làm việc với Cơ quan CSĐT Bộ Công an và Bộ Công an Lào.")
	want := map[string]string{
		"vn/doi-canh-sat-hinh-su-cong-an-huyen-my-xuyen-soc-trang": "vn/cong-an-huyen-my-xuyen-soc-trang",
		"vn/cong-an-huyen-my-xuyen-soc-trang":                      "vn/cong-an-tinh-soc-trang",
		"vn/co-quan-canh-sat-dieu-tra-bo-cong-an":                  "vn/bo-cong-an",
		"vn/bo-cong-an": "vn/chinh-phu",
		"la/bo-cong-an": "",
	}
	for _, a := range found {
		if parent, ok := want[a.ID]; !ok || parent != a.Parent {
			t.Errorf("%s has parent %q, want %q", a.ID, a.Parent, parent)
		}
		delete(want, a.ID)
	}
	for id := range want {
		t.Errorf("%s not found", id)
	}
}

// texts of the mentions of one agency, in reading order.
func mentions(found []*finding.Body, body *reading.Text, id string) string {
	var out []string
	for _, a := range found {
		if a.ID == id {
			for _, m := range a.Mentions {
				out = append(out, body.Slice(m.From, m.To))
			}
		}
	}
	return strings.Join(out, "|")
}

func TestMentions(t *testing.T) {
	f, v := newFinder(t)
	for _, c := range []struct{ text, id, want string }{
		{"Công an tỉnh Nghệ An họp. Công an tỉnh báo cáo Bộ Công an.", "vn/cong-an-tinh-nghe-an", "Công an tỉnh Nghệ An|Công an tỉnh"},
		{"Phòng PC04, Công an tỉnh Nghệ An vào cuộc.", "vn/cong-an-tinh-nghe-an", "Công an tỉnh Nghệ An"},
		{"Công an các tỉnh Nghệ An, Hà Tĩnh họp.", "vn/cong-an-tinh-ha-tinh", "Hà Tĩnh"},
		{"Tổ chức Y tế Thế giới (WHO) khen. WHO cũng nhắc.", "int/to-chuc-y-te-the-gioi", "Tổ chức Y tế Thế giới|WHO|WHO"},
		{"Bộ trưởng An ninh Quốc gia Trung Quốc đến.", "cn/bo-an-ninh-quoc-gia", "An ninh Quốc gia Trung Quốc"},
		{"Bộ Công an hai nước ký ghi nhớ tại Trung Quốc.", "cn/bo-cong-an", "Bộ Công an hai nước"},
	} {
		found, _ := find(f, v, "", c.text)
		if got := mentions(found, v.Read("body", c.text), c.id); got != c.want {
			t.Errorf("%s: %s: %q, want %q", c.text, c.id, got, c.want)
		}
	}
}

func TestDoubtIsAnIssue(t *testing.T) {
	f, v := newFinder(t)
	_, issues := find(f, v, "", "Hạ viện bỏ phiếu lúc nửa đêm.")
	if len(issues) != 1 || issues[0].Rule != "agency/country" || issues[0].Text != "Hạ viện" {
		t.Errorf("issues %+v", issues)
	}
	found, issues := find(f, v, "", "Bộ Nội vụ Campuchia lên tiếng. Bộ Nội vụ nói thêm.")
	if len(found) != 1 || len(issues) != 1 {
		t.Errorf("found %v, issues %+v", named(found), issues)
	}
}

func TestExplain(t *testing.T) {
	f, v := newFinder(t)
	found, _ := find(f, v, "", "Bộ trưởng Quốc phòng Lào tới Hà Nội.")
	if len(found) != 1 || found[0].Mentions[0].Reasons[0].Rule != "agency/head-left-out" {
		t.Errorf("%+v", found)
	}
}

func overlaid(t *testing.T, file, data string) (*Finder, *reading.Words) {
	t.Helper()
	lex, err := lexicon.Load(fstest.MapFS{file: {Data: []byte(data)}})
	if err != nil {
		t.Fatal(err)
	}
	v := reading.New(lex)
	return New(v), v
}

func TestOverlay(t *testing.T) {
	f, v := overlaid(t, "agencies.vn.toml", `
[[agency]]
name = "Bộ Công an"
aliases = ["Bộ CA"]
[[agency]]
name = "Cục Thử nghiệm"
kind = "department"
parent = "Bộ Công an"
[[agency]]
name = "Trạm Kiểm soát {name}"
kind = "police"
[[agency]]
name = "Phòng Cảnh sát hình sự"
aliases = ["Phòng Trọng án"]
`)
	found, _ := find(f, v, "", "Bộ CA và Cục Thử nghiệm đến Trạm Kiểm soát Dốc Xây, rồi Phòng Trọng án Công an tỉnh Nghệ An.")
	want := "VN Bộ Công an;VN Cục Thử nghiệm;VN Trạm Kiểm soát Dốc Xây;VN Phòng Cảnh sát hình sự Công an tỉnh Nghệ An;VN Công an tỉnh Nghệ An"
	if got := strings.Join(named(found), ";"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if found[0].Entry.NameEN != "Ministry of Public Security" || found[0].Parent != "vn/chinh-phu" {
		t.Errorf("the overlay lost what it did not name: %+v", found[0])
	}
}

func TestOverlayFaults(t *testing.T) {
	for data, want := range map[string]string{
		"[[agency]]\nname=\"Bộ A\"\nminister=\"B\"":              "unknown key",
		"[[agency]]\nname=\"Bộ A\"\nparent=\"Bộ B\"":             `no agency "Bộ B" in VN`,
		"[[agency]]\nname=\"Bộ A\"\naliases=[\"Bộ Công an\"]":    `"Bộ Công an" is a name of`,
		"[[agency]]\nname=\"Sở A {place}\"":                      "needs levels",
		"[[agency]]\nname=\"Sở A {place}\"\nlevels=[\"county\"]": `unknown level "county"`,
		"[[agency]]\nname=\"Sở A {where}\"":                      "unknown slot {where}",
		"[[agency]]\nname=\"Phòng A\"\nof=[\"Sở Không Có\"]":     "neither an agency nor a kind",
		"[[agency]]\nkind=\"ministry\"":                          "name: missing",
		"[[agency]]\nname=\"Bộ A\"\n[[agency]]\nname=\"Bộ A\"":   "given twice in this file",
		"[[agency]]\nname=\"Bo\u0323\u0302 A\"":                  "not NFC",
	} {
		_, err := lexicon.Load(fstest.MapFS{"agencies.vn.toml": {Data: []byte(data)}})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "agencies.vn.toml") {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
	for file, want := range map[string]string{"agencies.toml": "no country in the file's name", "agencies.zz.toml": "unknown country ZZ"} {
		_, err := lexicon.Load(fstest.MapFS{file: {Data: []byte("[[agency]]\nname=\"Bộ A\"\nkind=\"ministry\"")}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", file, err, want)
		}
	}
}

func TestNamesOfTheLexicon(t *testing.T) {
	f, v := newFinder(t)
	found, _ := find(f, v, "", "NATO và Bộ Ngoại giao họp.")
	if len(found) != 2 || found[0].Entry.Wikidata != "Q7184" || found[0].Entry.NameEN != "NATO" || found[1].Entry.NameEN != "Ministry of Foreign Affairs" || found[1].Kind != "ministry" {
		t.Errorf("%+v", found)
	}
}
