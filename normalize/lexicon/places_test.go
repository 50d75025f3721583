package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func load(t *testing.T, overlay fstest.MapFS) *Lexicon {
	t.Helper()
	l, err := Load(overlay)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestPlaces(t *testing.T) {
	l := load(t, nil)
	count := map[Level]int{}
	for _, p := range l.Places {
		count[p.Level]++
	}
	if count[ProvinceLevel] < 63 || count[DistrictLevel] < 690 || count[CommuneLevel] < 12000 {
		t.Errorf("too few places: %v", count)
	}
	if l.Province("Tân Kỳ") >= 0 {
		t.Error("Tân Kỳ is a province")
	}
	i := l.Province("Nghệ An")
	if i < 0 || l.Places[i].Type != "tỉnh" || l.Places[i].Upper != -1 {
		t.Errorf("Nghệ An: %d", i)
	}
}

func TestPlaceOverlay(t *testing.T) {
	l := load(t, fstest.MapFS{"places.toml": {Data: []byte(`
[[province]]
name = "Nghệ An"
type = "tỉnh"
aliases = ["Xứ Nghệ"]
[[units]]
province = "Nghệ An"
district = "Mới"
type = "huyện"
communes = ["Một", "Hai"]
townships = ["Ba"]
`)}})
	last := l.Places[len(l.Places)-1]
	if last.Name != "Ba" || last.Type != "thị trấn" || l.Places[last.Upper].Name != "Mới" || l.Places[l.Places[last.Upper].Upper].Name != "Nghệ An" {
		t.Errorf("%+v", last)
	}
	if a := l.Places[l.Province("Nghệ An")].Aliases; len(a) != 1 || a[0] != "Xứ Nghệ" {
		t.Errorf("aliases %q", a)
	}
}

// TestProvinceOverlay holds that a province keeps what an overlay does not name.
func TestProvinceOverlay(t *testing.T) {
	l := load(t, fstest.MapFS{"places.toml": {Data: []byte("[[province]]\nname = \"Hà Nội\"\ntype = \"thành phố\"\n[[province]]\nname = \"Nghệ An\"\ntype = \"tỉnh\"\ncapital = true\nperson = true")}})
	if p := l.Places[l.Province("Hà Nội")]; !p.Capital || p.Person {
		t.Errorf("%+v", p)
	}
	if p := l.Places[l.Province("Nghệ An")]; !p.Capital || !p.Person {
		t.Errorf("%+v", p)
	}
	if l.Places[l.Province("Huế")].Capital {
		t.Error("Huế is the capital")
	}
}

func TestPlaceFaults(t *testing.T) {
	for data, want := range map[string]string{
		"[[province]]\nname=\"A\"\ntype=\"huyện\"":                                     "places.toml: province[0].type",
		"[[province]]\nname=\"A\"\ntype=\"tỉnh\"\nseat=[105]":                          "places.toml: province[0].seat",
		"[[province]]\nname=\"A\"\ntype=\"tỉnh\"\nseat=[95.0, 10.0]":                   "province[0].seat: [95 10]: write degrees north",
		"[[province]]\nname=\"A\"\ntype=\"tỉnh\"\nseat=[10.0, 190.0]":                  "province[0].seat: [10 190]: write degrees north",
		"[[province]]\nname=\"A\"\nremove=true":                                        `province[0].remove: there is no province "A"`,
		"[[units]]\nprovince=\"Hà Nội\"\ndistrict=\"Mây\"\ntype=\"quận\"\nremove=true": "remove: there is no quận Mây in Hà Nội",
		"[[units]]\nprovince=\"Nơi Nào\"":                                              `no province "Nơi Nào"`,
		"[[units]]\nprovince=\"Hà Nội\"\ndistrict=\"Trơ\"":                             `type: "": write one of quận, huyện, thị xã, thành phố`,
		"[[province]]\nname=\"A\"\ntype=\"tỉnh\"\nsize = 1":                            "unknown key",
	} {
		_, err := Load(fstest.MapFS{"places.toml": {Data: []byte(data)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func TestCountries(t *testing.T) {
	l := load(t, fstest.MapFS{"countries.toml": {Data: []byte("[[country]]\ncode=\"CN\"\nname=\"Trung Quốc\"\naliases=[\"Hoa lục\"]")}})
	cn := l.Country("CN")
	if cn == nil || cn.NameEN != "China" || cn.Capitals[0] != "Bắc Kinh" || cn.Names()[len(cn.Names())-1] != "Hoa lục" {
		t.Errorf("%+v", cn)
	}
	if slices.Contains(cn.Aliases, cn.Name) || !cn.LikeOurs {
		t.Errorf("of the same name: %+v", cn)
	}
	l = load(t, fstest.MapFS{"countries.toml": {Data: []byte("[[country]]\ncode=\"FR\"\nname=\"Pháp Lang Sa\"\nname_en=\"Gaul\"\nlike_ours=true")}})
	if fr := l.Country("FR"); fr.Name != "Pháp Lang Sa" || !slices.Contains(fr.Aliases, "Pháp") || fr.NameEN != "Gaul" || !l.NamesLikeOurs("FR") || l.NamesLikeOurs("DE") || !l.NamesLikeOurs("ZZ") {
		t.Errorf("%+v", fr)
	}
	if _, err := Load(fstest.MapFS{"countries.toml": {Data: []byte("[[country]]\ncode=\"cn\"\nname=\"X\"")}}); err == nil || !strings.Contains(err.Error(), "country[0].code") {
		t.Error(err)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// TestProvinceIn finds the province that a text names, by any of its names.
func TestProvinceIn(t *testing.T) {
	l, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Hà Nội": "Hà Nội", "phường Thủ Thiêm, TP.HCM": "Hồ Chí Minh", "huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu": "Bà Rịa - Vũng Tàu",
		"Thủ đô Hà Nội": "Hà Nội", "Hội trường Thống Nhất (Thành phố Hồ Chí Minh)": "Hồ Chí Minh", "QUẢNG TRỊ": "Quảng Trị",
		"tỉnh Thừa Thiên Huế": "Thừa Thiên Huế", "TP Huế": "Huế", "Trụ sở Chính phủ": "", "Hà Nội mở rộng, Hải Phòng": "Hải Phòng", "": "", "Kuala Lumpur": "", "huyện Tân Kỳ": "", "Bà Rịa - Vũng Tàu, Hà Nội": "Hà Nội", "Gia Laix": "",
	} {
		got := ""
		if p := l.ProvinceIn(text); p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for name, want := range map[string]bool{"TP.HCM": true, "hồ chí minh": true, "Thành phố Hồ Chí Minh": true, "Thủ Thiêm, TP.HCM": false, "Paris": false} {
		if names := l.ProvinceNames(name); slices.Contains(names, "Hồ Chí Minh") != want {
			t.Errorf("%q: %v", name, names)
		}
	}
}
