package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Forms holds the words by which names of agencies are put together.
type Forms struct {
	Heads         []Head         `toml:"head"`
	Abroad        []Head         `toml:"abroad"`        // words that a region of another country makes into a name: Sở Cảnh sát + Los Angeles
	ToRegion      []string       `toml:"to_region"`     // small words between the two
	Aims          []string       `toml:"aims"`          // first words of what a committee is for
	Rows          []string       `toml:"rows"`          // heads that stand once for several bodies of one place: các sở Y tế và Xây dựng
	Joining       []string       `toml:"joining"`       // small words inside names
	Central       []string       `toml:"central"`       // words for a body of the whole state
	After         []string       `toml:"after"`         // small words that follow names and stand in none
	Others        []string       `toml:"others"`        // first words of bodies that no state has, which begin another name behind "và": Công ty
	Fields        []string       `toml:"fields"`        // what a ministry or department is for
	Marks         []CountryMark  `toml:"mark"`          // posts that only one state has
	NotAgencies   []string       `toml:"not"`           // phrases that only look like an agency
	NotCountries  []string       `toml:"not_countries"` // words that begin with a short name of a country
	Owners        []string       `toml:"owners"`        // kinds of bodies that have units named by form
	Sides         []string       `toml:"sides"`         // behind a unit of a place's police: phía Bắc
	Leaders       []string       `toml:"leaders"`       // between a party committee and whose it is: Ban Giám đốc
	Clubs         []string       `toml:"clubs"`         // before the name of a body that a sports club bears: CLB
	Matches       []string       `toml:"matches"`       // before or behind it what one club does to another: thắng
	Sports        []string       `toml:"sports"`        // in the sentence, tell that this is a match: V-League
	Members       []string       `toml:"members"`       // behind a number, tell that it counts: Ban chỉ đạo 25 người
	Rivals        []string       `toml:"rivals"`        // clubs that no body is named like, beside which another name is a club's: Thể Công
	Faces         []string       `toml:"faces"`         // between the names of two clubs, the second a place's: gặp
	Zones         []string       `toml:"zones"`         // the last word of bodies of several districts, behind whose number their province may stand, and behind one district another
	Sizes         []string       `toml:"sizes"`         // first words of bodies, those below others first: Đội, Phòng, Cục
	States        []string       `toml:"states"`        // before the name of a state of a federation: bang
	Realms        []string       `toml:"realms"`        // before the name of a country: Vương quốc
	Epithets      []string       `toml:"epithets"`      // between a body by which a state rules and the state: lâm thời
	Counties      []string       `toml:"counties"`      // before a part of a state or province of another country: hạt
	HostStates    []string       `toml:"host_states"`   // behind a body, the state named last: nước chủ nhà
	Hosts         Hosts          `toml:"hosts"`
	Seats         []Seat         `toml:"seat"`
	Compounds     []string       `toml:"compounds"` // words that a head only ends, in small letters: cán bộ
	Abbreviations []Abbreviation `toml:"abbreviation"`
	Levels        []LevelWord    `toml:"level"`
	Small         Small          `toml:"small"`
}

// LevelWord is a word of an administrative level, or a short form of one. A full
// stop behind a short one belongs to it.
type LevelWord struct {
	Word  string `toml:"word"`
	Type  string `toml:"type"`  // the word in full
	Level Level  `toml:"level"` // province, district, commune
	Also  Level  `toml:"also"`  // thành phố is a district's word too

	Heads    []string `toml:"heads"`    // first words of bodies of that level: thành of Thành ủy
	Numbered bool     `toml:"numbered"` // a number may be the name: quận 3
}

