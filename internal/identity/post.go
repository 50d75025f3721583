package identity

import (
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

// level is how high a body stands.
type level int

const (
	noLevel level = iota
	commune
	district
	province
	nation
)

// Claims are posts that were read, made ready for comparing.
type Claims map[Post]claim

// claim is a post made ready for comparing.
type claim struct {
	title  string // folded, without what stands around it: Quyền, thường trực
	head   bool   // no deputy
	body   string // id of the agency, else its folded name
	slug   string // of the name of the agency
	parent string
	level  level
	places [nation]string // by level, folded; empty where not known
	height int            // how high it stands, see rankOf
	former bool
	state  bool // of a state or a party
	many   bool // the body has many members under this title
	high   bool // one of the highest: everybody of that post is known by it

	listed  bool // the body is an agency of the record
	service int  // whose ranks its holders bear
}

// foreignOffice is the body of a Ngoại trưởng.
const foreignOffice = "bo ngoai giao"

// around are words of titles that do not tell one office from another.
var around = []string{" thuong truc", " thu nhat", " dac cu", " phu trach", " chuyen trach", " duong nhiem", " lam thoi", " lien bang"}

// otherTitles are titles by other words.
var otherTitles = map[string]string{
	"cuc pho": "pho cuc truong", "vien pho": "pho vien truong", "vu pho": "pho vu truong", "pho phong": "pho truong phong", "truong": "truong", "lanh tu toi cao": "nha lanh dao",
	"lanh tu": "nha lanh dao", "nguoi dung dau": "nha lanh dao", "tong thong": "tong thong", "nu thu tuong": "thu tuong", "tien si": "", "ngoai truong": "bo truong",
}

// highTitles are offices that a state has one or a few of.
var highTitles = map[string]bool{
	"tong thong": true, "pho tong thong": true, "thu tuong": true, "pho thu tuong": true, "quoc vuong": true, "thai tu": true, "nha lanh dao": true, "bo truong": true, "tong bi thu": true, "chu tich nuoc": true,
	"pho chu tich nuoc": true, "chu tich quoc hoi": true, "tong thu ky": true, "quoc truong": true, "nu hoang": true, "hoang de": true, "nha vua": true, "ngoai truong": true, "thu hien": true, "giao hoang": true, "dac phai vien": false,
}

// High tells whether a title is one of the highest offices of a state, of which it has one or a
// few: Thủ tướng, Bộ trưởng.
func High(title string) bool {
	folded, _ := titleOf(title, false)
	return highTitles[folded]
}

// abroad are posts of those whom the foreign ministry sends.
var abroad = map[string]bool{"dai su": true, "tong lanh su": true, "pho dai su": true, "truong phai doan": true, "lanh su": true}

// memberTitles are held by many in one body.
var memberTitles = map[string]bool{"dai bieu": true, "uy vien": true, "can bo": true, "tham phan": true, "nghi si": true, "thanh vien": true, "uy vien du khuyet": true, "chuyen vien": true}

// bodyWords begin the names of bodies that a level has, where the name gives no
// word of the level.
var bodyWords = []struct {
	head  string
	level level
}{
	{"tinh uy ", province}, {"thanh uy ", province}, {"so ", province}, {"huyen uy ", district}, {"quan uy ", district}, {"thi uy ", district},
	{"dang uy xa ", commune}, {"dang uy phuong ", commune}, {"thanh doan ", province}, {"tinh doan ", province}, {"huyen doan ", district},
}

// levelWords are the words of levels, folded; "thanh pho" is a province's where
// the name is one of theirs.
var levelWords = []struct {
	word  string
	level level
}{{"tinh ", province}, {"thanh pho ", province}, {"quan ", district}, {"huyen ", district}, {"thi xa ", district}, {"xa ", commune}, {"phuong ", commune}, {"thi tran ", commune}, {"dac khu ", commune}}

// claimOf reads a post; names gives the names of agencies by id.
func (r *Resolver) claimOf(p *Post) claim {
	c := claim{former: p.Former, state: p.Agency != "" || p.AgencyName == "", parent: p.Parent}
	c.title, c.former = titleOf(p.Title, c.former)
	c.head = !strings.HasPrefix(c.title, "pho ")
	c.high = highTitles[c.title]
	c.many = memberTitles[c.title]
	name := viet.Fold(p.AgencyName)
	if t := viet.Fold(p.Title); t == "ngoai truong" && name == "" {
		name = foreignOffice
	}
	c.slug = viet.Slug(p.AgencyName)
	if abroad[c.title] && c.parent == "" {
		c.parent = "vn/bo-ngoai-giao"
	}
	if c.body = p.Agency; c.body == "" {
		c.body = name
	}
	r.place(&c, name, viet.Fold(p.Place))
	switch {
	case c.unitAlone(name):
		c.body = ""
	case c.level == noLevel && p.Agency != "":
		c.level = nation
	}
	c.listed = strings.Contains(c.body, "/")
	c.height, c.service = rankOf(&c), serviceOf(&c)
	return c
}

// unitHeads begin the names of units that many bodies have.
var unitHeads = []string{"phong ", "chi cuc ", "doi ", "to ", "tram ", "hat ", "vu ", "chi bo ", "khoa "}

// unitAlone tells whether a unit is named without the body and the place that it is of:
// a name that units of many bodies bear says of none which it is.
func (c *claim) unitAlone(name string) bool {
	return c.parent == "" && c.places == [nation]string{} && beginsWithAny(name, unitHeads)
}

func beginsWithAny(name string, heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(name, h) })
}

