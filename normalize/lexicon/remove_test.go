package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// removals gives for every kind of file an overlay that takes something out, and
// what then finds it.
var removals = []struct {
	file, data string
	has        func(l *Lexicon) bool
}{
	{"agencies.vn.toml", "[[agency]]\nname = \"Cục Cảnh vệ\"\nremove = true", func(l *Lexicon) bool { return l.FindAgency("VN", "Cục Cảnh vệ") != nil }},
	{"countries.toml", "[[country]]\ncode = \"MT\"\nremove = true", func(l *Lexicon) bool { return l.Country("MT") != nil }},
	{"ranks.toml", "[[rank]]\nname = \"Đại tá\"\nremove = true", func(l *Lexicon) bool {
		return slices.ContainsFunc(l.Ranks, func(r Rank) bool { return r.Name == "Đại tá" })
	}},
	{"honorifics.toml", "[[honorific]]\nname = \"ngài\"\nremove = true", func(l *Lexicon) bool {
		return slices.ContainsFunc(l.Honorifics, func(h Honorific) bool { return h.Name == "ngài" })
	}},
	{"posts.toml", "[[post]]\ntitle = \"Chủ tịch nước\"\nagency = \"Chủ tịch nước\"\nremove = true\n[remove.marks]\nformer = [\"cựu\"]", func(l *Lexicon) bool {
		return slices.Contains(l.Posts.Marks.Former, "cựu")
	}},
	{"names.toml", "[remove]\nsurnames = [\"Mai\"]\n[[person]]\nname = \"Thái Kỳ\"\nremove = true", func(l *Lexicon) bool {
		return slices.Contains(l.Names.Surnames, "Mai") || slices.ContainsFunc(l.Names.Persons, func(p Person) bool { return p.Name == "Thái Kỳ" })
	}},
	{"forms.toml", "[remove]\nfields = [\"xi măng\"]\nhead = [{ word = \"Cơ quan\" }]", func(l *Lexicon) bool {
		return slices.Contains(l.Forms.Fields, "xi măng") || slices.ContainsFunc(l.Forms.Heads, func(h Head) bool { return h.Word == "Cơ quan" })
	}},
	{"clauses.toml", "[remove.links]\nand = [\"&\"]\n[remove.councils]\nUBND = \"\"", func(l *Lexicon) bool {
		_, council := l.Clauses.Councils["UBND"]
		return council || slices.Contains(l.Clauses.Links.And, "&")
	}},
	{"regions.toml", "[[region]]\nname = \"Bokeo\"\ncountry = \"LA\"\ntype = \"tỉnh\"\nremove = true", func(l *Lexicon) bool {
		return slices.ContainsFunc(l.Regions, func(r Region) bool { return r.Name == "Bokeo" })
	}},
	{"dates.toml", "[[word]]\nrole = \"hom\"\nwords = [\"bữa\"]\nremove = true\n[[feast]]\nname = \"Quốc khánh\"\nremove = true", func(l *Lexicon) bool {
		return slices.ContainsFunc(l.Dates.Words, func(w DateWord) bool { return w.Role == "hom" && slices.Contains(w.Words, "bữa") }) ||
			slices.ContainsFunc(l.Dates.Feasts, func(f Feast) bool { return f.Name == "Quốc khánh" })
	}},
	{"places.toml", "[[units]]\nprovince = \"Hà Nội\"\ndistrict = \"Ba Đình\"\ntype = \"quận\"\nremove = true", func(l *Lexicon) bool {
		return slices.ContainsFunc(l.Places, func(p Place) bool { return p.Name == "Ba Đình" && p.Level == DistrictLevel })
	}},
	{"places.units.toml", "[[units]]\nprovince = \"Hà Nội\"\nwards = [\"Ba Đình\"]\nremove = true", func(l *Lexicon) bool {
		return placeLayers{l}.unit(Place{Name: "Ba Đình", Type: "phường", Upper: l.Province("Hà Nội")}) >= 0
	}},
	{"places.toml", "[[province]]\nname = \"Cà Mau\"\nremove = true", func(l *Lexicon) bool { return l.Province("Cà Mau") >= 0 }},
}

func TestOverlayRemoves(t *testing.T) {
	base := load(t, nil)
	for _, r := range removals {
		if !r.has(base) {
			t.Errorf("%s: not there to begin with: %s", r.file, r.data)
		}
		data := r.data
		if r.file == "posts.toml" {
			post := base.Posts.List[0]
			data = "[[post]]\ntitle = \"" + post.Title + "\"\nwords = [\"" + post.Phrases()[0] + "\"]\nagency = \"" + post.Agency + "\"\nremove = true\n[remove.marks]\nformer = [\"cựu\"]"
		}
		l, err := Load(fstest.MapFS{r.file: {Data: []byte(data)}})
		if err != nil {
			t.Errorf("%s: %v", r.file, err)
			continue
		}
		if r.has(l) {
			t.Errorf("%s: still there: %s", r.file, r.data)
		}
	}
}