// Small are the small words of the grammar, by what they do.
type Small struct {
	And      []string `toml:"and"`
	Of       []string `toml:"of"`
	Under    []string `toml:"under"`
	Every    []string `toml:"every"`
	Two      []string `toml:"two"`
	OfLevel  []string `toml:"of_level"`
	At       []string `toml:"at"`
	In       []string `toml:"in"`
	Between  []string `toml:"between"`
	Party    []string `toml:"party"`
	Also     []string `toml:"also"`
	By       []string `toml:"by"`
	Nation   []string `toml:"nation"`
	This     []string `toml:"this"`
	Friendly []string `toml:"friendly"`
	NumberOf []string `toml:"number_of"`
	Clock    []string `toml:"clock"`
}

// formsFile is a file of forms: its lists add to those before it, and what stands
// below [remove] is taken out of them.
type formsFile struct {
	Forms
	Remove *Forms `toml:"remove"`
}

// Seat is the body of a place whose head is named by the place alone: Chủ tịch
// huyện A is the head of Ủy ban nhân dân huyện A.
type Seat struct {
	Title string `toml:"title"` // as the record gives it, a deputy's likewise
	Type  string `toml:"type"`  // of the place
	Body  string `toml:"body"`  // an agency of Vietnam with {place} or {at}
}

// Hosts are words of host names that stand before or behind a province's name:
// baohagiang.vn, hagiangtv.vn.
type Hosts struct {
	Before []string `toml:"before"`
	Behind []string `toml:"behind"`
}

// Head is a word that a field makes into an agency's name: Bộ + Quốc phòng.
type Head struct {
	Word    string `toml:"word"`
	Kind    string `toml:"kind"`
	Home    bool   `toml:"home"`    // Vietnam's too where no country is named; else foreign only
	Common  bool   `toml:"common"`  // a common word too: no name at the start of a sentence
	Matter  bool   `toml:"matter"`  // a matter too, of whose title of office follows: Vụ Chủ tịch xã A
	Typed   bool   `toml:"typed"`   // the word of the region's level stands between, written or not
	Open    bool   `toml:"open"`    // whatever words follow it, in a name: Cục Doanh trại
	Proper  bool   `toml:"proper"`  // words with capitals follow: Ban Quản lý Khu kinh tế Nghi Sơn
	Mission bool   `toml:"mission"` // of a body, in another country: Cơ quan đại diện Bộ Công an tại Lào
	Placed  bool   `toml:"placed"`  // up to the place or party committee that has it: Ban Chỉ đạo phòng, chống tham nhũng tỉnh A
	Local   bool   `toml:"local"`   // of a place too: Phòng Dân tộc huyện A
	Force   bool   `toml:"force"`   // common, but a name at the start of a sentence where its region follows: Cảnh sát London
	Upper   bool   `toml:"upper"`   // behind a comma, the police or army of a district or commune stand beside it: Phòng Y tế, Công an huyện A
	Unit    bool   `toml:"unit"`    // only with the body that it is of: Phòng Kinh tế, Ủy ban nhân dân huyện
}

// CountryMark is a phrase that gives the agencies beside it to a country.
type CountryMark struct {
	Phrase  string `toml:"phrase"`
	Country string `toml:"country"`
}

// Abbreviation is a word of names and its short forms.
type Abbreviation struct {
	Full  string   `toml:"full"`
	Short []string `toml:"short"`
}

func readForms(l *Lexicon, file string, in *formsFile) []error {
	var faults []error
	for i, m := range in.Marks {
		if m.Phrase == "" || !isCountryCode(m.Country) {
			faults = append(faults, fmt.Errorf("%s: mark[%d]: needs a phrase and a country code such as CN", file, i))
		}
	}
	for i, h := range slices.Concat(in.Heads, in.Abroad) {
		if h.Word == "" || !slices.Contains(agencyKinds, h.Kind) {
			faults = append(faults, fmt.Errorf("%s: head or abroad[%d] %q: needs a word and a kind, one of %s", file, i, h.Word, strings.Join(agencyKinds, ", ")))
		}
	}
	return append(faults, layLists(file, &l.Forms, &in.Forms, in.Remove)...)
}