func titleOf(title string, former bool) (string, bool) {
	t := " " + viet.Fold(title)
	for _, w := range around {
		t = strings.TrimSuffix(t, w)
	}
	t = strings.TrimPrefix(strings.TrimSpace(t), "quyen ")
	if rest, ok := strings.CutPrefix(t, "nguyen "); ok {
		t, former = rest, true
	}
	if other, ok := otherTitles[t]; ok {
		t = other
	}
	return t, former
}

// oneWord are words that contain that of a level, which they are not of.
var oneWord = strings.NewReplacer("xa hoi", "xa-hoi", "thanh uy", "thanh-uy")

// place finds which places a body serves: what the finding says, else the words of
// levels in its name, and a province at its end.
func (r *Resolver) place(c *claim, name, place string) {
	if strings.Contains(c.body, "/") && !strings.HasPrefix(c.body, "vn/") {
		return
	}
	text := " " + oneWord.Replace(name) + " "
	for _, w := range levelWords {
		if i := strings.LastIndex(text, " "+w.word); i >= 0 {
			r.putPlace(c, w.level, untilNext(text[i+1+len(w.word):]))
		}
	}
	for _, w := range bodyWords {
		if rest, ok := strings.CutPrefix(name, w.head); ok && c.places[w.level] == "" {
			r.putPlace(c, w.level, untilNext(rest))
		}
	}
	for _, tail := range []string{c.qualifier(), name, place} {
		if c.places[province] == "" && !r.lower(c, tail) {
			c.places[province] = r.provinceAtEnd(tail)
		}
	}
	switch {
	case c.places[province] == "":
	case c.level == noLevel:
		c.level = province
	case c.level < province: // xã Hòa Bình of Bạc Liêu is today that of Cà Mau
		c.places[province] = r.today(c.places[province])
	}
}

// qualifier is what the id of a body adds to its name: the province of one of several communes
// of a name.
func (c *claim) qualifier() string {
	added, named := strings.CutPrefix(c.body, "vn/"+c.slug)
	if !named {
		return ""
	}
	return strings.ReplaceAll(added, "-", " ")
}

// lower tells whether a name ends with that of a commune or district that is called like a
// province: xã Hòa Bình.
func (r *Resolver) lower(c *claim, name string) bool {
	return slices.ContainsFunc(c.places[:province], func(place string) bool {
		_, known := r.provinces[place]
		return known && strings.HasSuffix(name, place)
	})
}

// putPlace notes a place; the lowest level is the body's own.
func (r *Resolver) putPlace(c *claim, l level, place string) {
	place = strings.Trim(place, " ,.")
	if place == "" {
		return
	}
	if p, known := r.provinces[place]; known && l >= district {
		l, place = province, p
	} else if p := r.provinceAtEnd(place); l == province && p != "" {
		place = p
	} else if l == province {
		l = district // thành phố Nam Định
	}
	c.places[l] = place
	if c.level == noLevel || l < c.level {
		c.level = l
	}
}

// untilNext ends a place's name at a comma or at the word of another level.
func untilNext(rest string) string {
	end := len(rest)
	for _, w := range levelWords {
		if i := strings.Index(rest, " "+w.word); i >= 0 {
			end = min(end, i)
		}
	}
	if i := strings.IndexByte(rest[:end], ','); i >= 0 {
		end = i
	}
	return rest[:end]
}

// provinceAtEnd gives the province whose name a name ends with.
func (r *Resolver) provinceAtEnd(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ',' || r == '.' || unicode.IsSpace(r) })
	for n := min(5, len(words)); n > 0; n-- {
		if p, ok := r.provinces[strings.Join(words[len(words)-n:], " ")]; ok {
			return p
		}
	}
	return ""
}

// sameBody holds for one body by two names: the longer begins with the shorter, goes
// on with a place, or says whose it is.
func sameBody(a, b *claim) bool {
	switch {
	case a.body == b.body:
		return a.body != ""
	case a.listed && b.listed:
		return longer(a.body, b.body) && compatible(a, b)
	case a.slug == b.slug:
		return true
	}
	short, _ := shorter(a.slug, b.slug)
	return longer(a.slug, b.slug) && strings.Count(short, "-") >= 3
}

// longer holds for slugs of which one goes on where the other ends.
func longer(a, b string) bool {
	short, long := shorter(a, b)
	return short != "" && len(short) < len(long) && long[len(short)] == '-' && strings.HasPrefix(long, short)
}

// shorter gives the shorter of two first.
func shorter(a, b string) (short, long string) {
	if len(a) < len(b) {
		return a, b
	}
	return b, a
}

// compatible tells that no level has two different places.
func compatible(a, b *claim) bool {
	for l := range a.places {
		if differ(a.places[l], b.places[l]) {
			return false
		}
	}
	return a.level == b.level
}

// differ tells whether two are known and not the same.
func differ(a, b string) bool { return a != b && a != "" && b != "" }

// kin holds for a body and the one above it, and for two of one place below one.
func kin(a, b *claim) bool {
	switch {
	case a.under(b), b.under(a):
		return true
	case a.parent == "", a.level >= nation, a.places == [nation]string{}:
		return false
	}
	return a.parent == b.parent && a.places == b.places
}

// under holds for the body right below another.
func (c *claim) under(up *claim) bool { return c.parent != "" && c.parent == up.body }