func TestRemovalKeepsPlacesRight(t *testing.T) {
	l := load(t, fstest.MapFS{"places.toml": {Data: []byte("[[units]]\nprovince = \"Hà Nội\"\ndistrict = \"Ba Đình\"\ntype = \"quận\"\nremove = true")}})
	for i, p := range l.Places {
		if p.Upper >= int32(i) || p.Upper < 0 && p.Level != ProvinceLevel {
			t.Fatalf("%+v lies in %d", p, p.Upper)
		}
	}
	last := l.Places[len(l.Places)-1]
	if base := load(t, nil); last.Name != base.Places[len(base.Places)-1].Name || len(base.Places)-len(l.Places) < 10 {
		t.Errorf("last is %+v, %d places less", last, len(base.Places)-len(l.Places))
	}
}

func TestRemovalOfWhatIsNotThere(t *testing.T) {
	for file, data := range map[string]string{
		"agencies.vn.toml": "[[agency]]\nname = \"Cục Mây\"\nremove = true",
		"ranks.toml":       "[[rank]]\nname = \"Đại mây\"\nremove = true",
		"forms.toml":       "[remove]\nfields = [\"mây\"]",
		"dates.toml":       "[[word]]\nrole = \"hom\"\nwords = [\"mây\"]\nremove = true",
		"places.toml":      "[[units]]\nprovince = \"Hà Nội\"\nwards = [\"Mây\"]\nremove = true",
		"regions.toml":     "[[region]]\nname = \"Mây\"\ncountry = \"LA\"\nremove = true",
		"countries.toml":   "[[country]]\ncode = \"ZZ\"\nremove = true",
	} {
		_, err := Load(fstest.MapFS{file: {Data: []byte(data)}})
		if err == nil || !strings.HasPrefix(err.Error(), file+": ") || !strings.Contains(err.Error(), "remove") && !strings.Contains(err.Error(), "leave it out") {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// TestRemovalKeepsOthers holds that what stands behind an entry taken out is still known by
// its name, and that one head, one word of a role or one region less is one less.
func TestRemovalKeepsOthers(t *testing.T) {
	base := load(t, nil)
	first, last := base.Ranks[0].Name, base.Ranks[len(base.Ranks)-1].Name
	l := load(t, fstest.MapFS{
		"ranks.toml":       {Data: []byte("[[rank]]\nname = \"" + first + "\"\nremove = true\n[[rank]]\nname = \"" + last + "\"\naliases = [\"cấp cuối\"]")},
		"forms.toml":       {Data: []byte("[remove]\nhead = [{ word = \"Cơ quan\" }]")},
		"regions.toml":     {Data: []byte("[[region]]\nname = \"Bokeo\"\ncountry = \"LA\"\ntype = \"tỉnh\"\nremove = true")},
		"dates.toml":       {Data: []byte("[[word]]\nrole = \"hom\"\nwords = [\"bữa\"]\nremove = true")},
		"agencies.vn.toml": {Data: []byte("[[agency]]\nname = \"Cục Cảnh vệ\"\nremove = true")},
	})
	if got := l.Ranks[len(l.Ranks)-1]; len(l.Ranks) != len(base.Ranks)-1 || got.Name != last || !slices.Contains(got.Aliases, "cấp cuối") {
		t.Errorf("%d ranks of %d, the last %+v", len(l.Ranks), len(base.Ranks), got)
	}
	if len(l.Forms.Heads) != len(base.Forms.Heads)-1 || len(l.Regions) != len(base.Regions)-1 {
		t.Errorf("%d heads of %d, %d regions of %d", len(l.Forms.Heads), len(base.Forms.Heads), len(l.Regions), len(base.Regions))
	}
	if l.FindAgency("VN", "Bộ Công an") == nil {
		t.Error("all agencies are gone")
	}
	count := func(d Dates) (n int) {
		for _, w := range d.Words {
			n += len(w.Words)
		}
		return n
	}
	if count(l.Dates) != count(base.Dates)-1 {
		t.Errorf("%d words of dates, of %d", count(l.Dates), count(base.Dates))
	}
}

// TestPersonRemoved takes out one leader, and lays tables over ours.
func TestPersonRemoved(t *testing.T) {
	base := load(t, nil)
	p := base.Leaders[0]
	l := load(t, fstest.MapFS{
		"people.toml":  {Data: []byte("[[leader]]\nname = \"" + p.Name + "\"\ncountry = \"" + p.Country + "\"\nremove = true")},
		"clauses.toml": {Data: []byte("[councils]\nUBX = \"Ủy ban X\"")},
	})
	if len(l.Leaders) != len(base.Leaders)-1 || l.Clauses.Councils["UBX"] != "Ủy ban X" || l.Clauses.Councils["UBND"] == "" {
		t.Errorf("%d leaders of %d, councils %v", len(l.Leaders), len(base.Leaders), l.Clauses.Councils)
	}
}

// TestRegionRemoved takes out the region of that country and type alone.
func TestRegionRemoved(t *testing.T) {
	const tinh, other, city = "[[region]]\nname = \"Mây\"\ncountry = \"LA\"\ntype = \"tỉnh\"\n", "[[region]]\nname = \"Mây\"\ncountry = \"TH\"\ntype = \"tỉnh\"\n", "[[region]]\nname = \"Mây\"\ncountry = \"LA\"\ntype = \"thành phố\"\n"
	l := load(t, fstest.MapFS{"regions.toml": {Data: []byte(tinh + other + city + tinh + "remove = true\n")}})
	var left []string
	for _, r := range l.Regions {
		if r.Name == "Mây" {
			left = append(left, r.Country+" "+r.Type)
		}
	}
	if got := strings.Join(left, ", "); got != "TH tỉnh, LA thành phố" {
		t.Errorf("left: %s", got)
	}
}

// TestAgencyOverlay holds what an entry keeps of the one that it is laid over, and which
// names two bodies may share.
func TestAgencyOverlay(t *testing.T) {
	base := load(t, nil)
	l := load(t, fstest.MapFS{"agencies.vn.toml": {Data: []byte("[[agency]]\nname = \"Phòng Cảnh sát hình sự\"\naliases = [\"PC02\", \"Phòng Trọng án\"]\n" +
		"[[agency]]\nname = \"Sở Mây {at}\"\nkind = \"department\"\nlevels = [\"province\"]\n" +
		"[[agency]]\nname = \"Phòng Mây {at}\"\nkind = \"department\"\nlevels = [\"district\"]\naliases = [\"Sở Mây\"]\n" +
		"[[agency]]\nname = \"Trạm Mây {place}\"\nkind = \"department\"\nlevels = [\"province\"]\naliases = [\"Sở Mây\"]\n")}})
	was, is := base.FindAgency("VN", "Phòng Cảnh sát hình sự"), l.FindAgency("VN", "Phòng Cảnh sát hình sự")
	if len(l.Agencies) != len(base.Agencies)+3 || len(is.Of) == 0 || !slices.Equal(is.Of, was.Of) || !slices.Contains(is.Aliases, "Phòng Trọng án") {
		t.Errorf("%d agencies of %d, %+v", len(l.Agencies), len(base.Agencies), is)
	}
	if n := len(is.Aliases); n != len(was.Aliases)+1 {
		t.Errorf("%d aliases, %d before", n, len(was.Aliases))
	}
}

// TestSister finds the organ of another ruling party that answers to one of ours.
func TestSister(t *testing.T) {
	l := load(t, nil)
	const ours = "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"
	if i := l.Sister(ours, "CN"); i < 0 || l.Agencies[i].Name != "Ban Chấp hành Trung ương Đảng Cộng sản Trung Quốc" {
		t.Errorf("of China: %d", i)
	}
	if i := l.Sister("Ban Chấp hành Trung ương Đảng Cộng sản Trung Quốc", "VN"); i < 0 || l.Agencies[i].Name != ours {
		t.Errorf("of ours: %d", i)
	}
	for _, c := range []struct{ name, country string }{{ours, "VN"}, {ours, "JP"}, {"Bộ Công an", "CN"}} {
		if i := l.Sister(c.name, c.country); i >= 0 {
			t.Errorf("%s, %s: %s", c.name, c.country, l.Agencies[i].Name)
		}
	}
}

// TestRuler tells the titles of those who need no body.
func TestRuler(t *testing.T) {
	for title, p := range map[string]Post{"Tổng thống": {}, "Giám đốc": {Of: []string{"Sở"}}, "Trợ lý": {Weak: true}} {
		if p.Ruler() != (title == "Tổng thống") {
			t.Errorf("%s: %v", title, p.Ruler())
		}
	}
	if _, err := Some("["); err == nil {
		t.Error("a broken pattern is taken")
	}
}

func TestDatedAliases(t *testing.T) {
	a := load(t, nil).FindAgency("VN", "Cục Cảnh sát hình sự")
	if !slices.Contains(a.Dated, DatedAlias{"C45", 2009, 2018}) || !slices.Contains(a.Aliases, "C45") {
		t.Errorf("dated %v, aliases %q", a.Dated, a.Aliases)
	}
}
